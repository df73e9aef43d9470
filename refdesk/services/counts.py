"""How much waits in each view, for the sidebar and the tray."""

from dataclasses import dataclass

from refdesk.services.desk import Desk
from refdesk.services.owed_letters import owed_letters
from refdesk.services.today import due_today
from refdesk.storage.agenda import notes_to_write
from refdesk.storage.partners_list import without_date
from refdesk.storage.readiness import count_at, has_people
from refdesk.storage.referrals_list import open_count


@dataclass(frozen=True, slots=True)
class Counts:
    """What waits: what is due today or earlier (proposals apart), who is ready now, the notes to be written.

    ``referrals`` are those that are open, ``partners`` those with whom there is no date this month.
    """

    due: int
    ready: int
    notes: int
    referrals: int
    partners: int


def counts(desk: Desk) -> Counts:
    """Count them."""
    return Counts(
        len(due_today(desk)),
        count_at(desk.book, "ready"),
        notes_to_write(desk.book) + sum(1 for _ in owed_letters(desk)),
        open_count(desk.book),
        without_date(desk.book, desk.today),
    )


def is_empty(desk: Desk) -> bool:
    """Whether the book holds nobody yet."""
    return not has_people(desk.book)
