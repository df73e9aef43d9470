"""Understanding and Opportunity: do they know what the user does, and whom do they know?"""

from typing import Any

import pytest

from refdesk.domain.digest import digest
from refdesk.domain.facts import Acquaintance, Facts
from refdesk.domain.gates import opportunity, understanding
from tests.domain.builders import POLICY, TODAY, ago, agreed, entry, facts, given, person, received

TOLD = ("met", False, "told")
LONG_AGO = ("not_yet", True, "told_long_ago")
UNTOLD = ("not_yet", False, "untold")


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        pytest.param(facts(), UNTOLD, id="never told"),
        pytest.param(facts(entry(0, "note", "explained")), TOLD, id="told today"),
        pytest.param(facts(entry(-1, "note", "explained")), UNTOLD, id="told tomorrow"),
        pytest.param(facts(entry(5, "note", "explained", planned=True)), UNTOLD, id="meant to tell"),
        pytest.param(facts(entry(365, "note", "explained")), TOLD, id="told 365 days ago"),
        pytest.param(facts(entry(366, "note", "explained")), LONG_AGO, id="told 366 days ago"),
        pytest.param(facts(entry(365, "call", "story")), TOLD, id="a story 365 days ago"),
        pytest.param(facts(entry(366, "call", "story")), LONG_AGO, id="a story 366 days ago"),
        pytest.param(facts(entry(5, "call", "expectation")), UNTOLD, id="living by referrals is another thing"),
        pytest.param(facts(referrals=(received(365),)), ("met", False, "referred"), id="referred 365 days ago"),
        pytest.param(
            facts(referrals=(received(366),)), ("not_yet", True, "referred_long_ago"), id="referred 366 days ago"
        ),
        pytest.param(facts(referrals=(received(-1),)), UNTOLD, id="referred tomorrow"),
        pytest.param(facts(referrals=(agreed(5),)), UNTOLD, id="only agreed"),
        pytest.param(facts(referrals=(given(5),)), UNTOLD, id="a referral given tells nothing"),
        pytest.param(
            facts(entry(400, "note", "story"), referrals=(received(300),)), ("met", False, "referred"), id="later"
        ),
        pytest.param(facts(entry(300, "note", "story"), referrals=(received(400),)), TOLD, id="the later one decides"),
        pytest.param(facts(entry(300, "note", "story"), referrals=(received(300),)), TOLD, id="both on one day"),
    ],
)
def test_understanding(known: Facts, expected: tuple[str, bool, str]) -> None:
    counted = digest(known, POLICY, TODAY)
    result = understanding(counted, counted.horizon(TODAY))
    assert (result.verdict, result.begun, result.reason.code) == expected


def test_the_latest_telling_is_named() -> None:
    known = facts(entry(9, "note", "explained"), entry(5, "note", "story", approximate=True), entry(7, "call", "story"))
    counted = digest(known, POLICY, TODAY)
    result = understanding(counted, counted.horizon(TODAY))
    assert result.evidence == ("entry-5-note-story",)
    assert (result.reason.on, result.reason.other) == (ago(5), "approximate")


DELE, CLIENT, PAST, FRIEND = (
    Acquaintance("dele"),
    Acquaintance("client", ("client",)),
    Acquaintance("past", ("friend", "past_client")),
    Acquaintance("friend", ("friend", "prospect")),
)
DENTISTS = frozenset(("dentists", "strasse"))


def world(*tags: str, known: tuple[Acquaintance, ...] = ()) -> dict[str, Any]:
    return {"person": person(knows=tags), "acquaintances": known, "active_tags": DENTISTS}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param(world(), ("not_yet", False, "world_unknown", ""), id="nothing known"),
        pytest.param(world(known=(DELE,)), ("met", False, "could_introduce", "dele"), id="somebody"),
        pytest.param(world(known=(CLIENT,)), ("not_yet", False, "world_unknown", ""), id="a client already"),
        pytest.param(world(known=(PAST,)), ("not_yet", False, "world_unknown", ""), id="a past client"),
        pytest.param(
            world(known=(CLIENT, FRIEND)), ("met", False, "could_introduce", "friend"), id="a client and one more"
        ),
        pytest.param(world(known=(DELE, FRIEND)), ("met", False, "could_introduce_several", "dele"), id="two"),
        pytest.param(world("dentists"), ("met", False, "fitting_tag", "dentists"), id="a fitting tag"),
        pytest.param(world(" DENTISTS "), ("met", False, "fitting_tag", "DENTISTS"), id="trimmed and casefolded"),
        pytest.param(world("Straße"), ("met", False, "fitting_tag", "Straße"), id="casefolded, not lowered"),
        pytest.param(world("boats", "dentists"), ("met", False, "fitting_tag", "dentists"), id="one of two tags"),
        pytest.param(world("boats", "farms"), ("not_yet", True, "no_fitting_tag", "boats"), id="other tags"),
        pytest.param(world(" "), ("not_yet", False, "world_unknown", ""), id="an empty tag is none"),
        pytest.param(
            world("boats", known=(CLIENT,)), ("not_yet", True, "no_fitting_tag", "boats"), id="tag and client"
        ),
    ],
)
def test_opportunity(fields: dict[str, Any], expected: tuple[str, bool, str, str]) -> None:
    result = opportunity(digest(facts(**fields), POLICY, TODAY))
    assert (result.verdict, result.begun, result.reason.code, result.reason.other) == expected


def test_who_could_be_met_is_named() -> None:
    result = opportunity(digest(facts(**world(known=(DELE, CLIENT, FRIEND))), POLICY, TODAY))
    assert result.evidence == ("dele", "friend")
    assert result.reason.number == 1
