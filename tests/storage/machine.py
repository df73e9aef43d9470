"""The life of a book as random acts of its user on people, with undo and redo, against a model of dictionaries."""

import shutil
import tempfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from refdesk.domain.errors import RefusedError
from refdesk.domain.first_ten import FirstTenAnswers, first_ten_records
from refdesk.domain.person import Person, Related
from refdesk.domain.records import Entry
from refdesk.services import history, people
from refdesk.services.desk import Desk
from refdesk.services.first_ten import answer_first_ten
from refdesk.storage import check
from refdesk.storage.book import Book
from refdesk.storage.undo import forget_history
from tests.storage.desks import TODAY, now, text_of
from tests.storage.model import A_MONTH, Model, State, in_order, read

NAMES = st.sampled_from(("Ana Ruiz", "Bo Li", "Søren Ørsted", "王伟", "Zoë O'Neill"))
ROLES = st.lists(st.sampled_from(("client", "friend", "prospect")), max_size=2, unique=True).map(tuple)
TAGS = st.lists(st.sampled_from(("law", "boats")), max_size=2, unique=True).map(tuple)
ANSWERS = st.builds(
    FirstTenAnswers,
    glad=st.sampled_from((None, "delighted", "mixed")),
    last_talk=st.sampled_from((None, "week", "quarter", "longer")),
    explained=st.booleans(),
    knows=TAGS,
)


class PeopleMachine(RuleBasedStateMachine):
    """A user of a book. Ids are handed out by the machine where a service would draw them."""

    check_every = 1

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.model = Model()
        self.count = 0
        self.steps = 0
        self.today = TODAY

    def teardown(self) -> None:
        self.book.close()
        shutil.rmtree(self.folder)

    @initialize()
    def open(self) -> None:
        self.book = Book.open(self.folder / "book.refdesk", now)

    @property
    def desk(self) -> Desk:
        return Desk(self.book, self.today)

    @property
    def state(self) -> State:
        return self.model.state

    def new_id(self, kind: str) -> str:
        self.count += 1
        return f"{kind}{self.count}"

    def ago(self, days: int) -> date:
        return self.today - timedelta(days=days)

    def draw_people(self, data: st.DataObject, least: int = 1, most: int = 3) -> tuple[str, ...]:
        present = self.state.present()
        return tuple(data.draw(st.lists(st.sampled_from(present), min_size=least, max_size=most, unique=True)))

    def draw_person(self, data: st.DataObject, id_: str) -> Person:
        others = st.sampled_from(["", *(other for other in self.state.people if other != id_)])
        return Person(
            id=id_,
            name=data.draw(NAMES),
            roles=data.draw(ROLES),
            knows=data.draw(TAGS),
            cadence_days=data.draw(st.sampled_from((None, 7, 90))),
            could_introduce=tuple({data.draw(others)} - {""}),
            introduced_by=data.draw(others),
            related=tuple(Related(person=other, how="friend") for other in {data.draw(others)} - {""}),
            added_on=self.today,
            sorted=True,
        )

    @rule(data=st.data())
    def add_person(self, data: st.DataObject) -> None:
        person = self.draw_person(data, self.new_id("p"))
        people.add_person(self.desk, person)
        self.model.act(lambda state: state.people.update({person.id: person}))

    @precondition(lambda self: self.state.present())
    @rule(data=st.data(), archived=st.booleans())
    def edit_person(self, data: st.DataObject, archived: bool) -> None:
        (id_,) = self.draw_people(data, most=1)
        person = replace(self.draw_person(data, id_), archived=archived, sorted=data.draw(st.booleans()))
        changes = people.edit_person(self.desk, person)
        assert (changes.act is not None) == self.model.act(lambda state: state.people.update({id_: person}))

    @precondition(lambda self: self.state.present())
    @rule(data=st.data(), archived=st.booleans())
    def archive(self, data: st.DataObject, archived: bool) -> None:
        (id_,) = self.draw_people(data, most=1)
        (people.archive_person if archived else people.unarchive_person)(self.desk, id_)
        person = replace(self.state.people[id_], archived=archived)
        self.model.act(lambda state: state.people.update({id_: person}))

    @precondition(lambda self: self.state.present())
    @rule(data=st.data())
    def delete_person(self, data: st.DataObject) -> None:
        (id_,) = self.draw_people(data, most=1)
        people.delete_person(self.desk, id_)
        self.model.act(lambda state: state.deleted.update({id_: self.today}))

    @precondition(lambda self: self.state.deleted)
    @rule(data=st.data())
    def take_from_trash(self, data: st.DataObject) -> None:
        id_ = data.draw(st.sampled_from(sorted(self.state.deleted)))
        people.take_from_trash(self.desk, id_)
        self.model.act(lambda state: state.deleted.pop(id_))

    @rule()
    def empty_trash(self) -> None:
        """Acts that spoke of the erased are forgotten; which, is tried elsewhere, so here all are."""
        gone = self.state.erase(self.today - A_MONTH)
        assert people.empty_trash(self.desk) == gone
        if gone:
            with self.book.transaction():
                forget_history(self.book)
            self.model.forget_history()

    @precondition(lambda self: self.state.present())
    @rule(data=st.data(), days=st.sampled_from((5, 30)))
    def give_cadence(self, data: st.DataObject, days: int) -> None:
        ids = self.draw_people(data, most=5)
        people.give_cadence(self.desk, ids, days)
        self.model.act(lambda state: state.give_cadence(ids, days, self.today))

    @precondition(lambda self: self.state.present())
    @rule(data=st.data(), answers=ANSWERS)
    def answer_first_ten(self, data: st.DataObject, answers: FirstTenAnswers) -> None:
        (id_,) = self.draw_people(data, most=1)
        before = set(self.state.entries)
        answer_first_ten(self.desk, id_, answers)
        new = (key for key in read(self.book).entries if key not in before)
        person, entries = first_ten_records(self.state.people[id_], answers, self.today, lambda: next(new))
        self.model.act(lambda state: told(state, person, entries))

    @rule()
    def undo(self) -> None:
        if self.model.undo():
            history.undo(self.desk)
        else:
            with pytest.raises(RefusedError, match="There is nothing to undo"):
                history.undo(self.desk)

    @rule()
    def redo(self) -> None:
        if self.model.redo():
            history.redo(self.desk)
        else:
            with pytest.raises(RefusedError, match="There is nothing to do again"):
                history.redo(self.desk)

    @rule()
    def undo_and_redo_everything(self) -> None:
        before, count = text_of(self.desk), len(self.model.done)
        for _ in range(count):
            history.undo(self.desk)
        for _ in range(count):
            history.redo(self.desk)
        assert text_of(self.desk) == before

    @rule()
    def reopen(self) -> None:
        self.book.close()
        self.open()

    @rule(days=st.integers(1, 40))
    def let_days_pass(self, days: int) -> None:
        self.today += timedelta(days=days)
        self.desk.bring_up_to_date()

    @invariant()
    def is_what_the_model_says(self) -> None:
        found = read(self.book)
        assert found == self.state
        assert in_order(found) == in_order(self.state)

    @invariant()
    def is_sound(self) -> None:
        self.steps += 1
        if self.steps % self.check_every == 0:
            assert list(check.problems(self.book)) == []


def told(state: State, person: Person, entries: tuple[Entry, ...]) -> None:
    state.people[person.id] = person
    state.entries |= {entry.id: entry for entry in entries}
