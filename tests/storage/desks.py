"""Books to test with: a real file each, on a day and a clock of the test's own."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from refdesk.domain.person import Person
from refdesk.domain.records import Entry
from refdesk.domain.words import Kind
from refdesk.services import people, timeline
from refdesk.services.desk import Desk
from refdesk.services.exports import export_bytes
from refdesk.storage.book import Book

TODAY = date(2026, 11, 18)
NOW = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)


def now() -> datetime:
    """The one instant at which most tests happen."""
    return NOW


def ago(days: int) -> date:
    """The day that many days before TODAY; a negative number lies ahead."""
    return TODAY - timedelta(days=days)


@contextmanager
def desk_at(path: Path, today: date = TODAY) -> Iterator[Desk]:
    """A desk over the book at ``path``, which is made when missing and closed in the end."""
    with Book.open(path, now) as book:
        yield Desk(book, today)


def add(desk: Desk, name: str, **fields: Any) -> str:
    """Add somebody of this name, whose id is its first word in lower case unless ``fields`` say otherwise."""
    plain = {"id": name.partition(" ")[0].lower(), "name": name, **fields}
    return people.add_person(desk, Person(**plain))[0]


def log(desk: Desk, *who: str, days: int = 0, kind: Kind = "call", **fields: Any) -> Entry:
    """Log an entry with these people that many days ago."""
    plain = {"id": "", "on": desk.today - timedelta(days=days), "kind": kind, "people": who, **fields}
    return timeline.log_entry(desk, Entry(**plain))[0]


def text_of(desk: Desk) -> str:
    """The whole book as RefDesk JSON: two books that say the same have the same text."""
    return export_bytes(desk, "json").decode()


def titles(book: Book) -> list[str]:
    """The acts of the journal by title, oldest first."""
    return [title for (title,) in book.rows("SELECT title FROM act ORDER BY id")]
