"""Readiness: whether a person may be asked today, and what comes next with them (`docs/method.md` section 2)."""

from dataclasses import replace
from datetime import date, timedelta

from refdesk.domain.digest import Digest, digest
from refdesk.domain.facts import Facts
from refdesk.domain.gates import giving, opportunity, relationship, results, understanding
from refdesk.domain.policy import Policy
from refdesk.domain.score import advised_level, score_terms
from refdesk.domain.timing import thank_you_due, timing
from refdesk.domain.verdict import GateResult, Verdict
from refdesk.domain.words import GATES, STATES, Gate, State

_DAY = timedelta(days=1)


def assess(facts: Facts, today: date, policy: Policy) -> Verdict:
    """The verdict on one person as of ``today``, and how long it holds if nothing is recorded.

    A date after ``today`` counts as absent, so an earlier day may be reckoned. `docs/method.md` section 2.
    """
    counted = digest(facts, policy, today)
    verdict, turn = _evaluate(counted, today, today)
    reasons_until: date | None = None
    while turn:
        counted = counted.on(turn)
        later, next_turn = _evaluate(counted, turn, today)
        if later != verdict:
            reasons_until = reasons_until or turn - _DAY
            if _public(later) != _public(verdict):
                return replace(verdict, valid_until=turn - _DAY, reasons_until=reasons_until)
        turn = next_turn
    return replace(verdict, reasons_until=reasons_until) if reasons_until else verdict


def order_key(verdict: Verdict, name: str, id_: str) -> tuple[int, int, date, str, str]:
    """Where a person stands in a list: by state, score, how long they are known, name, id (`docs/method.md` 2)."""
    return STATES.index(verdict.state), -verdict.score, verdict.known_from or date.max, name.casefold(), id_


def _evaluate(counted: Digest, day: date, reckoned_on: date) -> tuple[Verdict, date | None]:
    """The verdict of one day, and the first later day on which anything that it rests on turns."""
    horizon = counted.horizon(day)
    gates = (
        results(counted),
        relationship(counted, horizon),
        giving(counted),
        understanding(counted, horizon),
        opportunity(counted),
        timing(counted, horizon),
    )
    terms = score_terms(counted, horizon)
    verdict = Verdict(
        reckoned_on=reckoned_on,
        results=gates[0],
        relationship=gates[1],
        giving=gates[2],
        understanding=gates[3],
        opportunity=gates[4],
        timing=gates[5],
        state=_state(gates),
        terms=terms,
        next_gate="timing" if thank_you_due(counted, horizon) else _first_not_met(gates),
        level=advised_level(counted, terms),
        known_from=counted.conversations[0].on if counted.conversations else None,
    )
    return verdict, horizon.next_change


def _first_not_met(gates: tuple[GateResult, ...]) -> Gate | None:
    return next((gate for gate, result in zip(GATES, gates, strict=True) if result.verdict != "met"), None)


def _state(gates: tuple[GateResult, ...]) -> State:
    """The first row of the method's table of states that fits."""
    *about_the_relationship, timing_result = gates
    open_gates = sum(result.verdict != "met" for result in about_the_relationship)
    waits = timing_result.verdict != "met"
    if any(result.verdict == "blocked" for result in gates):
        return "do_not_ask"
    if not open_gates:
        return "hold" if waits else "ready"
    if any(result.reason.code == "dormant" for result in gates):
        return "reconnect"
    return "almost" if open_gates == 1 and not waits else "nurture"


def _public(verdict: Verdict) -> tuple[object, ...]:
    """What ``valid_until`` vouches for: everything but the reasons and their evidence."""
    gates = tuple((result.verdict, result.begun, result.until) for _, result in verdict.gates())
    return gates, verdict.state, verdict.terms, verdict.next_gate, verdict.level
