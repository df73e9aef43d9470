"""Days, rhythms and choices as the user reads and types them: "every 4 weeks", "12 March 2019", "5 April"."""

import re
from datetime import date

from refdesk.domain.birthdays import birthday_on, is_partial_date
from refdesk.domain.daywords import MONTHS, day_name, days_ago
from refdesk.domain.person import PartialDate
from refdesk.domain.words import Role, Trust
from refdesk.formats.text_dates import find_day

ROLE_WORDS: dict[Role, str] = {
    "client": "Client",
    "past_client": "Past client",
    "prospect": "Prospect",
    "partner": "Partner",
    "colleague": "Colleague",
    "vendor": "Supplier",
    "friend": "Friend",
    "relative": "Relative",
    "other": "Other",
}
TRUST_WORDS: dict[Trust, str] = {
    "unknown": "Not sure yet",
    "low": "Low",
    "growing": "Growing",
    "high": "High",
}
RHYTHMS = ("every 2 weeks", "every 4 weeks", "every 6 weeks", "every 8 weeks", "every 3 months", "every 6 months")

_LONGEST = 36_525
"""A century of days; a longer rhythm is none."""

_UNITS = {"day": 1, "week": 7, "month": 30, "year": 365}
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ENDINGS = "ays?|aily|eeks?|eekly|onths?|onthly|ears?|early"
_RHYTHM = re.compile(
    rf"(?:every\s+)?(?P<count>[0-9]{{1,5}}|{'|'.join(_NUMBERS)})?\s*(?P<unit>[dwmy])(?:{_ENDINGS})?", re.IGNORECASE
)
_NO_RHYTHM = ("", "no rhythm", "none", "never", "no")

_MONTH = rf"(?P<month>{'|'.join(f'{name[:3]}[a-z]*' for name in MONTHS)})\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\.?"
_PARTIAL = (
    re.compile(rf"{_DAY}\s*{_MONTH},?\s*(?P<year>[0-9]{{4}})?", re.IGNORECASE),
    re.compile(rf"{_MONTH}\s*{_DAY},?\s*(?P<year>[0-9]{{4}})?", re.IGNORECASE),
    re.compile(r"(?P<day>[0-9]{1,2})(?P<mark>[/.-])(?P<month>[0-9]{1,2})(?:(?P=mark)(?P<year>[0-9]{4})?)?"),
)
_ROUGH = re.compile(rf"(?:{_MONTH}\s*)?(?P<year>[0-9]{{4}})", re.IGNORECASE)


def rhythm_text(days: int | None) -> str:
    """A rhythm in the unit that says it best: "every week", "every 3 months"; empty for none."""
    if days is None:
        return ""
    unit = next((unit for unit in ("year", "month", "week") if days % _UNITS[unit] == 0), "day")
    count = days // _UNITS[unit]
    return f"every {unit}" if count == 1 else f"every {count} {unit}s"


def read_rhythm(text: str) -> int | None:
    """The days of a rhythm that somebody typed; None for none.

    Raises:
        ValueError: the text is no rhythm.
    """
    typed = text.strip().casefold()
    if typed in _NO_RHYTHM:
        return None
    match = _RHYTHM.fullmatch(typed)
    if match is None:
        raise ValueError(text)
    count = match["count"] or "1"
    number = int(count) if count.isdecimal() else _NUMBERS.index(count) + 1
    days = number * next(size for unit, size in _UNITS.items() if unit[0] == match["unit"])
    if not 1 <= days <= _LONGEST:
        raise ValueError(text)
    return days


def day_text(day: date) -> str:
    """A day with its year: "12 March 2019"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def partial_text(partial: PartialDate) -> str:
    """A day with its year where that is known: "5 April 1980", "5 April"; what is no day stays as it is."""
    if not is_partial_date(partial):
        return partial
    year, month, day = partial.removeprefix("-").rsplit("-", 2)
    return f"{int(day)} {MONTHS[int(month) - 1]} {year.removeprefix('-')}".rstrip()


def read_partial(text: str) -> PartialDate | None:
    """The day that somebody typed, with a year or without, as the book keeps it; None where it is none."""
    typed = text.strip()
    if is_partial_date(typed):
        return typed
    match = next(filter(None, (form.fullmatch(typed) for form in _PARTIAL)), None)
    if match is None:
        return None
    partial = f"{match['year'] or '-'}-{_month(match['month']):02}-{int(match['day']):02}"
    return partial if is_partial_date(partial) else None


def read_day(text: str, today: date) -> date | None:
    """The day up to today that somebody typed; of a year or a month alone the first day. None where it is none."""
    typed = text.strip()
    rough = _ROUGH.fullmatch(typed)
    if rough and 1 <= int(rough["year"]) <= today.year:
        return date(int(rough["year"]), _month(rough["month"]) if rough["month"] else 1, 1)
    partial = read_partial(typed)
    if partial and not partial.startswith("-"):
        return date.fromisoformat(partial)
    if partial:
        return max(day for year in (today.year - 1, today.year) if (day := birthday_on(partial, year)) and day <= today)
    found = find_day(typed, today)
    return found.value if found and (found.start, found.end) == (0, len(typed)) else None


def keep_in_touch_text(cadence: int | None, last_talk: date | None, keep_by: date | None, today: date) -> str:
    """A rhythm, the last conversation and the next one, in a sentence or two."""
    spoke = f"last spoke {days_ago(last_talk, today)}" if last_talk else "not spoken yet"
    if cadence is None:
        return f"No rhythm. {capital(spoke)}."
    if keep_by is None:
        return f"{capital(rhythm_text(cadence))}. {capital(spoke)}."
    late = f"next was due {days_ago(keep_by, today)}" if keep_by < today else f"next by {day_name(keep_by, today)}"
    return f"{capital(rhythm_text(cadence))}. {capital(spoke)}, {late}."


def when_text(day: date, today: date) -> str:
    """A day as a row says it: "today", "Thursday", "26 November", "3 days ago"."""
    return days_ago(day, today) if day < today else day_name(day, today)


def _month(text: str) -> int:
    if text.isdecimal():
        return int(text)
    return next(number for number, name in enumerate(MONTHS, 1) if name[:3].casefold() == text[:3].casefold())


def capital(words: str) -> str:
    """The words with a capital at the beginning."""
    return words[:1].upper() + words[1:]
