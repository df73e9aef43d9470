"""Which moments have been raised: the memory that keeps a reminder from being raised twice (`docs/method.md` 8)."""

from collections.abc import Iterable
from datetime import datetime

from refdesk.domain.reminders import Shown
from refdesk.storage.book import Book

KEPT_DAYS = 40
"""For how many days on which anything was raised that is remembered.

Days are counted among the rows, not from the clock: one that is a year ahead for an hour must not wipe out what was
raised this morning.
"""


def shown_since(book: Book, since: datetime) -> frozenset[Shown]:
    """What was raised for moments from ``since`` on, those ahead of a clock that was set back among them."""
    rows = book.rows("SELECT key, moment FROM shown WHERE moment >= ?", (_text(since),))
    return frozenset(Shown(key, datetime.fromisoformat(moment)) for key, moment in rows)


def record_shown(book: Book, moments: Iterable[Shown]) -> frozenset[Shown]:
    """Remember moments as raised; gives those that nobody had remembered before, in this process or another.

    Raises:
        BookError: the book cannot be written.
    """
    with book.transaction():
        new = {
            shown
            for shown in moments
            if book.execute("INSERT OR IGNORE INTO shown VALUES (?, ?)", _row(shown)).rowcount == 1
        }
        book.execute(
            "DELETE FROM shown WHERE moment < (SELECT min(day) FROM "
            "(SELECT DISTINCT substr(moment, 1, 10) AS day FROM shown ORDER BY day DESC LIMIT ?))",
            (KEPT_DAYS,),
        )
    return frozenset(new)


def forget_shown(book: Book, moments: Iterable[Shown]) -> None:
    """Forget moments that could not be raised after all, so that they are tried again."""
    with book.transaction():
        book.execute_many("DELETE FROM shown WHERE key = ? AND moment = ?", [_row(shown) for shown in moments])


def state_of(book: Book) -> tuple[int, int]:
    """A mark that changes with every commit to the book, by this connection or by another."""
    return book.value("PRAGMA data_version"), book.database.connection().total_changes


def _row(shown: Shown) -> tuple[str, str]:
    return shown.key, _text(shown.moment)


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="microseconds")
