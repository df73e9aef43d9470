"""The ledger of one person: what was given and received by its day, and its balance (`docs/method.md` section 7)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from refdesk.domain.daywords import MONTHS
from refdesk.domain.digest import Digest

Side = Literal["gave", "received"]

LEANS_AT = 3
"""By how many one side is ahead before the balance leans."""


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One thing that the user gave or received, by the id of its entry or referral."""

    on: date
    id: str
    side: Side
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    """How much was given and received in the month that begins on ``first``."""

    first: date
    gave: int
    received: int


@dataclass(frozen=True, slots=True)
class Balance:
    """How much was given and received in all; ``since`` is the first day of either, None where there is none."""

    gave: int = 0
    received: int = 0
    since: date | None = None

    @property
    def leans(self) -> bool:
        """Whether one side is so far ahead that it should be talked about."""
        return abs(self.gave - self.received) >= LEANS_AT

    def words(self, today: date) -> str:
        """The balance as a sentence or two."""
        if self.since is None:
            return "Nothing given and nothing received yet."
        if not self.leans:
            return f"In balance. You’ve given {self.gave} and received {self.received}."
        year = "" if self.since.year == today.year else f" {self.since.year}"
        start = f"{MONTHS[self.since.month - 1]}{year}"
        return f"Leaning one way. You’ve given {self.gave}, received {self.received} since {start}."


def ledger_lines(digest: Digest) -> tuple[LedgerLine, ...]:
    """All that Giving counts, in order of the day; an entry that is given and received stands there twice."""
    gave = (LedgerLine(one.on, one.id, "gave", one.approximate) for one in digest.given)
    received = (LedgerLine(one.on, one.id, "received", one.approximate) for one in digest.received)
    return tuple(sorted((*gave, *received), key=lambda line: (line.on, line.side, line.id)))


def balance(lines: Sequence[LedgerLine]) -> Balance:
    """How the lines of a ledger, in order of the day, balance."""
    gave = sum(line.side == "gave" for line in lines)
    return Balance(gave, len(lines) - gave, lines[0].on if lines else None)


def by_month(lines: Iterable[LedgerLine], today: date, months: int) -> tuple[Month, ...]:
    """How much was given and received in each of the last ``months`` months, the current one last."""
    kept = list(lines)
    last = today.year * 12 + today.month - 1
    return tuple(_month(kept, number) for number in range(max(12, last - months + 1), last + 1))


def _month(lines: Iterable[LedgerLine], number: int) -> Month:
    """The month of this number, counted from January of the year 0."""
    year, month = divmod(number, 12)
    sides = [line.side for line in lines if (line.on.year, line.on.month) == (year, month + 1)]
    return Month(date(year, month + 1, 1), sides.count("gave"), sides.count("received"))
