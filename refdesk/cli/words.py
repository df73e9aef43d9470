"""Exit statuses, and words that several commands share."""

import sys
from collections.abc import Sequence
from datetime import date

DONE = 0
REFUSED = 1
USAGE = 2


def complain(what: object) -> None:
    """Say on standard error what went wrong."""
    sys.stderr.write(f"refdesk: {what}\n")


def iso(day: date | None) -> str | None:
    """A day for JSON."""
    return day.isoformat() if day else None


def columns(rows: Sequence[Sequence[str]]) -> str:
    """Rows of text in columns, the last as long as it likes."""
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]) - 1)] if rows else []
    return "\n".join(
        "  ".join([*(cell.ljust(width) for cell, width in zip(row[:-1], widths, strict=True)), row[-1]]).rstrip()
        for row in rows
    )
