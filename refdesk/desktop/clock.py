"""The clock: the only place that reads it. Everybody else is handed ``now`` or ``today``."""

from datetime import UTC, date, datetime
from typing import Protocol


def now_utc() -> datetime:
    """The present instant, in UTC, for what is stored as an instant."""
    return datetime.now(UTC)


def now_local() -> datetime:
    """The local wall-clock time without a zone, for days, due moments and what people say of time."""
    return datetime.now(UTC).astimezone().replace(tzinfo=None)


class Clock(Protocol):
    """What this module gives, and whatever a test puts in its place."""

    def now_utc(self) -> datetime:
        """The present instant, in UTC."""

    def now_local(self) -> datetime:
        """The local wall-clock time."""


class ClockOn:
    """A clock on a day that stands in for its own, such as ``--today`` names; the time of day stays the clock's."""

    def __init__(self, clock: Clock, day: date | None) -> None:
        """Without a day it is the clock itself."""
        self._clock = clock
        self._day = day

    def now_utc(self) -> datetime:
        """The present instant, in UTC."""
        return self._clock.now_utc()

    def now_local(self) -> datetime:
        """The local wall-clock time."""
        now = self._clock.now_local()
        return datetime.combine(self._day, now.time()) if self._day else now
