"""The program as its user runs it: the command line, in this process or in one of its own."""

import io
import json
import sys
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
