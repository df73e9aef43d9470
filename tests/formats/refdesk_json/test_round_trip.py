"""Any book survives its own export: the same records, the same bytes (`docs/interchange.md`)."""

from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, time
from typing import Any, Literal, get_args, get_origin, get_type_hints

from hypothesis import given, settings
from hypothesis import strategies as st

from refdesk.domain.person import NamedDate, Person, Source
from refdesk.domain.records import BookRecords, Entry, Later, default_direction
from refdesk.domain.words import SILENT_KINDS
from refdesk.formats.refdesk_json.fields import ID_KEYS, LISTS
from refdesk.formats.refdesk_json.reader import read_json
from refdesk.formats.refdesk_json.writer import write_json

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
FILLED = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
CLOCKS = st.times().map(lambda at: at.replace(microsecond=0))
PARTIAL_DATES = st.dates().map(date.isoformat) | st.dates().map(lambda day: f"-{day.isoformat()[4:]}")
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXT, inner, max_size=2),
    max_leaves=3,
)
SCALARS: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXT,
    bool: st.booleans(),
    int: st.integers(0, 999_999),
    float: st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False),
    date: st.dates(),
    time: CLOCKS,
    datetime: st.builds(datetime.combine, st.dates(), CLOCKS),
    type(None): st.none(),
}
SPECIAL = {
    (Person, "birthday"): st.just("") | PARTIAL_DATES,
    (NamedDate, "on"): PARTIAL_DATES,
    (Source, "wrote"): st.dictionaries(TEXT, PLAIN, max_size=2),
}


def values(hint: Any) -> st.SearchStrategy[Any]:
    if hint in SCALARS:
        return SCALARS[hint]
    if get_origin(hint) is tuple:
        return st.lists(values(get_args(hint)[0]), max_size=2).map(tuple)
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    if is_dataclass(hint):
        assert isinstance(hint, type)
        return records(hint)
    return st.one_of([values(part) for part in get_args(hint)])


def records(record: type) -> st.SearchStrategy[Any]:
    """Records with any of their fields set, the identifying ones never empty."""
    hints = get_type_hints(record)
    named = {f.name: (record, f.name) for f in fields(record)}
    given_values = {name: SPECIAL[key] if key in SPECIAL else values(hints[name]) for name, key in named.items()}
    if record in LISTS.values():
        for f in fields(record):
            if given_values[f.name] is TEXT and f.default != "":
                given_values[f.name] = FILLED
    if record is Entry:
        given_values["people"] = st.lists(FILLED, min_size=1, max_size=2).map(tuple)
        return st.builds(Entry, **given_values).map(with_a_direction_that_says_something)
    return st.builds(record, **given_values)


def with_a_direction_that_says_something(entry: Entry) -> Entry:
    silent = entry.kind in SILENT_KINDS or entry.direction == default_direction(entry.kind)
    return replace(entry, direction=None) if silent else entry


def lists(name: str) -> st.SearchStrategy[Any]:
    def identity(record: Any) -> Any:
        return getattr(record, ID_KEYS[name])

    return st.lists(records(LISTS[name]), max_size=2, unique_by=identity).map(tuple)


BOOKS = st.builds(
    BookRecords,
    me=records(get_type_hints(BookRecords)["me"]),
    policy=records(get_type_hints(BookRecords)["policy"]),
    **{name: lists(name) for name in LISTS},
)


@settings(deadline=None, max_examples=200)
@given(BOOKS)
def test_a_book_survives_its_export(book: BookRecords) -> None:
    text = write_json(book)
    reading = read_json(text.encode())
    assert reading.warnings == ()
    assert reading.records() == book
    assert write_json(reading.records()) == text


@settings(deadline=None, max_examples=200)
@given(records(Later) | records(Entry) | records(Person))
def test_a_single_record_survives(record: Any) -> None:
    name = next(name for name, kind in LISTS.items() if kind is type(record))
    book = BookRecords(**{name: (record,)})
    assert read_json(write_json(book)).records() == book
