"""Records to columns and back, built once per record type from its annotations.

A column is text, a number or NULL: an empty text and an empty list are NULL, a truth value is 0 or 1, days and
times are ISO 8601 text, and whatever is nested is JSON. What stands in the book was checked on its way in, so
decoding trusts it.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime, time
from types import UnionType
from typing import Any, Generic, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

Column = str | int | float | None
Encoder = Callable[[Any], Column]
Decoder = Callable[[Any], Any]
R = TypeVar("R")

dump_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def to_plain(value: Any) -> Any:
    """A nested value as what JSON can hold: records become objects without their defaults."""
    if is_dataclass(value) and not isinstance(value, type):
        return {
            f.name: to_plain(item)
            for f in fields(value)
            if (item := getattr(value, f.name)) != f.default or f.default is MISSING
        }
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, date | time):
        return value.isoformat()
    return value


def day_or_moment(text: str) -> date | datetime:
    """An ISO day or local moment."""
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def plain_decoder(hint: Any) -> Decoder:
    """The inverse of `to_plain` for one annotation."""
    hint = _without_none(hint)
    if is_dataclass(hint) and isinstance(hint, type):
        decoders = {name: plain_decoder(part) for name, part in get_type_hints(hint).items()}
        return lambda plain: hint(**{key: decoders[key](value) for key, value in plain.items()})
    if get_origin(hint) is tuple:
        item = plain_decoder(get_args(hint)[0])
        return lambda plain: tuple([item(part) for part in plain])
    return _SCALARS.get(hint, _same)


def _same(value: Any) -> Any:
    return value


_SCALARS: dict[Any, Decoder] = {
    date: date.fromisoformat,
    time: time.fromisoformat,
    datetime: datetime.fromisoformat,
    date | datetime: day_or_moment,
    Union[date, datetime]: day_or_moment,  # noqa: UP007 (what get_type_hints may hand back for the same)
}


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType) and type(None) in get_args(hint):
        rest = [part for part in get_args(hint) if part is not type(None)]
        return rest[0] if len(rest) == 1 else hint
    return hint


def _is_text(hint: Any) -> bool:
    return hint is str or get_origin(hint) is Literal


def _is_nested(hint: Any) -> bool:
    return get_origin(hint) in (tuple, Mapping) or (is_dataclass(hint) and isinstance(hint, type))


def _encoder(hint: Any, default: Any) -> Encoder:
    hint = _without_none(hint)
    if hint is bool:
        return lambda value: None if value is None else int(value)
    if _is_text(hint):
        return (lambda value: value or None) if default in ("", None) else _same
    if _is_nested(hint):
        return lambda value: None if not value or value == default else dump_json(to_plain(value))
    if hint in (int, float):
        return _same
    return lambda value: None if value is None else value.isoformat()


def _decoder(hint: Any, default: Any) -> Decoder:
    optional, hint = hint, _without_none(hint)
    if hint is bool:
        return (lambda column: None if column is None else column != 0) if optional != hint else bool
    if _is_text(hint):
        return (lambda column: column or "") if default == "" else _same
    if _is_nested(hint):
        decode = plain_decoder(hint)
        return lambda column: default if column is None else decode(json.loads(column))
    if hint in (int, float):
        return _same
    parse = _SCALARS[hint]
    return lambda column: None if column is None else parse(column)


class Codec(Generic[R]):
    """The mapping between one record type and the columns of its table, in the order of its fields."""

    def __init__(self, record: type[R], columns: Mapping[str, str] | None = None) -> None:
        """Map every field to the column of its own name, or of the name given in ``columns``."""
        self.record = record
        hints = get_type_hints(record)
        parts = fields(record)  # type: ignore[arg-type]
        self.names = tuple(f.name for f in parts)
        self.columns = tuple((columns or {}).get(name, name) for name in self.names)
        defaults = [None if f.default is MISSING else f.default for f in parts]
        self._encoders = [(f.name, _encoder(hints[f.name], d)) for f, d in zip(parts, defaults, strict=True)]
        self._decoders = [_decoder(hints[f.name], d) for f, d in zip(parts, defaults, strict=True)]

    def encode(self, record: R) -> tuple[Column, ...]:
        """The record's columns, in the order of ``columns``."""
        return tuple([encode(getattr(record, name)) for name, encode in self._encoders])

    def decode(self, row: tuple[Any, ...]) -> R:
        """The record of a row that begins with ``columns``; further columns are left alone."""
        values = [decode(column) for decode, column in zip(self._decoders, row, strict=False)]
        return self.record(**dict(zip(self.names, values, strict=True)))
