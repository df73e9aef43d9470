"""A second, slow and literal transcription of `docs/method.md` section 2, to judge the real one by.

It knows nothing of digests and horizons: every question reads all records again, and what lies ahead is found by
walking day by day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from refdesk.domain.facts import Facts
from refdesk.domain.policy import Policy
from refdesk.domain.records import Ask, Entry, Referral
from refdesk.domain.words import GATES

LIMIT = 800
"""How many days the oracle looks ahead."""

BEYOND = "beyond the days looked at"


@dataclass(frozen=True)
class Answer:
    """All that ``valid_until`` vouches for; each gate is its verdict, ``begun`` and ``until``."""

    gates: tuple[tuple[str, bool, object], ...]
    state: str
    terms: tuple[int, ...]
    next_gate: str | None
    level: str


class Oracle:
    """One person's facts under one policy, asked about any day."""

    def __init__(self, facts: Facts, policy: Policy) -> None:
        self.facts = facts
        self.person = facts.person
        self.policy = policy

    def entries(self, day: date) -> list[Entry]:
        return [entry for entry in self.facts.entries if not entry.planned and entry.on <= day]

    def marked(self, day: date, mark: str) -> list[Entry]:
        return [entry for entry in self.entries(day) if mark in entry.marks]

    def conversations(self, day: date) -> list[date]:
        return [entry.on for entry in self.entries(day) if talked(entry)]

    def asks(self, day: date) -> list[Ask]:
        return [ask for ask in self.facts.asks if ask.asked_on is not None and ask.asked_on <= day]

    def made(self, day: date, direction: str) -> list[date]:
        return [
            referral.made_on
            for referral in self.facts.referrals
            if referral.direction == direction
            if self.person.id == (referral.champion if direction == "received" else referral.to)
            if referral.made_on is not None and referral.made_on <= day
        ]

    def help(self, day: date) -> list[date]:
        return [entry.on for entry in self.marked(day, "gave")] + self.made(day, "given")

    def is_client(self) -> bool:
        return "client" in self.person.roles or "past_client" in self.person.roles

    def satisfaction(self, day: date) -> str | None:
        counting = self.entries(day)
        while any("complaint" in entry.marks for entry in counting):
            counting = counting[1:]
        felt = [entry.satisfaction for entry in counting if entry.satisfaction]
        return felt[-1] if felt else None

    def dormant(self) -> int:
        return max(self.policy.dormant_after, 2 * self.person.cadence_days if self.person.cadence_days else 0)

    def warm(self) -> int:
        return int(1.5 * self.person.cadence_days) if self.person.cadence_days else self.policy.warm_within

    def offer_counts(self, day: date) -> bool:
        return any(
            (day - offer.on).days <= self.policy.offer_valid
            and not [ask for ask in self.asks(day) if ask.asked_on >= offer.on]
            for offer in self.marked(day, "offered_help")
        )

    def results(self, day: date) -> tuple[str, bool]:
        """The verdict and ``begun``, as for every gate."""
        begun = any(entry.satisfaction for entry in self.entries(day)) or bool(self.made(day, "received"))
        for entry in self.marked(day, "complaint"):
            if entry.resolved_on is None or entry.resolved_on > day:
                return "blocked", False
        satisfaction = self.satisfaction(day)
        if satisfaction == "unhappy":
            return "blocked", False
        if satisfaction == "mixed":
            return "not_yet", begun
        if satisfaction in ("satisfied", "delighted"):
            return "met", False
        if self.is_client():
            return "not_yet", begun
        if self.made(day, "received"):
            return "met", False
        if "prospect" in self.person.roles:
            return "not_yet", begun
        return ("met", False) if self.person.trust == "high" else ("not_yet", begun)

    def relationship(self, day: date) -> tuple[str, bool, bool]:
        """The verdict, ``begun``, and whether the person is dormant."""
        spoken = self.conversations(day)
        begun = any((day - on).days <= self.dormant() for on in spoken)
        if self.person.trust == "low" or not spoken:
            return "not_yet", begun, False
        since = self.person.known_since
        acquainted = since is not None and (day - since).days >= self.policy.acquainted_after
        kinds = {entry.kind for entry in self.entries(day) if talked(entry)}
        if not acquainted and (len(set(spoken)) < 2 or not kinds & {"meeting", "video", "call"}):
            return "not_yet", begun, False
        if (day - spoken[-1]).days > self.dormant():
            return "not_yet", begun, True
        back = [after for before, after in pairwise(spoken) if (after - before).days > self.dormant()]
        if back and (day - back[-1]).days <= self.dormant():
            good = [entry.on for entry in self.marked(day, "delivered") if is_glad(entry)]
            value = [on for on in self.help(day) + good if on >= back[-1]]
            if (day - back[-1]).days < self.policy.settle_days or not value:
                return "not_yet", begun, False
        if (day - spoken[-1]).days > self.warm():
            return "not_yet", begun, False
        return "met", False, False

    def giving(self, day: date) -> tuple[str, bool]:
        counted = [e for e in self.entries(day) if "gave" in e.marks or ("delivered" in e.marks and is_glad(e))]
        given = len(counted) + len(self.made(day, "given"))
        received = len(self.marked(day, "received")) + len(self.made(day, "received"))
        if received - given >= self.policy.owe_limit:
            return "not_yet", given > 0
        return ("not_yet", False) if given == 0 else ("met", False)

    def understanding(self, day: date) -> tuple[str, bool]:
        told = [entry.on for entry in self.marked(day, "explained") + self.marked(day, "story")]
        ever = told + self.made(day, "received")
        if any((day - on).days <= self.policy.explained_within for on in ever):
            return "met", False
        return "not_yet", bool(ever)

    def reachable(self) -> int:
        return len([a for a in self.facts.acquaintances if "client" not in a.roles and "past_client" not in a.roles])

    def opportunity(self) -> tuple[str, bool]:
        tags = {tag.strip().casefold() for tag in self.person.knows}
        if self.reachable() or tags & self.facts.active_tags:
            return "met", False
        return "not_yet", bool(tags)

    def thank_you_due(self, day: date) -> bool:
        return any(
            due <= day
            for referral in self.facts.referrals
            if referral.direction == "received" and referral.champion == self.person.id
            for due in thank_yous(referral, day, self.policy)
        )

    def stands_at_agreed(self, ask: Ask, day: date) -> bool:
        for referral in self.facts.referrals:
            steps = [referral.made_on, referral.followed_up_on, referral.outcome_on]
            taken = {"agreed": 0, "made": 1, "followed_up": 2, "lapsed": 0}.get(referral.state, 3)
            begun = referral.agreed_on is not None and referral.agreed_on <= day and referral.state != "lapsed"
            if referral.ask == ask.id and begun and not any(on and on <= day for on in steps[:taken]):
                return True
        return False

    def timing_rule(self, day: date) -> int:
        """The number of the rule that decides."""
        if self.person.do_not_ask or (self.person.died_on is not None and self.person.died_on <= day):
            return 1
        if self.thank_you_due(day):
            return 2
        asks = self.asks(day)
        for ask in asks:
            if ask.state == "asked" and (day - ask.asked_on).days < self.policy.ask_cooldown:
                return 3
            if ask.state == "agreed" and self.stands_at_agreed(ask, day):
                return 3
        if any(ask.state == "later" and ask.later_until > day for ask in asks):
            return 4
        if asks and not self.offer_counts(day):
            last = max(ask.asked_on for ask in asks)
            put_off = all(ask.state == "later" for ask in asks if ask.asked_on == last)
            if (day - last).days < self.policy.ask_cooldown and not put_off:
                return 5
        recent = self.help(day) + [entry.on for entry in self.marked(day, "delivered")]
        if any((day - on).days < self.policy.repay_pause for on in recent):
            return 6
        return 7

    def until(self, day: date) -> object:
        """The first day on which Timing is met, None where it waits for a person, now or on the way there."""
        for ahead in range(LIMIT):
            rule = self.timing_rule(day + timedelta(ahead))
            if rule == 7:
                return day + timedelta(ahead)
            if rule in (1, 2, 3):
                return None
        return BEYOND

    def timing(self, day: date) -> tuple[str, bool, object]:
        rule = self.timing_rule(day)
        if rule == 7:
            return "met", False, None
        return ("blocked" if rule == 1 else "not_yet"), False, self.until(day)

    def answer(self, day: date) -> Answer:
        relationship = self.relationship(day)
        gates = (
            (*self.results(day), None),
            (*relationship[:2], None),
            (*self.giving(day), None),
            (*self.understanding(day), None),
            (*self.opportunity(), None),
            self.timing(day),
        )
        verdicts = [gate[0] for gate in gates]
        not_met = [gate for gate, verdict in zip(GATES, verdicts, strict=True) if verdict != "met"]
        table = (
            ("do_not_ask", "blocked" in verdicts),
            ("ready", verdicts == ["met"] * 6),
            ("hold", not_met == ["timing"]),
            ("reconnect", relationship[2]),
            ("almost", len(not_met) == 1 and not_met != ["timing"]),
            ("nurture", True),
        )
        state = next(name for name, fits in table if fits)
        following = "timing" if self.thank_you_due(day) else not_met[0] if not_met else None
        return Answer(gates, state, self.terms(day), following, self.level(day))

    def terms(self, day: date) -> tuple[int, ...]:
        spoken = self.conversations(day)
        recency = 0
        if spoken:
            days = (day - spoken[-1]).days
            for points, quarters in ((5, 4), (10, 3), (15, 2), (20, 1)):
                if 4 * days <= quarters * self.warm():
                    recency = points
        return (
            {"high": 20, "growing": 10}.get(self.person.trust, 0),
            {"delighted": 20, "satisfied": 10}.get(self.satisfaction(day) or "", 0),
            recency,
            15 if self.offer_counts(day) else 0,
            min(15, 5 * len(self.made(day, "received"))),
            min(10, 2 * self.reachable()),
        )

    def level(self, day: date) -> str:
        willing = self.made(day, "received") or self.offer_counts(day)
        glad = self.satisfaction(day) == "delighted" or self.person.trust == "high"
        return "introduction" if willing and glad else "recommendation"

    def valid_until(self, day: date) -> object:
        """The last day on which everything is as on ``day``, looking no further than LIMIT days."""
        present = self.answer(day)
        for ahead in range(1, LIMIT):
            if self.answer(day + timedelta(ahead)) != present:
                return day + timedelta(ahead - 1)
        return BEYOND


def talked(entry: Entry) -> bool:
    """Whether the entry is a conversation."""
    if entry.kind in ("milestone", "note"):
        return False
    if entry.direction is None:
        return entry.kind not in ("message", "letter")
    return entry.direction != "out"


def is_glad(entry: Entry) -> bool:
    return entry.satisfaction in ("satisfied", "delighted")


def thank_yous(referral: Referral, day: date, policy: Policy) -> Iterator[date]:
    """The due days of the thank-yous of section 5 that are owed for a received referral, as known on ``day``."""

    def known(when: date | None) -> date | None:
        return when if when is not None and when <= day else None

    settled = [thanks.step for thanks in referral.thanks if known(thanks.done_on) or known(thanks.skipped_on)]
    first = known(referral.agreed_on) or known(referral.made_on)
    if 1 not in settled and first:
        yield first
    if referral.state == "lapsed":
        return
    if 2 not in settled and known(referral.followed_up_on):
        yield referral.followed_up_on + timedelta(policy.thank_within)
    if 3 not in settled and known(referral.outcome_on):
        yield referral.outcome_on + timedelta(policy.thank_within)
