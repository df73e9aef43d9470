"""The list of every view: the arrows pass over section heads, and single letters act only while it has the focus."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.delegate import RowDelegate
from refdesk.gui.widgets.rows import RowRole

BACKWARDS = (
    QAbstractItemView.CursorAction.MoveUp,
    QAbstractItemView.CursorAction.MovePageUp,
    QAbstractItemView.CursorAction.MovePrevious,
    QAbstractItemView.CursorAction.MoveLeft,
)


class ListView(QListView):
    """A flush list of rows with section heads.

    `chosen` carries the index on Enter or double click, `contact_requested` on Shift+Enter.
    """

    chosen = Signal(QModelIndex)
    contact_requested = Signal(QModelIndex)

    def __init__(self, theme: Theme, name: str, delegate: RowDelegate, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls the list, such as "Today's actions"."""
        super().__init__(parent)
        self._letters: list[QAction] = []
        self.setAccessibleName(name)
        self.setItemDelegate(delegate)
        delegate.setParent(self)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.doubleClicked.connect(self.chosen)
        theme.changed.connect(self._restyle)

    def add_letter(self, key: str, words: str, act: Callable[[], object]) -> QAction:
        """Let a letter act on this list while it has the focus; `act` must not be a lambda that holds the list."""
        action = self.add_key(key, words, act)
        self._letters.append(action)
        return action

    def add_key(self, key: str, words: str, act: Callable[[], object]) -> QAction:
        """The same for a key that is no letter, such as Del, and is never switched off."""
        action = QAction(words, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(act)
        self.addAction(action)
        return action

    def set_letters_enabled(self, enabled: bool) -> None:
        """Switch the single keys on or off, as Settings offers (WCAG 2.1.4)."""
        for action in self._letters:
            action.setEnabled(enabled)

    def current_id(self) -> str:
        """The id of the current row; empty when there is none."""
        found = self.currentIndex().data(RowRole.ID)
        return found if isinstance(found, str) else ""

    def go_to_first(self) -> None:
        """Make the first row the current one."""
        self.setCurrentIndex(self._row_from(0, 1))

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show this model, and step off a head whenever rows leave."""
        super().setModel(model)
        if model is not None:
            model.rowsRemoved.connect(self._settle)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where the cursor goes: to the nearest row, never to a head, which would catch it (Qt skips only disabled)."""
        found = super().moveCursor(action, modifiers)
        if not found.isValid() or found.data(RowRole.HEAD) is None:
            return found
        step = -1 if action in BACKWARDS else 1
        ahead = self._row_from(found.row(), step)
        return ahead if ahead.isValid() else self._row_from(found.row(), -step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Shift+Enter opens the contact; the rest is the list's own."""
        current = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.contact_requested if shifted else self.chosen).emit(current)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a head leaves the current row where it is."""
        if self.indexAt(event.position().toPoint()).data(RowRole.HEAD) is None:
            super().mousePressEvent(event)

    def _row_from(self, start: int, step: int) -> QModelIndex:
        model = self.model()
        place = start
        while model is not None and 0 <= place < model.rowCount():
            index = model.index(place, 0)
            if index.data(RowRole.HEAD) is None:
                return index
            place += step
        return QModelIndex()

    def _settle(self) -> None:
        current = self.currentIndex()
        if current.isValid() and current.data(RowRole.HEAD) is None:
            return
        after = self._row_from(max(current.row(), 0), 1)
        self.setCurrentIndex(after if after.isValid() else self._row_from(current.row(), -1))

    def _restyle(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
