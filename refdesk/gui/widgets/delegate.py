"""The painter of rows: always in one order, in the theme's colours, from heights that follow the fonts."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip, QWidget

from refdesk.gui.theme.fonts import MEDIUM, REGULAR, SEMIBOLD, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import marks, painting
from refdesk.gui.widgets.rows import Row, RowRole, RowShape, SectionHead

INSET, PADDING, GAP = 7, 13, 11
RING, PIP, PIP_GAP, HEART, HEART_GAP, ICON = 18, 13, 3, 16, 4, 16
HEAD_ABOVE, HEAD_BELOW, HEAD_ICON, HEAD_GAP = 10, 4, 14, 7
HIT = 24

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class RowLayout:
    """Where the parts of one row stand, from left to right; a part that is not shown has no width."""

    box: QRect
    ring: QRect
    avatar: QRect
    icon: QRect
    right: QRect
    hearts: tuple[QRect, ...]
    pips: tuple[QRect, ...]
    title: QRect
    second: QRect


class RowDelegate(QStyledItemDelegate):
    """Paints `Row` and `SectionHead` records; a view with more to show overrides `paint_extra`.

    The signals carry the row's index, and which heart or pip was clicked, counted from 0.
    """

    ring_clicked = Signal(QModelIndex)
    heart_clicked = Signal(QModelIndex, int)
    pip_clicked = Signal(QModelIndex, int)

    def __init__(self, theme: Theme, shape: RowShape, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shape = shape

    def row_height(self) -> int:
        """The height of a row in pixels, at this text size and density."""
        fonts, shape = self._theme.fonts, self._shape
        padding = shape.compact_padding if self._theme.compact else shape.padding
        return 2 * padding + fonts.line(shape.title) + fonts.line(shape.second)

    def head_height(self) -> int:
        """The height of a section head in pixels."""
        return HEAD_ABOVE + self._theme.fonts.line(SMALL) + HEAD_BELOW

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The size of a row or a head; asks the model only which of the two it is, so that nothing is fetched."""
        head = index.data(RowRole.HEAD) is not None
        return QSize(option.rect.width(), self.head_height() if head else self.row_height())

    def layout(self, rect: QRect, row: Row, direction: Qt.LayoutDirection) -> RowLayout:
        """Where the parts of `row` stand in the item's `rect`, mirrored where text runs from right to left."""
        px, shape = self._theme.px, self._shape
        box = rect.adjusted(INSET, 0, -INSET, 0)
        left, end = box.left() + PADDING, box.right() + 1 - PADDING
        ring = painting.centred(box, left, px(RING) if row.ring else 0, px(RING))
        left = ring.right() + 1 + (GAP if row.ring else 0)
        avatar = painting.centred(box, left, px(shape.avatar) if row.avatar else 0, px(shape.avatar))
        left = avatar.right() + 1 + (GAP if row.avatar else 0)
        right, end = self._right_column(box, row, end)
        icon = painting.centred(box, end - (px(ICON) if row.icon else 0), px(ICON) if row.icon else 0, px(ICON))
        end = icon.left() - (GAP if row.icon else 0)
        hearts = _series(box, end, len(row.hearts), px(HEART), px(HEART_GAP))
        end = hearts[0].left() - GAP if hearts else end
        title_line, second_line = self._theme.fonts.line(shape.title), self._theme.fonts.line(shape.second)
        lines = title_line + (second_line if row.second else 0)
        title = QRect(left, box.top() + (box.height() - lines) // 2, end - left, title_line)
        second = QRect(left, title.bottom() + 1, end - left, second_line if row.second else 0)
        pips = _series(title, end, 1 if row.held else len(row.pips), px(PIP), px(PIP_GAP))
        if pips:
            title.setRight(pips[0].left() - GAP)

        def place(part: QRect) -> QRect:
            return painting.mirrored(direction, rect, part)

        marks_of_row = (tuple(map(place, hearts)), tuple(map(place, pips)))
        return RowLayout(
            place(box),
            place(ring),
            place(avatar),
            place(icon),
            place(right),
            *marks_of_row,
            place(title),
            place(second),
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a head, or a row: fill, focus ring, ring and avatar, icons, right text, title, second line."""
        painter.save()
        painter.setLayoutDirection(option.direction)
        head, row = index.data(RowRole.HEAD), index.data(RowRole.ROW)
        if isinstance(head, SectionHead):
            self._paint_head(painter, option, head)
        elif isinstance(row, Row):
            self._paint_row(painter, option, row)
        painter.restore()

    def paint_extra(self, painter: QPainter, layout: RowLayout, row: Row) -> None:
        """Paint what only this view's rows have, between the icons and the text; nothing here."""

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:  # a click that hits a mark is used up, so that it selects nothing else
        """Act on a click within 24 by 24 pixels of a ring, a heart or a pip."""
        row = index.data(RowRole.ROW)
        if not isinstance(event, QMouseEvent) or not isinstance(row, Row):
            return False
        if event.type() != QEvent.Type.MouseButtonRelease or event.button() != Qt.MouseButton.LeftButton:
            return False
        layout = self.layout(option.rect, row, option.direction)
        point, at = event.position().toPoint(), model.index(index.row(), 0)
        if row.ring and _hit(layout.ring).contains(point):
            self.ring_clicked.emit(at)
        elif (heart := _which(layout.hearts, point)) >= 0:
            self.heart_clicked.emit(at, heart)
        elif not row.held and (pip := _which(layout.pips, point)) >= 0:
            self.pip_clicked.emit(at, pip)
        else:
            return False
        return True

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Say which gate a pip stands for, or give the whole text of a line that was shortened."""
        row = index.data(RowRole.ROW)
        words = self.tool_tip(option, row, event.pos()) if isinstance(row, Row) else ""
        QToolTip.showText(event.globalPos(), painting.plain_tool_tip(words), view)
        return True

    def tool_tip(self, option: QStyleOptionViewItem, row: Row, point: QPoint) -> str:
        """What the tool tip says at this point of the row; empty for nothing."""
        layout = self.layout(option.rect, row, option.direction)
        pip = _which(layout.pips, point)
        if 0 <= pip < len(row.pip_notes):
            return row.pip_notes[pip]
        fonts, shape = self._theme.fonts, self._shape
        lines = (
            (row.title, layout.title, fonts.font(shape.title, shape.title_weight)),
            (row.second, layout.second, fonts.font(shape.second, REGULAR)),
        )
        return "\n".join(words for words, rect, font in lines if painting.text_width(words, font) > rect.width())

    def _right_column(self, box: QRect, row: Row, end: int) -> tuple[QRect, int]:
        if not row.right:
            return QRect(end, box.top(), 0, box.height()), end
        wanted = painting.text_width(row.right, self._right_font(row))
        width = max(self._theme.px(self._shape.right_width), wanted)
        return QRect(end - width, box.top(), width, box.height()), end - width - GAP

    def _right_font(self, row: Row) -> QFont:
        return self._theme.fonts.tabular(SMALL, SEMIBOLD if row.tone is marks.Tone.BAD else None)

    def _paint_head(self, painter: QPainter, option: QStyleOptionViewItem, head: SectionHead) -> None:
        theme, rect, direction = self._theme, option.rect, option.direction
        left = rect.left() + INSET + PADDING
        line = QRect(left, rect.top() + HEAD_ABOVE, rect.right() + 1 - left - INSET - PADDING, theme.fonts.line(SMALL))
        if head.icon:
            side = theme.px(HEAD_ICON)
            spot = painting.centred(line, line.left(), side, side)
            painting.icon(painter, theme, painting.mirrored(direction, rect, spot), head.icon, "text3", HEAD_ICON)
            line.setLeft(spot.right() + 1 + HEAD_GAP)
        font = theme.fonts.font(SMALL, SEMIBOLD)
        words = painting.mirrored(direction, rect, line)
        painting.text(painter, words, head.title, font, theme.tokens.text2)
        line.setLeft(line.left() + painting.text_width(head.title, font) + HEAD_GAP)
        count = theme.fonts.tabular(SMALL, MEDIUM)
        spot = painting.mirrored(direction, rect, line)
        painting.text(painter, spot, str(head.count) if head.count else "", count, theme.tokens.text3)

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        theme, tokens = self._theme, self._theme.tokens
        layout = self.layout(option.rect, row, option.direction)
        self._paint_box(painter, option.state, layout.box)
        if row.ring:
            marks.done_ring(painter, theme, layout.ring, row.ring)
        if row.avatar:
            marks.avatar(painter, theme, layout.avatar, row.avatar)
        if row.icon:
            painting.icon(painter, theme, layout.icon, row.icon, "text3", ICON)
        for spot, heart in zip(layout.hearts, row.hearts, strict=True):
            marks.heart(painter, theme, spot, heart)
        if row.held:
            painting.icon(painter, theme, layout.pips[0], "hand", "text2", PIP)
        else:
            for spot, pip in zip(layout.pips, row.pips, strict=True):
                marks.pip(painter, theme, spot, pip)
        self.paint_extra(painter, layout, row)
        right = tokens.colour(row.tone.text_role)
        painting.text(painter, layout.right, row.right, self._right_font(row), right, Qt.AlignmentFlag.AlignRight)
        title, second = self._shape.title, self._shape.second
        painting.text(painter, layout.title, row.title, theme.fonts.font(title, self._shape.title_weight), tokens.text)
        painting.text(painter, layout.second, row.second, theme.fonts.font(second, REGULAR), tokens.text2)

    def _paint_box(self, painter: QPainter, state: QStyle.StateFlag, box: QRect) -> None:
        tokens = self._theme.tokens
        if state & QStyle.StateFlag.State_Selected:
            active = state & QStyle.StateFlag.State_Active
            painting.fill(painter, box, tokens.accent_soft if active else tokens.neutral_soft)
            if tokens.accent_soft == tokens.base:  # high contrast has no soft fills
                painting.outline(painter, box, tokens.accent)
        elif state & QStyle.StateFlag.State_MouseOver:
            painting.fill(painter, box, tokens.hover)
        if painting.shows_focus(state):
            painting.focus_ring(painter, box, tokens.focus)


def _series(line: QRect, end: int, count: int, side: int, gap: int) -> tuple[QRect, ...]:
    start = end - count * side - (count - 1) * gap
    return tuple(painting.centred(line, start + place * (side + gap), side, side) for place in range(count))


def _hit(mark: QRect) -> QRect:
    grown = QRect(0, 0, max(HIT, mark.width()), max(HIT, mark.height()))
    grown.moveCenter(mark.center())
    return grown


def _which(series: tuple[QRect, ...], point: QPoint) -> int:
    near = [place for place, mark in enumerate(series) if _hit(mark).contains(point)]
    return min(near, key=lambda place: abs(series[place].center().x() - point.x()), default=-1)
