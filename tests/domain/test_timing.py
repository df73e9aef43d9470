"""Timing where it waits for a person: never, a thank-you that is due, an open ask."""

import pytest

from refdesk.domain.digest import digest
from refdesk.domain.facts import Facts
from refdesk.domain.person import Person
from refdesk.domain.records import Referral, Thanks
from refdesk.domain.timing import timing
from refdesk.domain.verdict import GateResult
from tests.domain.builders import POLICY, TODAY, ago, agreed, ask, entry, facts, given, person, received

CLEAR = ("met", "clear")
THANKED = (Thanks(step=1, done_on=ago(0)),)
ALL_THANKED = tuple(Thanks(step=step, done_on=ago(0)) for step in (1, 2, 3))


def check(known: Facts, verdict: str, code: str) -> GateResult:
    """Nothing here passes by itself, so nothing has a day until which it holds."""
    counted = digest(known, POLICY, TODAY)
    result = timing(counted, counted.horizon(TODAY))
    assert (result.verdict, result.reason.code, result.begun, result.until) == (verdict, code, False, None)
    return result


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        pytest.param(person(), CLEAR, id="nothing recorded"),
        pytest.param(person(do_not_ask=True), ("blocked", "do_not_ask"), id="never ask"),
        pytest.param(person(died_on=ago(0)), ("blocked", "died"), id="died today"),
        pytest.param(person(died_on=ago(-1)), CLEAR, id="died on a later day"),
    ],
)
def test_never(who: Person, expected: tuple[str, str]) -> None:
    check(facts(person=who), *expected)


@pytest.mark.parametrize(
    ("referral", "expected"),
    [
        pytest.param(agreed(0), ("not_yet", "thank_you_agreed"), id="first, on the day of agreeing"),
        pytest.param(agreed(0, thanks=ALL_THANKED), CLEAR, id="first, said"),
        pytest.param(
            agreed(5, thanks=(Thanks(step=1, skipped_on=ago(1), why="moved"),)),
            CLEAR,
            id="first, skipped with a reason",
        ),
        pytest.param(
            agreed(5, thanks=(Thanks(step=1, done_on=ago(-1)),)),
            ("not_yet", "thank_you_agreed"),
            id="first, said tomorrow",
        ),
        pytest.param(agreed(-1), CLEAR, id="agreed tomorrow"),
        pytest.param(agreed(5, champion="tomasz", to="priya"), CLEAR, id="owed to somebody else"),
        pytest.param(received(0, thanks=()), ("not_yet", "thank_you_made"), id="first, unsolicited"),
        pytest.param(agreed(5, state="lapsed"), ("not_yet", "thank_you_lapsed"), id="first, though it lapsed"),
        pytest.param(received(5, state="followed_up", followed_up_on=ago(0)), CLEAR, id="second, not due before a day"),
        pytest.param(
            received(5, state="followed_up", followed_up_on=ago(1)), ("not_yet", "thank_you_2"), id="second, due"
        ),
        pytest.param(received(5, state="won", outcome_on=ago(0)), CLEAR, id="third, not due before a day"),
        pytest.param(received(5, state="won", outcome_on=ago(1)), ("not_yet", "thank_you_3"), id="third, due"),
        pytest.param(
            received(5, state="won", outcome_on=ago(1), thank_by="call"), ("not_yet", "thank_you_3"), id="by call"
        ),
        pytest.param(received(5, state="lost", outcome_on=ago(1)), ("not_yet", "closing_word"), id="lost"),
        pytest.param(received(5, state="not_a_fit", outcome_on=ago(1)), ("not_yet", "closing_word"), id="not a fit"),
        pytest.param(received(5, state="won", outcome_on=ago(9), thanks=ALL_THANKED), CLEAR, id="all thanked"),
        pytest.param(given(200), CLEAR, id="a given referral owes none"),
    ],
)
def test_a_thank_you_that_is_due(referral: Referral, expected: tuple[str, str]) -> None:
    check(facts(referrals=(referral,)), *expected)


def test_the_thank_you_that_fell_due_first_is_told() -> None:
    first = agreed(20, thanks=(), prospect="dele")
    known = facts(referrals=(received(5, state="won", outcome_on=ago(3)), first))
    result = check(known, "not_yet", "thank_you_agreed")
    assert (result.reason.on, result.reason.number, result.reason.other) == (ago(20), 1, "dele")
    assert result.evidence == (first.id,)


@pytest.mark.parametrize(("who", "code"), [(person(do_not_ask=True), "do_not_ask"), (person(died_on=ago(5)), "died")])
@pytest.mark.parametrize(("referrals", "step"), [((agreed(0),), 1), ((), None)])
def test_never_comes_first_and_still_tells_of_a_thank_you(
    who: Person, code: str, referrals: tuple[Referral, ...], step: int | None
) -> None:
    assert check(facts(person=who, referrals=referrals), "blocked", code).reason.number == step


@pytest.mark.parametrize(
    ("known", "code"),
    [
        pytest.param(facts(asks=(ask(0),)), "ask_open", id="asked today"),
        pytest.param(facts(asks=(ask(89),)), "ask_open", id="asked 89 days ago"),
        pytest.param(facts(asks=(ask(90),)), "clear", id="asked 90 days ago"),
        pytest.param(facts(asks=(ask(-1),)), "clear", id="asked tomorrow"),
        pytest.param(facts(asks=(ask(5, "draft", asked_on=None),)), "clear", id="a draft"),
        pytest.param(facts(asks=(ask(5, "planned", asked_on=None),)), "clear", id="planned"),
        pytest.param(
            facts(entry(4, "call", "offered_help"), asks=(ask(5),)), "ask_open", id="an offer does not close it"
        ),
        pytest.param(facts(asks=(ask(80), ask(5, "declined"))), "ask_open", id="an older open ask"),
        pytest.param(
            facts(asks=(ask(300, "agreed"),), referrals=(agreed(300, ask="ask-300-agreed", thanks=THANKED),)),
            "ask_agreed",
            id="agreed to, however long ago",
        ),
        pytest.param(
            facts(asks=(ask(300, "agreed"),), referrals=(received(99, ask="ask-300-agreed"),)), "clear", id="and made"
        ),
        pytest.param(
            facts(
                asks=(ask(300, "agreed"),),
                referrals=(received(-1, ask="ask-300-agreed", agreed_on=ago(300), thanks=THANKED),),
            ),
            "ask_agreed",
            id="and made tomorrow",
        ),
        pytest.param(
            facts(asks=(ask(300, "agreed"),), referrals=(agreed(300, thanks=THANKED),)), "clear", id="another referral"
        ),
        pytest.param(
            facts(
                asks=(ask(300, "agreed"),),
                referrals=(agreed(300, state="lapsed", ask="ask-300-agreed", thanks=THANKED),),
            ),
            "clear",
            id="lapsed",
        ),
    ],
)
def test_an_open_ask_waits_for_them(known: Facts, code: str) -> None:
    check(known, "met" if code == "clear" else "not_yet", code)
