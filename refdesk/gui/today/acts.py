"""What is done to a line of the day: each act as one service call, with the words that tell of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from refdesk.domain.records import Entry, Note
from refdesk.domain.words import Kind, Occasion, ThankBy
from refdesk.gui.session import Instead, Session
from refdesk.gui.today.later import moved_words
from refdesk.services import row_verbs
from refdesk.services.daily import Line
from refdesk.services.desk import Desk
from refdesk.services.following import settle_thank_you
from refdesk.services.notes import Queued, queue_note
from refdesk.services.row_detail import Detail
from refdesk.services.tasks import delete_task, snooze
from refdesk.services.timeline import edit_entry, log_entry
from refdesk.storage.writing import Changes

_OCCASIONS: dict[int, Occasion] = {1: "thank_you_1", 2: "thank_you_2", 3: "thank_you_3"}
_INSTEAD: tuple[tuple[str, Kind], ...] = (("Met", "meeting"), ("Message", "message"))
OUT_OF_REACH = "{} has no email address. Copy the words, or add one in Contacts."
NO_PROGRAM = "No mail program could be opened. Copy the words instead."


class Acts:
    """Every act gives whether it changed anything, which is whether its line is to leave the list."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def verb(self, line: Line, verb: row_verbs.Verb) -> bool:
        """Answer the row with one of its verbs, as its reminder would."""
        return line.due is not None and self._done(partial(row_verbs.answer, due=line.due, verb=verb))

    def thank(self, line: Line, by: ThankBy) -> bool:
        """A thank-you was said, this way."""
        return line.due is not None and self._done(partial(row_verbs.thank, due=line.due, by=by))

    def thank_by_mail(self, line: Line, found: Detail, words: str) -> bool:
        """Open the user's mail program with the words, to this one person, and count it as said."""
        if not found.email:
            self._session.refused.emit(OUT_OF_REACH.format(line.name))
            return False
        if not QDesktopServices.openUrl(mail_to(found.email, words)):
            self._session.refused.emit(NO_PROGRAM)
            return False
        return self.thank(line, "message")

    def thank_by_note(self, line: Line, words: str, queued: list[Queued]) -> bool:
        """Put a note on the desk with the words, and into ``queued``; posting it settles the thank-you."""
        if line.due is None or line.due.step is None:
            return False
        occasion = _OCCASIONS[line.due.step]
        note = Note(
            id="", person=line.person, occasion=occasion, referral=line.due.referral, text=words, due=line.due.due
        )
        return self._done(partial(_queue, note=note, queued=queued))

    def asked(self, line: Line, act: Callable[[Desk], Changes], words: str = "") -> bool:
        """Whether somebody was asked, and what came of it; a row that has moved on since stays as it is."""
        is_owed = line.due is not None and row_verbs.is_still_owed(self._session.desk(), line.due)
        return is_owed and self._done(act, words)

    def spoke(self, line: Line) -> bool:
        """A call with them today, which can be made a meeting or a message right after."""
        logged: list[Entry] = []
        if not self._done(partial(_log_call, person=line.person, logged=logged)):
            return False
        instead = tuple(Instead(words, partial(_change_kind, logged[0], kind)) for words, kind in _INSTEAD)
        self._session.offered.emit(instead)
        return True

    def put_off(self, line: Line, until: date | datetime) -> bool:
        """Put a line off; gives False for this afternoon, until which it stays."""
        if line.due is not None:
            act: Callable[[Desk], Changes] = partial(row_verbs.put_off, dues=[line.due], until=until)
        else:
            kind = "reconnect" if line.about == "reconnect" else "keep_in_touch"
            act = partial(snooze, key=f"person:{line.person}:{kind}", until=until)
        return self._done(act, moved_words(until)) and not isinstance(until, datetime)

    def skip(self, line: Line, why: str) -> bool:
        """A thank-you is not said, for this reason."""
        if line.due is None or line.due.step is None:
            return False
        return self._done(partial(settle_thank_you, referral=line.due.referral, step=line.due.step, skipped=why))

    def delete(self, line: Line) -> bool:
        """Take a task of the user's own away."""
        return is_own_task(line) and self._done(partial(delete_task, id_=line.id.partition(":")[2]))

    def _done(self, act: Callable[[Desk], Changes], words: str = "") -> bool:
        changes = self._session.do(act, words)
        return changes is not None and changes.act is not None


def is_own_task(line: Line) -> bool:
    """Whether it is a task that the user set."""
    return line.due is not None and line.due.reason == "task"


def mail_to(address: str, words: str) -> QUrl:
    """A new message to one person; the words stay words, whatever is in them."""
    body = bytes(QUrl.toPercentEncoding(words).data()).decode("ascii")
    to = bytes(QUrl.toPercentEncoding(address, b"@").data()).decode("ascii")
    return QUrl(f"mailto:{to}?body={body}", QUrl.ParsingMode.StrictMode)


def _queue(desk: Desk, note: Note, queued: list[Queued]) -> Changes:
    queued.append(queue_note(desk, note))
    return queued[0].changes


def _log_call(desk: Desk, person: str, logged: list[Entry]) -> Changes:
    entry, changes = log_entry(desk, Entry(id="", on=desk.today, kind="call", people=(person,)))
    logged.append(entry)
    return changes


def _change_kind(entry: Entry, kind: Kind, desk: Desk) -> Changes:
    return edit_entry(desk, replace(entry, kind=kind))
