"""What is done with the partnership that is shown, each verb one act."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from refdesk.domain.records import Task
from refdesk.domain.words import PromiseBy
from refdesk.gui.partners.questions import AskAgenda, AskSwapDay
from refdesk.gui.view import Tools
from refdesk.services import partners, tasks
from refdesk.services.desk import Desk
from refdesk.services.following import met_partner
from refdesk.services.partner_list import AgendaLine, PartnerLine
from refdesk.services.partners import Beginning, Swap
from refdesk.storage.writing import Changes


class Doing:
    """Acts on ``line``, the partnership that is shown; without one it does nothing."""

    def __init__(self, tools: Tools, window: QWidget) -> None:
        """`window` is what a question stands over."""
        self._session, self._navigation, self._theme = tools.session, tools.navigation, tools.theme
        self._window = window
        self.line: PartnerLine | None = None

    def is_due(self) -> bool:
        """Whether their meeting is due by today."""
        on = self.line.partner.next_on if self.line and not self.line.partner.paused else None
        return on is not None and on <= self._session.today

    def met(self) -> None:
        """They met today."""
        self._do(met_partner)

    def pause(self) -> None:
        """Rest the monthly meeting."""
        self._do(partners.pause)

    def resume(self) -> None:
        """Take it up again."""
        self._do(partners.resume)

    def end(self) -> None:
        """End the partnership."""
        self._do(partners.end)

    def begin(self, beginning: Beginning) -> str:
        """Start a partnership; gives its id, empty where it is refused."""
        made: list[str] = []

        def start(desk: Desk) -> Changes:
            id_, changes = partners.start(desk, beginning)
            made.append(id_)
            return changes

        self._session.do(start)
        return next(iter(made), "")

    def log_swap(self, swap: Swap) -> bool:
        """They met; False where it is refused."""
        return self._do(lambda desk, id_: partners.log_swap(desk, id_, swap))

    def revise(self, seeks: str, every_days: int) -> bool:
        """Write down whom they look for and how often the two meet; False where it is refused."""
        return self._do(lambda desk, id_: partners.revise(desk, id_, seeks, every_days))

    def ask_day(self) -> None:
        """Ask on which day they meet next."""
        if self.line is None:
            return
        suggested = self.line.partner.next_on or self._session.today
        question = AskSwapDay(self._theme, self.line.name, self._session.today, suggested, self._window)
        question.answered.connect(partial(self._meet_on, self.line.partner.id))
        question.open()

    def ask_agenda(self) -> None:
        """Ask what comes on the agenda."""
        if self.line is None:
            return
        question = AskAgenda(self._theme, self.line.first_name, self._window)
        question.answered.connect(partial(self._promise, self.line.partner.id))
        question.open()

    def finish(self, agenda: AgendaLine | None) -> None:
        """A line of the agenda is done; one that only proposes something stays."""
        record = agenda.record if agenda else None
        if isinstance(record, Task):
            self._session.do(lambda desk: tasks.finish_task(desk, record.id))
        elif record is not None:
            self._do(lambda desk, id_: partners.keep_promise(desk, id_, record))

    def drop(self, agenda: AgendaLine | None) -> None:
        """Take a line off the agenda."""
        record = agenda.record if agenda else None
        if isinstance(record, Task):
            self._session.do(lambda desk: tasks.delete_task(desk, record.id))
        elif record is not None:
            self._do(lambda desk, id_: partners.drop_promise(desk, id_, record))

    def open_contact(self, _: object = None) -> None:
        """Go to the partner's page."""
        if self.line is not None:
            self._navigation.go("contacts", self.line.partner.person)

    def _meet_on(self, id_: str, on: date) -> None:
        self._session.do(lambda desk: partners.meet_on(desk, id_, on))

    def _promise(self, id_: str, by: PromiseBy, what: str) -> None:
        self._session.do(lambda desk: partners.promise(desk, id_, by, what))

    def _do(self, act: Callable[[Desk, str], Changes]) -> bool:
        if self.line is None:
            return False
        id_ = self.line.partner.id
        return self._session.do(lambda desk: act(desk, id_)) is not None
