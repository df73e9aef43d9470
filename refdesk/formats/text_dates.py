"""Days and times in typed text: the forms that people use in a quick line, and nothing that only looks like one.

A month or a number alone is no date: "May" and "Mark" are people, "10" is ten of something. What is written
day first stays so: 12/11 is 12 November.
"""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final, Generic, TypeVar

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = (
    r"(?P<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)\b\.?"
)
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s+(?P<year>[0-9]{4}))?"
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NEAR: Final = {
    "today": 0, "tonight": 0, "this": 0, "yesterday": -1, "last night": -1, "tomorrow": 1,
    "last week": -7, "next week": 7,
}  # fmt: skip
_PART_OF_DAY = r"\s+(?:morning|afternoon|evening|night)"
_NUMBER: Final = r"(?:[0-9]{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_GUARDS: Final = frozenset(("with", "and", "from", "to", "&"))
"""Words behind which a month or a weekday is somebody's name."""

V = TypeVar("V", date, time)


@dataclass(frozen=True, slots=True)
class Found(Generic[V]):
    """A day or a time in a text, from ``start`` up to ``end``."""

    value: V
    start: int
    end: int


Reading = Callable[[re.Match[str], date, bool], date | None]
"""A match, today and whether the day lies ahead, to the day that is meant; None where there is no such day."""


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/.:@#-])(?:on\s+)?{text}(?![\w/-]|[.:]\d)", re.IGNORECASE)


def _shift(today: date, days: int) -> date | None:
    try:
        return today + timedelta(days=days)
    except OverflowError:
        return None


def _after_months(today: date, months: int) -> date | None:
    years, month = divmod(today.month - 1 + months, 12)
    year = today.year + years
    if not date.min.year <= year <= date.max.year:
        return None
    return date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))


def _day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _read_full(match: re.Match[str], today: date, ahead: bool) -> date | None:
    """A day with its year, or without: then the next one, or, looking back, the nearest."""
    month = match["month"]
    number = int(month) if month.isdecimal() else _MONTHS.index(month[:3].casefold()) + 1
    day, year = int(match["day"]), match["year"]
    if year:
        return _day_of(int(year) + (2000 if len(year) == 2 else 0), number, day)
    near = (_day_of(today.year + years, number, day) for years in range(-8, 9))
    days = [found for found in near if found and (not ahead or found >= today)]
    return min(days, key=lambda found: (abs(found - today), found)) if days else None


def _read_near(match: re.Match[str], today: date, _ahead: bool) -> date | None:
    return _shift(today, _NEAR[(match["near"] or match["nearby"]).casefold()])


def _read_weekday(match: re.Match[str], today: date, ahead: bool) -> date | None:
    """The last such day before today; the next one where that is said, or where the day lies ahead."""
    weekday = _WEEKDAYS.index(match["weekday"][:3].casefold())
    if ahead or (match["which"] or "").casefold() in ("next", "this"):
        return _shift(today, (weekday - today.weekday() - 1) % 7 + 1)
    return _shift(today, -((today.weekday() - weekday - 1) % 7 + 1))


def _read_ago(match: re.Match[str], today: date, _ahead: bool) -> date | None:
    days = int(match["count"]) if match["count"].isdecimal() else 1
    return _shift(today, -days * (7 if match["unit"].casefold() == "week" else 1))


def _read_span(match: re.Match[str], today: date, ahead: bool) -> date | None:
    """A span such as 2w counts only ahead: "3 months" in a text is no day."""
    count, unit = int(match["count"]), match["unit"][0].casefold()
    if not ahead:
        return None
    if unit in "dw":
        return _shift(today, count * (7 if unit == "w" else 1))
    return _after_months(today, count * (12 if unit == "y" else 1))


_FORMS: Final[tuple[tuple[re.Pattern[str], Reading], ...]] = (
    (_pattern(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"), _read_full),
    (_pattern(r"(?P<day>[0-9]{1,2})([/.-])(?P<month>[0-9]{1,2})\2(?P<year>[0-9]{4}|[0-9]{2})"), _read_full),
    (_pattern(r"(?P<count>[0-9]{1,4}|an?)\s+(?P<unit>day|week)s?\s+ago"), _read_ago),
    (_pattern(rf"(?:{_WEEKDAY},?\s+)?(?:the\s+)?{_DAY}(?:\s+of)?\s+{_MONTH}{_YEAR}"), _read_full),
    (_pattern(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})(?P<year>)"), _read_full),
    (
        _pattern(r"(?:in\s+)?(?P<count>[0-9]{1,3})\s?(?P<unit>d|w|m|y|days?|weeks?|months?|years?)(?!\s+ago)"),
        _read_span,
    ),
    (
        _pattern(
            rf"(?<!before )(?<!after )(?:(?P<near>yesterday|tomorrow|this(?={_PART_OF_DAY}))(?:{_PART_OF_DAY})?"
            r"|(?P<nearby>today|tonight|last night|last week|next week))"
        ),
        _read_near,
    ),
    (_pattern(rf"{_MONTH}\s+{_DAY}{_YEAR}"), _read_full),
    (_pattern(rf"(?:(?P<which>last|next|this)\s+)?{_WEEKDAY}"), _read_weekday),
)

_WORDED = _pattern(
    rf"(?:{_NUMBER}\s+(?:hour|day|week|month|year)s?\s+ago|in\s+{_NUMBER}\s+(?:day|week|month|year)s?"
    r"|(?:the\s+)?day\s+(?:before\s+yesterday|after\s+tomorrow)|(?:last|next)\s+(?:month|year))"
)
"""What else is surely a day, in words; all that a library of dates in words is ever shown."""

_TIME = re.compile(
    r"(?:\bat\s+)?(?<![\w:./-])(?:(?P<hour>[01]?[0-9]|2[0-3]):(?P<minute>[0-5][0-9])(?:\s?(?P<half>[ap]m))?"
    r"|(?P<hour12>0?[1-9]|1[0-2])\s?(?P<half12>[ap]m))(?!\w|:[0-9])",
    re.IGNORECASE,
)


def find_day(text: str, today: date) -> Found[date] | None:
    """The day that the text names, looking back: a weekday is the last one before today.

    A day and a month without a year are the nearest such day, which may lie ahead. Of several days the most
    definite counts, a date before a weekday. None where nothing is surely a day.
    """
    for pattern, read in _FORMS:
        for match in pattern.finditer(text):
            day = None if _is_somebody(text, match) else read(match, today, False)
            if day:
                return Found(day, *match.span())
    worded = _WORDED.search(text)
    day = worded and _read_worded(worded[0], today)
    return Found(day, *worded.span()) if worded and day else None


def read_due(text: str, start: int, today: date) -> Found[date] | None:
    """The day that stands at ``start``, looking ahead: 2w is in two weeks, a weekday is the next one after today.

    None where no day stands there, or one that is over.
    """
    for pattern, read in _FORMS:
        match = pattern.match(text, start)
        day = match and read(match, today, True)
        if match and day and day >= today:
            return Found(day, *match.span())
    worded = _WORDED.match(text, start)
    day = worded and _read_worded(worded[0], today)
    return Found(day, *worded.span()) if worded and day and day >= today else None


def find_time(text: str, start: int = 0) -> Found[time] | None:
    """The first time of day from ``start`` on: 14:30, 9:05 pm, 2pm, with or without "at"."""
    match = _TIME.search(text, start)
    return Found(_time_of(match), *match.span()) if match else None


def _time_of(match: re.Match[str]) -> time:
    hour, minute = int(match["hour"] or match["hour12"]), int(match["minute"] or 0)
    half = (match["half"] or match["half12"] or "").casefold()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute)


def _is_somebody(text: str, match: re.Match[str]) -> bool:
    """Whether a month or a weekday is rather a name: "with May 3", "with Sunday Okafor", "Mei Sun"."""
    word = match[0]
    if not word[0].isalpha() or word.casefold().startswith(("on ", "last ", "next ", "this ", *_NEAR)):
        return False
    before = text[max(0, match.start() - 40) : match.start()].split()
    if before and before[-1].casefold() in _GUARDS:
        return True
    following = text[match.end() : match.end() + 2]
    if word[0].isupper() and not word[-1].isdigit() and following[:1].isspace() and following[1:].isupper():
        return True
    return word == "Sun" and len(before) > 1 and before[-1][0].isupper()


def _read_worded(words: str, today: date) -> date | None:
    from dateparser import parse  # a quarter of a second, and only some lines need it

    base = datetime.combine(today, time(12))
    moment = parse(words, languages=["en"], settings={"RELATIVE_BASE": base, "DATE_ORDER": "DMY"})
    return moment.date() if moment else None
