"""What a received referral owes, row by row of the method's table."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refdesk.domain.obligation import Obligation
from refdesk.domain.obligations import days_after, obligations
from refdesk.domain.policy import Policy
from refdesk.domain.records import Referral, Thanks
from refdesk.domain.words import Level, ReferralDirection, ReferralState, ThankBy

POLICY = Policy()
AGREED, MADE, FOLLOWED, OUTCOME = date(2026, 3, 2), date(2026, 3, 9), date(2026, 3, 12), date(2026, 4, 20)


def referral(state: ReferralState, **fields: Any) -> Referral:
    """A referral that has reached a state by the ordinary steps."""
    days: dict[str, date] = {"agreed_on": AGREED}
    if state not in ("agreed", "lapsed"):
        days["made_on"] = MADE
    if state in ("followed_up", "won", "lost", "not_a_fit"):
        days["followed_up_on"] = FOLLOWED
    if state in ("won", "lost", "not_a_fit"):
        days["outcome_on"] = OUTCOME
    return Referral(**{"id": "r1", "champion": "ana", "prospect": "dele", "state": state, **days, **fields})


def owed(record: Referral, policy: Policy = POLICY) -> list[tuple[str, str, str, date]]:
    """Reason, kind, to whom and when, of all that a referral owes."""
    return [(each.reason, each.kind, each.person, each.due) for each in obligations(record, policy)]


THANKED_1 = Thanks(step=1, done_on=AGREED)
THANKED_2 = Thanks(step=2, done_on=FOLLOWED)
THANK_1 = ("thank_you_1", "thank_you", "ana", AGREED)
THANK_2 = ("thank_you_2", "thank_you", "ana", date(2026, 3, 13))


@pytest.mark.parametrize(
    ("state", "fields", "expected"),
    [
        ("agreed", {}, [THANK_1, ("confirm", "check", "ana", date(2026, 3, 9))]),
        ("agreed", {"confirm_by": date(2026, 3, 4)}, [THANK_1, ("confirm", "check", "ana", date(2026, 3, 4))]),
        ("made", {}, [THANK_1, ("in_touch", "check", "ana", date(2026, 3, 16))]),
        ("made", {"level": "recommendation"}, [THANK_1, ("in_touch", "check", "ana", date(2026, 3, 16))]),
        ("made", {"level": "introduction"}, [THANK_1, ("follow_up", "follow_up", "dele", date(2026, 3, 11))]),
        (
            "made",
            {"level": "introduction", "prospect": ""},
            [THANK_1, ("follow_up", "follow_up", "ana", date(2026, 3, 11))],
        ),
        ("followed_up", {}, [THANK_1, THANK_2, ("status", "status", "ana", date(2026, 4, 11))]),
        ("won", {}, [THANK_1, THANK_2, ("thank_you_3", "note", "ana", date(2026, 4, 21))]),
        ("won", {"thank_by": "letter"}, [THANK_1, THANK_2, ("thank_you_3", "note", "ana", date(2026, 4, 21))]),
        ("won", {"thank_by": "call"}, [THANK_1, THANK_2, ("thank_you_3", "thank_you", "ana", date(2026, 4, 21))]),
        ("lost", {}, [THANK_1, THANK_2, ("closing_word", "thank_you", "ana", date(2026, 4, 21))]),
        ("not_a_fit", {}, [THANK_1, THANK_2, ("closing_word", "thank_you", "ana", date(2026, 4, 21))]),
        ("lapsed", {}, [THANK_1]),
    ],
)
def test_each_state_owes_its_rows(state: ReferralState, fields: dict[str, Any], expected: list[Any]) -> None:
    assert owed(referral(state, **fields)) == expected


@pytest.mark.parametrize("state", ["made", "followed_up", "won", "lost", "not_a_fit"])
def test_an_unsolicited_referral_owes_its_first_thanks_on_the_day_it_was_made(state: ReferralState) -> None:
    assert owed(referral(state, agreed_on=None))[0] == ("thank_you_1", "thank_you", "ana", MADE)


@pytest.mark.parametrize("state", ["won", "lost", "not_a_fit"])
def test_an_outcome_without_a_follow_up_owes_no_second_thanks(state: ReferralState) -> None:
    assert [each.step for each in obligations(referral(state, followed_up_on=None), POLICY)] == [1, 3]


@pytest.mark.parametrize(
    "settled", [Thanks(step=2, done_on=OUTCOME), Thanks(step=2, skipped_on=OUTCOME, why="said it in person")]
)
def test_thanks_are_settled_by_their_own_entry_alone(settled: Thanks) -> None:
    steps = [each.step for each in obligations(referral("won", thanks=(settled,)), POLICY)]
    assert steps == [1, 3]


def test_an_entry_with_neither_day_settles_nothing() -> None:
    assert THANK_1 in owed(referral("agreed", thanks=(Thanks(step=1),)))


def test_all_three_settled_leave_nothing() -> None:
    thanks = (THANKED_1, THANKED_2, Thanks(step=3, skipped_on=OUTCOME, why="they moved away"))
    assert owed(referral("won", thanks=thanks)) == []
    assert owed(referral("lost", thanks=thanks)) == []


def test_the_status_counts_from_the_latest_word() -> None:
    told = referral("followed_up", told_on=(date(2026, 5, 1), date(2026, 4, 1)), thanks=(THANKED_1, THANKED_2))
    assert owed(told) == [("status", "status", "ana", date(2026, 5, 31))]
    early = replace(told, told_on=(date(2026, 3, 1),))
    assert owed(early) == [("status", "status", "ana", FOLLOWED + timedelta(days=30))]


def test_an_older_outcome_counts_for_nothing_once_the_state_is_corrected() -> None:
    corrected = referral("followed_up", outcome_on=OUTCOME, thanks=(THANKED_1, THANKED_2))
    assert [each.reason for each in obligations(corrected, POLICY)] == ["status"]


def test_keys_are_those_of_the_interchange_form() -> None:
    assert [each.key for each in obligations(referral("agreed"), POLICY)] == [
        "referral:r1:thank_you:1",
        "referral:r1:check",
    ]
    assert [each.key for each in obligations(referral("made", level="introduction"), POLICY)][1] == (
        "referral:r1:follow_up"
    )
    assert [each.key for each in obligations(referral("followed_up"), POLICY)] == [
        "referral:r1:thank_you:1",
        "referral:r1:thank_you:2",
        "referral:r1:status",
    ]
    assert obligations(referral("won"), POLICY)[-1] == Obligation(
        key="referral:r1:thank_you:3",
        kind="note",
        person="ana",
        due=date(2026, 4, 21),
        reason="thank_you_3",
        referral="r1",
        step=3,
    )


def test_the_policys_numbers_count() -> None:
    policy = Policy(thank_within=2, confirm_within=3, follow_up_within=5, status_every=10)
    assert [due for *_, due in owed(referral("agreed"), policy)] == [AGREED, date(2026, 3, 5)]
    assert owed(referral("made"), policy)[1][-1] == date(2026, 3, 12)
    assert owed(referral("made", level="introduction"), policy)[1][-1] == date(2026, 3, 14)
    assert [due for *_, due in owed(referral("followed_up"), policy)][1:] == [date(2026, 3, 14), date(2026, 3, 22)]
    assert owed(referral("won"), policy)[-1][-1] == date(2026, 4, 22)


@pytest.mark.parametrize("state", ["agreed", "made", "followed_up", "won", "lost", "not_a_fit", "lapsed"])
def test_a_state_without_any_date_owes_nothing(state: ReferralState) -> None:
    bare = Referral(id="r1", champion="ana", state=state)
    assert obligations(bare, POLICY) == ()
    assert obligations(replace(bare, level="introduction"), POLICY) == ()


@pytest.mark.parametrize(
    ("day", "days", "expected"),
    [
        (date(2026, 2, 28), 1, date(2026, 3, 1)),
        (date(2028, 2, 28), 1, date(2028, 2, 29)),
        (date(2026, 3, 2), 0, date(2026, 3, 2)),
        (date(9999, 12, 30), 1, date.max),
        (date(9999, 12, 30), 2, date.max),
        (date(2026, 3, 2), 10**12, date.max),
    ],
)
def test_days_after_ends_with_the_calendar(day: date, days: int, expected: date) -> None:
    assert days_after(day, days) == expected


DAYS = st.none() | st.dates()
THANKS = st.builds(Thanks, step=st.integers(1, 3), done_on=DAYS, skipped_on=DAYS)
REFERRALS = st.builds(
    Referral,
    id=st.just("r1"),
    direction=st.sampled_from(get_args(ReferralDirection)),
    champion=st.just("ana"),
    to=st.just("ben"),
    level=st.none() | st.sampled_from(get_args(Level)),
    state=st.sampled_from(get_args(ReferralState)),
    agreed_on=DAYS,
    confirm_by=DAYS,
    made_on=DAYS,
    followed_up_on=DAYS,
    told_on=st.lists(st.dates(), max_size=3).map(tuple),
    outcome_on=DAYS,
    thank_by=st.sampled_from(get_args(ThankBy)),
    thanks=st.lists(THANKS, max_size=3).map(tuple),
)


@settings(max_examples=300)
@given(REFERRALS)
def test_no_two_obligations_share_a_key(record: Referral) -> None:
    keys = [each.key for each in obligations(record, POLICY)]
    assert len(set(keys)) == len(keys)


@settings(max_examples=300)
@given(REFERRALS)
def test_settled_thanks_are_never_owed(record: Referral) -> None:
    settled = {thanks.step for thanks in record.thanks if thanks.done_on or thanks.skipped_on}
    assert not settled & {each.step for each in obligations(record, POLICY)}


@settings(max_examples=300)
@given(REFERRALS, st.sampled_from([1, 2, 3]), st.dates())
def test_settling_a_step_takes_away_that_step_alone(record: Referral, step: int, day: date) -> None:
    before = obligations(record, POLICY)
    settled = replace(record, thanks=(*record.thanks, Thanks(step=step, done_on=day)))
    assert obligations(settled, POLICY) == tuple(each for each in before if each.step != step)
