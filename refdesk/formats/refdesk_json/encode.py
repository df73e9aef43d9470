"""Records to plain JSON values in the canonical form of `docs/interchange.md`: defaults are left out."""

from collections.abc import Callable
from dataclasses import is_dataclass
from datetime import date, datetime, time
from functools import cache
from typing import Any, get_args

from refdesk.domain.records import Entry, default_direction
from refdesk.domain.words import SILENT_KINDS
from refdesk.formats.refdesk_json.fields import REQUIRED, fields_of, is_plain_object, item_type

Encoder = Callable[[Any], Any]

EXACT = 2**53
"""Up to here every whole number is a float of its own, so ``12.0`` can be written as ``12``."""


def record_to_plain(record: Any) -> dict[str, Any]:
    """A record as a JSON object: keys in canonical order, required ones always, others where they differ."""
    kind: Any = type(record)
    plain: dict[str, Any] = encoder_of(kind)(record)
    return plain


@cache
def encoder_of(hint: Any) -> Encoder:
    """The function that makes the values of one annotated type plain."""
    if (item := item_type(hint)) is not None:
        encode = encoder_of(item)
        return lambda values: [encode(value) for value in values]
    if isinstance(hint, type) and is_dataclass(hint):
        return _encoder_of_record(hint)
    if is_plain_object(hint):
        return dict
    if hint is float:
        return _number
    if hint is time:
        return _clock
    if hint is date:
        return date.isoformat
    return _moment if set(get_args(hint)) == {date, datetime} else _as_is


def _encoder_of_record(record: type) -> Encoder:
    parts = [(each.name, encoder_of(each.hint), each.default) for each in fields_of(record)]

    def encode_record(value: Any) -> dict[str, Any]:
        plain = {
            name: encode(part)
            for name, encode, default in parts
            if (part := getattr(value, name)) != default or default is REQUIRED
        }
        if record is Entry:
            _settle_entry(value, plain)
        return plain

    return encode_record


def _settle_entry(entry: Entry, plain: dict[str, Any]) -> None:
    """Put an entry's time behind its day, and leave out a direction that says nothing."""
    if entry.at is not None:
        plain["on"] = f"{plain['on']}T{_clock(entry.at)}"
    if entry.kind in SILENT_KINDS or entry.direction == default_direction(entry.kind):
        plain.pop("direction", None)


def _as_is(value: Any) -> Any:
    return value


def _number(value: float) -> float:
    return int(value) if abs(value) <= EXACT and value == int(value) else value


def _clock(value: time) -> str:
    return value.isoformat("seconds" if value.second else "minutes")


def _moment(value: date) -> str:
    if isinstance(value, datetime):
        return f"{value.date().isoformat()}T{_clock(value.time())}"
    return value.isoformat()
