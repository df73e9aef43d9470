"""Which records break the method's rules by themselves, and which are merely unusual."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refdesk.domain.person import NamedDate, Person
from refdesk.domain.policy import Policy
from refdesk.domain.records import Ask, Entry, Later, Me, Note, Partner, Profile, Referral, Story, Task, Thanks
from refdesk.domain.rules import broken_rules, normalise_tag
from refdesk.domain.words import AskState, Mark, ReferralState

DAY = date(2026, 3, 2)


def broken(record: object) -> list[str]:
    """The fields at fault; every reason is one sentence."""
    found = broken_rules(record)
    assert all(each.why.endswith(".") and each.why[0].isupper() | (each.why[0] == "“") for each in found)
    return [each.field for each in found]


def entry(*people: str, **fields: Any) -> Entry:
    return Entry(id="e1", on=DAY, kind="milestone", people=people, **fields)


def test_an_entry_has_somebody() -> None:
    assert broken(entry()) == ["people"]
    assert broken(entry("ana")) == []
    assert broken(entry("ana", "ben")) == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"marks": ("delivered",)}, ["marks"]),
        ({"marks": ("complaint",)}, ["marks"]),
        ({"marks": ("complaint", "delivered"), "satisfaction": "mixed"}, ["marks", "marks", "satisfaction"]),
        ({"satisfaction": "delighted"}, ["satisfaction"]),
    ],
)
def test_what_is_somebodys_own_stands_with_one_person(fields: dict[str, Any], expected: list[str]) -> None:
    assert broken(entry("ana", "ben", **fields)) == expected
    assert broken(entry("ana", **fields)) == []
    assert broken(entry("ana", "ana", **fields)) == []


@pytest.mark.parametrize("mark", ["gave", "received", "explained", "story", "expectation", "offered_help"])
def test_every_other_mark_counts_for_each_person(mark: Mark) -> None:
    assert broken(entry("ana", "ben", marks=(mark,))) == []


def test_unusual_entries_are_not_refused() -> None:
    assert broken(entry("ana", resolved_on=DAY)) == []
    assert broken(entry("ana", direction="both", planned=True)) == []


ASKED = Ask(id="a1", person="ana", asked_on=DAY, later_until=DAY)


@pytest.mark.parametrize("state", ["asked", "agreed", "declined", "later"])
def test_an_ask_that_was_asked_has_its_day(state: AskState) -> None:
    assert broken(replace(ASKED, state=state)) == []
    assert broken(replace(ASKED, state=state, asked_on=None)) == ["asked_on"]


@pytest.mark.parametrize("state", ["draft", "planned"])
def test_an_ask_not_asked_yet_needs_no_day(state: AskState) -> None:
    assert broken(Ask(id="a1", person="ana", state=state)) == []


def test_an_ask_put_off_has_the_day_to_come_back() -> None:
    assert broken(replace(ASKED, state="later", later_until=None)) == ["later_until"]
    assert broken(replace(ASKED, state="declined", later_until=None)) == []


def test_an_ask_goes_to_somebody() -> None:
    assert broken(Ask(id="a1", person="")) == ["person"]


@pytest.mark.parametrize(("comfortable", "expected"), [(None, []), (True, []), (False, ["comfortable"])])
def test_nobody_agrees_to_words_they_are_not_comfortable_with(comfortable: bool | None, expected: list[str]) -> None:
    assert broken(replace(ASKED, state="agreed", comfortable=comfortable)) == expected
    assert broken(replace(ASKED, state="asked", comfortable=comfortable)) == []


REFERRAL = Referral(
    id="r1", champion="ana", agreed_on=DAY, made_on=DAY, followed_up_on=DAY, outcome_on=DAY, state="agreed"
)
STATES = {
    "agreed": ["agreed_on"],
    "lapsed": ["agreed_on"],
    "made": ["made_on"],
    "followed_up": ["made_on", "followed_up_on"],
    "won": ["made_on", "outcome_on"],
    "lost": ["made_on", "outcome_on"],
    "not_a_fit": ["made_on", "outcome_on"],
}


@pytest.mark.parametrize("state", STATES)
def test_a_referral_has_the_dates_of_its_state(state: ReferralState) -> None:
    assert broken(replace(REFERRAL, state=state)) == []
    bare = Referral(id="r1", champion="ana", state=state)
    assert broken(bare) == STATES[state]
    assert broken(replace(bare, **dict.fromkeys(STATES[state], DAY))) == []


def test_a_referral_has_its_other_side() -> None:
    assert broken(replace(REFERRAL, champion="")) == ["champion"]
    assert broken(replace(REFERRAL, direction="given")) == ["to"]
    assert broken(replace(REFERRAL, direction="given", champion="", to="ben")) == []


@pytest.mark.parametrize(
    ("thanks", "expected"),
    [
        (Thanks(step=1, done_on=DAY), []),
        (Thanks(step=3, done_on=DAY, by="call"), []),
        (Thanks(step=2, skipped_on=DAY, why="said it in person"), []),
        (Thanks(step=0, done_on=DAY), ["thanks[0].step"]),
        (Thanks(step=4, done_on=DAY), ["thanks[0].step"]),
        (Thanks(step=1), ["thanks[0].done_on"]),
        (Thanks(step=1, done_on=DAY, skipped_on=DAY, why="both"), ["thanks[0].done_on"]),
        (Thanks(step=1, skipped_on=DAY), ["thanks[0].why"]),
        (Thanks(step=1, skipped_on=DAY, why="  "), ["thanks[0].why"]),
    ],
)
def test_a_thank_you_is_done_or_skipped_with_a_reason(thanks: Thanks, expected: list[str]) -> None:
    assert broken(replace(REFERRAL, thanks=(thanks,))) == expected


def test_a_broken_thank_you_is_named_by_its_place() -> None:
    thanks = (Thanks(step=1, done_on=DAY), Thanks(step=2))
    assert broken(replace(REFERRAL, thanks=thanks)) == ["thanks[1].done_on"]


@pytest.mark.parametrize(("days", "expected"), [(None, []), (1, []), (0, ["cadence_days"]), (-30, ["cadence_days"])])
def test_a_rhythm_is_at_least_a_day(days: int | None, expected: list[str]) -> None:
    assert broken(Person(id="p1", name="Ana", cadence_days=days)) == expected


def test_a_persons_days_are_days_of_the_calendar() -> None:
    wedding, nonsense = NamedDate("Wedding", "2001-06-09"), NamedDate("Wedding", "June")
    assert broken(Person(id="p1", name="Ana", birthday="--02-29", dates=(wedding,))) == []
    assert broken(Person(id="p1", name="Ana", birthday="1981-02-29")) == ["birthday"]
    assert broken(Person(id="p1", name="Ana", dates=(wedding, nonsense))) == ["dates[1].on"]


def test_the_policys_numbers_are_counts_within_a_century() -> None:
    assert broken(Policy()) == []
    assert broken(Policy(settle_days=0, dormant_after=36_525, quiet_from=time(0), days_off=())) == []
    assert broken(Policy(settle_days=-1, dormant_after=36_526)) == ["dormant_after", "settle_days"]


def test_a_task_recurs_by_a_rule_that_can_be_used() -> None:
    task = Task(id="t1", title="Call", due=DAY)
    assert broken(task) == []
    assert broken(replace(task, rrule="FREQ=WEEKLY")) == []
    assert broken(replace(task, rrule="FREQ=SECONDLY")) == ["rrule"]


@pytest.mark.parametrize(
    "key",
    [
        "task:t1",
        "note:n1",
        "referral:r1:check",
        "referral:r1:follow_up",
        "referral:r1:status",
        "referral:r1:thank_you:1",
        "referral:r1:thank_you:3",
        "ask:a1:check",
        "entry:e1:happened",
        "person:p1:birthday",
        "person:p1:keep_in_touch",
        "partner:x:partner_meeting",
        "task:any:id\nat all",
        "referral:a:b:check",
    ],
)
def test_a_task_is_put_off_by_its_key(key: str) -> None:
    assert broken(Later(key=key, until=DAY)) == []


@pytest.mark.parametrize(
    "key",
    [
        "",
        "task",
        "task:",
        "note:",
        "person:p1",
        "person::birthday",
        "person:p1:anniversary",
        "referral:r1",
        "referral:r1:thank_you",
        "referral:r1:thank_you:4",
        "referral:r1:note",
        "referral::check",
        "ask:a1",
        "ask:a1:answer",
        "entry:e1:check",
        "profile:x:check",
        " task:t1",
    ],
)
def test_anything_else_is_no_key(key: str) -> None:
    assert broken(Later(key=key, until=DAY)) == ["key"]


def test_partners_meet_at_most_daily() -> None:
    assert broken(Partner(id="x", person="ana")) == []
    assert broken(Partner(id="x", person="ana", every_days=1)) == []
    assert broken(Partner(id="x", person="ana", every_days=0)) == ["every_days"]


def test_records_without_rules_break_none() -> None:
    for record in (Me(), Profile(id="f", name="CFOs"), Note(id="n", person="ana"), Story(id="s")):
        assert broken(record) == []


@pytest.mark.parametrize(
    ("tag", "compared"), [(" Finance ", "finance"), ("STRASSE", "strasse"), ("Straße", "strasse"), ("\t", "")]
)
def test_tags_are_trimmed_and_compared_casefolded(tag: str, compared: str) -> None:
    assert normalise_tag(tag) == compared


@given(st.sampled_from(list(STATES)), st.dates(max_value=date(9000, 1, 1)), st.integers(0, 400))
def test_a_referral_that_went_step_by_step_breaks_nothing(state: ReferralState, agreed: date, days: int) -> None:
    later = agreed + timedelta(days=days)
    dated = Referral(
        id="r1", champion="a", state=state, agreed_on=agreed, made_on=later, followed_up_on=later, outcome_on=later
    )
    assert broken(dated) == []
