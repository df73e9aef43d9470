"""What counts about one person on one day, read from the records once so that no gate has to search them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from refdesk.domain.asof import as_of
from refdesk.domain.facts import Acquaintance, Facts
from refdesk.domain.horizon import Horizon
from refdesk.domain.obligation import Obligation
from refdesk.domain.obligations import obligations
from refdesk.domain.person import Person
from refdesk.domain.policy import Policy
from refdesk.domain.reasons import Happening
from refdesk.domain.records import Ask, Entry, Referral
from refdesk.domain.words import CLIENT_ROLES, AskState


class Asked(NamedTuple):
    """An ask that has been put to the person."""

    on: date
    id: str
    state: AskState
    later_until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """The records that count on one day, in the words of `docs/method.md` sections 1 and 2.

    Everything is in order of its day. ``referrals`` are seen as of that day, ``made`` are those that the person
    made to the user, ``comeback`` is the conversation that Relationship calls R, ``acquaintances`` are those who
    count for Opportunity. ``renew_on`` is the first later day on which more comes to count: until then it holds.
    """

    facts: Facts
    policy: Policy
    open_complaints: tuple[Happening, ...]
    complaint: Happening | None
    satisfaction: Entry | None
    ever_rated: bool
    conversations: tuple[Entry, ...]
    comeback: Happening | None
    given: tuple[Happening, ...]
    received: tuple[Happening, ...]
    help: Happening | None
    delivery: Happening | None
    good_delivery: Happening | None
    told: Happening | None
    offer: Happening | None
    asks: tuple[Asked, ...]
    referrals: tuple[Referral, ...]
    made: tuple[Happening, ...]
    thank_yous: tuple[Obligation, ...]
    acquaintances: tuple[Acquaintance, ...]
    renew_on: date | None

    @property
    def person(self) -> Person:
        """Whom it is about."""
        return self.facts.person

    def horizon(self, day: date) -> Horizon:
        """What to compare days with on ``day``, aware of when the digest ceases to hold."""
        return Horizon(day, self.renew_on)

    def on(self, day: date) -> "Digest":
        """The digest for that day, which is not before this one's."""
        if self.renew_on is None or day < self.renew_on:
            return self
        return digest(self.facts, self.policy, day)


def dormant_days(person: Person, policy: Policy) -> int:
    """After how many days without a conversation the person is dormant: ``dormant`` of Relationship."""
    return max(policy.dormant_after, 2 * (person.cadence_days or 0))


def warm_days(person: Person, policy: Policy) -> int:
    """For how many days a conversation keeps the relationship warm: ``warm`` of Relationship."""
    return policy.warm_within if person.cadence_days is None else person.cadence_days * 3 // 2


def digest(facts: Facts, policy: Policy, today: date) -> Digest:
    """All that counts about a person on a day: no plans, and nothing that lies after ``today``."""
    horizon = Horizon(today)
    who = facts.person.id
    entries = [entry for entry in facts.entries if not entry.planned and horizon.reached(entry.on)]
    complaints = [entry for entry in entries if "complaint" in entry.marks]
    conversations = tuple(entry for entry in entries if entry.is_conversation)
    referrals = tuple(seen for referral in facts.referrals if (seen := as_of(referral, horizon)))
    mine = [referral for referral in referrals if referral.direction == "received" and referral.champion == who]
    made = _made(mine)
    passed_on = _made([referral for referral in referrals if referral.direction == "given" and referral.to == who])
    return Digest(
        facts=facts,
        policy=policy,
        open_complaints=_happenings(c for c in complaints if not (c.resolved_on and horizon.reached(c.resolved_on))),
        complaint=_latest(_happenings(complaints)),
        satisfaction=_satisfaction(entries),
        ever_rated=any(entry.satisfaction for entry in entries),
        conversations=conversations,
        comeback=_comeback(conversations, dormant_days(facts.person, policy)),
        given=_happenings(entry for entry in entries if "gave" in entry.marks or _is_good_delivery(entry)) + passed_on,
        received=_happenings(entry for entry in entries if "received" in entry.marks) + made,
        help=_latest(_happenings(entry for entry in entries if "gave" in entry.marks) + passed_on),
        delivery=_latest(_happenings(entry for entry in entries if "delivered" in entry.marks)),
        good_delivery=_latest(_happenings(filter(_is_good_delivery, entries))),
        told=_latest(_happenings(entry for entry in entries if "explained" in entry.marks or "story" in entry.marks)),
        offer=_latest(_happenings(entry for entry in entries if "offered_help" in entry.marks)),
        asks=_asked(facts.asks, horizon),
        referrals=referrals,
        made=made,
        thank_yous=_thank_yous(mine, policy),
        acquaintances=tuple(known for known in facts.acquaintances if CLIENT_ROLES.isdisjoint(known.roles)),
        renew_on=horizon.next_change,
    )


def _is_good_delivery(entry: Entry) -> bool:
    return "delivered" in entry.marks and entry.satisfaction in ("satisfied", "delighted")


def _happenings(entries: Iterable[Entry]) -> tuple[Happening, ...]:
    return tuple(Happening(entry.on, entry.id, entry.approximate) for entry in entries)


def _latest(happenings: Sequence[Happening]) -> Happening | None:
    return max(happenings, key=lambda happening: happening.on, default=None)


def _satisfaction(entries: Sequence[Entry]) -> Entry | None:
    """The latest satisfaction that counts: one on an entry after the latest complaint's."""
    for entry in reversed(entries):
        if "complaint" in entry.marks:
            return None
        if entry.satisfaction:
            return entry
    return None


def _comeback(conversations: Sequence[Entry], dormant: int) -> Happening | None:
    """The conversation that ended the latest gap longer than ``dormant`` days."""
    comeback = None
    for before, after in pairwise(conversations):
        if (after.on - before.on).days > dormant:
            comeback = Happening(after.on, after.id, after.approximate)
    return comeback


def _made(referrals: Iterable[Referral]) -> tuple[Happening, ...]:
    """Those of the referrals that have been made, in order of the day."""
    return tuple(sorted(Happening(r.made_on, r.id) for r in referrals if r.made_on))


def _asked(asks: Iterable[Ask], horizon: Horizon) -> tuple[Asked, ...]:
    """Those of the asks that have been put, in order of the day."""
    put = (
        Asked(ask.asked_on, ask.id, ask.state, ask.later_until)
        for ask in asks
        if ask.asked_on and horizon.reached(ask.asked_on)
    )
    return tuple(sorted(put, key=lambda ask: (ask.on, ask.id)))


def _thank_yous(referrals: Iterable[Referral], policy: Policy) -> tuple[Obligation, ...]:
    """The thank-yous that the user owes for these referrals, in order of their due days."""
    owed = (owed for referral in referrals for owed in obligations(referral, policy) if owed.step)
    return tuple(sorted(owed, key=lambda owed: (owed.due, owed.referral)))
