"""What the answers about one of the first ten become."""

from collections.abc import Callable
from datetime import date
from itertools import count

import pytest

from refdesk.domain.first_ten import FirstTenAnswers, LastTalk, first_ten_records
from refdesk.domain.person import Person
from refdesk.domain.records import Entry
from refdesk.domain.words import SATISFACTIONS, Satisfaction

TODAY = date(2026, 3, 2)
A_MONTH_AGO = date(2026, 1, 31)
ANA = Person(id="ana", name="Ana Ruiz")


def ids() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"e{next(numbers)}"


def records(answers: FirstTenAnswers, person: Person = ANA, today: date = TODAY) -> tuple[Person, tuple[Entry, ...]]:
    return first_ten_records(person, answers, today, ids())


@pytest.mark.parametrize("glad", SATISFACTIONS)
def test_gladness_becomes_a_delivery(glad: Satisfaction) -> None:
    person, entries = records(FirstTenAnswers(glad=glad))
    delivery = Entry(
        id="e1",
        on=A_MONTH_AGO,
        kind="milestone",
        people=("ana",),
        marks=("delivered",),
        satisfaction=glad,
        approximate=True,
    )
    assert entries == (delivery,)
    assert person.sorted


@pytest.mark.parametrize(
    ("last_talk", "on"),
    [
        ("week", date(2026, 2, 27)),
        ("month", date(2026, 2, 16)),
        ("quarter", date(2026, 1, 1)),
        ("longer", date(2025, 8, 14)),
    ],
)
def test_the_last_talk_becomes_a_call(last_talk: LastTalk, on: date) -> None:
    person, entries = records(FirstTenAnswers(last_talk=last_talk))
    assert entries == (Entry(id="e1", on=on, kind="call", direction="both", people=("ana",), approximate=True),)
    assert entries[0].is_conversation
    assert person.sorted


def test_having_been_told_becomes_a_note() -> None:
    person, entries = records(FirstTenAnswers(explained=True))
    assert entries == (
        Entry(id="e1", on=A_MONTH_AGO, kind="note", people=("ana",), marks=("explained",), approximate=True),
    )
    assert person.sorted


def test_worlds_become_tags_each_once() -> None:
    ana = Person(id="ana", name="Ana Ruiz", knows=("Finance ", "arts"))
    person, entries = records(FirstTenAnswers(knows=("finance", " Sailing", "", "sailing", "Schools")), ana)
    assert person.knows == ("Finance ", "arts", "Sailing", "Schools")
    assert person.sorted
    assert entries == ()


@pytest.mark.parametrize(("tag", "is_sorted"), [("arts", True), ("  ", False)])
def test_an_answer_known_already_is_an_answer_and_a_blank_is_none(tag: str, is_sorted: bool) -> None:
    person, _ = records(FirstTenAnswers(knows=(tag,)), Person(id="ana", name="Ana", knows=("arts",)))
    assert person.knows == ("arts",)
    assert person.sorted is is_sorted


def test_all_answers_come_in_the_order_of_the_questions() -> None:
    _, entries = records(FirstTenAnswers(glad="delighted", last_talk="week", explained=True, knows=("arts",)))
    assert [(entry.id, entry.kind) for entry in entries] == [("e1", "milestone"), ("e2", "call"), ("e3", "note")]
    assert all(entry.approximate for entry in entries)


def test_skipping_every_question_only_says_that_they_are_known() -> None:
    person, entries = records(FirstTenAnswers())
    assert person == Person(id="ana", name="Ana Ruiz", known_since=date(2025, 3, 2))
    assert entries == ()


def test_whoever_was_sorted_stays_so() -> None:
    person, _ = records(FirstTenAnswers(), Person(id="ana", name="Ana", sorted=True))
    assert person.sorted


@pytest.mark.parametrize(
    ("known_since", "today", "expected"),
    [
        (None, date(2026, 3, 2), date(2025, 3, 2)),
        (None, date(2028, 2, 29), date(2027, 2, 28)),
        (None, date(2029, 2, 28), date(2028, 2, 28)),
        (date(2019, 5, 1), date(2026, 3, 2), date(2019, 5, 1)),
        (date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 1)),
    ],
)
def test_being_picked_fills_an_empty_known_since(known_since: date | None, today: date, expected: date) -> None:
    person, _ = records(FirstTenAnswers(), Person(id="ana", name="Ana", known_since=known_since), today)
    assert person.known_since == expected
