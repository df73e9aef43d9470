"""One referral with its steps, what is due now, the words for it, and the chain it stands in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from refdesk.domain.errors import RefusedError
from refdesk.domain.person import Person
from refdesk.domain.records import Ask, Referral
from refdesk.domain.words import Level
from refdesk.services.chains import Link, came_by, led_from
from refdesk.services.desk import Desk
from refdesk.services.owed_letters import letter_id
from refdesk.services.profiles import portrait, profiles
from refdesk.services.referral_words import consent_words, ended_words, thanked_words
from refdesk.services.referrals_list import ReferralLine, line_of_ask, lines_of
from refdesk.services.row_detail import wording_of
from refdesk.services.wording.words import Known, wordings
from refdesk.storage.records import get
from refdesk.storage.referrals_list import notes_of

StepKey = Literal[
    "asked",
    "agreed",
    "thanks_1",
    "made",
    "followed_up",
    "thanks_2",
    "outcome",
    "thanks_3",
    "consent_to",
    "consent_prospect",
    "helped",
]
StepState = Literal["done", "skipped", "current", "future"]

_STEP_OF: dict[str, StepKey] = {
    "did_you_ask": "asked",
    "any_answer": "agreed",
    "is_it_time": "asked",
    "thank_you_1": "thanks_1",
    "confirm": "made",
    "follow_up": "followed_up",
    "in_touch": "followed_up",
    "thank_you_2": "thanks_2",
    "status": "outcome",
    "thank_you_3": "thanks_3",
    "closing_word": "thanks_3",
    "did_it_help": "helped",
}
"""Which step is the current one, by the reason that something is owed."""

_LAPSED_HIDES = frozenset(("made", "followed_up", "thanks_2", "thanks_3", "helped"))


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """One step: how it stands, the day it was taken or is due, and a few words about it."""

    key: StepKey
    title: str
    state: StepState
    on: date | None = None
    due: date | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralDetail:
    """What is shown of one referral, or of an ask that may become one (``referral`` is None then).

    ``words`` are what can be said at the current step; ``warning`` is why the next step might come too soon,
    ``note`` the id of the third thank-you's note on the desk.
    """

    line: ReferralLine
    referral: Referral | None
    ask: Ask | None
    level: Level | None
    new: Person | None
    other: Person
    steps: tuple[StepLine, ...]
    words: tuple[str, ...]
    warning: str = ""
    led: tuple[Link, ...] = ()
    came: tuple[str, ...] = ()
    note: str = ""

    @property
    def current(self) -> StepLine | None:
        """The step that is next; None where nothing is left to do."""
        return next((step for step in self.steps if step.state == "current"), None)


def referral_detail(desk: Desk, key: str) -> ReferralDetail:
    """The referral or ask of this key, as `services.referrals_list` gives it.

    Raises:
        RefusedError: it is not there any more.
    """
    kind, _, id_ = key.partition(":")
    referral = desk.find(Referral, id_) if kind == "referral" else None
    ask_id = referral.ask if referral else id_
    ask: Ask | None = get(desk.book, Ask, ask_id) if ask_id else None
    line = _line(desk, key, ask)
    new = desk.person(line.new_id) if line.new_id else None
    other = desk.person(line.other_id)
    level = (referral.level if referral else None) or (ask.level if ask else None)
    return ReferralDetail(
        line=line,
        referral=referral,
        ask=ask,
        level=level,
        new=new,
        other=other,
        steps=tuple(_Steps(line, referral, ask, level, new, other).all()),
        words=_words(desk, line, referral, new, other),
        warning=_warning(line, new, other),
        led=led_from(desk, new.id) if new else (),
        came=came_by(desk, new.id) if new else (),
        note=_note(desk, referral),
    )


def _line(desk: Desk, key: str, ask: Ask | None) -> ReferralLine:
    if key.startswith("referral:"):
        line = next(iter(lines_of(desk, [key])), None)
    else:
        line = line_of_ask(desk, ask) if ask else None
    if line is None:
        raise RefusedError("This referral is no longer here.")
    return line


def _note(desk: Desk, referral: Referral | None) -> str:
    if referral is None:
        return ""
    own = [note.id for note in notes_of(desk.book, referral.id) if note.occasion == "thank_you_3"]
    return own[0] if own else letter_id(referral)


def _words(
    desk: Desk, line: ReferralLine, referral: Referral | None, new: Person | None, other: Person
) -> tuple[str, ...]:
    """What can be said now; the introduction of a referral given is worded once both have agreed to it."""
    about = wording_of(line.reason, referral)
    first, second = other, new
    if line.given and line.state == "agreed" and referral:
        consents = referral.consents
        about = "introduce" if consents.to and consents.prospect else "consent"
        if consents.to and not consents.prospect and new:
            first, second = new, other
    elif line.reason == "follow_up" and new:
        first, second = new, None
    known = Known(
        first=first.first_name,
        new_first=second.first_name if second else "",
        champion=other.name if line.reason == "follow_up" else "",
        business=next((portrait(profile) for profile in profiles(desk) if profile.active), ""),
    )
    return wordings(about, known)


def _warning(line: ReferralLine, new: Person | None, other: Person) -> str:
    """Following up before it is confirmed could surprise whom it is about (A3 step 7)."""
    if line.given or line.state != "agreed":
        return ""
    whom = new.first_name if new else "them"
    return f"Not confirmed yet. Ringing now could surprise {whom}. Check with {other.first_name} first."


class _Steps:
    """The steps of one referral, in order."""

    def __init__(
        self,
        line: ReferralLine,
        referral: Referral | None,
        ask: Ask | None,
        level: Level | None,
        new: Person | None,
        other: Person,
    ) -> None:
        self._line, self._referral, self._ask = line, referral, ask
        self._new = new.first_name if new else "them"
        self._first = other.first_name
        self._verb = "introduce" if level == "introduction" else "recommend"

    def all(self) -> Iterator[StepLine]:
        """Eight of one received, six of one given."""
        steps = list(self._given() if self._line.given else self._received())
        current = self._current(steps)
        for step in steps:
            yield (
                step
                if step.key != current
                else StepLine(key=step.key, title=step.title, state="current", due=self._line.due, words=step.words)
            )

    def _current(self, steps: list[StepLine]) -> str:
        """The step that what is owed belongs to; where nothing is owed, the first that is not taken yet."""
        if self._line.reason:
            return _STEP_OF[self._line.reason]
        if self._line.stage == "outcome":
            return ""
        return next((step.key for step in steps if step.state == "future"), "")

    def _received(self) -> Iterator[StepLine]:
        found = self._referral
        yield self._asked()
        agreed = found.agreed_on if found else None
        unasked = bool(found and not agreed)
        yield self._step("agreed", "Agreed", agreed, self._agreed_words(), skipped=unasked)
        yield self._thanks(1, "First thank-you", "Before anything has happened.")
        made = "Introduced" if self._verb == "introduce" else "Recommended"
        asks = f"Has {self._first} spoken to {self._new}?"
        yield self._step("made", made, found.made_on if found else None, "Confirmed.", asks)
        waits = f"{self._new} gets in touch, or {self._first} says when to ring."
        how = f"Call {self._new}." if self._verb == "introduce" else waits
        yield self._step("followed_up", "Followed up", found.followed_up_on if found else None, "You have talked.", how)
        yield self._thanks(2, "Second thank-you", f"Tell {self._first} how it went.")
        yield self._outcome()
        yield self._thanks(3, "Third thank-you", self._last_words())

    def _last_words(self) -> str:
        if self._line.stage != "outcome":
            return f"Once you know. By hand if {self._new} becomes a client."
        by_hand = self._referral is not None and self._referral.thank_by == "letter" and self._line.state == "won"
        return "By hand, for it says the most." if by_hand else "A closing word, whatever came of it."

    def _given(self) -> Iterator[StepLine]:
        found = self._referral
        if found is None:
            return
        offered = f"You offered to {self._verb} {self._new} to {self._first}."
        yield self._step("agreed", "Offered", found.agreed_on, offered, skipped=found.agreed_on is None)
        yield self._consent("consent_to", self._first, found.consents.to)
        yield self._consent("consent_prospect", self._new, found.consents.prospect)
        words = consent_words(found, self._first, self._new)
        made = "Introduced" if self._verb == "introduce" else "Recommended"
        yield self._step("made", made, found.made_on, "" if found.made_on else f"{words}.")
        yield self._step("helped", "Did it help?", found.told_on[-1] if found.told_on else None, f"Ask {self._first}.")
        yield self._outcome()

    def _consent(self, key: StepKey, name: str, day: date | None) -> StepLine:
        words = "" if day else "Ask first: both should be glad to meet."
        made = bool(self._referral and self._referral.made_on)
        return self._step(key, f"{name} is happy to meet", day, words, skipped=made and not day)

    def _asked(self) -> StepLine:
        ask = self._ask
        if ask is None:
            return self._step("asked", "Asked", None, f"{self._first} thought of it unasked.", skipped=True)
        return self._step("asked", "Asked", ask.asked_on, ask.occasion or ask.action)

    def _agreed_words(self) -> str:
        if self._referral is None:
            return f"What does {self._first} say?"
        if not self._referral.agreed_on:
            return f"{self._first} didn’t wait to be asked."
        return (self._ask.confirm_how if self._ask else "") or f"{self._first} will {self._verb} you to {self._new}."

    def _thanks(self, number: int, title: str, to_come: str) -> StepLine:
        key: StepKey = "thanks_1" if number == 1 else "thanks_2" if number == 2 else "thanks_3"
        thanks = next((one for one in self._referral.thanks if one.step == number), None) if self._referral else None
        if thanks is None:
            return StepLine(key=key, title=title, state="future", words=to_come)
        words = thanked_words(thanks)
        if thanks.skipped_on:
            return StepLine(key=key, title=title, state="skipped", on=thanks.skipped_on, words=words)
        return StepLine(key=key, title=title, state="done", on=thanks.done_on, words=words)

    def _outcome(self) -> StepLine:
        found = self._referral
        ended = ended_words(found) if found else ""
        if not found or not ended:
            told = self._line.reason == "status"
            return StepLine(
                key="outcome",
                title="Outcome",
                state="future",
                words=f"Tell {self._first} how it stands." if told else "Waiting.",
            )
        worth = f" {found.value:,.0f} {found.currency}".rstrip() if found.value else ""
        words = f"{ended}.{f' {worth.strip()}.' if worth else ''}"
        return StepLine(key="outcome", title="Outcome", state="done", on=found.outcome_on, words=words)

    def _step(
        self, key: StepKey, title: str, on: date | None, words: str, to_come: str = "", *, skipped: bool = False
    ) -> StepLine:
        """A step with the day it was taken; ``to_come`` stands in the place of its words while it was not."""
        if on is not None:
            return StepLine(key=key, title=title, state="done", on=on, words=words)
        state: StepState = "skipped" if skipped or (self._line.state == "lapsed" and key in _LAPSED_HIDES) else "future"
        return StepLine(key=key, title=title, state=state, words=to_come or words)
