"""How a record's fields stand in RefDesk JSON: their keys in order, their types and their defaults."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from functools import reduce
from operator import or_
from types import UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from refdesk.domain.records import BookRecords, Entry

REQUIRED: Final = object()
"""The default of a field that has none."""


@dataclass(frozen=True, slots=True)
class JsonField:
    """One field: its name, which is its key; its type without ``None``; its default or `REQUIRED`."""

    name: str
    hint: Any
    default: Any


def fields_of(record: type) -> tuple[JsonField, ...]:
    """The fields of a record type in their canonical order; an entry's ``at`` is a part of its ``on``."""
    hints = get_type_hints(record)
    found = []
    for each in fields(record):
        default = each.default if each.default is not MISSING else REQUIRED
        if each.default_factory is not MISSING:
            default = each.default_factory()
        if (record, each.name) != (Entry, "at"):
            found.append(JsonField(each.name, without_none(hints[each.name]), default))
    return tuple(found)


def without_none(hint: Any) -> Any:
    """An annotation without its ``| None``."""
    if get_origin(hint) in (Union, UnionType) and type(None) in get_args(hint):
        return reduce(or_, (part for part in get_args(hint) if part is not type(None)))
    return hint


def item_type(hint: Any) -> Any:
    """The item of a ``tuple[X, ...]``, else None."""
    return get_args(hint)[0] if get_origin(hint) is tuple else None


def is_plain_object(hint: Any) -> bool:
    """Whether a value of this type is a JSON object kept as it is."""
    return get_origin(hint) is Mapping


LISTS: Final[Mapping[str, type]] = {
    each.name: item_type(each.hint) for each in fields_of(BookRecords) if item_type(each.hint) is not None
}
"""The lists of a file in their canonical order, each with the type of its records."""

ID_KEYS: Final[Mapping[str, str]] = {name: fields_of(record)[0].name for name, record in LISTS.items()}
"""The key by which the records of each list are told apart: their ``id``, or the ``key`` of what is put off."""
