"""What the sample book holds: every kind of record in every condition, for each of several seeds."""

from collections import Counter
from datetime import date, timedelta
from functools import cache
from itertools import groupby
from typing import get_args

import pytest

from refdesk.domain.records import BookRecords, Referral
from refdesk.domain.words import KINDS, MARKS, ROLES, SATISFACTIONS, AskState, NoteState, ReferralState, Trust
from refdesk.services.sample import sample_book

TODAY = date(2025, 11, 18)
seeds = pytest.mark.parametrize("seed", [1, 2, 3, 4, 5])


@cache
def book_of(seed: int) -> BookRecords:
    return sample_book(today=TODAY, seed=seed)


def referrals(seed: int, direction: str) -> list[Referral]:
    return [referral for referral in book_of(seed).referrals if referral.direction == direction]


@seeds
def test_the_adviser_has_a_name_and_a_sentence(seed):
    book = book_of(seed)
    assert book.me.name
    assert book.me.business
    assert book.me.sentence.endswith(".")
    assert [profile.active for profile in book.profiles] == [True, False]
    assert all(profile.tags for profile in book.profiles)


@seeds
def test_people_are_of_every_role_and_trust(seed):
    people = book_of(seed).people
    assert {role for person in people for role in person.roles} == set(ROLES)
    assert {person.trust for person in people} == set(get_args(Trust))
    assert [person for person in people if len(person.roles) > 1]


@seeds
def test_some_people_are_out_of_the_lists(seed):
    people = book_of(seed).people
    assert 2 <= sum(person.archived for person in people) <= 6
    assert [person.died_on < TODAY for person in people if person.died_on] == [True]
    assert all(person.do_not_ask_why for person in people if person.do_not_ask)
    assert [person for person in people if person.do_not_ask]


@seeds
def test_the_timeline_has_every_kind_mark_and_feeling(seed):
    timeline = book_of(seed).timeline
    assert {entry.kind for entry in timeline} == set(KINDS)
    assert {mark for entry in timeline for mark in entry.marks} == set(MARKS)
    assert {entry.satisfaction for entry in timeline} == {None, *SATISFACTIONS}
    assert {entry.direction for entry in timeline} >= {None, "in"}
    complaints = [entry for entry in timeline if "complaint" in entry.marks]
    assert {entry.resolved_on is None for entry in complaints} == {True, False}


@seeds
def test_the_timeline_has_several_people_guesses_and_gifts(seed):
    timeline = book_of(seed).timeline
    assert sum(len(entry.people) > 1 for entry in timeline) >= 8
    assert [entry for entry in timeline if entry.approximate]
    gifts = [entry for entry in timeline if entry.value]
    assert len(gifts) >= 5
    assert {entry.currency for entry in gifts} == {"GBP"}
    assert all("gave" in entry.marks for entry in gifts)


@seeds
def test_plans_lie_ahead_and_one_is_over(seed):
    planned = [entry.on for entry in book_of(seed).timeline if entry.planned]
    assert [day for day in planned if day < TODAY] == [TODAY - timedelta(days=1)]
    assert sum(TODAY < day <= TODAY + timedelta(days=14) for day in planned) >= 4


@seeds
def test_close_people_are_seen_often_and_others_seldom(seed):
    entries = Counter(person for entry in book_of(seed).timeline for person in entry.people)
    counts = sorted(entries.values())
    assert counts[0] <= 2
    assert counts[len(counts) // 2] <= 25
    assert counts[-5] >= 30
    assert 1_000 <= len(book_of(seed).timeline) <= 3_000


@seeds
def test_most_of_the_working_life_is_on_working_days(seed):
    weekend = [entry for entry in book_of(seed).timeline if entry.on.weekday() >= 5]
    assert len(weekend) < len(book_of(seed).timeline) / 6


@seeds
def test_two_years_are_filled(seed):
    days = [entry.on for entry in book_of(seed).timeline if entry.on <= TODAY]
    months = [(year, month) for (year, month), _ in groupby(days, key=lambda day: (day.year, day.month))]
    assert len(set(months)) >= 24


@seeds
def test_summaries_are_sentences_that_differ(seed):
    summaries = [entry.summary for entry in book_of(seed).timeline if entry.summary and not entry.planned]
    assert len(set(summaries)) >= len(summaries) / 2
    assert all(summary[0] == summary[0].upper() for summary in summaries)
    assert all(summary[-1] in ".!?”…" for summary in summaries)
    assert [summary for summary in summaries if "{" in summary or "  " in summary] == []


@seeds
def test_asks_are_in_every_state(seed):
    asks = book_of(seed).asks
    assert {ask.state for ask in asks} == set(get_args(AskState))
    assert all(ask.target_person or ask.target_profile for ask in asks)
    assert [ask for ask in asks if ask.target_profile]
    assert [ask for ask in asks if ask.override_why]
    assert [ask for ask in asks if ask.occasion_on and ask.occasion_on > TODAY]
    assert {ask.later_until > TODAY for ask in asks if ask.later_until} == {True, False}


@seeds
@pytest.mark.parametrize("direction", ["received", "given"])
def test_referrals_are_at_every_step(seed, direction):
    found = referrals(seed, direction)
    assert {referral.state for referral in found} == set(get_args(ReferralState))
    assert {referral.level for referral in found} == {"recommendation", "introduction"}
    assert [referral for referral in found if not referral.agreed_on]
    assert all(referral.value and referral.currency for referral in found if referral.state == "won")
    assert [referral for referral in found if referral.told_on]


@seeds
def test_confirmations_are_late_and_copied_from_the_ask(seed):
    asks = {ask.id: ask for ask in book_of(seed).asks}
    agreed = [referral for referral in referrals(seed, "received") if referral.state == "agreed"]
    assert {referral.confirm_by < TODAY for referral in agreed} == {True, False}
    for referral in referrals(seed, "received"):
        if referral.ask:
            assert referral.confirm_by == asks[referral.ask].confirm_by


@seeds
def test_thanks_are_said_skipped_or_open(seed):
    received = referrals(seed, "received")
    thanks = [thank for referral in received for thank in referral.thanks]
    assert {thank.step for thank in thanks if thank.done_on} == {1, 2, 3}
    assert {thank.by for thank in thanks if thank.done_on} >= {"letter", "call", "meeting"}
    assert all(thank.why for thank in thanks if thank.skipped_on)
    assert [thank for thank in thanks if thank.skipped_on]
    assert {len(referral.thanks) for referral in received} == {0, 1, 2, 3}


@seeds
def test_given_referrals_were_agreed_with_both(seed):
    for referral in referrals(seed, "given"):
        assert referral.to != referral.prospect
        assert referral.consents.to
        assert (referral.consents.prospect is None) == (referral.made_on is None)


@seeds
def test_notes_are_in_every_state_for_people_with_an_address(seed):
    book = book_of(seed)
    assert {note.state for note in book.notes} == set(get_args(NoteState))
    assert len({note.occasion for note in book.notes}) >= 6
    addressed = {person.id for person in book.people if person.addresses}
    assert {note.person for note in book.notes} <= addressed
    letters = {(entry.on, entry.people) for entry in book.timeline if entry.kind == "letter"}
    posted = {(note.posted_on, (note.person,)) for note in book.notes if note.posted_on}
    assert len(posted) >= 5
    assert posted <= letters


@seeds
def test_tasks_are_due_late_done_and_recurring(seed):
    tasks = book_of(seed).tasks
    assert [task for task in tasks if task.due == TODAY]
    assert [task for task in tasks if task.due < TODAY and not task.done_on]
    assert [task for task in tasks if task.due > TODAY]
    assert [task for task in tasks if task.done_on]
    assert len([task for task in tasks if task.rrule]) >= 3
    assert len({task.kind for task in tasks}) >= 3


@seeds
def test_partners_keep_promises_and_one_rests(seed):
    partners = book_of(seed).partners
    assert 2 <= len(partners) <= 4
    assert [partner.paused for partner in partners].count(True) == 1
    assert [partner for partner in partners if partner.next_on]
    promises = [promise for partner in partners for promise in partner.promised]
    assert {promise.by for promise in promises} == {"me", "them"}
    assert {promise.done_on is None for promise in promises} == {True, False}


@seeds
def test_one_round_is_under_way(seed):
    (project,) = book_of(seed).projects
    assert 5 <= len(project.people) <= 12
    assert {placed.station for placed in project.people} == {"reconnect", "give", "ask", "thanked", "skipped"}
    assert project.starts_on < TODAY < project.ends_on


@seeds
def test_stories_are_told_only_with_leave(seed):
    book = book_of(seed)
    assert {story.consent for story in book.stories} == {None, "named", "unnamed"}
    assert len(book.stories) in (3, 4)
    told = {entry.story for entry in book.timeline if "story" in entry.marks}
    assert told
    assert told <= {story.id for story in book.stories if story.consent}
