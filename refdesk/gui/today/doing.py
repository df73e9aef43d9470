"""What the user does to the current line, by key, by ring, by menu or by button: every way leads through here."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication

from refdesk.domain.errors import KnownError
from refdesk.gui.composer.answers import AskAnswers
from refdesk.gui.navigation import LogRequest
from refdesk.gui.today.acts import Acts, is_own_task
from refdesk.gui.today.day_list import DayList
from refdesk.gui.today.inspector import Inspector, is_thank_you
from refdesk.gui.today.later import LaterMenu, first_day, moments
from refdesk.gui.today.questions import AskDay, AskWhy
from refdesk.gui.today.rows import MORE
from refdesk.gui.view import Tools
from refdesk.services import asking
from refdesk.services.daily import Line
from refdesk.services.desk import Desk
from refdesk.services.notes import Queued
from refdesk.services.row_verbs import OPEN_QUESTIONS, Verb, verbs_of
from refdesk.storage.writing import Changes

COPIED = "Words copied."


class Doing(QObject):
    """The verbs of Today; `is_acting` is true while an act is being done, so that its own echo redraws nothing."""

    def __init__(self, tools: Tools, rows: DayList, inspector: Inspector, show_more: Callable[[], None]) -> None:
        super().__init__(rows)
        self._tools = tools
        self._session, self._navigation = tools.session, tools.navigation
        self._rows = rows
        self._inspector = inspector
        self._show_more = show_more
        self._acts = Acts(tools.session)
        self.is_acting = False

    def line(self) -> Line | None:
        """The current line, unless it has just been settled."""
        line = self._rows.line()
        return None if line is None or self._rows.is_settled(line.id) else line

    def first(self) -> None:
        """What Space does: the row's first verb."""
        line = self.line()
        if line is None:
            if self._rows.current_id() == MORE:
                self._show_more()
        elif line.due is None:
            self._follow_proposal(line)
        elif is_thank_you(line):
            self._thanked(line)
        elif line.about == "did_you_ask":
            self._ask_what_came(line)
        else:
            self._answer(line, verbs_of(line.due)[0][0])

    def primary(self) -> None:
        """What the primary button does: the first verb, and for a thank-you the way that is chosen for it."""
        line = self.line()
        if line is None or not is_thank_you(line) or self._inspector.way.key() not in ("message", "letter"):
            self.first()
        elif self._inspector.way.key() == "letter":
            self._put_note_on_desk(line)
        elif found := self._inspector.detail():
            self._settle(line, partial(self._acts.thank_by_mail, line, found, self._inspector.words.words()))

    def second(self) -> None:
        """What the second button does: not yet, or going to where an answer is recorded."""
        line = self.line()
        if line and line.about in OPEN_QUESTIONS:
            self._navigation.go("ready", line.person)
        else:
            self.not_yet()

    def thanked(self) -> None:
        """A thank-you was said."""
        line = self.line()
        if line and is_thank_you(line):
            self._thanked(line)

    def not_yet(self) -> None:
        """It has not happened yet: asked again in some days."""
        line = self.line()
        if line and line.due and "not_yet" in dict(verbs_of(line.due)):
            self._answer(line, "not_yet")

    def delete(self) -> None:
        """Take a task of the user's own away."""
        line = self.line()
        if line and is_own_task(line):
            self._settle(line, partial(self._acts.delete, line))

    def log(self) -> None:
        """Open the log line, with whom the line is about."""
        line = self.line()
        self._navigation.log(LogRequest(people=(line.person,) if line and line.person else ()))

    def copy_words(self) -> None:
        """Copy the words as they stand in the field."""
        words = self._inspector.words.words() if self.line() else ""
        if words:
            QGuiApplication.clipboard().setText(words)
            self._session.noted.emit(COPIED)

    def prepare_ask(self) -> None:
        """Prepare an ask of this person; who is not to be asked is refused."""
        line = self.line()
        if line and line.person:
            self._navigation.ask(line.person)

    def open_contact(self) -> None:
        """Go to the person's page."""
        line = self._rows.line()
        if line and line.person:
            self._navigation.go("contacts", line.person)

    def open_referral(self) -> None:
        """Go to all steps of the referral that the line is about."""
        line = self._rows.line()
        if line and line.due and line.due.referral:
            self._navigation.go("referrals", line.due.referral)

    def open_later(self) -> None:
        """Offer until when the line can be put off, beside its row."""
        line = self.line()
        if line is None or not may_wait(line):
            return
        offered = moments(self._session.now(), may_stay=line.due is not None)
        skip = partial(self._ask_why, line) if is_thank_you(line) else None
        menu = LaterMenu(self._rows, offered, partial(self._put_off, line), partial(self._ask_day, line), skip)
        menu.popup(self._beside_row())

    def _follow_proposal(self, line: Line) -> None:
        if line.about == "sort":
            self._navigation.go("triage")
        elif line.about == "ready":
            self.prepare_ask()
        else:
            self._settle(line, partial(self._acts.spoke, line))

    def _thanked(self, line: Line) -> None:
        way = self._inspector.way_of(line)
        self._settle(line, partial(self._acts.thank, line, way))

    def _answer(self, line: Line, verb: Verb) -> None:
        self._settle(line, partial(self._acts.verb, line, verb))

    def _put_off(self, line: Line, until: date | datetime) -> None:
        self._settle(line, partial(self._acts.put_off, line, until))

    def _ask_day(self, line: Line, _: bool = False) -> None:
        first = first_day(self._session.today)
        asking = AskDay(self._tools.theme, first, first, self._rows.window())
        asking.answered.connect(partial(self._put_off, line))
        asking.open()

    def _ask_why(self, line: Line, _: bool = False) -> None:
        asking = AskWhy(self._tools.theme, line.name, self._rows.window())
        asking.answered.connect(partial(self._skip, line))
        asking.open()

    def _skip(self, line: Line, why: str) -> None:
        self._settle(line, partial(self._acts.skip, line, why))

    def _put_note_on_desk(self, line: Line) -> None:
        """A note instead; where it is to go is asked for now, not on the day."""
        queued: list[Queued] = []
        self._settle(line, partial(self._acts.thank_by_note, line, self._inspector.words.words(), queued))
        if queued and queued[0].needs_address:
            self._navigation.go("notes", queued[0].id, "address")

    def _ask_what_came(self, line: Line) -> None:
        """Ask whether the ask was put, and what they said."""
        desk = self._session.desk()
        try:
            ask, person = asking.ask_of(desk, line.id), desk.person(line.person)
        except KnownError as error:  # gone meanwhile; the list is about to say so
            self._session.refused.emit(str(error))
            return
        asking_what = AskAnswers(self._tools, person, ask, self._rows.window())
        fine = f"Fine. {person.first_name} stays in your circle; nothing more to do."
        asking_what.agreed.connect(partial(self._agreed, line, ask.id))
        asking_what.unsure.connect(partial(self._answer, line, "happened"))
        asking_what.declined.connect(partial(self._asked, line, partial(asking.declined, ask=ask.id), fine))
        asking_what.not_raised.connect(partial(self._answer, line, "not_yet"))
        asking_what.open()

    def _agreed(self, line: Line, ask: str, said: asking.Agreement) -> None:
        self._asked(line, partial(asking.agreed, ask=ask, agreement=said))

    def _asked(self, line: Line, act: Callable[[Desk], Changes], words: str = "") -> None:
        self._settle(line, partial(self._acts.asked, line, act, words))

    def _settle(self, line: Line, act: Callable[[], bool]) -> None:
        """Do an act; a line that is settled by it fills its ring and leaves."""
        self.is_acting = True
        settled = act()
        self.is_acting = False
        if settled:
            self._rows.settle(line.id)
        else:
            self._rows.left.emit()

    def _beside_row(self) -> QPoint:
        row = self._rows.visualRect(self._rows.currentIndex())
        return self._rows.viewport().mapToGlobal(QPoint(row.left() + row.width() // 2, row.bottom()))


def may_wait(line: Line) -> bool:
    """Whether a line can be put off: whatever is owed, and a proposal about a person."""
    return line.due is not None or bool(line.person)
