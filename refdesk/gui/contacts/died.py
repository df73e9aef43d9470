"""Recording that somebody has died: a day, and what that stops."""

from datetime import date

from PySide6.QtWidgets import QWidget

from refdesk.domain.errors import KnownError
from refdesk.gui.contacts import facts_words as words
from refdesk.gui.contacts.edit_field import NOT_A_DAY
from refdesk.gui.contacts.facts_dialog import AskDialog, LineAsked
from refdesk.gui.view import Tools
from refdesk.services import facts

STOPS = "This stops asks, proposals and birthdays. Everything you wrote about them stays."


class DiedDialog(AskDialog):
    """Asks for the day; of somebody who is recorded as dead, it can be taken back."""

    def __init__(self, tools: Tools, id_: str, name: str, died_on: date | None, parent: QWidget | None = None) -> None:
        super().__init__(tools, f"{name} has died", STOPS, "Record it", parent)
        self._id = id_
        self.day = self.add_line(LineAsked("On which day", words.day_text(died_on or tools.session.today)))
        if died_on:
            self.add_verb("They are alive", self._take_back)

    def act(self) -> str:
        """Record the day."""
        today = self.tools.session.today
        typed = self.day.text().strip()
        day = words.read_day(typed, today)
        if day is None:
            return NOT_A_DAY
        if day > today:
            return "This day lies ahead."
        return self.do(lambda desk: facts.record_death(desk, self._id, day))

    def _take_back(self) -> None:
        if not self.do(lambda desk: facts.record_death(desk, self._id, None)):
            self.accept()


def ask_died(tools: Tools, id_: str, parent: QWidget | None = None) -> bool:
    """Ask for the day on which somebody died, and record it; whether anything was."""
    try:
        person = tools.session.desk().person(id_)
    except KnownError as error:
        tools.session.refused.emit(str(error))
        return False
    return DiedDialog(tools, id_, person.name, person.died_on, parent).exec() == DiedDialog.DialogCode.Accepted
