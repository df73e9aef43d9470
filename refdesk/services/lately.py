"""What lately happened with somebody, for a glance before a call."""

from refdesk.domain.records import Entry
from refdesk.services.desk import Desk
from refdesk.storage.glance import latest_entries

FEW = 3


def lately(desk: Desk, person: str, limit: int = FEW) -> tuple[Entry, ...]:
    """The last entries with this person up to today, newest first; plans are none."""
    return tuple(latest_entries(desk.book, person, desk.today, limit))
