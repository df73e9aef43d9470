"""Asking one person for one thing: drafted, planned, asked, and what they answered (`docs/method.md` section 4).

Every function is one act with one undo. Whoever must not be asked can be neither drafted for nor planned with; that
somebody was asked, and what they said, can always be recorded, for it has happened.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date

from refdesk.domain.daywords import day_name
from refdesk.domain.errors import RefusedError
from refdesk.domain.obligations import days_after
from refdesk.domain.records import Ask, Later, Referral
from refdesk.domain.words import Level
from refdesk.services.desk import Desk
from refdesk.services.ready_card import ReadyCard, ready_card
from refdesk.services.ready_list import put_off_proposals
from refdesk.storage import asks, undo
from refdesk.storage.writing import Changes, Writing, new_id

NO_TARGET = "Who would you like to meet? A name or a profile is enough."
NO_DAY = "Pick a day. Asking works best in person."
NO_REASON = "{first} isn’t ready to be asked yet. Say in a word or two why you ask now."
NEVER = "{first} is not to be asked."

_DRAFTED = "Ask of {} drafted."
_PLANNED = "Ask of {} planned."
_OPEN = ("planned", "asked", "later")


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """What is needed to prepare an ask: how they stand, the ask so far, and what they last did (None: nothing).

    ``ask`` is a suggestion until it is kept for the first time.
    """

    card: ReadyCard
    ask: Ask
    reached: Level | None

    @property
    def is_ready(self) -> bool:
        """Whether no reason is needed for asking now."""
        return self.card.readiness.standing.verdict.state == "ready"

    def is_big_step(self, level: Level) -> bool:
        """Whether this level lies two rungs above the last one reached, and the method does not advise it."""
        advised = self.card.readiness.standing.verdict.level
        return level == "introduction" and advised == "recommendation" and self.reached is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What was agreed on: what they will do, whether they are comfortable saying it, how and by when it is known."""

    action: str = ""
    comfortable: bool | None = None
    confirm_how: str = ""
    confirm_by: date | None = None


def prepare(desk: Desk, person: str) -> Preparation:
    """The ask that is being prepared for somebody, or a suggestion for one.

    Raises:
        RefusedError: nobody has this id, they are in the trash, or they are not to be asked.
    """
    card = ready_card(desk, person)
    if card.readiness.standing.verdict.state == "do_not_ask":
        raise RefusedError(NEVER.format(first=card.person.first_name))
    ask = asks.being_prepared(desk.book, person) or _suggested(desk, card)
    return Preparation(card=card, ask=ask, reached=asks.last_rung(desk.book, person))


def ask_of(desk: Desk, key: str) -> Ask:
    """The ask that a row of Today asks about, by the row's key.

    Raises:
        RefusedError: it is gone.
    """
    return desk.find(Ask, key.removeprefix("ask:").removesuffix(":check"))


def keep_draft(desk: Desk, ask: Ask) -> Changes:
    """Keep an ask as it is so far; a plan stays one. Kept again and again it is one act, while nothing else is done.

    Raises:
        RefusedError: they are not to be asked, or it was put meanwhile.
    """
    name = _may_be_asked(desk, ask).card.person.name
    with _keeping(desk, ask, _DRAFTED.format(name)) as act:
        act.put(desk.checked(_as_prepared(act, ask)))
    return act.changes


def plan_ask(desk: Desk, ask: Ask) -> Changes:
    """Plan to put an ask on its occasion's day, on which Today asks how it went.

    Raises:
        RefusedError: they are not to be asked, it has no target or no day to come, or they are not ready and
            ``override_why`` is empty.
    """
    preparing = _may_be_asked(desk, ask)
    if not (ask.target_person or ask.target_profile):
        raise RefusedError(NO_TARGET)
    if ask.occasion_on is None or ask.occasion_on < desk.today:
        raise RefusedError(NO_DAY)
    if not preparing.is_ready and not ask.override_why.strip():
        raise RefusedError(NO_REASON.format(first=preparing.card.person.first_name))
    with desk.act(_PLANNED.format(preparing.card.person.name)) as act:
        act.put(desk.checked(replace(_as_prepared(act, ask), state="planned")))
        act.delete(Later, _check_of(ask.id))
    return act.changes


def ask_later(desk: Desk, ask: Ask) -> Changes:
    """Keep an ask as it is so far, and propose this person again in two weeks."""
    name = _may_be_asked(desk, ask).card.person.name
    with desk.act(f"Ask of {name} kept for later.") as act:
        act.put(desk.checked(_as_prepared(act, ask)))
        put_off_proposals(desk, act, ask.person)
    return act.changes


def delete_ask(desk: Desk, id_: str) -> Changes:
    """Take an ask away that was never put.

    Raises:
        RefusedError: it was put, and stays on the timeline.
    """
    ask = desk.find(Ask, id_)
    if ask.state not in ("draft", "planned"):
        raise RefusedError("This has been asked, and stays on the timeline.")
    with desk.act(f"Ask of {desk.person(ask.person).name} deleted.") as act:
        act.delete(Ask, id_)
        act.delete(Later, _check_of(id_))
    return act.changes


def asked(desk: Desk, ask: str) -> Changes:
    """A planned ask was put, on its occasion's day where that is past, else today; a second time changes nothing."""
    found = desk.find(Ask, ask)
    with desk.act(f"{desk.person(found.person).name} asked.") as act:
        if found.state == "planned":
            _put(desk, act, replace(found, state="asked", asked_on=_asked_on(desk, found)))
    return act.changes


def agreed(desk: Desk, ask: str, agreement: Agreement | None = None) -> Changes:
    """They said yes: the ask is agreed to and its referral opened, for which the first thank-you is due at once.

    Raises:
        RefusedError: they would not be comfortable saying it, or the ask is not waiting for an answer.
    """
    with _answering(desk, ask, "{} agreed.") as (act, found):
        if agreement is not None:
            found = replace(
                found,
                action=agreement.action or found.action,
                comfortable=agreement.comfortable,
                confirm_how=agreement.confirm_how or found.confirm_how,
                confirm_by=agreement.confirm_by or found.confirm_by,
            )
        _put(desk, act, replace(found, state="agreed"))
        referral = Referral(
            id=new_id(),
            champion=found.person,
            prospect=found.target_person,
            ask=found.id,
            level=found.level,
            agreed_on=desk.today,
            confirm_by=found.confirm_by,
        )
        act.put(desk.checked(referral))
    return act.changes


def declined(desk: Desk, ask: str) -> Changes:
    """They said no, and that is fine: nothing more to do."""
    with _answering(desk, ask, "{}: not this time.") as (act, found):
        _put(desk, act, replace(found, state="declined"))
    return act.changes


def answered_later(desk: Desk, ask: str, until: date) -> Changes:
    """They said later: the ask rests until that day."""
    with _answering(desk, ask, f"{{}} to be asked again {day_name(until, desk.today)}.") as (act, found):
        _put(desk, act, replace(found, state="later", later_until=until))
    return act.changes


def _may_be_asked(desk: Desk, ask: Ask) -> Preparation:
    preparing = prepare(desk, ask.person)
    if ask.target_person:
        desk.person(ask.target_person)
    return preparing


def _suggested(desk: Desk, card: ReadyCard) -> Ask:
    """The best fit, at the advised level, at the next meeting or in a week, to be confirmed in good time."""
    on = card.plan.on if card.plan else days_after(desk.today, 7)
    target = card.targets[0].id if card.targets else ""
    return Ask(
        id=new_id(),
        person=card.person.id,
        target_person=target,
        target_profile=card.profile.id if card.profile and not target else "",
        level=card.readiness.standing.verdict.level,
        occasion_on=on,
        confirm_by=days_after(on, desk.policy.confirm_within),
    )


def _as_prepared(act: Writing, ask: Ask) -> Ask:
    """The ask as it was edited, with the state in which the book has it."""
    stands: Ask | None = act.get(Ask, ask.id)
    if stands is not None and stands.state not in ("draft", "planned"):
        raise RefusedError("This has been asked meanwhile.")
    return replace(ask, state=stands.state if stands else "draft")


@contextmanager
def _keeping(desk: Desk, ask: Ask, title: str) -> Iterator[Writing]:
    """The act that drafted this ask, where nothing was done since; a new one else."""
    last = undo.last_done(desk.book)
    is_same = last and last.title == title and last.id == asks.written_by(desk.book, ask.id)
    if last and is_same and undo.first_undone(desk.book) is None:
        with desk.reverting(last.id) as act:
            yield act
    else:
        with desk.act(title) as act:
            yield act


@contextmanager
def _answering(desk: Desk, ask: str, title: str) -> Iterator[tuple[Writing, Ask]]:
    """The act in which an answer of today is recorded, and the ask with its days; planned, it was put as well."""
    found = desk.find(Ask, ask)
    with desk.act(title.format(desk.person(found.person).name)) as act:
        if found.state not in _OPEN:
            raise RefusedError("This ask has its answer already.")
        yield act, replace(found, asked_on=found.asked_on or _asked_on(desk, found), answered_on=desk.today)


def _asked_on(desk: Desk, ask: Ask) -> date:
    return min(ask.occasion_on or desk.today, desk.today)


def _put(desk: Desk, act: Writing, ask: Ask) -> None:
    """Write an ask that has moved on, and forget that its question was put off."""
    act.put(desk.checked(ask))
    act.delete(Later, _check_of(ask.id))


def _check_of(ask: str) -> str:
    return f"ask:{ask}:check"
