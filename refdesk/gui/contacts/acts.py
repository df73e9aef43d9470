"""What the menu of a person's page does with whom it shows."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from refdesk.domain.errors import KnownError
from refdesk.gui.contacts.brief import BriefDialog
from refdesk.gui.contacts.died import ask_died
from refdesk.gui.contacts.erase import ask_erase
from refdesk.gui.contacts.person_header import PersonHeader
from refdesk.gui.navigation import LogRequest
from refdesk.gui.view import Tools
from refdesk.services import people


class PersonActs(QObject):
    """`edit_requested` asks for the whole page to be edited, `field_requested` for one fact of it."""

    edit_requested = Signal()
    field_requested = Signal(str)

    def __init__(self, tools: Tools, header: PersonHeader, view: QWidget) -> None:
        super().__init__(view)
        self._tools = tools
        self._view = view
        self._id = ""
        header.log_requested.connect(self.log)
        header.ask_requested.connect(self._ask)
        header.edit_requested.connect(self.edit_requested)
        header.brief_requested.connect(self._brief)
        header.never_ask_requested.connect(self._never_ask)
        header.archive_requested.connect(self._archive)
        header.died_requested.connect(self._died)
        header.delete_requested.connect(self.delete)
        header.erase_requested.connect(self._erase)

    def set_person(self, id_: str) -> None:
        """Act on this person; on nobody for an empty id."""
        self._id = id_

    def log(self) -> None:
        """Open the log line with them."""
        self._tools.navigation.log(LogRequest(people=(self._id,) if self._id else ()))

    def delete(self) -> None:
        """Throw them into the trash, with undo."""
        if self._id:
            self._tools.session.do(lambda desk: people.delete_person(desk, self._id))

    def _ask(self) -> None:
        self._tools.navigation.ask(self._id)

    def _archive(self) -> None:
        try:
            archived = self._tools.session.desk().person(self._id).archived
        except KnownError as error:
            self._tools.session.refused.emit(str(error))
            return
        act = people.unarchive_person if archived else people.archive_person
        self._tools.session.do(lambda desk: act(desk, self._id))

    def _never_ask(self) -> None:
        self.field_requested.emit("do_not_ask")

    def _brief(self) -> None:
        BriefDialog(self._tools, self._id, self._view.window()).exec()

    def _died(self) -> None:
        ask_died(self._tools, self._id, self._view.window())

    def _erase(self) -> None:
        ask_erase(self._tools, self._id, self._view.window())
