"""The list of Ready to ask: groups in the method's order, each begun and shown further on demand."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from refdesk.domain.words import State
from refdesk.gui.ready.rows import TO_SORT, entries_of, is_person, more_state, part_rows, person_row
from refdesk.gui.session import Session
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.delegate import RowDelegate
from refdesk.gui.widgets.list_model import ListModel
from refdesk.gui.widgets.list_view import ListView
from refdesk.gui.widgets.rows import READY_ROW, Row
from refdesk.services.ready_list import Groups, rows

FIRST, FURTHER = 200, 1_000
"""How many of a group are shown at first, and how many more each time that more are asked for."""


class ReadyList(ListView):
    """`person_changed` says that another row is the current one; the others tell of rows that open something else."""

    person_changed = Signal()
    details_requested = Signal()
    more_requested = Signal()
    sorting_requested = Signal()
    gate_requested = Signal(int)

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        delegate = RowDelegate(theme, READY_ROW)
        super().__init__(theme, "Who is ready to be asked", delegate, parent)
        self._session = session
        self._found = Groups((), 0)
        self._limits: dict[State, int] = dict.fromkeys(("ready", "almost", "hold", "reconnect", "nurture"), FIRST)
        self._model = ListModel(self._fetch, self)
        self.setModel(self._model)
        delegate.pip_clicked.connect(self._pip_clicked)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.clicked.connect(self._clicked)
        self.chosen.connect(self._choose)

    @property
    def limits(self) -> dict[State, int]:
        """How many of each group are wanted; none of one that is closed."""
        return self._limits

    def current_person(self) -> str:
        """The id of whom the current row stands for; empty where it stands for nobody."""
        row_id = self.current_id()
        return row_id if is_person(row_id) else ""

    def show_groups(self, found: Groups, *, select: bool) -> None:
        """Show these; the current row and the scroll stay where they can. ``select`` makes sure that one is current."""
        place, row_id = self.currentIndex().row(), self.current_id()
        scrolled = self.verticalScrollBar().value()
        self._found = found
        self._model.set_entries(entries_of(found))
        self.doItemsLayout()
        self.verticalScrollBar().setValue(scrolled)
        again = self._model.place_of(row_id)
        if again.isValid():
            self.setCurrentIndex(again)
        elif place >= 0 or select:
            self.select_at(max(place, 0))

    def select(self, row_id: str) -> None:
        """Make a row the current one, where it is shown."""
        place = self._model.place_of(row_id)
        if place.isValid():
            self.setCurrentIndex(place)

    def select_at(self, place: int) -> None:
        """Make the row at this place, or the next that is no head, the current one; the last where there is none."""
        count = self._model.rowCount()
        after = [self._model.index(at) for at in (*range(place, count), *range(min(place, count) - 1, -1, -1))]
        row = next((index for index in after if index.flags() & index.flags().ItemIsSelectable), QModelIndex())
        self.setCurrentIndex(row)

    def forget_current(self) -> None:
        """Have no current row, as where somebody is shown who has none."""
        self.selectionModel().clear()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the focus; where nobody is current nobody becomes it, as they would by Qt."""
        had_current = self.currentIndex().isValid()
        blocked = self.blockSignals(True)
        super().focusInEvent(event)
        if not had_current:
            self.forget_current()
        self.blockSignals(blocked)

    def _fetch(self, ids: Sequence[str]) -> list[Row]:
        desk = self._session.desk()
        people = rows(desk, [row_id for row_id in ids if is_person(row_id)])
        parts = part_rows([row_id for row_id in ids if not is_person(row_id)], self._found, self._closed())
        return [*(person_row(row, desk.today) for row in people), *parts]

    def _closed(self) -> set[State]:
        return {group.state for group in self._found.groups if not group.ids}

    def _current_changed(self, _: QModelIndex) -> None:
        if self.current_person():
            self.person_changed.emit()

    def _clicked(self, _: QModelIndex) -> None:
        self._open_part()

    def _choose(self, _: QModelIndex) -> None:
        # Opening a part makes somebody current, whom nobody chose.
        if self.current_person():
            self.details_requested.emit()
        else:
            self._open_part()

    def _open_part(self) -> None:
        """Do what the current row stands for, where it stands for a part of the list."""
        row_id, place = self.current_id(), self.currentIndex().row()
        state = more_state(row_id)
        if row_id == TO_SORT:
            self.sorting_requested.emit()
        elif state:
            self._limits[state] = self._limits.get(state, 0) + FURTHER
            self.more_requested.emit()
            self.select_at(place)

    def _pip_clicked(self, index: QModelIndex, number: int) -> None:
        self.setCurrentIndex(index)
        self.gate_requested.emit(number)
