"""Work that is killed at a chosen line of the code, as the power may fail between any two of them."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

from refdesk.storage import backup, files, migrate
from tests.storage import children

CODE = {
    backup.__file__: {"back_up", "restore", "_seal", "_copy_unsealed", "_keep"},
    files.__file__: {"copy_database", "copy_aside", "move_into_place", "put_if_missing", "sync_folder", "remove"},
    migrate.__file__: {"bring_up_to_date", "_keep_copy", "run_steps"},
}
"""The functions that write files, by the file they stand in."""


def lines_of(work: Callable[[], object]) -> int:
    """How many lines of those functions the work runs through."""

    def count(say: children.Say) -> None:
        lines = _traced(work, at=0)
        say(lines)

    return int(children.run(count).lines[0])


def killed(work: Callable[[], object], at: int) -> children.Ended:
    """Run the work and kill it before the line of that number, counted from 1."""
    return children.run(lambda _: _traced(work, at=at))


def points(lines: int, most: int) -> Iterator[int]:
    """At most so many of the lines, spread evenly, the last ones among them."""
    step = max(1, -(-lines // most))
    yield from range(lines, 0, -step)


def leftovers(folder: Path, *expected: str) -> list[str]:
    """What lies in a folder besides what may lie there."""
    return sorted(each.name for each in folder.iterdir() if each.name not in expected)


def _traced(work: Callable[[], object], at: int) -> int:
    passed = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal passed
        if frame.f_code.co_name not in CODE.get(frame.f_code.co_filename, ()):
            return None
        if event == "line":
            passed += 1
            if passed == at:
                os.kill(os.getpid(), signal.SIGKILL)
        return trace

    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(None)
    return passed
