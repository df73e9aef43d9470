"""The window on a large book: how soon it is there, how fast it follows, what it holds, and what it costs idle."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks import books
from benchmarks.measure import Timing, timing_of
from refdesk.domain.records import Task
from refdesk.services.desk import Desk
from refdesk.services.tasks import add_task
from refdesk.storage.book import Book

FRAME = 1 / 60
"""Seconds of one frame of a usual screen."""

STARTS = 7
IDLE_SECONDS = 600
_ACTS = {
    "open_ready": "opening Ready to ask",
    "search": "one letter in the search",
    "log": "logging one entry until the lists show it",
    "scroll": "one step of scrolling the contacts from end to end",
}


def report(folder: Path, people: int, idle_seconds: int = IDLE_SECONDS) -> Iterator[str]:
    """The lines of the report, each as soon as it is there."""
    book = folder / f"window-{people}.refdesk"
    books.build(book, people)
    _fill_today(book)
    environment = _own_home(folder)
    yield from _starts(book, people, environment)
    yield from _acts(book, people, environment)
    yield _idle(book, idle_seconds, environment)


def _fill_today(path: Path) -> None:
    """A day's work: twenty tasks that are due."""
    with Book.open(path, books.now) as book:
        for number in range(20):
            task = Task(id=f"t{number}", title=f"Call p{number}", person=f"p{number}", due=books.TODAY)
            add_task(Desk(book, books.TODAY), task)


def _starts(book: Path, people: int, environment: dict[str, str]) -> Iterator[str]:
    floor: list[tuple[float, float]] = []
    ours: list[tuple[float, float]] = []
    for _ in range(STARTS + 1):
        floor.append(_started("empty", environment))
        ours.append(_started(str(book), environment))
    starts, floors = (timing_of([seconds for seconds, _ in each[1:]]) for each in (ours, floor))
    held, least = (statistics.median(memory for _, memory in each) for each in (ours, floor))
    ratio = starts.median / floors.median
    yield f"{people:7d} people: start to first painted Today: {starts} ({ratio:.2f} x an empty window, {floors})"
    yield f"{people:7d} people: memory: {held:.0f} MB ({held / least:.2f} x an empty window, {least:.0f} MB)"


def _acts(book: Path, people: int, environment: dict[str, str]) -> Iterator[str]:
    done = _run("benchmarks.acting", str(book), environment=environment)
    seconds: dict[str, list[float]] = json.loads(done.splitlines()[-1])
    paint = timing_of(seconds["paint"])
    for act, words in _ACTS.items():
        timing = timing_of(seconds[act])
        ratio = timing.median / paint.median
        yield f"{people:7d} people: {words}: {timing} ({_frames(timing)}; {ratio:.1f} x painting the window, {paint})"


def _frames(timing: Timing) -> str:
    return f"{timing.median / FRAME:.1f} / {timing.p95 / FRAME:.1f} frames"


def _idle(book: Path, seconds: int, environment: dict[str, str]) -> str:
    """The processor time and the growth of a program whose window is closed."""
    command = [sys.executable, "-m", "refdesk", "--book", str(book), "--today", books.TODAY.isoformat(), "--background"]
    process = subprocess.Popen(command, env=environment)
    try:
        time.sleep(20)  # the day's backup, and what Python and Qt do at first
        before, held = _used(process.pid), _resident_mb(process.pid)
        time.sleep(seconds)
        share = (_used(process.pid) - before) / seconds
        grown = _resident_mb(process.pid) - held
    finally:
        process.terminate()
        process.wait()
    return f"idle for {seconds} s, window closed: {share:.3%} of one core, {held:.0f} MB held, grown by {grown:.1f} MB"


def _started(what: str, environment: dict[str, str]) -> tuple[float, float]:
    """Seconds until a window of this kind has said that it is painted, and the MB that it holds then."""
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.painted", what], stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        line = next(line for line in process.stdout if line.startswith("painted"))
        taken = time.perf_counter() - start
    return taken, float(line.split()[1])


def _run(module: str, *arguments: str, environment: dict[str, str]) -> str:
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout


def _own_home(folder: Path) -> dict[str, str]:
    """An environment without a screen, a bus and the user's own choices.

    It has its bytecode, as an installed program has: the first start, which does not count, writes it.
    """
    home = folder / "home"
    home.mkdir(exist_ok=True)
    folders = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"), str(home))
    foreign = ("DBUS_SESSION_BUS_ADDRESS", "PYTHONDONTWRITEBYTECODE")
    kept = {name: value for name, value in os.environ.items() if name not in foreign}
    own = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    return {**kept, **folders, **own}


def _used(pid: int) -> float:
    """Seconds of processor time that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _resident_mb(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024
