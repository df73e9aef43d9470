"""What is done with the referral that is shown: each verb, tick and key is one act."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import cast

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication

from refdesk.domain.errors import RefusedError
from refdesk.domain.records import Ask
from refdesk.domain.referral_steps import OUTCOMES, Outcome, Step
from refdesk.domain.words import ThankBy
from refdesk.gui.composer.answers import AskAnswers
from refdesk.gui.navigation import LogRequest
from refdesk.gui.referrals.detail import DetailPane
from refdesk.gui.referrals.menus import MoreMenu, OutcomeMenu
from refdesk.gui.referrals.questions import AskDayOf, AskValue
from refdesk.gui.referrals.verbs import verbs_of
from refdesk.gui.today.later import LaterMenu, first_day, moments
from refdesk.gui.today.questions import AskDay, AskWhy
from refdesk.gui.view import Tools
from refdesk.services import asking, following, referrals
from refdesk.services.desk import Desk
from refdesk.services.following import ask_again_on, settle_thank_you
from refdesk.services.referral_detail import ReferralDetail, referral_detail
from refdesk.services.referrals import Terms
from refdesk.services.tasks import snooze
from refdesk.storage.writing import Changes

COPIED = "Words copied."
INTRODUCED = "I’ve heard, mark as introduced"
_STEPS: dict[str, Step] = {"agreed": "agreed", "made": "made", "followed_up": "followed_up", "outcome": "outcome"}
_SIDES: dict[str, referrals.Side] = {"consent_to": "to", "consent_prospect": "prospect"}


class Doing(QObject):
    """Knows which referral is shown, and acts on that one."""

    def __init__(self, tools: Tools, pane: DetailPane) -> None:
        super().__init__(pane)
        self._tools, self._session, self._navigation = tools, tools.session, tools.navigation
        self._pane = pane
        self.found: ReferralDetail | None = None
        pane.card.pressed.connect(self.do_verb)
        pane.card.copy_requested.connect(self.copy_words)
        pane.steps.ticked.connect(self.tick)
        pane.steps.day_requested.connect(self.ask_day_of)
        pane.more_requested.connect(self.open_more)
        pane.band.acted.connect(self._answer_warning)

    def show(self, key: str) -> None:
        """Show this referral; nothing for an empty key, or for one that has just gone."""
        try:
            self.found = referral_detail(self._session.desk(), key) if key else None
        except RefusedError:  # somebody else has just deleted it; the list is read anew in a moment
            self.found = None
        if self.found is None:
            self._pane.show_nothing()
        else:
            self._pane.show_detail(self.found, self._session.today)

    # The current step

    def next_step(self) -> None:
        """What Space and the primary button do: the first verb of the current step."""
        verbs = verbs_of(self.found) if self.found else ()
        if verbs:
            self.do_verb(verbs[0].key)

    def do_verb(self, key: str) -> None:
        """Do what one of the verbs says."""
        if self.found is None:
            return
        if key in OUTCOMES:
            self.end(key)
        elif key in _SIDES:
            self.tick(key)
        elif key == "thanked":
            self.thank()
        elif key == "made":
            self._take("made")
        elif key == "answer":
            self.answer_ask()
        elif key == "ask":
            self._navigation.ask(self.found.line.other_id)
        elif key == "note":
            self._navigation.go("notes", self.found.note)
        else:
            acts: dict[str, Callable[[Desk, str], Changes]] = {
                "not_yet": following.not_yet,
                "followed_up": following.followed_up,
                "told": following.told_status,
                "helped": following.helped,
                "wait": self._wait,
            }
            self._act(acts[key])

    def thank(self) -> None:
        """T: the thank-you that is owed was said, in the way that is chosen."""
        current = self.found.current if self.found else None
        if current is not None and current.key.startswith("thanks"):
            by = cast(ThankBy, self._pane.card.way.key())
            self._act(partial(settle_thank_you, step=int(current.key[-1]), by=by))

    def answer_ask(self) -> None:
        """Ask what came of an ask that has led to no referral yet."""
        found = self.found
        if found is None or found.ask is None or found.referral is not None:
            return
        question = AskAnswers(self._tools, found.other, found.ask, self._pane.window())
        question.agreed.connect(partial(self._agreed, found.ask.id))
        question.declined.connect(partial(self._declined, found.ask.id))
        question.unsure.connect(partial(self._ask_came_to_nothing_yet, found.ask, was_put=True))
        question.not_raised.connect(partial(self._ask_came_to_nothing_yet, found.ask, was_put=False))
        question.open()

    def copy_words(self) -> None:
        """Copy the words of the current step."""
        if self.found and self.found.words:
            QGuiApplication.clipboard().setText(self.found.words[0])
            self._session.noted.emit(COPIED)

    # Steps in any order

    def tick(self, key: str) -> None:
        """Take a step, or take it back."""
        found = self.found
        step = next((one for one in found.steps if one.key == key), None) if found else None
        if found is None or step is None or found.referral is None:
            self.answer_ask()
        elif step.state in ("done", "skipped") and step.on:
            self._take_back(key)
        elif key.startswith("thanks"):
            self._act(partial(settle_thank_you, step=int(key[-1]), by=None, early=True))
        elif key in _SIDES:
            self._act(partial(referrals.agree_to_meet, side=_SIDES[key]))
        elif key == "helped":
            self._act(following.helped)
        elif key == "outcome":
            self.open_outcomes()
        elif key == "followed_up" and found.warning:
            self._pane.warn(found.warning, (f"Check with {found.line.other_first}", INTRODUCED))
        else:
            self._take(_STEPS[key])

    def end(self, outcome: str) -> None:
        """It ended like this."""
        self._act(partial(referrals.end, outcome=cast(Outcome, outcome)))

    def open_outcomes(self) -> None:
        """Offer how it ended."""
        row = self._pane.steps.row_of("outcome")
        if self.found and self.found.referral and row:
            menu = OutcomeMenu(self._pane, self.end, may_lapse=self.found.line.state == "agreed")
            menu.popup(row.mark.mapToGlobal(QPoint(0, row.mark.height())))

    def ask_day_of(self, key: str) -> None:
        """Ask on which day a step was taken."""
        step = next((one for one in self.found.steps if one.key == key), None) if self.found else None
        if step is not None and step.on is not None:
            question = AskDayOf(self._tools.theme, step.title, step.on, self._session.today, self._pane.window())
            question.answered.connect(partial(self._redate, key))
            question.open()

    # The whole referral

    def delete(self) -> None:
        """Take it out of the book."""
        if self.found and self.found.referral:
            self._act(referrals.delete_referral)

    def log(self) -> None:
        """Open the log line with who refers, or who receives it."""
        self._navigation.log(LogRequest(people=(self.found.line.other_id,) if self.found else ()))

    def open_contact(self, _: object = None) -> None:
        """Go to the new person's page, or to the other's where the new one is not known."""
        if self.found:
            self._navigation.go("contacts", self.found.line.new_id or self.found.line.other_id)

    def open_other(self) -> None:
        """Go to the page of who refers, or who receives it."""
        if self.found:
            self._navigation.go("contacts", self.found.line.other_id)

    def open_later(self) -> None:
        """Offer until when what is next can be put off."""
        line = self.found.line if self.found else None
        if line is None or not line.task:
            return
        skip = self._ask_why if line.reason.startswith("thank_you") or line.reason == "closing_word" else None
        menu = LaterMenu(self._pane, moments(self._session.now(), may_stay=False), self._put_off, self._ask_until, skip)
        menu.popup(self._pane.mapToGlobal(QPoint(self._pane.width() // 3, self._pane.height() // 3)))

    def open_more(self) -> None:
        """Offer what else can be done with it."""
        if self.found:
            menu = MoreMenu(self._pane, self.found, self)
            menu.popup(self._pane.more.mapToGlobal(QPoint(0, self._pane.more.height())))

    def set_terms(self, **changed: object) -> None:
        """Change how somebody is referred, the third thank-you's way, or what it came to."""
        known = self.found.referral if self.found else None
        if known is not None:
            terms = {"level": known.level, "thank_by": known.thank_by, "value": known.value, "currency": known.currency}
            self._act(partial(referrals.set_terms, terms=Terms(**{**terms, **changed})))  # type: ignore[arg-type]

    def ask_value(self) -> None:
        """Ask what it came to."""
        known = self.found.referral if self.found else None
        if known is not None:
            question = AskValue(self._tools.theme, known.value, known.currency, self._pane.window())
            question.answered.connect(self._set_value)
            question.open()

    # Inside

    def _act(self, act: Callable[..., Changes]) -> None:
        if self.found and self.found.referral:
            id_ = self.found.referral.id
            self._session.do(lambda desk: act(desk, id_))

    def _take(self, step: Step) -> None:
        self._act(partial(referrals.take_step, step=step))

    def _take_back(self, key: str) -> None:
        if key.startswith("thanks"):
            self._act(partial(referrals.take_back_thanks, step=int(key[-1])))
        elif key in _SIDES:
            self._act(partial(referrals.withdraw_consent, side=_SIDES[key]))
        elif key in _STEPS:
            self._act(partial(referrals.take_back_step, step=_STEPS[key]))

    def _redate(self, key: str, on: date) -> None:
        if key.startswith("thanks"):
            self._act(partial(referrals.redate_thanks, step=int(key[-1]), on=on))
        elif key in _SIDES:
            self._act(partial(referrals.agree_to_meet, side=_SIDES[key], on=on))
        elif key in _STEPS:
            self._act(partial(referrals.take_step, step=_STEPS[key], on=on))

    def _wait(self, desk: Desk, _: str) -> Changes:
        task = self.found.line.task if self.found else ""
        return snooze(desk, task, ask_again_on(desk))

    def _put_off(self, until: date | datetime) -> None:
        if self.found and self.found.line.task:
            self._session.do(partial(snooze, key=self.found.line.task, until=until))

    def _ask_until(self, _: bool = False) -> None:
        first = first_day(self._session.today)
        question = AskDay(self._tools.theme, first, first, self._pane.window())
        question.answered.connect(self._put_off)
        question.open()

    def _ask_why(self, _: bool = False) -> None:
        if self.found:
            question = AskWhy(self._tools.theme, self.found.line.other, self._pane.window())
            question.answered.connect(self._skip)
            question.open()

    def _skip(self, why: str) -> None:
        current = self.found.current if self.found else None
        if current is not None and current.key.startswith("thanks"):
            self._act(partial(settle_thank_you, step=int(current.key[-1]), skipped=why))

    def _set_value(self, value: float | None, currency: str) -> None:
        self.set_terms(value=value, currency=currency)

    def _answer_warning(self, words: str) -> None:
        self._pane.band.hide()
        if words == INTRODUCED:
            self._take("made")
        else:
            self.copy_words()

    def _ask_came_to_nothing_yet(self, ask: Ask, *, was_put: bool) -> None:
        """A planned ask that was put waits for its answer; any other is looked at again in some days."""
        if was_put and ask.state == "planned":
            self._session.do(partial(asking.asked, ask=ask.id))
        else:
            self._session.do(lambda desk: self._wait(desk, ask.id))

    def _agreed(self, ask: str, said: asking.Agreement) -> None:
        self._session.do(partial(asking.agreed, ask=ask, agreement=said))

    def _declined(self, ask: str) -> None:
        self._session.do(partial(asking.declined, ask=ask))
