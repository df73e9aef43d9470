"""Relationship: have the two been in touch of late?"""

import pytest

from refdesk.domain.digest import digest
from refdesk.domain.facts import Facts
from refdesk.domain.gates import relationship
from refdesk.domain.policy import Policy
from refdesk.domain.records import Entry
from refdesk.domain.verdict import GateResult
from tests.domain.builders import POLICY, TODAY, ago, delivered, entry, facts, given, person, spoke


def judged(known: Facts, policy: Policy = POLICY) -> GateResult:
    counted = digest(known, policy, TODAY)
    return relationship(counted, counted.horizon(TODAY))


def check(known: Facts, expected: tuple[str, bool, str], policy: Policy = POLICY) -> None:
    result = judged(known, policy)
    assert (result.verdict, result.begun, result.reason.code) == expected


KNOWN = person(known_since=ago(1000))
MET = ("met", False, "warm")
JUST_MET = ("not_yet", True, "just_met")
NO_MEETING = ("not_yet", True, "no_meeting")
DORMANT = ("not_yet", False, "dormant")
COOLING = ("not_yet", True, "cooling")
RECONNECTED = ("not_yet", True, "reconnected")
SETTLING = ("not_yet", True, "settling")


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        pytest.param(facts(spoke(180), person=person(trust="low")), ("not_yet", True, "trust_low"), id="low trust"),
        pytest.param(facts(spoke(181), person=person(trust="low")), ("not_yet", False, "trust_low"), id="long ago too"),
        pytest.param(facts(person=person(trust="low")), ("not_yet", False, "trust_low"), id="low trust, never spoken"),
        pytest.param(facts(person=KNOWN), ("not_yet", False, "no_conversation"), id="never spoken"),
        pytest.param(facts(spoke(-1), person=KNOWN), ("not_yet", False, "no_conversation"), id="tomorrow"),
        pytest.param(facts(spoke(1, planned=True), person=KNOWN), ("not_yet", False, "no_conversation"), id="a plan"),
        pytest.param(facts(spoke(0), person=KNOWN), MET, id="today"),
    ],
)
def test_trust_and_a_first_conversation(known: Facts, expected: tuple[str, bool, str]) -> None:
    check(known, expected)


@pytest.mark.parametrize(
    ("kind", "direction", "talked"),
    [
        ("meeting", None, True),
        ("video", None, True),
        ("call", None, True),
        ("event", None, True),
        ("message", None, False),
        ("letter", None, False),
        ("milestone", None, False),
        ("note", None, False),
        ("milestone", "both", False),
        ("note", "in", False),
        ("message", "in", True),
        ("letter", "both", True),
        ("meeting", "out", False),
        ("call", "in", True),
    ],
)
def test_what_is_a_conversation(kind: str, direction: str | None, talked: bool) -> None:
    known = facts(entry(5, kind, direction=direction), person=KNOWN)
    check(known, MET if talked else ("not_yet", False, "no_conversation"))


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        pytest.param(facts(spoke(5)), JUST_MET, id="once, never acquainted"),
        pytest.param(facts(spoke(5), entry(5, "meeting")), JUST_MET, id="twice on one day"),
        pytest.param(facts(spoke(5), spoke(4)), MET, id="on two days"),
        pytest.param(facts(spoke(5), spoke(-1)), JUST_MET, id="tomorrow does not count"),
        pytest.param(facts(entry(5, "event"), entry(4, "event")), NO_MEETING, id="two events"),
        pytest.param(facts(entry(5, "event"), entry(4, "message", direction="in")), NO_MEETING, id="only written"),
        pytest.param(
            facts(entry(5, "event"), entry(4, "meeting", direction="out")), JUST_MET, id="a one-sided meeting"
        ),
        pytest.param(facts(entry(5, "event"), entry(4, "meeting")), MET, id="an event and a meeting"),
        pytest.param(facts(entry(5, "event"), entry(4, "video")), MET, id="an event and a video call"),
        pytest.param(facts(entry(5, "event"), person=person(known_since=ago(29))), JUST_MET, id="known for 29 days"),
        pytest.param(facts(entry(5, "event"), person=person(known_since=ago(30))), MET, id="known for 30 days"),
        pytest.param(facts(spoke(5), person=person(known_since=ago(-5))), JUST_MET, id="known from a later day on"),
        pytest.param(facts(spoke(181)), ("not_yet", False, "just_met"), id="once, long ago"),
    ],
)
def test_just_met(known: Facts, expected: tuple[str, bool, str]) -> None:
    check(known, expected)


@pytest.mark.parametrize(
    ("cadence", "days", "expected"),
    [
        (None, 90, MET),
        (None, 91, COOLING),
        (None, 180, COOLING),
        (None, 181, DORMANT),
        (1, 1, MET),
        (1, 2, COOLING),
        (7, 10, MET),
        (7, 11, COOLING),
        (60, 90, MET),
        (61, 91, MET),
        (61, 92, COOLING),
        (90, 135, MET),
        (90, 136, COOLING),
        (90, 180, COOLING),
        (90, 181, DORMANT),
        (91, 182, COOLING),
        (91, 183, DORMANT),
        (365, 547, MET),
        (365, 548, COOLING),
        (365, 730, COOLING),
        (365, 731, DORMANT),
    ],
)
def test_how_long_a_conversation_lasts(cadence: int | None, days: int, expected: tuple[str, bool, str]) -> None:
    check(facts(spoke(days), person=person(known_since=ago(1000), cadence_days=cadence)), expected)


def test_dormant_comes_before_cooling_whatever_the_policy() -> None:
    policy = Policy(dormant_after=10, warm_within=20)
    check(facts(spoke(10), person=KNOWN), MET, policy)
    check(facts(spoke(11), person=KNOWN), DORMANT, policy)
    check(facts(spoke(0), person=KNOWN), MET, Policy(dormant_after=0))
    check(facts(spoke(1), person=KNOWN), DORMANT, Policy(dormant_after=0))


HELP_TODAY = (entry(0, "note", "gave"),)


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        pytest.param((spoke(200), spoke(20)), MET, id="a gap of 180 days is none"),
        pytest.param((spoke(201), spoke(20)), RECONNECTED, id="a gap of 181 days is one"),
        pytest.param((spoke(201), spoke(20), *HELP_TODAY), MET, id="help since"),
        pytest.param((spoke(201), spoke(20), entry(20, "note", "gave")), MET, id="help on the day"),
        pytest.param((spoke(201), spoke(20), entry(21, "note", "gave")), RECONNECTED, id="help the day before"),
        pytest.param((spoke(201), spoke(20, marks=("gave",))), MET, id="help in that conversation"),
        pytest.param((spoke(201), spoke(20), delivered(20, "satisfied")), MET, id="a satisfied delivery"),
        pytest.param((spoke(201), spoke(20), delivered(20, "delighted")), MET, id="a delighted delivery"),
        pytest.param((spoke(201), spoke(20), delivered(20, "mixed")), RECONNECTED, id="a mixed delivery"),
        pytest.param((spoke(201), spoke(20), delivered(20)), RECONNECTED, id="a delivery nobody spoke of"),
        pytest.param((spoke(201), spoke(20, satisfaction="delighted")), RECONNECTED, id="delighted without a delivery"),
        pytest.param((spoke(201), spoke(20), delivered(21, "delighted")), RECONNECTED, id="a delivery before"),
        pytest.param((spoke(300), spoke(6), *HELP_TODAY), SETTLING, id="six days back in touch"),
        pytest.param((spoke(300), spoke(7), *HELP_TODAY), MET, id="seven days back in touch"),
        pytest.param((spoke(300), spoke(6)), RECONNECTED, id="six days and nothing given"),
        pytest.param((spoke(300), spoke(9), spoke(1), *HELP_TODAY), MET, id="counted from the first one back"),
        pytest.param((spoke(400), spoke(180), spoke(5)), RECONNECTED, id="180 days back in touch"),
        pytest.param((spoke(400), spoke(181), spoke(5)), MET, id="181 days back in touch"),
        pytest.param((spoke(900), spoke(500), spoke(319), spoke(138), spoke(5)), RECONNECTED, id="the latest gap"),
        pytest.param((spoke(300), entry(20, "message"), spoke(5)), RECONNECTED, id="a touch does not end a gap"),
        pytest.param((spoke(400), spoke(91), *HELP_TODAY), COOLING, id="then cool again"),
        pytest.param((spoke(400), spoke(91)), RECONNECTED, id="reconnected decides before cooling"),
    ],
)
def test_after_a_long_silence(entries: tuple[Entry, ...], expected: tuple[str, bool, str]) -> None:
    check(facts(*entries, person=KNOWN), expected)


@pytest.mark.parametrize(("made", "expected"), [(21, RECONNECTED), (20, MET), (-1, RECONNECTED)])
def test_a_referral_given_since_is_help(made: int, expected: tuple[str, bool, str]) -> None:
    check(facts(spoke(201), spoke(20), person=KNOWN, referrals=(given(made),)), expected)


def test_a_referral_promised_to_them_is_no_help_yet() -> None:
    promised = given(5, state="agreed", made_on=None, agreed_on=ago(5))
    check(facts(spoke(201), spoke(20), person=KNOWN, referrals=(promised,)), RECONNECTED)


@pytest.mark.parametrize(("gap", "expected"), [(182, MET), (183, RECONNECTED)])
def test_the_gap_follows_the_rhythm(gap: int, expected: tuple[str, bool, str]) -> None:
    rare = person(known_since=ago(1000), cadence_days=91)
    check(facts(spoke(20 + gap), spoke(20), person=rare), expected)


def test_the_conversation_that_decided_is_named() -> None:
    result = judged(facts(spoke(300), spoke(20), spoke(5), person=KNOWN))
    assert (result.reason.on, result.evidence) == (ago(20), ("entry-20-call",))
    result = judged(facts(spoke(60, approximate=True), person=KNOWN))
    assert (result.reason.on, result.reason.other) == (ago(60), "approximate")
