"""Whether a record obeys the method: what it must not lack, and what cannot have happened yet.

Nothing is refused here that `docs/method.md` or `docs/interchange.md` does not refuse.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import get_args

from refdesk.domain.birthdays import is_partial_date
from refdesk.domain.person import Person
from refdesk.domain.policy import Policy
from refdesk.domain.records import Ask, Entry, Later, Note, Partner, Project, Referral, Task, Thanks
from refdesk.domain.recurrence import recurrence_problem
from refdesk.domain.words import TaskKind

_LONGEST_SPAN = 36_525
"""A century of days: more is of no use, and within it no reckoned day leaves the calendar."""

_KEY = re.compile(
    r"(task|note):.+|ask:.+:check|entry:.+:happened|referral:.+:(check|follow_up|status|thank_you:[123])"
    rf"|(person|partner):.+:({'|'.join(get_args(TaskKind))})",
    re.DOTALL,
)
"""The keys of `docs/interchange.md`; a proposal or a partner's meeting is put off by a birthday's form of key."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that a record breaks: the JSON key of the field at fault, and why, in one sentence for the user."""

    field: str
    why: str


def normalise_tag(tag: str) -> str:
    """A tag as it is compared: trimmed and casefolded (`docs/method.md` section 1, "knows")."""
    return tag.strip().casefold()


def broken_rules(record: object) -> tuple[Broken, ...]:
    """The rules that this record breaks by itself (`docs/method.md` sections 1, 2, 4 and 5).

    Kinds of record without rules of their own, such as a profile, break none. What depends on other records has
    functions of its own: `missing_referral`, `over_limit`; what depends on the day: `future_dates`.
    """
    match record:
        case Person():
            return tuple(_person(record))
        case Policy():
            return tuple(_policy(record))
        case Entry():
            return tuple(_entry(record))
        case Ask():
            return tuple(_ask(record))
        case Referral():
            return tuple(_referral(record))
        case Task():
            return tuple(_task(record))
        case Later():
            return tuple(_later(record))
        case Partner():
            return tuple(_partner(record))
        case _:
            return ()


def missing_referral(ask: Ask, referred: Collection[str]) -> tuple[Broken, ...]:
    """An ask at ``agreed`` without its referral; ``referred`` holds the ``ask`` of every referral of the book."""
    if ask.state != "agreed" or ask.id in referred:
        return ()
    return (Broken("state", "An ask that was agreed to needs its referral."),)


def over_limit(project: Project, policy: Policy) -> tuple[Broken, ...]:
    """A project with more people than a round can look after (`docs/method.md` section 7)."""
    if len(project.people) <= policy.project_limit:
        return ()
    return (Broken("people", f"A project has at most {policy.project_limit} people."),)


def future_dates(record: object, today: date) -> tuple[Broken, ...]:
    """The dates on which something is said to have happened that lie after the day of recording (section 2)."""
    why = "This lies after the day of recording, so it cannot have happened yet."
    return tuple(Broken(name, why) for name, day in _happened(record) if day and day > today)


def _happened(record: object) -> Iterator[tuple[str, date | None]]:
    """The fields of section 2's list that this kind of record has."""
    match record:
        case Entry():
            yield "resolved_on", record.resolved_on
        case Ask():
            yield "asked_on", record.asked_on
            yield "answered_on", record.answered_on
        case Referral():
            yield "agreed_on", record.agreed_on
            yield "made_on", record.made_on
            yield "followed_up_on", record.followed_up_on
            yield from ((f"told_on[{index}]", day) for index, day in enumerate(record.told_on))
            yield "outcome_on", record.outcome_on
            yield from ((f"thanks[{index}].done_on", thanks.done_on) for index, thanks in enumerate(record.thanks))
        case Note():
            yield "posted_on", record.posted_on
        case Task():
            yield "done_on", record.done_on
        case Partner():
            yield from ((f"promised[{index}].done_on", made.done_on) for index, made in enumerate(record.promised))


def _person(person: Person) -> Iterator[Broken]:
    not_a_day = "This is no day of the calendar; write 1980-04-05, or --04-05 without the year."
    if person.cadence_days is not None and person.cadence_days < 1:
        yield Broken("cadence_days", "A rhythm is at least one day.")
    if person.birthday and not is_partial_date(person.birthday):
        yield Broken("birthday", not_a_day)
    for index, named in enumerate(person.dates):
        if not is_partial_date(named.on):
            yield Broken(f"dates[{index}].on", not_a_day)


def _policy(policy: Policy) -> Iterator[Broken]:
    for field in fields(policy):
        value = getattr(policy, field.name)
        if isinstance(value, int) and not 0 <= value <= _LONGEST_SPAN:
            yield Broken(field.name, f"This number lies between 0 and {_LONGEST_SPAN}.")


def _entry(entry: Entry) -> Iterator[Broken]:
    if not entry.people:
        yield Broken("people", "An entry has at least one person.")
    if len(set(entry.people)) > 1:
        if "delivered" in entry.marks:
            yield Broken("marks", "Delivered work is recorded with one person; make an entry for each.")
        if "complaint" in entry.marks:
            yield Broken("marks", "A complaint is recorded with one person; make an entry for each.")
        if entry.satisfaction:
            yield Broken("satisfaction", "Satisfaction is recorded with one person; make an entry for each.")


def _ask(ask: Ask) -> Iterator[Broken]:
    if not ask.person:
        yield Broken("person", "An ask goes to one person.")
    if ask.state in ("asked", "agreed", "declined", "later") and not ask.asked_on:
        yield Broken("asked_on", f"An ask at “{ask.state}” has the day on which you asked.")
    if ask.state == "later" and not ask.later_until:
        yield Broken("later_until", "An ask put off until later has the day to come back to it.")
    if ask.state == "agreed" and ask.comfortable is False:
        yield Broken("comfortable", "Nobody agrees to words they are not comfortable with; find other words first.")


def _referral(referral: Referral) -> Iterator[Broken]:
    if referral.direction == "received" and not referral.champion:
        yield Broken("champion", "A referral received has the person who refers.")
    if referral.direction == "given" and not referral.to:
        yield Broken("to", "A referral given has the person who receives the business.")
    state = referral.state
    if state in ("agreed", "lapsed") and not referral.agreed_on:
        yield Broken("agreed_on", f"A referral at “{state}” has the day on which it was agreed.")
    if state not in ("agreed", "lapsed") and not referral.made_on:
        yield Broken("made_on", f"A referral at “{state}” has the day on which it was made.")
    if state == "followed_up" and not referral.followed_up_on:
        yield Broken("followed_up_on", f"A referral at “{state}” has the day on which you followed up.")
    if state in ("won", "lost", "not_a_fit") and not referral.outcome_on:
        yield Broken("outcome_on", f"A referral at “{state}” has the day of its outcome.")
    for index, thanks in enumerate(referral.thanks):
        for broken in _thanks(thanks):
            yield Broken(f"thanks[{index}].{broken.field}", broken.why)


def _thanks(thanks: Thanks) -> Iterator[Broken]:
    if thanks.step not in (1, 2, 3):
        yield Broken("step", "A thank-you is the first, the second or the third.")
    if (thanks.done_on is None) == (thanks.skipped_on is None):
        yield Broken("done_on", "A thank-you has either the day it was done or the day it was skipped.")
    if thanks.skipped_on and not thanks.why.strip():
        yield Broken("why", "A thank-you that was skipped has a reason.")


def _task(task: Task) -> Iterator[Broken]:
    problem = recurrence_problem(task.rrule) if task.rrule else None
    if problem:
        yield Broken("rrule", problem)


def _later(later: Later) -> Iterator[Broken]:
    if not _KEY.fullmatch(later.key):
        yield Broken("key", f"“{later.key}” is no task's key.")


def _partner(partner: Partner) -> Iterator[Broken]:
    if partner.every_days < 1:
        yield Broken("every_days", "Partners meet at most once a day.")
