"""Records to columns and back, built once per record type from its annotations.

A column is text, a number or NULL: an empty text and an empty list are NULL, a truth value is 0 or 1, days and
times are ISO 8601 text, and whatever is nested is JSON. What stands in the book was checked on its way in, so
decoding trusts it.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime, time
from functools import cache, lru_cache
from operator import attrgetter
from types import UnionType
from typing import Any, Generic, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

Column = str | int | float | None
Encoder = Callable[[Any], Column]
Decoder = Callable[[Any], Any]
R = TypeVar("R")

dump_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def to_plain(value: Any) -> Any:
    """A nested value as what JSON can hold: records become objects without their defaults."""
    kind: Any = type(value)
    if kind in _PLAIN:
        return value
    if kind is tuple:
        return [to_plain(item) for item in value]
    if kind in _ISO:
        return value.isoformat()
    texts, parts = _parts(kind)
    plain = {name: text for name in texts if (text := getattr(value, name))}
    for name, default in parts:
        if (item := getattr(value, name)) != default:
            plain[name] = to_plain(item)
    return plain


_PLAIN = frozenset((str, int, float, bool, type(None), dict))
_ISO = frozenset((date, time, datetime))


@cache
def _parts(record: type) -> tuple[tuple[str, ...], tuple[tuple[str, Any], ...]]:
    """The names of a nested record's texts, and its other fields with their defaults; an empty text is left out."""
    hints = get_type_hints(record)
    texts = tuple(f.name for f in fields(record) if hints[f.name] is str and f.default == "")
    return texts, tuple((f.name, f.default) for f in fields(record) if f.name not in texts)


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


def _encoder(hint: Any, default: Any) -> Encoder | None:
    """What makes a field's value, unless that is empty, its column; None for a text, `_same` for a number."""
    hint = _without_none(hint)
    if _is_text(hint):
        return None
    if hint in (bool, int, float):
        return _same
    if _is_nested(hint):
        return lambda value: None if value == default else dump_json(to_plain(value))
    return _iso


def _iso(value: Any) -> str:
    text: str = value.isoformat()
    return text


def _decoder(hint: Any) -> Decoder | None:
    """What makes a column that is not NULL its field's value; None where it is the same."""
    hint = _without_none(hint)
    if hint is bool:
        return bool
    if get_origin(hint) is tuple and _is_text(get_args(hint)[0]):
        return _texts
    if _is_nested(hint):
        decode = plain_decoder(hint)
        return lambda column: decode(json.loads(column))
    return _SCALARS.get(hint)


@lru_cache(maxsize=4096)
def _texts(column: str) -> tuple[str, ...]:
    """A list of texts, kept because the same few marks and the same people stand on entry after entry."""
    return tuple(json.loads(column))


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
        self._values = attrgetter(*self.names)
        self._encoders = [_encoder(hints[f.name], d) for f, d in zip(parts, defaults, strict=True)]
        self._decoders = [(f.name, _decoder(hints[f.name])) for f in parts]

    def encode(self, record: R) -> tuple[Column, ...]:
        """The record's columns, in the order of ``columns``."""
        return tuple(
            [
                value or None if encode is None else value if encode is _same else encode(value) if value else None
                for value, encode in zip(self._values(record), self._encoders, strict=True)
            ]
        )

    def decode(self, row: Sequence[Any]) -> R:
        """The record of a row that begins with ``columns``; a NULL column is the field's default."""
        return self.record(
            **{
                name: column if decode is None else decode(column)
                for (name, decode), column in zip(self._decoders, row, strict=False)
                if column is not None
            }
        )
