"""Putting a backup back: the present book is kept whatever its state, and a crash at any point loses neither."""

import shutil
import signal
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from refdesk.domain.errors import BookError
from refdesk.services.desk import Desk
from refdesk.services.safekeeping import back_up, check_book, restore
from refdesk.storage.backup import row_digest, verify
from tests.storage import killing
from tests.storage.desks import NOW, add, desk_at, text_of
from tests.storage.random_books import fill

KEPT = "book.before-restore-20261118T090000Z.refdesk"


@pytest.fixture
def backup(path: Path, tmp_path: Path) -> Path:
    """A backup of a filled book, which has gone on since by one person, Zoe."""
    with desk_at(path) as desk:
        fill(desk, 21)
        made = back_up(desk, tmp_path / "my.backup")
        add(desk, "Zoe Quux")
    return made.path


def has_zoe(path: Path) -> bool:
    with desk_at(path) as desk:
        return '"zoe"' in text_of(desk)


def digest_of(path: Path) -> str:
    connection = sqlite3.connect(path)
    try:
        return row_digest(connection, "")
    finally:
        connection.close()


def test_a_restored_book_is_the_backed_up_one(path: Path, backup: Path) -> None:
    before = digest_of(backup)
    kept = restore(path, backup, NOW)
    assert kept == path.with_name(KEPT)
    assert has_zoe(kept)
    assert not has_zoe(path)
    assert digest_of(path) == before
    assert verify(backup) == NOW
    assert killing.leftovers(path.parent, path.name, KEPT) == []
    with desk_at(path) as desk:
        assert check_book(desk).ok
        add(desk, "Cy Day")


def test_a_book_is_restored_where_there_was_none(tmp_path: Path, backup: Path) -> None:
    new = tmp_path / "new" / "machine" / "book.refdesk"
    assert restore(new, backup, NOW) is None
    assert killing.leftovers(new.parent) == [new.name]
    assert not has_zoe(new)


@pytest.mark.parametrize("count", [8, pytest.param(30, marks=pytest.mark.soak)])
def test_every_backup_comes_back_as_it_was(tmp_path: Path, count: int) -> None:
    source, target = tmp_path / "source.refdesk", tmp_path / "target.refdesk"
    for number in range(count):
        with desk_at(source) as desk:
            add(desk, f"P{number} Day")
            made = back_up(desk, tmp_path / "my.backup")
            text = text_of(desk)
        restore(target, made.path, NOW.replace(minute=number))
        with desk_at(target) as desk:
            assert text_of(desk) == text


def test_an_open_book_is_not_replaced(path: Path, backup: Path) -> None:
    """Whoever has it open would go on writing to a file that nobody finds again."""
    with desk_at(path) as desk:
        with pytest.raises(BookError, match="is open in another RefDesk"):
            restore(path, backup, NOW)
        add(desk, "Cy Day")
    assert has_zoe(path)
    assert killing.leftovers(path.parent) == [path.name]
    restore(path, backup, NOW)
    assert not has_zoe(path)


def test_what_was_kept_before_is_never_overwritten(path: Path, backup: Path) -> None:
    restore(path, backup, NOW)
    with pytest.raises(BookError, match="There is something at"):
        restore(path, backup, NOW)
    assert has_zoe(path.with_name(KEPT))


def test_a_restore_reaches_the_book_through_a_link(path: Path, backup: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.refdesk"
    link.symlink_to(path)
    restore(link, backup, NOW)
    assert link.is_symlink()
    assert not has_zoe(path)


def test_the_log_of_a_crashed_book_is_kept_too(path: Path, backup: Path, tmp_path: Path) -> None:
    crashed = tmp_path / "crashed" / path.name
    with desk_at(path) as desk:
        add(desk, "Cy Day")
        shutil.copytree(path.parent, crashed.parent)
    kept = restore(crashed, backup, NOW)
    assert kept
    with desk_at(kept) as desk:
        assert desk.person("cy")


def test_a_damaged_book_is_kept_with_its_log(path: Path, backup: Path) -> None:
    log = path.with_name(path.name + "-wal")
    path.write_bytes(b"?" * 5000)
    log.write_bytes(b"what was in the log")
    restore(path, backup, NOW)
    assert path.with_name(KEPT).read_bytes() == b"?" * 5000
    assert path.with_name(KEPT + "-wal").read_bytes() == b"what was in the log"
    assert not log.exists()
    assert not has_zoe(path)


@pytest.mark.parametrize("spoil", [b"?" * 5000, None])
def test_a_file_system_without_links_will_do(
    path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch, spoil: bytes | None
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", refuse)
    if spoil:
        path.write_bytes(spoil)
    before = path.read_bytes()
    restore(path, backup, NOW)
    assert same(path.with_name(KEPT), before)
    with desk_at(path.with_name("new.refdesk")) as desk:
        assert add(desk, "Ana") == "ana"
    assert killing.leftovers(path.parent) == [KEPT, path.name, "new.refdesk"]


def test_a_restore_that_cannot_be_written_leaves_the_book(
    path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("refdesk.storage.backup.move_into_place", full)
    with pytest.raises(BookError, match=r"can't be put in place: no space left on device\."):
        restore(path, backup, NOW)
    assert has_zoe(path)
    assert killing.leftovers(path.parent) == [KEPT, path.name]


def intact(path: Path) -> None:
    """The book as it was left."""


def damaged(path: Path) -> None:
    path.write_bytes(b"?" * 5000)


def try_killing(folder: Path, path: Path, backup: Path, spoil: Callable[[Path], None], most: int) -> None:
    """Kill a restore at so many lines: each time the book that was is there still, and a second try succeeds."""
    spoil(path)
    before = path.read_bytes()

    def copy_of(number: int) -> Path:
        copy = folder / str(number) / path.name
        copy.parent.mkdir()
        copy.write_bytes(before)
        return copy

    whole = copy_of(0)
    lines = killing.lines_of(lambda: restore(whole, backup, NOW))
    assert lines > 30
    for point in killing.points(lines, most):
        book = copy_of(point)
        assert killing.killed(lambda book=book: restore(book, backup, NOW), point).code == -signal.SIGKILL
        kept = book.with_name(KEPT)
        assert any(each.exists() and same(each, before) for each in (book, kept)), point
        restore(book, backup, NOW.replace(hour=10))
        assert not has_zoe(book)


def same(path: Path, before: bytes) -> bool:
    """Whether a file holds what the book held: of a copy by SQLite the first page may say otherwise how it was made."""
    return path.read_bytes()[4096:] == before[4096:] and len(path.read_bytes()) == len(before)


@pytest.mark.parametrize("spoil", [intact, damaged])
def test_a_restore_killed_at_any_point_loses_nothing(
    tmp_path: Path, path: Path, backup: Path, spoil: Callable[[Path], None]
) -> None:
    try_killing(tmp_path, path, backup, spoil, most=12)


@pytest.mark.soak
@pytest.mark.parametrize("spoil", [intact, damaged])
def test_a_restore_killed_at_every_line_loses_nothing(
    tmp_path: Path, path: Path, backup: Path, spoil: Callable[[Path], None]
) -> None:
    try_killing(tmp_path, path, backup, spoil, most=10_000)


@pytest.mark.parametrize("most", [10, pytest.param(10_000, marks=pytest.mark.soak)])
def test_a_backup_killed_at_any_point_is_there_whole_or_not_at_all(desk: Desk, tmp_path: Path, most: int) -> None:
    fill(desk, 22)
    target = tmp_path / "backups" / "my.backup"
    lines = killing.lines_of(lambda: back_up(desk, tmp_path / "first.backup"))
    for point in killing.points(lines, most):
        assert killing.killed(lambda: back_up_afresh(desk.book.path, target), point).code == -signal.SIGKILL
        assert not target.exists() or verify(target) == NOW
        target.unlink(missing_ok=True)
    assert back_up(desk, target).path.exists()


def back_up_afresh(path: Path, target: Path) -> None:
    """Open the book anew in a child: no connection of the parent may be used there."""
    with desk_at(path) as desk:
        back_up(desk, target)
