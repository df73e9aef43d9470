"""The ledger of one person in words: each thing given and received, dated, with its balance."""

from dataclasses import dataclass
from datetime import date

from refdesk.domain.daywords import days_ago
from refdesk.domain.digest import Digest
from refdesk.domain.ledger import Balance, LedgerLine, Side, balance, ledger_lines
from refdesk.domain.records import Entry, Referral
from refdesk.services.desk import Desk
from refdesk.storage.agenda import names_of

_MARKED: dict[Side, str] = {"gave": "You helped", "received": "You were helped"}


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing given or received, in words; ``id`` is its entry's or its referral's."""

    id: str
    on: date
    side: Side
    words: str
    approximate: bool = False

    def told(self, today: date) -> str:
        """The whole line: "Gave 9 days ago: a supplier"."""
        return f"{self.side.capitalize()} {days_ago(self.on, today, self.approximate)}: {self.words}"


@dataclass(frozen=True, slots=True)
class Ledger:
    """What counts for Giving, in order of the day (`docs/method.md` sections 2 and 7)."""

    lines: tuple[LedgerLine, ...]
    things: tuple[Thing, ...]
    balance: Balance


def ledger_of(desk: Desk, counts: Digest) -> Ledger:
    """The ledger of whom the digest is about; what it counts there is told in words here."""
    lines = ledger_lines(counts)
    entries = {entry.id: entry for entry in counts.facts.entries}
    referrals = {referral.id: referral for referral in counts.facts.referrals}
    names = names_of(desk.book, {referral.prospect for referral in referrals.values()})

    def words(line: LedgerLine) -> str:
        if line.id in entries:
            return _entry_words(entries[line.id], line.side)
        return _referral_words(referrals[line.id], names.get(referrals[line.id].prospect, ("somebody", ""))[0])

    things = tuple(Thing(line.id, line.on, line.side, words(line), line.approximate) for line in lines)
    return Ledger(lines, things, balance(lines))


def _entry_words(entry: Entry, side: Side) -> str:
    if side == "gave" and "gave" not in entry.marks:
        return entry.summary or "Work they were glad of"
    return entry.summary or _MARKED[side]


def _referral_words(referral: Referral, prospect: str) -> str:
    return f"{prospect}, referred to {'them' if referral.direction == 'given' else 'you'}"
