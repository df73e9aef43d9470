"""Something owed: what `domain.obligations` reckons from referrals, asks, entries and notes."""

from dataclasses import dataclass
from datetime import date

from refdesk.domain.words import TaskKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """One thing owed to one person, with its due day and the key by which it can be put off.

    ``person`` is the id of whom it is owed to (empty: nobody in particular), ``reason`` names the row of the
    method's table that owes it, ``referral`` and ``step`` say which thank-you (step 1 to 3, else None).
    """

    key: str
    kind: TaskKind
    person: str
    due: date
    reason: str
    referral: str = ""
    step: int | None = None
