"""What the sample book shows by the method: who is ready, who nearly, what is owed, on any day of the week."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from functools import cache

import pytest

from refdesk.domain.facts import Acquaintance, Facts
from refdesk.domain.obligation import Obligation
from refdesk.domain.obligations import (
    ask_obligations,
    entry_obligation,
    note_obligation,
    obligations,
    task_obligation,
)
from refdesk.domain.policy import Policy
from refdesk.domain.readiness import assess
from refdesk.domain.records import BookRecords
from refdesk.domain.rules import normalise_tag
from refdesk.domain.verdict import Verdict
from refdesk.services.sample import sample_book

POLICY = Policy()
TUESDAY, SUNDAY, LEAP_DAY, NEW_YEAR = date(2025, 11, 18), date(2026, 3, 1), date(2024, 2, 29), date(2027, 1, 1)
DAYS = (TUESDAY, SUNDAY, LEAP_DAY, NEW_YEAR)
SEEDS = (1, 2, 3, 4, 5)

everywhere = pytest.mark.parametrize(("today", "seed"), [(today, seed) for today in DAYS for seed in SEEDS])


@cache
def book_of(today: date, seed: int) -> BookRecords:
    return sample_book(today=today, seed=seed)


@cache
def verdicts(today: date, seed: int) -> dict[str, Verdict]:
    """The assessment of everybody whom the lists show."""
    book = book_of(today, seed)
    entries, asks, referrals = defaultdict(list), defaultdict(list), defaultdict(list)
    for entry in book.timeline:
        for person in entry.people:
            entries[person].append(entry)
    for ask in book.asks:
        asks[ask.person].append(ask)
    for referral in book.referrals:
        referrals[referral.champion or referral.to].append(referral)
    roles = {person.id: person.roles for person in book.people if not person.archived}
    tags = frozenset(normalise_tag(tag) for profile in book.profiles if profile.active for tag in profile.tags)
    return {
        person.id: assess(
            Facts(
                person=person,
                entries=entries[person.id],
                asks=asks[person.id],
                referrals=referrals[person.id],
                acquaintances=[Acquaintance(id_, roles[id_]) for id_ in person.could_introduce if id_ in roles],
                active_tags=tags,
            ),
            today,
            POLICY,
        )
        for person in book.people
        if not person.archived and not person.died_on
    }


def owed(today: date, seed: int) -> list[Obligation]:
    """All that is owed, each task once: a note and its thank-you are one."""
    book = book_of(today, seed)
    referrals = {referral.id: referral for referral in book.referrals}
    found = [one for referral in book.referrals for one in obligations(referral, POLICY)]
    found += [one for ask in book.asks for one in ask_obligations(ask, POLICY)]
    found += [one for entry in book.timeline if (one := entry_obligation(entry))]
    found += [one for note in book.notes if (one := note_obligation(note, referrals.get(note.referral), POLICY))]
    found += [one for task in book.tasks if (one := task_obligation(task))]
    return list({one.key: one for one in found}.values())


@everywhere
def test_every_state_is_there(today, seed):
    states = Counter(verdict.state for verdict in verdicts(today, seed).values())
    assert 6 <= states["ready"] <= 24
    assert 8 <= states["almost"] <= 36
    assert states["hold"] >= 8
    assert states["reconnect"] >= 10
    assert states["nurture"] >= 40
    assert 3 <= states["do_not_ask"] <= 6


@everywhere
def test_each_gate_stands_alone_between_somebody_and_ready(today, seed):
    gates = {verdict.next_gate for verdict in verdicts(today, seed).values() if verdict.state == "almost"}
    assert gates == {"results", "relationship", "giving", "understanding", "opportunity"}


@everywhere
def test_holds_wait_for_a_day_or_for_a_person(today, seed):
    holds = [verdict for verdict in verdicts(today, seed).values() if verdict.state == "hold"]
    assert [hold for hold in holds if hold.until is None]
    assert [hold for hold in holds if hold.until and hold.until > today]
    codes = {hold.timing.reason.code for hold in holds}
    assert len(codes) >= 5


@everywhere
def test_both_levels_are_advised_and_scores_differ(today, seed):
    ready = [verdict for verdict in verdicts(today, seed).values() if verdict.state == "ready"]
    assert {verdict.level for verdict in ready} == {"recommendation", "introduction"}
    assert len({verdict.score for verdict in ready}) >= 3


@everywhere
def test_the_day_has_something_of_everything(today, seed):
    due = Counter(one.kind for one in owed(today, seed) if one.due <= today)
    assert due["thank_you"] >= 2
    assert due["check"] >= 4
    assert due["note"] >= 2
    assert due["follow_up"] >= 2
    assert due["custom"] >= 1
    assert 10 <= sum(due.values()) <= 24


@everywhere
def test_some_is_late_and_more_is_to_come(today, seed):
    days = [one.due for one in owed(today, seed)]
    assert min(days) < today - timedelta(days=3)
    assert today in days
    assert max(days) > today + timedelta(days=10)


@everywhere
def test_all_rows_of_the_table_are_owed(today, seed):
    reasons = {one.reason for one in owed(today, seed)}
    assert reasons >= {
        "thank_you_1",
        "thank_you_2",
        "thank_you_3",
        "closing_word",
        "confirm",
        "in_touch",
        "follow_up",
        "status",
        "did_it_help",
        "did_you_ask",
        "any_answer",
        "is_it_time",
        "happened",
        "note",
        "task",
    }


@everywhere
def test_what_is_put_off_is_owed(today, seed):
    keys = {one.key for one in owed(today, seed)}
    assert {later.key for later in book_of(today, seed).later} <= keys


@everywhere
def test_an_unsorted_import_has_nothing_recorded(today, seed):
    book = book_of(today, seed)
    named = {person for entry in book.timeline for person in entry.people}
    unsorted = [person for person in book.people if not person.sorted]
    assert 4 <= len(unsorted) <= 20
    assert [person for person in unsorted if person.id in named or person.roles or person.cadence_days] == []


@everywhere
def test_partners_stand_where_partners_should(today, seed):
    book = book_of(today, seed)
    reckoned = verdicts(today, seed)
    active = [partner.person for partner in book.partners if not partner.paused][:2]
    for person in active:
        assert reckoned[person].relationship.verdict == "met"
        assert reckoned[person].understanding.verdict == "met"
