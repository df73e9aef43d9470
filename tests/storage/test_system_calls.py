"""What the system is asked to do, watched and made to fail by strace where it is there and allowed to."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from refdesk.services.safekeeping import check_book
from tests.storage.desks import desk_at, text_of

ACTS = 5

TRACED = """
import sys
from datetime import date, datetime, UTC
from pathlib import Path
from refdesk.domain.errors import BookError
from refdesk.domain.person import Person
from refdesk.services.desk import Desk
from refdesk.services.people import add_person
from refdesk.storage.book import Book

with Book.open(Path(sys.argv[1]), lambda: datetime(2026, 11, 18, tzinfo=UTC)) as book:
    desk = Desk(book, date(2026, 11, 18))
    for number in range(int(sys.argv[2])):
        sys.stderr.write(f"begins {number}\\n")
        try:
            add_person(desk, Person(id=f"p{number}", name="Ana"))
        except BookError as error:
            sys.stderr.write(f"told {error}\\n")
        else:
            sys.stderr.write(f"committed {number}\\n")
"""


def can_trace() -> bool:
    """Whether system calls can be watched here: strace is there and allowed to."""
    if not shutil.which("strace"):
        return False
    return subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True, check=False).returncode == 0


def traced(path: Path, *options: str) -> str:
    """Let a process do its acts under strace; gives what it said of them."""
    command = ["strace", "-f", *options, sys.executable, "-c", TRACED, str(path), str(ACTS)]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert "Traceback" not in ended.stderr, ended.stderr
    return ended.stderr


def assert_nothing_false_is_said(path: Path, when: int) -> bool:
    """The disk fails to sync once: whatever was called committed is there. Gives whether a failure was told."""
    said = traced(path, "-o", os.devnull, f"--inject=fdatasync,fsync:error=EIO:when={when}")
    with desk_at(path) as desk:
        saved = text_of(desk)
        assert check_book(desk).ok
    committed = re.findall(r"committed (\d+)", said)
    assert all(f'"id": "p{number}"' in saved for number in committed)
    return "told The disk of" in said


if can_trace():

    def test_the_log_is_synced_between_its_last_page_and_the_end_of_the_act(path: Path, tmp_path: Path) -> None:
        trace = tmp_path / "trace"
        traced(path, "-y", "--trace=pwrite64,write,fdatasync,fsync", "-o", str(trace))
        text = trace.read_text()
        for number in range(ACTS):
            during = text[text.index(f'"begins {number}') : text.index(f'"committed {number}')]
            on_the_log = re.findall(rf"(\w+)\(\d+<{re.escape(str(path))}-wal>", during)
            assert "pwrite64" in on_the_log
            assert on_the_log[-1] == "fdatasync"

    @pytest.mark.parametrize("points", [range(2, 9, 3), pytest.param(range(1, 31), marks=pytest.mark.soak)])
    def test_a_disk_that_fails_to_sync_is_told_and_nothing_is_said_to_be_saved_that_is_not(
        path: Path, tmp_path: Path, points: range
    ) -> None:
        with desk_at(path):
            pass
        data = path.read_bytes()
        told = 0
        for when in points:
            copy = tmp_path / str(when) / path.name
            copy.parent.mkdir()
            copy.write_bytes(data)
            told += assert_nothing_false_is_said(copy, when)
        assert told > 0
