"""Who in the book an incoming record may be: people by their match keys, many at a time."""

import json
from collections.abc import Collection, Iterable

from refdesk.domain.person import Person
from refdesk.storage.book import Book
from refdesk.storage.tables import table_of


def people_by_key(book: Book, keys: Collection[str]) -> dict[str, list[str]]:
    """For each match key that anybody has, the ids of those who have it, in order of entry."""
    found: dict[str, list[str]] = {}
    rows = book.rows(
        "SELECT k.value, p.id FROM json_each(?) j JOIN person_key k ON k.value = j.value "
        "JOIN person p ON p.pk = k.person ORDER BY p.pk",
        (json.dumps(list(keys)),),
    )
    for key, id_ in rows:
        found.setdefault(key, []).append(id_)
    return found


def people_by_id(book: Book, ids: Iterable[str]) -> dict[str, Person]:
    """The people of these ids, whoever of them is in the book and not in the trash."""
    table = table_of(Person)
    rows = book.rows(
        f"SELECT {table.column_list} FROM person WHERE id IN (SELECT value FROM json_each(?)) AND deleted_on IS NULL",
        (json.dumps(list(ids)),),
    )
    people: list[Person] = [table.codec.decode(row) for row in rows]
    return {person.id: person for person in people}
