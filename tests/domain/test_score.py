"""The score's terms, the sincere offer and the advised level."""

from typing import Any

import pytest

from refdesk.domain.digest import digest
from refdesk.domain.facts import Acquaintance, Facts
from refdesk.domain.policy import Policy
from refdesk.domain.score import advised_level, score_terms
from refdesk.domain.verdict import ScoreTerms
from refdesk.domain.words import Level
from tests.domain.builders import (
    POLICY,
    TODAY,
    ago,
    agreed,
    ask,
    delivered,
    entry,
    facts,
    given,
    person,
    received,
    spoke,
)


def terms(known: Facts, policy: Policy = POLICY) -> ScoreTerms:
    counted = digest(known, policy, TODAY)
    return score_terms(counted, counted.horizon(TODAY))


def level(known: Facts) -> Level:
    return advised_level(digest(known, POLICY, TODAY), terms(known))


@pytest.mark.parametrize(("trust", "points"), [("unknown", 0), ("low", 0), ("growing", 10), ("high", 20)])
def test_trust(trust: str, points: int) -> None:
    assert terms(facts(person=person(trust=trust))) == ScoreTerms(trust=points)


@pytest.mark.parametrize(
    ("known", "points"),
    [
        (facts(delivered(500, "delighted")), 20),
        (facts(delivered(500, "satisfied")), 10),
        (facts(delivered(500, "mixed")), 0),
        (facts(delivered(500, "unhappy")), 0),
        (facts(delivered(500)), 0),
        (facts(delivered(500, "delighted"), delivered(400, "satisfied")), 10),
        (facts(delivered(500, "delighted"), entry(400, "note", "complaint", resolved_on=ago(300))), 0),
        (facts(delivered(-1, "delighted")), 0),
    ],
)
def test_satisfaction_is_the_latest_that_counts(known: Facts, points: int) -> None:
    assert terms(known) == ScoreTerms(satisfaction=points)


@pytest.mark.parametrize(
    ("cadence", "days", "points"),
    [
        (None, 0, 20),
        (None, 22, 20),
        (None, 23, 15),
        (None, 45, 15),
        (None, 46, 10),
        (None, 67, 10),
        (None, 68, 5),
        (None, 90, 5),
        (None, 91, 0),
        (None, -1, 0),
        (7, 2, 20),
        (7, 3, 15),
        (7, 5, 15),
        (7, 6, 10),
        (7, 7, 10),
        (7, 8, 5),
        (7, 10, 5),
        (7, 11, 0),
        (1, 0, 20),
        (1, 1, 5),
        (1, 2, 0),
    ],
)
def test_recency_in_quarters_of_warm(cadence: int | None, days: int, points: int) -> None:
    assert terms(facts(spoke(days), person=person(cadence_days=cadence))) == ScoreTerms(recency=points)


def test_only_conversations_count_for_recency() -> None:
    assert terms(facts(entry(0, "message"), spoke(80))).recency == 5


def offered(days: int, **fields: Any) -> Any:
    return entry(days, "note", "offered_help", **fields)


@pytest.mark.parametrize(
    ("known", "points"),
    [
        pytest.param(facts(offered(0)), 15, id="today"),
        pytest.param(facts(offered(60)), 15, id="60 days ago"),
        pytest.param(facts(offered(61)), 0, id="61 days ago"),
        pytest.param(facts(offered(-1)), 0, id="tomorrow"),
        pytest.param(facts(entry(5, "note", "repayment_offer")), 0, id="an offer to repay"),
        pytest.param(facts(offered(5), asks=(ask(6),)), 15, id="an ask before it"),
        pytest.param(facts(offered(5), asks=(ask(5),)), 0, id="an ask that day"),
        pytest.param(facts(offered(5), asks=(ask(4),)), 0, id="an ask after it"),
        pytest.param(facts(offered(5), asks=(ask(-1),)), 15, id="an ask tomorrow"),
        pytest.param(facts(offered(5), asks=(ask(4, "draft", asked_on=None),)), 15, id="an ask not put yet"),
        pytest.param(facts(offered(50), offered(5), asks=(ask(20),)), 15, id="offered again"),
    ],
)
def test_a_sincere_offer(known: Facts, points: int) -> None:
    assert terms(known) == ScoreTerms(offer=points)


@pytest.mark.parametrize(("count", "points"), [(0, 0), (1, 5), (2, 10), (3, 15), (4, 15)])
def test_referrals_they_made(count: int, points: int) -> None:
    made = tuple(received(days) for days in range(count))
    others = (given(5), agreed(5), received(-1), received(5, champion="tomasz"))
    assert terms(facts(referrals=(*made, *others))) == ScoreTerms(referrals=points)


@pytest.mark.parametrize(("count", "points"), [(0, 0), (1, 2), (4, 8), (5, 10), (6, 10)])
def test_people_they_could_introduce(count: int, points: int) -> None:
    reachable = (*(Acquaintance(str(number)) for number in range(count)), Acquaintance("client", ("client",)))
    assert terms(facts(acquaintances=reachable)) == ScoreTerms(could_introduce=points)


def test_the_total_is_at_most_a_hundred() -> None:
    everything = facts(
        delivered(5, "delighted"),
        spoke(0),
        offered(0),
        person=person(trust="high"),
        referrals=tuple(received(days) for days in range(5)),
        acquaintances=tuple(Acquaintance(str(number)) for number in range(9)),
    )
    assert terms(everything) == ScoreTerms(20, 20, 20, 15, 15, 10)
    assert terms(everything).total == 100


CHAMPION = (received(500),)


@pytest.mark.parametrize(
    ("known", "advised"),
    [
        pytest.param(facts(), "recommendation", id="nothing known"),
        pytest.param(facts(referrals=CHAMPION), "recommendation", id="champion"),
        pytest.param(facts(delivered(9, "delighted")), "recommendation", id="delighted"),
        pytest.param(facts(delivered(9, "delighted"), referrals=CHAMPION), "introduction", id="delighted champion"),
        pytest.param(facts(delivered(9, "satisfied"), referrals=CHAMPION), "recommendation", id="satisfied champion"),
        pytest.param(facts(person=person(trust="high"), referrals=CHAMPION), "introduction", id="trusting champion"),
        pytest.param(facts(person=person(trust="growing"), referrals=CHAMPION), "recommendation", id="growing trust"),
        pytest.param(facts(offered(60), delivered(90, "delighted")), "introduction", id="delighted, and offered"),
        pytest.param(facts(offered(61), delivered(90, "delighted")), "recommendation", id="offered too long ago"),
        pytest.param(facts(offered(9), person=person(trust="high")), "introduction", id="trusting, and offered"),
        pytest.param(facts(delivered(9, "delighted"), referrals=(received(-1),)), "recommendation", id="made tomorrow"),
    ],
)
def test_the_advised_level(known: Facts, advised: str) -> None:
    assert level(known) == advised
