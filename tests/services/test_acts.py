"""Every verb of the user is one act: one undo leaves the book as it was, one redo as the verb left it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from refdesk.domain.first_ten import FirstTenAnswers
from refdesk.domain.person import Address, Person
from refdesk.domain.records import Entry, Later, Note, Referral, Task
from refdesk.services import history, notes, people, tasks, timeline
from refdesk.services.desk import Desk
from refdesk.services.first_ten import answer_first_ten
from refdesk.services.log_line import log_line
from refdesk.storage.check import problems
from refdesk.storage.records import each, get
from tests.services.books import bring_in, put
from tests.storage.desks import TODAY, ago, text_of, titles

TOMORROW = TODAY + timedelta(days=1)

BOOK = """{"refdesk": 1,
  "people": [{"id": "ann", "name": "Ann Lee", "roles": ["client"], "sorted": true, "knows": ["farms"],
              "emails": [{"value": "a@x.example"}], "could_introduce": ["bob"]},
             {"id": "bob", "name": "Bob Ray", "introduced_by": "ann", "cadence_days": 30, "sorted": true},
             {"id": "cy", "name": "Cy Young"}, {"id": "gone", "name": "Zoe Ng"}],
  "timeline": [{"id": "talk", "on": "2026-11-01", "kind": "call", "people": ["ann", "bob"], "summary": "Talked"},
               {"id": "plan", "on": "2026-11-17", "kind": "meeting", "people": ["ann"], "planned": true}],
  "referrals": [{"id": "ref", "champion": "ann", "prospect": "bob", "state": "won", "agreed_on": "2026-10-01",
                 "made_on": "2026-10-02", "followed_up_on": "2026-10-03", "outcome_on": "2026-11-10",
                 "thanks": [{"step": 1, "done_on": "2026-10-01"}, {"step": 2, "done_on": "2026-10-04"}]}],
  "notes": [{"id": "third", "person": "ann", "occasion": "thank_you_3", "referral": "ref"},
            {"id": "card", "person": "bob", "occasion": "birthday", "state": "written", "written_on": "2026-11-02"}],
  "tasks": [{"id": "once", "title": "Call Bob", "person": "bob", "due": "2026-11-10"},
            {"id": "weekly", "title": "Walk", "due": "2026-11-11", "rrule": "FREQ=WEEKLY"},
            {"id": "done", "title": "Old", "due": "2026-11-01", "done_on": "2026-11-02"}],
  "later": [{"key": "task:once", "until": "2026-11-20"}, {"key": "note:card", "until": "2026-11-20"},
            {"key": "referral:ref:thank_you:3", "until": "2026-11-20"}]}"""


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """A desk over a small book in which a little of everything is recorded."""
    assert bring_in(desk, put(desk, "book.json", BOOK)).created == 15
    people.delete_person(desk, "gone")
    return desk


def entry(**fields: Any) -> Entry:
    return Entry(**{"id": "", "on": TODAY, "kind": "call", "people": ("ann",), **fields})


def edited(desk: Desk, id_: str, **fields: Any) -> Person:
    return replace(desk.person(id_), **fields)


ACTS: dict[str, Callable[[Desk], object]] = {
    "add a person": lambda desk: people.add_person(desk, Person(id="", name="Dan", could_introduce=("ann",))),
    "edit a person": lambda desk: people.edit_person(desk, edited(desk, "ann", knows=("law",), trust="high")),
    "never ask a person": lambda desk: people.edit_person(
        desk, edited(desk, "ann", do_not_ask=True, do_not_ask_why="She asked me not to.")
    ),
    "archive a person": lambda desk: people.archive_person(desk, "bob"),
    "delete a person": lambda desk: people.delete_person(desk, "bob"),
    "take a person from the trash": lambda desk: people.take_from_trash(desk, "gone"),
    "give people a rhythm": lambda desk: people.give_cadence(desk, ["ann", "bob", "cy"], 14),
    "log an entry": lambda desk: timeline.log_entry(desk, entry(people=("ann", "bob", "cy"), marks=("gave", "story"))),
    "log work and how they feel": lambda desk: timeline.log_entry(
        desk, entry(kind="milestone", marks=("delivered",), satisfaction="delighted")
    ),
    "log an entry with what follows": lambda desk: timeline.log_entry(
        desk, entry(), Task(id="", kind="follow_up", title="Call", person="ann", due=TOMORROW)
    ),
    "plan an entry": lambda desk: timeline.log_entry(desk, entry(on=TOMORROW, at=time(9, 30))),
    "log a line": lambda desk: log_line(
        desk, "Coffee with Ann Lee and Dora Fox yesterday: promised the list #golf >2w", time(9), create_people=True
    ),
    "edit an entry": lambda desk: timeline.edit_entry(
        desk, replace(desk.find(Entry, "talk"), kind="meeting", people=("ann", "cy"), marks=("gave",))
    ),
    "say that a plan took place": lambda desk: timeline.edit_entry(
        desk, replace(desk.find(Entry, "plan"), planned=False)
    ),
    "delete an entry": lambda desk: timeline.delete_entry(desk, "talk"),
    "add a task": lambda desk: tasks.add_task(desk, Task(id="", title="Write", person="ann", due=TOMORROW)),
    "finish a task": lambda desk: tasks.finish_task(desk, "once"),
    "finish a task that recurs": lambda desk: tasks.finish_task(desk, "weekly"),
    "move a task": lambda desk: tasks.move_task(desk, "once", TOMORROW, time(9)),
    "put a task off": lambda desk: tasks.snooze(desk, "task:weekly", TOMORROW, "Rain"),
    "put a task off to an hour": lambda desk: tasks.snooze(desk, "task:weekly", datetime(2026, 11, 18, 15, 0)),
    "put a task off again": lambda desk: tasks.snooze(desk, "task:once", date(2026, 12, 1)),
    "queue a note": lambda desk: notes.queue_note(desk, Note(id="", person="cy", occasion="nice_to_meet")),
    "mark a note as written": lambda desk: notes.mark_written(desk, "third"),
    "mark a note as posted": lambda desk: notes.mark_posted(desk, "card"),
    "post a thank-you": lambda desk: notes.mark_posted(desk, "third"),
    "answer the first ten": lambda desk: answer_first_ten(
        desk, "cy", FirstTenAnswers(glad="satisfied", last_talk="month", explained=True, knows=("law",))
    ),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_a_verb_is_one_act_that_can_be_undone_and_done_again(desk: Desk, act: Callable[[Desk], object]) -> None:
    before, count = text_of(desk), len(titles(desk.book))
    act(desk)
    after = text_of(desk)
    assert after != before
    assert len(titles(desk.book)) == count + 1
    for _ in range(2):
        assert history.undo(desk).title.endswith(".")
        assert text_of(desk) == before
        assert list(problems(desk.book)) == []
        history.redo(desk)
        assert text_of(desk) == after
        assert list(problems(desk.book)) == []


SAME: dict[str, Callable[[Desk], object]] = {
    "edit a person as they are": lambda desk: people.edit_person(desk, desk.person("ann")),
    "unarchive who is not archived": lambda desk: people.unarchive_person(desk, "ann"),
    "take from the trash who is not there": lambda desk: people.take_from_trash(desk, "ann"),
    "edit an entry as it is": lambda desk: timeline.edit_entry(desk, desk.find(Entry, "talk")),
    "finish a task that is done": lambda desk: tasks.finish_task(desk, "done"),
    "mark a written note as written": lambda desk: notes.mark_written(desk, "card"),
    "put a task off as it is": lambda desk: tasks.snooze(desk, "task:once", date(2026, 11, 20)),
}


@pytest.mark.parametrize("act", SAME.values(), ids=SAME)
def test_what_changes_nothing_is_no_act(desk: Desk, act: Callable[[Desk], object]) -> None:
    before = text_of(desk), titles(desk.book)
    act(desk)
    assert (text_of(desk), titles(desk.book)) == before


def test_posting_a_note_puts_a_letter_on_the_timeline_and_settles_its_thank_you_once(desk: Desk) -> None:
    notes.mark_written(desk, "third")
    for _ in range(2):
        notes.mark_posted(desk, "third")
    note = desk.find(Note, "third")
    assert (note.state, note.written_on, note.posted_on) == ("posted", TODAY, TODAY)
    letters = [each_ for each_ in each(desk.book, Entry) if each_.kind == "letter"]
    assert [(letter.on, letter.people, letter.summary) for letter in letters] == [
        (TODAY, ("ann",), "A note by hand to say thank you")
    ]
    thanks = desk.find(Referral, "ref").thanks
    assert [(one.step, one.done_on, one.by) for one in thanks][2:] == [(3, TODAY, "letter")]
    assert get(desk.book, Later, "referral:ref:thank_you:3") is None
    assert get(desk.book, Later, "note:card") is not None


def test_posting_a_note_of_its_own_settles_no_thank_you(desk: Desk) -> None:
    notes.mark_posted(desk, "card")
    assert len(desk.find(Referral, "ref").thanks) == 2
    assert desk.find(Note, "card").written_on == date(2026, 11, 2)
    assert get(desk.book, Later, "note:card") is None


def test_a_thank_you_that_is_settled_stays_as_it_is(desk: Desk) -> None:
    thanked = '{"id": "ref", "thanks": [{"step": 3, "done_on": "2026-11-12", "by": "call"}]}'
    bring_in(desk, put(desk, "thanked.json", f'{{"refdesk": 1, "referrals": [{thanked}]}}'))
    notes.mark_posted(desk, "third")
    assert [(one.step, one.by) for one in desk.find(Referral, "ref").thanks] == [(3, "call")]


def test_a_task_that_recurs_moves_on_and_one_that_does_not_is_done(desk: Desk) -> None:
    tasks.finish_task(desk, "weekly")
    tasks.finish_task(desk, "once")
    weekly, once = desk.find(Task, "weekly"), desk.find(Task, "once")
    assert (weekly.done_on, weekly.due) == (None, date(2026, 11, 25))
    assert (once.done_on, once.due) == (TODAY, ago(8))
    assert get(desk.book, Later, "task:once") is None


def test_moving_a_task_forgets_that_it_was_put_off(desk: Desk) -> None:
    tasks.move_task(desk, "once", TOMORROW, time(9))
    assert (desk.find(Task, "once").due, desk.find(Task, "once").at) == (TOMORROW, time(9))
    assert get(desk.book, Later, "task:once") is None


def test_a_note_asks_for_an_address_when_it_is_queued(desk: Desk) -> None:
    assert notes.queue_note(desk, Note(id="", person="ann", occasion="other")).needs_address
    people.edit_person(desk, edited(desk, "ann", addresses=(Address(country="Wales"),)))
    assert notes.queue_note(desk, Note(id="", person="ann", occasion="other")).needs_address
    people.edit_person(desk, edited(desk, "ann", addresses=(Address(street="1 High St"),)))
    queued = notes.queue_note(desk, Note(id="", person="ann", occasion="other", state="posted"))
    assert not queued.needs_address
    assert desk.find(Note, queued.id).state == "to_write"
