"""The program as a user has it: its own process on a virtual screen, worked by real keys, and silent on stderr."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from refdesk.app import ALREADY_OPEN, NO_DISPLAY
from refdesk.desktop import clock
from refdesk.domain.person import Person
from refdesk.domain.records import Entry
from refdesk.services.desk import Desk
from refdesk.services.people import add_person
from refdesk.storage.book import Book
from refdesk.storage.records import each
from tests.end_to_end.bus import PATIENCE
from tests.end_to_end.processes import ROOT, came_about, running, wait_until

TRIES = 4
PROGRAM = (sys.executable, "-m", "refdesk", "--book")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book in which somebody is, so that nobody is welcomed."""
    path = tmp_path / "book.refdesk"
    with Book.open(path, clock.now_utc) as opened:
        add_person(Desk(opened, clock.now_local().date()), Person(id="", name="Ana Ruiz"))
    return path


@contextmanager
def program(book: Path, *options: str) -> Iterator["subprocess.Popen[str]"]:
    """The program on a book; it ends at SIGTERM, having said nothing."""
    with running(*PROGRAM, str(book), *options, cwd=ROOT, stderr=subprocess.PIPE) as process:
        yield process
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=PATIENCE)
    assert (process.returncode, said) == (0, "")


def windows() -> list[str]:
    """The ids of the program's windows that can be seen."""
    command = ("xdotool", "search", "--onlyvisible", "--name", "^RefDesk$")
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.split()


def xdotool(*arguments: str) -> None:
    subprocess.run(["xdotool", *arguments], check=True)


def logged(book: Path) -> list[str]:
    """What was logged, by its words."""
    with Book.open(book, lambda: datetime.now(UTC)) as opened:
        return [entry.summary for entry in each(opened, Entry)]


def type_a_line() -> None:
    """Log something in the window, as soon as it is there."""
    wait_until(lambda: bool(windows()))
    xdotool("windowfocus", "--sync", windows()[0])
    xdotool("key", "ctrl+l", "ctrl+a", "type", "Coffee with Ana Ruiz: her new shop")
    xdotool("key", "Return")


@pytest.mark.usefixtures("screen")
def test_a_line_that_is_typed_is_in_the_book(book: Path) -> None:
    with program(book):
        for _ in range(TRIES):  # a screen without a window manager may lose keys while a window comes up
            type_a_line()
            if came_about(lambda: bool(logged(book)), PATIENCE / TRIES):
                break
    assert not book.with_name(f"{book.name}-wal").exists(), "it was not closed"
    assert logged(book) == ["her new shop"]


@pytest.mark.usefixtures("screen")
def test_a_book_that_is_taken_away_is_neither_written_nor_made_again(book: Path) -> None:
    kept = book.with_name("kept.refdesk")
    with program(book):
        wait_until(lambda: bool(windows()))
        book.rename(kept)
        type_a_line()
        xdotool("key", "Escape", "ctrl+2", "ctrl+3")
    assert logged(kept) == []
    assert not book.exists()


@pytest.mark.usefixtures("screen")
def test_a_second_start_brings_the_window_of_the_first(book: Path) -> None:
    with program(book, "--background") as first:
        wait_until(lambda: book.with_name(f"{book.name}.lock").exists())
        second = subprocess.run([*PROGRAM, str(book)], cwd=ROOT, capture_output=True, text=True, check=False)
        assert (second.returncode, second.stderr) == (0, f"refdesk: {ALREADY_OPEN}\n")
        wait_until(lambda: bool(windows()))
        assert first.poll() is None


def test_without_a_display_it_says_so(book: Path) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    ended = subprocess.run(
        [*PROGRAM, str(book)], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (1, "", f"refdesk: {NO_DISPLAY}\n")
