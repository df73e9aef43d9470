"""Whom to begin with: people who were not sorted yet, the likeliest first, found by name and picked by Space."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from refdesk.domain.person import Person
from refdesk.gui.theme.fonts import BODY, DISPLAY, SMALL
from refdesk.gui.view import Tools
from refdesk.gui.widgets.delegate import RowDelegate
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.list_model import ListModel
from refdesk.gui.widgets.list_view import ListView
from refdesk.gui.widgets.marks import Ring
from refdesk.gui.widgets.rows import READY_ROW, Row, RowRole
from refdesk.gui.worker import Job
from refdesk.services import triage
from refdesk.services.desk import Desk
from refdesk.services.triage import TEN, Candidates

PAUSE_MS = 120
"""How long a pause in typing begins a search."""


class PickPage(QWidget):
    """`changed` tells that somebody was picked or let go."""

    changed = Signal()
    read = Signal()

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = tools.theme
        self._tools = tools
        self._search = 0
        self._likely: tuple[str, ...] = ()
        self.to_sort = 0
        self.picked: list[str] = []
        self.filter = QLineEdit()
        self.filter.setPlaceholderText("Find by name")
        self.filter.setAccessibleName("Find by name")
        self.filter.setClearButtonEnabled(True)
        self.filter.installEventFilter(self)
        self.count = Label(theme, "", SMALL, "text2")
        delegate = RowDelegate(theme, READY_ROW)
        self.list = ListView(theme, "People to sort", delegate)
        self._model = ListModel(self._rows, self.list)
        self.list.setModel(self._model)
        self.list.add_letter("Space", "Pick", self._toggle_current)
        self.list.chosen.connect(self._toggle)
        delegate.ring_clicked.connect(self._toggle)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.reload)
        self.filter.textEdited.connect(self._typed)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self.filter, 1)
        line.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Label(theme, "Who do you know best?", DISPLAY))
        sentence = "Pick up to ten people you have a solid relationship with. The others can wait."
        column.addWidget(Label(theme, sentence, BODY, "text2", wrap=True))
        column.addLayout(line)
        column.addWidget(self.list, 1)

    def begin(self) -> None:
        """Begin with nobody picked."""
        self.picked = []
        self.filter.clear()
        self.reload()

    def reload(self) -> None:
        """Read whom there is to pick from; `read` tells when it is shown."""
        self._search += 1
        self._tools.worker.run(
            partial(_find, self.filter.text()), partial(self._show, self._search), self._tools.session.refused.emit
        )

    def suggest(self) -> None:
        """Pick the likeliest, up to ten with those who are picked already."""
        spare = [id_ for id_ in self._likely if id_ not in self.picked]
        self.picked += spare[: TEN - len(self.picked)]
        self.filter.clear()
        self.reload()
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the field the arrows go to the list, and Enter picks the current one and lets the next be typed."""
        if watched is self.filter and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.list.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
                self._pick_typed()
                return True
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        self._timer.start()

    def _pick_typed(self) -> None:
        if self._timer.isActive():  # what is shown is not what was typed yet
            self._timer.stop()
            self._search += 1
            found = triage.candidates(self._tools.session.desk(), self.filter.text())
            self._show(self._search, found)
        self._toggle_current()
        self.filter.clear()
        self.reload()

    def _show(self, search: int, found: Candidates) -> None:
        if search != self._search:
            return
        self.to_sort = found.to_sort
        ids = list(found.ids)
        if not self.filter.text().strip():
            self._likely = found.ids
            ids = [*(id_ for id_ in self.picked if id_ not in found.ids), *ids]
        before = self.list.current_id()
        self._model.set_entries(ids)
        self.list.setCurrentIndex(self._model.index(ids.index(before) if before in ids else 0))
        self._tell()
        self.read.emit()

    def _toggle_current(self) -> None:
        self._toggle(self.list.currentIndex())

    def _toggle(self, index: QModelIndex) -> None:
        id_ = index.data(RowRole.ID)
        if not isinstance(id_, str):
            return
        if id_ in self.picked:
            self.picked.remove(id_)
        elif len(self.picked) == TEN:
            self._tools.session.refused.emit("Ten people are enough to begin with.")
            return
        else:
            self.picked.append(id_)
        self._model.refresh([id_])
        self._tell()

    def _tell(self) -> None:
        self.count.setText(f"{len(self.picked)} of {min(TEN, self.to_sort)} picked, {self.to_sort:,} to sort")
        self.changed.emit()

    def _rows(self, ids: Sequence[str]) -> Sequence[Row]:
        return [self._row(person) for person in triage.people(self._tools.session.desk(), ids)]

    def _row(self, person: Person) -> Row:
        is_picked = person.id in self.picked
        about = ", ".join(filter(None, (person.title, person.org)))
        return Row(
            id=person.id,
            title=person.name,
            second=about,
            avatar=person.name,
            ring=Ring.DONE if is_picked else Ring.OPEN,
            accessible=". ".join(filter(None, (person.name, about, "Picked" if is_picked else "Not picked"))),
            description="Space picks them",
        )


def _find(text: str, desk: Desk, _job: Job[Candidates]) -> Candidates:
    return triage.candidates(desk, text)
