"""A full disk costs the act that did not fit: what was saved before is there, nothing half written stays, all is told.

A file that may grow no further stands for a full disk everywhere; where the test may mount one, a real full disk does.
"""

import os
import re
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from refdesk.domain.errors import KnownError
from refdesk.domain.person import Person
from refdesk.services import people
from refdesk.services.desk import Desk
from refdesk.services.exports import write_out
from refdesk.services.imports.run import import_files
from refdesk.services.safekeeping import back_up, check_book, restore
from refdesk.storage import book as opening
from refdesk.storage import migrate
from refdesk.storage.migrations import SCHEMA_VERSION, STEPS
from tests.storage import children, killing
from tests.storage.desks import NOW, add, desk_at, text_of

SIZE = 2_000_000
FILL = "x" * 20_000


def mounted(folder: Path) -> bool:
    """Put a small disk of its own at a folder, if this process may."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)]
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def can_mount() -> bool:
    folder = Path(subprocess.run(["mktemp", "-d"], capture_output=True, text=True, check=True).stdout.strip())
    if not (os.geteuid() == 0 and mounted(folder)):
        folder.rmdir()
        return False
    subprocess.run(["umount", str(folder)], check=True)
    folder.rmdir()
    return True


class Limited:
    """A folder in which files may not grow beyond a size."""

    reason = "doesn't answer|file too large"

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fill(self, room: int = 50_000) -> None:
        """Leave so little room in this process."""
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))


class Disk(Limited):
    """A folder on a disk of its own that gets full."""

    reason = "is full|no space left on device"

    def fill(self, room: int = 12_000) -> None:
        """Leave so little room on the disk."""
        free = shutil.disk_usage(self.folder).free
        (self.folder / "filler").write_bytes(b"\0" * max(0, free - room))


@pytest.fixture(params=[Limited, Disk] if can_mount() else [Limited], ids=lambda kind: kind.__name__)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Limited]:
    """A folder with no room to spare once it is filled."""
    folder = tmp_path / "disk"
    folder.mkdir()
    is_disk = request.param is Disk and mounted(folder)
    yield request.param(folder)
    if is_disk:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def path(place: Limited) -> Path:
    """A book with Ana in it, in that folder."""
    path = place.folder / "book.refdesk"
    with desk_at(path) as desk:
        add(desk, "Ana Ruiz", about="kept")
    return path


def try_in_full(place: Limited, path: Path, act: Callable[[Desk], object]) -> str:
    """Do something in a process for which there is no room; gives the sentence that it comes to."""

    def work(say: children.Say) -> None:
        with desk_at(path) as desk:
            text_of(desk)
            place.fill()
            try:
                act(desk)
            except KnownError as error:
                say(f"told: {error}")
            say(len(text_of(desk)))

    before = files_in(place.folder)
    ended = children.run(work)
    (place.folder / "filler").unlink(missing_ok=True)
    assert ended.code == 0, ended.lines
    assert files_in(place.folder) == before
    return ended.lines[0]


def files_in(folder: Path) -> list[str]:
    """What lies there; SQLite keeps its log beside a book that it could not fold it into."""
    return killing.leftovers(folder, "filler", "book.refdesk-wal", "book.refdesk-shm")


def assert_untouched(path: Path, text: str) -> None:
    """The book holds what it held, is sound, and can be written again once there is room."""
    with desk_at(path) as desk:
        assert text_of(desk) == text
        assert check_book(desk).ok
        add(desk, "Zoe Quux")


@pytest.fixture
def text(path: Path) -> str:
    """What the book says while there is room."""
    with desk_at(path) as desk:
        return text_of(desk)


def test_an_edit_that_does_not_fit_is_told_and_undone(place: Limited, path: Path, text: str) -> None:
    person = Person(id="bo", name="Bo Li", about=FILL)
    sentence = try_in_full(place, path, lambda desk: people.add_person(desk, person))
    assert re.search(place.reason, sentence)
    assert "Your last saved work is safe." in sentence
    assert_untouched(path, text)


def test_acts_go_on_until_the_disk_is_full_and_all_of_them_stay(place: Limited, path: Path) -> None:
    def work(say: children.Say) -> None:
        with desk_at(path) as desk:
            place.fill(400_000)
            try:
                for number in range(10_000):
                    say(add(desk, f"P{number} Day"))
            except KnownError as error:
                say(error)

    ended = children.run(work)
    (place.folder / "filler").unlink(missing_ok=True)
    assert ended.code == 0, ended.lines[-1:]
    assert "Your last saved work is safe." in ended.lines[-1]
    assert len(ended.lines) > 3
    with desk_at(path) as desk:
        saved = text_of(desk)
        assert all(f'"id": "{id_}"' in saved for id_ in ended.lines[:-1])
        assert saved.count('"id": "p') == len(ended.lines) - 1
        assert check_book(desk).ok


def test_an_import_that_does_not_fit_leaves_nothing(place: Limited, path: Path, text: str, tmp_path: Path) -> None:
    file = tmp_path / "people.vcf"
    file.write_text("".join(f"BEGIN:VCARD\nVERSION:3.0\nFN:Person {n}\nUID:{n}\nEND:VCARD\n" for n in range(2_000)))
    sentence = try_in_full(place, path, lambda desk: import_files(desk, [file]))
    assert re.search(place.reason, sentence)
    assert_untouched(path, text)


def test_a_backup_that_does_not_fit_leaves_nothing(place: Limited, path: Path, text: str) -> None:
    target = place.folder / "my.backup"
    sentence = try_in_full(place, path, lambda desk: back_up(desk, target))
    assert str(target) in sentence
    assert re.search(place.reason, sentence)
    assert_untouched(path, text)


def test_an_export_that_does_not_fit_leaves_what_was_there(place: Limited, path: Path, text: str) -> None:
    target = place.folder / "people.json"
    target.write_bytes(b"an earlier export")
    sentence = try_in_full(place, path, lambda _: write_out(target, FILL.encode() * 100))
    assert sentence.startswith(f"told: {target} can't be written: ")
    assert re.search(place.reason, sentence)
    assert target.read_bytes() == b"an earlier export"
    assert_untouched(path, text)


def test_a_restore_that_does_not_fit_leaves_the_book(place: Limited, path: Path, text: str, tmp_path: Path) -> None:
    with desk_at(path) as desk:
        made = back_up(desk, tmp_path / "my.backup")

    def work(say: children.Say) -> None:
        place.fill()
        try:
            restore(path, made.path, NOW)
        except KnownError as error:
            say(error)

    ended = children.run(work)
    (place.folder / "filler").unlink(missing_ok=True)
    assert ended.code == 0, ended.lines
    assert re.search(place.reason, ended.lines[0])
    assert files_in(place.folder) == [path.name]
    assert_untouched(path, text)


def test_a_new_book_that_does_not_fit_is_not_there(place: Limited) -> None:
    path = place.folder / "new" / "book.refdesk"

    def work(say: children.Say) -> None:
        place.fill()
        try:
            with desk_at(path):
                say("made")
        except KnownError as error:
            say(error)

    ended = children.run(work)
    (place.folder / "filler").unlink(missing_ok=True)
    assert ended.code == 0, ended.lines
    assert re.search(place.reason, ended.lines[0])
    assert files_in(path.parent) == []


def test_a_migration_that_does_not_fit_leaves_the_old_form(
    place: Limited, path: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def work(say: children.Say) -> None:
        for module in (migrate, opening):
            monkeypatch.setattr(module, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
        monkeypatch.setattr(migrate, "STEPS", (*STEPS, "ALTER TABLE task ADD COLUMN mood TEXT;"))
        place.fill()
        try:
            with desk_at(path):
                say("made")
        except KnownError as error:
            say(error)

    ended = children.run(work)
    (place.folder / "filler").unlink(missing_ok=True)
    assert ended.code == 0, ended.lines
    assert re.search(place.reason, ended.lines[0])
    assert files_in(place.folder) == [path.name]
    assert_untouched(path, text)
