"""What is said to be saved is on the disk by then, in an order in which a power cut leaves old or new, no mixture."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from refdesk.domain.records import Task
from refdesk.services import tasks
from refdesk.services.desk import Desk
from refdesk.services.exports import write_out
from refdesk.services.safekeeping import back_up, restore
from refdesk.storage import check
from refdesk.storage import migrate as migrating
from refdesk.storage.book import Book
from tests.storage.desks import NOW, TODAY, add, desk_at, log, now, text_of, titles

PAGE = 4096


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[str, str]]:
    """The calls that make files durable or visible, in their order, each with the name of its file."""
    made: list[tuple[str, str]] = []

    def note(name: str, module: object, which: Callable[..., object]) -> None:
        original = getattr(module, name)

        def noted(*arguments: object, **more: object) -> object:
            result = original(*arguments, **more)
            made.append((name, str(which(*arguments))))
            return result

        monkeypatch.setattr(module, name, noted)

    def name_of(descriptor: int) -> str:
        inode = os.fstat(descriptor).st_ino
        return next(each.name for each in (tmp_path, *tmp_path.rglob("*")) if each.stat().st_ino == inode)

    note("fsync", os, name_of)
    note("replace", Path, lambda _, target: Path(target).name)
    note("link", os, lambda _, target: Path(target).name)
    return made


def order_of(calls: list[tuple[str, str]], name: str, folder: str) -> list[str]:
    """How one file came to be there: its own calls and those on its folder, without the names of what was partial."""
    return [
        "sync it" if call == "fsync" and on.endswith(".partial") else f"{call} {'it' if on == name else 'folder'}"
        for call, on in calls
        if on in (name, folder) or on.endswith(".partial")
    ]


def test_an_export_is_synced_before_it_is_seen_and_its_folder_after(
    tmp_path: Path, calls: list[tuple[str, str]]
) -> None:
    write_out(tmp_path / "people.csv", b"Name\n")
    assert order_of(calls, "people.csv", tmp_path.name) == ["sync it", "replace it", "fsync folder"]


def test_a_backup_is_synced_before_it_is_seen_and_its_folder_after(desk: Desk, calls: list[tuple[str, str]]) -> None:
    made = back_up(desk)
    assert order_of(calls, made.path.name, made.path.parent.name) == ["sync it", "replace it", "fsync folder"]


def test_a_new_book_is_on_the_disk_before_it_is_used(path: Path, calls: list[tuple[str, str]]) -> None:
    Book.open(path, now).close()
    assert order_of(calls, path.name, path.parent.name) == ["link it", "fsync folder"]


def test_the_present_book_is_kept_for_good_before_another_takes_its_place(
    path: Path, calls: list[tuple[str, str]], tmp_path: Path
) -> None:
    with desk_at(path) as desk:
        made = back_up(desk, tmp_path / "my.backup")
    calls.clear()
    kept = restore(path, made.path, NOW)
    assert kept
    names = [(call, on if not on.endswith(".partial") else "partial") for call, on in calls]
    folder = ("fsync", path.parent.name)
    kept_first = [("fsync", "partial"), ("replace", kept.name), folder]
    assert names == [*kept_first, ("fsync", "partial"), ("replace", path.name), folder]


def test_a_copy_is_kept_for_good_before_a_migration(
    path: Path, calls: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    Book.open(path, now).close()
    calls.clear()
    steps = (*migrating.STEPS, "ALTER TABLE task ADD COLUMN mood TEXT;")
    monkeypatch.setattr(migrating, "SCHEMA_VERSION", len(steps))
    monkeypatch.setattr(migrating, "STEPS", steps)

    def step(*_: object) -> None:
        calls.append(("step", ""))

    monkeypatch.setattr(migrating, "run_steps", step)
    Book.open(path, now).close()
    assert [call for call, _ in calls] == ["fsync", "replace", "fsync", "step"]


def test_every_commit_waits_for_the_disk(desk: Desk) -> None:
    """Write-ahead log, synced at every commit: SQLite's FULL is 2."""
    assert desk.book.value("PRAGMA journal_mode") == "wal"
    assert desk.book.value("PRAGMA synchronous") == 2


def write_some(desk: Desk, acts: int) -> None:
    add(desk, "Ana Ruiz")
    for number in range(acts - 1):
        if number % 3:
            log(desk, "ana", days=number, summary=f"about matter {number}")
        else:
            tasks.add_task(desk, Task(id=f"t{number}", title=f"Task {number}", person="ana", due=TODAY))


def try_cutting_the_log(path: Path, tmp_path: Path, acts: int, points: int) -> None:
    """The power fails: of the log only so many pages are there. What opens is a beginning of what was done."""
    with desk_at(path) as desk:
        write_some(desk, acts)
        whole = titles(desk.book)
        text = text_of(desk)
        data, log_data = path.read_bytes(), path.with_name(f"{path.name}-wal").read_bytes()
    step = max(1, len(log_data) // PAGE // points)
    seen = []
    for pages in range(0, len(log_data) // PAGE + 2, step):
        cut = tmp_path / str(pages) / path.name
        cut.parent.mkdir()
        cut.write_bytes(data)
        cut.with_name(f"{cut.name}-wal").write_bytes(log_data[: pages * PAGE])
        with desk_at(cut) as desk:
            seen.append(titles(desk.book))
            assert seen[-1] == whole[: len(seen[-1])]
            assert desk.book.value("PRAGMA integrity_check") == "ok"
            if pages % 5 == 0:
                assert list(check.problems(desk.book)) == []
    assert [len(each) for each in seen] == sorted(len(each) for each in seen)
    assert seen[0] == []
    assert len({len(each) for each in seen}) > min(acts, points) // 3
    with desk_at(path) as desk:
        assert text_of(desk) == text


def test_a_log_cut_anywhere_opens_with_a_beginning_of_the_acts(path: Path, tmp_path: Path) -> None:
    try_cutting_the_log(path, tmp_path, acts=12, points=40)


@pytest.mark.soak
def test_a_log_cut_at_every_page_opens_with_a_beginning_of_the_acts(path: Path, tmp_path: Path) -> None:
    try_cutting_the_log(path, tmp_path, acts=30, points=10_000)


def test_a_log_with_a_torn_page_opens_with_a_beginning_of_the_acts(path: Path, tmp_path: Path) -> None:
    with desk_at(path) as desk:
        write_some(desk, 8)
        whole = titles(desk.book)
        data, log_data = path.read_bytes(), path.with_name(f"{path.name}-wal").read_bytes()
    for number, length in enumerate(range(1_000, len(log_data), len(log_data) // 15)):
        torn = tmp_path / str(number) / path.name
        torn.parent.mkdir()
        torn.write_bytes(data)
        torn.with_name(f"{torn.name}-wal").write_bytes(log_data[:length] + b"\0" * 700 + log_data[length + 700 :])
        with desk_at(torn) as desk:
            assert titles(desk.book) == whole[: len(titles(desk.book))]
            assert list(check.problems(desk.book)) == []
