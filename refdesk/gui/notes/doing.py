"""What is done with the note that is shown, each verb one act."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from refdesk.domain.errors import RefusedError
from refdesk.domain.person import Address
from refdesk.gui.notes.envelope_print import EnvelopeDialog
from refdesk.gui.notes.layout import NotesLayout
from refdesk.gui.today.later import LaterMenu, first_day, moments
from refdesk.gui.today.questions import AskDay
from refdesk.gui.view import Tools
from refdesk.services.addresses import address_of, save_address
from refdesk.services.desk import Desk
from refdesk.services.notes import mark_posted, mark_written
from refdesk.services.notes_desk import Sheet, delete_note, put_off_note, reword, sheet
from refdesk.storage.writing import Changes

COPIED, COPIED_ADDRESS = "Wording copied.", "Address copied."
RESCUED = "The note you were writing is no longer on the desk. Your words are on the clipboard."


class Doing:
    """Knows which note is shown, and acts on that one; ``is_saving`` while it saves words from the paper."""

    def __init__(self, tools: Tools, panes: NotesLayout) -> None:
        self._tools = tools
        self._session, self._navigation, self._theme = tools.session, tools.navigation, tools.theme
        self._panes = panes
        self.sheet: Sheet | None = None
        self.is_saving = False
        panes.letter.left.connect(self.save)
        panes.letter.tone_chosen.connect(self.choose_tone)
        panes.letter.copy_requested.connect(self.copy_wording)
        panes.facts.copy_requested.connect(self.copy_address)
        panes.facts.print_requested.connect(self.print_envelope)
        panes.facts.address_saved.connect(self.save_address)
        panes.facts.contact_requested.connect(self.open_contact)
        panes.foot.later_pressed.connect(self.open_later)

    def show(self, id_: str) -> None:
        """Show this note in every pane; words that are being typed for it stay."""
        try:
            self.sheet = sheet(self._session.desk(), id_) if id_ else None
        except RefusedError:  # somebody else has just deleted it; the list is read anew in a moment
            self.sheet = None
        if self.sheet is not None:
            self._panes.show_sheet(self.sheet, self._session.today, self._tools.preferences.home)

    def state(self) -> str:
        """How far the note is; empty without one."""
        return self.sheet.note.state if self.sheet else ""

    def save(self) -> bool:
        """Write what was typed on the paper; False where that is refused, and the words stay."""
        letter = self._panes.letter
        if self.sheet is None or not letter.is_edited():
            return True
        id_, text = self.sheet.note.id, letter.text()
        self.is_saving = True
        saved = self._session.do(lambda desk: reword(desk, id_, text))
        self.is_saving = False
        if saved is None:
            return False
        letter.take_as_shown()
        self.show(id_)
        return True

    def leave(self) -> bool:
        """Write all that was typed, on the paper and in the form of an address; False where that is refused."""
        address = self._panes.facts.written()
        if address is None:
            return self.save()
        self.is_saving = True
        self.save_address(address)
        self.is_saving = False
        return not self._panes.facts.is_asking() and self.save()

    def rescue(self) -> None:
        """Words typed for a note that has vanished are not lost."""
        letter = self._panes.letter
        if self.sheet is not None and letter.is_edited():
            QGuiApplication.clipboard().setText(letter.text())
            letter.take_as_shown()
            self._session.refused.emit(RESCUED)

    def mark_written(self) -> bool:
        """It was written, in the words on the paper."""
        return self.state() == "to_write" and self._finish(mark_written)

    def mark_posted(self) -> bool:
        """It was posted, in the words on the paper."""
        return self.state() in ("to_write", "written") and self._finish(mark_posted)

    def delete(self) -> None:
        """Take the note off the desk, with what was typed for it."""
        if self.sheet is not None and self.save():
            id_ = self.sheet.note.id
            self._session.do(lambda desk: delete_note(desk, id_))

    def choose_tone(self, tone: str) -> None:
        """Put other words on the paper; those that stood there come back with an undo."""
        text = self._panes.letter.suggestion(tone)
        if text and self.save() and self.sheet:
            id_ = self.sheet.note.id
            self._session.do(lambda desk: reword(desk, id_, text))

    def open_later(self) -> None:
        """Offer until when the note can be put off."""
        if self.state() not in ("to_write", "written"):
            return
        foot = self._panes.foot
        menu = LaterMenu(foot, moments(self._session.now(), may_stay=False), self.put_off, self._ask_day)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(foot.later.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def put_off(self, until: date | datetime) -> None:
        """Put it off until this day."""
        day = until.date() if isinstance(until, datetime) else until
        if self.sheet is not None:
            id_ = self.sheet.note.id
            self._session.do(lambda desk: put_off_note(desk, id_, day))

    def copy_wording(self, text: str) -> None:
        """Put the words on the clipboard."""
        QGuiApplication.clipboard().setText(text)
        self._session.noted.emit(COPIED)

    def copy_address(self, text: str) -> None:
        """Put the lines of the envelope on the clipboard."""
        QGuiApplication.clipboard().setText(text)
        self._session.noted.emit(COPIED_ADDRESS)

    def ask_missing_address(self) -> bool:
        """Open the form for the address where nobody knows it; False where it is known."""
        if self.sheet is None or address_of(self.sheet.person) is not None:
            return False
        self._panes.facts.ask_address()
        return True

    def print_envelope(self) -> None:
        """Show the envelope as it will be printed; where nobody knows the address yet, ask for it."""
        if self.sheet is None or not self.leave():
            return
        if self.ask_missing_address():
            return
        dialog = EnvelopeDialog(self._tools, self.sheet.person, self._panes)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def save_address(self, address: Address) -> None:
        """Write down where the note goes; where that is refused, the form stays as it is."""
        if self.sheet is None:
            return
        person = self.sheet.person.id
        if self._session.do(lambda desk: save_address(desk, person, address)) is not None:
            self._panes.facts.close_form()

    def open_contact(self, _: object = None) -> None:
        """Go to the person's page."""
        if self.sheet:
            self._navigation.go("contacts", self.sheet.person.id)

    def _finish(self, service: Callable[[Desk, str, str], Changes]) -> bool:
        """One act takes the step and keeps the words on the paper."""
        if self.sheet is None:
            return False
        id_, text = self.sheet.note.id, self._panes.letter.text()
        before = self._panes.letter.shown()
        self._panes.letter.take_as_shown()
        if self._session.do(lambda desk: service(desk, id_, text)) is None:
            self._panes.letter.take_as_shown(before)
            return False
        return True

    def _ask_day(self) -> None:
        first = first_day(self._session.today)
        question = AskDay(self._theme, first, first, self._panes)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.answered.connect(self.put_off)
        question.open()
