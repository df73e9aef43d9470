"""The list of people itself: its look, and the jump to a name that is typed."""

from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QWidget

from refdesk.gui.theme.fonts import MICRO, SEMIBOLD
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting
from refdesk.gui.widgets.delegate import INSET, PADDING, Index, RowDelegate
from refdesk.gui.widgets.long_list_view import LongListView
from refdesk.gui.widgets.rows import CONTACT_ROW, RowRole, SectionHead

COLUMN = "Last spoke"
HEAD, HEAD_LINE = 24, 16

ROW = replace(CONTACT_ROW, right_width=0)


class PeopleDelegate(RowDelegate):
    """Rows of people under letters; the first head names the column at the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, ROW, parent)

    def head_height(self) -> int:
        """The height of a letter's line in pixels: lower than other heads, for there are many."""
        return self._theme.px(HEAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row, or a letter without its count."""
        head = index.data(RowRole.HEAD)
        if not isinstance(head, SectionHead):
            super().paint(painter, option, index)
            return
        theme, rect = self._theme, option.rect
        painter.save()
        painter.setLayoutDirection(option.direction)
        height = theme.px(HEAD_LINE)
        line = QRect(
            rect.left() + INSET + PADDING, rect.bottom() + 1 - height, rect.width() - 2 * (INSET + PADDING), height
        )
        painting.text(painter, line, head.title, theme.fonts.font(MICRO, SEMIBOLD), theme.tokens.text2)
        if index.row() == 0:
            end = Qt.AlignmentFlag.AlignRight
            painting.text(painter, line, COLUMN, theme.fonts.font(MICRO), theme.tokens.text2, end)
        painter.restore()


class PeopleView(LongListView):
    """A list that jumps to the name being typed, as the platform's own lists do; `typed` carries the letters so far.

    What is typed goes on while no pause is longer than the platform's.
    """

    typed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Contacts", PeopleDelegate(theme), parent)
        self._typed = ""
        self._since = QElapsedTimer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A space belongs to a name that is being typed; the rest is the list's."""
        if event.key() == Qt.Key.Key_Space and self._is_typing():
            self.keyboardSearch(" ")
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Tell of the letters typed so far, in the place of Qt's own search, which reads every row."""
        self._typed = self._typed + search if self._is_typing() else search
        self._since.restart()
        self.typed.emit(self._typed)

    def _is_typing(self) -> bool:
        return self._since.isValid() and not self._since.hasExpired(QApplication.keyboardInputInterval())
