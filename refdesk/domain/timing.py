"""Timing, the sixth gate: whether something asks for a pause before the next ask (A2, A3 step 6, A0)."""

from dataclasses import replace
from datetime import date

from refdesk.domain.digest import Digest
from refdesk.domain.horizon import Horizon
from refdesk.domain.obligation import Obligation
from refdesk.domain.reasons import ThankYouCode, TimingCode, because, because_of
from refdesk.domain.score import offer_counts
from refdesk.domain.verdict import GateResult
from refdesk.domain.words import ReferralState

_DATED: frozenset[TimingCode] = frozenset(("ask_later", "asked_lately", "helped_lately", "delivered_lately"))
"""The reasons that pass by themselves on a day; every other hold waits for a person."""

_FIRST_THANK_YOU: dict[ReferralState, ThankYouCode] = {"agreed": "thank_you_agreed", "lapsed": "thank_you_lapsed"}
_LATER_THANK_YOU: dict[str, ThankYouCode] = {
    "thank_you_2": "thank_you_2",
    "thank_you_3": "thank_you_3",
    "closing_word": "closing_word",
}
"""By the reason that `domain.obligations` gives."""


def timing(digest: Digest, horizon: Horizon) -> GateResult:
    """Whether today is a good day to ask; ``until`` is the first day on which it would be."""
    result = _decide(digest, horizon)
    if result.reason.code not in _DATED:
        return result
    return replace(result, until=_first_day_met(digest, horizon.next_change))


def _first_day_met(digest: Digest, day: date | None) -> date | None:
    """The first day from ``day`` on which Timing is met; None where it comes to wait for a person."""
    while day:
        digest = digest.on(day)
        horizon = digest.horizon(day)
        result = _decide(digest, horizon)
        if result.verdict == "met":
            return day
        day = horizon.next_change if result.reason.code in _DATED else None
    return None


def thank_you_due(digest: Digest, horizon: Horizon) -> Obligation | None:
    """The thank-you owed to them that fell due first, if one is due today or earlier."""
    earliest = digest.thank_yous[0] if digest.thank_yous else None
    return earliest if earliest and horizon.reached(earliest.due) else None


def _decide(digest: Digest, horizon: Horizon) -> GateResult:
    """The rules in their order; the first that speaks decides."""
    return (
        _never(digest, horizon)
        or _thank_first(digest, horizon)
        or _open_ask(digest, horizon)
        or _put_off(digest, horizon)
        or _asked_lately(digest, horizon)
        or _helped_lately(digest, horizon)
        or _clear(digest, horizon)
    )


def _never(digest: Digest, horizon: Horizon) -> GateResult | None:
    """Rule 1; a thank-you that is due all the same is told by its step."""
    person = digest.person
    owed = thank_you_due(digest, horizon)
    step = owed.step if owed else None
    if person.died_on and horizon.reached(person.died_on):
        return GateResult("blocked", because("died", person.died_on, step))
    if person.do_not_ask:
        return GateResult("blocked", because("do_not_ask", number=step))
    return None


def _thank_first(digest: Digest, horizon: Horizon) -> GateResult | None:
    """Rule 2: a thank-you is due."""
    owed = thank_you_due(digest, horizon)
    if owed is None:
        return None
    referral = next(referral for referral in digest.referrals if referral.id == owed.referral)
    code = _FIRST_THANK_YOU.get(referral.state, "thank_you_made") if owed.step == 1 else _LATER_THANK_YOU[owed.reason]
    return GateResult("not_yet", because(code, owed.due, owed.step, referral.prospect), (referral.id,))


def _open_ask(digest: Digest, horizon: Horizon) -> GateResult | None:
    """Rule 3: the latest ask that waits for them."""
    for ask in reversed(digest.asks):
        if ask.state == "asked" and not horizon.reached(ask.on, digest.policy.ask_cooldown):
            return GateResult("not_yet", because("ask_open", ask.on), (ask.id,))
        if ask.state == "agreed":
            for referral in digest.referrals:
                if referral.ask == ask.id and referral.state == "agreed":
                    reason = because("ask_agreed", referral.agreed_on or ask.on, other=referral.prospect)
                    return GateResult("not_yet", reason, (ask.id, referral.id))
    return None


def _put_off(digest: Digest, horizon: Horizon) -> GateResult | None:
    """Rule 4: they said "later"; the latest such day counts."""
    put_off = [(ask.later_until, ask.id) for ask in digest.asks if ask.state == "later" and ask.later_until]
    if not put_off:
        return None
    until, ask_id = max(put_off)
    return None if horizon.reached(until) else GateResult("not_yet", because("ask_later", until), (ask_id,))


def _asked_lately(digest: Digest, horizon: Horizon) -> GateResult | None:
    """Rule 5: time to breathe after the last ask, unless it has a date of its own or they offer help."""
    if not digest.asks:
        return None
    last = digest.asks[-1].on
    of_that_day = [ask for ask in digest.asks if ask.on == last]
    if all(ask.state == "later" for ask in of_that_day) or horizon.reached(last, digest.policy.ask_cooldown):
        return None
    if offer_counts(digest, horizon):
        return None
    return GateResult("not_yet", because("asked_lately", last), tuple(ask.id for ask in of_that_day))


def _helped_lately(digest: Digest, horizon: Horizon) -> GateResult | None:
    """Rule 6: asking now would make the user's help a trade (A2 on the "Columbo Close")."""
    pause = digest.policy.repay_pause
    if digest.help and not horizon.reached(digest.help.on, pause):
        return GateResult("not_yet", because_of("helped_lately", digest.help), (digest.help.id,))
    if digest.delivery and not horizon.reached(digest.delivery.on, pause):
        return GateResult("not_yet", because_of("delivered_lately", digest.delivery), (digest.delivery.id,))
    return None


def _clear(digest: Digest, horizon: Horizon) -> GateResult:
    """Rule 7."""
    if digest.offer and offer_counts(digest, horizon):
        return GateResult("met", because_of("offered", digest.offer), (digest.offer.id,))
    return GateResult("met", because("clear"))
