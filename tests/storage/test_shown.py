"""What was raised is remembered once, for forty days, whatever the clock does; and an older book learns to."""

import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

from refdesk.domain.reminders import Shown
from refdesk.storage.book import Book
from refdesk.storage.migrate import APPLICATION_ID, run_steps
from refdesk.storage.migrations import SCHEMA_VERSION, STEPS
from refdesk.storage.shown import KEPT_DAYS, forget_shown, record_shown, shown_since, state_of
from tests.storage.desks import add, desk_at, now

MORNING = datetime(2026, 11, 18, 8, 30)
LONG_AGO = datetime(1, 1, 1)


def at(days: int, key: str = "task:t") -> Shown:
    """The morning that many days on."""
    return Shown(key, MORNING + timedelta(days=days))


def test_what_was_recorded_is_shown(book: Book) -> None:
    moments = {at(0), at(0, "note:n"), Shown("task:t", MORNING.replace(second=1, microsecond=7))}
    assert record_shown(book, moments) == moments
    assert shown_since(book, LONG_AGO) == moments


def test_only_what_nobody_had_recorded_is_new(book: Book) -> None:
    record_shown(book, [at(0)])
    assert record_shown(book, [at(0), at(1), at(1)]) == {at(1)}


def test_a_second_process_sees_and_does_not_take_it_again(path: Path, book: Book) -> None:
    record_shown(book, [at(0)])
    with desk_at(path) as other:
        assert record_shown(other.book, [at(0)]) == frozenset()


def test_only_moments_since_are_read(book: Book) -> None:
    record_shown(book, [at(-1), at(0), at(1)])
    assert shown_since(book, MORNING) == {at(0), at(1)}
    assert shown_since(book, MORNING + timedelta(microseconds=1)) == {at(1)}


def test_what_was_forgotten_can_be_recorded_again(book: Book) -> None:
    record_shown(book, [at(0), at(1)])
    forget_shown(book, [at(0), at(9)])
    assert shown_since(book, LONG_AGO) == {at(1)}
    assert record_shown(book, [at(0)]) == {at(0)}


def test_forty_days_are_kept(book: Book) -> None:
    for day in range(KEPT_DAYS + 3):
        record_shown(book, [at(day), at(day, "note:n")])
    kept = shown_since(book, LONG_AGO)
    assert kept == {at(day, key) for day in range(3, KEPT_DAYS + 3) for key in ("task:t", "note:n")}


def test_a_clock_a_year_ahead_does_not_wipe_out_this_morning(book: Book) -> None:
    record_shown(book, [at(0)])
    record_shown(book, [at(365 - back) for back in range(32)])
    assert at(0) in shown_since(book, LONG_AGO)


def test_every_commit_is_seen(path: Path, book: Book) -> None:
    before = state_of(book)
    assert state_of(book) == before
    record_shown(book, [at(0)])
    own = state_of(book)
    assert own != before
    with desk_at(path) as other:
        add(other, "Ana")
    assert state_of(book) != own


def test_a_book_of_the_first_form_is_brought_up_to_date(path: Path) -> None:
    path.parent.mkdir()
    connection = sqlite3.connect(path, isolation_level=None)
    run_steps(connection, 0, 1)
    connection.execute("INSERT INTO act (at, title) VALUES ('2026-11-18T09:00:00+00:00', 'Kept.')")
    connection.close()
    with Book.open(path, now) as book:
        assert book.value("PRAGMA user_version") == SCHEMA_VERSION == len(STEPS)
        assert book.value("SELECT title FROM act") == "Kept."
        record_shown(book, [at(0)])
    copy = sqlite3.connect(path.with_name("book.form-1.refdesk"))
    assert copy.execute("PRAGMA user_version").fetchone() == (1,)
    assert copy.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    copy.close()
