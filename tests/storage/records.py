"""Hypothesis strategies for records of every type, made from their annotations; they need not obey the method."""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, date, datetime, time
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from refdesk.storage.tables import Batch

_LARGEST = 2**63 - 1
_SCALARS: dict[Any, SearchStrategy[Any]] = {
    str: st.text(max_size=12),
    bool: st.booleans(),
    int: st.integers(-_LARGEST, _LARGEST),
    float: st.floats(allow_nan=False),
    date: st.dates(),
    time: st.times(),
    datetime: st.datetimes(),
    Any: st.recursive(
        st.none() | st.booleans() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=2), max_leaves=3
    ),
}


def records(record: type[Any]) -> SearchStrategy[Any]:
    """Any record of this type; a text or list that it must have is not empty."""
    hints = get_type_hints(record)
    parts = {
        part.name: _values(hints[part.name], required=part.default is MISSING and part.default_factory is MISSING)
        for part in fields(record)
    }
    if record is Batch:
        parts["at"] = st.datetimes(timezones=st.just(UTC))
    return st.builds(record, **parts)


def _values(hint: Any, *, required: bool = False) -> SearchStrategy[Any]:
    least = 1 if required else 0
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return st.one_of([_values(each) for each in arguments])
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin is tuple:
        return st.lists(_values(arguments[0]), min_size=least, max_size=3).map(tuple)
    if origin is Mapping:
        return st.dictionaries(st.text(max_size=5), _SCALARS[Any], max_size=3)
    if hint is str and required:
        return st.text(min_size=1, max_size=12)
    if hint is type(None):
        return st.none()
    return records(hint) if is_dataclass(hint) and isinstance(hint, type) else _SCALARS[hint]
