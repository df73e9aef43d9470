"""Processes that a test starts, waits for and ends: the program that reminds, a screen, a notification daemon."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from refdesk.services.desk import Desk
from refdesk.storage.book import Book
from tests.end_to_end.bus import PATIENCE

ROOT = Path(__file__).parent.parent.parent
MORNING = datetime(2026, 11, 18, 8, 30)


def wait_until(holds: Callable[[], bool]) -> None:
    """Return once it holds; fail when it does not within patience."""
    assert came_about(holds, PATIENCE), "it did not come about"


def came_about(holds: Callable[[], bool], within: float) -> bool:
    """Whether it holds within so many seconds."""
    end = time.monotonic() + within
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


@contextmanager
def running(*command: str, **options: object) -> Iterator[subprocess.Popen[str]]:
    """A process for as long as the block lasts."""
    process = subprocess.Popen(command, text=True, **options)  # type: ignore[call-overload]
    try:
        yield process
    finally:
        process.kill()
        process.wait(PATIENCE)
        for stream in (process.stdout, process.stderr):
            if stream:
                stream.close()


@contextmanager
def virtual_screen() -> Iterator[str]:
    """The display of a virtual screen, on whatever number is free."""
    reading, writing = os.pipe()
    command = ("Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24", "-nolisten", "tcp")
    with running(*command, pass_fds=(writing,), stderr=subprocess.DEVNULL):
        os.close(writing)
        with os.fdopen(reading) as said:
            yield f":{said.readline().strip()}"


class Program:
    """A program that reminds, over one book and one clock; started, stopped and started again as a test likes."""

    def __init__(self, folder: Path, module: str = "tests.end_to_end.program") -> None:
        self.module = module
        self.book = folder / "book.refdesk"
        self.clock = folder / "clock"
        self.set_clock(MORNING)

    def set_clock(self, now: datetime) -> None:
        """Move the clock, in one step as clocks do."""
        written = self.clock.with_suffix(".new")
        written.write_text(now.isoformat())
        written.replace(self.clock)

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """The same book, as another process has it."""
        with Book.open(self.book, lambda: MORNING.replace(tzinfo=UTC)) as book:
            yield Desk(book, MORNING.date())

    @contextmanager
    def started(self) -> Iterator["Running"]:
        """One run of it, on the session bus that the environment names."""
        command = (sys.executable, "-m", self.module, str(self.book), str(self.clock))
        with running(*command, cwd=ROOT, stdout=subprocess.PIPE, env=dict(os.environ)) as process:
            yield Running(self, process)


class Running:
    """A run of the program."""

    def __init__(self, program: Program, process: "subprocess.Popen[str]") -> None:
        self.program = program
        self.process = process

    def look_at(self, now: datetime) -> None:
        """Set the clock, and return when the program has looked by it."""
        self.program.set_clock(now)
        self.wait_for_look(now)

    def wait_for_look(self, now: datetime) -> None:
        """Return when it has looked by that time."""
        assert self.process.stdout
        for line in self.process.stdout:
            if line.strip() == f"looked {now}":
                return
        raise AssertionError("the program ended")

    def signal(self, number: int) -> None:
        """Stop it, let it go on, or kill it."""
        self.process.send_signal(number)
