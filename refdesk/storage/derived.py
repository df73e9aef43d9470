"""The rows made from other rows: links, match keys and the search index.

They are rewritten from the primary rows whenever those change, so they can be thrown away and made again.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from refdesk.domain.errors import RefusedError
from refdesk.domain.folding import indexed, words
from refdesk.domain.identity import digits_of, match_keys
from refdesk.domain.person import Person
from refdesk.storage.book import Book
from refdesk.storage.tables import table_of

_CHUNK = 2_000


def refresh(book: Book, table: str, pks: Collection[int], newcomers: Mapping[int, Person]) -> None:
    """Make the derived rows of these people or entries (``table``) anew.

    ``newcomers`` are the people among them who are at hand and have no derived rows yet.
    """
    for chunk in chunks(sorted(pks)):
        known = [pk for pk in chunk if table == "person" and pk in newcomers]
        if len(known) < len(chunk):
            _clear(book, table, chunk)
        if table == "person":
            _index_people(book, chunk, {pk: newcomers[pk] for pk in known})
        else:
            _index_entries(book, chunk)
            _refuse_strays(book, chunk)


def make_anew(book: Book) -> None:
    """Throw all these rows away, whatever made them, and make them again. Inside a transaction."""
    for table in _TEXT_COLUMNS:
        for index in (f"{table}_words", f"{table}_parts"):
            book.execute(f"INSERT INTO {index} ({index}) VALUES ('delete-all')")
        book.execute(f"DELETE FROM {table}_text")
    for links in ("person_key", "introduction", "entry_person"):
        book.execute(f"DELETE FROM {links}")
    for chunk in chunks([pk for (pk,) in book.rows("SELECT pk FROM person ORDER BY pk")]):
        _index_people(book, chunk, {})
    for chunk in chunks([pk for (pk,) in book.rows("SELECT pk FROM entry ORDER BY pk")]):
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
    _forget_texts(book, table, those)
    links = (
        (("person_key", "person"), ("introduction", "person")) if table == "person" else (("entry_person", "entry"),)
    )
    for derived, key in links:
        book.execute(f"DELETE FROM {derived} WHERE {key} IN (SELECT value FROM json_each(?))", those)


_TEXT_COLUMNS = {"person": "name, rest", "entry": "text"}


def _write_texts(book: Book, table: str, texts: Sequence[tuple[Any, ...]]) -> None:
    """Index texts of (pk, text …). Statement by statement: through a trigger each row would flush the index."""
    columns = _TEXT_COLUMNS[table]
    marks = ", ".join("?" for _ in range(columns.count(",") + 2))
    book.execute_many(f"INSERT INTO {table}_text (pk, {columns}) VALUES ({marks})", texts)
    for index in ("words", "parts"):
        book.execute_many(f"INSERT INTO {table}_{index} (rowid, {columns}) VALUES ({marks})", texts)


def _forget_texts(book: Book, table: str, those: tuple[str]) -> None:
    """Take texts out of the index, which must be told what it had been given."""
    columns = _TEXT_COLUMNS[table]
    texts = book.rows(f"SELECT pk, {columns} FROM {table}_text WHERE pk IN (SELECT value FROM json_each(?))", those)
    marks = ", ".join("?" for _ in range(columns.count(",") + 2))
    for index in (f"{table}_words", f"{table}_parts"):
        book.execute_many(f"INSERT INTO {index} ({index}, rowid, {columns}) VALUES ('delete', {marks})", texts)
    book.execute(f"DELETE FROM {table}_text WHERE pk IN (SELECT value FROM json_each(?))", those)


def _index_people(book: Book, pks: list[int], known: Mapping[int, Person]) -> None:
    people = {**known, **_people(book, [pk for pk in pks if pk not in known])}
    texts = [(pk, *text_of(person)) for pk, person in people.items()]
    keys = sorted((key, pk) for pk, person in people.items() for key in keys_of(person))
    _write_texts(book, "person", texts)
    book.execute_many("INSERT INTO person_key (value, person) VALUES (?, ?)", keys)
    if any(person.could_introduce for person in people.values()):
        book.execute(
            "INSERT INTO introduction (person, other) SELECT DISTINCT p.pk, o.pk FROM person p, "
            "json_each(p.could_introduce) j JOIN person o ON o.id = j.value "
            "WHERE p.pk IN (SELECT value FROM json_each(?)) AND p.could_introduce IS NOT NULL",
            (within(pks),),
        )


def _people(book: Book, pks: list[int]) -> dict[int, Person]:
    """These people by pk, without those in the trash."""
    table = table_of(Person)
    those = "pk IN (SELECT value FROM json_each(?)) AND deleted_on IS NULL"
    rows = book.rows(f"SELECT {table.column_list}, pk FROM person WHERE {those}", (within(pks),)) if pks else []
    return {row[-1]: table.codec.decode(row) for row in rows}


def _index_entries(book: Book, pks: list[int]) -> None:
    sql = (
        "SELECT pk, coalesce(summary, ''), coalesce(place, ''), coalesce(line, '') FROM entry "
        "WHERE pk IN (SELECT value FROM json_each(?))"
    )
    texts = [(pk, indexed(f"{summary} {place} {line}")) for pk, summary, place, line in book.rows(sql, (within(pks),))]
    _write_texts(book, "entry", texts)
    book.execute(
        "INSERT INTO entry_person (person, entry) SELECT DISTINCT p.pk, e.pk FROM entry e, json_each(e.people) j "
        "JOIN person p ON p.id = j.value WHERE e.pk IN (SELECT value FROM json_each(?))",
        (within(pks),),
    )


def _refuse_strays(book: Book, pks: list[int]) -> None:
    stray = book.value(
        "SELECT j.value FROM entry e, json_each(e.people) j WHERE e.pk IN (SELECT value FROM json_each(?)) "
        "AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = j.value) LIMIT 1",
        (within(pks),),
    )
    if stray is not None:
        raise RefusedError(f"Nobody in the book has the id {stray}.")


def text_of(person: Person) -> tuple[str, str]:
    """What somebody is found by, folded: the words of their name, and everything else."""
    return name_text(person.name), indexed(_other_text(person))


def name_text(name: str) -> str:
    """A name as it is indexed: its words in their order, then those that stand in it joined ("o dwyer odwyer")."""
    plain = words(name)
    return " ".join([*plain, *(word for word in dict.fromkeys(words(indexed(name))) if word not in plain)])


def keys_of(person: Person) -> set[str]:
    """The keys by which an import knows somebody again."""
    return set(match_keys(person))


def _other_text(person: Person) -> str:
    """What somebody is found by apart from their name: firm, addresses, numbers in digits, tags and notes."""
    parts = [part for part in (person.given, person.family) if part not in person.name]
    parts += [person.org, person.title, person.about, person.met]
    parts += [point.value for point in (*person.emails, *person.urls)]
    for phone in person.phones:
        parts += [phone.value, digits_of(phone.value)]
    for address in person.addresses:
        parts += [address.street, address.city, address.region, address.postcode, address.country]
    parts += [*person.tags, *person.knows, *(related.name for related in person.related)]
    return " ".join(filter(None, parts))
