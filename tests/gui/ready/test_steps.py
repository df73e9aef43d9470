"""What the buttons of the verdict do, for every reason for which a gate is not met."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from refdesk.domain.person import Person
from refdesk.domain.policy import Policy
from refdesk.domain.verdict import GateResult, Reason, ScoreTerms, Verdict
from refdesk.domain.words import Gate, GateVerdict, State
from refdesk.gui.navigation import LogRequest, Place
from refdesk.gui.ready.steps import Act, Do, Step, advice, gate_steps, plan_meeting, timing_steps
from refdesk.gui.widgets.marks import Tone
from refdesk.services.ready import NextStep, Readiness
from refdesk.services.ready_card import GateCard, ReadyCard
from refdesk.services.ready_list import FIVE_GATES
from refdesk.storage.readiness import Standing

TODAY = date(2026, 11, 18)
SOON = TODAY + timedelta(days=3)
MET = GateResult("met", Reason("warm", TODAY))
ANA = Person(id="ana", name="Ana Ruiz")
PLAN = plan_meeting("Ana Ruiz", "ana")
CHANGE_TRUST = Step("Change trust", Place("contacts", "ana", "trust"))


def card(
    gate: Gate, code: str, *, verdict: GateVerdict = "not_yet", state: State = "nurture", **more: Any
) -> ReadyCard:
    """Ana, of whom one gate is not met for this reason."""
    reason = Reason(code, TODAY - timedelta(days=5), more.pop("number", None))
    gates = dict.fromkeys((*FIVE_GATES, "timing"), MET)
    gates[gate] = GateResult(verdict, reason, ("first", "last"), until=more.pop("until", None))
    found = Verdict(reckoned_on=TODAY, **gates, state=state, terms=ScoreTerms(), next_gate=gate, level="recommendation")
    return ReadyCard(
        person=ANA,
        readiness=Readiness(Standing(1, "ana", "Ana Ruiz", "Ana", True, False, found), NextStep(gate, "Do it.")),
        policy=Policy(),
        gates=tuple(GateCard(each, gates[each], "Why.", ()) for each in FIVE_GATES),
        timing=gates["timing"],
        timing_sentence="Wait. On hold until Saturday.",
        **more,
    )


def logs(words: str, mark: Any) -> Step:
    return Step(words, LogRequest(("ana",), marks=(mark,)))


@pytest.mark.parametrize(
    ("gate", "code", "steps"),
    [
        ("results", "complaint", [Step("Mark it resolved", Act(Do.RESOLVE, "last")), Step("Plan how", PLAN)]),
        ("results", "unhappy", [Step("Plan how", PLAN), logs("Log how it is now", "delivered")]),
        ("results", "mixed", [Step("Plan how", PLAN), logs("Log how it is now", "delivered")]),
        ("results", "complaint_settled", [logs("Log how it went", "delivered")]),
        ("results", "client_unrated", [logs("Log how it went", "delivered")]),
        ("results", "prospect", [logs("Add a result", "delivered")]),
        ("results", "unproven", [logs("Add a result", "delivered")]),
        ("relationship", "trust_low", [Step("Plan a catch-up", PLAN), CHANGE_TRUST]),
        ("relationship", "no_conversation", [Step("Plan a meeting", PLAN), Step("Spoke today", Act(Do.SPOKE))]),
        ("relationship", "just_met", [Step("Plan a second meeting", PLAN), Step("Spoke today", Act(Do.SPOKE))]),
        ("relationship", "no_meeting", [Step("Plan a meeting", PLAN), Step("Spoke today", Act(Do.SPOKE))]),
        ("relationship", "dormant", [Step("Plan a catch-up", PLAN), Step("Spoke today", Act(Do.SPOKE))]),
        ("relationship", "cooling", [Step("Plan a catch-up", PLAN), Step("Spoke today", Act(Do.SPOKE))]),
        ("relationship", "reconnected", [logs("Log what you gave", "gave")]),
        ("relationship", "settling", [Step("Remind me then", Act(Do.REMIND, on=TODAY + timedelta(days=2)))]),
        ("understanding", "untold", [logs("Log that you told them", "explained")]),
        ("opportunity", "world_unknown", [Step("Say who they know", Place("contacts", "ana", "knows"))]),
        (
            "opportunity",
            "no_fitting_tag",
            [Step("Say who they know", Place("contacts", "ana", "knows")), Step("Review profile", Place("profile"))],
        ),
        ("giving", "nothing_given", [logs("Log what you gave", "gave")]),
        ("giving", "owing", [logs("Log what you gave", "gave")]),
    ],
)  # fmt: skip
def test_what_opens_a_gate(gate: Gate, code: str, steps: list[Step]) -> None:
    ana = card(gate, code)
    assert list(gate_steps(ana, gate)) == steps
    assert advice(ana, TODAY).steps == tuple(steps)
    assert all(gate_steps(ana, other) == () for other in FIVE_GATES if other != gate)


@pytest.mark.parametrize(
    ("code", "more", "steps"),
    [
        ("do_not_ask", {}, [Step("Change this", Place("contacts", "ana", "do_not_ask"))]),
        ("do_not_ask", {"number": 2}, [Step("Say thank you", Place("today"))]),
        ("thank_you_2", {"number": 2}, [Step("Say thank you", Place("today", "referral:first:thank_you:2"))]),
        ("ask_open", {}, [Step("Record the answer", Act(Do.ANSWER, "first"))]),
        ("ask_agreed", {}, [Step("It has happened", Act(Do.CONFIRM, "last"))]),
        ("helped_lately", {"until": SOON}, [Step("Remind me then", Act(Do.REMIND, on=SOON))]),
        ("helped_lately", {"until": SOON, "reminders": (SOON,)}, []),
        ("asked_lately", {}, []),
    ],
)
def test_what_a_hold_waits_for(code: str, more: dict[str, Any], steps: list[Step]) -> None:
    assert list(timing_steps(card("timing", code, state="hold", **more))) == steps


def test_the_verdict_says_its_state_first() -> None:
    assert advice(card("giving", "owing", state="almost"), TODAY).title == "One step away. Do it."
    assert advice(card("giving", "owing"), TODAY).title == "Not yet. Do it."
    assert advice(card("timing", "ask_open", state="hold"), TODAY).title == "On hold. Do it."
    dated = advice(card("timing", "helped_lately", state="hold", until=SOON), TODAY)
    assert (dated.title, dated.text, dated.tone) == ("On hold until Saturday.", "Wait.", Tone.WARN)
    never = advice(card("timing", "do_not_ask", verdict="blocked", state="do_not_ask"), TODAY)
    assert (never.title, never.tone, never.icon) == ("Don’t ask.", Tone.BAD, "hand")


def test_somebody_put_off_can_be_brought_back() -> None:
    ana = card("timing", "clear", verdict="met", state="ready", put_off=SOON)
    ready = replace(ana, readiness=replace(ana.readiness, next_step=None))
    said = advice(ready, TODAY)
    assert (said.title, said.text) == ("Ready. All five gates are met.", "You put this off until Saturday.")
    assert said.steps == (Step("Prepare the ask", Act(Do.ASK)), Step("Bring back", Act(Do.AGAIN)))
