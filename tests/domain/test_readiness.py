"""The whole assessment: state, next step, how long it holds, and the order of lists."""

from datetime import date
from typing import Any

import pytest

from refdesk.domain.facts import Facts
from refdesk.domain.policy import Policy
from refdesk.domain.readiness import assess, order_key
from refdesk.domain.verdict import Verdict
from tests.domain.builders import (
    POLICY,
    TODAY,
    ago,
    agreed,
    ask,
    delivered,
    entry,
    facts,
    person,
    ready_facts,
    received,
    spoke,
)


def judged(known: Facts, today: date = TODAY) -> Verdict:
    return assess(known, today, POLICY)


def client(**fields: Any) -> Any:
    return person(**{"roles": ("client",), "known_since": ago(2000), **fields})


HELPED = entry(1, "note", "gave")
COMPLAINT = entry(9, "note", "complaint")
NOBODY = {"acquaintances": ()}

STATES = [
    pytest.param(ready_facts(), "ready", None, id="everything met"),
    pytest.param(ready_facts(HELPED), "hold", "timing", id="only Timing open"),
    pytest.param(ready_facts(**NOBODY), "almost", "opportunity", id="only Opportunity open"),
    pytest.param(ready_facts(HELPED, **NOBODY), "nurture", "opportunity", id="Opportunity and Timing open"),
    pytest.param(ready_facts(COMPLAINT), "do_not_ask", "results", id="a complaint"),
    pytest.param(ready_facts(COMPLAINT, HELPED, **NOBODY), "do_not_ask", "results", id="a complaint and more"),
    pytest.param(ready_facts(who=client(do_not_ask=True)), "do_not_ask", "timing", id="never ask"),
    pytest.param(ready_facts(who=client(do_not_ask=True), **NOBODY), "do_not_ask", "opportunity", id="never, and more"),
    pytest.param(ready_facts(who=client(died_on=ago(9))), "do_not_ask", "timing", id="died"),
    pytest.param(ready_facts(who=client(trust="low")), "almost", "relationship", id="low trust"),
    pytest.param(facts(), "nurture", "results", id="nothing known"),
    pytest.param(
        facts(delivered(300, "delighted"), spoke(200), person=client()),
        "reconnect",
        "relationship",
        id="dormant and more",
    ),
    pytest.param(
        facts(spoke(200), entry(200, "note", "complaint"), person=client()),
        "do_not_ask",
        "results",
        id="dormant, blocked",
    ),
    pytest.param(
        facts(spoke(200), person=client(trust="low")), "nurture", "results", id="dormant, but low trust decides"
    ),
    pytest.param(ready_facts(referrals=(agreed(3),)), "hold", "timing", id="only a thank-you is due"),
    pytest.param(facts(referrals=(agreed(3),)), "nurture", "timing", id="a thank-you comes before every gate"),
    pytest.param(ready_facts(COMPLAINT, referrals=(agreed(3),)), "do_not_ask", "timing", id="also before a complaint"),
    pytest.param(
        facts(person=person(do_not_ask=True), referrals=(agreed(3),)), "do_not_ask", "timing", id="also if never asked"
    ),
]


@pytest.mark.parametrize(("known", "state", "next_gate"), STATES)
def test_state_and_next_step(known: Facts, state: str, next_gate: str | None) -> None:
    verdict = judged(known)
    assert (verdict.state, verdict.next_gate) == (state, next_gate)


def test_only_dormant_is_reconnect_when_relationship_alone_is_open() -> None:
    known = facts(
        delivered(300, "delighted"),
        entry(300, "note", "gave", "explained"),
        spoke(181),
        person=client(),
        acquaintances=ready_facts().acquaintances,
    )
    assert judged(known, ago(1)).state == "almost"
    assert judged(known).state == "reconnect"
    assert judged(ready_facts(), ago(-71)).state == "almost"


def test_a_hold_says_until_when() -> None:
    assert judged(ready_facts(HELPED)).until == ago(-2)
    assert judged(ready_facts(asks=(ask(5),))).until is None
    assert judged(ready_facts(HELPED, **NOBODY)).until is None
    assert judged(ready_facts(HELPED, **NOBODY)).timing.until == ago(-2)


def test_known_from_is_the_first_conversation() -> None:
    assert judged(ready_facts()).known_from == ago(120)
    assert judged(facts(entry(500, "message"), spoke(3, planned=True), spoke(-1))).known_from is None


@pytest.mark.parametrize(
    ("known", "valid_until"),
    [
        pytest.param(facts(), None, id="nothing known"),
        pytest.param(facts(spoke(2000), person=client()), None, id="dormant for good"),
        pytest.param(ready_facts(), ago(-2), id="spoken 20 days ago, a quarter of 90"),
        pytest.param(ready_facts(HELPED), ago(-1), id="a pause of three days"),
        pytest.param(facts(entry(365, "note", "story")), ago(0), id="told 365 days ago"),
        pytest.param(facts(entry(366, "note", "story")), None, id="told 366 days ago"),
        pytest.param(facts(entry(60, "note", "offered_help")), ago(0), id="offered 60 days ago"),
        pytest.param(facts(referrals=(received(9, state="won", outcome_on=ago(0)),)), ago(0), id="thank-you tomorrow"),
        pytest.param(facts(asks=(ask(10),)), ago(-79), id="an open ask ends by itself"),
        pytest.param(facts(asks=(ask(10, "later", later_until=ago(-30)),)), ago(-29), id="later"),
        pytest.param(facts(entry(-9, "note", "explained")), ago(-8), id="a later day's entry, an earlier day reckoned"),
        pytest.param(facts(entry(-9, "letter")), None, id="a later day's entry that changes nothing"),
        pytest.param(facts(entry(-9, "note", "explained", planned=True)), None, id="a plan never comes by itself"),
        pytest.param(facts(spoke(50), person=person(known_since=ago(20), trust="low")), ago(-17), id="half of warm"),
    ],
)
def test_how_long_it_holds(known: Facts, valid_until: date | None) -> None:
    assert judged(known).valid_until == valid_until


@pytest.mark.parametrize(
    ("known", "reasons_until", "valid_until"),
    [
        pytest.param(facts(delivered(0)), ago(-2), ago(-2), id="both at once"),
        pytest.param(facts(delivered(0), entry(1, "note", "gave")), ago(-1), ago(-2), id="another reason to wait"),
        pytest.param(
            facts(COMPLAINT, spoke(400), person=person(known_since=ago(10))),
            ago(-19),
            None,
            id="just met, then dormant",
        ),
    ],
)
def test_reasons_hold_no_longer_than_the_verdict(known: Facts, reasons_until: date, valid_until: date | None) -> None:
    verdict = judged(known)
    assert (verdict.reasons_until, verdict.valid_until) == (reasons_until, valid_until)


def test_a_long_life_on_the_calendar() -> None:
    policy = Policy(dormant_after=10**8, warm_within=10**8, explained_within=10**8, ask_cooldown=10**8)
    verdict = assess(ready_facts(asks=(ask(3, "declined"),)), TODAY, policy)
    assert (verdict.state, verdict.until, verdict.valid_until) == ("hold", None, None)
    assert assess(ready_facts(), date.max, POLICY).valid_until is None


ORDER = [
    ("ready", ready_facts()),
    ("almost", ready_facts(**NOBODY)),
    ("hold", ready_facts(HELPED)),
    ("reconnect", facts(spoke(200), person=client())),
    ("nurture", facts()),
    ("do_not_ask", facts(COMPLAINT)),
]


def test_lists_are_ordered_by_state() -> None:
    verdicts = [judged(known) for _, known in ORDER]
    assert [verdict.state for verdict in verdicts] == [state for state, _ in ORDER]
    keys = [order_key(verdict, "Ann", "ann") for verdict in verdicts]
    assert keys == sorted(keys)


def test_inside_a_state_by_score_then_by_who_is_known_longer_then_by_name_and_id() -> None:
    high, longer, shorter = (
        judged(facts(spoke(0), person=person(trust="growing"))),
        judged(facts(spoke(0), spoke(50))),
        judged(facts(spoke(0))),
    )
    never = judged(facts(delivered(5, "delighted")))
    assert {verdict.state for verdict in (high, longer, shorter, never)} == {"nurture"}
    assert longer.score == shorter.score == never.score < high.score
    zoe, anna, ann = ("zoë", "c"), ("Anna", "b"), ("anna", "a")
    expected = [
        order_key(high, *zoe),
        order_key(longer, *zoe),
        order_key(shorter, *ann),
        order_key(shorter, *anna),
        order_key(shorter, *zoe),
        order_key(never, *ann),
    ]
    assert sorted(set(expected)) == expected
