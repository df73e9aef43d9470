"""Exit statuses, and words that several commands share."""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from unicodedata import combining, east_asian_width

DONE = 0
REFUSED = 1
USAGE = 2


MOST = 999_999
"""The largest number that a command takes, as in RefDesk JSON."""


def whole_number(least: int, most: int = MOST) -> Callable[[str], int]:
    """What reads a command's argument as a whole number, from ``least`` to ``most``."""

    def read(text: str) -> int:
        if not text.isdecimal() or len(text) > len(str(most)) or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"“{text[:20]}” is no whole number from {least} to {most}")
        return int(text)

    return read


def a_day(text: str) -> date:
    """Read a command's argument as a day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no day; write it like 2026-11-22") from None


_CONTROLS = [code for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n"]
_DIRECTIONS = [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_UNSEEN = {code: f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" for code in (*_CONTROLS, *_DIRECTIONS)}


def harmless(text: str) -> str:
    """The text with what would steer a terminal, or turn the text around it, written out: names come from others."""
    return text.translate(_UNSEEN)


def complain(what: object) -> None:
    """Say on standard error what went wrong."""
    sys.stderr.write(harmless(f"refdesk: {what}\n"))


def iso(day: date | None) -> str | None:
    """A day for JSON."""
    return day.isoformat() if day else None


def columns(rows: Sequence[Sequence[str]]) -> str:
    """Rows of text in columns, each row a line, the last column as long as it likes."""
    rows = [[harmless(cell.replace("\n", " ")) for cell in row] for row in rows]
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
