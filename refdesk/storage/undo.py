"""Taking acts back and doing them again, from the journal."""

import json
from dataclasses import dataclass
from typing import Any

from refdesk.domain.errors import RefusedError
from refdesk.storage.book import Book
from refdesk.storage.tables import table_named
from refdesk.storage.writing import Writing, row_image, write_image


@dataclass(frozen=True, slots=True)
class Act:
    """One act of the journal."""

    id: int
    title: str


# Who else's rows speak of a person, each with the act that wrote it: such a person cannot simply vanish.
_MENTIONS = """
SELECT e.act FROM entry_person l JOIN entry e ON e.pk = l.entry WHERE l.person = :pk
UNION ALL SELECT act FROM ask WHERE person = :id OR target_person = :id
UNION ALL SELECT act FROM referral WHERE champion = :id OR "to" = :id OR prospect = :id
UNION ALL SELECT act FROM note WHERE person = :id
UNION ALL SELECT act FROM task WHERE person = :id
UNION ALL SELECT act FROM partner WHERE person = :id
UNION ALL SELECT act FROM story WHERE client = :id
UNION ALL SELECT act FROM person WHERE introduced_by = :id AND id <> :id
UNION ALL SELECT p.act FROM introduction i JOIN person p ON p.pk = i.person WHERE i.other = :pk
UNION ALL SELECT j.act FROM project j, json_each(j.people) e WHERE json_extract(e.value, '$.person') = :id
"""


def last_done(book: Book) -> Act | None:
    """The act that an undo would take back."""
    return _act(book, "undone = 0", "DESC")


def first_undone(book: Book) -> Act | None:
    """The act that a redo would do again."""
    return _act(book, "undone = 1", "ASC")


def take_back(book: Book, writing: Writing, act: Act) -> None:
    """Make every row that the act wrote what it was before.

    Raises:
        RefusedError: a later act has changed one of them.
    """
    changes = _changes(book, act.id)
    for table, pk, _, _ in changes:
        if _act_of(book, table, pk) not in (None, act.id):
            raise RefusedError(f"“{act.title}” can't be undone: {_what(book, table, pk)} has changed since.")
    for table, pk, before, _ in changes:
        after = row_image(book, table, pk)
        book.execute(
            'UPDATE change SET after = ? WHERE act = ? AND "table" = ? AND row = ?', (after, act.id, table, pk)
        )
        _rewrite(book, writing, table, pk, after, before)
    book.execute("UPDATE act SET undone = 1 WHERE id = ?", (act.id,))


def do_again(book: Book, writing: Writing, act: Act) -> None:
    """Make every row that an undone act wrote what the act had made of it.

    Raises:
        RefusedError: a row has changed since it was undone.
    """
    changes = _changes(book, act.id)
    for table, pk, before, _ in changes:
        if _act_of(book, table, pk) != (json.loads(before)["act"] if before else None):
            raise RefusedError(f"“{act.title}” can't be done again: {_what(book, table, pk)} has changed since.")
    for table, pk, before, after in changes:
        _rewrite(book, writing, table, pk, before, after)
    book.execute("UPDATE change SET after = NULL WHERE act = ?", (act.id,))
    book.execute("UPDATE act SET undone = 0 WHERE id = ?", (act.id,))


def take_back_untouched(book: Book, writing: Writing, act: int) -> list[str]:
    """Take back what an import wrote wherever nobody has touched it since; gives the names of the people who stay.

    A person is touched who was edited, or of whom anything else in the book speaks. This is an act of its own and
    can be undone.
    """
    stay: list[str] = []
    changes = [(table, pk, before) for table, pk, before, _ in _changes(book, act) if table != "batch"]
    for table, pk, before in sorted(changes, key=lambda change: change[0] == "person"):
        if (written := _act_of(book, table, pk)) is None:
            continue
        if written != act or (table == "person" and before is None and _is_mentioned(book, pk, writing.act, act)):
            if table == "person":
                stay.append(str(book.value("SELECT name FROM person WHERE pk = ?", (pk,))))
            continue
        writing.revert(table_named(table), pk, before)
    return stay


def _rewrite(book: Book, writing: Writing, table: str, pk: int, old: str | None, new: str | None) -> None:
    write_image(book, table, pk, new)
    writing.note_images(table_named(table), pk, old, new)


def _changes(book: Book, act: int) -> list[tuple[str, int, str | None, str | None]]:
    return book.rows('SELECT "table", row, before, after FROM change WHERE act = ?', (act,))


def _act_of(book: Book, table: str, pk: int) -> int | None:
    """The act that last wrote a row; None when there is no such row."""
    found: int | None = book.value(f'SELECT act FROM "{table}" WHERE pk = ?', (pk,))
    return found


def _is_mentioned(book: Book, pk: int, *by_these: int) -> bool:
    id_ = book.value("SELECT id FROM person WHERE pk = ?", (pk,))
    parameters: Any = {"pk": pk, "id": id_}
    return any(act not in by_these for (act,) in book.rows(_MENTIONS, parameters))


def _what(book: Book, table: str, pk: int) -> str:
    if table == "person":
        return str(book.value("SELECT name FROM person WHERE pk = ?", (pk,)) or "somebody in it")
    return {"entry": "an entry of the timeline", "note": "a note", "task": "a task"}.get(table, "something in it")


def _act(book: Book, where: str, order: str) -> Act | None:
    rows = book.rows(f"SELECT id, title FROM act WHERE {where} ORDER BY id {order} LIMIT 1")
    return Act(*rows[0]) if rows else None


def forget_history(book: Book) -> None:
    """Drop every act of the journal: nothing done so far can be undone. Inside a transaction."""
    book.execute("DELETE FROM act")
