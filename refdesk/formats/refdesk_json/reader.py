"""RefDesk JSON to records (`docs/interchange.md`, "The file"), all or nothing, knowing which keys were present.

A record of the file whose id the book has is an update: `merge` puts only the present keys over the old record.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final, Generic, TypeVar

from refdesk.domain.person import Person
from refdesk.domain.policy import Policy
from refdesk.domain.records import (
    Ask,
    BookRecords,
    Entry,
    Later,
    Me,
    Note,
    Partner,
    Profile,
    Project,
    Referral,
    Story,
    Task,
)
from refdesk.domain.words import SILENT_KINDS
from refdesk.formats.bulk import collector_paused
from refdesk.formats.refdesk_json.decode import RecordDecoder
from refdesk.formats.refdesk_json.fields import ID_KEYS, LISTS, fields_of
from refdesk.formats.refdesk_json.report import At, JsonReport, place_of
from refdesk.formats.refdesk_json.text import RefusedJsonError, parse_document
from refdesk.formats.refdesk_json.writer import VERSION

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class JsonItem(Generic[R]):
    """One record of a file, with defaults for the keys that are absent.

    ``id`` is its id, or its key in ``later``; ``at`` the way to it; ``keys`` are the fields that the file gives,
    those given as null or empty too.
    """

    id: str
    at: At
    keys: frozenset[str]
    record: R

    @property
    def place(self) -> str:
        """Where it stands, such as ``people[3]``."""
        return place_of(self.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonReading:
    """What a file holds, list by list in its own order, and what was left out of it."""

    me: JsonItem[Me] | None = None
    policy: JsonItem[Policy] | None = None
    profiles: Sequence[JsonItem[Profile]] = ()
    people: Sequence[JsonItem[Person]] = ()
    timeline: Sequence[JsonItem[Entry]] = ()
    asks: Sequence[JsonItem[Ask]] = ()
    referrals: Sequence[JsonItem[Referral]] = ()
    notes: Sequence[JsonItem[Note]] = ()
    tasks: Sequence[JsonItem[Task]] = ()
    later: Sequence[JsonItem[Later]] = ()
    partners: Sequence[JsonItem[Partner]] = ()
    projects: Sequence[JsonItem[Project]] = ()
    stories: Sequence[JsonItem[Story]] = ()
    warnings: tuple[str, ...] = ()

    def items(self, name: str) -> Sequence[JsonItem[Any]]:
        """One list by its name."""
        found: Sequence[JsonItem[Any]] = getattr(self, name)
        return found

    def records(self) -> BookRecords:
        """The records as they would stand in an empty book."""
        lists = {name: tuple(item.record for item in self.items(name)) for name in LISTS}
        return BookRecords(
            me=self.me.record if self.me else Me(), policy=self.policy.record if self.policy else Policy(), **lists
        )


def merge(old: R, item: JsonItem[R]) -> R:
    """The book's record with the present keys of the file's: those replace, what is absent stays."""
    return replace(old, **{name: getattr(item.record, name) for name in item.keys})  # type: ignore[type-var]


def read_json(data: bytes | str) -> JsonReading:
    """Read a whole file.

    Raises `RefusedJsonError` with every problem of the file: a wrong type, an unknown word, a missing or
    repeated id. Unknown keys become warnings. Where ids point, and whether the method's rules are obeyed,
    depends on the book: `checks`.
    """
    report = JsonReport()
    with collector_paused():
        document = parse_document(data)
        version = document.pop("refdesk", None)
        if type(version) is not int or version != VERSION:
            report.refuse(("refdesk",), f"This must be {VERSION}, the version of RefDesk JSON that is read here.")
        parts = {name: _read_part(name, document.pop(name, None), report) for name in _DECODERS}
    for key in document:
        report.warn((key,), "This key is unknown and was left out.")
    if report.problems:
        raise RefusedJsonError(report.problems)
    return JsonReading(**parts, warnings=tuple(report.warnings))


_DECODERS: Final[dict[str, RecordDecoder[Any]]] = {
    each.name: RecordDecoder(LISTS.get(each.name, each.hint)) for each in fields_of(BookRecords)
}

_ABSENT: Final[tuple[Any, ...]] = (None, "", [])
"""What stands for a key that is not there."""


def _read_part(name: str, value: Any, report: JsonReport) -> Any:
    if name not in LISTS:
        return None if value in _ABSENT else _read_item(name, value, (name,), report)
    if value in _ABSENT:
        return ()
    if type(value) is not list:
        return report.refuse((name,), "This must be a list.")
    return _read_list(name, value, report)


def _read_list(name: str, values: list[Any], report: JsonReport) -> list[JsonItem[Any]]:
    found: dict[str, JsonItem[Any]] = {}
    for index, value in enumerate(values):
        values[index] = None  # a book of a million entries need not stand in memory twice
        item = _read_item(name, value, (name, index), report)
        if item is None:
            continue
        if item.id in found:
            report.refuse((name, index, ID_KEYS[name]), f"This is the same as in {found[item.id].place}.")
        found[item.id] = item
    return list(found.values())


def _read_item(name: str, value: Any, at: At, report: JsonReport) -> JsonItem[Any] | None:
    decoder = _DECODERS[name]
    given = decoder.fields(value, at, report)
    if given is None:
        return None
    for key in decoder.required:
        if given[key] in ("", ()):
            report.refuse((*at, key), "This must not be empty.")
    if name == "timeline" and given["kind"] in SILENT_KINDS and given.pop("direction", None):
        report.warn((*at, "direction"), f"A {given['kind']} has no direction; it was left out.")
    identity = given[ID_KEYS[name]] if name in LISTS else ""
    return JsonItem(identity, at, _shape(tuple(given)), decoder.record(**given))


@lru_cache(maxsize=10_000)
def _shape(keys: tuple[str, ...]) -> frozenset[str]:
    """The set of these keys; the many records that give the same keys share one."""
    return frozenset(keys)
