"""The agenda of the next swap as a list in a box: what to offer, what to ask for, what was promised."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QItemSelectionModel, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import marks, painting
from refdesk.gui.widgets.days import short_day
from refdesk.gui.widgets.delegate import GAP, ICON, INSET, PADDING, RowDelegate, RowLayout
from refdesk.gui.widgets.list_model import ListModel
from refdesk.gui.widgets.list_view import ListView
from refdesk.gui.widgets.marks import Tone
from refdesk.gui.widgets.rows import Row, RowShape
from refdesk.services.partner_list import AgendaLine

AGENDA_ROW = RowShape(padding=9, compact_padding=5)
ICONS = {"offer": "arrow-up-right", "ask": "arrow-down-left", "promised": "flag"}


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaRow(Row):
    """A row with an icon before its words, and a chip at its end or none."""

    lead: str
    chip: str = ""


class AgendaDelegate(RowDelegate):
    """Paints the icon that says which kind a line is, and its chip."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, AGENDA_ROW)

    def layout(self, rect: QRect, row: Row, direction: Qt.LayoutDirection) -> RowLayout:
        """As every row, between the icon and the chip."""
        lead = self._theme.px(ICON) + GAP
        words = row.chip if isinstance(row, AgendaRow) else ""
        chip = marks.chip_width(self._theme, words) if words else 0
        inner = painting.mirrored(direction, rect, rect.adjusted(lead, 0, -(chip + GAP if chip else 0), 0))
        icon = painting.centred(rect, rect.left() + INSET + PADDING, lead - GAP, lead - GAP)
        height = self._theme.px(marks.CHIP_HEIGHT)
        spot = painting.centred(rect, rect.right() + 1 - INSET - PADDING - chip, chip, height)
        return replace(
            super().layout(inner, row, direction),
            box=rect.adjusted(2, 2, -2, -2),
            icon=painting.mirrored(direction, rect, icon),
            right=painting.mirrored(direction, rect, spot),
        )

    def paint_extra(self, painter: QPainter, layout: RowLayout, row: Row) -> None:
        """Draw the icon and the chip."""
        if isinstance(row, AgendaRow):
            painting.icon(painter, self._theme, layout.icon, row.lead, "text2", ICON)
            if row.chip:
                marks.chip(painter, self._theme, layout.right, row.chip, row.tone)


class AgendaList(ListView):
    """As high as its lines; Tab goes on, the arrows walk."""

    def __init__(self, theme: Theme) -> None:
        delegate = AgendaDelegate(theme)
        super().__init__(theme, "Agenda", delegate)
        self._theme = theme
        self._delegate = delegate
        self._lines: dict[str, AgendaLine] = {}
        self._today = date.min
        self._model = ListModel(self._fetch, self)
        self.setModel(self._model)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: Sequence[AgendaLine], today: date) -> None:
        """Show these; the current line stays in its place."""
        place = self.currentIndex().row()
        self._today = today
        self._lines = {str(number): line for number, line in enumerate(lines)}
        self._model.set_entries(list(self._lines))
        if lines:
            self.setCurrentIndex(self._model.index(min(max(place, 0), len(lines) - 1)))
        self._select()
        self.updateGeometry()

    def current_line(self) -> AgendaLine | None:
        """The line that the user stands on."""
        return self._lines.get(self.current_id())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the user stands."""
        super().focusInEvent(event)
        self._select()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Look like plain lines again."""
        super().focusOutEvent(event)
        self._select()

    def sizeHint(self) -> QSize:
        """All its lines."""
        return QSize(self._theme.px(240), self._delegate.row_height() * len(self._lines) + 2)

    def minimumSizeHint(self) -> QSize:
        """The same height: the page scrolls, not the list."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines between the rows, and the box around them."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for place in range(1, len(self._lines)):
            top = self.visualRect(self._model.index(place)).top()
            painting.hairline(painter, QRect(0, top, self.width(), 1), self._theme.tokens.border)
        painting.outline(painter, self.viewport().rect(), self._theme.tokens.border, painting.CARD_RADIUS)
        painter.end()

    def _select(self) -> None:
        """Only with the focus is a line marked: without it none is more than the others."""
        if self.hasFocus() and self.currentIndex().isValid():
            self.selectionModel().select(self.currentIndex(), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        else:
            self.selectionModel().clearSelection()

    def _fetch(self, ids: Sequence[str]) -> Sequence[Row]:
        return [_row(id_, self._lines[id_], self._today) for id_ in ids if id_ in self._lines]


def _row(id_: str, line: AgendaLine, today: date) -> AgendaRow:
    late = (today - line.due).days if line.due else 0
    due = f"{late} {'day' if late == 1 else 'days'} late" if late > 0 else ""
    due = due or (f"Due {short_day(line.due, today)}" if line.due else "")
    chip = due or ("" if line.record else "Suggested")
    spoken = f"{line.title}. {line.why} {chip}".strip()
    return AgendaRow(
        id=id_,
        title=line.title,
        second=line.why,
        lead=ICONS[line.kind],
        chip=chip,
        tone=Tone.BAD if late > 0 else Tone.WARN if line.due else Tone.NEUTRAL,
        accessible=spoken,
        description="Space marks it done, Del takes it off" if line.record else "",
    )
