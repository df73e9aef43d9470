"""The program as its user runs it: the command line, in this process or in one of its own."""

import io
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

from refdesk.cli.main import main


@dataclass(frozen=True)
class Ran:
    """How one command ended and what it said."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        """The one object it printed."""
        return json.loads(self.out)


def refdesk(*arguments: object, book: Path, day: date | None = None) -> Ran:
    """Run one command in this process on a book, on a day."""
    words = ["--book", str(book), *(["--today", day.isoformat()] if day else []), *map(str, arguments)]
    written = io.BytesIO()
    out, err = io.TextIOWrapper(written, "utf-8"), io.StringIO()
    with patch.object(sys, "stdout", out), patch.object(sys, "stderr", err):
        try:
            code = main(words)
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        out.flush()
    return Ran(code, written.getvalue().decode(), err.getvalue())


@dataclass(frozen=True)
class Ended:
    """How a process of its own ended, what it said, and what it took: seconds of the processor, megabytes at most."""

    code: int
    out: str
    err: str
    seconds: float
    megabytes: float


def process(
    *arguments: object, book: Path, patience: float = 60, program: Sequence[str] = ("-m", "refdesk"), **popen: Any
) -> Ended:
    """Run the program as a process of its own."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        words = [sys.executable, *program, "--book", str(book), *map(str, arguments)]
        child = subprocess.Popen(words, **{"stdin": subprocess.DEVNULL, "stdout": out, "stderr": err, **popen})
        timer = threading.Timer(patience, child.kill)
        timer.start()
        _, status, used = os.wait4(child.pid, 0)
        timer.cancel()
        child.returncode = os.waitstatus_to_exitcode(status)
        said = [os.pread(stream.fileno(), 100_000_000, 0).decode(errors="replace") for stream in (out, err)]
    return Ended(child.returncode, said[0], said[1], used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
