"""Giving: has the user given, and are they not in the other's debt?"""

import pytest

from refdesk.domain.digest import digest
from refdesk.domain.facts import Facts
from refdesk.domain.gates import giving
from refdesk.domain.policy import Policy
from tests.domain.builders import POLICY, TODAY, ago, delivered, entry, facts, given, received

GAVE, GAVE_AGAIN = entry(50, "note", "gave"), entry(40, "note", "gave")
GOT = tuple(entry(days, "note", "received") for days in (30, 29, 28))
MET_MORE = ("met", False, "given_more", 1)
NOTHING = ("not_yet", False, "nothing_given", None)

CASES = [
    pytest.param(facts(), NOTHING, id="nothing either way"),
    pytest.param(facts(GAVE), MET_MORE, id="given once"),
    pytest.param(facts(entry(0, "note", "gave")), MET_MORE, id="given today"),
    pytest.param(facts(entry(-1, "note", "gave")), NOTHING, id="given tomorrow"),
    pytest.param(facts(entry(1, "note", "gave", planned=True)), NOTHING, id="only planned"),
    pytest.param(facts(delivered(5, "satisfied")), MET_MORE, id="satisfied delivery"),
    pytest.param(facts(delivered(5, "delighted")), MET_MORE, id="delighted delivery"),
    pytest.param(facts(delivered(5, "mixed")), NOTHING, id="mixed delivery"),
    pytest.param(facts(delivered(5)), NOTHING, id="delivery nobody spoke of"),
    pytest.param(facts(entry(5, satisfaction="delighted")), NOTHING, id="delighted without a delivery"),
    pytest.param(facts(entry(5, "note", "gave", "delivered", satisfaction="delighted")), MET_MORE, id="both, once"),
    pytest.param(facts(referrals=(given(0),)), MET_MORE, id="a referral given and made"),
    pytest.param(facts(referrals=(given(-1),)), NOTHING, id="made tomorrow"),
    pytest.param(
        facts(referrals=(given(5, state="agreed", made_on=None, agreed_on=ago(5)),)), NOTHING, id="only promised"
    ),
    pytest.param(facts(referrals=(given(5, to="tomasz"),)), NOTHING, id="given to somebody else"),
    pytest.param(facts(GOT[0]), NOTHING, id="received one, nothing given"),
    pytest.param(facts(*GOT[:2]), ("not_yet", False, "owing", 2), id="received two, nothing given"),
    pytest.param(facts(GAVE, GOT[0]), ("met", False, "given_even", 1), id="even"),
    pytest.param(facts(GAVE, *GOT[:2]), ("met", False, "given_less", 1), id="one behind"),
    pytest.param(facts(GAVE, *GOT), ("not_yet", True, "owing", 2), id="two behind"),
    pytest.param(facts(GAVE, GAVE_AGAIN, *GOT), ("met", False, "given_less", 1), id="one behind after giving again"),
    pytest.param(facts(GAVE, GAVE_AGAIN), ("met", False, "given_more", 2), id="two ahead"),
    pytest.param(
        facts(GAVE, *GOT[:2], referrals=(received(5),)), ("not_yet", True, "owing", 2), id="a referral counts"
    ),
    pytest.param(
        facts(GAVE, *GOT[:2], referrals=(received(-1),)), ("met", False, "given_less", 1), id="not tomorrow's"
    ),
    pytest.param(facts(GAVE, entry(9, "note", "gave", "received")), MET_MORE, id="an entry may be both"),
]


@pytest.mark.parametrize(("known", "expected"), CASES)
def test_giving(known: Facts, expected: tuple[str, bool, str, int | None]) -> None:
    result = giving(digest(known, POLICY, TODAY))
    assert (result.verdict, result.begun, result.reason.code, result.reason.number) == expected


@pytest.mark.parametrize(("limit", "verdict"), [(1, "not_yet"), (2, "met"), (3, "met")])
def test_how_far_behind_is_too_far(limit: int, verdict: str) -> None:
    known = facts(GAVE, *GOT[:2])
    assert giving(digest(known, Policy(owe_limit=limit), TODAY)).verdict == verdict


def test_everything_given_and_received_is_named() -> None:
    known = facts(GAVE, GOT[0], referrals=(given(5), received(3)))
    assert giving(digest(known, POLICY, TODAY)).evidence == (GAVE.id, "given-5", GOT[0].id, "received-3")
