"""Tasks that come back, by the recurrence rules of RFC 5545 section 3.3.10 in whole days.

The calendar arithmetic is dateutil's. COUNT and UNTIL are kept here: a task that moves on starts its rule
afresh at its new due day, so a COUNT has to go down with it, and days have no zone in which to read UNTIL.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from refdesk.domain.records import Task

_LONGEST = 500
_COUNT = re.compile(r"(?<=COUNT=)[0-9]+", re.IGNORECASE)
_UNTIL = re.compile(r"([0-9]{8})(?:T[0-9]{6}Z?)?")
_POSITIVE = re.compile(r"0*[1-9][0-9]{0,5}")
_NUMBER = re.compile(r"[+-]?[0-9]{1,3}")
_WEEKDAY = re.compile(r"(?:[+-]?([1-9][0-9]?))?(?:MO|TU|WE|TH|FR|SA|SU)")

_CYCLE_YEARS = 400
_CYCLE = timedelta(days=146_097)
_LATEST_YEAR = 9899  # a century before the last year that dateutil knows


class RecurrenceError(ValueError):
    """The rule cannot be used; the message is one sentence for the user."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """A checked rule: the part that dateutil reckons with, and the end that is kept apart from it."""

    pattern: str
    count: int | None
    until: date


def recurrence_problem(rrule: str) -> str | None:
    """Why this rule cannot be used, in one sentence; None where it can."""
    try:
        _parse(rrule)
    except RecurrenceError as error:
        return str(error)
    return None


def next_occurrence(rrule: str, start: date, after: date) -> date | None:
    """The first day after ``after`` on which a rule that starts at ``start`` falls, or None where it has ended.

    A rule that falls on no day for a century counts as ended. Raises RecurrenceError for a rule that is none.
    """
    following = _following(_parse(rrule), start, after)
    return following and following[1]


def advance(task: Task, done_on: date) -> Task:
    """The task after it was done: at its next occurrence, or done where its rule has ended or it has none.

    The next occurrence lies after both its due day and ``done_on``: a round that was missed is not made up for.
    A COUNT goes down by the occurrences that are past. Raises RecurrenceError for a rule that is none.
    """
    if not task.rrule:
        return replace(task, done_on=done_on)
    rule = _parse(task.rrule)
    following = _following(rule, task.due, max(task.due, done_on))
    if following is None:
        return replace(task, done_on=done_on)
    past, due = following
    rrule = task.rrule if rule.count is None else _COUNT.sub(str(rule.count - past), task.rrule)
    return replace(task, due=due, rrule=rrule)


def _following(rule: _Rule, start: date, after: date) -> tuple[int, date] | None:
    """The rule's first day after ``after``, and how many of its days came before that one."""
    for past, day in enumerate(_days(rule.pattern, start, after)):
        if past == rule.count or day > rule.until:
            return None
        if day > after:
            return past, day
    return None


def _days(pattern: str, start: date, after: date) -> Iterator[date]:
    """The days of a rule without an end, ascending.

    dateutil searches up to the year 9999 for a day that never comes (30 February). The calendar repeats after
    400 years, weekdays included, so the search is carried out as late as leaves it a century after ``after``.
    """
    cycles = max(0, (_LATEST_YEAR - max(start, after).year) // _CYCLE_YEARS)
    shift = cycles * _CYCLE
    # Imported here, because few tasks recur and the import takes longer than showing a day's list.
    from dateutil.rrule import rrulestr

    try:
        for moment in rrulestr(pattern, dtstart=datetime.combine(start + shift, time())):
            yield moment.date() - shift
    except (OverflowError, ValueError):  # dateutil's weeks run over the last day of the calendar
        return


def _parse(rrule: str) -> _Rule:
    if len(rrule) > _LONGEST:
        raise RecurrenceError(f"A recurrence rule has at most {_LONGEST} characters.")
    parts: dict[str, str] = {}
    for part in rrule.upper().split(";"):
        name, _, value = part.partition("=")
        if name in parts:
            raise RecurrenceError(f"A recurrence rule says {name} only once.")
        if name not in _VALID or not _VALID[name](value):
            raise RecurrenceError(f"“{part}” is no part of a recurrence rule in days, weeks, months or years.")
        parts[name] = value
    if "FREQ" not in parts:
        raise RecurrenceError("A recurrence rule says how often it comes back, such as FREQ=WEEKLY.")
    if "COUNT" in parts and "UNTIL" in parts:
        raise RecurrenceError("A recurrence rule ends by COUNT or by UNTIL, not by both.")
    _check_ordinals(parts)
    count = int(parts.pop("COUNT", "0")) or None
    until = _until(parts.pop("UNTIL")) if "UNTIL" in parts else None
    return _Rule(";".join(f"{name}={value}" for name, value in parts.items()), count, until or date.max)


def _check_ordinals(parts: Mapping[str, str]) -> None:
    """Refuse a "sixth Monday" of a month, or a second Monday of a week: dateutil fails on one, ignores the other."""
    most = {"MONTHLY": 5, "YEARLY": 5 if "BYMONTH" in parts else 53}.get(parts["FREQ"], 0)
    for weekday in parts.get("BYDAY", "").split(","):
        match = _WEEKDAY.fullmatch(weekday)
        if match and int(match[1] or 0) > most:
            raise RecurrenceError(f"“{weekday}” names a weekday that no such period has.")


def _until(value: str) -> date | None:
    """The last day; what it says of a time of day or of a zone means nothing to a rule of days."""
    match = _UNTIL.fullmatch(value)
    try:
        return date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None


def _numbers(low: int, high: int) -> Callable[[str], bool]:
    """A check of a list of whole numbers other than nought."""

    def check(value: str) -> bool:
        items = value.split(",")
        return all(_NUMBER.fullmatch(item) and int(item) != 0 and low <= int(item) <= high for item in items)

    return check


_VALID: dict[str, Callable[[str], bool]] = {
    "FREQ": ("DAILY", "WEEKLY", "MONTHLY", "YEARLY").__contains__,
    "INTERVAL": lambda value: _POSITIVE.fullmatch(value) is not None,
    "COUNT": lambda value: _POSITIVE.fullmatch(value) is not None,
    "UNTIL": lambda value: _until(value) is not None,
    "BYDAY": lambda value: all(_WEEKDAY.fullmatch(item) for item in value.split(",")),
    "BYMONTHDAY": _numbers(-31, 31),
    "BYYEARDAY": _numbers(-366, 366),
    "BYWEEKNO": _numbers(-53, 53),
    "BYMONTH": _numbers(1, 12),
    "BYSETPOS": _numbers(-366, 366),
    "WKST": ("MO", "TU", "WE", "TH", "FR", "SA", "SU").__contains__,
}
