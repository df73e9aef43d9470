"""Exit statuses, and words that several commands share."""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from unicodedata import combining, east_asian_width

DONE = 0
REFUSED = 1
USAGE = 2


def whole_number(least: int) -> Callable[[str], int]:
    """What reads a command's argument as a whole number, from ``least``."""

    def read(text: str) -> int:
        if not text.isdecimal() or int(text) < least:
            raise argparse.ArgumentTypeError(f"“{text}” is no whole number from {least}")
        return int(text)

    return read


def complain(what: object) -> None:
    """Say on standard error what went wrong."""
    sys.stderr.write(f"refdesk: {what}\n")


def iso(day: date | None) -> str | None:
    """A day for JSON."""
    return day.isoformat() if day else None


def columns(rows: Sequence[Sequence[str]]) -> str:
    """Rows of text in columns, the last as long as it likes."""
    widths = [max(_width(row[place]) for row in rows) for place in range(len(rows[0]) - 1)] if rows else []
    return "\n".join(
        "  ".join([*(_padded(cell, width) for cell, width in zip(row[:-1], widths, strict=True)), row[-1]]).rstrip()
        for row in rows
    )


def _width(text: str) -> int:
    """How many cells of a terminal a text takes: two for a wide character, none for a combining mark."""
    return sum(2 if east_asian_width(char) in "WF" else 0 if combining(char) else 1 for char in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))
