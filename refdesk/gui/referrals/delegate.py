"""The rows of referrals in columns: who, the three hearts, what is next, when; and the words above the columns."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from refdesk.gui.referrals.rows import ReferralRow
from refdesk.gui.theme.fonts import MEDIUM, MICRO, REGULAR, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting
from refdesk.gui.widgets.delegate import HEART, HEART_GAP, INSET, PADDING, RowDelegate, RowLayout
from refdesk.gui.widgets.rows import REFERRAL_ROW, Row

DUE, GAP, HEAD_HEIGHT = 84, 16, 30
WHO_SHARE, MOST_SHARE, NAME = 0.55, 0.62, 204
"""How much of the room that hearts and day leave goes to who it is; more where a name would not fit else."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each column begins and how wide it is, from left to right, within a row's box."""

    who: QRect
    hearts: QRect
    next: QRect
    due: QRect


def columns(theme: Theme, box: QRect) -> Columns:
    """The columns of a row that takes this box."""
    px = theme.px
    inner = box.adjusted(PADDING, 0, -PADDING, 0)
    hearts, gap = 3 * px(HEART) + 2 * px(HEART_GAP), px(GAP)
    due = QRect(inner.right() + 1 - px(DUE), inner.top(), px(DUE), inner.height())
    room = inner.width() - hearts - due.width() - 3 * gap
    wide = round(max(room * WHO_SHARE, min(px(NAME), room * MOST_SHARE)))
    who = QRect(inner.left(), inner.top(), wide, inner.height())
    marks = QRect(who.right() + 1 + gap, inner.top(), hearts, inner.height())
    left = marks.right() + 1 + gap
    return Columns(who, marks, QRect(left, inner.top(), due.left() - gap - left, inner.height()), due)


class ReferralDelegate(RowDelegate):
    """Paints a `ReferralRow`; a referral given has no hearts."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, REFERRAL_ROW, parent)

    def layout(self, rect: QRect, row: Row, direction: Qt.LayoutDirection) -> RowLayout:
        """The common parts, moved into the columns."""
        common = super().layout(rect, row, Qt.LayoutDirection.LeftToRight)
        at = columns(self._theme, rect.adjusted(INSET, 0, -INSET, 0))
        px = self._theme.px
        hearts = tuple(
            painting.centred(at.hearts, at.hearts.left() + place * (px(HEART) + px(HEART_GAP)), px(HEART), px(HEART))
            for place in range(len(row.hearts))
        )
        lines = [
            QRect(line.left(), line.top(), at.who.right() + 1 - line.left(), line.height())
            for line in (common.title, common.second)
        ]

        def place(part: QRect) -> QRect:
            return painting.mirrored(direction, rect, part)

        return replace(
            common,
            box=place(common.box),
            avatar=place(common.avatar),
            right=place(at.due),
            hearts=tuple(map(place, hearts)),
            title=place(lines[0]),
            second=place(lines[1]),
        )

    def paint_extra(self, painter: QPainter, layout: RowLayout, row: Row) -> None:
        """Paint what is next."""
        if isinstance(row, ReferralRow):
            font = self._theme.fonts.font(SMALL, REGULAR)
            painting.text(
                painter, self._next_rect(painter.layoutDirection(), layout), row.next, font, self._theme.tokens.text2
            )

    def tool_tip(self, option: QStyleOptionViewItem, row: Row, point: QPoint) -> str:
        """The whole of what is next too, where it was shortened."""
        words = super().tool_tip(option, row, point)
        if isinstance(row, ReferralRow):
            layout = self.layout(option.rect, row, option.direction)
            room = self._next_rect(option.direction, layout).width()
            if painting.text_width(row.next, self._theme.fonts.font(SMALL, REGULAR)) > room:
                words = f"{words}\n{row.next}".strip()
        return words

    def _next_rect(self, direction: Qt.LayoutDirection, layout: RowLayout) -> QRect:
        return painting.mirrored(direction, layout.box, columns(self._theme, layout.box).next)


class ColumnHeads(QWidget):
    """The words above the columns, over a list of the same width."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._width = 0
        theme.changed.connect(self._restyle)

    def follow(self, width: int) -> None:
        """Stand over rows of this width, which a scroll bar may have narrowed."""
        self._width = width
        self.update()

    def sizeHint(self) -> QSize:
        """30 pixels high."""
        return QSize(0, self._theme.px(HEAD_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the four words."""
        theme = self._theme
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        box = QRect(INSET, 0, (self._width or self.width()) - 2 * INSET, self.height())
        at = columns(theme, box)
        right = Qt.AlignmentFlag.AlignRight
        left = Qt.AlignmentFlag.AlignLeft
        heads = (
            ("Referral", at.who, left),
            ("Thanked", at.hearts, left),
            ("Next", at.next, left),
            ("Due", at.due, right),
        )
        for words, rect, align in heads:
            visual = painting.mirrored(self.layoutDirection(), self.rect(), rect)
            painting.text(painter, visual, words, theme.fonts.font(MICRO, MEDIUM), theme.tokens.text3, align)
        painter.end()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
