"""The assessment against a second, literal reading of the method."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from refdesk.domain.facts import Facts
from refdesk.domain.policy import Policy
from refdesk.domain.readiness import assess
from refdesk.domain.verdict import Verdict
from tests.domain.oracle import BEYOND, LIMIT, Answer, Oracle
from tests.domain.strategies import facts, policies, reckoned_days


def answer(verdict: Verdict) -> Answer:
    """What the oracle says of a verdict, too."""
    gates = tuple((result.verdict, result.begun, result.until) for _, result in verdict.gates())
    terms = tuple(getattr(verdict.terms, name) for name in verdict.terms.__slots__)
    return Answer(gates, verdict.state, terms, verdict.next_gate, verdict.level)


@given(facts(), reckoned_days, policies)
@settings(max_examples=200)
def test_agrees_with_the_oracle_on_a_day(facts: Facts, today: date, policy: Policy) -> None:
    agrees_on_a_day(facts, today, policy)


@given(facts(), reckoned_days, policies)
@settings(max_examples=60)
def test_agrees_with_the_oracle_on_how_long_it_holds(facts: Facts, today: date, policy: Policy) -> None:
    agrees_on_how_long_it_holds(facts, today, policy)


@pytest.mark.soak
@given(facts(), reckoned_days, policies)
@settings(max_examples=10_000)
def test_agrees_with_the_oracle_at_length(facts: Facts, today: date, policy: Policy) -> None:
    agrees_on_a_day(facts, today, policy)
    agrees_on_how_long_it_holds(facts, today, policy)


def agrees_on_a_day(facts: Facts, today: date, policy: Policy) -> None:
    assert answer(assess(facts, today, policy)) == Oracle(facts, policy).answer(today)


def agrees_on_how_long_it_holds(facts: Facts, today: date, policy: Policy) -> None:
    expected = Oracle(facts, policy).valid_until(today)
    found = assess(facts, today, policy).valid_until
    if expected == BEYOND:
        assert found is None or found >= today + timedelta(LIMIT - 1)
    else:
        assert found == expected
