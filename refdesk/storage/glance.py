"""What a day's list says beside each row: what lately happened with somebody, what is planned, who could wait."""

import json
from collections.abc import Collection
from datetime import date

from refdesk.domain.records import Entry
from refdesk.domain.words import STATES
from refdesk.storage.book import Book
from refdesk.storage.tables import table_of


def latest_entries(book: Book, person: str, day: date, limit: int) -> list[Entry]:
    """The last entries with this person by that day, newest first; plans are none."""
    table = table_of(Entry)
    rows = book.rows(
        f"SELECT {table.columns_of('e')} FROM entry e JOIN entry_person l ON l.entry = e.pk "
        "JOIN person p ON p.pk = l.person "
        'WHERE p.id = ? AND e.planned = 0 AND e."on" <= ? ORDER BY e."on" DESC, e.at DESC, e.pk DESC LIMIT ?',
        (person, day.isoformat(), limit),
    )
    return [table.codec.decode(row) for row in rows]


def plans_with(book: Book, people: Collection[str], first: date, last: date) -> list[tuple[str, Entry]]:
    """(person's id, entry) of what is planned with these people from the first day to the last, earliest first."""
    table = table_of(Entry)
    rows = book.rows(
        f"SELECT {table.columns_of('e')}, p.id FROM entry e JOIN entry_person l ON l.entry = e.pk "
        "JOIN person p ON p.pk = l.person WHERE p.id IN (SELECT value FROM json_each(?)) "
        'AND e.planned = 1 AND e."on" BETWEEN ? AND ? ORDER BY e."on", e.at, e.pk',
        (json.dumps(list(people)), first.isoformat(), last.isoformat()),
    )
    return [(row[-1], table.codec.decode(row[:-1])) for row in rows]


def plans_between(book: Book, first: date, last: date) -> list[Entry]:
    """What is planned from the first day to the last, earliest first."""
    table = table_of(Entry)
    rows = book.rows(
        f"SELECT {table.columns_of('e')} FROM entry e "
        'WHERE e.planned = 1 AND e."on" BETWEEN ? AND ? ORDER BY e."on", e.at, e.pk',
        (first.isoformat(), last.isoformat()),
    )
    return [table.codec.decode(row) for row in rows]


def last_talks(book: Book, people: Collection[str]) -> dict[str, date]:
    """The day of the last conversation with each of these people, by id; without those never spoken with."""
    rows = book.rows(
        "SELECT id, last_talk FROM readiness WHERE last_talk IS NOT NULL AND id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(people)),),
    )
    return {id_: date.fromisoformat(day) for id_, day in rows}


def count_proposable(book: Book, day: date, without: Collection[str], most: int) -> int:
    """How many people could be proposed on this day by their kept verdicts, these apart; ``most`` where more could."""
    ready, reconnect = STATES.index("ready"), STATES.index("reconnect")
    return int(
        book.value(
            "SELECT count(*) FROM (SELECT 1 FROM readiness WHERE listed = 1 "
            "AND ((to_sort = 0 AND state IN (?1, ?2)) OR keep_due <= ?3) "
            "AND id NOT IN (SELECT value FROM json_each(?4)) LIMIT ?5)",
            (ready, reconnect, day.isoformat(), json.dumps(list(without)), most),
        )
    )


def has_people(book: Book) -> bool:
    """Whether there is anybody in the book who is not in the trash."""
    return book.value("SELECT 1 FROM person WHERE deleted_on IS NULL LIMIT 1") is not None
