"""The list of the day: its rows, those that are just being settled, and which row comes next."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from refdesk.gui.theme.theme import Theme
from refdesk.gui.today.rows import MORE, entries_of, lines_by_id, more_row, row_of
from refdesk.gui.widgets.delegate import RowDelegate
from refdesk.gui.widgets.list_model import ListModel
from refdesk.gui.widgets.list_view import ListView
from refdesk.gui.widgets.rows import TODAY_ROW, Row, RowRole
from refdesk.services.daily import Day, Line

STAY_MS = 400
ROOMY = 560
"""Below this width a row has no room for the icon of its method."""


class DayList(ListView):
    """`line_changed` says that another row is the current one, `left` that settled rows have stayed long enough."""

    line_changed = Signal()
    more_requested = Signal()
    ring_clicked = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._day: Day | None = None
        self._lines: dict[str, Line] = {}
        self._settled: set[str] = set()
        self._is_narrow = False
        delegate = RowDelegate(theme, TODAY_ROW)
        super().__init__(theme, "Today's actions", delegate, parent)
        self._theme = theme
        self._model = ListModel(self._fetch, self)
        self.setModel(self._model)
        theme.changed.connect(self._fit)
        self._staying = QTimer(self)
        self._staying.setSingleShot(True)
        self._staying.setInterval(STAY_MS)
        self._staying.timeout.connect(self.left)
        delegate.ring_clicked.connect(self._ring_clicked)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.clicked.connect(self._clicked)

    def line(self) -> Line | None:
        """The line of the current row; None where it is no line."""
        return self._lines.get(self.current_id())

    def is_settled(self, row_id: str) -> bool:
        """Whether a row has been settled and is about to leave."""
        return row_id in self._settled

    @property
    def is_staying(self) -> bool:
        """Whether a settled row is still shown with its ring filled."""
        return self._staying.isActive()

    def settle(self, row_id: str) -> None:
        """Fill a row's ring, and let it stay a moment before it leaves."""
        self._settled.add(row_id)
        self._model.refresh((row_id,))
        self._staying.start()

    def show_day(self, day: Day) -> None:
        """Show these lines; the current one stays, or the next that is left takes its place."""
        wanted = self._next_row([line.id for line in day.lines])
        scrolled = self.verticalScrollBar().value()
        self._day = day
        self._lines = lines_by_id(day.lines)
        self._settled.clear()
        self._model.set_entries(entries_of(day))
        self.doItemsLayout()
        self.verticalScrollBar().setValue(scrolled)
        self.select(wanted)

    def select(self, row_id: str) -> None:
        """Make a row the current one, the first where there is none of this id."""
        place = self._model.place_of(row_id)
        if place.isValid():
            self.setCurrentIndex(place)
        else:
            self.go_to_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the icons where there is room for them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.viewport().width() < self._theme.px(ROOMY)
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._model.refresh(self._lines)

    def _next_row(self, ids: Sequence[str]) -> str:
        """The row to be current among these: the same, or the first after it that is left, or the last before it."""
        current, kept = self.current_id(), set(ids) - self._settled
        if current in kept or not current:
            return current
        before = [*self._lines, MORE]
        at = before.index(current) if current in before else 0
        nearest = (*before[at + 1 :], *reversed(before[:at]))
        return next((row_id for row_id in nearest if row_id in kept), current)

    def _fetch(self, ids: Sequence[str]) -> Sequence[Row]:
        if self._day is None:
            return ()
        today: date = self._day.day
        rows = [
            row_of(self._lines[row_id], today, settled=row_id in self._settled, with_icon=not self._is_narrow)
            for row_id in ids
            if row_id in self._lines
        ]
        return [*rows, more_row(self._day.waiting)] if MORE in ids else rows

    def _current_changed(self, current: QModelIndex) -> None:
        if not current.isValid():
            return
        if self._row_from(0, 1) == current:
            self.scrollToTop()  # so that its section's head is seen too
        self.line_changed.emit()

    def _ring_clicked(self, index: QModelIndex) -> None:
        self.setCurrentIndex(index)
        self.ring_clicked.emit()

    def _clicked(self, index: QModelIndex) -> None:
        if index.data(RowRole.ID) == MORE:
            self.more_requested.emit()
