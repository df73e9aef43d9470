"""A list as long as one likes: its rows are of one height, its heads of another, so that places are reckoned, not kept.

Qt's own list asks every row for its size before it paints the first one: a second for a hundred thousand.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QCursor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.delegate import RowDelegate
from refdesk.gui.widgets.list_model import ListModel
from refdesk.gui.widgets.list_view import BACKWARDS, ListView

Action = QAbstractItemView.CursorAction
Hint = QAbstractItemView.ScrollHint
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Places:
    """Where `count` rows stand, those numbered in `heads` being heads; heights in pixels."""

    count: int
    heads: Sequence[int]
    row_height: int
    head_height: int

    @property
    def height(self) -> int:
        """The height of all rows together."""
        return self.top(self.count)

    def top(self, row: int) -> int:
        """How far below the first row's top this one begins."""
        return row * self.row_height - bisect_left(self.heads, row) * (self.row_height - self.head_height)

    def height_of(self, row: int) -> int:
        """The height of one row."""
        return self.top(row + 1) - self.top(row)

    def row_at(self, y: int) -> int:
        """The row at so many pixels below the first row's top; -1 for none."""
        if not 0 <= y < self.height:
            return -1
        before = bisect_right(self.heads, y, key=self.top)
        if before == 0:
            return y // self.row_height
        head = self.heads[before - 1]
        below = y - self.top(head) - self.head_height
        return head if below < 0 else head + 1 + below // self.row_height


class LongListView(ListView):
    """A `ListView` over a `ListModel` that opens at once however long it is."""

    _places: Places | None = None  # of the class, for Qt asks for geometries while the view is being made

    def __init__(self, theme: Theme, name: str, delegate: RowDelegate, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, delegate, parent)
        theme.changed.connect(self.doItemsLayout)

    def places(self) -> Places:
        """Where the rows stand now."""
        if self._places is None:
            model, delegate = self.model(), self.itemDelegate()
            if not isinstance(model, ListModel) or not isinstance(delegate, RowDelegate):
                return Places(0, (), 1, 1)
            self._places = Places(model.rowCount(), model.heads(), delegate.row_height(), delegate.head_height())
        return self._places

    def reset(self) -> None:
        """Begin anew with the model's new rows."""
        self._places = None
        super().reset()

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Paint changed rows anew where they stand, for no height follows from a row; Qt's own would lay all out."""
        QAbstractItemView.dataChanged(self, first, last, roles)

    def doItemsLayout(self) -> None:
        """Reckon anew; Qt's own list would ask every row."""
        self._places = None
        QAbstractItemView.doItemsLayout(self)

    def visualRect(self, index: Index) -> QRect:
        """Where a row stands in the viewport."""
        if not index.isValid():
            return QRect()
        places = self.places()
        top = places.top(index.row()) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), places.height_of(index.row()))

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The row at a point of the viewport."""
        row = self.places().row_at(point.y() + self.verticalOffset())
        return self.model().index(row, 0) if row >= 0 else QModelIndex()

    def verticalOffset(self) -> int:
        """How far it is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted, and have painted what comes in; Qt's own list moves what it has laid out: nothing."""
        self.viewport().scroll(0, dy)

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = Hint.EnsureVisible) -> None:
        """Scroll until a row is seen; a first row brings the head above it."""
        if not index.isValid():
            return
        places, page = self.places(), self.viewport().height()
        row = index.row()
        above = row - 1 if row - 1 in places.heads[:1] else row
        top, bottom = places.top(above), places.top(row + 1)
        bar = self.verticalScrollBar()
        self.updateGeometries()
        if hint == Hint.PositionAtCenter:
            bar.setValue((top + bottom - page) // 2)
        elif hint == Hint.PositionAtTop or top < bar.value():
            bar.setValue(top)
        elif hint == Hint.PositionAtBottom or bottom > bar.value() + page:
            bar.setValue(bottom - page)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where a key leads: never to a head."""
        places, current = self.places(), self.currentIndex().row()
        page = max(1, self.viewport().height() // places.row_height - 1)
        targets = {
            Action.MoveHome: 0,
            Action.MoveEnd: places.count - 1,
            Action.MovePageUp: max(0, current - page),
            Action.MovePageDown: min(places.count - 1, current + page),
        }
        backwards = action in BACKWARDS
        target = targets.get(action, current - 1 if backwards else current + 1)
        step = -1 if backwards or action == Action.MoveEnd else 1
        found = self._row_from(target, step)
        if not found.isValid():
            found = self._row_from(target, -step)
        return found if found.isValid() else self.currentIndex()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the row at the corner of `rect`."""
        index = self.indexAt(rect.topLeft())
        chosen = QItemSelection()
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsSelectable:
            chosen.select(index, index)
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Where the selected rows are seen."""
        region = QRegion()
        for index in selection.indexes():
            region += QRegion(self.visualRect(index))
        return region

    def updateGeometries(self) -> None:
        """Let the scroll bar reach over all rows."""
        places, bar = self.places(), self.verticalScrollBar()
        bar.setSingleStep(places.row_height)
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(0, places.height - self.viewport().height()))
        QAbstractItemView.updateGeometries(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that are seen."""
        places, painter = self.places(), QPainter(self.viewport())
        first = places.row_at(max(0, event.rect().top() + self.verticalOffset()))
        last = places.row_at(min(places.height - 1, event.rect().bottom() + self.verticalOffset()))
        pointer = self.viewport().mapFromGlobal(QCursor.pos())
        hovered = self.indexAt(pointer) if self.viewport().underMouse() else QModelIndex()
        usual = QStyleOptionViewItem()
        self.initViewItemOption(usual)
        for row in range(first, last + 1) if first >= 0 else ():
            index = self.model().index(row, 0)
            self.itemDelegate().paint(painter, self._option(usual, index, hovered), index)
        painter.end()

    def _option(self, usual: QStyleOptionViewItem, index: QModelIndex, hovered: QModelIndex) -> QStyleOptionViewItem:
        option = QStyleOptionViewItem(usual)
        option.rect = self.visualRect(index)
        if self.selectionModel().isSelected(index):
            option.state |= QStyle.StateFlag.State_Selected
        if index == hovered:
            option.state |= QStyle.StateFlag.State_MouseOver
        if index != self.currentIndex() or not self.hasFocus():
            option.state &= ~QStyle.StateFlag.State_HasFocus
        return option
