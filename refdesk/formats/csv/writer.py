"""People to CSV for spreadsheets and other address books: Google's columns, then those that only RefDesk knows.

The columns are named in `names.REFDESK_COLUMNS`, by which `read_csv` knows the file again. Numbered groups such
as ``E-mail 2`` go as far as the person with most of them. Left out are photos, what imports wrote, and whom somebody
could introduce; the JSON form (`docs/interchange.md`) holds everything.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from refdesk.domain.person import Address, ContactPoint, Person
from refdesk.formats.csv.guard import guard
from refdesk.formats.vcard.writer import export_uid

_JOINT = " ::: "
"""What stands between the values of one cell, as in Google's files."""

NameOf = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Group:
    """Columns that are repeated with a number, ``Phone 1 - Label`` and so on, and the cells of each person's."""

    word: str
    parts: tuple[str, ...]
    cells: Callable[[Person, NameOf], Sequence[Sequence[str]]]


def write_csv(people: Iterable[Person], name_of: NameOf) -> str:
    """The people as CSV with CRLF line ends (RFC 4180), ``name_of`` giving the name of a person's id.

    Cells that a spreadsheet would take for a formula begin with an apostrophe, which `read_csv` takes away again.
    Who has no UID gets a stand-in, which comes back as the record's key, so that a file that was edited in a
    spreadsheet finds its people again. As a file it wants a byte order mark (``utf-8-sig``), by which a spreadsheet
    knows its encoding.
    """
    people = list(people)
    filled = [[group.cells(person, name_of) for group in _GROUPS] for person in people]
    counts = [max((len(cells[at]) for cells in filled), default=0) or 1 for at in range(len(_GROUPS))]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_header(counts))
    for person, groups in zip(people, filled, strict=True):
        writer.writerow(guard(cell) for cell in _row(person, groups, counts, name_of))
    return text.getvalue()


def _header(counts: Sequence[int]) -> Iterator[str]:
    yield from (name for name, _ in _FIRST)
    for group, count in zip(_GROUPS, counts, strict=True):
        for number in range(1, count + 1):
            yield from (f"{group.word} {number} - {part}" for part in group.parts)
    yield from (name for name, _ in _LAST)


def _row(
    person: Person, groups: Sequence[Sequence[Sequence[str]]], counts: Sequence[int], name_of: NameOf
) -> Iterator[str]:
    yield from (cell(person, name_of) for _, cell in _FIRST)
    for group, cells, count in zip(_GROUPS, groups, counts, strict=True):
        for at in range(count):
            yield from cells[at] if at < len(cells) else [""] * len(group.parts)
    yield from (cell(person, name_of) for _, cell in _LAST)


def _points(points: Sequence[ContactPoint]) -> list[tuple[str, str]]:
    return [(point.label, point.value) for point in points]


def _address(address: Address) -> tuple[str, ...]:
    return address.label, address.street, address.city, address.region, address.postcode, address.country


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _yes(flag: bool) -> str:
    return "yes" if flag else ""


_GROUPS = (
    _Group("E-mail", ("Label", "Value"), lambda person, _: _points(person.emails)),
    _Group("Phone", ("Label", "Value"), lambda person, _: _points(person.phones)),
    _Group(
        "Address",
        ("Label", "Street", "City", "Region", "Postal Code", "Country"),
        lambda person, _: [_address(address) for address in person.addresses],
    ),
    _Group("Website", ("Label", "Value"), lambda person, _: _points(person.urls)),
    _Group("Event", ("Label", "Value"), lambda person, _: [(day.name, day.on) for day in person.dates]),
    _Group(
        "Relation",
        ("Label", "Value"),
        lambda person, name_of: [(one.how, one.name or name_of(one.person)) for one in person.related],
    ),
)
_FIRST: tuple[tuple[str, Callable[[Person, NameOf], str]], ...] = (
    ("Name", lambda person, _: person.name),
    ("First Name", lambda person, _: person.given),
    ("Last Name", lambda person, _: person.family),
    ("Organization Name", lambda person, _: person.org),
    ("Organization Title", lambda person, _: person.title),
    ("Roles", lambda person, _: ", ".join(person.roles).replace("_", " ")),
    ("Labels", lambda person, _: _JOINT.join(person.tags)),
    ("Birthday", lambda person, _: person.birthday),
)
_LAST: tuple[tuple[str, Callable[[Person, NameOf], str]], ...] = (
    ("Known Since", lambda person, _: _day(person.known_since)),
    ("Referred By", lambda person, name_of: name_of(person.introduced_by) if person.introduced_by else ""),
    ("Where We Met", lambda person, _: person.met),
    ("Pronouns", lambda person, _: person.pronouns),
    ("Trust", lambda person, _: "" if person.trust == "unknown" else person.trust),
    ("Keep In Touch Days", lambda person, _: str(person.cadence_days or "")),
    ("Knows", lambda person, _: _JOINT.join(person.knows)),
    ("Do Not Ask", lambda person, _: _yes(person.do_not_ask)),
    ("Do Not Ask Because", lambda person, _: person.do_not_ask_why),
    ("Added On", lambda person, _: _day(person.added_on)),
    ("Died On", lambda person, _: _day(person.died_on)),
    ("Archived", lambda person, _: _yes(person.archived)),
    ("Notes", lambda person, _: person.about),
    ("UID", lambda person, _: export_uid(person)),
    ("Other Properties", lambda person, _: "\n".join(person.extra)),
)
