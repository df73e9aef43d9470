"""Proving the book: SQLite's own checks, the method's rules, and everything derived against what it derives from."""

import sqlite3
from collections.abc import Iterator
from datetime import date

from peewee import DatabaseError

from refdesk.domain.person import Person
from refdesk.domain.records import Ask
from refdesk.domain.rules import broken_rules, missing_referral
from refdesk.storage import derived
from refdesk.storage.book import Book
from refdesk.storage.facts import dossiers
from refdesk.storage.migrate import expected_schema
from refdesk.storage.readiness import Assessor, row_of
from refdesk.storage.records import each, referred_asks
from refdesk.storage.tables import TABLES, Batch, Setting, table_of

_INDEXES = ("person_words", "person_parts", "entry_words", "entry_parts")

_WRONG_LINKS = {
    "An entry is missing from somebody's timeline.": (
        "SELECT 1 FROM entry e, json_each(e.people) j JOIN person p ON p.id = j.value "
        "WHERE NOT EXISTS (SELECT 1 FROM entry_person l WHERE l.entry = e.pk AND l.person = p.pk)"
    ),
    "Somebody's timeline holds an entry that is not theirs.": (
        "SELECT entry, person FROM entry_person "
        "EXCEPT SELECT e.pk, p.pk FROM entry e, json_each(e.people) j JOIN person p ON p.id = j.value"
    ),
    "An entry speaks of somebody who is not in the book.": (
        "SELECT 1 FROM entry e, json_each(e.people) j WHERE NOT EXISTS (SELECT 1 FROM person p WHERE p.id = j.value)"
    ),
    "Somebody has no kept verdict.": (
        "SELECT 1 FROM person p WHERE NOT EXISTS (SELECT 1 FROM readiness r WHERE r.person = p.pk)"
    ),
    "Somebody cannot be found.": (
        "SELECT 1 FROM person p WHERE p.deleted_on IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM person_text t WHERE t.pk = p.pk)"
    ),
    "An entry cannot be found.": (
        "SELECT 1 FROM entry e WHERE NOT EXISTS (SELECT 1 FROM entry_text t WHERE t.pk = e.pk)"
    ),
}


def problems(book: Book) -> Iterator[str]:
    """What is wrong with the book, a sentence each; nothing when it is sound. Nothing is written."""
    if not expected_schema() <= set(book.rows("SELECT type, name, tbl_name, sql FROM sqlite_schema")):
        yield "The file is damaged: its tables are not those of a book."
        return
    damaged = [message for (message,) in book.rows("PRAGMA integrity_check") if message != "ok"]
    if damaged:
        yield f"The file is damaged: {damaged[0]}."
        return
    for table in sorted({row[0] for row in book.rows("PRAGMA foreign_key_check")}):
        yield f"A row of {table} refers to one that is not there."
    unreadable = list(_unreadable(book))
    if unreadable:
        yield from unreadable
        return
    yield from (sentence for sentence, sql in _WRONG_LINKS.items() if book.value(f"{sql} LIMIT 1"))
    yield from _broken_rules(book)
    yield from _wrong_texts(book)
    yield from _wrong_verdicts(book)
    yield from _wrong_indexes(book)


def _unreadable(book: Book) -> Iterator[str]:
    """Rows that no record can be made of: no other check can look at those."""
    for table in TABLES:
        for row in book.each(f'SELECT {table.column_list}, pk FROM "{table.name}"'):
            try:
                table.codec.decode(row)
            except (ValueError, TypeError, KeyError, AttributeError):
                yield f"Row {row[-1]} of {table.name} can't be read."


def _broken_rules(book: Book) -> Iterator[str]:
    referred = referred_asks(book)
    for table in TABLES:
        if table.record in (Setting, Batch):
            continue
        for record in each(book, table.record):
            unreferred = missing_referral(record, referred) if isinstance(record, Ask) else ()
            for broken in (*broken_rules(record), *unreferred):
                yield f"{table.name} {getattr(record, 'id', '')}: {broken.field}: {broken.why}"


def _wrong_texts(book: Book) -> Iterator[str]:
    """People whose text in the search index, or whose match keys, are not those of their row."""
    table = table_of(Person)
    for row in book.each(f"SELECT {table.column_list}, pk FROM person WHERE deleted_on IS NULL"):
        person: Person = table.codec.decode(row)
        kept = book.rows("SELECT name, rest FROM person_text WHERE pk = ?", (row[-1],))
        keys = {key for (key,) in book.rows("SELECT value FROM person_key WHERE person = ?", (row[-1],))}
        if kept != [derived.text_of(person)] or keys != derived.keys_of(person):
            yield f"{person.id} is not found by all that is known of them."


def _wrong_verdicts(book: Book) -> Iterator[str]:
    """Kept verdicts that differ from one reckoned afresh on their own day, where no later era has made them stale."""
    days: dict[str, list[int]] = {}
    # Before there were eras, verdicts were made stale by a day before all others.
    current = "era = (SELECT number FROM era) AND reasons_until > '0001-01-01'"
    for day, pk in book.rows(f"SELECT reckoned_on, person FROM readiness WHERE {current}"):
        days.setdefault(day, []).append(pk)
    for day, pks in days.items():
        assessor = Assessor(book, date.fromisoformat(day))
        for chunk in derived.chunks(sorted(pks)):
            kept = {
                row[0]: row
                for row in book.rows(
                    "SELECT * FROM readiness WHERE person IN (SELECT value FROM json_each(?))", (derived.within(chunk),)
                )
            }
            for dossier in dossiers(book, chunk):
                if kept[dossier.pk] != row_of(dossier, assessor):
                    yield f"The kept verdict on {dossier.person.id} is not the one that the method gives."


def _wrong_indexes(book: Book) -> Iterator[str]:
    """Full-text indexes that do not hold what their texts say, by FTS5's own check."""
    if book.read_only:
        return
    for index in _INDEXES:
        try:
            # The check is written as an insertion, and changes nothing.
            with book.database.atomic("IMMEDIATE"):
                book.execute(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")
        except (DatabaseError, sqlite3.DatabaseError):
            yield f"The search index {index} is damaged."
