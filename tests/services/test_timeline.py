"""What happened with people: several at once, marks, satisfaction, plans, and what is refused in a sentence."""

from dataclasses import replace
from datetime import time, timedelta
from typing import Any, get_args

import pytest

from refdesk.domain.errors import RefusedError
from refdesk.domain.records import Entry, Task
from refdesk.domain.words import KINDS, SILENT_KINDS, Direction, Kind
from refdesk.services import people, tasks, timeline
from refdesk.services.desk import Desk
from refdesk.services.ready import why
from refdesk.storage.records import each
from tests.storage.desks import TODAY, add, ago, log, text_of, titles

TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """A desk over a book of three people."""
    for name in ("Ann Lee", "Bob Ray", "Cy Young"):
        add(desk, name)
    return desk


def entry(**fields: Any) -> Entry:
    return Entry(**{"id": "", "on": TODAY, "kind": "call", "people": ("ann",), **fields})


def test_an_entry_counts_for_each_of_its_people(desk: Desk) -> None:
    logged = log(desk, "bob", "ann", "bob", marks=("gave",))
    assert logged.people == ("bob", "ann")
    for id_ in ("ann", "bob"):
        assert why(desk, id_)[0].standing.verdict.giving.verdict == "met"
    assert why(desk, "cy")[0].standing.verdict.giving.verdict == "not_yet"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"satisfaction": "delighted"}, "Satisfaction is recorded with one person; make an entry for each."),
        ({"marks": ("gave", "delivered")}, "Delivered work is recorded with one person; make an entry for each."),
        ({"marks": ("complaint",)}, "A complaint is recorded with one person; make an entry for each."),
    ],
)
def test_what_one_person_feels_is_recorded_with_one_person(desk: Desk, fields: dict[str, Any], sentence: str) -> None:
    before = text_of(desk)
    with pytest.raises(RefusedError) as refused:
        log(desk, "ann", "bob", **fields)
    assert str(refused.value) == sentence
    assert text_of(desk) == before
    one = log(desk, "ann", "ann", **fields)
    with pytest.raises(RefusedError):
        timeline.edit_entry(desk, replace(one, people=("ann", "bob")))


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"people": ()}, "An entry has at least one person."),
        ({"people": ("nobody",)}, "There is no person with the id nobody."),
        ({"people": ("ann", "nobody")}, "There is no person with the id nobody."),
        ({"marks": ("complaint",), "resolved_on": TOMORROW},
         "This lies after the day of recording, so it cannot have happened yet."),
    ],
)  # fmt: skip
def test_what_is_refused_is_refused_whole(desk: Desk, fields: dict[str, Any], sentence: str) -> None:
    before = text_of(desk), titles(desk.book)
    with pytest.raises(RefusedError) as refused:
        timeline.log_entry(desk, entry(**fields), Task(id="", title="Call", due=TODAY))
    assert str(refused.value) == sentence
    assert (text_of(desk), titles(desk.book)) == before


@pytest.mark.parametrize("person", ["nobody", "cy"])
def test_a_follow_up_with_somebody_who_is_not_there_is_refused(desk: Desk, person: str) -> None:
    people.delete_person(desk, "cy")
    before = text_of(desk)
    with pytest.raises(RefusedError, match=r"(no person with the id nobody|in the trash)"):
        timeline.log_entry(desk, entry(), Task(id="", title="Call", person=person, due=TODAY))
    with pytest.raises(RefusedError):
        tasks.add_task(desk, Task(id="", title="Call", person=person, due=TODAY))
    assert text_of(desk) == before


def test_nobody_in_the_trash_is_logged_with(desk: Desk) -> None:
    people.delete_person(desk, "bob")
    with pytest.raises(RefusedError, match=r"They are in the trash\. Take them out first\."):
        log(desk, "ann", "bob")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("direction", [None, *get_args(Direction)])
def test_what_nobody_said_has_no_direction(desk: Desk, kind: Kind, direction: Direction | None) -> None:
    logged = log(desk, "ann", kind=kind, direction=direction)
    assert logged.direction == (None if kind in SILENT_KINDS else direction)


def test_what_lies_ahead_is_a_plan_until_it_is_said_to_have_happened(desk: Desk) -> None:
    plan = log(desk, "ann", days=-1, kind="meeting", at=time(9))
    assert plan.planned
    assert why(desk, "ann")[0].standing.verdict.relationship.reason.code == "no_conversation"
    after = Desk(desk.book, TOMORROW + timedelta(days=1))
    assert why(after, "ann")[0].standing.verdict.relationship.reason.code == "no_conversation"
    timeline.edit_entry(after, replace(plan, planned=False))
    assert not after.find(Entry, plan.id).planned
    assert why(after, "ann")[0].standing.verdict.relationship.reason.code != "no_conversation"


def test_what_is_moved_ahead_becomes_a_plan(desk: Desk) -> None:
    logged = log(desk, "ann")
    timeline.edit_entry(desk, replace(logged, on=TOMORROW))
    assert desk.find(Entry, logged.id).planned


def test_an_entry_that_is_not_there_is_neither_edited_nor_deleted(desk: Desk) -> None:
    with pytest.raises(RefusedError, match=r"There is no entry with the id x\."):
        timeline.edit_entry(desk, entry(id="x"))
    with pytest.raises(RefusedError, match=r"There is no entry with the id x\."):
        timeline.delete_entry(desk, "x")


def test_an_entry_with_somebody_in_the_trash_can_still_be_changed_and_deleted(desk: Desk) -> None:
    logged = log(desk, "ann", "bob")
    people.delete_person(desk, "bob")
    timeline.edit_entry(desk, replace(logged, summary="Lunch"))
    assert desk.find(Entry, logged.id).people == ("ann", "bob")
    people.delete_person(desk, "cy")
    with pytest.raises(RefusedError, match="in the trash"):
        timeline.edit_entry(desk, replace(logged, people=("ann", "bob", "cy")))
    timeline.delete_entry(desk, logged.id)
    assert list(each(desk.book, Entry)) == []


@pytest.mark.parametrize(
    ("who", "title"),
    [
        (("ann",), "Logged call with Ann Lee."),
        (("ann", "bob"), "Logged call with Ann Lee and Bob Ray."),
        (("ann", "bob", "cy"), "Logged call with Ann Lee, Bob Ray and Cy Young."),
        (("ann", "bob", "cy", "dan"), "Logged call with Ann Lee, Bob Ray and 2 others."),
        (("ann", "ann", "bob", "ann"), "Logged call with Ann Lee and Bob Ray."),
    ],
)
def test_an_act_names_the_people(desk: Desk, who: tuple[str, ...], title: str) -> None:
    add(desk, "Dan")
    log(desk, *who)
    assert titles(desk.book)[-1] == title


def test_what_happened_on_one_day_stands_in_the_order_of_the_clock(desk: Desk) -> None:
    """Asked by the method: the latest satisfaction of a day is the one with the later time, or entered later."""
    log(desk, "ann", at=time(15), satisfaction="delighted", kind="note")
    log(desk, "ann", at=time(9), satisfaction="unhappy", kind="note")
    assert why(desk, "ann")[0].standing.verdict.results.reason.code == "delighted"
    log(desk, "ann", satisfaction="mixed", kind="note")
    assert why(desk, "ann")[0].standing.verdict.results.reason.code == "delighted"
    log(desk, "ann", at=time(15), satisfaction="satisfied", kind="note")
    assert why(desk, "ann")[0].standing.verdict.results.reason.code == "satisfied"


def test_a_task_needs_a_title_a_rule_that_can_be_kept_and_a_past_that_has_been(desk: Desk) -> None:
    for fields in ({"title": " "}, {"rrule": "FREQ=OFTEN"}, {"done_on": TOMORROW}):
        with pytest.raises(RefusedError, match=r"\.$"):
            tasks.add_task(desk, Task(**{"id": "", "title": "Call", "due": TODAY, **fields}))  # type: ignore[arg-type]
    assert titles(desk.book)[-1] == "Cy Young added."


@pytest.mark.parametrize("until", [TODAY, ago(1)])
def test_a_task_is_put_off_until_a_later_day(desk: Desk, until: Any) -> None:
    with pytest.raises(RefusedError, match=r"A task is put off until a later day\."):
        tasks.snooze(desk, "task:t", until)


def test_only_a_task_is_put_off(desk: Desk) -> None:
    with pytest.raises(RefusedError, match=r"“ann” is no task's key\."):
        tasks.snooze(desk, "ann", TOMORROW)


def test_a_task_that_is_not_there_is_neither_finished_nor_moved(desk: Desk) -> None:
    with pytest.raises(RefusedError, match=r"There is no task with the id x\."):
        tasks.finish_task(desk, "x")
    with pytest.raises(RefusedError, match=r"There is no task with the id x\."):
        tasks.move_task(desk, "x", TOMORROW)
