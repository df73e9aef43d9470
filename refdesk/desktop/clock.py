"""The clock: the only place that reads it. Everybody else is handed ``now`` or ``today``."""

from datetime import UTC, date, datetime


def now_utc() -> datetime:
    """The present instant, in UTC, for what is stored as an instant."""
    return datetime.now(UTC)


def now_local() -> datetime:
    """The local wall-clock time without a zone, for days, due moments and what people say of time."""
    return datetime.now(UTC).astimezone().replace(tzinfo=None)


class SystemClock:
    """The same as an object; a day that stands in for the clock's leaves it the time of day."""

    def __init__(self, day: date | None = None) -> None:
        """``day`` is what ``--today`` says."""
        self._day = day

    def now_utc(self) -> datetime:
        """The present instant, in UTC."""
        return now_utc()

    def now_local(self) -> datetime:
        """The local wall-clock time."""
        now = now_local()
        return datetime.combine(self._day, now.time()) if self._day else now
