"""Timing: medians and 95th percentiles of repeated calls, and whole processes."""

import gc
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds that repeated calls took."""

    median: float
    p95: float

    def __str__(self) -> str:
        """In milliseconds: median / 95th percentile."""
        return f"{self.median * 1000:.2f} / {self.p95 * 1000:.2f} ms"


def timed(call: Callable[[], object], times: int) -> Timing:
    """The timing of a call repeated so many times, after one that does not count."""
    call()
    gc.collect()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        call()
        taken.append(time.perf_counter() - start)
    return timing_of(taken)


def timing_of(taken: Sequence[float]) -> Timing:
    """Median and 95th percentile of these seconds."""
    ordered = sorted(taken)
    return Timing(statistics.median(ordered), ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))])


def alternated(calls: Sequence[Callable[[], object]], times: int) -> list[Timing]:
    """The timings of several calls made in turn, so that a machine that slows down slows all of them down."""
    taken: list[list[float]] = [[] for _ in calls]
    for _ in range(times):
        for place, call in enumerate(calls):
            gc.collect()
            start = time.perf_counter()
            call()
            taken[place].append(time.perf_counter() - start)
    return [timing_of(each) for each in taken]


def process(*arguments: str) -> None:
    """Run a whole Python process to its end."""
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)


def peak_memory_mb(*arguments: str) -> float:
    """The most memory, in MB, that ``python -m`` with these arguments held, by the system's own accounts."""
    code = (
        "import resource, subprocess, sys; "
        "subprocess.run([sys.executable, '-m', *sys.argv[1:]], stdout=subprocess.DEVNULL); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], check=True, capture_output=True, text=True)
    return int(done.stdout) / (1024 if sys.platform != "darwin" else 1024 * 1024)


def machine() -> str:
    """What this ran on, without naming it."""
    import os
    import platform
    import sqlite3

    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
        f"CPython {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )
