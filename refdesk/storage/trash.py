"""The trash: who has been in it for so long that they go for good, with all that speaks of them alone."""

import json
import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from refdesk.domain.person import Person
from refdesk.domain.records import Entry, Project
from refdesk.storage import derived
from refdesk.storage.book import Book
from refdesk.storage.codec import dump_json
from refdesk.storage.records import each
from refdesk.storage.tables import table_of

_THOSE = "(SELECT value FROM json_each(:ids))"

_GOING = {
    "person": f"id IN {_THOSE}",
    "note": f"person IN {_THOSE}",
    "task": f"person IN {_THOSE}",
    "partner": f"person IN {_THOSE}",
    "ask": f"person IN {_THOSE}",
    "referral": f"CASE direction WHEN 'given' THEN \"to\" ELSE champion END IN {_THOSE}",
}
"""What goes, by table, besides the entries."""

_FORGET = {
    ("person", "introduced_by"): "person",
    ("story", "client"): "person",
    ("ask", "target_person"): "person",
    ("referral", "champion"): "person",
    ("referral", "to"): "person",
    ("referral", "prospect"): "person",
    ("referral", "ask"): "ask",
    ("note", "referral"): "referral",
}
"""The columns of what stays that may name something of what goes, and the table that they point to."""

_STRINGS = re.compile(r'[\\"]+')
"""What stands between the strings of an image, in which lists are JSON within JSON."""

Rows = dict[str, dict[int, str]]
"""Rows by table: the id of each by its pk."""


def deleted(book: Book) -> list[tuple[str, str, date]]:
    """Who is in the trash, the latest first: id, name, since when."""
    rows = book.rows(
        "SELECT id, name, deleted_on FROM person WHERE deleted_on IS NOT NULL ORDER BY deleted_on DESC, pk"
    )
    return [(id_, name, date.fromisoformat(on)) for id_, name, on in rows]


def deleted_before(book: Book, day: date) -> list[str]:
    """The ids of those who went to the trash before this day."""
    rows = book.rows("SELECT id FROM person WHERE deleted_on < ?", (day.isoformat(),))
    return [id_ for (id_,) in rows]


def erase(book: Book, ids: Collection[str]) -> frozenset[str]:
    """Take people out of the book and its journal for good, with all that speaks of them alone. In a transaction.

    Gives the ids of others whose readiness may change with that.
    """
    those = {"ids": json.dumps(list(ids))}
    going: Rows = {
        table: dict(book.rows(f'SELECT pk, id FROM "{table}" WHERE {where}', those)) for table, where in _GOING.items()
    }
    others = _parties(book, going["referral"])
    going["entry"], shared = _leave_entries(book, going["person"], frozenset(ids))
    touched = {("entry", pk) for pk in shared}
    _leave_people(book, frozenset(ids))
    _leave_projects(book, frozenset(ids))
    for (table, column), to in _FORGET.items():
        touched.update((table, pk) for pk in _forget(book, table, column, going[to].values()))
    others |= _parties(book, [pk for table, pk in touched if table == "referral"])
    for table, rows in going.items():
        derived.forget(book, table, rows)
        book.execute(f'DELETE FROM "{table}" WHERE pk IN (SELECT value FROM json_each(?))', (derived.within(rows),))
    _forget_putting_off(book, going)
    touched.update((table, pk) for table, rows in going.items() for pk in rows)
    _forget_history(book, touched, ids)
    _forget_photos(book)
    return frozenset(others - set(ids))


def _parties(book: Book, pks: Iterable[int]) -> set[str]:
    """The two between whom each of these referrals goes, whose readiness looks at it."""
    sql = 'SELECT champion, "to" FROM referral WHERE pk IN (SELECT value FROM json_each(?))'
    return {id_ for pair in book.rows(sql, (derived.within(pks),)) for id_ in pair if id_}


def _leave_entries(book: Book, pks: Iterable[int], going: frozenset[str]) -> tuple[dict[int, str], list[int]]:
    """Take those who go out of their entries; gives the entries that have nobody left, and the others."""
    those = (derived.within(pks),)
    table = table_of(Entry)
    rows = book.rows(
        f"SELECT {table.column_list}, pk, act FROM entry WHERE pk IN "
        "(SELECT entry FROM entry_person WHERE person IN (SELECT value FROM json_each(?)))",
        those,
    )
    book.execute("DELETE FROM entry_person WHERE person IN (SELECT value FROM json_each(?))", those)
    empty: dict[int, str] = {}
    shared: list[int] = []
    for row in rows:
        entry: Entry = table.codec.decode(row)
        left = replace(entry, people=tuple(id_ for id_ in entry.people if id_ not in going))
        if left.people:
            shared.append(row[-2])
            book.execute(table.update, (row[-1], *table.codec.encode(left), row[-2]))
        else:
            empty[row[-2]] = entry.id
    return empty, shared


def _leave_people(book: Book, going: frozenset[str]) -> None:
    """Take those who go out of the lists of whoever could introduce them or is related to them."""
    table = table_of(Person)
    rows = book.rows(
        # The links of the derived rows are not enough: whoever is in the trash has none, and may come back.
        f"SELECT {table.column_list}, pk, act FROM person WHERE pk IN "
        "(SELECT p.pk FROM person p, json_each(p.could_introduce) o WHERE p.could_introduce IS NOT NULL "
        f"AND o.value IN {_THOSE}) "
        "OR pk IN (SELECT p.pk FROM person p, json_each(p.related) r WHERE p.related IS NOT NULL "
        f"AND json_extract(r.value, '$.person') IN {_THOSE})",
        {"ids": json.dumps(list(going))},
    )
    for row in rows:
        person: Person = table.codec.decode(row)
        left = replace(
            person,
            could_introduce=tuple(id_ for id_ in person.could_introduce if id_ not in going),
            related=tuple(related for related in person.related if related.person not in going),
        )
        book.execute(table.update, (row[-1], *table.codec.encode(left), row[-2]))
    derived.refresh(book, "person", [row[-2] for row in rows], {})


def _leave_projects(book: Book, going: frozenset[str]) -> None:
    table = table_of(Project)
    for project in list(each(book, Project)):
        left = replace(project, people=tuple(one for one in project.people if one.person not in going))
        if left != project:
            pk, act = book.rows("SELECT pk, act FROM project WHERE id = ?", (project.id,))[0]
            book.execute(table.update, (act, *table.codec.encode(left), pk))


def _forget(book: Book, table: str, column: str, ids: Iterable[str]) -> list[int]:
    """Empty a column wherever it names one of these; gives the rows."""
    cursor = book.execute(
        f'UPDATE "{table}" SET "{column}" = NULL WHERE "{column}" IN (SELECT value FROM json_each(?)) RETURNING pk',
        (json.dumps(list(ids)),),
    )
    return [pk for (pk,) in cursor.fetchall()]


def _forget_putting_off(book: Book, going: Rows) -> None:
    """Drop what was put off of anything that goes; its key begins with the kind and the id of that."""
    keys = [f"{table}:{id_}" for table, rows in going.items() for id_ in rows.values()]
    book.execute(
        "DELETE FROM later WHERE EXISTS (SELECT 1 FROM json_each(?) k "
        "WHERE later.id = k.value OR substr(later.id, 1, length(k.value) + 1) = k.value || ':')",
        (dump_json(keys),),
    )


def _forget_history(book: Book, touched: Iterable[tuple[str, int]], ids: Iterable[str]) -> None:
    """Drop every act that could bring back, or still tells, something of who goes; of an import just that part."""
    pieces = {piece for id_ in ids for piece in _STRINGS.split(dump_json(id_)) if piece}
    images = book.each("SELECT \"table\", row, coalesce(before, '') || coalesce(after, '') FROM change")
    told = {(table, pk) for table, pk, image in images if image and not pieces.isdisjoint(_STRINGS.split(image))}
    those = "(SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?))"
    rows = (json.dumps(list(told.union(touched))),)
    acts = f'SELECT act FROM change WHERE ("table", row) IN {those}'
    book.execute(f"DELETE FROM act WHERE is_import = 0 AND id IN ({acts})", rows)
    book.execute(f'DELETE FROM change WHERE ("table", row) IN {those}', rows)


def _forget_photos(book: Book) -> None:
    """Drop the pictures that nobody has and no undo can bring back."""
    book.execute(
        "DELETE FROM photo WHERE name NOT IN (SELECT photo FROM person WHERE photo IS NOT NULL) AND NOT EXISTS "
        "(SELECT 1 FROM change WHERE \"table\" = 'person' AND (instr(before, name) > 0 OR instr(after, name) > 0))"
    )
