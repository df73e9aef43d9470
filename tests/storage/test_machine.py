"""Long random lives of a book, act by act, against a model of plain dictionaries."""

from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule, run_state_machine_as_test

from refdesk.domain.errors import RefusedError
from refdesk.domain.records import Entry, Later, Note, Task
from refdesk.domain.recurrence import advance
from refdesk.services import notes, tasks, timeline
from tests.storage.machine import PeopleMachine
from tests.storage.model import State

MARKS = st.lists(st.sampled_from(("gave", "received", "explained", "offered_help")), max_size=2, unique=True).map(tuple)
KINDS = st.sampled_from(("call", "meeting", "message", "note", "milestone"))
DAYS = st.integers(-40, 400)
WORDS = st.sampled_from(("", "about the harbour", "lunch"))


class BookMachine(PeopleMachine):
    """A user of a book who also logs, plans, puts off and writes notes."""

    @precondition(lambda self: self.state.present())
    @rule(data=st.data(), days=DAYS, kind=KINDS, marks=MARKS, summary=WORDS)
    def log(self, data: st.DataObject, days: int, kind: str, marks: tuple[str, ...], summary: str) -> None:
        who = self.draw_people(data)
        entry = Entry(id=self.new_id("e"), on=self.ago(days), kind=kind, people=who, marks=marks, summary=summary)
        logged, _ = timeline.log_entry(self.desk, entry)
        assert logged == replace(entry, planned=days < 0)
        self.model.act(lambda state: state.entries.update({entry.id: logged}))

    @precondition(lambda self: self.state.entries and self.state.present())
    @rule(data=st.data(), days=DAYS, kind=KINDS, marks=MARKS, summary=WORDS)
    def edit_entry(self, data: st.DataObject, days: int, kind: str, marks: tuple[str, ...], summary: str) -> None:
        before = self.state.entries[data.draw(st.sampled_from(list(self.state.entries)))]
        kept = tuple(data.draw(st.lists(st.sampled_from(before.people), unique=True)))
        who = (*kept, *(id_ for id_ in self.draw_people(data) if id_ not in kept))
        entry = Entry(id=before.id, on=self.ago(days), kind=kind, people=who, marks=marks, summary=summary)
        timeline.edit_entry(self.desk, entry)
        self.model.act(lambda state: state.entries.update({before.id: replace(entry, planned=days < 0)}))

    @precondition(lambda self: self.state.entries)
    @rule(data=st.data())
    def delete_entry(self, data: st.DataObject) -> None:
        id_ = data.draw(st.sampled_from(list(self.state.entries)))
        timeline.delete_entry(self.desk, id_)
        self.model.act(lambda state: state.entries.pop(id_))

    @rule(data=st.data(), days=DAYS, recurs=st.booleans())
    def add_task(self, data: st.DataObject, days: int, recurs: bool) -> None:
        person = data.draw(st.sampled_from(["", *self.state.present()]))
        rrule = "FREQ=WEEKLY;COUNT=3" if recurs else ""
        task = Task(id=self.new_id("t"), title="Call", person=person, due=self.ago(days), rrule=rrule)
        tasks.add_task(self.desk, task)
        self.model.act(lambda state: state.tasks.update({task.id: task}))

    @precondition(lambda self: self.state.tasks)
    @rule(data=st.data(), moved=st.booleans())
    def finish_or_move_task(self, data: st.DataObject, moved: bool) -> None:
        task = self.state.tasks[data.draw(st.sampled_from(list(self.state.tasks)))]
        if moved:
            tasks.move_task(self.desk, task.id, self.today)
            after = replace(task, due=self.today, at=None)
        else:
            tasks.finish_task(self.desk, task.id)
            after = advance(task, self.today) if task.done_on is None else task
        self.model.act(lambda state: settled(state, after, moved or task.done_on is None))

    @precondition(lambda self: self.state.tasks or self.state.notes)
    @rule(data=st.data(), days=st.integers(1, 60))
    def snooze(self, data: st.DataObject, days: int) -> None:
        keys = [*(f"task:{id_}" for id_ in self.state.tasks), *(f"note:{id_}" for id_ in self.state.notes)]
        later = Later(key=data.draw(st.sampled_from(keys)), until=self.ago(-days))
        tasks.snooze(self.desk, later.key, later.until)
        self.model.act(lambda state: state.later.update({later.key: later}))

    @precondition(lambda self: self.state.present())
    @rule(data=st.data(), text=WORDS)
    def queue_note(self, data: st.DataObject, text: str) -> None:
        (person,) = self.draw_people(data, most=1)
        note = Note(id=self.new_id("n"), person=person, occasion="birthday", text=text)
        notes.queue_note(self.desk, note)
        self.model.act(lambda state: state.notes.update({note.id: note}))

    @precondition(lambda self: self.state.notes)
    @rule(data=st.data(), posted=st.booleans())
    def write_or_post_note(self, data: st.DataObject, posted: bool) -> None:
        note = self.state.notes[data.draw(st.sampled_from(list(self.state.notes)))]
        act = notes.mark_posted if posted else notes.mark_written
        if note.person in self.state.deleted:
            with pytest.raises(RefusedError):
                act(self.desk, note.id)
            return
        changes = act(self.desk, note.id)
        written = note.written_on or self.today
        if posted and note.state != "posted":
            after = replace(note, state="posted", written_on=written, posted_on=self.today)
            letter = Entry(id=next(iter(changes.entries)), on=self.today, kind="letter", people=(note.person,),
                           summary="A note by hand for their birthday")  # fmt: skip
            self.model.act(lambda state: sent(state, after, letter))
        elif not posted and note.state == "to_write":
            self.model.act(
                lambda state: state.notes.update({note.id: replace(note, state="written", written_on=written)})
            )
        else:
            assert changes.act is None


def settled(state: State, task: Task, acted: bool) -> None:
    state.tasks[task.id] = task
    if acted:
        state.later.pop(f"task:{task.id}", None)


def sent(state: State, note: Note, letter: Entry) -> None:
    state.notes[note.id] = note
    state.entries[letter.id] = letter
    state.later.pop(f"note:{note.id}", None)


class LongMachine(BookMachine):
    """The same, proved in full only now and then."""

    check_every = 20


def test_a_book_lives_as_its_model_does() -> None:
    run_state_machine_as_test(BookMachine, settings=settings(max_examples=10, stateful_step_count=30))


@pytest.mark.soak
@pytest.mark.parametrize("tenth", range(10))
def test_a_book_lives_through_a_hundred_thousand_acts_as_its_model_does(tenth: int) -> None:
    """Ten thousand acts at a time; every run draws others."""
    run_state_machine_as_test(LongMachine, settings=settings(max_examples=20, stateful_step_count=500))
