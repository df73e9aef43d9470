"""Taking acts back and doing them again, from the journal."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from refdesk.domain.errors import RefusedError
from refdesk.storage.book import Book
from refdesk.storage.mentions import Place, mentions
from refdesk.storage.tables import table_named
from refdesk.storage.writing import KEPT_ACTS, Writing, row_image, write_image

_TOLD_EVERY = 50
"""Rows taken back between two tellings: some 30 ms."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act of the journal."""

    id: int
    title: str


@dataclass(frozen=True, slots=True)
class _Change:
    """One row that an act wrote: its image before the act, and after it where the act is undone."""

    table: str
    pk: int
    before: str | None
    after: str | None

    @property
    def place(self) -> Place:
        return self.table, self.pk


def last_done(book: Book) -> Act | None:
    """The act that an undo would take back: never one that lies behind others which are no longer kept."""
    return _act(
        book,
        "undone = 0 AND id > coalesce((SELECT id FROM act ORDER BY id DESC LIMIT 1 OFFSET ?), 0) ORDER BY id DESC",
        KEPT_ACTS,
    )


def title_of(book: Book, act: int) -> str:
    """What an act is called; empty when it is no longer kept."""
    return str(book.value("SELECT title FROM act WHERE id = ?", (act,)) or "")


def first_undone(book: Book) -> Act | None:
    """The act that a redo would do again."""
    return _act(book, "undone = 1 ORDER BY id")


def take_back(book: Book, writing: Writing, act: Act) -> None:
    """Make every row that the act wrote what it was before.

    Raises:
        RefusedError: the act is undone already, a later one has changed one of the rows, or speaks of it.
    """
    if _act(book, "undone = 0 AND id = ?", act.id) is None:
        raise RefusedError(f"“{act.title}” has been undone already.")
    changes = _changes(book, act.id)
    for change in changes:
        if _act_of(book, change.place) not in (None, act.id):
            raise RefusedError(f"“{act.title}” can't be undone: {_what(book, change.place)} has changed since.")
    written = {change.place for change in changes}
    for place, others in mentions(book, [change.place for change in changes if change.before is None]).items():
        if others - written:
            raise RefusedError(f"“{act.title}” can't be undone: the book speaks of {_what(book, place)} elsewhere now.")
    for change in changes:
        after = row_image(book, change.table, change.pk)
        book.execute(
            'UPDATE change SET after = ? WHERE act = ? AND "table" = ? AND row = ?', (after, act.id, *change.place)
        )
        _rewrite(book, writing, change.place, after, change.before)
    book.execute("UPDATE act SET undone = 1 WHERE id = ?", (act.id,))


def do_again(book: Book, writing: Writing, act: Act) -> None:
    """Make every row that an undone act wrote what the act had made of it.

    Raises:
        RefusedError: the act is no longer undone, or a row has changed since.
    """
    if _act(book, "undone = 1 AND id = ?", act.id) is None:
        raise RefusedError(f"“{act.title}” can't be done again any more.")
    changes = _changes(book, act.id)
    for change in changes:
        if _act_of(book, change.place) != (json.loads(change.before)["act"] if change.before else None):
            raise RefusedError(f"“{act.title}” can't be done again: {_what(book, change.place)} has changed since.")
    for change in changes:
        _rewrite(book, writing, change.place, change.before, change.after)
    book.execute("UPDATE change SET after = NULL WHERE act = ?", (act.id,))
    book.execute("UPDATE act SET undone = 0 WHERE id = ?", (act.id,))


def take_back_untouched(book: Book, writing: Writing, act: int, tell: Callable[[int, int], None]) -> list[str]:
    """Take back what an import wrote wherever nobody has touched it since; gives the names of the people who stay.

    What was edited since stays, and so does whatever is spoken of by anything that stays. This is an act of its own
    and can be undone. ``tell`` is called now and then with how many rows are done, and of how many.
    """
    changes = [change for change in _changes(book, act) if change.table != "batch"]
    written_by = {change.place: _act_of(book, change.place) for change in changes}
    untouched = [change for change in changes if written_by[change.place] == act]
    updated = {change.place for change in untouched if change.before is not None}
    going = _unspoken(book, {change.place for change in untouched if change.before is None}, updated)
    stay: list[str] = []
    for done, change in enumerate(changes):
        if done % _TOLD_EVERY == 0:
            tell(done, len(changes))
        if change.place in going or change.place in updated:
            writing.revert(table_named(change.table), change.pk, change.before)
        elif change.table == "person" and written_by[change.place] is not None:
            stay.append(_what(book, change.place))
    return stay


def forget_history(book: Book) -> None:
    """Drop every act of the journal: nothing done so far can be undone. Inside a transaction."""
    book.execute("DELETE FROM act")


def _unspoken(book: Book, new: set[Place], updated: set[Place]) -> set[Place]:
    """Those new rows of which nothing speaks but each other, and updated ones that become what they were before."""
    going = set(new)
    spoken_of = {place: others - updated for place, others in mentions(book, going).items()}
    while staying := {place for place, others in spoken_of.items() if place in going and others - going}:
        going -= staying
    return going


def _rewrite(book: Book, writing: Writing, place: Place, old: str | None, new: str | None) -> None:
    table, pk = place
    write_image(book, table, pk, new)
    writing.note_images(table_named(table), pk, old, new)


def _changes(book: Book, act: int) -> list[_Change]:
    return [_Change(*row) for row in book.rows('SELECT "table", row, before, after FROM change WHERE act = ?', (act,))]


def _act_of(book: Book, place: Place) -> int | None:
    """The act that last wrote a row; None when there is no such row."""
    table, pk = place
    found: int | None = book.value(f'SELECT act FROM "{table}" WHERE pk = ?', (pk,))
    return found


def _what(book: Book, place: Place) -> str:
    table, pk = place
    if table == "person":
        return str(book.value("SELECT name FROM person WHERE pk = ?", (pk,)) or "somebody in it")
    return {"entry": "an entry of the timeline", "note": "a note", "task": "a task"}.get(table, "something in it")


def _act(book: Book, which: str, *parameters: int) -> Act | None:
    rows = book.rows(f"SELECT id, title FROM act WHERE {which} LIMIT 1", parameters)
    return Act(*rows[0]) if rows else None
