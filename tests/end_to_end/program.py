"""A process that reminds: the service over a book and the session bus, by a clock that a test sets in a file.

Run as ``python -m tests.end_to_end.program BOOK CLOCK``; says ``looked TIME`` once after each look at a new time.
"""

import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from refdesk.desktop.notify import system_notifier
from refdesk.reminders.service import BEAT, ReminderService
from refdesk.services.desk import Desk
from refdesk.storage.book import Book


class FileClock:
    """What the file says, in local time, in a zone that is UTC."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def now_local(self) -> datetime:
        return datetime.fromisoformat(self.path.read_text())

    def now_utc(self) -> datetime:
        return self.now_local().replace(tzinfo=UTC)


def main(book_path: Path, clock_path: Path) -> None:
    """Beat twenty times a second until ended."""
    clock, notifier, said = FileClock(clock_path), system_notifier(), ""
    with Book.open(book_path, clock.now_utc) as book:
        service = ReminderService(lambda day: Desk(book, day), notifier, clock, names_allowed=lambda: True)
        while True:
            now = f"looked {clock.now_local()}"
            if service.heartbeat() == BEAT and now != said:
                said = now
                sys.stdout.write(f"{said}\n")
                sys.stdout.flush()
            time.sleep(0.05)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
