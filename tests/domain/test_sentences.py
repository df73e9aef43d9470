"""Verdicts in words."""

import re
from datetime import date
from typing import get_args

import pytest
from hypothesis import given, settings

from refdesk.domain import reasons
from refdesk.domain.facts import Facts
from refdesk.domain.policy import Policy
from refdesk.domain.readiness import assess
from refdesk.domain.sentences import NEXT_STEPS, SENTENCES, gate_sentence, next_step_text
from refdesk.domain.verdict import GateResult, Reason
from refdesk.domain.words import Gate
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
from tests.domain.strategies import facts as any_facts
from tests.domain.strategies import policies

NAMES = {"dele": "Dele Okafor"}.__getitem__
CODES: dict[Gate, object] = {
    "results": reasons.ResultsCode,
    "relationship": reasons.RelationshipCode,
    "giving": reasons.GivingCode,
    "understanding": reasons.UnderstandingCode,
    "opportunity": reasons.OpportunityCode,
    "timing": reasons.TimingCode,
}
MET = {
    "satisfied",
    "delighted",
    "champion",
    "trusted",
    "warm",
    "given_more",
    "given_even",
    "given_less",
    "told",
    "referred",
    "could_introduce",
    "could_introduce_several",
    "fitting_tag",
    "offered",
    "clear",
}
PASSING = {"ask_later", "asked_lately", "helped_lately", "delivered_lately"}
"""Holds whose next step is to wait for their day."""

TEMPLATES = [text for gate in SENTENCES.values() for text in gate.values()] + list(NEXT_STEPS.values())


def test_every_code_has_a_sentence() -> None:
    assert {gate: set(get_args(codes)) for gate, codes in CODES.items()} == {
        gate: set(sentences) for gate, sentences in SENTENCES.items()
    }


def test_every_code_of_a_gate_not_met_has_a_next_step() -> None:
    assert set(NEXT_STEPS) == set(get_args(reasons.Code)) - MET - PASSING


@pytest.mark.parametrize("template", TEMPLATES)
def test_voice(template: str) -> None:
    assert not re.search(
        r"\b(he|she|his|her|hers|him|lead|leads|prospect|pipeline|score|crm|overdue)\b", template.lower()
    )
    assert "!" not in template
    assert template[-1] in ".?"


@pytest.mark.parametrize("template", NEXT_STEPS.values())
def test_a_next_step_is_one_sentence(template: str) -> None:
    assert template.count(".") == 1


def why(known: Facts, gate: Gate) -> str:
    return gate_sentence(assess(known, TODAY, POLICY).gate(gate), gate, TODAY, "Priya", NAMES)


KNOWN = person(known_since=ago(1000))


@pytest.mark.parametrize(
    ("known", "gate", "sentence"),
    [
        (facts(spoke(213), person=KNOWN), "relationship", "Last spoke 7 months ago. Reconnect first."),
        (facts(spoke(9), person=KNOWN), "relationship", "Last spoke 9 days ago."),
        (facts(spoke(14, approximate=True), person=KNOWN), "relationship", "Last spoke about two weeks ago."),
        (facts(spoke(1)), "relationship", "Too soon. You've been in touch once, yesterday."),
        (facts(person=KNOWN), "relationship", "You haven't talked with Priya yet."),
        (facts(delivered(95, "delighted")), "results", "Priya was delighted with the work 3 months ago."),
        (facts(), "results", "Priya may not know your work yet. Show them some."),
        (facts(entry(9, "note", "gave")), "giving", "You've given 1 more than you received."),
        (ready_facts(), "opportunity", "Priya could introduce you to Dele Okafor."),
        (facts(), "timing", "Nothing speaks against asking now."),
        (
            facts(entry(9, "note", "offered_help")),
            "timing",
            "Priya offered to help 9 days ago. A good moment to be specific.",
        ),
        (
            facts(asks=(ask(30, "declined"),)),
            "timing",
            "You asked 4 weeks ago. Give it time. On hold until 17 January 2027.",
        ),
        (facts(asks=(ask(30, "later", later_until=ago(-1)),)), "timing", "Priya said later. On hold until tomorrow."),
        (
            facts(referrals=(agreed(3, prospect="dele"),)),
            "timing",
            "Priya agreed to put in a word with Dele Okafor. Say thank you before it happens.",
        ),
        (
            facts(referrals=(received(9, state="won", outcome_on=ago(2)),)),
            "timing",
            "Somebody new became a client. The third thank-you to Priya is due.",
        ),
    ],
)
def test_why_a_gate_stands_so(known: Facts, gate: Gate, sentence: str) -> None:
    assert why(known, gate) == sentence


def test_several_people_to_meet() -> None:
    result = GateResult("met", Reason("could_introduce_several", number=2, other="dele"))
    expected = "Priya could introduce you to Dele Okafor and 2 more."
    assert gate_sentence(result, "opportunity", TODAY, "Priya", NAMES) == expected


def test_a_tag_is_told_as_it_was_written() -> None:
    known = facts(person=person(knows=("Law {x}",)), active_tags=frozenset(("law {x}",)))
    assert why(known, "opportunity") == "Priya moves among people you'd like to meet: Law {x}."


def test_a_kept_reason_is_told_anew_each_day() -> None:
    result = assess(facts(spoke(9), person=KNOWN), TODAY, POLICY).relationship
    assert gate_sentence(result, "relationship", ago(-2), "Priya", NAMES) == "Last spoke 11 days ago."


@pytest.mark.parametrize(
    ("known", "text"),
    [
        pytest.param(ready_facts(), None, id="ready"),
        pytest.param(facts(), "Show Priya your work.", id="nothing known"),
        pytest.param(facts(person=person(roles=("client",))), "Ask Priya how the work went.", id="a client"),
        pytest.param(ready_facts(acquaintances=()), "Find out who Priya knows.", id="no opportunity"),
        pytest.param(
            facts(referrals=(agreed(3),)), "Thank Priya first, before it happens.", id="a thank-you before all else"
        ),
        pytest.param(
            ready_facts(who=person(do_not_ask=True), referrals=(agreed(3),)),
            "Thank Priya first.",
            id="a thank-you also where they are never asked",
        ),
        pytest.param(
            ready_facts(who=person(roles=("client",), do_not_ask=True)),
            "Don't ask Priya: that was your choice.",
            id="never",
        ),
        pytest.param(
            ready_facts(who=person(died_on=ago(5)), referrals=(agreed(9),)),
            "Ask for nothing: Priya has died.",
            id="died",
        ),
        pytest.param(
            ready_facts(asks=(ask(40, "declined"),)), "Wait until 7 January 2027, then ask Priya.", id="asked lately"
        ),
        pytest.param(ready_facts(entry(0, "note", "gave")), "Wait until Saturday, then ask Priya.", id="helped today"),
        pytest.param(ready_facts(asks=(ask(40),)), "Wait for Priya's answer.", id="an open ask"),
        pytest.param(
            ready_facts(
                entry(0, "note", "gave"), referrals=(received(9, state="lost", outcome_on=ago(0), prospect="dele"),)
            ),
            "Give it time before you ask Priya.",
            id="a pause that ends in a thank-you",
        ),
    ],
)
def test_the_next_step(known: Facts, text: str | None) -> None:
    assert next_step_text(assess(known, TODAY, POLICY), TODAY, "Priya", NAMES) == text


@given(any_facts(), policies)
@settings(max_examples=60)
def test_whatever_is_recorded_reads_as_sentences(facts: Facts, policy: Policy) -> None:
    verdict = assess(facts, TODAY, policy)
    on = min(verdict.reasons_until or date.max, ago(-30))
    said = [gate_sentence(result, gate, on, "Priya", str.title) for gate, result in verdict.gates()]
    step = next_step_text(verdict, on, "Priya", str.title)
    assert (step is None) is (verdict.next_gate is None)
    for text in [*said, *([step] if step else [])]:
        assert re.fullmatch(r"[A-Z][^{}]*[.?]", text)
        assert "  " not in text
        assert "None" not in text
