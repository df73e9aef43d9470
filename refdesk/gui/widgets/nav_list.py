"""The sidebar's list of views: one stop of the Tab key, the arrows walk it, Enter goes; a rail of icons when narrow."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from refdesk.gui.theme.fonts import BODY, SEMIBOLD
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import marks, painting

HEIGHT, ROW_GAP, GROUP_GAP = 31, 1, 9
ICON, RAIL_ICON, LEFT, RIGHT, ICON_GAP = 17, 18, 8, 10, 10
PILL_WIDTH, PILL_INSET, DOT = 3, 8, 6
CHOOSE_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
ITEM_ROLE = Qt.ItemDataRole.UserRole
COUNT_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class NavItem:
    """One view: its key, title and icon; `unit` follows the count when it is read out; `starts_group` parts it."""

    key: str
    title: str
    icon: str
    unit: str = "to do"
    starts_group: bool = False


class NavList(QListView):
    """`chosen` carries the key of the view that the user goes to; `select` shows where they are."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, items: Sequence[NavItem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rail = False
        self._theme = theme
        self._items = list(items)
        self._model = QStandardItemModel(self)
        for _ in items:
            self._model.appendRow(QStandardItem())
        self.setAccessibleName(name)
        self.setModel(self._model)
        self.setItemDelegate(NavDelegate(theme, self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setCurrentIndex(self._model.index(0, 0))
        for item in items:
            self.set_count(item.key, 0)
        self.clicked.connect(self._choose)
        theme.changed.connect(self._restyle)

    def set_count(self, key: str, count: int) -> None:
        """Show how much waits in a view; 0 shows nothing."""
        place = self._place(key)
        item = self._items[place]
        spoken = f"{item.title}, {count} {item.unit}" if count > 0 else item.title
        index = self._model.index(place, 0)
        self._model.setData(index, item, ITEM_ROLE)
        self._model.setData(index, count, COUNT_ROLE)
        self._model.setData(index, spoken, Qt.ItemDataRole.AccessibleTextRole)
        self._model.setData(index, painting.plain_tool_tip(spoken) if self.rail else "", Qt.ItemDataRole.ToolTipRole)

    def select(self, key: str) -> None:
        """Mark this view as the one that is shown; an empty key marks none."""
        if not key:
            self.clearSelection()
            return
        index = self._model.index(self._place(key), 0)
        keep = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, keep)

    def selected(self) -> str:
        """The key of the view that is shown; empty for none of these."""
        places = self.selectionModel().selectedIndexes()
        return self._items[places[0].row()].key if places else ""

    def set_rail(self, rail: bool) -> None:
        """Show icons alone, with tool tips, or icons and titles."""
        self.rail = rail
        for place, item in enumerate(self._items):
            count = self._model.index(place, 0).data(COUNT_ROLE)
            self.set_count(item.key, count)
        self._restyle()

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        heights = [self.sizeHintForRow(place) for place in range(len(self._items))]
        return QSize(self._theme.px(36 if self.rail else 200), sum(heights))

    def minimumSizeHint(self) -> QSize:
        """One row may stay when the window is very low; the arrows scroll."""
        return QSize(self._theme.px(36), self._theme.px(HEIGHT))

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Walking selects nothing: the selection is the view that is shown, and going there is a choice."""
        return QItemSelectionModel.SelectionFlag.NoUpdate

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the view that the arrows have reached."""
        if event.key() in CHOOSE_KEYS and self.currentIndex().isValid():
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self._items[index.row()].key)

    def _place(self, key: str) -> int:
        return [item.key for item in self._items].index(key)

    def _restyle(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
        self.viewport().update()


class NavDelegate(QStyledItemDelegate):
    """Paints one view of the sidebar: fill, accent pill, icon, title, count; on the rail, icon and dot."""

    def __init__(self, theme: Theme, nav: NavList) -> None:
        super().__init__(nav)
        self._theme = theme
        self._nav = nav

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """A row, with the gap above it."""
        return QSize(option.rect.width(), self._theme.px(HEIGHT) + self._gap(index))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint it, mirrored where text runs from right to left."""
        painter.save()
        painter.setLayoutDirection(option.direction)
        theme, tokens = self._theme, self._theme.tokens
        box = option.rect.adjusted(0, self._gap(index), 0, 0)
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        if on:
            painting.fill(painter, box, tokens.accent_soft)
            pill = QRect(box.left(), box.top() + PILL_INSET, PILL_WIDTH, box.height() - 2 * PILL_INSET)
            painting.fill(painter, painting.mirrored(option.direction, box, pill), tokens.accent, 1)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painting.fill(painter, box, tokens.neutral_soft)
        if painting.shows_focus(option.state):
            painting.focus_ring(painter, box, tokens.focus)
        item, count = index.data(ITEM_ROLE), index.data(COUNT_ROLE)
        role = "accent" if on else "text2"
        if self._nav.rail:
            painting.icon(painter, theme, box, item.icon, role, RAIL_ICON)
            if count:
                dot = QRect(box.right() - 4 - DOT, box.top() + 5, DOT, DOT)
                painting.fill(painter, painting.mirrored(option.direction, box, dot), tokens.accent, DOT // 2)
        else:
            self._paint_wide(painter, option, box, item, count)
        painter.restore()

    def _paint_wide(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, item: NavItem, count: int
    ) -> None:
        theme, px, direction = self._theme, self._theme.px, option.direction
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        spot = painting.centred(box, box.left() + px(LEFT), px(ICON), px(ICON))
        painting.icon(
            painter, theme, painting.mirrored(direction, box, spot), item.icon, "accent" if on else "text2", ICON
        )
        line = box.adjusted(px(LEFT) + px(ICON) + px(ICON_GAP), 0, -px(RIGHT), 0)
        words = painting.mirrored(direction, box, line)
        font = theme.fonts.font(BODY, SEMIBOLD if on else None)
        painting.text(painter, words, item.title, font, theme.tokens.text if on else theme.tokens.text2)
        marks.count_badge(painter, theme, words, count, "text2" if on else "text3")

    def _gap(self, index: QModelIndex | QPersistentModelIndex) -> int:
        if index.row() == 0:
            return 0
        return ROW_GAP + (GROUP_GAP if index.data(ITEM_ROLE).starts_group else 0)
