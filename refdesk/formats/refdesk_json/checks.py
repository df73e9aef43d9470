"""What of a read RefDesk JSON file only the book can judge: ids that point nowhere, rules of the method broken."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from refdesk.domain.records import Ask
from refdesk.domain.rules import Broken, broken_rules, future_dates, missing_referral
from refdesk.formats.refdesk_json.fields import LISTS
from refdesk.formats.refdesk_json.reader import JsonItem, JsonReading, merge
from refdesk.formats.refdesk_json.report import At, JsonReport
from refdesk.formats.refdesk_json.text import JsonProblem, shown

Known = Callable[[str, str], bool]
"""Whether the book has a record: the name of its list, such as ``people``, and its id."""

Stored = Callable[[str, str], Any]
"""The book's record by the name of its list and its id, or None."""


@dataclass(frozen=True, slots=True)
class _Pointer:
    """A field that holds ids of the records of a list, itself or, where it is a list of records, their ``inner``."""

    field: str
    to: str
    inner: str = ""

    def ids(self, record: Any) -> Iterator[tuple[At, str]]:
        """The ids with their way within the record; no id is an empty text."""
        value = getattr(record, self.field)
        if isinstance(value, str):
            if value:
                yield (self.field,), value
            return
        for index, part in enumerate(value):
            if not self.inner:
                yield (self.field, index), part
            elif getattr(part, self.inner):
                yield (self.field, index, self.inner), getattr(part, self.inner)


_PERSON: Final = _Pointer("person", "people")

_POINTERS: Final[dict[str, tuple[_Pointer, ...]]] = {
    "people": (
        _Pointer("related", "people", "person"),
        _Pointer("could_introduce", "people"),
        _Pointer("introduced_by", "people"),
    ),
    "timeline": (_Pointer("people", "people"),),
    "asks": (_PERSON, _Pointer("target_person", "people"), _Pointer("target_profile", "profiles")),
    "referrals": (
        _Pointer("champion", "people"),
        _Pointer("to", "people"),
        _Pointer("prospect", "people"),
        _Pointer("ask", "asks"),
    ),
    "notes": (_PERSON, _Pointer("referral", "referrals")),
    "tasks": (_PERSON,),
    "partners": (_PERSON,),
    "projects": (_Pointer("profile", "profiles"), _Pointer("people", "people", "person")),
    "stories": (_Pointer("client", "people"),),
}

_LISTS_OF_KEYS: Final = {
    "task": "tasks",
    "referral": "referrals",
    "ask": "asks",
    "entry": "timeline",
    "note": "notes",
    "person": "people",
    "partner": "partners",
}


def dangling(reading: JsonReading, known: Known) -> JsonReport:
    """The ids that point neither into the file nor into the book.

    Each refuses the file, but for a task put off and a story told that are no longer there: they only warn.
    """
    report = JsonReport()
    ids = {name: {item.id for item in reading.items(name)} for name in LISTS}

    def found(to: str, identity: str) -> bool:
        return identity in ids[to] or known(to, identity)

    for name, pointers in _POINTERS.items():
        for item in reading.items(name):
            for pointer in pointers:
                for way, identity in pointer.ids(item.record):
                    if not found(pointer.to, identity):
                        report.refuse((*item.at, *way), f"Nothing in {pointer.to} has the id “{shown(identity)}”.")
    for entry in reading.timeline:
        if entry.record.story and not found("stories", entry.record.story):
            report.warn((*entry.at, "story"), "This story is neither in the file nor in the book.")
    for later in reading.later:
        to, identity = _target_of(later.id)
        if to and not found(to, identity):
            report.warn((*later.at, "key"), "What was put off is neither in the file nor in the book.")
    return report


def _target_of(key: str) -> tuple[str | None, str]:
    """The list and the id of the record that a task's key names (`docs/interchange.md`); an id may hold colons."""
    kind, _, rest = key.partition(":")
    if kind in ("task", "note"):
        return _LISTS_OF_KEYS[kind], rest
    identity, _, duty = rest.rpartition(":")
    return _LISTS_OF_KEYS.get(kind), identity.removesuffix(":thank_you") if duty.isdecimal() else identity


def broken(reading: JsonReading, today: date, stored: Stored, referred: Collection[str] = ()) -> list[JsonProblem]:
    """The rules that the records would break once they stand in the book (`docs/method.md` sections 1 and 2).

    A record that the book has is judged as it would be after the update. ``today`` is the day of recording,
    ``referred`` the asks from which the book's referrals came.
    """
    asks = frozenset(referred) | {item.record.ask for item in reading.referrals}
    problems = _problems(reading.policy, reading.policy.record, today, asks) if reading.policy else []
    for name in LISTS:
        for item in reading.items(name):
            old = stored(name, item.id)
            problems += _problems(item, item.record if old is None else merge(old, item), today, asks)
    return problems


def _problems(item: JsonItem[Any], record: Any, today: date, asks: Collection[str]) -> list[JsonProblem]:
    """What is wrong with the record that the item makes, each fault by its place in the file."""
    faults = _faults(record, today, asks)
    return [JsonProblem(f"{item.place}.{fault.field}", fault.why) for fault in faults]


def _faults(record: Any, today: date, asks: Collection[str]) -> tuple[Broken, ...]:
    unreferred = missing_referral(record, asks) if isinstance(record, Ask) else ()
    return (*broken_rules(record), *future_dates(record, today), *unreferred)
