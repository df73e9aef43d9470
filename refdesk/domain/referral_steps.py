"""The steps of a referral: taken, dated anew, taken back; and its outcome (`docs/method.md` section 5)."""

from dataclasses import replace
from datetime import date
from typing import Literal

from refdesk.domain.errors import RefusedError
from refdesk.domain.records import Referral
from refdesk.domain.words import ReferralState

Step = Literal["agreed", "made", "followed_up", "outcome"]
Outcome = Literal["won", "lost", "not_a_fit", "lapsed"]

OUTCOMES: tuple[Outcome, ...] = ("won", "lost", "not_a_fit", "lapsed")
_OPEN: tuple[ReferralState, ...] = ("agreed", "made", "followed_up")


def with_step(referral: Referral, step: Step, on: date) -> Referral:
    """The referral with this step taken on that day, or its day corrected, in whatever order.

    Who was followed up with had been referred: without a day of its own, on the same day. The day of an outcome can
    be corrected here, and `with_outcome` says which it is.

    Raises:
        RefusedError: it has no outcome whose day could be corrected.
    """
    state = referral.state
    if step == "agreed":
        return replace(referral, agreed_on=on)
    if step == "made":
        return replace(
            referral, made_on=on, state="made" if state in ("agreed", "lapsed") else state, outcome_on=_end(referral)
        )
    if step == "followed_up":
        state = "followed_up" if state in (*_OPEN, "lapsed") else state
        made_on = referral.made_on or on
        return replace(referral, followed_up_on=on, made_on=made_on, state=state, outcome_on=_end(referral))
    if state in _OPEN:
        raise RefusedError("Say how it ended first.")
    return replace(referral, outcome_on=on)


def with_outcome(referral: Referral, outcome: Outcome, on: date) -> Referral:
    """The referral at its end; what came of something had been made, without a day of its own on the same day.

    Raises:
        RefusedError: it is to lapse, and has happened.
    """
    if outcome == "lapsed":
        if referral.state not in ("agreed", "lapsed"):
            raise RefusedError("It has happened, so it can't have lapsed. Choose how it ended instead.")
        return replace(referral, state="lapsed", outcome_on=on)
    return replace(referral, state=outcome, outcome_on=on, made_on=referral.made_on or on)


def without_step(referral: Referral, step: Step) -> Referral:
    """The referral with this step taken back: it stands where the days that are left allow.

    Raises:
        RefusedError: a later step rests on it, or nothing would be left that the referral began with.
    """
    if step == "outcome":
        left = replace(referral, outcome_on=None)
        return replace(left, state=_state_left(left)) if referral.state not in _OPEN else left
    if step == "followed_up":
        left = replace(referral, followed_up_on=None)
        return replace(left, state="made") if referral.state == "followed_up" else left
    if step == "made":
        if referral.state not in ("agreed", "made"):
            raise RefusedError("Take back what came after it first.")
        if referral.agreed_on is None:
            raise RefusedError("It began with this. Delete the referral instead.")
        return replace(referral, state="agreed", made_on=None, told_on=())
    if referral.state in ("agreed", "lapsed"):
        raise RefusedError("It began with this. Delete the referral instead.")
    return replace(referral, agreed_on=None, confirm_by=None)


def _end(referral: Referral) -> date | None:
    """The day of the outcome, forgotten where it had lapsed: it has happened after all."""
    return None if referral.state == "lapsed" else referral.outcome_on


def _state_left(referral: Referral) -> ReferralState:
    if referral.followed_up_on and referral.made_on:
        return "followed_up"
    return "made" if referral.made_on else "agreed"
