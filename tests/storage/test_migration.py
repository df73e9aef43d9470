"""A book of an older form becomes one of today's whole or not at all, after a copy of it was put aside."""

import gzip
import os
import signal
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from refdesk.domain.errors import BookError
from refdesk.services import history
from refdesk.services.safekeeping import back_up, check_book, restore
from refdesk.storage import backup, migrate, renewal
from refdesk.storage import book as opening
from refdesk.storage.book import Book
from refdesk.storage.files import make_private
from refdesk.storage.migrate import bring_up_to_date, run_steps, schema_version, statements
from refdesk.storage.migrations import SCHEMA_VERSION, STEPS
from tests.storage import children, killing
from tests.storage.desks import NOW, add, desk_at, now, text_of
from tests.storage.old_books import TODAYS

BOOKS = Path(__file__).parent.parent / "data" / "books"

KEPT = [file.name.removesuffix(".refdesk.gz") for file in sorted(BOOKS.glob("*.refdesk.gz"))]

NEXT = """
-- The form after today's: a column, a table with what stood elsewhere, and an index.
ALTER TABLE task ADD COLUMN mood TEXT;
CREATE TABLE place (
  pk INTEGER PRIMARY KEY, name TEXT NOT NULL
) STRICT;
INSERT INTO place (name) SELECT DISTINCT place FROM entry WHERE place IS NOT NULL;
CREATE INDEX place_name ON place(name);
"""


@pytest.fixture
def next_form(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make today's form the last but one."""
    monkeypatch.setattr(migrate, "STEPS", (*STEPS, NEXT))
    for module in (migrate, opening):
        monkeypatch.setattr(module, "SCHEMA_VERSION", SCHEMA_VERSION + 1)


def old_book(path: Path, name: str = "form-1") -> str:
    """Put a kept book at ``path``; gives what it says, as RefDesk JSON."""
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(gzip.decompress((BOOKS / f"{name}.refdesk.gz").read_bytes()))
    return (BOOKS / f"{name}.json").read_text(encoding="utf-8")


def schema_of(path: Path) -> tuple[int, set[tuple[Any, ...]]]:
    """The version that a file bears, and the tables and indexes that it has."""
    connection = sqlite3.connect(path)
    try:
        rows = set(connection.execute("SELECT type, name, sql FROM sqlite_schema"))
        return connection.execute("PRAGMA user_version").fetchone()[0], rows
    finally:
        connection.close()


def test_a_book_of_every_form_is_kept() -> None:
    assert {name.split("-")[1] for name in KEPT} == {str(form) for form in range(1, SCHEMA_VERSION + 1)}
    assert TODAYS in KEPT


def test_todays_book_is_as_it_would_be_made_today(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is not, rows are derived in another way than its form says: count that up."""
    old_book(path, TODAYS)
    monkeypatch.setattr(renewal, "renew", lambda _: pytest.fail("made anew"))
    with desk_at(path) as desk:
        assert check_book(desk).ok


@pytest.mark.parametrize("name", KEPT)
def test_a_book_of_every_form_arrives_with_nothing_lost(path: Path, name: str) -> None:
    text = old_book(path, name)
    with desk_at(path) as desk:
        assert text_of(desk) == text
        assert check_book(desk).ok
        history.undo(desk)
        add(desk, "Somebody New")
        assert check_book(desk).ok


@pytest.mark.usefixtures("next_form")
def test_a_book_is_brought_up_to_date_after_a_copy_was_kept(path: Path) -> None:
    text = old_book(path)
    _, before = schema_of(path)
    with desk_at(path) as desk:
        assert desk.book.value("PRAGMA user_version") == SCHEMA_VERSION + 1
        assert text_of(desk) == text
        assert desk.book.value("SELECT count(*) FROM place") == 1
        add(desk, "Somebody New")
    kept = path.with_name("book.form-1.refdesk")
    assert schema_of(kept) == (1, before)
    assert killing.leftovers(path.parent, path.name, kept.name) == []
    stamp = kept.stat().st_mtime_ns
    Book.open(path, now).close()
    assert kept.stat().st_mtime_ns == stamp


def test_a_book_of_today_is_not_copied(path: Path) -> None:
    old_book(path, TODAYS)
    Book.open(path, now).close()
    assert killing.leftovers(path.parent) == [path.name]


@pytest.mark.usefixtures("next_form")
def test_a_book_whose_copy_cannot_be_kept_stays_as_it_is(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old_book(path)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(BookError, match=r"No copy of .* before it is brought up to date: no space left on device\."):
        Book.open(path, now)
    assert schema_of(path)[0] == 1
    assert killing.leftovers(path.parent) == [path.name]


@pytest.mark.usefixtures("next_form")
def test_a_backup_of_an_older_form_is_restored_up_to_date(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = old_book(path)
    with monkeypatch.context() as today:
        today.setattr(migrate, "SCHEMA_VERSION", SCHEMA_VERSION)
        today.setattr(opening, "SCHEMA_VERSION", SCHEMA_VERSION)
        with desk_at(path) as desk:
            made = back_up(desk, tmp_path / "old.backup")
    assert backup.verify(made.path) == NOW
    target = tmp_path / "new" / "book.refdesk"
    restore(target, made.path, NOW)
    assert killing.leftovers(target.parent) == [target.name]
    assert schema_of(target)[0] == SCHEMA_VERSION + 1
    with desk_at(target) as desk:
        assert text_of(desk) == text


class Stopping:
    """A connection that lets so many statements pass and then stops."""

    def __init__(self, path: Path, passes: int, stop: Callable[[], None]) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._left = passes
        self._stop = stop

    def execute(self, sql: str) -> sqlite3.Cursor:
        if self._left == 0:
            self._stop()
        self._left -= 1
        return self._connection.execute(sql)

    @property
    def in_transaction(self) -> bool:
        return self._connection.in_transaction


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fail() -> None:
    raise RuntimeError("the program went wrong")


@pytest.mark.parametrize(("first", "stop"), [(0, kill), (1, kill), (1, fail)])
@pytest.mark.usefixtures("next_form")
def test_steps_that_are_stopped_after_any_statement_leave_old_or_new(
    path: Path, tmp_path: Path, first: int, stop: Callable[[], None]
) -> None:
    path.parent.mkdir()
    last = SCHEMA_VERSION + 1
    if first:
        old_book(path)
    else:
        make_private(path)
    before = schema_of(path)
    count = sum(len(statements(step)) for step in migrate.STEPS[first:]) + 5
    forms = []
    for passes in range(1, count + 1):
        copy = tmp_path / str(passes) / path.name
        copy.parent.mkdir()
        copy.write_bytes(path.read_bytes())
        ended = children.run(lambda _, copy=copy, at=passes: run_steps(Stopping(copy, at, stop), first, last))
        assert ended.code == (0 if passes == count else -signal.SIGKILL if stop is kill else 1)
        form = schema_of(copy)
        assert form[0] == last or form == before
        forms.append(form[0])
        bring_up_to_date(copy, form[0], keep_copy=False)
        assert schema_version(copy) == last
    assert forms == [first] * (count - 1) + [last]
    with desk_at(tmp_path / str(count) / path.name) as desk:
        assert check_book(desk).ok


@pytest.mark.parametrize("most", [15, pytest.param(10_000, marks=pytest.mark.soak)])
@pytest.mark.usefixtures("next_form")
def test_a_migration_killed_at_any_line_is_finished_next_time(path: Path, tmp_path: Path, most: int) -> None:
    text = old_book(path)

    def copy_of(number: int) -> Path:
        copy = tmp_path / str(number) / path.name
        copy.parent.mkdir()
        copy.write_bytes(path.read_bytes())
        return copy

    whole = copy_of(0)
    lines = killing.lines_of(lambda: Book.open(whole, now))
    for point in killing.points(lines, most):
        book = copy_of(point)
        assert killing.killed(lambda book=book: Book.open(book, now), point).code == -signal.SIGKILL
        with desk_at(book) as desk:
            assert desk.book.value("PRAGMA user_version") == SCHEMA_VERSION + 1
            assert text_of(desk) == text
            assert check_book(desk).ok
        assert schema_of(book.with_name("book.form-1.refdesk"))[0] == 1


@pytest.mark.usefixtures("next_form")
def test_many_that_open_an_old_book_at_once_migrate_it_once(path: Path) -> None:
    text = old_book(path)
    _, before = schema_of(path)

    def work(say: children.Say, number: int) -> None:
        with desk_at(path) as desk:
            say(add(desk, f"New{number} Day"))

    started = [children.Child(lambda say, number=number: work(say, number)) for number in range(6)]
    ended = [child.join() for child in started]
    assert [(each.lines, each.code) for each in ended] == [([f"new{number}"], 0) for number in range(6)]
    assert schema_of(path.with_name("book.form-1.refdesk")) == (1, before)
    assert killing.leftovers(path.parent) == ["book.form-1.refdesk", path.name]
    with desk_at(path) as desk:
        assert check_book(desk).ok
        assert len(text_of(desk)) > len(text)


@pytest.mark.usefixtures("next_form")
def test_somebody_who_reads_an_old_book_does_not_hold_it_up(path: Path) -> None:
    old_book(path)
    reader = sqlite3.connect(path)
    reader.execute("BEGIN")
    count = reader.execute("SELECT count(*) FROM person").fetchone()
    with desk_at(path) as desk:
        assert desk.book.value("PRAGMA user_version") == SCHEMA_VERSION + 1
    assert reader.execute("SELECT count(*) FROM person").fetchone() == count
    reader.close()


@pytest.mark.usefixtures("next_form")
def test_somebody_who_writes_an_old_book_is_waited_for_and_then_told_of(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old_book(path)
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *arguments, **more: connect(*arguments, **{**more, "timeout": 0.05}))
    with pytest.raises(BookError, match="is busy"):
        Book.open(path, now)
    writer.execute("ROLLBACK")
    writer.close()
    Book.open(path, now).close()
    assert schema_of(path)[0] == SCHEMA_VERSION + 1
