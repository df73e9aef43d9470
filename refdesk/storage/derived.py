"""The rows made from other rows: links, match keys and the search index.

They are rewritten from the primary rows whenever those change, so they can be thrown away and made again.
"""

import json
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any

from refdesk.domain.errors import RefusedError
from refdesk.domain.folding import fold, words
from refdesk.domain.identity import match_keys
from refdesk.domain.person import Person
from refdesk.storage.book import Book
from refdesk.storage.tables import table_of

_CHUNK = 2_000


def refresh(book: Book, table: str, pks: Collection[int]) -> None:
    """Make the derived rows of these people or entries (``table``) anew."""
    for chunk in chunks(sorted(pks)):
        _clear(book, table, chunk)
        if table == "person":
            _index_people(book, chunk)
        else:
            _index_entries(book, chunk)


def forget(book: Book, table: str, pks: Collection[int]) -> None:
    """Take away the derived rows of people or entries that are about to go."""
    if table in ("person", "entry"):
        _clear(book, table, sorted(pks))


def chunks(pks: Iterable[int]) -> Iterator[list[int]]:
    """The pks in pieces that one statement can take."""
    rest = iter(pks)
    while piece := list(islice(rest, _CHUNK)):
        yield piece


def within(pks: Iterable[int]) -> str:
    """The one parameter of ``IN (SELECT value FROM json_each(?))``."""
    return json.dumps(list(pks))


def _clear(book: Book, table: str, pks: list[int]) -> None:
    those = (within(pks),)
    if table == "person":
        for derived, key in (("person_text", "pk"), ("person_key", "person"), ("introduction", "person")):
            book.execute(f"DELETE FROM {derived} WHERE {key} IN (SELECT value FROM json_each(?))", those)
    else:
        for derived, key in (("entry_text", "pk"), ("entry_person", "entry")):
            book.execute(f"DELETE FROM {derived} WHERE {key} IN (SELECT value FROM json_each(?))", those)


def _index_people(book: Book, pks: list[int]) -> None:
    table = table_of(Person)
    texts: list[tuple[Any, ...]] = []
    keys: list[tuple[str, int]] = []
    those = "pk IN (SELECT value FROM json_each(?)) AND deleted_on IS NULL"
    sql = f"SELECT {table.column_list}, pk FROM person WHERE {those}"
    for row in book.rows(sql, (within(pks),)):
        person: Person = table.codec.decode(row)
        texts.append((row[-1], *text_of(person)))
        keys.extend((key, row[-1]) for key in keys_of(person))
    book.execute_many("INSERT INTO person_text (pk, name, rest) VALUES (?, ?, ?)", texts)
    book.execute_many("INSERT INTO person_key (value, person) VALUES (?, ?)", keys)
    _link(
        book,
        "INSERT INTO introduction (person, other) SELECT DISTINCT p.pk, o.pk FROM person p, "
        "json_each(p.could_introduce) j JOIN person o ON o.id = j.value "
        "WHERE p.pk IN (SELECT value FROM json_each(?)) AND p.could_introduce IS NOT NULL",
        pks,
    )


def _index_entries(book: Book, pks: list[int]) -> None:
    sql = (
        "SELECT pk, coalesce(summary, ''), coalesce(place, ''), coalesce(line, '') FROM entry "
        "WHERE pk IN (SELECT value FROM json_each(?))"
    )
    texts = [(pk, fold(f"{summary} {place} {line}")) for pk, summary, place, line in book.rows(sql, (within(pks),))]
    book.execute_many("INSERT INTO entry_text (pk, text) VALUES (?, ?)", texts)
    _link(
        book,
        "INSERT INTO entry_person (person, entry) SELECT DISTINCT p.pk, e.pk FROM entry e, json_each(e.people) j "
        "JOIN person p ON p.id = j.value WHERE e.pk IN (SELECT value FROM json_each(?))",
        pks,
    )
    stray = book.value(
        "SELECT j.value FROM entry e, json_each(e.people) j WHERE e.pk IN (SELECT value FROM json_each(?)) "
        "AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = j.value) LIMIT 1",
        (within(pks),),
    )
    if stray is not None:
        raise RefusedError(f"Nobody in the book has the id {stray}.")


def _link(book: Book, sql: str, pks: list[int]) -> None:
    book.execute(sql, (within(pks),))


def text_of(person: Person) -> tuple[str, str]:
    """What somebody is found by, folded: the words of their name, and everything else."""
    return " ".join(words(person.name)), fold(_other_text(person))


def keys_of(person: Person) -> set[str]:
    """The keys by which an import knows somebody again."""
    return set(match_keys(person))


def _other_text(person: Person) -> str:
    """What somebody is found by apart from their name: firm, addresses, numbers in digits, tags and notes."""
    parts = [person.given, person.family, person.org, person.title, person.about, person.met]
    parts += [point.value for point in (*person.emails, *person.urls)]
    for phone in person.phones:
        digits = "".join([char for char in phone.value if char.isdecimal()])
        parts += [phone.value, digits]
    for address in person.addresses:
        parts += [address.street, address.city, address.region, address.postcode, address.country]
    parts += [*person.tags, *person.knows, *(related.name for related in person.related)]
    return " ".join(filter(None, parts))
