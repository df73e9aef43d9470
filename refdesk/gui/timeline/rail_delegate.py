"""The look that timelines share: discs on a rail, rows as high as their words, and room for a form in place of one."""

from abc import abstractmethod
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem, QWidget

from refdesk.gui.theme.fonts import SEMIBOLD, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting
from refdesk.gui.widgets.delegate import INSET, Index, RowDelegate
from refdesk.gui.widgets.rows import TODAY_ROW, RowRole, SectionHead

SIDE, DISC, ICON, GAP = 20, 28, 16, 12
MOST_KEPT = 2_000
"""Of how many rows the places are kept; each width of the window has its own."""


@dataclass(frozen=True, slots=True)
class RailPlaces:
    """Where the parts of one row stand, from the row's upper left corner, in a window from left to right."""

    height: int
    disc: QRect


Record = TypeVar("Record")
Places = TypeVar("Places", bound=RailPlaces)


class RailDelegate(RowDelegate, Generic[Record, Places]):
    """Paints rows that hold a `Record`, and heads; the places of a row are kept until the look changes or `forget`."""

    HEAD, HEAD_ABOVE = 0, 0
    """The height of a head, and how much of it stands above its words, in pixels at 100 %."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, TODAY_ROW, parent)
        self._kept: dict[tuple[str, int], Places] = {}
        self._edited, self._form_height = "", 0
        theme.changed.connect(self.forget)

    @abstractmethod
    def lay_out(self, record: Record, width: int) -> Places:
        """Where the parts of a record's row stand in a list so wide."""

    @abstractmethod
    def paint_record(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, record: Record) -> None:
        """Paint a record's row upon its ground."""

    def forget(self) -> None:
        """Lay everything out anew: records may have changed."""
        self._kept.clear()

    def set_edited(self, id_: str, height: int) -> None:
        """Leave so much room for the form that lies over a row; an empty id for none."""
        self._edited, self._form_height = id_, height

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the list, as high as the words."""
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else 0
        if index.data(RowRole.HEAD) is not None:
            return QSize(width, self._theme.px(self.HEAD))
        if index.data(RowRole.ID) == self._edited:
            return QSize(width, self._form_height)
        return QSize(width, self.places(index, width).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a head, or a row: fill, focus ring, and what it holds; nothing below a form."""
        painter.save()
        painter.setLayoutDirection(option.direction)
        head = index.data(RowRole.HEAD)
        if isinstance(head, SectionHead):
            line = option.rect.adjusted(SIDE, self._theme.px(self.HEAD_ABOVE), -SIDE, 0)
            font = self._theme.fonts.font(SMALL, SEMIBOLD)
            painting.text(painter, line, head.title, font, self._theme.tokens.text2)
        elif index.data(RowRole.ID) != self._edited:
            self._paint_box(painter, option.state, option.rect.adjusted(INSET, 0, -INSET, 0))
            self.paint_record(painter, option, index, index.data(RowRole.ROW))
        painter.restore()

    def places(self, index: Index, width: int) -> Places:
        """Where the parts of a row stand in a list so wide."""
        key = (index.data(RowRole.ID), width)
        if key not in self._kept:
            if len(self._kept) > MOST_KEPT:
                self._kept.clear()
            self._kept[key] = self.lay_out(index.data(RowRole.ROW), width)
        return self._kept[key]

    def direction(self) -> Qt.LayoutDirection:
        """Whether the list's text runs from the left or from the right."""
        view = self.parent()
        return view.layoutDirection() if isinstance(view, QWidget) else Qt.LayoutDirection.LeftToRight

    def paint_disc(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, disc: QRect, icon: str) -> None:
        """Paint a row's disc with its icon, joined by the rail to its neighbours under the same head."""
        tokens, radius = self._theme.tokens, disc.width() // 2
        self._paint_rail(painter, option.rect, disc, index)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painting.fill(painter, disc, tokens.base if selected else tokens.panel, radius)
        painting.outline(painter, disc, tokens.border, radius)
        painting.icon(painter, self._theme, disc, icon, "text2", ICON)

    def _paint_rail(self, painter: QPainter, rect: QRect, disc: QRect, index: Index) -> None:
        model, middle, colour = index.model(), disc.center().x(), self._theme.tokens.border
        if model.index(index.row() - 1, 0).data(RowRole.ROW) is not None:
            painting.hairline(painter, QRect(middle, rect.top(), 1, disc.top() - rect.top()), colour)
        if model.index(index.row() + 1, 0).data(RowRole.ROW) is not None:
            painting.hairline(painter, QRect(middle, disc.bottom() + 1, 1, rect.bottom() - disc.bottom()), colour)
