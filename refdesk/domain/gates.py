"""The five gates about the relationship: Results, Relationship, Giving, Understanding, Opportunity.

Each is a function of what counts on a day and follows its rules of `docs/method.md` section 2 in their order.
"""

from refdesk.domain.digest import Digest, dormant_days, warm_days
from refdesk.domain.horizon import Horizon
from refdesk.domain.reasons import (
    GivingCode,
    Happening,
    OpportunityCode,
    RelationshipCode,
    UnderstandingCode,
    because,
    because_of,
)
from refdesk.domain.records import Entry
from refdesk.domain.rules import normalise_tag
from refdesk.domain.verdict import GateResult
from refdesk.domain.words import CLIENT_ROLES, GateVerdict, Kind, Satisfaction

_TALKING_KINDS: frozenset[Kind] = frozenset(("meeting", "video", "call"))
"""The kinds by which two people come to know each other; meeting at an event or writing is not enough."""

_ON_SATISFACTION: dict[Satisfaction, GateVerdict] = {
    "unhappy": "blocked",
    "mixed": "not_yet",
    "satisfied": "met",
    "delighted": "met",
}


def results(digest: Digest) -> GateResult:
    """Whether the work has earned it (A0, A1)."""
    if digest.open_complaints:
        latest = digest.open_complaints[-1]
        return GateResult("blocked", because_of("complaint", latest), _ids(digest.open_complaints))
    if digest.satisfaction and digest.satisfaction.satisfaction:
        return _rated(digest.satisfaction, digest.satisfaction.satisfaction)
    begun = digest.ever_rated or bool(digest.made)
    if not CLIENT_ROLES.isdisjoint(digest.person.roles):
        if digest.complaint:
            reason = because_of("complaint_settled", digest.complaint)
            return GateResult("not_yet", reason, (digest.complaint.id,), begun)
        return GateResult("not_yet", because("client_unrated"), begun=begun)
    if digest.made:
        return GateResult("met", because_of("champion", digest.made[-1]), _ids(digest.made))
    if "prospect" in digest.person.roles:
        return GateResult("not_yet", because("prospect"), begun=begun)
    if digest.person.trust == "high":
        return GateResult("met", because("trusted"))
    return GateResult("not_yet", because("unproven"), begun=begun)


def _rated(entry: Entry, satisfaction: Satisfaction) -> GateResult:
    verdict = _ON_SATISFACTION[satisfaction]
    reason = because_of(satisfaction, _happening(entry))
    return GateResult(verdict, reason, (entry.id,), begun=verdict == "not_yet")


def relationship(digest: Digest, horizon: Horizon) -> GateResult:
    """Whether the two have been in touch of late (A0 "rebuild the relationship first", A2 moment one)."""
    last = digest.conversations[-1] if digest.conversations else None
    if digest.person.trust == "low":
        begun = last is not None and horizon.within(last.on, dormant_days(digest.person, digest.policy))
        return GateResult("not_yet", because("trust_low"), begun=begun)
    if last is None:
        return GateResult("not_yet", because("no_conversation"))
    spoke = _happening(last)
    obstacle = _obstacle(digest, spoke, horizon)
    if obstacle is None:
        return GateResult("met", because_of("warm", spoke), (spoke.id,))
    code, decided_by = obstacle
    begun = horizon.within(spoke.on, dormant_days(digest.person, digest.policy))
    return GateResult("not_yet", because_of(code, decided_by), (decided_by.id,), begun)


def _obstacle(digest: Digest, last: Happening, horizon: Horizon) -> tuple[RelationshipCode, Happening] | None:
    """Rules 3 to 6: what keeps the relationship from being warm, and the conversation that it is seen from."""
    dormant = dormant_days(digest.person, digest.policy)
    known_since = digest.person.known_since
    if known_since is None or not horizon.reached(known_since, digest.policy.acquainted_after):
        if len({entry.on for entry in digest.conversations}) < 2:
            return "just_met", last
        if all(entry.kind not in _TALKING_KINDS for entry in digest.conversations):
            return "no_meeting", last
    if horizon.reached(last.on, dormant + 1):
        return "dormant", last
    comeback = digest.comeback
    if comeback and horizon.within(comeback.on, dormant):
        value = (digest.help, digest.good_delivery)
        if not any(happening and happening.on >= comeback.on for happening in value):
            return "reconnected", comeback
        if not horizon.reached(comeback.on, digest.policy.settle_days):
            return "settling", comeback
    if horizon.reached(last.on, warm_days(digest.person, digest.policy) + 1):
        return "cooling", last
    return None


def giving(digest: Digest) -> GateResult:
    """Whether the user has given, and is not in their debt (A0, A4 "reciprocate")."""
    given, received = len(digest.given), len(digest.received)
    evidence = _ids(digest.given + digest.received)
    if received - given >= digest.policy.owe_limit:
        return GateResult("not_yet", because("owing", number=received - given), evidence, begun=given > 0)
    if not given:
        return GateResult("not_yet", because("nothing_given"), evidence)
    if given == received:
        return GateResult("met", because("given_even", number=given), evidence)
    code: GivingCode = "given_more" if given > received else "given_less"
    return GateResult("met", because(code, number=abs(given - received)), evidence)


def understanding(digest: Digest, horizon: Horizon) -> GateResult:
    """Whether they know what the user does and for whom (A2 "understands what you do", A0 third element)."""
    told, referred = digest.told, digest.made[-1] if digest.made else None
    if told and (referred is None or told.on >= referred.on):
        return _understood(told, "told", "told_long_ago", digest, horizon)
    if referred:
        return _understood(referred, "referred", "referred_long_ago", digest, horizon)
    return GateResult("not_yet", because("untold"))


def _understood(
    latest: Happening, lately: UnderstandingCode, long_ago: UnderstandingCode, digest: Digest, horizon: Horizon
) -> GateResult:
    if horizon.within(latest.on, digest.policy.explained_within):
        return GateResult("met", because_of(lately, latest), (latest.id,))
    return GateResult("not_yet", because_of(long_ago, latest), (latest.id,), begun=True)


def opportunity(digest: Digest) -> GateResult:
    """Whether they know somebody who would be a good referral (A2 "has the opportunity", A3 step 3)."""
    reachable = digest.acquaintances
    if reachable:
        code: OpportunityCode = "could_introduce" if len(reachable) == 1 else "could_introduce_several"
        reason = because(code, number=len(reachable) - 1, other=reachable[0].id)
        return GateResult("met", reason, tuple(acquaintance.id for acquaintance in reachable))
    tags = [tag.strip() for tag in digest.person.knows if tag.strip()]
    for tag in tags:
        if normalise_tag(tag) in digest.facts.active_tags:
            return GateResult("met", because("fitting_tag", other=tag))
    if tags:
        return GateResult("not_yet", because("no_fitting_tag", other=tags[0]), begun=True)
    return GateResult("not_yet", because("world_unknown"))


def _happening(entry: Entry) -> Happening:
    return Happening(entry.on, entry.id, entry.approximate)


def _ids(happenings: tuple[Happening, ...]) -> tuple[str, ...]:
    return tuple(happening.id for happening in happenings)
