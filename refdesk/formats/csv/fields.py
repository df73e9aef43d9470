"""How each of a person's fields is read from the gathered cells of a row, and from which columns' fields."""

import re
from collections.abc import Callable, Collection
from datetime import date
from typing import Any, get_args

from refdesk.domain.person import NamedDate, PartialDate, Related
from refdesk.domain.words import ROLES, Role, Trust
from refdesk.formats.csv.dates import parse_day
from refdesk.formats.csv.record import ADDRESS_FIELDS, LIST_MARKS, Record

_ROLES: dict[str, Role] = {role.replace("_", " "): role for role in ROLES}
_TRUST: dict[str, Trust] = {trust: trust for trust in get_args(Trust)}
_YES = frozenset(("yes", "true", "1"))
_TWO_NUMBERS = re.compile(r"(\d+) (\d+)")

_LINKEDIN_SINCE = 2000
"""A Connected On with two digits for its year is of this century."""

Reader = Callable[[Record], Any]


def readers_for(fields: Collection[str]) -> tuple[tuple[str, Reader], ...]:
    """The attributes of `Person` that a file's columns can fill, each with what reads it from a row."""
    return tuple((name, read) for name, read, needed in _READERS if not needed.isdisjoint(fields))


def _text(field: str) -> Reader:
    return lambda record: record.one(field)


def _words(field: str) -> Reader:
    return lambda record: record.words(field)


def _date(field: str, century_from: int = 1930) -> Reader:
    """A reader of a whole day: one without a year is a flaw."""

    def read(record: Record) -> date | None:
        day = record.day(field, century_from=century_from, with_year=True)
        return date.fromisoformat(day) if day else None

    return read


def _yes(field: str) -> Reader:
    return lambda record: record.one(field).casefold() in _YES


def _birthday(record: Record) -> PartialDate:
    return record.day("birthday") or _birthday_in_parts(record)


def _birthday_in_parts(record: Record) -> PartialDate:
    """A birthday that stands in a column each for day, month and, perhaps, year."""
    year, month, day = (record.take(field) for field in ("birth_year", "birth_month", "birth_day"))
    text = " ".join(cell for part in (day, month, year) for cell, _ in part[:1])
    found = parse_day(_TWO_NUMBERS.sub(r"\1.\2.", text, count=1), "dmy") if day and month else None
    if found:
        return found
    for cell, slot in (*year, *month, *day):
        record.keep(cell, slot)
    return ""


def _dates(record: Record) -> tuple[NamedDate, ...]:
    return tuple(NamedDate(label or "Date", day) for label, day in record.days("date"))


def _related(record: Record) -> tuple[Related, ...]:
    related = [Related(name=name, how=how) for name, how in record.values("related")]
    for text, _ in record.take("children"):
        related += [Related(name=name, how="Child") for name in _listed(text)]
    return tuple(related)


def _listed(text: str) -> list[str]:
    return [word for part in LIST_MARKS.split(text) if (word := part.strip())]


def _roles(record: Record) -> tuple[Role, ...]:
    roles: dict[Role, None] = {}
    for text, slot in record.take("role"):
        for word in _listed(text):
            if role := _ROLES.get(word.casefold().replace("_", " ")):
                roles[role] = None
            else:
                record.refuse(word, slot, f"is none of {', '.join(_ROLES)}")
    return tuple(roles)


def _trust(record: Record) -> Trust:
    for text, slot in record.take("trust"):
        if trust := _TRUST.get(text.casefold()):
            return trust
        record.refuse(text, slot, f"is none of {', '.join(_TRUST)}")
    return "unknown"


def _cadence(record: Record) -> int | None:
    for text, slot in record.take("cadence_days"):
        if text.isdecimal() and len(text) < 5 and int(text) > 0:
            return int(text)
        record.refuse(text, slot, "is no number of days")
    return None


_READERS: tuple[tuple[str, Reader, frozenset[str]], ...] = tuple(
    (name, read, frozenset(needed or (name,)))
    for name, read, needed in (
        ("title", _text("title"), ()),
        ("roles", _roles, ("role",)),
        ("urls", lambda record: record.points("url"), ("url",)),
        ("addresses", Record.addresses, ADDRESS_FIELDS),
        ("birthday", _birthday, ("birthday", "birth_year", "birth_month", "birth_day")),
        ("dates", _dates, ("date",)),
        ("related", _related, ("related", "children")),
        ("tags", _words("tags"), ()),
        ("about", lambda record: "\n".join(record.texts("about")), ()),
        ("met", _text("met"), ()),
        ("pronouns", _text("pronouns"), ()),
        ("trust", _trust, ()),
        ("cadence_days", _cadence, ()),
        ("known_since", _date("known_since", _LINKEDIN_SINCE), ()),
        ("do_not_ask", _yes("do_not_ask"), ()),
        ("do_not_ask_why", _text("do_not_ask_why"), ()),
        ("knows", _words("knows"), ()),
        ("added_on", _date("added_on"), ()),
        ("archived", _yes("archived"), ()),
        ("died_on", _date("died_on"), ()),
        ("uid", _text("uid"), ()),
    )
)
"""By attribute: its reader, and the fields of columns that it reads where these are not of the same name."""
