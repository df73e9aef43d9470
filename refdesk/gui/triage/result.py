"""How those stand who were answered about: who looks ready, who is one step away, and what is next for the others."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from refdesk.gui.theme.fonts import TITLE1
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.delegate import RowDelegate
from refdesk.gui.widgets.empty_state import Disc
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.list_model import Entry, ListModel
from refdesk.gui.widgets.list_view import ListView
from refdesk.gui.widgets.rows import READY_ROW, Row, RowRole, SectionHead
from refdesk.services.ready import Readiness
from refdesk.services.triage import Outcome

CLEAR = "Nothing speaks against asking now."


class ResultPage(QWidget):
    """`chosen` carries the id of somebody to be looked at."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, Row] = {}
        self.sentence = Label(theme, "", TITLE1, wrap=True)
        self.list = ListView(theme, "Who was sorted", RowDelegate(theme, READY_ROW))
        self._model = ListModel(self._fetch, self.list)
        self.list.setModel(self._model)
        self.list.chosen.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Disc(theme, "check"), 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.sentence)
        column.addWidget(self.list, 1)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show everybody in their group."""
        groups = (("Ready now", outcome.ready), ("One step away", outcome.almost), ("On their way", outcome.others))
        self._rows = {each.standing.id: _row(each) for _, group in groups for each in group}
        self.sentence.setText(outcome.sentence if self._rows else "Nobody was sorted this time.")
        self.setAccessibleName(self.sentence.text())
        entries: list[Entry] = []
        for title, group in groups:
            if group:
                entries += [SectionHead(title, len(group)), *(each.standing.id for each in group)]
        self._model.set_entries(entries)
        self.list.go_to_first()

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(RowRole.ID))

    def _fetch(self, ids: Sequence[str]) -> Sequence[Row]:
        return [self._rows[id_] for id_ in ids]


def _row(readiness: Readiness) -> Row:
    name = readiness.standing.name
    text = readiness.next_step.text if readiness.next_step else CLEAR
    return Row(id=readiness.standing.id, title=name, second=text, avatar=name, accessible=f"{name}. {text}")
