"""What holds of every assessment, whatever is recorded."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from random import Random
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from refdesk.domain.facts import Facts
from refdesk.domain.person import Person
from refdesk.domain.policy import Policy
from refdesk.domain.readiness import assess, order_key
from refdesk.domain.records import Entry
from refdesk.domain.rules import broken_rules, future_dates, missing_referral
from refdesk.domain.verdict import GateResult, Verdict
from refdesk.domain.words import STATES
from tests.domain.builders import TODAY, WHO, ago, spoke
from tests.domain.strategies import entries, facts, people, policies, reckoned_days, when

T = TypeVar("T")

LOOKED_AT = 40
"""How many days are looked at one by one."""


def public(verdict: Verdict) -> tuple[object, ...]:
    """All that ``valid_until`` vouches for."""
    gates = [(name, result.verdict, result.begun, result.until) for name, result in verdict.gates()]
    return gates, verdict.state, verdict.terms, verdict.score, verdict.next_gate, verdict.level, verdict.until


def whole(verdict: Verdict) -> tuple[object, ...]:
    """All that ``reasons_until`` vouches for."""
    return public(verdict), verdict.gates(), verdict.known_from


def days_until(today: date, last: date | None) -> list[date]:
    """The first days after today up to the last one, and the last one itself."""
    near = [today + timedelta(ahead) for ahead in range(1, LOOKED_AT)]
    if last is None:
        return [*near, today + timedelta(1000), today + timedelta(100_000)]
    return [day for day in near if day <= last] + [max(last, today)]


@given(facts(), reckoned_days, policies)
@settings(max_examples=100)
def test_nothing_public_changes_until_valid_until_and_something_does_then(
    facts: Facts, today: date, policy: Policy
) -> None:
    verdict = assess(facts, today, policy)
    last = verdict.valid_until
    assert last is None or last >= today
    for day in days_until(today, last):
        later = assess(facts, day, policy)
        assert public(later) == public(verdict)
        assert later.valid_until == last
    if last:
        assert public(assess(facts, last + timedelta(1), policy)) != public(verdict)


@given(facts(), reckoned_days, policies)
@settings(max_examples=60)
def test_no_reason_changes_until_reasons_until_and_one_does_then(facts: Facts, today: date, policy: Policy) -> None:
    verdict = assess(facts, today, policy)
    last = verdict.reasons_until
    assert verdict.valid_until is None or (last is not None and today <= last <= verdict.valid_until)
    for day in days_until(today, last):
        assert whole(assess(facts, day, policy)) == whole(verdict)
    if last:
        assert whole(assess(facts, last + timedelta(1), policy)) != whole(verdict)


@given(facts(), reckoned_days, policies)
@settings(max_examples=60)
def test_a_hold_ends_on_the_day_it_names_and_not_before(facts: Facts, today: date, policy: Policy) -> None:
    until = assess(facts, today, policy).timing.until
    if until is None:
        return
    assert assess(facts, until, policy).timing.verdict == "met"
    for day in days_until(today, until - timedelta(1)):
        assert assess(facts, day, policy).timing.verdict == "not_yet"


@given(facts(), st.integers(0, 400).map(ago), reckoned_days, policies)
@settings(max_examples=50)
def test_nobody_with_an_open_complaint_is_ready(facts: Facts, since: date, today: date, policy: Policy) -> None:
    complaint = Entry(id="complaint", on=min(since, today), kind="note", people=(WHO,), marks=("complaint",))
    verdict = assess(with_entry(facts, complaint), today, policy)
    assert verdict.state == "do_not_ask"
    assert verdict.results.verdict == "blocked"


@given(facts(), policies)
@settings(max_examples=50)
def test_a_conversation_logged_today_never_makes_relationship_worse(facts: Facts, policy: Policy) -> None:
    before = assess(facts, TODAY, policy).relationship
    after = assess(with_entry(facts, spoke(0, id="logged")), TODAY, policy).relationship
    assert rank(after) >= rank(before)


def rank(result: GateResult) -> tuple[bool, bool]:
    """How far a gate is: not begun, begun, met."""
    return result.verdict == "met", result.begun


@given(facts(), entries("plan"), reckoned_days, policies)
@settings(max_examples=50)
def test_plans_change_nothing(facts: Facts, entry: Entry, today: date, policy: Policy) -> None:
    planned = with_entry(facts, replace(entry, planned=True))
    assert assess(planned, today, policy) == assess(facts, today, policy)


@given(facts(), policies)
@settings(max_examples=50)
def test_a_ready_person_has_no_next_step_and_everybody_else_has_one(facts: Facts, policy: Policy) -> None:
    verdict = assess(facts, TODAY, policy)
    assert (verdict.next_gate is None) is (verdict.state == "ready")
    assert 0 <= verdict.score <= 100


@given(facts(), st.lists(reckoned_days, min_size=2, max_size=4), policies, st.randoms(use_true_random=False))
@settings(max_examples=50)
def test_neither_what_was_reckoned_before_nor_the_order_of_records_matters(
    facts: Facts, days: list[date], policy: Policy, random: Random
) -> None:
    verdicts = {day: assess(facts, day, policy) for day in days}
    shuffled = replace(facts, asks=mixed(facts.asks, random), referrals=mixed(facts.referrals, random))
    for day in sorted(days):
        assert assess(facts, day, policy) == verdicts[day]
        again = assess(shuffled, day, policy)
        assert (public(again), again.valid_until) == (public(verdicts[day]), verdicts[day].valid_until)


def mixed(records: Sequence[T], random: Random) -> tuple[T, ...]:
    return tuple(random.sample(records, len(records)))


def place(one: tuple[Verdict, Person]) -> tuple[object, ...]:
    verdict, person = one
    return order_key(verdict, person.name, person.id)


@given(st.lists(st.tuples(facts(), people()), min_size=2, max_size=4), policies)
@settings(max_examples=30)
def test_lists_are_ordered_by_state_then_score_then_who_is_known_longer(
    known: list[tuple[Facts, Person]], policy: Policy
) -> None:
    listed = [
        (assess(facts, TODAY, policy), replace(person, id=f"p{number}")) for number, (facts, person) in enumerate(known)
    ]
    ordered = sorted(listed, key=place)
    listed.reverse()
    assert ordered == sorted(listed, key=place)
    for (first, who), (second, whom) in pairwise(ordered):
        assert STATES.index(first.state) <= STATES.index(second.state)
        if first.state == second.state:
            assert first.score >= second.score
            if first.score == second.score:
                assert (first.known_from or date.max) <= (second.known_from or date.max)
                if first.known_from == second.known_from:
                    assert (who.name.casefold(), who.id) < (whom.name.casefold(), whom.id)


@given(facts())
@settings(max_examples=50)
def test_the_records_that_all_this_is_tried_on_obey_the_rules(facts: Facts) -> None:
    records = (facts.person, *facts.entries, *facts.asks, *facts.referrals)
    assert [broken for record in records for broken in broken_rules(record)] == []
    assert [broken for ask in facts.asks for broken in missing_referral(ask, [r.ask for r in facts.referrals])] == []
    assert [broken for record in records for broken in future_dates(record, TODAY)] == []


def with_entry(facts: Facts, entry: Entry) -> Facts:
    return replace(facts, entries=tuple(sorted((*facts.entries, entry), key=when)))
