"""Undo and redo: every act of the user can be taken back and done again, and never half of it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from refdesk.domain.errors import RefusedError
from refdesk.domain.first_ten import FirstTenAnswers
from refdesk.domain.policy import Policy
from refdesk.domain.records import Entry, Note, Profile, Referral, Task
from refdesk.services import history, notes, people, tasks, timeline
from refdesk.services.desk import Desk
from refdesk.services.first_ten import answer_first_ten
from refdesk.services.people import empty_trash
from refdesk.storage import check
from refdesk.storage.facts import setting_of
from refdesk.storage.records import each
from refdesk.storage.writing import KEPT_ACTS
from tests.storage.desks import TODAY, add, ago, desk_at, log, text_of, titles


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "book.refdesk"


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    """A book with Ana and Bo, two entries, a task, and a note that belongs to a thank-you."""
    with desk_at(path) as desk:
        add(desk, "Ana Ruiz", could_introduce=(), knows=("law",))
        add(desk, "Bo Li")
        log(desk, "ana", days=400, summary="long ago")
        log(desk, "ana", "bo", days=3, marks=("gave",))
        with desk.act("A referral made.") as act:
            act.put(Referral(id="r", champion="ana", prospect="bo", state="made", made_on=ago(9)))
        tasks.add_task(desk, Task(id="weekly", title="Write", due=TODAY, rrule="FREQ=WEEKLY"))
        notes.queue_note(desk, Note(id="n", person="ana", referral="r", occasion="thank_you_1"))
        yield desk


def some_entry(desk: Desk) -> Entry:
    return next(each(desk.book, Entry))


def write(desk: Desk, *records: object) -> None:
    with desk.act("Something written.") as act:
        for record in records:
            act.put(desk.checked(record))


ACTS: dict[str, Callable[[Desk], object]] = {
    "add": lambda desk: add(desk, "Cy Day", could_introduce=("ana",)),
    "edit": lambda desk: people.edit_person(
        desk, replace(desk.person("ana"), name="Ana María", could_introduce=("bo",))
    ),
    "archive": lambda desk: people.archive_person(desk, "ana"),
    "delete": lambda desk: people.delete_person(desk, "ana"),
    "cadence": lambda desk: people.give_cadence(desk, ["ana", "bo"], 30),
    "log": lambda desk: log(desk, "ana", "bo", summary="with a follow-up"),
    "plan": lambda desk: log(desk, "bo", days=-7, kind="meeting"),
    "edit entry": lambda desk: timeline.edit_entry(desk, replace(some_entry(desk), people=("bo",), summary="other")),
    "delete entry": lambda desk: timeline.delete_entry(desk, some_entry(desk).id),
    "add task": lambda desk: tasks.add_task(desk, Task(id="", title="Call", person="ana", due=TODAY)),
    "finish task": lambda desk: tasks.finish_task(desk, "weekly"),
    "move task": lambda desk: tasks.move_task(desk, "weekly", ago(-5)),
    "snooze": lambda desk: tasks.snooze(desk, "task:weekly", ago(-2), "away"),
    "queue note": lambda desk: notes.queue_note(desk, Note(id="", person="bo")),
    "write note": lambda desk: notes.mark_written(desk, "n"),
    "post note": lambda desk: notes.mark_posted(desk, "n"),
    "first ten": lambda desk: answer_first_ten(
        desk, "bo", FirstTenAnswers(glad="delighted", last_talk="month", explained=True, knows=("law",))
    ),
    "profile": lambda desk: write(desk, Profile(id="owners", name="Owners", tags=("law",))),
    "policy": lambda desk: write(desk, setting_of(Policy(warm_within=2, owe_limit=1))),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS.keys())
def test_every_act_can_be_taken_back_and_done_again(desk: Desk, act: Callable[[Desk], object]) -> None:
    before = text_of(desk)
    act(desk)
    after = text_of(desk)
    title = titles(desk.book)[-1]
    assert after != before
    for _ in range(2):
        assert history.undo(desk).title == title
        assert text_of(desk) == before
        assert list(check.problems(desk.book)) == []
        assert history.redo(desk).title == title
        assert text_of(desk) == after
        assert list(check.problems(desk.book)) == []


def test_all_acts_go_back_to_the_beginning_and_forth_again(desk: Desk) -> None:
    for act in ACTS.values():
        if act not in (ACTS["delete"], ACTS["delete entry"]):
            act(desk)
    texts = [text_of(desk)]
    count = len(titles(desk.book))
    for _ in range(count):
        history.undo(desk)
        texts.append(text_of(desk))
    assert texts[-1] == '{\n  "refdesk": 1\n}\n'
    with pytest.raises(RefusedError, match="There is nothing to undo"):
        history.undo(desk)
    for text in reversed(texts[:-1]):
        history.redo(desk)
        assert text_of(desk) == text
    with pytest.raises(RefusedError, match="There is nothing to do again"):
        history.redo(desk)
    assert list(check.problems(desk.book)) == []


def test_an_undo_says_what_it_changed(desk: Desk) -> None:
    entry = log(desk, "ana", "bo")
    undone = history.undo(desk)
    assert undone.title == "Logged call with Ana Ruiz and Bo Li."
    assert (undone.changes.people, undone.changes.entries) == ({"ana", "bo"}, {entry.id})
    assert history.redo(desk).changes.entries == {entry.id}


def test_fifty_acts_can_be_taken_back_and_not_one_more(path: Path) -> None:
    assert KEPT_ACTS == 50
    with desk_at(path) as desk:
        ids = [add(desk, f"P{number} Day") for number in range(KEPT_ACTS + 1)]
        for id_ in reversed(ids[1:]):
            assert history.undo(desk).changes.people == {id_}
        with pytest.raises(RefusedError, match="There is nothing to undo"):
            history.undo(desk)
        assert desk.person(ids[0])


def test_an_undo_outlives_the_program(path: Path) -> None:
    with desk_at(path) as desk:
        add(desk, "Ana Ruiz")
        add(desk, "Bo Li")
        history.undo(desk)
    with desk_at(path) as desk:
        assert history.redo(desk).title == "Bo Li added."
        history.undo(desk)
    with desk_at(path) as desk:
        assert history.undo(desk).title == "Ana Ruiz added."


def test_a_new_act_drops_those_that_were_undone(desk: Desk) -> None:
    add(desk, "Cy Day")
    history.undo(desk)
    add(desk, "Dee Fox")
    with pytest.raises(RefusedError, match="There is nothing to do again"):
        history.redo(desk)
    assert history.undo(desk).title == "Dee Fox added."


def test_an_act_that_changes_nothing_is_none_and_drops_nothing(desk: Desk) -> None:
    add(desk, "Cy Day")
    history.undo(desk)
    assert people.edit_person(desk, desk.person("ana")).act is None
    assert notes.mark_posted(desk, "n").act is not None
    assert notes.mark_posted(desk, "n").act is None
    assert history.undo(desk).title == "Note to Ana Ruiz marked as posted."


def test_the_last_act_is_taken_back_whoever_did_it(path: Path) -> None:
    """A command that wrote while a window was open: the window's undo takes that back first."""
    with desk_at(path) as window, desk_at(path) as command:
        add(window, "Ana Ruiz")
        log(command, "ana")
        assert history.undo(window).title == "Logged call with Ana Ruiz."
        assert history.undo(command).title == "Ana Ruiz added."
        assert history.redo(window).title == "Ana Ruiz added."


def test_an_undo_is_refused_when_another_was_quicker(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What changed between the wish to undo and the undo is not what the user meant to take back."""
    with desk_at(path) as window, desk_at(path) as command:
        add(window, "Ana Ruiz")
        just_before(window, monkeypatch, lambda: people.archive_person(command, "ana"))
        with pytest.raises(RefusedError, match=r"“Ana Ruiz added\.” can't be undone: Ana Ruiz has changed since\."):
            history.undo(window)
        assert window.person("ana").archived


def test_two_that_undo_the_same_act_undo_it_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with desk_at(path) as window, desk_at(path) as command:
        add(window, "Ana Ruiz")
        just_before(window, monkeypatch, lambda: history.undo(command))
        with pytest.raises(RefusedError, match="has been undone already"):
            history.undo(window)
        just_before(window, monkeypatch, lambda: history.redo(command))
        with pytest.raises(RefusedError, match="can't be done again any more"):
            history.redo(window)
        assert window.person("ana").name == "Ana Ruiz"
        history.undo(window)
        just_before(window, monkeypatch, lambda: add(command, "Bo Li"))
        with pytest.raises(RefusedError, match="can't be done again any more"):
            history.redo(window)


@pytest.mark.parametrize(
    ("act", "field", "expected"),
    [
        (lambda desk: people.archive_person(desk, "ana"), "archived", True),
        (lambda desk: people.give_cadence(desk, ["ana"], 30), "cadence_days", 30),
        (lambda desk: answer_first_ten(desk, "ana", FirstTenAnswers(explained=True)), "sorted", True),
    ],
    ids=["archive", "cadence", "first ten"],
)
def test_an_act_keeps_what_another_wrote_at_the_same_moment(
    path: Path, monkeypatch: pytest.MonkeyPatch, act: Callable[[Desk], object], field: str, expected: object
) -> None:
    with desk_at(path) as window, desk_at(path) as command:
        add(window, "Ana Ruiz")
        renamed = replace(window.person("ana"), name="Ana María")
        just_before(window, monkeypatch, lambda: people.edit_person(command, renamed))
        act(window)
        found = window.person("ana")
        assert (found.name, getattr(found, field)) == ("Ana María", expected)


def test_a_note_posted_twice_at_the_same_moment_is_posted_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with desk_at(desk.book.path) as command:
        just_before(desk, monkeypatch, lambda: notes.mark_posted(command, "n"))
        notes.mark_posted(desk, "n")
    assert len([entry for entry in each(desk.book, Entry) if entry.kind == "letter"]) == 1


def test_an_emptied_trash_does_not_come_back(desk: Desk) -> None:
    people.delete_person(desk, "bo")
    empty_trash(replace(desk, today=TODAY + timedelta(days=31)))
    while len(titles(desk.book)) > 0:
        try:
            history.undo(desk)
        except RefusedError:
            break
    assert '"bo"' not in text_of(desk)
    assert list(check.problems(desk.book)) == []


def just_before(desk: Desk, monkeypatch: pytest.MonkeyPatch, happens: Callable[[], object]) -> None:
    """Let something happen once, at the last moment before the book is locked for writing."""
    transaction = desk.book.transaction

    def interrupted() -> object:
        monkeypatch.undo()
        happens()
        return transaction()

    monkeypatch.setattr(desk.book, "transaction", interrupted)
