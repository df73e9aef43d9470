"""A referral as it stood on an earlier day: what came later had not happened (`docs/method.md` section 2)."""

from dataclasses import replace

from refdesk.domain.horizon import Horizon
from refdesk.domain.records import Referral
from refdesk.domain.words import ReferralState


def as_of(referral: Referral, horizon: Horizon) -> Referral | None:
    """The referral without the dates after the horizon's day; None if it had not begun.

    A state whose own date is among those is taken back to the latest one whose date has come, since no referral
    stands at a state without its date. Deadlines and consents stay.
    """
    steps = (referral.agreed_on, referral.made_on, referral.followed_up_on, referral.outcome_on)
    known = tuple(day if day and horizon.reached(day) else None for day in steps)
    told = tuple(day for day in referral.told_on if horizon.reached(day))
    thanks = tuple(
        thanks
        for thanks in referral.thanks
        if (settled := thanks.done_on or thanks.skipped_on) is None or horizon.reached(settled)
    )
    if known == steps and told == referral.told_on and thanks == referral.thanks:
        return referral
    agreed_on, made_on, followed_up_on, outcome_on = known
    seen = replace(
        referral,
        agreed_on=agreed_on,
        made_on=made_on,
        followed_up_on=followed_up_on,
        told_on=told,
        outcome_on=outcome_on,
        thanks=thanks,
    )
    state = _state(seen)
    return replace(seen, state=state) if state else None


def _state(referral: Referral) -> ReferralState | None:
    """The state that the dates allow: the recorded one, or the latest before it."""
    state = referral.state
    if state in ("won", "lost", "not_a_fit") and not referral.outcome_on:
        state = "followed_up"
    if state == "followed_up" and not referral.followed_up_on:
        state = "made"
    if state == "made" and not referral.made_on:
        state = "agreed"
    if state in ("agreed", "lapsed") and not referral.agreed_on:
        return None
    return state
