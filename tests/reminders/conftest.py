"""A book with Ana in it, and a service over it whose every surrounding is the test's."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from refdesk.domain.policy import Policy
from refdesk.domain.records import Task
from refdesk.reminders.service import ReminderService
from refdesk.services.desk import Desk
from refdesk.storage.book import Book
from refdesk.storage.facts import setting_of
from tests.reminders.fakes import FakeClock, FakeListener, FakeNotifier
from tests.storage.desks import add


@dataclass
class Bench:
    """One service in the hands of a test."""

    book: Book
    clock: FakeClock = field(default_factory=FakeClock)
    notifier: FakeNotifier = field(default_factory=FakeNotifier)
    listener: FakeListener = field(default_factory=FakeListener)
    names: bool = False

    def __post_init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        """What a new process makes."""
        self.service = ReminderService(
            self.desk_on, self.notifier, self.clock, listener=self.listener, names_allowed=lambda: self.names
        )

    def desk_on(self, day: date) -> Desk:
        return Desk(self.book, day)

    @property
    def desk(self) -> Desk:
        return self.desk_on(self.clock.now.date())

    def put(self, *records: object) -> None:
        with self.desk.act("Something written.") as act:
            for record in records:
                act.put(record)

    def set_policy(self, **fields: Any) -> None:
        self.put(setting_of(Policy(**fields)))

    def tasks(self, count: int, **fields: Any) -> None:
        """That many tasks, due today unless ``fields`` say otherwise."""
        plain = {"due": self.clock.now.date(), "person": "ana", **fields}
        self.put(*(Task(id=f"t{number}", title=f"Task {number}", **plain) for number in range(count)))

    def keys_at(self, now: datetime) -> list[str]:
        """The keys of what a look at this time sends."""
        self.clock.now = now
        before = len(self.notifier.sent)
        self.service.look()
        return [notice.key for notice in self.notifier.sent[before:]]

    def beat(self, after: timedelta = timedelta(seconds=30)) -> int:
        """How many notices a heartbeat sends, that long after the last."""
        self.clock.now += after
        before = len(self.notifier.sent)
        self.service.heartbeat()
        return len(self.notifier.sent) - before


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    clock = FakeClock()
    with Book.open(tmp_path / "data" / "book.refdesk", clock.now_utc) as book:
        made = Bench(book, clock)
        add(made.desk, "Ana Ruiz")
        yield made
