"""What happened with one person, for their timeline: entries by the page, and the records that give its steps."""

from dataclasses import dataclass
from typing import Any

from refdesk.domain.records import Ask, Entry, Note, Referral
from refdesk.storage.book import Book
from refdesk.storage.tables import Record, table_of


@dataclass(frozen=True, slots=True)
class Position:
    """Where a page of entries ended: the last entry's day, its time of day ("" for none) and its pk."""

    on: str
    at: str
    pk: int


@dataclass(frozen=True, slots=True)
class EntryPage:
    """Some entries, newest first, and where the next page goes on; None when there are no more."""

    entries: tuple[Entry, ...]
    next: Position | None


def entries_of(book: Book, person: str, limit: int, after: Position | None = None) -> EntryPage:
    """The next ``limit`` entries with this person, newest first; an entry without a time comes last on its day."""
    table = table_of(Entry)
    older: str = ""
    position: tuple[str | int, ...] = ()
    if after is not None:
        older, position = "AND (e.\"on\", coalesce(e.at, ''), e.pk) < (?, ?, ?)", (after.on, after.at, after.pk)
    rows = book.rows(
        f"SELECT {table.columns_of('e')}, e.\"on\", coalesce(e.at, ''), e.pk FROM person p "
        "CROSS JOIN entry_person l ON l.person = p.pk CROSS JOIN entry e ON e.pk = l.entry "
        f"WHERE p.id = ? {older} ORDER BY e.\"on\" DESC, coalesce(e.at, '') DESC, e.pk DESC LIMIT ?",
        (person, *position, limit + 1),
    )
    entries = tuple(table.codec.decode(row) for row in rows[:limit])
    return EntryPage(entries, Position(*rows[limit - 1][-3:]) if len(rows) > limit else None)


def place_of_entry(book: Book, person: str, entry: str) -> int:
    """How many of this person's entries are as new as this one or newer; 0 when it is not theirs."""
    return int(
        book.value(
            "SELECT count(*) FROM entry s CROSS JOIN person p ON p.id = ?1 CROSS JOIN entry_person l "
            "ON l.person = p.pk CROSS JOIN entry e ON e.pk = l.entry WHERE s.id = ?2 "
            "AND EXISTS (SELECT 1 FROM entry_person m WHERE m.entry = s.pk AND m.person = p.pk) "
            "AND (e.\"on\", coalesce(e.at, ''), e.pk) >= (s.\"on\", coalesce(s.at, ''), s.pk)",
            (person, entry),
        )
    )


def asks_of(book: Book, person: str) -> list[Ask]:
    """The asks that were made, to this person or for a word with them."""
    return _each(book, Ask, "asked_on IS NOT NULL AND (person = ?1 OR target_person = ?1)", person)


def referrals_of(book: Book, person: str) -> list[Referral]:
    """The referrals that this person made, was given, or is the subject of."""
    return _each(book, Referral, 'champion = ?1 OR "to" = ?1 OR prospect = ?1', person)


def unlogged_notes_of(book: Book, person: str) -> list[Note]:
    """The notes posted to this person for which no letter stands on the timeline on that day."""
    return _each(
        book,
        Note,
        "person = ?1 AND posted_on IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p CROSS JOIN entry_person l "
        "ON l.person = p.pk CROSS JOIN entry e ON e.pk = l.entry "
        "WHERE p.id = ?1 AND e.kind = 'letter' AND e.\"on\" = posted_on)",
        person,
    )


def _each(book: Book, record: type[Record], where: str, person: str) -> list[Any]:
    table = table_of(record)
    rows = book.rows(f'SELECT {table.column_list} FROM "{table.name}" WHERE {where} ORDER BY pk', (person,))
    return [table.codec.decode(row) for row in rows]
