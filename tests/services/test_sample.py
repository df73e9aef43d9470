"""The sample book as a whole: the same every time, of any size, and within the rules on any day."""

import os
import subprocess
import sys
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refdesk.domain.identity import phone_key
from refdesk.domain.records import BookRecords
from refdesk.domain.rules import broken_rules, future_dates, missing_referral, over_limit
from refdesk.formats.refdesk_json.reader import read_json
from refdesk.formats.refdesk_json.writer import write_json
from refdesk.services.sample import sample_book

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2025, 11, 18)
LISTS = (
    "profiles",
    "people",
    "timeline",
    "asks",
    "referrals",
    "notes",
    "tasks",
    "later",
    "partners",
    "projects",
    "stories",
)

wishes = st.fixed_dictionaries(
    {
        "today": st.dates(date(1990, 1, 1), date(2090, 12, 31)),
        "people": st.integers(0, 220),
        "years": st.integers(1, 4),
        "seed": st.integers(0, 2**32),
    }
)


def records_of(book: BookRecords) -> list[object]:
    return [record for name in LISTS for record in getattr(book, name)]


def test_the_same_arguments_give_the_same_book():
    assert sample_book(today=TODAY, seed=3) == sample_book(today=TODAY, seed=3)


def test_another_seed_gives_other_people():
    one, other = sample_book(today=TODAY, seed=1), sample_book(today=TODAY, seed=2)
    assert {person.id for person in one.people}.isdisjoint(person.id for person in other.people)
    assert [person.name for person in one.people] != [person.name for person in other.people]


def test_the_order_of_hashes_changes_nothing():
    code = (
        "import hashlib; from datetime import date; from refdesk.services.sample import sample_book;"
        "print(hashlib.sha256(repr(sample_book(today=date(2025, 11, 18))).encode()).hexdigest())"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(seen) == 1


@pytest.mark.parametrize("people", [1, 2, 3, 7, 20, 50, 149, 150, 151, 400])
def test_there_are_exactly_as_many_people_as_asked_for(people):
    assert len(sample_book(today=TODAY, people=people).people) == people


def test_nobody_makes_an_empty_book():
    assert sample_book(today=TODAY, people=0) == BookRecords()


def test_one_person_has_a_life():
    book = sample_book(today=TODAY, people=1)
    assert len(book.timeline) > 5
    assert {entry.people for entry in book.timeline} == {(book.people[0].id,)}


@pytest.mark.parametrize(("people", "years"), [(-1, 2), (10, 0), (10, -3)])
def test_less_than_nothing_is_refused(people, years):
    with pytest.raises(ValueError, match="0 people or more and 1 year or more"):
        sample_book(today=TODAY, people=people, years=years)


def test_ten_thousand_people_are_all_different():
    people = sample_book(today=TODAY, people=10_000).people
    for keys in (
        [person.id for person in people],
        [person.name for person in people],
        [email.value for person in people for email in person.emails],
        [phone_key(phone.value) for person in people for phone in person.phones],
    ):
        assert len(set(keys)) == len(keys)


def test_more_years_reach_further_back():
    first_days = [sample_book(today=TODAY, years=years).timeline[0].on for years in (1, 2, 5)]
    assert first_days == sorted(first_days, reverse=True)
    assert first_days[2].year <= 2021


@settings(max_examples=25)
@given(wishes)
def test_every_record_keeps_the_rules(wish):
    book = sample_book(**wish)
    assert [broken for record in records_of(book) for broken in broken_rules(record)] == []
    referred = {referral.ask for referral in book.referrals}
    assert [broken for ask in book.asks for broken in missing_referral(ask, referred)] == []
    assert [broken for project in book.projects for broken in over_limit(project, book.policy)] == []


@settings(max_examples=25)
@given(wishes)
def test_nothing_has_happened_after_today(wish):
    book, today = sample_book(**wish), wish["today"]
    assert [broken for record in records_of(book) for broken in future_dates(record, today)] == []
    assert [entry for entry in book.timeline if entry.on > today and not entry.planned] == []
    assert [note for note in book.notes if note.written_on and note.written_on > today] == []
    assert [person for person in book.people if not person.added_on or person.added_on > today] == []


@settings(max_examples=15)
@given(wishes)
def test_the_steps_of_a_referral_follow_each_other(wish):
    book = sample_book(**wish)
    for referral in book.referrals:
        days = (referral.agreed_on, referral.made_on, referral.followed_up_on, referral.outcome_on)
        known = [day for day in days if day]
        assert known == sorted(known)
        assert all(day >= known[0] for day in referral.told_on)


@settings(max_examples=15)
@given(wishes)
def test_nobody_is_noted_before_they_were_met(wish):
    book = sample_book(**wish)
    met = {person.id: person.known_since for person in book.people}
    early = [
        entry
        for entry in book.timeline
        for person in entry.people
        if (known_since := met[person]) and entry.on < known_since
    ]
    assert early == []


@settings(max_examples=15)
@given(wishes)
def test_no_two_entries_in_a_row_say_the_same(wish):
    book = sample_book(**wish)
    told = {
        person.id: [entry.summary for entry in book.timeline if person.id in entry.people] for person in book.people
    }
    for summaries in (*told.values(), [entry.summary for entry in book.timeline]):
        assert [one for one, following in pairwise(summaries) if one and one == following] == []


def test_hardly_an_entry_goes_without_words():
    timeline = [entry for entry in sample_book(today=TODAY).timeline if not entry.approximate]
    assert sum(not entry.summary for entry in timeline) < len(timeline) / 100


def test_the_timeline_goes_forward():
    days = [(entry.on, entry.at is not None) for entry in sample_book(today=TODAY).timeline]
    assert [day for day, _ in days] == sorted(day for day, _ in days)


@settings(max_examples=15)
@given(wishes)
def test_ids_are_unique_and_lead_somewhere(wish):
    book = sample_book(**wish)
    ids = {name: [record.id for record in getattr(book, name)] for name in LISTS if name != "later"}
    assert all(len(set(of_list)) == len(of_list) for of_list in ids.values())
    people = {"", *ids["people"]}
    named = [id_ for entry in book.timeline for id_ in entry.people]
    named += [id_ for ask in book.asks for id_ in (ask.person, ask.target_person)]
    named += [id_ for one in book.referrals for id_ in (one.champion, one.to, one.prospect)]
    named += [record.person for record in (*book.notes, *book.tasks, *book.partners)]
    named += [placed.person for project in book.projects for placed in project.people]
    named += [story.client for story in book.stories]
    for person in book.people:
        named += [person.introduced_by, *person.could_introduce, *(related.person for related in person.related)]
    assert set(named) <= people
    assert {referral.ask for referral in book.referrals} <= {"", *ids["asks"]}
    assert {note.referral for note in book.notes} <= {"", *ids["referrals"]}
    assert {entry.story for entry in book.timeline} <= {"", *ids["stories"]}
    assert {ask.target_profile for ask in book.asks} <= {"", *ids["profiles"]}
    assert {later.key.split(":")[1] for later in book.later} <= {*ids["tasks"], *ids["referrals"]}


def test_the_book_survives_being_written_and_read():
    book = sample_book(today=TODAY, people=60)
    text = write_json(book)
    reading = read_json(text)
    assert reading.records() == book
    assert reading.warnings == ()


def test_what_is_put_off_comes_back_after_today():
    untils = [later.until for later in sample_book(today=TODAY).later]
    days = [until.date() if isinstance(until, datetime) else until for until in untils]
    assert days
    assert min(days) > TODAY
