"""What Ready to ask says: for every reason that the method knows, whole and without a gap."""

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import get_args

import pytest

from refdesk.domain.person import Person
from refdesk.domain.policy import Policy
from refdesk.domain.reasons import Code
from refdesk.domain.records import Entry
from refdesk.domain.verdict import GateResult, Reason, ScoreTerms, Verdict
from refdesk.domain.words import Gate
from refdesk.gui.ready import words
from refdesk.services.ready import NextStep, Readiness
from refdesk.services.ready_list import FIVE_GATES, ReadyRow
from refdesk.storage.readiness import Standing

TODAY = date(2026, 11, 18)
MET = GateResult("met", Reason("warm", TODAY - timedelta(days=9)))
MET_CODES = frozenset(
    [
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
    ]
)


def all_codes() -> list[str]:
    """Every reason for which a gate is not met."""
    return sorted(set(get_args(Code)) - MET_CODES)


def row(next_gate: Gate | None = None, result: GateResult = MET, **more: object) -> ReadyRow:
    """The row of somebody of whom one gate is not met, or none."""
    gates = dict.fromkeys((*FIVE_GATES, "timing"), MET)
    if next_gate:
        gates[next_gate] = result
    verdict = Verdict(
        reckoned_on=TODAY, **gates, state="ready", terms=ScoreTerms(), next_gate=next_gate, level="recommendation"
    )
    standing = Standing(1, "ana", "Ana Ruiz", "Ana", True, False, verdict)
    step = NextStep(next_gate, "Do it.") if next_gate else None
    return replace(ReadyRow(Readiness(standing, step)), **more)


@pytest.mark.parametrize("code", all_codes())
def test_every_reason_has_a_second_line_without_a_gap(code: str) -> None:
    for until, number in product((None, TODAY + timedelta(days=5)), (2, None)):
        result = GateResult("not_yet", Reason(code, TODAY - timedelta(days=20), number), until=until)
        said = words.second_line(row("timing", result), TODAY)
        assert said.strip() == said != ""
        assert not re.search(r"\{|\}|  |\.$", said)
        assert len(said) <= 48


def test_a_plan_an_offer_or_the_last_talk_speaks_for_somebody_ready() -> None:
    lunch = Entry(id="l", on=TODAY + timedelta(days=2), kind="meeting", people=("ana",), summary="Lunch, to catch up")
    assert words.second_line(row(plan=lunch), TODAY) == "Lunch on Friday"
    assert words.second_line(row(plan=replace(lunch, on=TODAY, summary="", line="coffee with Ana")), TODAY) == (
        "Coffee today"
    )
    assert words.second_line(row(plan=replace(lunch, summary="")), TODAY) == "Meeting on Friday"
    assert words.second_line(row(plan=replace(lunch, on=date(2027, 1, 4))), TODAY) == "Lunch on 4 Jan 2027"
    assert words.second_line(row(), TODAY) == "Last spoke 9 days ago"
    offered = GateResult("met", Reason("offered", date(2026, 11, 6)))
    ready = row("timing", offered)
    verdict = replace(ready.readiness.standing.verdict, next_gate=None)
    ready = ReadyRow(Readiness(replace(ready.readiness.standing, verdict=verdict), None))
    assert words.second_line(ready, TODAY) == "Offered to help on 6 November"
    assert words.second_line(replace(ready, put_off=TODAY + timedelta(days=14)), TODAY) == "Put off until 2 December"


@pytest.mark.parametrize(
    ("person", "line"),
    [
        (Person(id="a", name="Ana"), ""),
        (Person(id="a", name="Ana", org="Ruiz SL"), "Ruiz SL"),
        (Person(id="a", name="Ana", known_since=date(2020, 1, 1)), "Known since 2020"),
        (Person(id="a", name="Ana", title="Owner", roles=("client", "friend")), "Owner · Client, Friend"),
        (Person(id="a", name="Ana", roles=("client",), known_since=date(2021, 5, 1)), "Client since 2021"),
        (Person(id="a", name="Ana", roles=("client",), known_since=date(2027, 5, 1)), "Client"),
    ],
)
def test_who_somebody_is(person: Person, line: str) -> None:
    assert words.role_line(person, TODAY) == line


def test_the_rule_of_a_gate_speaks_of_this_person_s_numbers() -> None:
    ana = Person(id="a", name="Ana Ruiz", cadence_days=200)
    assert words.what_decides("relationship", ana, Policy()).startswith(
        "A conversation within 300 days keeps it warm; after 400 days without one"
    )
    for gate in FIVE_GATES:
        assert "{" not in words.what_decides(gate, ana, Policy())


def test_every_term_that_counts_is_told() -> None:
    terms = ScoreTerms(trust=20, satisfaction=10, recency=5, offer=15, referrals=5, could_introduce=2)
    assert words.order_terms(terms) == (
        "Place in the list: 57 of 100 points, for trust 20, how they feel about the work 10, how lately you spoke 5, "
        "an offer of help 15, referrals they made 5, people they could introduce 2."
    )
    assert words.order_terms(ScoreTerms()) == "Nothing counts for a higher place in the list yet."
