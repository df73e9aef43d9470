"""The score, the sincere offer and the advised level of `docs/method.md` section 2."""

from refdesk.domain.digest import Digest, warm_days
from refdesk.domain.horizon import Horizon
from refdesk.domain.verdict import ScoreTerms
from refdesk.domain.words import Level, Satisfaction, Trust

_TRUST: dict[Trust, int] = {"high": 20, "growing": 10}
_SATISFACTION: dict[Satisfaction | None, int] = {"delighted": 20, "satisfied": 10}
_RECENCY = ((1, 20), (2, 15), (3, 10), (4, 5))
"""Quarters of ``warm`` since the last conversation, and the points for having spoken within them."""


def offer_counts(digest: Digest, horizon: Horizon) -> bool:
    """Whether a sincere offer still counts: made within ``offer_valid`` days, with no ask on or after it."""
    offer = digest.offer
    if offer is None or (digest.asks and digest.asks[-1].on >= offer.on):
        return False
    return horizon.within(offer.on, digest.policy.offer_valid)


def score_terms(digest: Digest, horizon: Horizon) -> ScoreTerms:
    """The terms of the score, which orders people inside a state."""
    return ScoreTerms(
        trust=_TRUST.get(digest.person.trust, 0),
        satisfaction=_SATISFACTION.get(digest.satisfaction.satisfaction, 0) if digest.satisfaction else 0,
        recency=_recency(digest, horizon),
        offer=15 if offer_counts(digest, horizon) else 0,
        referrals=min(5 * len(digest.made), 15),
        could_introduce=min(2 * len(digest.acquaintances), 10),
    )


def _recency(digest: Digest, horizon: Horizon) -> int:
    if not digest.conversations:
        return 0
    last = digest.conversations[-1].on
    warm = warm_days(digest.person, digest.policy)
    # 4 × days ≤ quarters × warm, in whole days; the longest comes last so that only one turn is noted.
    return next((points for quarters, points in _RECENCY if horizon.within(last, quarters * warm // 4)), 0)


def advised_level(digest: Digest, terms: ScoreTerms) -> Level:
    """What to ask for (A1, escalation of commitment).

    An introduction takes somebody who has made a referral or sincerely offered to, and who is delighted or
    trusts the user highly.
    """
    willing = bool(digest.made) or terms.offer > 0
    glad = (digest.satisfaction is not None and digest.satisfaction.satisfaction == "delighted") or (
        digest.person.trust == "high"
    )
    return "introduction" if willing and glad else "recommendation"
