"""The trash: who has been in it for so long that they go for good."""

import json
from collections.abc import Collection
from dataclasses import replace
from datetime import date

from refdesk.domain.person import Person
from refdesk.domain.records import Entry, Project
from refdesk.storage import derived
from refdesk.storage.book import Book
from refdesk.storage.records import each
from refdesk.storage.tables import table_of

_THOSE = "(SELECT value FROM json_each(:ids))"
_THEIR_REFERRALS = f'(SELECT id FROM referral WHERE champion IN {_THOSE} OR "to" IN {_THOSE})'
_THEIR_ASKS = f"(SELECT id FROM ask WHERE person IN {_THOSE})"

# What speaks of those who go alone goes with them; what speaks of others too only forgets them. In an order in
# which nothing ever refers to a row that is gone.
_FORGET = (
    f"DELETE FROM note WHERE person IN {_THOSE}",
    f"UPDATE note SET referral = NULL WHERE referral IN {_THEIR_REFERRALS}",
    f"DELETE FROM task WHERE person IN {_THOSE}",
    f"DELETE FROM partner WHERE person IN {_THOSE}",
    f"UPDATE story SET client = NULL WHERE client IN {_THOSE}",
    f'DELETE FROM referral WHERE champion IN {_THOSE} OR "to" IN {_THOSE}',
    f"UPDATE referral SET prospect = NULL WHERE prospect IN {_THOSE}",
    f"UPDATE referral SET ask = NULL WHERE ask IN {_THEIR_ASKS}",
    f"DELETE FROM ask WHERE person IN {_THOSE}",
    f"UPDATE ask SET target_person = NULL WHERE target_person IN {_THOSE}",
    f"UPDATE person SET introduced_by = NULL WHERE introduced_by IN {_THOSE}",
)


def deleted_before(book: Book, day: date) -> list[str]:
    """The ids of those who went to the trash before this day."""
    rows = book.rows("SELECT id FROM person WHERE deleted_on < ?", (day.isoformat(),))
    return [id_ for (id_,) in rows]


def erase(book: Book, ids: Collection[str]) -> None:
    """Take people out of the book and its journal for good, with all that speaks of them alone. In a transaction."""
    going = frozenset(ids)
    those = json.dumps(sorted(going))
    pks = [pk for (pk,) in book.rows("SELECT pk FROM person WHERE id IN (SELECT value FROM json_each(?))", (those,))]
    _leave_entries(book, pks, going)
    _leave_people(book, pks, going)
    _leave_projects(book, going)
    for statement in _FORGET:
        book.execute(statement, {"ids": those})
    derived.forget(book, "person", pks)
    book.execute("DELETE FROM introduction WHERE other IN (SELECT value FROM json_each(?))", (derived.within(pks),))
    book.execute("DELETE FROM person WHERE pk IN (SELECT value FROM json_each(?))", (derived.within(pks),))
    _forget_history(book, "person", pks)
    book.execute("DELETE FROM photo WHERE name NOT IN (SELECT photo FROM person WHERE photo IS NOT NULL)")


def _leave_entries(book: Book, pks: list[int], going: frozenset[str]) -> None:
    those = (derived.within(pks),)
    sql = "SELECT DISTINCT entry FROM entry_person WHERE person IN (SELECT value FROM json_each(?))"
    theirs = [pk for (pk,) in book.rows(sql, those)]
    book.execute("DELETE FROM entry_person WHERE person IN (SELECT value FROM json_each(?))", those)
    table = table_of(Entry)
    gone = []
    rows = book.rows(
        f"SELECT {table.column_list}, pk, act FROM entry WHERE pk IN (SELECT value FROM json_each(?))",
        (derived.within(theirs),),
    )
    for row in rows:
        entry: Entry = table.codec.decode(row)
        left = replace(entry, people=tuple(id_ for id_ in entry.people if id_ not in going))
        if left.people:
            book.execute(table.update, (row[-1], *table.codec.encode(left), row[-2]))
        else:
            gone.append(row[-2])
    derived.forget(book, "entry", gone)
    book.execute("DELETE FROM entry WHERE pk IN (SELECT value FROM json_each(?))", (derived.within(gone),))
    _forget_history(book, "entry", gone)


def _leave_people(book: Book, pks: list[int], going: frozenset[str]) -> None:
    """Take those who go out of the lists of whoever could introduce them or is related to them."""
    table = table_of(Person)
    sql = (
        f"SELECT {table.column_list}, pk, act FROM person WHERE pk IN "
        "(SELECT person FROM introduction WHERE other IN (SELECT value FROM json_each(?))) "
        "OR pk IN (SELECT p.pk FROM person p, json_each(p.related) r WHERE p.related IS NOT NULL "
        "AND json_extract(r.value, '$.person') IN (SELECT value FROM json_each(?)))"
    )
    for row in book.rows(sql, (derived.within(pks), json.dumps(sorted(going)))):
        person: Person = table.codec.decode(row)
        left = replace(
            person,
            could_introduce=tuple(id_ for id_ in person.could_introduce if id_ not in going),
            related=tuple(related for related in person.related if related.person not in going),
        )
        book.execute(table.update, (row[-1], *table.codec.encode(left), row[-2]))


def _leave_projects(book: Book, going: frozenset[str]) -> None:
    table = table_of(Project)
    for project in list(each(book, Project)):
        left = replace(project, people=tuple(one for one in project.people if one.person not in going))
        if left != project:
            pk, act = book.rows("SELECT pk, act FROM project WHERE id = ?", (project.id,))[0]
            book.execute(table.update, (act, *table.codec.encode(left), pk))


def _forget_history(book: Book, table: str, pks: Collection[int]) -> None:
    """Drop what the journal keeps of these rows: what was erased must not lie there still."""
    book.execute(
        'DELETE FROM change WHERE "table" = ? AND row IN (SELECT value FROM json_each(?))', (table, derived.within(pks))
    )
