"""The steps of a referral: every state stays one that the rules allow, whatever is ticked in whatever order."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refdesk.domain.errors import RefusedError
from refdesk.domain.records import Referral
from refdesk.domain.referral_steps import OUTCOMES, Outcome, Step, with_outcome, with_step, without_step
from refdesk.domain.rules import broken_rules

DAY = date(2026, 11, 18)
AGREED = Referral(id="r", champion="ana", agreed_on=DAY)
MADE = replace(AGREED, state="made", made_on=DAY)
FOLLOWED = replace(MADE, state="followed_up", followed_up_on=DAY)
WON = replace(FOLLOWED, state="won", outcome_on=DAY)
LAPSED = replace(AGREED, state="lapsed", outcome_on=DAY)
UNASKED = Referral(id="r", champion="ana", state="made", made_on=DAY)
STEPS: tuple[Step, ...] = ("agreed", "made", "followed_up", "outcome")

Move = tuple[str, str, int]
moves = st.lists(
    st.one_of(
        st.tuples(st.just("with"), st.sampled_from(STEPS), st.integers(0, 30)),
        st.tuples(st.just("without"), st.sampled_from(STEPS), st.just(0)),
        st.tuples(st.just("end"), st.sampled_from(OUTCOMES), st.integers(0, 30)),
    ),
    max_size=12,
)


def moved(referral: Referral, move: Move) -> Referral:
    """The referral after a move, or as it was where the move is refused."""
    kind, what, days = move
    step: Step = next((one for one in STEPS if one == what), "made")
    outcome: Outcome = next((one for one in OUTCOMES if one == what), "won")
    on = DAY + timedelta(days=days)
    try:
        if kind == "with":
            return with_step(referral, step, on)
        return without_step(referral, step) if kind == "without" else with_outcome(referral, outcome, on)
    except RefusedError:
        return referral


@given(st.sampled_from((AGREED, UNASKED)), moves)
def test_no_order_of_steps_breaks_a_rule(referral: Referral, made: list[Move]) -> None:
    for move in made:
        referral = moved(referral, move)
        assert broken_rules(referral) == ()
        assert (referral.outcome_on is not None) == (referral.state in OUTCOMES)


@pytest.mark.parametrize(
    ("before", "step", "after"),
    [
        (WON, "outcome", FOLLOWED),
        (replace(WON, followed_up_on=None), "outcome", MADE),
        (LAPSED, "outcome", AGREED),
        (MADE, "outcome", MADE),
        (FOLLOWED, "followed_up", MADE),
        (WON, "followed_up", replace(WON, followed_up_on=None)),
        (MADE, "made", AGREED),
        (AGREED, "made", AGREED),
        (MADE, "agreed", UNASKED),
    ],
)
def test_a_step_taken_back_leaves_what_the_other_days_allow(before: Referral, step: Step, after: Referral) -> None:
    assert without_step(before, step) == after


@pytest.mark.parametrize(
    ("before", "step"),
    [(FOLLOWED, "made"), (WON, "made"), (LAPSED, "made"), (UNASKED, "made"), (AGREED, "agreed"), (LAPSED, "agreed")],
)
def test_what_others_rest_on_is_not_taken_back(before: Referral, step: Step) -> None:
    with pytest.raises(RefusedError):
        without_step(before, step)


def test_what_has_happened_after_all_has_no_longer_lapsed() -> None:
    assert with_step(LAPSED, "made", DAY) == MADE
    assert with_step(LAPSED, "followed_up", DAY) == FOLLOWED


@pytest.mark.parametrize("referral", [MADE, FOLLOWED, WON])
def test_what_has_happened_cannot_lapse(referral: Referral) -> None:
    with pytest.raises(RefusedError, match="can't have lapsed"):
        with_outcome(referral, "lapsed", DAY)


def test_an_outcome_is_dated_anew_only_where_there_is_one() -> None:
    later = DAY + timedelta(days=1)
    assert with_step(WON, "outcome", later) == replace(WON, outcome_on=later)
    with pytest.raises(RefusedError, match="Say how it ended first"):
        with_step(MADE, "outcome", later)
