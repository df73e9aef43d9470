"""When what is owed is brought to the user's notice: its moments, quiet hours, and what one look raises.

The rules are those of `docs/method.md` section 8. Every time is wall-clock and has no zone, as the user reads it
off the clock, so a change of zone or of summer time moves nothing.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from refdesk.domain.policy import Policy
from refdesk.domain.words import WEEKDAYS

_ONE_BY_ONE = 3
_CATCH_UP_DAYS = 31
"""How far back one raising makes up for missed moments, so that a clock set back a month raises none again."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Something owed, by its key, on a day and perhaps at a time of that day."""

    key: str
    due: date
    at: time | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """That a moment of something owed has been raised, or made up for: it never is again."""

    key: str
    moment: datetime


@dataclass(frozen=True, slots=True)
class Look:
    """What one look raises: ``singly`` each by itself, or all of ``together`` as one digest that names its first.

    ``moments`` are to be recorded as shown; none of them was before.
    """

    singly: tuple[Occurrence, ...] = ()
    together: tuple[Occurrence, ...] = ()
    moments: tuple[Shown, ...] = ()


def plan(owed: Iterable[Occurrence], shown: AbstractSet[Shown], now: datetime, policy: Policy) -> Look:
    """What to raise at ``now`` of all that is owed, in the order given, less what has been ``shown``.

    Only a moment of the present day is raised. One missed before it (asleep, closed) is made up for by the
    present day's, so that nothing is raised before the working morning it waits for, and nothing twice.
    Of several with one key the first counts.
    """
    if is_quiet(now, policy):
        return Look()
    by_key: dict[str, Occurrence] = {}
    for occurrence in owed:
        by_key.setdefault(occurrence.key, occurrence)
    raised: list[Occurrence] = []
    moments: list[Shown] = []
    for occurrence in by_key.values():
        moment = moment_on(occurrence, now.date(), policy)
        if moment and moment <= now and Shown(occurrence.key, moment) not in shown:
            raised.append(occurrence)
            moments.extend(_made_up_for(occurrence, shown, now.date(), policy))
    if len(raised) > _ONE_BY_ONE:
        return Look(together=tuple(raised), moments=tuple(moments))
    return Look(singly=tuple(raised), moments=tuple(moments))


def moment_on(occurrence: Occurrence, day: date, policy: Policy) -> datetime | None:
    """When something owed and not done is raised on a day, if at all; never inside quiet hours or on a day off.

    On its due day that is its own time, or the morning where it has none or where its own time is quiet and
    before the morning; on every later working day it is the morning.
    """
    if day < occurrence.due or is_day_off(day, policy):
        return None
    morning = working_morning(policy)
    own = occurrence.at or morning
    if day > occurrence.due:
        return datetime.combine(day, morning)
    if not is_quiet_at(own, policy):
        return datetime.combine(day, own)
    return datetime.combine(day, morning) if own < morning else None


def _made_up_for(occurrence: Occurrence, shown: AbstractSet[Shown], day: date, policy: Policy) -> Iterator[Shown]:
    """The day's moment, and backwards those before it that were missed."""
    for days in range(min((day - occurrence.due).days, _CATCH_UP_DAYS) + 1):
        moment = moment_on(occurrence, day - timedelta(days=days), policy)
        if moment and (missed := Shown(occurrence.key, moment)) not in shown:
            yield missed


def put_off(occurrence: Occurrence, until: date | datetime) -> Occurrence:
    """The occurrence as it is raised after "not until then"; a day means its morning, a past one changes nothing."""
    if isinstance(until, datetime):
        own = datetime.combine(occurrence.due, occurrence.at or time.min)
        return replace(occurrence, due=until.date(), at=until.time()) if until > own else occurrence
    return replace(occurrence, due=until, at=None) if until > occurrence.due else occurrence


def working_morning(policy: Policy) -> time:
    """The hour at which a working day's reminders begin: ``morning_at``, or the end of quiet hours around it."""
    return policy.quiet_until if is_quiet_at(policy.morning_at, policy) else policy.morning_at


def is_quiet(now: datetime, policy: Policy) -> bool:
    """Whether nothing may be raised now: inside quiet hours, or on a day off."""
    return is_day_off(now.date(), policy) or is_quiet_at(now.time(), policy)


def is_day_off(day: date, policy: Policy) -> bool:
    """Whether the user does not work on this day of the week."""
    return WEEKDAYS[day.weekday()] in policy.days_off


def is_quiet_at(at: time, policy: Policy) -> bool:
    """Whether this time of day lies from ``quiet_from`` until before ``quiet_until``, perhaps across midnight.

    Where both are the same time there are no quiet hours.
    """
    if policy.quiet_from <= policy.quiet_until:
        return policy.quiet_from <= at < policy.quiet_until
    return at >= policy.quiet_from or at < policy.quiet_until
