"""Timing's pauses: the holds that pass by themselves, and the first day on which asking would be well timed."""

from datetime import date
from typing import Any

import pytest

from refdesk.domain.digest import digest
from refdesk.domain.facts import Facts
from refdesk.domain.policy import Policy
from refdesk.domain.records import Ask, Entry, Thanks
from refdesk.domain.timing import timing
from refdesk.domain.verdict import GateResult
from tests.domain.builders import POLICY, TODAY, ago, agreed, ask, delivered, entry, facts, given, person, received

CLEAR = ("met", "clear", None)
THANKED = (Thanks(step=1, done_on=ago(0)),)


def judged(known: Facts, policy: Policy = POLICY) -> GateResult:
    counted = digest(known, policy, TODAY)
    return timing(counted, counted.horizon(TODAY))


def check(known: Facts, expected: tuple[str, str, date | None], policy: Policy = POLICY) -> None:
    result = judged(known, policy)
    assert (result.verdict, result.reason.code, result.until) == expected
    assert not result.begun


def later(days: int, until: int, **fields: Any) -> Ask:
    return ask(days, "later", later_until=ago(until), **fields)


def offered(days: int) -> Entry:
    return entry(days, "call", "offered_help")


@pytest.mark.parametrize(
    ("asks", "expected"),
    [
        pytest.param((later(5, -1),), ("not_yet", "ask_later", ago(-1)), id="until tomorrow"),
        pytest.param((later(5, 0),), CLEAR, id="until today"),
        pytest.param((later(5, -400),), ("not_yet", "ask_later", ago(-400)), id="until far ahead"),
        pytest.param((later(500, -7),), ("not_yet", "ask_later", ago(-7)), id="asked long ago"),
        pytest.param((later(-1, -7),), CLEAR, id="asked tomorrow"),
        pytest.param((later(5, -9), later(4, -7)), ("not_yet", "ask_later", ago(-9)), id="the latest day counts"),
        pytest.param((later(5, -9), later(4, 1)), ("not_yet", "ask_later", ago(-9)), id="one day has come"),
        pytest.param((later(5, -9), ask(4)), ("not_yet", "ask_open", None), id="an open ask comes first"),
        pytest.param(
            (later(5, -9), ask(4, "declined")), ("not_yet", "ask_later", ago(-86)), id="then the last ask's pause"
        ),
    ],
)
def test_later_has_its_own_day(asks: tuple[Ask, ...], expected: tuple[str, str, date | None]) -> None:
    check(facts(asks=asks), expected)


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        pytest.param(facts(asks=(ask(0, "declined"),)), ("not_yet", "asked_lately", ago(-90)), id="declined today"),
        pytest.param(facts(asks=(ask(89, "declined"),)), ("not_yet", "asked_lately", ago(-1)), id="89 days ago"),
        pytest.param(facts(asks=(ask(90, "declined"),)), CLEAR, id="90 days ago"),
        pytest.param(
            facts(asks=(ask(5, "agreed"),), referrals=(received(5, ask="ask-5-agreed"),)),
            ("not_yet", "asked_lately", ago(-85)),
            id="agreed to and made",
        ),
        pytest.param(
            facts(asks=(ask(95, "declined"), ask(50, "declined"))), ("not_yet", "asked_lately", ago(-40)), id="the last"
        ),
        pytest.param(facts(asks=(ask(50, "declined"), later(40, 1))), CLEAR, id="the last stands at later"),
        pytest.param(
            facts(asks=(later(50, 1), ask(40, "declined"))),
            ("not_yet", "asked_lately", ago(-50)),
            id="an earlier later",
        ),
        pytest.param(
            facts(asks=(later(40, 1), ask(40, "declined"))), ("not_yet", "asked_lately", ago(-50)), id="not all later"
        ),
        pytest.param(facts(asks=(later(40, 1), later(40, 0, id="second"))), CLEAR, id="all of that day at later"),
        pytest.param(facts(offered(39), asks=(ask(40, "declined"),)), ("met", "offered", None), id="an offer since"),
        pytest.param(
            facts(offered(40), asks=(ask(40, "declined"),)),
            ("not_yet", "asked_lately", ago(-50)),
            id="an offer that day",
        ),
        pytest.param(
            facts(offered(60), asks=(ask(61, "declined"),)), ("met", "offered", None), id="offered 60 days ago"
        ),
        pytest.param(
            facts(offered(61), asks=(ask(62, "declined"),)), ("not_yet", "asked_lately", ago(-28)), id="61 days ago"
        ),
        pytest.param(
            facts(entry(5, "call", "repayment_offer"), asks=(ask(40, "declined"),)),
            ("not_yet", "asked_lately", ago(-50)),
            id="an offer to repay is not sincere enough",
        ),
    ],
)
def test_asked_lately(known: Facts, expected: tuple[str, str, date | None]) -> None:
    check(known, expected)


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        pytest.param(facts(entry(0, "note", "gave")), ("not_yet", "helped_lately", ago(-3)), id="helped today"),
        pytest.param(facts(entry(2, "note", "gave")), ("not_yet", "helped_lately", ago(-1)), id="helped 2 days ago"),
        pytest.param(facts(entry(3, "note", "gave")), CLEAR, id="helped 3 days ago"),
        pytest.param(facts(entry(-1, "note", "gave")), CLEAR, id="helping tomorrow"),
        pytest.param(facts(delivered(2)), ("not_yet", "delivered_lately", ago(-1)), id="delivered, whatever they felt"),
        pytest.param(facts(delivered(3, "delighted")), CLEAR, id="delivered 3 days ago"),
        pytest.param(facts(referrals=(given(1),)), ("not_yet", "helped_lately", ago(-2)), id="a referral given"),
        pytest.param(facts(referrals=(given(3),)), CLEAR, id="a referral given 3 days ago"),
        pytest.param(
            facts(entry(2, "note", "gave"), delivered(0)),
            ("not_yet", "helped_lately", ago(-3)),
            id="until both have passed",
        ),
        pytest.param(
            facts(offered(1), entry(1, "note", "gave")),
            ("not_yet", "helped_lately", ago(-2)),
            id="an offer changes nothing",
        ),
    ],
)
def test_helped_lately(known: Facts, expected: tuple[str, str, date | None]) -> None:
    check(known, expected)


def test_no_pause_where_the_policy_wants_none() -> None:
    check(facts(entry(0, "note", "gave")), CLEAR, Policy(repay_pause=0))


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        pytest.param(
            facts(entry(0, "note", "gave"), referrals=(received(9, state="won", outcome_on=ago(0)),)),
            ("not_yet", "helped_lately", None),
            id="a thank-you falls due on the way",
        ),
        pytest.param(
            facts(offered(59), entry(0, "note", "gave"), asks=(ask(61, "declined"),)),
            ("not_yet", "helped_lately", ago(-29)),
            id="an offer runs out on the way",
        ),
        pytest.param(
            facts(entry(0, "note", "gave"), person=person(died_on=ago(-2))),
            ("not_yet", "helped_lately", None),
            id="death on the way, where an earlier day is reckoned",
        ),
        pytest.param(
            facts(offered(-9), asks=(ask(5, "declined"),)),
            ("not_yet", "asked_lately", ago(-9)),
            id="an offer of a later day, where an earlier day is reckoned",
        ),
        pytest.param(
            facts(entry(0, "note", "gave"), delivered(-2), asks=(later(9, -1),)),
            ("not_yet", "ask_later", ago(-5)),
            id="rule upon rule",
        ),
    ],
)
def test_until_walks_on_through_the_rules(known: Facts, expected: tuple[str, str, date | None]) -> None:
    check(known, expected)


def test_until_beyond_the_calendar_is_never() -> None:
    assert judged(facts(asks=(ask(5, "declined"),)), Policy(ask_cooldown=10**8)).until is None


@pytest.mark.parametrize(
    ("known", "evidence"),
    [
        (facts(asks=(ask(9), ask(5))), ("ask-5-asked",)),
        (facts(asks=(ask(9, "declined"), ask(9, "later", later_until=ago(1)))), ("ask-9-declined", "ask-9-later")),
        (facts(asks=(later(9, -3), later(8, -5))), ("ask-8-later",)),
        (facts(entry(2, "note", "gave"), entry(1, "call", "gave")), ("entry-1-call-gave",)),
        (facts(offered(9)), ("entry-9-call-offered_help",)),
        (
            facts(asks=(ask(9, "agreed"),), referrals=(agreed(9, ask="ask-9-agreed", thanks=THANKED),)),
            ("ask-9-agreed", "agreed-9"),
        ),
    ],
)
def test_what_decided_is_named(known: Facts, evidence: tuple[str, ...]) -> None:
    assert judged(known).evidence == evidence
