"""What is done with a referral: its steps in any order, its outcome, its thank-yous, its consents, its terms.

Every function is one act with one undo. What Today and reminders answer is in `services.following`, and is done there.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from math import isfinite
from typing import Literal

from refdesk.domain.errors import RefusedError
from refdesk.domain.person import Person
from refdesk.domain.records import Ask, Later, Note, Referral
from refdesk.domain.referral_steps import Outcome, Step, with_outcome, with_step, without_step
from refdesk.domain.words import Level, ThankBy
from refdesk.services.desk import Desk
from refdesk.services.following import put_referral
from refdesk.services.people import put_person
from refdesk.storage.referrals_list import notes_of
from refdesk.storage.writing import Changes, Writing

Side = Literal["to", "prospect"]

_SETTLED_BY: dict[Step, tuple[str, ...]] = {"made": ("check",), "followed_up": ("follow_up", "check")}
_ALL_KINDS = ("check", "follow_up", "status", "thank_you:1", "thank_you:2", "thank_you:3")
_TAKEN: dict[Step, str] = {
    "agreed": "Agreed, noted.",
    "made": "Made, noted.",
    "followed_up": "Followed up, noted.",
    "outcome": "Outcome dated anew.",
}
_ENDED: dict[Outcome, str] = {
    "won": "{new} became a client.",
    "lost": "Not this time with {new}.",
    "not_a_fit": "{new} wasn’t a fit.",
    "lapsed": "It never happened with {new}.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What can be put right of a referral besides its days: how, the third thank-you's way, what it came to."""

    level: Level | None
    thank_by: ThankBy
    value: float | None
    currency: str


def take_step(desk: Desk, referral: str, step: Step, on: date | None = None) -> Changes:
    """A step was taken on a day, today where none is given; one that was taken before is dated anew."""
    with _act_on(desk, referral, _TAKEN[step]) as (act, found):
        put_referral(desk, act, with_step(found, step, on or desk.today), *_SETTLED_BY.get(step, ()))
    return act.changes


def take_back_step(desk: Desk, referral: str, step: Step) -> Changes:
    """A step was not taken after all; one that was not taken stays so.

    Raises:
        RefusedError: a later one rests on it, or the referral began with it.
    """
    with _act_on(desk, referral, "A step taken back.") as (act, found):
        put_referral(desk, act, without_step(found, step))
    return act.changes


def end(desk: Desk, referral: str, outcome: Outcome, on: date | None = None) -> Changes:
    """How a referral ended, on a day, today where none is given. Who became the user's client is one from then on.

    Raises:
        RefusedError: it is to lapse, and has happened.
    """
    with _act_on(desk, referral, "Ended.") as (act, found):
        prospect: Person | None = act.get(Person, found.prospect) if found.prospect else None
        words = _ENDED[outcome].format(new=prospect.name if prospect else "somebody")
        act.retitle(words[0].upper() + words[1:])
        put_referral(desk, act, with_outcome(found, outcome, on or desk.today), *_ALL_KINDS[:3])
        if outcome == "won" and found.direction == "received" and prospect and "prospect" in prospect.roles:
            kept = tuple(role for role in prospect.roles if role not in ("prospect", "client"))
            put_person(desk, act, replace(prospect, roles=("client", *kept)))
    return act.changes


def take_back_thanks(desk: Desk, referral: str, step: int) -> Changes:
    """A thank-you was neither said nor skipped after all: it is owed again."""
    with _act_on(desk, referral, "A thank-you taken back.") as (act, found):
        put_referral(desk, act, replace(found, thanks=tuple(one for one in found.thanks if one.step != step)))
    return act.changes


def redate_thanks(desk: Desk, referral: str, step: int, on: date) -> Changes:
    """A thank-you was said, or skipped, on another day than it was noted."""
    with _act_on(desk, referral, "A thank-you dated anew.") as (act, found):
        dated = tuple(
            one
            if one.step != step
            else replace(one, done_on=on)
            if one.done_on
            else replace(one, skipped_on=min(on, desk.today))
            for one in found.thanks
        )
        put_referral(desk, act, replace(found, thanks=dated))
    return act.changes


def agree_to_meet(desk: Desk, referral: str, side: Side, on: date | None = None) -> Changes:
    """One side of a referral given agreed to be introduced; both have to, before the introduction is worded.

    Raises:
        RefusedError: it was not given by the user, or the day has yet to come.
    """
    day = on or desk.today
    if day > desk.today:
        raise RefusedError("This lies after the day of recording, so it cannot have happened yet.")
    with _act_on(desk, referral, "Happy to be introduced.") as (act, found):
        _refuse_received(found)
        consents = replace(found.consents, to=day) if side == "to" else replace(found.consents, prospect=day)
        put_referral(desk, act, replace(found, consents=consents))
    return act.changes


def withdraw_consent(desk: Desk, referral: str, side: Side) -> Changes:
    """One side of a referral given has not agreed after all."""
    with _act_on(desk, referral, "A consent taken back.") as (act, found):
        _refuse_received(found)
        consents = replace(found.consents, to=None) if side == "to" else replace(found.consents, prospect=None)
        put_referral(desk, act, replace(found, consents=consents))
    return act.changes


def set_terms(desk: Desk, referral: str, terms: Terms) -> Changes:
    """How somebody is referred, how the third thank-you will be said, and what it came to.

    Raises:
        RefusedError: the value is below nothing, or no amount.
    """
    if terms.value is not None and not (isfinite(terms.value) and terms.value >= 0):
        raise RefusedError("What it came to is an amount, such as 1200.")
    currency = terms.currency.strip().upper()
    if currency and not (len(currency) == 3 and currency.isascii() and currency.isalpha()):
        raise RefusedError("A currency has three letters, such as EUR.")
    with _act_on(desk, referral, "Referral changed.") as (act, found):
        changed = replace(found, level=terms.level, thank_by=terms.thank_by, value=terms.value, currency=currency)
        put_referral(desk, act, changed)
    return act.changes


def delete_referral(desk: Desk, referral: str) -> Changes:
    """Take a referral out of the book. The ask it came from waits for its answer again; posted notes stay."""
    with _act_on(desk, referral, "Referral deleted.") as (act, found):
        for note in notes_of(desk.book, referral):
            if note.state == "posted":
                act.put(replace(note, referral=""))
            else:
                act.delete(Note, note.id)
                act.delete(Later, f"note:{note.id}")
        act.delete(Referral, referral)
        for kind in _ALL_KINDS:
            act.delete(Later, f"referral:{referral}:{kind}")
        ask: Ask | None = act.get(Ask, found.ask) if found.ask else None
        if ask is not None and ask.state == "agreed":
            act.put(desk.checked(replace(ask, state="asked", answered_on=None)))
    return act.changes


@contextmanager
def _act_on(desk: Desk, referral: str, title: str) -> Iterator[tuple[Writing, Referral]]:
    """One act on a referral as it stands now."""
    with desk.act(title) as act:
        yield act, desk.find(Referral, referral)


def _refuse_received(referral: Referral) -> None:
    if referral.direction == "received":
        raise RefusedError("Consents belong to a referral that you give.")
