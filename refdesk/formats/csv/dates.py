"""Days as CSV files write them: ISO, with the month in words, or as numbers in the order of some machine's locale.

Numbers such as 03/04/1980 say which of them is the day only together with the rest of their column.
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Literal

from refdesk.domain.person import PartialDate

DateOrder = Literal["dmy", "mdy", "ymd", "ambiguous"]
"""What stands first in a file's numeric days; ``ymd`` also where nothing is in doubt, ``ambiguous``: ask the user."""

_MONTHS = {
    1: ("january", "januar", "jänner", "janvier"),
    2: ("february", "februar", "feber", "février"),
    3: ("march", "märz", "maerz", "mrz", "mars"),
    4: ("april", "avril"),
    5: ("may", "mai"),
    6: ("june", "juni", "juin"),
    7: ("july", "juli", "juillet"),
    8: ("august", "août"),
    9: ("september", "septembre"),
    10: ("october", "oktober", "octobre"),
    11: ("november", "novembre"),
    12: ("december", "dezember", "décembre"),
}
"""The months' names in English, German and French, the English one first."""

_OMITTED_YEAR = 1604
"""What Apple's programs write where a birthday has no year."""

_LONGEST = 40
"""No day is written with more characters; longer texts are never searched."""

_TIME = re.compile(r"[T\s]+\d{1,2}:\d\d(:\d\d)?([.,]\d+)?(\s*[AaPp]\.?[Mm]\.?)?(\s*(Z|UTC|GMT|[+-]\d\d:?\d\d))?$")
_YEAR_FIRST = re.compile(r"(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})日?\.?|(\d{4})(\d\d)(\d\d)")
_NO_YEAR = re.compile(r"--(\d\d)-?(\d\d)")
_NUMERIC = re.compile(r"(\d{1,2})\s?([-/.])\s?(\d{1,2})(?:\s?\2\s?(\d{4}|\d\d)?)?")
_DAY_MONTH = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|er|\.)?[\s/-]*(?:of\s)?\s*([^\W\d_]{3,})\.?(?:,?[\s/-]*(\d{4}|\d\d))?", re.IGNORECASE
)
_MONTH_DAY = re.compile(r"([^\W\d_]{3,})\.?[\s/-]*(\d{1,2})(?:st|nd|rd|th)?(?:,?[\s/-]+(\d{4}|\d\d))?", re.IGNORECASE)


def in_words(day: PartialDate) -> str:
    """``3 April 1980``, or ``3 April`` where the year is missing."""
    year, month, number = day.rsplit("-", 2)
    return f"{int(number)} {_MONTHS[int(month)][0].capitalize()} {year.strip('-')}".rstrip()


def is_no_day(text: str) -> bool:
    """Whether it is what some programs write for "none": ``0/0/00``, ``00.00.0000``."""
    return not text.strip(" 0/.-")


@lru_cache(maxsize=4096)
def parse_day(text: str, order: DateOrder, century_from: int = 1930) -> PartialDate | None:
    """The day that a cell means, with or without its year; None where it is no day.

    ``order`` reads numbers that could be either way round; those that cannot are read as they must be. A year of
    two digits lies in the hundred years from ``century_from``.
    """
    text = _without_time(text)
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = found.group(1, 2, 3) if found[1] else found.group(4, 5, 6)
        return _day(int(year), int(month), int(day))
    if found := _NO_YEAR.fullmatch(text):
        return _day(None, int(found[1]), int(found[2]))
    if found := _DAY_MONTH.fullmatch(text):
        return _day(_year(found[3], century_from), _month(found[2]), int(found[1]))
    if found := _MONTH_DAY.fullmatch(text):
        return _day(_year(found[3], century_from), _month(found[1]), int(found[2]))
    if found := _NUMERIC.fullmatch(text):
        first, second, year = int(found[1]), int(found[3]), _year(found[4], century_from)
        clear = _order_of(text)
        day_first = (order if clear in (None, "ambiguous") else clear) != "mdy"
        return _day(year, second, first) if day_first else _day(year, first, second)
    return None


def column_order(texts: Iterable[str]) -> DateOrder | None:
    """The order of a column's numeric days: None where it has none, ``ambiguous`` where none of them decides.

    A column with days of both orders is ambiguous too: each clear day of it is still read as it must be.
    """
    orders = {order for text in texts if (order := _order_of(_without_time(text)))}
    clear = orders - {"ambiguous"}
    if len(clear) == 1:
        return clear.pop()
    return "ambiguous" if orders else None


def is_ambiguous(text: str) -> bool:
    """Whether a cell's day could be read in both orders with different outcomes."""
    return _order_of(_without_time(text)) == "ambiguous"


def _order_of(text: str) -> DateOrder | None:
    """The order of one numeric day. Dots are how languages that put the day first write it."""
    found = _NUMERIC.fullmatch(text)
    if not found:
        return None
    first, mark, second = int(found[1]), found[2], int(found[3])
    if mark == ".":
        return "dmy"
    if first > 12:
        return "dmy" if second <= 12 else None
    if second > 12:
        return "mdy"
    return "ambiguous" if first != second else None


def _without_time(text: str) -> str:
    return _TIME.sub("", text.strip()) if len(text) <= _LONGEST else ""


def _month(word: str) -> int:
    """The number of a month by its name, or by the beginning of one that no other month shares; else 0."""
    word = word.casefold()
    found = [number for number, names in _MONTHS.items() if any(name.startswith(word) for name in names)]
    return found[0] if len(found) == 1 else 0


def _year(digits: str | None, century_from: int) -> int | None:
    if not digits:
        return None
    year = int(digits)
    return year if len(digits) == 4 else century_from + (year - century_from) % 100


def _day(year: int | None, month: int, day: int) -> PartialDate | None:
    omitted = year is None or year == _OMITTED_YEAR
    try:
        valid = date(2000 if year is None else year, month, day)
    except ValueError:
        return None
    return f"--{month:02}-{day:02}" if omitted else valid.isoformat()
