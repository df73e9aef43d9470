"""What every command is given: the book, the day, the clock, and how to print."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from refdesk.cli.words import harmless
from refdesk.desktop.clock import Clock
from refdesk.desktop.paths import default_book
from refdesk.services.desk import Desk
from refdesk.services.new_day import begin_day
from refdesk.storage.book import Book


@dataclass(frozen=True, slots=True)
class Context:
    """One run of one command. ``day`` is what ``--today`` said, None when nothing was said."""

    book_path: Path | None
    day: date | None
    clock: Clock
    json: bool

    @property
    def path(self) -> Path:
        """The book's file."""
        return self.book_path or default_book()

    @property
    def today(self) -> date:
        """The day to reckon with."""
        return self.day or self.clock.now_local().date()

    @contextmanager
    def desk(self, *, fresh: bool = False) -> Iterator[Desk]:
        """The open book, made when missing.

        ``fresh`` brings the kept verdicts up to a new day first. With ``--today`` nothing is rewritten by a command
        that only reads: what does not hold on that day is reckoned in memory.
        """
        with Book.open(self.path, self.clock.now_utc) as book:
            desk = Desk(book, self.today)
            if fresh and self.day is None and not book.read_only:
                begin_day(desk)
            yield desk

    def show(self, plain: dict[str, Any], text: str) -> None:
        """Print one JSON object, or the words for a person."""
        text = harmless(text)
        if self.json:
            text = json.dumps(plain, ensure_ascii=False, indent=2)
            if _printable(text) != text:
                text = json.dumps(plain, indent=2)
        if text:
            sys.stdout.write(_printable(text) + "\n")


def _printable(text: str) -> str:
    """The text as the terminal's encoding can show it."""
    encoding = sys.stdout.encoding or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)
