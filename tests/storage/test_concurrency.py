"""Several processes on one book: writers wait for each other, readers for nobody, and no act is lost."""

import sqlite3
from pathlib import Path

import pytest

from refdesk.domain.errors import BookError, RefusedError
from refdesk.domain.person import Person
from refdesk.domain.records import Entry, Task
from refdesk.services import history, people, tasks
from refdesk.services.desk import Desk
from refdesk.services.finding import find
from refdesk.services.ready import everybody
from refdesk.services.safekeeping import back_up
from refdesk.storage import book as opening
from refdesk.storage import check
from refdesk.storage.backup import verify
from refdesk.storage.book import Book
from refdesk.storage.records import each
from refdesk.storage.writing import Writing
from tests.storage import children
from tests.storage.desks import NOW, TODAY, add, desk_at, log, now, text_of, titles

WRITERS = 8
ACTS = 25


def write(path: Path, number: int, acts: int) -> None:
    """What one writer does: people, entries with somebody whom all share, and now and then an edit of theirs."""
    with desk_at(path) as desk:
        for turn in range(acts):
            id_ = f"w{number}t{turn}"
            if turn % 2:
                log(desk, f"w{number}t{turn - 1}", "ana", id=id_, summary=f"turn {turn}")
            else:
                add(desk, f"Writer {number}", id=id_)
            if turn % 10 == 9:
                people.archive_person(desk, f"w{number}t0")
                people.unarchive_person(desk, f"w{number}t0")


def try_writing_at_once(path: Path, writers: int, acts: int) -> None:
    with desk_at(path) as desk:
        add(desk, "Ana Ruiz")
    started = [children.Child(lambda _, number=number: write(path, number, acts)) for number in range(writers)]
    ended = [child.join() for child in started]
    assert [(each.lines, each.code) for each in ended] == [([], 0)] * writers
    expected = {f"w{number}t{turn}" for number in range(writers) for turn in range(acts)}
    with desk_at(path) as desk:
        found = {record.id for kind in (Person, Entry) for record in each(desk.book, kind)}
        assert found == expected | {"ana"}
        assert list(check.problems(desk.book)) == []


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let writers wait for each other as long as a busy machine makes them; that they do wait is what is tried."""
    monkeypatch.setattr(opening, "_BUSY_SECONDS", 120.0)


@pytest.mark.usefixtures("patient")
def test_writers_at_once_lose_nothing_and_never_find_it_locked(path: Path) -> None:
    try_writing_at_once(path, WRITERS, ACTS)


@pytest.mark.soak
@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize("turn", range(10))
def test_writers_at_once_ten_times_over(tmp_path: Path, turn: int) -> None:
    try_writing_at_once(tmp_path / f"{turn}.refdesk", WRITERS, ACTS)


def test_a_reader_sees_the_last_commit_and_waits_for_nobody(path: Path) -> None:
    with desk_at(path) as writer, desk_at(path) as reader:
        add(writer, "Ana Ruiz")
        with writer.act("A long act.") as act:
            act.put(Person(id="bo", name="Bo Li"))
            assert [one.standing.id for one in everybody(reader).people] == ["ana"]
            assert [found.id for found in find(reader, "ruiz").people] == ["ana"]
            assert '"bo"' not in text_of(reader)
        assert '"bo"' in text_of(reader)


def test_a_writer_does_not_wait_for_a_reader(path: Path) -> None:
    with desk_at(path) as writer, desk_at(path) as reader:
        add(writer, "Ana Ruiz")
        add(writer, "Bo Li")
        reading = reader.book.each("SELECT id FROM person ORDER BY pk")
        assert next(reading) == ("ana",)
        add(writer, "Cy Day")
        assert list(reading) == [("bo",)]  # the book as it was when the reading began


def test_who_waits_too_long_is_told_that_the_book_is_busy(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("refdesk.storage.book._BUSY_SECONDS", 0.05)
    with desk_at(path) as one, desk_at(path) as other:
        with one.book.transaction(), pytest.raises(BookError, match="is busy: another RefDesk is writing to it"):
            add(other, "Ana Ruiz")
        assert add(other, "Ana Ruiz") == "ana"


def test_a_failed_act_of_one_leaves_the_book_to_the_other(path: Path) -> None:
    with desk_at(path) as one, desk_at(path) as other:
        with pytest.raises(RefusedError, match="There is nobody like that"), one.act("Nothing comes of this.") as act:
            put_and_fail(act)
        add(other, "Bo Li")
        assert [person.id for person in each(one.book, Person)] == ["bo"]
        assert titles(one.book) == ["Bo Li added."]


def put_and_fail(act: Writing) -> None:
    act.put(Person(id="ana", name="Ana Ruiz"))
    raise RefusedError("There is nobody like that.")


def test_undo_and_redo_of_two_windows_take_turns(path: Path) -> None:
    def work(_: children.Say) -> None:
        with desk_at(path) as desk:
            for _turn in range(20):
                history.undo(desk)
                history.redo(desk)

    with desk_at(path) as desk:
        for number in range(40):
            add(desk, f"P{number} Day")
        text = text_of(desk)
    assert children.run(work).code == 0
    with desk_at(path) as desk:
        assert text_of(desk) == text
        assert list(check.problems(desk.book)) == []


def test_a_backup_while_another_writes_is_one_moment_of_the_book(path: Path, tmp_path: Path) -> None:
    with desk_at(path) as desk:
        add(desk, "Ana Ruiz")
    writing = children.Child(lambda _: write(path, 1, 60))
    with desk_at(path) as desk:
        for number in range(5):
            made = back_up(desk, tmp_path / f"{number}.backup")
            assert verify(made.path) == NOW
            with desk_at(made.path) as copy:
                assert list(check.problems(copy.book)) == []
    assert writing.join().code == 0


def test_reading_alone_makes_no_log_grow(path: Path) -> None:
    with desk_at(path) as desk:
        add(desk, "Ana Ruiz")
    with Book.open(path, now) as book:
        text_of(Desk(book, NOW.date()))
        list(check.problems(book))
        assert path.with_name(f"{path.name}-wal").stat().st_size == 0


def grow(path: Path, acts: int) -> tuple[int, int]:
    """Write while a reader keeps the log from being folded in; its size in bytes before and after the reader goes."""
    log_file = path.with_name(f"{path.name}-wal")
    with desk_at(path) as desk:
        add(desk, "Ana Ruiz")
        reader = sqlite3.connect(path, isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT id FROM person").fetchall()
        for turn in range(acts):
            tasks.add_task(desk, Task(id="", title=f"Turn {turn}" * 100, due=TODAY))
        grown = log_file.stat().st_size
        reader.close()
        for turn in range(5):
            tasks.add_task(desk, Task(id="", title=f"After {turn}", due=TODAY))
        return grown, log_file.stat().st_size


def test_the_log_is_folded_in_and_gone_in_the_end(path: Path) -> None:
    assert grow(path, 40)[0] > 0
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.soak
def test_a_long_reader_leaves_no_endless_log(path: Path) -> None:
    before, after = grow(path, 5_000)
    assert before > 64_000_000
    assert after <= 64_000_000
    assert [each.name for each in path.parent.iterdir()] == [path.name]
