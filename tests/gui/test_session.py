"""The session: acts are told of once, refused with a sentence, taken back, and others' writing is noticed."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from refdesk.domain.person import Person
from refdesk.domain.records import Profile
from refdesk.gui.theme.theme import Theme
from refdesk.gui.view import Tools
from refdesk.services.desk import Desk
from refdesk.services.people import add_person, delete_person
from refdesk.storage.book import Book
from refdesk.storage.writing import Changes
from tests.gui.views import FixedClock, Seen, tools_for


@pytest.fixture
def wall() -> FixedClock:
    return FixedClock()


@pytest.fixture
def both(theme: Theme, tmp_path: Path, wall: FixedClock) -> Iterator[tuple[Tools, Seen]]:
    with tools_for(theme, tmp_path / "book.refdesk", wall) as made:
        yield made


def add(name: str) -> "Add":
    return Add(name)


class Add:
    """Adding somebody, as something to do."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, desk: Desk) -> Changes:
        return add_person(desk, Person(id=self.name.lower(), name=self.name))[1]


def test_an_act_is_told_of_by_its_title_and_can_be_taken_back_and_done_again(both: tuple[Tools, Seen]) -> None:
    tools, seen = both
    changed: list[Changes] = []
    tools.session.changed.connect(changed.append)
    tools.session.do(add("Ana"))
    tools.session.undo()
    tools.session.redo()
    assert seen.said == ["Ana added.", "Undone: Ana added.", "Done again: Ana added."]
    assert [sorted(change.people) for change in changed] == [["ana"]] * 3


def test_what_is_refused_says_why_and_changes_nothing(both: tuple[Tools, Seen]) -> None:
    tools, seen = both
    assert tools.session.do(add("")) is None
    tools.session.undo()
    assert seen.refused == ["A person needs a name.", "There is nothing to undo."]
    assert seen.said == []


def test_what_another_process_wrote_is_noticed_once(both: tuple[Tools, Seen], wall: FixedClock) -> None:
    tools, _ = both
    renewals: list[int] = []
    tools.session.renewed.connect(lambda: renewals.append(1))
    tools.session.do(add("Ana"))
    tools.session.look()
    assert renewals == []
    with Book.open(tools.session.book.path, wall.now_utc) as other:
        delete_person(Desk(other, wall.at.date()), "ana")
    tools.session.look()
    tools.session.look()
    assert renewals == [1]


def test_a_new_day_is_noticed(both: tuple[Tools, Seen], wall: FixedClock) -> None:
    tools, _ = both
    renewals: list[int] = []
    tools.session.renewed.connect(lambda: renewals.append(1))
    wall.at += timedelta(days=1)
    tools.session.look()
    tools.session.look()
    assert renewals == [1]


def test_a_change_that_may_move_everybody_asks_for_the_worker(both: tuple[Tools, Seen]) -> None:
    tools, _ = both
    asked: list[int] = []
    tools.session.stale.connect(lambda: asked.append(1))

    def profile(desk: Desk) -> Changes:
        with desk.act("A profile added.") as act:
            act.put(Profile(id="p", name="Founders", tags=("founders",)))
        return act.changes

    tools.session.do(add("Ana"))
    assert asked == []
    tools.session.do(profile)
    tools.session.undo()
    assert asked == [1, 1]


def test_what_is_kept_changes_the_views_without_a_word(both: tuple[Tools, Seen]) -> None:
    tools, seen = both
    changed: list[Changes] = []
    tools.session.changed.connect(changed.append)
    assert tools.session.keep(add("Ana")) == ""
    assert tools.session.keep(add("")) == "A person needs a name."
    tools.session.hold("One moment.")
    assert tools.session.keep(add("Bo")) == "One moment."
    assert [sorted(change.people) for change in changed] == [["ana"]]
    assert (seen.said, seen.refused) == ([], [])
