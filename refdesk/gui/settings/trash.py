"""Who was deleted, and can be taken back for thirty days."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from refdesk.domain.daywords import day_name
from refdesk.gui.settings.page import Page, stacked
from refdesk.gui.theme.fonts import BODY, SMALL
from refdesk.gui.view import Tools
from refdesk.gui.widgets.buttons import Button
from refdesk.gui.widgets.label import Label
from refdesk.services.people import TRASH_DAYS, Deleted, deleted_people, take_from_trash

MOST = 50
"""How many are listed, the latest first."""


class TrashPage(Page):
    """Each with the day on which they go for good."""

    key, title, icon = "trash", "Trash", "trash-2"

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.add_note(f"Whoever you delete can be taken back for {TRASH_DAYS} days, with all that was noted.")
        self._shown: tuple[Deleted, ...] | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self.column.addLayout(self._rows)
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Read the trash anew."""
        found = deleted_people(self.session.desk())
        if found == self._shown:
            return
        self._shown = found
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for person in found[:MOST]:
            self._rows.addWidget(self._row(person))
        left = len(found) - MOST
        if words := f"and {left} deleted earlier" if left > 0 else "" if found else "Nobody is in the trash.":
            self._rows.addWidget(Label(self.theme, words, BODY, "text2"))

    def _row(self, person: Deleted) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        today = self.session.today
        when = f"Deleted {day_name(person.on, today)}, goes for good {day_name(person.goes_on, today)}."
        words = Label(self.theme, when, SMALL, "text3", wrap=True)
        line.addLayout(stacked(Label(self.theme, person.name, BODY, wrap=True), words), 1)
        back = Button(self.theme, "Take back", icon="undo-2", small=True)
        back.setAccessibleName(f"Take {person.name} back")
        back.clicked.connect(partial(self._take_back, person.id))
        line.addWidget(back)
        return row

    def _take_back(self, id_: str, _: bool = False) -> None:
        self.session.do(partial(take_from_trash, id_=id_))
