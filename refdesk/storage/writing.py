"""One act of the user being written: records put and deleted, each with what is needed to take it back."""

import json
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from peewee import IntegrityError

from refdesk.domain.errors import RefusedError
from refdesk.domain.person import Person
from refdesk.domain.records import Ask, Entry, Note, Profile, Referral
from refdesk.storage import derived
from refdesk.storage.book import Book
from refdesk.storage.codec import Column, dump_json
from refdesk.storage.records import get
from refdesk.storage.tables import Record, Setting, Table, table_of

KEPT_ACTS = 50
"""How many acts can be taken back. Imports can be, for good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What an act changed: the ids by kind of record, and by which act it can be undone (None: nothing changed).

    ``written`` are those of ``people`` whose own record was written; the others were touched by another record.
    ``everybody`` says that a change of policy or profile may have moved anybody's readiness.
    """

    act: int | None = None
    people: frozenset[str] = frozenset()
    written: frozenset[str] = frozenset()
    entries: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    everybody: bool = False


def new_id() -> str:
    """An id that no other record has, in this book or another: 60 random bits."""
    return secrets.token_hex(8)[:15]


def people_of(record: Record) -> tuple[str, ...]:
    """Whose readiness may change with this record; a note says at least that something is recorded of them."""
    if isinstance(record, Person):
        return (record.id,)
    if isinstance(record, Entry):
        return record.people
    if isinstance(record, Ask | Note):
        return (record.person,)
    if isinstance(record, Referral):
        return tuple(filter(None, (record.champion, record.to)))
    return ()


class Writing:
    """The open transaction of one act. Reads see what it has written so far."""

    def __init__(self, book: Book, act: int) -> None:
        """Use `writing`."""
        self.book = book
        self.act = act
        self.changed: dict[str, set[str]] = {}
        self.touched_people: set[str] = set()
        self.touches_everybody = False
        self.newcomers: dict[int, Person] = {}
        """Whoever this act has added and not written again, by pk: they need not be read back."""
        self._stale: dict[str, set[int]] = {"person": set(), "entry": set()}

    def get(self, record: type[Record], id_: str) -> Record | None:
        """The record of this id, or None."""
        return get(self.book, record, id_)

    def put(self, record: Record) -> bool:
        """Write a record, new or changed; False when it stands in the book just so already."""
        table = table_of(type(record))
        values = table.codec.encode(record)
        id_ = values[table.codec.columns.index("id")]
        before = self._row(table, str(id_))
        if before is None:
            self._insert(table, [(record, values)])
            return True
        pk, row = before
        if row == values:
            return False
        self._remember(table, pk)
        self.book.execute(table.update, (self.act, *values, pk))
        self._note(table, pk, record, table.codec.decode(row))
        return True

    def put_new(self, records: Sequence[Record]) -> None:
        """Write many new records of one type at once."""
        if records:
            table = table_of(type(records[0]))
            self._insert(table, [(record, table.codec.encode(record)) for record in records])

    def delete(self, record: type[Record], id_: str) -> None:
        """Take a record out of the book, if it is there."""
        table = table_of(record)
        before = self._row(table, id_)
        if before is None:
            return
        pk, row = before
        self._remember(table, pk)
        derived.forget(self.book, table.name, [pk])
        self.book.execute(f'DELETE FROM "{table.name}" WHERE pk = ?', (pk,))
        self._note(table, pk, table.codec.decode(row))
        self._stale.get(table.name, set()).discard(pk)

    def set_person_column(self, column: str, id_: str, value: Column) -> None:
        """Write one of a person's columns that is no field of the record: ``deleted_on`` or ``first_due``."""
        table = table_of(Person)
        before = self._row(table, id_)
        if before is None:
            return
        pk, row = before
        if self.book.value(f'SELECT "{column}" FROM person WHERE pk = ?', (pk,)) == value:
            return
        self._remember(table, pk)
        self.book.execute(f'UPDATE person SET act = ?, "{column}" = ? WHERE pk = ?', (self.act, value, pk))
        self._note(table, pk, table.codec.decode(row))

    def retitle(self, title: str) -> None:
        """Call the act something else, once it is known what it came to."""
        self.book.execute("UPDATE act SET title = ? WHERE id = ?", (title, self.act))

    def revert(self, table: Table, pk: int, before: str | None) -> None:
        """Make a row what it was in an image, as part of this act."""
        self._remember(table, pk)
        image = row_image(self.book, table.name, pk)
        if before is not None:
            before = dump_json({**json.loads(before), "act": self.act})
        write_image(self.book, table.name, pk, before)
        self.note_images(table, pk, image, before)

    def note_images(self, table: Table, pk: int, *images: str | None) -> None:
        """Note that a row went from one image to another."""
        rows = [json.loads(image) for image in images if image is not None]
        self._note(table, pk, *(table.codec.decode(tuple(row[c] for c in table.codec.columns)) for row in rows))
        if images[-1] is None:
            self._stale.get(table.name, set()).discard(pk)

    @property
    def changes(self) -> Changes:
        """What this act has changed so far. People count as changed when something that touches them was."""
        return Changes(
            act=self.act if self.changed else None,
            people=frozenset(self.changed.get("person", ())) | self.touched_people,
            written=frozenset(self.changed.get("person", ())),
            entries=frozenset(self.changed.get("entry", ())),
            others=frozenset(
                id_ for table, ids in self.changed.items() if table not in ("person", "entry") for id_ in ids
            ),
            everybody=self.touches_everybody,
        )

    def finish(self) -> None:
        """Bring the derived rows of whatever was written up to date; the caller reassesses people after this."""
        for table, pks in self._stale.items():
            derived.refresh(self.book, table, pks, self.newcomers)
        self._stale = {"person": set(), "entry": set()}

    def _row(self, table: Table, id_: str) -> tuple[int, tuple[Column, ...]] | None:
        rows = self.book.rows(f'SELECT {table.column_list}, pk FROM "{table.name}" WHERE id = ?', (id_,))
        return (rows[0][-1], rows[0][:-1]) if rows else None

    def _insert(self, table: Table, rows: Sequence[tuple[Record, tuple[Column, ...]]]) -> None:
        last = self.book.value("SELECT seq FROM sqlite_sequence WHERE name = ?", (table.name,)) or 0
        pks = range(last + 1, last + 1 + len(rows))
        self.book.execute_many(
            table.insert, [(pk, self.act, *values) for pk, (_, values) in zip(pks, rows, strict=True)]
        )
        self.book.execute_many(
            'INSERT OR IGNORE INTO change (act, "table", row) VALUES (?, ?, ?)',
            [(self.act, table.name, pk) for pk in pks],
        )
        for pk, (record, _) in zip(pks, rows, strict=True):
            self._note(table, pk, record)
            if isinstance(record, Person):
                self.newcomers[pk] = record

    def _remember(self, table: Table, pk: int) -> None:
        """Keep the row as it was before this act, once."""
        image = row_image(self.book, table.name, pk)
        self.book.execute(
            'INSERT OR IGNORE INTO change (act, "table", row, before) VALUES (?, ?, ?, ?)',
            (self.act, table.name, pk, image),
        )

    def _note(self, table: Table, pk: int, *records: Record) -> None:
        """Note what changed and whom it touches."""
        ids = self.changed.setdefault(table.name, set())
        for record in records:
            ids.add(getattr(record, "id", None) or record.key)
            self.touched_people.update(people_of(record))
            if isinstance(record, Profile) or (isinstance(record, Setting) and record.id == "policy"):
                self.touches_everybody = True
        if table.name in self._stale:
            self._stale[table.name].add(pk)
        if table.name == "person":
            self.newcomers.pop(pk, None)


@contextmanager
def reverting(book: Book, act: int, before_commit: Callable[[Writing], None]) -> Iterator[Writing]:
    """The transaction in which an ``act`` of the journal is taken back or done again: no act of its own.

    Raises:
        RefusedError: something else in the book rests on what would go.
    """
    try:
        with book.transaction():
            open_act = Writing(book, act)
            yield open_act
            open_act.finish()
            before_commit(open_act)
    except IntegrityError as error:
        raise RefusedError("This can't be undone or done again: the book has changed since.") from error


@contextmanager
def writing(
    book: Book, title: str, before_commit: Callable[[Writing], None], *, is_import: bool = False
) -> Iterator[Writing]:
    """One act in one transaction; ``before_commit`` runs after the derived rows are brought up to date.

    An act that changes nothing leaves nothing, not even itself. A new act drops those that were undone.
    """
    with book.transaction():
        act = book.execute(
            "INSERT INTO act (at, title, is_import) VALUES (?, ?, ?)",
            (book.now().isoformat(timespec="seconds"), title, int(is_import)),
        ).lastrowid
        open_act = Writing(book, act)
        yield open_act
        if not open_act.changed:
            book.execute("DELETE FROM act WHERE id = ?", (act,))
            return
        open_act.finish()
        before_commit(open_act)
        book.execute("DELETE FROM act WHERE undone = 1")
        book.execute(
            "DELETE FROM act WHERE is_import = 0 AND id <= (SELECT id FROM act ORDER BY id DESC LIMIT 1 OFFSET ?)",
            (KEPT_ACTS,),
        )


def row_image(book: Book, table: str, pk: int) -> str | None:
    """A whole row as JSON, by column; None when there is none."""
    cursor = book.execute(f'SELECT * FROM "{table}" WHERE pk = ?', (pk,))
    row = cursor.fetchone()
    return None if row is None else dump_json(dict(zip([part[0] for part in cursor.description], row, strict=True)))


def write_image(book: Book, table: str, pk: int, image: str | None) -> None:
    """Make a row what an image says: written, rewritten or gone."""
    if image is None:
        derived.forget(book, table, [pk])
        book.execute(f'DELETE FROM "{table}" WHERE pk = ?', (pk,))
        return
    row: dict[str, Any] = json.loads(image)
    sets = ", ".join(f'"{column}" = excluded."{column}"' for column in row)
    columns = ", ".join(f'"{column}"' for column in row)
    marks = ", ".join("?" for _ in row)
    book.execute(
        f'INSERT INTO "{table}" ({columns}) VALUES ({marks}) ON CONFLICT (pk) DO UPDATE SET {sets}', tuple(row.values())
    )
