"""Thanking somebody for a referral by their name alone: which thank-you is meant, and settling it."""

from dataclasses import dataclass

from refdesk.domain.errors import RefusedError
from refdesk.domain.obligation import Obligation
from refdesk.domain.obligations import obligations
from refdesk.domain.records import Referral, Thanks
from refdesk.domain.words import ThankBy
from refdesk.services.desk import Desk
from refdesk.services.following import settle_thank_you
from refdesk.storage.notes import referrals_from
from refdesk.storage.writing import Changes


@dataclass(frozen=True, slots=True)
class Settled:
    """A thank-you that was settled: of which referral, as it was written down, and what changed."""

    referral: str
    thanks: Thanks
    changes: Changes


def thank(desk: Desk, person: str, by: ThankBy | None = None, skipped: str = "", referral: str = "") -> Settled:
    """Settle the thank-you owed to somebody that is due first, perhaps of this ``referral`` alone.

    It was said ``by`` some way, or is ``skipped`` for the reason given there.

    Raises:
        RefusedError: none is owed to them.
    """
    owed = min(_owed(desk, person, referral), key=lambda one: one.due, default=None)
    if owed is None or owed.step is None:
        about = " for this referral" if referral else ""
        raise RefusedError(f"No thank-you is owed to {desk.person(person).name}{about}.")
    changes = settle_thank_you(desk, owed.referral, owed.step, by, skipped)
    written = desk.find(Referral, owed.referral)
    return Settled(owed.referral, next(one for one in written.thanks if one.step == owed.step), changes)


def _owed(desk: Desk, person: str, referral: str) -> list[Obligation]:
    policy = desk.policy
    return [
        owed
        for known in referrals_from(desk.book, person)
        if referral in ("", known.id)
        for owed in obligations(known, policy)
        if owed.step
    ]
