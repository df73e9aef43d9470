"""Days that come round every year, with or without the year they began in (`docs/interchange.md`, ``people[]``)."""

import re
from datetime import date

from refdesk.domain.person import PartialDate

_FORM = re.compile(r"(?P<year>[0-9]{4}|-)-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})", re.ASCII)
_ANY_LEAP_YEAR = 2000


def is_partial_date(text: PartialDate) -> bool:
    """Whether this is a real day: ``1980-04-05``, or ``--04-05`` where the year is not known."""
    return _parts(text) is not None


def birthday_on(birthday: PartialDate, year: int) -> date | None:
    """The day on which that year keeps the birthday; None for no birthday, or one that is no real day.

    In a common year 29 February is kept on the 28th, so that it stays in its month and is never late.
    ``year`` is 1 to 9999.
    """
    parts = _parts(birthday)
    if parts is None:
        return None
    month, day = parts
    try:
        return date(year, month, day)
    except ValueError:  # only 29 February is missing in some years
        return date(year, 2, 28)


def next_birthday(birthday: PartialDate, today: date) -> date | None:
    """The first day from today on that keeps the birthday; None where there is none, or the calendar ends."""
    this_year = birthday_on(birthday, today.year)
    if this_year is None or this_year >= today:
        return this_year
    return birthday_on(birthday, today.year + 1) if today.year < date.max.year else None


def _parts(text: PartialDate) -> tuple[int, int] | None:
    """Month and day, if there is such a day."""
    match = _FORM.fullmatch(text)
    if match is None:
        return None
    year = _ANY_LEAP_YEAR if match["year"] == "-" else int(match["year"])
    try:
        day = date(year, int(match["month"]), int(match["day"]))
    except ValueError:
        return None
    return day.month, day.day
