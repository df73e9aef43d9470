"""Single JSON values to what records hold, each strict about its type: no number for a date, no 1 for true."""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from functools import lru_cache
from math import isfinite
from typing import Any, Final

from refdesk.domain.birthdays import is_partial_date
from refdesk.formats.refdesk_json.encode import EXACT
from refdesk.formats.refdesk_json.text import shown

DEEPEST: Final = 40
"""How many objects and lists may stand inside each other in a value that is kept as it is."""

MOST: Final = 999_999
"""The largest count of days or people; more days than this lead out of the calendar."""

_CLOCK = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?")


class UnfitValueError(ValueError):
    """A value that is not what its key asks for; the message is a sentence about ``This``."""

    def __init__(self, must: str, value: Any = None) -> None:
        instead = f", not “{shown(value)}”" if isinstance(value, str) else ""
        super().__init__(f"This {must}{instead}.")


def text(value: Any) -> str:
    """A text that can be written as UTF-8: JSON's escapes can say half of a surrogate pair."""
    if type(value) is not str:
        raise UnfitValueError("must be text")
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise UnfitValueError("holds half of a character (a lone surrogate)") from error
    return value


def flag(value: Any) -> bool:
    """True or false, not a number."""
    if type(value) is not bool:
        raise UnfitValueError("must be true or false")
    return value


def count(value: Any) -> int:
    """A whole number of days, people or steps."""
    if type(value) is not int or not 0 <= value <= MOST:
        raise UnfitValueError(f"must be a whole number from 0 to {MOST}")
    return value


def number(value: Any) -> float:
    """A finite number: 12 stays 12; a whole number that no float can hold is rounded to one that can."""
    if type(value) is float and isfinite(value):
        return value
    if type(value) is not int:
        raise UnfitValueError("must be a number")
    try:
        return value if abs(value) <= EXACT else float(value)
    except OverflowError as error:
        raise UnfitValueError("is too large a number") from error


@lru_cache(maxsize=50_000)  # a book repeats its days: they are read once and shared
def _day(value: str) -> date:
    if len(value) != 10 or value[4] != "-" or value[7] != "-":  # not the other forms of ISO 8601
        raise ValueError(value)
    return date.fromisoformat(value)


@lru_cache(maxsize=2_000)
def _clock(value: str) -> time:
    if not _CLOCK.fullmatch(value):
        raise ValueError(value)
    return time.fromisoformat(value)


def day(value: Any) -> date:
    """``2026-10-01``."""
    try:
        return _day(value)
    except (TypeError, ValueError) as error:
        raise UnfitValueError("must be a date such as 2026-10-01", value) from error


def clock(value: Any) -> time:
    """``09:30``, perhaps with seconds."""
    try:
        return _clock(value)
    except (TypeError, ValueError) as error:
        raise UnfitValueError("must be a time such as 09:30", value) from error


def day_or_moment(value: Any) -> date:
    """``2026-10-01``, or ``2026-10-01T09:30`` as a `datetime` without a zone."""
    try:
        if len(value) == 10:
            return _day(value)
        on, _, at = value.partition("T")
        return datetime.combine(_day(on), _clock(at))
    except (AttributeError, TypeError, ValueError) as error:
        raise UnfitValueError("must be a date or a local date and time such as 2026-10-01T09:30", value) from error


def partial_day(value: Any) -> str:
    """``1980-04-05``, or ``--04-05`` where the year is not known."""
    if type(value) is not str or not is_partial_date(value):
        raise UnfitValueError("must be a date such as 1980-04-05 or --04-05", value)
    return value


def word_of(words: tuple[str, ...]) -> Callable[[Any], str]:
    """The reader of one closed vocabulary; all records share its own words."""
    own = {word: word for word in words}

    def word(value: Any) -> str:
        try:
            return own[value]
        except (KeyError, TypeError) as error:
            raise UnfitValueError(f"must be one of {', '.join(words)}", value) from error

    return word


def plain_object(value: Any) -> dict[str, Any]:
    """A JSON object kept as it is."""
    if type(value) is not dict:
        raise UnfitValueError("must be an object")
    _check_plain(value, DEEPEST)
    return value


def _check_plain(value: Any, depth: int) -> None:
    if depth == 0:
        raise UnfitValueError("is nested too deep")
    if type(value) is dict:
        for key, part in value.items():
            text(key)
            _check_plain(part, depth - 1)
    elif type(value) is list:
        for part in value:
            _check_plain(part, depth - 1)
    elif type(value) is str:
        text(value)
    elif type(value) in (int, float):
        number(value)
