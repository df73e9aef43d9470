"""Results: has the work earned it?"""

from datetime import time
from typing import Any

import pytest

from refdesk.domain.digest import digest
from refdesk.domain.facts import Facts
from refdesk.domain.gates import results
from refdesk.domain.records import Entry
from refdesk.domain.verdict import GateResult
from tests.domain.builders import POLICY, TODAY, ago, delivered, entry, facts, person, received, spoke


def judged(known: Facts) -> GateResult:
    return results(digest(known, POLICY, TODAY))


def complaint(days: int, **fields: Any) -> Entry:
    return entry(days, "note", "complaint", **fields)


CLIENT = person(roles=("client",))
AFTER_A_COMPLAINT = (delivered(50, "delighted"), complaint(40, resolved_on=ago(30)))

CASES = [
    pytest.param(facts(complaint(5)), "blocked", False, "complaint", id="open complaint"),
    pytest.param(facts(complaint(0)), "blocked", False, "complaint", id="open complaint of today"),
    pytest.param(facts(complaint(-1)), "not_yet", False, "unproven", id="complaint of tomorrow"),
    pytest.param(facts(complaint(-1, planned=True)), "not_yet", False, "unproven", id="planned complaint"),
    pytest.param(facts(complaint(5, resolved_on=ago(-1))), "blocked", False, "complaint", id="resolved tomorrow"),
    pytest.param(
        facts(complaint(5, resolved_on=ago(0)), person=CLIENT),
        "not_yet",
        False,
        "complaint_settled",
        id="settled today",
    ),
    pytest.param(
        facts(complaint(9), complaint(5, resolved_on=ago(1)), delivered(1, "delighted")),
        "blocked",
        False,
        "complaint",
        id="an older complaint is open",
    ),
    pytest.param(facts(delivered(5, "unhappy")), "blocked", False, "unhappy", id="unhappy"),
    pytest.param(facts(delivered(5, "mixed")), "not_yet", True, "mixed", id="mixed"),
    pytest.param(facts(delivered(5, "satisfied")), "met", False, "satisfied", id="satisfied"),
    pytest.param(facts(delivered(5, "delighted")), "met", False, "delighted", id="delighted"),
    pytest.param(facts(spoke(5, satisfaction="satisfied")), "met", False, "satisfied", id="said in a conversation"),
    pytest.param(
        facts(delivered(5, "delighted"), spoke(4, satisfaction="mixed")), "not_yet", True, "mixed", id="latest counts"
    ),
    pytest.param(
        facts(spoke(5, at=time(9), satisfaction="mixed"), delivered(5, "delighted")),
        "not_yet",
        True,
        "mixed",
        id="on one day, the one with a time is later",
    ),
    pytest.param(
        facts(delivered(5, "delighted"), delivered(-1, "unhappy")), "met", False, "delighted", id="tomorrow's not"
    ),
    pytest.param(
        facts(*AFTER_A_COMPLAINT, person=CLIENT), "not_yet", True, "complaint_settled", id="not what came before it"
    ),
    pytest.param(facts(*AFTER_A_COMPLAINT), "not_yet", True, "unproven", id="nor for anybody else"),
    pytest.param(
        facts(complaint(40, resolved_on=ago(30), satisfaction="delighted"), person=CLIENT),
        "not_yet",
        True,
        "complaint_settled",
        id="not the complaint's own",
    ),
    pytest.param(
        facts(*AFTER_A_COMPLAINT, delivered(35, "satisfied")),
        "met",
        False,
        "satisfied",
        id="after it, even before settled",
    ),
    pytest.param(
        facts(complaint(40, resolved_on=ago(1)), spoke(40, at=time(9), satisfaction="satisfied")),
        "met",
        False,
        "satisfied",
        id="after it on its day",
    ),
    pytest.param(facts(person=CLIENT), "not_yet", False, "client_unrated", id="client nobody asked"),
    pytest.param(facts(person=person(roles=("past_client",))), "not_yet", False, "client_unrated", id="past client"),
    pytest.param(
        facts(person=person(roles=("client",), trust="high")), "not_yet", False, "client_unrated", id="trusting client"
    ),
    pytest.param(
        facts(person=CLIENT, referrals=(received(5),)), "not_yet", True, "client_unrated", id="client and champion"
    ),
    pytest.param(facts(referrals=(received(0),)), "met", False, "champion", id="champion of today"),
    pytest.param(facts(referrals=(received(-1),)), "not_yet", False, "unproven", id="champion of tomorrow"),
    pytest.param(
        facts(person=person(roles=("prospect",)), referrals=(received(5),)),
        "met",
        False,
        "champion",
        id="prospect champion",
    ),
    pytest.param(
        facts(referrals=(received(5, champion="tomasz", to="priya"),)), "not_yet", False, "unproven", id="not theirs"
    ),
    pytest.param(
        facts(person=person(roles=("prospect",), trust="high")), "not_yet", False, "prospect", id="trusting prospect"
    ),
    pytest.param(facts(person=person(trust="high")), "met", False, "trusted", id="high trust"),
    pytest.param(facts(person=person(trust="growing")), "not_yet", False, "unproven", id="growing trust"),
    pytest.param(facts(), "not_yet", False, "unproven", id="nothing known"),
]


@pytest.mark.parametrize(("known", "verdict", "begun", "code"), CASES)
def test_results(known: Facts, verdict: str, begun: bool, code: str) -> None:
    result = judged(known)
    assert (result.verdict, result.begun, result.reason.code) == (verdict, begun, code)


def test_what_decided_is_named_with_its_day() -> None:
    known = facts(delivered(50, "delighted"), spoke(9, satisfaction="mixed", approximate=True))
    result = judged(known)
    assert result.evidence == ("entry-9-call",)
    assert (result.reason.on, result.reason.other) == (ago(9), "approximate")


def test_every_open_complaint_is_named_the_latest_told() -> None:
    result = judged(facts(complaint(9), complaint(7, resolved_on=ago(1)), complaint(5)))
    assert result.evidence == ("entry-9-note-complaint", "entry-5-note-complaint")
    assert result.reason.on == ago(5)
