"""The clock: the only place that reads it. Everybody else is handed ``now`` or ``today``."""

from datetime import UTC, datetime


def now_utc() -> datetime:
    """The present instant, in UTC, for what is stored as an instant."""
    return datetime.now(UTC)


def now_local() -> datetime:
    """The local wall-clock time without a zone, for days, due moments and what people say of time."""
    return datetime.now(UTC).astimezone().replace(tzinfo=None)
