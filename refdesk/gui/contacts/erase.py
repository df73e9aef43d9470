"""Erasing somebody for good: the one question of a contact that no undo can take back."""

from PySide6.QtWidgets import QWidget

from refdesk.domain.errors import KnownError
from refdesk.gui.contacts.facts_dialog import AskDialog, LineAsked
from refdesk.gui.view import Tools
from refdesk.services.erasing import erase_person

LONG = 32
"""A longer name would make the button wider than the question."""

MEANS = (
    "{name} goes at once, with the notes, tasks, asks and entries that are about them alone, and with what the history "
    "keeps of them. This can’t be undone. Backups made until now still hold {name} until they are replaced."
)


class EraseDialog(AskDialog):
    """The name is typed before the verb can be pressed."""

    def __init__(self, tools: Tools, id_: str, name: str, parent: QWidget | None = None) -> None:
        verb = f"Erase {name if len(name) <= LONG else 'them'} for good"
        super().__init__(tools, f"Erase {name} for good?", MEANS.format(name=name), verb, parent)
        self._id = id_
        self._name = name
        self.cancel.set_words("Keep")
        self.line = self.add_line(LineAsked(f"Type {name} to erase them"))
        self.line.textChanged.connect(self._typed)
        self._typed(self.line.text())

    def act(self) -> str:
        """Erase."""
        try:
            erase_person(self.tools.session.desk(), self._id)
        except KnownError as error:
            return str(error)
        self.tools.session.look()
        return ""

    def _typed(self, text: str) -> None:
        same = " ".join(text.split()).casefold() == " ".join(self._name.split()).casefold()
        self.primary.setEnabled(same)


def ask_erase(tools: Tools, id_: str, parent: QWidget | None = None) -> bool:
    """Ask whether to erase somebody, and do it; whether they are gone."""
    try:
        name = tools.session.desk().person(id_).name
    except KnownError as error:
        tools.session.refused.emit(str(error))
        return False
    return EraseDialog(tools, id_, name, parent).exec() == EraseDialog.DialogCode.Accepted
