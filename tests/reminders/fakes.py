"""A clock that stands still until it is set, a notifier that keeps what it is sent, and a listener that writes down."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from refdesk.reminders.ports import Answered, Listener, Notice
from refdesk.storage.writing import Changes

MORNING = datetime(2026, 11, 18, 8, 30)
"""A Wednesday's."""


class FakeClock:
    """Wall-clock time in a zone that is ``ahead`` of UTC."""

    def __init__(self, now: datetime = MORNING, ahead: timedelta = timedelta(0)) -> None:
        self.now = now
        self.ahead = ahead

    def now_local(self) -> datetime:
        return self.now

    def now_utc(self) -> datetime:
        return (self.now - self.ahead).replace(tzinfo=UTC)


class FakeNotifier:
    """Shows everything, unless told not to."""

    answered: Answered

    def __init__(self) -> None:
        self.sent: list[Notice] = []
        self.tries = 0
        self.works = True
        self.incoming: list[tuple[str, str]] = []
        self.before_showing: Callable[[], None] = lambda: None

    @property
    def capabilities(self) -> frozenset[str]:
        return frozenset(("actions", "body"))

    def send(self, notice: Notice) -> bool:
        self.tries += 1
        self.before_showing()
        if self.works:
            self.sent.append(notice)
        return self.works

    def process_incoming(self) -> None:
        coming, self.incoming = self.incoming, []
        for key, action in coming:
            self.answered(key, action)

    def close(self) -> None:
        """Nothing is held."""


class FakeListener(Listener):
    """Writes down what it is told."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, object]] = []

    def opened(self, key: str) -> None:
        self.heard.append(("opened", key))

    def changed(self, changes: Changes) -> None:
        self.heard.append(("changed", changes.others))

    def new_day(self, day: date) -> None:
        self.heard.append(("new_day", day))

    def backed_up(self, made_at: datetime) -> None:
        self.heard.append(("backed_up", made_at))

    def failed(self, sentence: str) -> None:
        self.heard.append(("failed", sentence))

    def of(self, what: str) -> list[object]:
        return [detail for name, detail in self.heard if name == what]
