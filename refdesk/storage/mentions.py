"""Which rows speak of which: what somebody else's row names cannot simply vanish."""

from collections.abc import Collection, Iterator

from refdesk.storage.book import Book
from refdesk.storage.derived import chunks, within

Place = tuple[str, int]
"""A row: its table and its pk."""

_BY_ID = {
    "person": (
        ("person", "introduced_by"),
        ("ask", "person"),
        ("ask", "target_person"),
        ("referral", "champion"),
        ("referral", "to"),
        ("referral", "prospect"),
        ("note", "person"),
        ("task", "person"),
        ("partner", "person"),
        ("story", "client"),
    ),
    "profile": (("ask", "target_profile"), ("project", "profile")),
    "ask": (("referral", "ask"),),
    "referral": (("note", "referral"),),
    "story": (("entry", "story"),),
}
"""The columns that hold the id of a row of this table."""

_OF_PEOPLE = (
    "SELECT l.person, 'entry', l.entry FROM entry_person l JOIN json_each(?) j ON l.person = j.value",
    # Not by the derived rows: whoever is in the trash has none, and may come back.
    "SELECT o.pk, 'person', p.pk FROM person p, json_each(p.could_introduce) i CROSS JOIN person o ON o.id = i.value "
    "WHERE p.could_introduce IS NOT NULL AND o.pk IN (SELECT value FROM json_each(?))",
    "SELECT o.pk, 'project', p.pk FROM project p, json_each(p.people) e "
    "CROSS JOIN person o ON o.id = json_extract(e.value, '$.person') WHERE o.pk IN (SELECT value FROM json_each(?))",
    "SELECT o.pk, 'person', p.pk FROM person p, json_each(p.related) r "
    "CROSS JOIN person o ON o.id = json_extract(r.value, '$.person') "
    "WHERE p.related IS NOT NULL AND o.pk IN (SELECT value FROM json_each(?))",
)
"""Where people stand in lists; (person, table, row) of each.

CROSS JOIN has the lists read once: else SQLite reads them all again for each of these people.
"""


def mentions(book: Book, places: Collection[Place]) -> dict[Place, set[Place]]:
    """For each of these rows of which others speak, those others; none counts that speaks of itself."""
    found: dict[Place, set[Place]] = {}
    for table in sorted({table for table, _ in places}):
        for chunk in chunks(pk for named, pk in places if named == table):
            for pk, by, row in _mentions_of(book, table, within(chunk)):
                if (by, row) != (table, pk):
                    found.setdefault((table, pk), set()).add((by, row))
    return found


def _mentions_of(book: Book, table: str, those: str) -> Iterator[tuple[int, str, int]]:
    for by, column in _BY_ID.get(table, ()):
        sql = (
            f"SELECT o.pk, '{by}', f.pk FROM json_each(?) j JOIN \"{table}\" o ON o.pk = j.value "
            f'JOIN "{by}" f ON f."{column}" = o.id'
        )
        yield from book.rows(sql, (those,))
    if table == "person":
        for sql in _OF_PEOPLE:
            yield from book.rows(sql, (those,))
