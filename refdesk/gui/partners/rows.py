"""The list of partners: three groups, each row with a small bar of what was given and received."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from refdesk.gui.partners.words import GROUP_TITLES, spoken, swap_line
from refdesk.gui.theme.fonts import SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting
from refdesk.gui.widgets.delegate import GAP, INSET, PADDING, RowDelegate, RowLayout
from refdesk.gui.widgets.list_model import Entry
from refdesk.gui.widgets.rows import PARTNER_ROW, Row, SectionHead
from refdesk.services.partner_list import GROUPS, PartnerLine

BAR, BAR_HEIGHT, NUMBER, MIDDLE = 128, 10, 20, 16
FULL = 6
"""How many fill half of the bar, at least; where somebody has more, they do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerRow(Row):
    """A row with what was given and received; ``most`` is the largest number of all rows, which fills half a bar."""

    gave: int
    received: int
    most: int


class PartnerDelegate(RowDelegate):
    """Paints the bar at the end of a row: given filled, received outlined, each with its number."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, PARTNER_ROW)

    def layout(self, rect: QRect, row: Row, direction: Qt.LayoutDirection) -> RowLayout:
        """As every row, before the room that the bar takes."""
        width = self._theme.px(BAR)
        before = painting.mirrored(direction, rect, rect.adjusted(0, 0, -width - GAP, 0))
        end = QRect(rect.right() + 1 - INSET - PADDING - width, rect.top(), width, rect.height())
        box = rect.adjusted(INSET, 0, -INSET, 0)
        return replace(super().layout(before, row, direction), box=box, right=painting.mirrored(direction, rect, end))

    def paint_extra(self, painter: QPainter, layout: RowLayout, row: Row) -> None:
        """Draw the two halves from the middle outwards, and the numbers at their ends."""
        if not isinstance(row, PartnerRow):
            return
        theme, tokens, px, room = self._theme, self._theme.tokens, self._theme.px, layout.right
        middle, top = room.center().x(), room.center().y() - px(BAR_HEIGHT) // 2
        half, gap = room.width() // 2 - px(NUMBER), px(4)
        gave, received = (half * count // max(row.most, FULL) for count in (row.gave, row.received))
        font, end = theme.fonts.tabular(SMALL), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        left = QRect(middle - gave, top, gave, px(BAR_HEIGHT))
        right = QRect(middle + 1, top, received, px(BAR_HEIGHT))
        if row.gave:
            painting.fill(painter, left, tokens.accent, 2)
        if row.received:
            painting.fill(painter, right, tokens.heat1, 2)
            painting.outline(painter, right, tokens.accent, 2)
        line = QRect(middle, room.center().y() - px(MIDDLE) // 2, 1, px(MIDDLE))
        painting.hairline(painter, line, tokens.border_strong)
        before = QRect(room.left() - px(8), room.top(), left.left() - gap - room.left() + px(8), room.height())
        after = QRect(right.right() + 1 + gap, room.top(), px(NUMBER) * 2, room.height())
        painting.text(painter, before, str(row.gave), font, tokens.text2, end)
        start = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        painting.text(painter, after, str(row.received), font, tokens.text2, start)


def entries(lines: Sequence[PartnerLine]) -> list[Entry]:
    """The ids of the partnerships under the heads of their groups; an empty group has none."""
    found: list[Entry] = []
    for group in GROUPS:
        ids = [line.partner.id for line in lines if line.group == group]
        found += [SectionHead(GROUP_TITLES[group], len(ids)), *ids] if ids else []
    return found


def row(line: PartnerLine, most: int, today: date) -> PartnerRow:
    """One partnership as its row."""
    due = not line.partner.paused and line.partner.next_on and line.partner.next_on <= today
    return PartnerRow(
        id=line.partner.id,
        title=line.name,
        second=swap_line(line, today),
        avatar=line.name,
        accessible=spoken(line, today),
        description="Space marks you met" if due else "Space logs a swap",
        gave=line.balance.gave,
        received=line.balance.received,
        most=most,
    )
