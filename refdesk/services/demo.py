"""The sample book: somebody's two years of looking after people, written into a book of its own."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from refdesk.domain.errors import RefusedError
from refdesk.services.desk import Desk
from refdesk.services.imports.records import LISTS
from refdesk.services.sample.book import sample_book
from refdesk.storage.book import Book
from refdesk.storage.facts import setting_of
from refdesk.storage.undo import forget_history

MOST_PEOPLE = 100_000
MOST_YEARS = 100

_DAYS = (date(1000, 1, 1), date(9000, 1, 1))
"""A sample reaches centuries back, and some years ahead."""


def write_demo(
    path: Path, now: Callable[[], datetime], today: date, *, people: int = 150, years: int = 2, seed: int = 1
) -> int:
    """Write a sample book to a new file; gives how many people it holds. It begins with an empty history.

    Raises:
        RefusedError: something is at ``path`` already: a sample must never replace somebody's book; or it would
            reach over the ends of the calendar.
    """
    if not _DAYS[0] <= today <= _DAYS[1]:
        raise RefusedError("A sample needs a day between the years 1000 and 9000.")
    if path.exists():
        raise RefusedError(f"There is something at {path} already; name a new file.")
    records = sample_book(today=today, people=people, years=years, seed=seed)
    with Book.open(path, now) as book:
        desk = Desk(book, today)
        with desk.act("Sample book.") as act:
            act.put(setting_of(records.me))
            act.put(setting_of(records.policy))
            for name in LISTS:
                act.put_new(getattr(records, name))
        with book.transaction():
            forget_history(book)
    return len(records.people)
