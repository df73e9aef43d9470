"""Naming people, tags and rhythms: what is offered while typing, and that nobody is made or meant by mistake."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from refdesk.domain.person import Person
from refdesk.gui.contacts.edit_chips import TagsField
from refdesk.gui.contacts.edit_field import RhythmField
from refdesk.gui.contacts.edit_offers import OfferLine
from refdesk.gui.contacts.edit_people import PeopleField
from refdesk.gui.view import Tools
from tests.gui.contacts.facts_book import ANA, add, shown

KEY = Qt.Key


@pytest.fixture
def people(tools: Tools, qtbot: QtBot) -> PeopleField:
    add(tools, Person(id="bo2", name="Bo Lindgren"), Person(id="twin", name="Bo Li"))
    field: PeopleField = shown(qtbot, PeopleField(tools, "Could introduce", "could_introduce"), 300, 200)
    field.load(ANA)
    return field


def offers_of(line: object) -> Any:
    assert isinstance(line, OfferLine)
    return line.offers.popup()


def offered(line: object) -> list[str]:
    model = offers_of(line).model()
    return [model.index(place, 0).data() for place in range(model.rowCount())]


def type_in(qtbot: QtBot, line: Any, words: str) -> None:
    line.setFocus()
    qtbot.keyClicks(line, words)


def test_people_are_offered_and_one_is_marked(qtbot: QtBot, people: PeopleField) -> None:
    type_in(qtbot, people.line, "bo")
    qtbot.waitUntil(lambda: offers_of(people.line).isVisible())
    assert sorted(offered(people.line)) == ["Add “bo”", "Bo Li", "Bo Li", "Bo Lindgren"]
    place = offered(people.line).index("Bo Lindgren")
    for _ in range(place + 1):
        qtbot.keyClick(offers_of(people.line), KEY.Key_Down)
    qtbot.keyClick(offers_of(people.line), KEY.Key_Return)
    assert people.apply(ANA).could_introduce == ("bo2",)
    assert people.line.text() == ""
    assert not people.newcomers()


def test_of_several_nobody_is_meant(qtbot: QtBot, people: PeopleField) -> None:
    type_in(qtbot, people.line, "Bo Li")
    qtbot.keyClick(people.line, KEY.Key_Return)
    assert people.apply(ANA).could_introduce == ()
    assert people.problem() == "Which Bo Li? Choose from the list, or clear the line."
    assert offers_of(people.line).isVisible()
    assert not people.newcomers()


def test_somebody_new_is_added_from_the_list(qtbot: QtBot, people: PeopleField) -> None:
    type_in(qtbot, people.line, "Zed")
    qtbot.waitUntil(lambda: offers_of(people.line).isVisible())
    assert offered(people.line) == ["Add “Zed”"]
    qtbot.keyClick(offers_of(people.line), KEY.Key_Down)
    qtbot.keyClick(offers_of(people.line), KEY.Key_Return)
    assert [newcomer.name for newcomer in people.newcomers()] == ["Zed"]
    people.remove(0)
    assert not people.newcomers()


def test_a_cleared_line_offers_nobody(qtbot: QtBot, people: PeopleField) -> None:
    type_in(qtbot, people.line, "Bo")
    qtbot.waitUntil(lambda: offers_of(people.line).isVisible())
    for _ in range(2):
        qtbot.keyClick(people.line, KEY.Key_Backspace)
    qtbot.waitUntil(lambda: not offers_of(people.line).isVisible())
    assert people.problem() == ""


def test_tags_of_the_book_are_offered(qtbot: QtBot, tools: Tools) -> None:
    field: TagsField = shown(qtbot, TagsField(tools, "Moves among", "knows"), 300, 200)
    field.load(Person(id="bo", name="Bo"))
    qtbot.waitUntil(lambda: field._known.rowCount() == 1)
    type_in(qtbot, field.line, "dent")
    assert offered(field.line) == ["dentists"]
    told = QSignalSpy(field.changed)
    qtbot.keyClick(offers_of(field.line), KEY.Key_Down)
    qtbot.keyClick(offers_of(field.line), KEY.Key_Return)
    qtbot.waitUntil(lambda: field.line.text() == "")
    assert field.apply(ANA).knows == ("dentists",)
    assert told.count() > 0


def test_what_was_typed_wins_while_nothing_is_marked(qtbot: QtBot, tools: Tools) -> None:
    field: TagsField = shown(qtbot, TagsField(tools, "Moves among", "knows"), 300, 200)
    field.load(Person(id="bo", name="Bo"))
    qtbot.waitUntil(lambda: field._known.rowCount() == 1)
    type_in(qtbot, field.line, "dent")
    qtbot.keyClick(field.line, KEY.Key_Return)
    assert field.apply(ANA).knows == ("dent",)
    assert not offers_of(field.line).isVisible()


def test_a_field_that_has_gone_needs_no_tags(qtbot: QtBot, tools: Tools) -> None:
    field = TagsField(tools, "Moves among", "knows")
    field.load(ANA)
    field.deleteLater()
    with qtbot.waitSignal(field.destroyed):
        pass
    field._offer(["dentists"])


def test_a_rhythm_is_taken_from_the_list(qtbot: QtBot, tools: Tools) -> None:
    field: RhythmField = shown(qtbot, RhythmField(tools, "Rhythm"), 300, 200)
    field.load(Person(id="bo", name="Bo"))
    type_in(qtbot, field.line, "3 m")
    told = QSignalSpy(field.changed)
    qtbot.keyClick(offers_of(field.line), KEY.Key_Down)
    qtbot.keyClick(offers_of(field.line), KEY.Key_Return)
    assert field.apply(ANA).cadence_days == 90
    assert told.count() > 0
