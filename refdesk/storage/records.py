"""Reading records one at a time or all of a kind, and asking whether they are there."""

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from refdesk.storage.book import Book
from refdesk.storage.tables import Record, table_of


def get(book: Book, record: type[Record], id_: str) -> Record | None:
    """The record of this id, or None."""
    table = table_of(record)
    rows = book.rows(f'SELECT {table.column_list} FROM "{table.name}" WHERE id = ?', (id_,))
    return table.codec.decode(rows[0]) if rows else None


def each(book: Book, record: type[Record], where: str = "", parameters: Iterable[Any] = ()) -> Iterator[Record]:
    """The records of one type in order of entry, those that ``where`` (a condition of this room's own) admits."""
    table = table_of(record)
    condition = f"WHERE {where}" if where else ""
    for row in book.each(f'SELECT {table.column_list} FROM "{table.name}" {condition} ORDER BY pk', tuple(parameters)):
        yield table.codec.decode(row)


def present_ids(book: Book, record: type[Record], ids: Collection[str]) -> frozenset[str]:
    """Which of these ids the book has among its records of this type."""
    sql = f'SELECT id FROM "{table_of(record).name}" WHERE id IN (SELECT value FROM json_each(?))'
    return frozenset(id_ for (id_,) in book.rows(sql, (json.dumps(list(ids)),)))


def in_trash(book: Book, id_: str) -> bool:
    """Whether somebody was deleted and can still be taken back."""
    return book.value("SELECT deleted_on FROM person WHERE id = ?", (id_,)) is not None


def referred_asks(book: Book) -> frozenset[str]:
    """The ids of the asks from which a referral came."""
    return frozenset(ask for (ask,) in book.rows("SELECT ask FROM referral WHERE ask IS NOT NULL"))
