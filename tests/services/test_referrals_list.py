"""The list of referrals: what stands open by stage, what is next, what is late; and the steps of each."""

from dataclasses import replace
from datetime import date

import pytest

from refdesk.domain.errors import RefusedError
from refdesk.domain.person import Person
from refdesk.domain.records import Ask, Consents, Later, Referral, Thanks
from refdesk.services.counts import counts
from refdesk.services.desk import Desk
from refdesk.services.people import delete_person
from refdesk.services.referral_detail import referral_detail
from refdesk.services.referrals_list import StageSum, ended_referrals, lines_of, open_referrals
from tests.storage.desks import TODAY, add, ago

FIRST = (Thanks(step=1, done_on=ago(9), by="meeting"),)
BOTH = (*FIRST, Thanks(step=2, done_on=ago(2), by="call"))
AGREED = Referral(id="agreed", champion="ana", prospect="dele", level="introduction", agreed_on=ago(9), thanks=FIRST)
MADE = replace(AGREED, id="made", state="made", made_on=ago(1))
FOLLOWED = replace(MADE, id="followed", state="followed_up", made_on=ago(5), followed_up_on=ago(3))
WON = replace(FOLLOWED, id="won", state="won", outcome_on=ago(1), thanks=BOTH)
OLD = replace(
    WON, id="old", state="lost", outcome_on=ago(90), thanks=(*BOTH, Thanks(step=3, skipped_on=ago(80), why="Moved"))
)
GIVEN = Referral(id="given", direction="given", to="ana", prospect="dele", level="introduction", agreed_on=ago(2))
ASK = Ask(id="ask", person="ana", target_person="dele", state="asked", asked_on=ago(20))


@pytest.fixture(autouse=True)
def people(desk: Desk) -> None:
    add(desk, "Ana Ruiz")
    add(desk, "Dele Okafor")


def put(desk: Desk, *records: object) -> None:
    with desk.act("Something written.") as act:
        for record in records:
            act.put(record)


def test_the_open_ones_stand_by_stage_with_what_is_next(desk: Desk) -> None:
    put(desk, ASK, AGREED, MADE, FOLLOWED, WON, OLD, GIVEN)
    found = open_referrals(desk)
    assert [(line.key, line.next, line.due) for line in found.lines] == [
        ("ask:ask", "No answer yet. Mention it once", ago(6)),
        ("referral:agreed", "Check with Ana", ago(2)),
        ("referral:given", "Ask both first", None),
        ("referral:made", "Call Dele", ago(-1)),
        ("referral:followed", "Second thank-you to Ana", ago(2)),
        ("referral:won", "Became a client. Write to Ana", TODAY),
    ]
    assert (found.open, found.finished) == (5, 1)
    assert found.stages == {
        "asked": StageSum(1, "1 without an answer"),
        "agreed": StageSum(2, "1 confirmation late", late=True),
        "made": StageSum(1, "Call by tomorrow"),
        "followed_up": StageSum(1, "1 thank-you late", late=True),
        "outcome": StageSum(1, "Thank today"),
    }
    assert [line.thanked for line in found.lines][-2:] == [("given", "late", "later"), ("given", "given", "due")]
    assert counts(desk).referrals == found.open


def test_what_ended_this_month_stays_in_sight_until_the_month_is_over(desk: Desk) -> None:
    done = replace(WON, thanks=(*BOTH, Thanks(step=3, done_on=TODAY)))
    put(desk, done, replace(done, id="before", outcome_on=date(2026, 10, 31)))
    found = open_referrals(desk)
    assert [(line.key, line.next, line.is_settled) for line in found.lines] == [
        ("referral:won", "Became a client. All thanks given", True)
    ]
    assert found.stages["outcome"] == StageSum(1, "This month")
    assert ended_referrals(desk) == [("referral:won", "won"), ("referral:before", "won")]


def test_an_end_that_owes_a_thank_you_stays_in_sight(desk: Desk) -> None:
    put(desk, replace(WON, outcome_on=ago(60)))
    found = open_referrals(desk)
    assert ([line.key for line in found.lines], found.finished) == (["referral:won"], 0)


@pytest.mark.parametrize(
    ("referral", "words"),
    [
        (replace(OLD, state="not_a_fit"), "Not a fit. All thanks given"),
        (replace(AGREED, state="lapsed"), "It never happened"),
        (replace(AGREED, thanks=()), "First thank-you to Ana"),
        (replace(MADE, level="recommendation"), "Ask Ana if they’ve talked"),
        (replace(FOLLOWED, thanks=BOTH), "Tell Ana how it stands"),
        (replace(WON, thank_by="call"), "Became a client. Thank Ana"),
        (replace(WON, state="lost"), "Not this time. Thank Ana"),
        (replace(MADE, prospect=""), "Call Ana"),
        (replace(GIVEN, consents=Consents(to=TODAY)), "Ask Dele first"),
        (replace(GIVEN, consents=Consents(to=TODAY, prospect=TODAY)), "Bring them together"),
        (replace(GIVEN, state="made", made_on=ago(20)), "Ask Ana if it helped"),
        (replace(GIVEN, state="made", made_on=ago(20), told_on=(TODAY,)), "Said how it went"),
        (replace(GIVEN, state="won", made_on=ago(20), outcome_on=ago(2)), "They work together"),
    ],
)
def test_what_is_next_is_said_in_a_few_words(desk: Desk, referral: Referral, words: str) -> None:
    put(desk, referral)
    (line,) = lines_of(desk, [f"referral:{referral.id}"])
    assert line.next == words


def test_what_was_put_off_comes_after_what_was_not(desk: Desk) -> None:
    put(desk, replace(AGREED, thanks=()), Later(key="referral:agreed:thank_you:1", until=ago(-5)))
    (line,) = lines_of(desk, ["referral:agreed"])
    assert (line.next, line.later) == ("Check with Ana", None)
    put(desk, Later(key="referral:agreed:check", until=ago(-9)))
    (line,) = lines_of(desk, ["referral:agreed"])
    assert (line.next, line.later) == ("First thank-you to Ana", ago(-5))
    assert open_referrals(desk).stages["agreed"] == StageSum(1)


def test_the_level_is_that_of_the_ask_where_the_referral_has_none(desk: Desk) -> None:
    asked = replace(ASK, state="agreed", level="introduction")
    put(desk, asked, replace(MADE, level=None, ask="ask"))
    (line,) = lines_of(desk, ["referral:made"])
    assert line.next == "Call Dele"
    assert referral_detail(desk, "referral:made").level == "introduction"


def test_nothing_is_shown_of_whom_the_trash_has(desk: Desk) -> None:
    put(desk, ASK, MADE, GIVEN, OLD)
    delete_person(desk, "dele")
    assert {line.new for line in open_referrals(desk).lines} == {"Somebody new"}
    delete_person(desk, "ana")
    assert open_referrals(desk).lines == ()
    assert ended_referrals(desk) == []
    assert counts(desk).referrals == 0
    for key in ("referral:made", "ask:ask"):
        with pytest.raises(RefusedError, match="no longer here"):
            referral_detail(desk, key)


def steps(desk: Desk, referral: Referral) -> list[str]:
    put(desk, referral)
    found = referral_detail(desk, f"referral:{referral.id}")
    return [f"{step.key} {step.state}" for step in found.steps]


def test_a_referral_has_eight_steps_and_one_is_the_current(desk: Desk) -> None:
    assert steps(desk, FOLLOWED) == [
        "asked skipped",
        "agreed done",
        "thanks_1 done",
        "made done",
        "followed_up done",
        "thanks_2 current",
        "outcome future",
        "thanks_3 future",
    ]
    found = referral_detail(desk, "referral:followed")
    assert found.current is not None
    assert (found.current.title, found.current.due) == ("Second thank-you", ago(2))
    assert found.words[0].startswith("Ana, Dele and I have talked.")
    assert found.warning == ""


def test_a_settled_one_has_no_current_step(desk: Desk) -> None:
    assert steps(desk, OLD)[-2:] == ["outcome done", "thanks_3 skipped"]
    found = referral_detail(desk, "referral:old")
    assert (found.current, found.words) == (None, ())
    assert found.steps[-1].words == "Skipped: Moved"


def test_following_up_before_it_is_confirmed_is_warned_of_and_a_late_check_gives_thanks(desk: Desk) -> None:
    put(desk, AGREED)
    found = referral_detail(desk, "referral:agreed")
    assert found.warning == "Not confirmed yet. Ringing now could surprise Dele. Check with Ana first."
    assert found.words[0] == "Ana, just a thank-you again for offering to speak to Dele. No rush."


def test_what_did_not_fit_teaches_again_who_does(desk: Desk) -> None:
    put(desk, replace(WON, state="not_a_fit"))
    words = referral_detail(desk, "referral:won").words[0]
    assert words == (
        "Ana, thank you for putting Dele and me together. It wasn’t the right fit this time, and I’m glad we met."
    )


def test_an_introduction_is_worded_once_both_have_agreed_to_it(desk: Desk) -> None:
    put(desk, GIVEN)
    assert referral_detail(desk, "referral:given").words[0].startswith("Ana, I know somebody you might like to meet")
    put(desk, replace(GIVEN, consents=Consents(to=TODAY)))
    assert referral_detail(desk, "referral:given").words[0].startswith("Dele, I know somebody you might like to meet")
    put(desk, replace(GIVEN, consents=Consents(to=TODAY, prospect=TODAY)))
    found = referral_detail(desk, "referral:given")
    assert found.words[0].startswith("Ana, meet Dele. Dele, meet Ana.")
    assert [f"{step.key} {step.state}" for step in found.steps] == [
        "agreed done",
        "consent_to done",
        "consent_prospect done",
        "made current",
        "helped future",
        "outcome future",
    ]


def test_an_ask_shows_the_way_ahead(desk: Desk) -> None:
    put(desk, ASK)
    found = referral_detail(desk, "ask:ask")
    assert found.referral is None
    assert [f"{step.key} {step.state}" for step in found.steps][:2] == ["asked done", "agreed current"]


def test_the_chain_is_told_both_ways(desk: Desk) -> None:
    add(desk, "Eve Straw")
    put(desk, MADE, Referral(id="on", champion="dele", prospect="eve", state="made", made_on=TODAY))
    found = referral_detail(desk, "referral:made")
    assert (found.came, [link.name for link in found.led]) == (("Ana Ruiz",), ["Eve Straw"])


def test_a_given_name_is_what_somebody_is_called(desk: Desk) -> None:
    put(desk, Person(id="ana", name="Dr. Ana Ruiz", given="Ana", sorted=True), AGREED)
    (line,) = lines_of(desk, ["referral:agreed"])
    assert (line.other, line.next) == ("Dr. Ana Ruiz", "Check with Ana")
