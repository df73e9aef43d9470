"""Nobody but its user can read what the program writes, whatever the process allows by default."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from refdesk.services.exports import export_bytes, write_out
from refdesk.services.safekeeping import back_up, backups_beside, restore
from tests.storage.desks import NOW, add, desk_at


@pytest.fixture(params=[0o000, 0o022, 0o077], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    """What new files are denied by default."""
    before = os.umask(request.param)
    yield
    os.umask(before)


def modes(folder: Path) -> dict[str, int]:
    return {each.name: stat.S_IMODE(each.stat().st_mode) for each in (folder, *folder.rglob("*"))}


@pytest.mark.usefixtures("umask")
def test_the_book_and_its_logs_are_private(path: Path) -> None:
    with desk_at(path) as desk:
        add(desk, "Ana")
        private = {path.name: 0o600, f"{path.name}-wal": 0o600, f"{path.name}-shm": 0o600}
        assert modes(path.parent) == {"data": 0o700, **private}


@pytest.mark.usefixtures("umask")
def test_backups_are_private(path: Path) -> None:
    with desk_at(path) as desk:
        made = back_up(desk)
    folder = backups_beside(path)
    assert modes(folder) == {folder.name: 0o700, made.path.name: 0o600}


@pytest.mark.usefixtures("umask")
def test_what_a_restore_leaves_is_private(path: Path) -> None:
    with desk_at(path) as desk:
        made = back_up(desk)
    kept = restore(path, made.path, NOW)
    assert kept
    assert {stat.S_IMODE(each.stat().st_mode) for each in (path, kept)} == {0o600}
    with desk_at(path) as desk:
        add(desk, "Ana")
        assert stat.S_IMODE(path.with_name(f"{path.name}-wal").stat().st_mode) == 0o600


@pytest.mark.usefixtures("umask")
def test_exports_are_private_also_in_place_of_an_open_file(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "people.vcf"
    target.touch(mode=0o644)
    with desk_at(path) as desk:
        add(desk, "Ana")
        write_out(target, export_bytes(desk, "vcard"))
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert b"Ana" in target.read_bytes()
