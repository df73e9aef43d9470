"""What is kept of everybody's readiness is what a fresh reckoning gives, on any day and after any change."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from refdesk.domain.person import Person
from refdesk.domain.records import Entry
from refdesk.domain.words import STATES
from refdesk.services.desk import Desk
from refdesk.storage import check
from refdesk.storage.readiness import Standing, count_to_sort, keep_in_touch_due, reckoned, standings
from refdesk.storage.records import each
from tests.storage.desks import TODAY, desk_at
from tests.storage.random_books import change, fill

DAYS = (0, 1, 7, 91, 400, -1, -60)
"""How many days later, or earlier, than it was written a book is read."""


def plain(found: Sequence[Standing], day: date) -> list[Standing]:
    """Standings as the same whatever day they were reckoned on, for that is all in which a kept one may differ."""
    return [replace(one, verdict=replace(one.verdict, reckoned_on=day)) for one in found]


def fresh(desk: Desk, day: date) -> list[Standing]:
    """Everybody in the lists on a day, reckoned anew, in the method's order."""
    places = [pk for (pk,) in desk.book.rows("SELECT pk FROM person")]
    return sorted((one for one in reckoned(desk.book, places, day) if one.listed), key=lambda one: one.order)


def assert_kept_is_fresh(desk: Desk, day: date) -> None:
    expected = fresh(desk, day)
    assert plain(standings(desk.book, STATES, day, with_unsorted=True), day) == expected
    in_the_lists = [one for one in expected if not one.to_sort]
    assert plain(standings(desk.book, STATES, day, with_unsorted=False), day) == in_the_lists
    for state in STATES:
        some = [one for one in in_the_lists if one.verdict.state == state]
        assert plain(standings(desk.book, [state], day, with_unsorted=False, limit=2), day) == some[:2]
        some.sort(key=lambda one: (-one.verdict.score, one.name.casefold(), one.id))
        assert plain(standings(desk.book, [state], day, with_unsorted=False, limit=3, by_name=True), day) == some[:3]
    assert count_to_sort(desk.book) == len(expected) - len(in_the_lists)


def assert_rhythms_are_right(desk: Desk) -> None:
    """Keep in touch, reckoned from the records without the kept column."""
    expected = []
    for standing in fresh(desk, desk.today):
        due = due_of(desk, standing)
        if due and due <= desk.today:
            (person,) = each(desk.book, Person, "id = ?", (standing.id,))
            late = Fraction((desk.today - due).days, person.cadence_days)
            expected.append((-late, person.name.casefold(), standing.id, due))
    expected.sort()
    found = [(id_, due) for id_, _, _, due in keep_in_touch_due(desk.book, desk.today)]
    assert found == [(id_, due) for _, _, id_, due in expected]
    assert [row[0] for row in keep_in_touch_due(desk.book, desk.today, 2)] == [id_ for id_, _ in found[:2]]


def due_of(desk: Desk, standing: Standing) -> date | None:
    """When somebody with a rhythm falls due (`docs/method.md` section 8)."""
    person: Person = next(each(desk.book, Person, "id = ?", (standing.id,)))
    if not (person.sorted and person.cadence_days):
        return None
    theirs = (entry for entry in each(desk.book, Entry) if person.id in entry.people)
    talks = [entry.on for entry in theirs if entry.is_conversation and not entry.planned and entry.on <= desk.today]
    first_due = desk.book.value("SELECT first_due FROM person WHERE id = ?", (person.id,))
    if first_due and not talks:
        return date.fromisoformat(first_due)
    begun = max(talks, default=person.added_on)
    return begun + timedelta(days=person.cadence_days) if begun else None


def try_a_book(path: Path, seed: int) -> None:
    """One random book: read on other days, changed, and carried over to later days."""
    with ExitStack() as stack:
        desk = stack.enter_context(desk_at(path))
        records = fill(desk, seed)
        for days in DAYS:
            assert_kept_is_fresh(desk, TODAY + timedelta(days=days))
        for days in (0, 1, 61, -5, 200):
            desk = Desk(desk.book, TODAY + timedelta(days=days))
            records.today = desk.today
            desk.bring_up_to_date()
            assert desk.bring_up_to_date() == 0
            change(desk, records)
            assert_kept_is_fresh(desk, desk.today)
            assert_rhythms_are_right(desk)
        assert list(check.problems(desk.book)) == []


@pytest.mark.parametrize("tens", range(6))
def test_kept_verdicts_of_random_books_are_fresh_ones(tmp_path: Path, tens: int) -> None:
    for seed in range(tens * 10, tens * 10 + 10):
        try_a_book(tmp_path / f"{seed}.refdesk", seed)


@pytest.mark.soak
@pytest.mark.parametrize("hundreds", range(10))
def test_kept_verdicts_of_a_thousand_random_books_are_fresh_ones(tmp_path: Path, hundreds: int) -> None:
    for seed in range(10_000 + hundreds * 100, 10_100 + hundreds * 100):
        try_a_book(tmp_path / f"{seed}.refdesk", seed)
