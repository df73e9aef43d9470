"""An entry changed in a form: every part of it, by keys; what cannot be read is said under its field."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from refdesk.domain.records import Entry
from refdesk.gui.timeline.entry_form import NOT_A_DAY, NOT_A_TIME, EntryForm
from refdesk.gui.view import Tools
from refdesk.services.timeline import delete_entry
from tests.gui.views import Seen
from tests.storage.desks import TODAY, log

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def form(qtbot: QtBot, tools: Tools) -> EntryForm:
    form = EntryForm(tools)
    qtbot.addWidget(form)
    with qtbot.waitExposed(form):
        form.show()
    form.activateWindow()
    form.start("today")
    return form


def stands(tools: Tools, id_: str = "today") -> Entry:
    return tools.session.desk().find(Entry, id_)


def write(field: QLineEdit, words: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)


def test_it_shows_the_entry_and_nothing_is_changed(form: EntryForm, tools: Tools, seen: Seen) -> None:
    assert (form.day.text(), form.at.text(), form.place.text()) == ("18 Nov 2026", "09:30", "Rossi")
    assert (form.kind.key(), form.direction.key(), form.people.people()) == ("call", "both", ("bo",))
    assert not form.is_changed()
    assert form.save()
    assert seen.said == []


def test_every_part_is_written_as_one_act(qtbot: QtBot, form: EntryForm, tools: Tools, seen: Seen) -> None:
    write(form.day, "yesterday")
    write(form.at, "2pm")
    form.kind.choose("message")
    form.direction.choose("in")
    form.summary.setPlainText("Golf and boats")
    form.toggles.marks["delivered"].click()
    form.toggles.feelings["delighted"].click()
    write(form.place, "Club")
    with qtbot.waitSignal(form.saved):
        QTest.keyClick(form.place, Qt.Key.Key_Return, CONTROL)
    entry = stands(tools)
    assert (entry.on, entry.at, entry.kind, entry.direction) == (date(2026, 11, 17), time(14), "message", "in")
    assert (entry.summary, entry.place) == ("Golf and boats", "Club")
    assert (entry.marks, entry.satisfaction) == (("gave", "delivered"), "delighted")
    assert seen.said == ["Entry with Bo Li changed."]
    tools.session.undo()
    assert stands(tools).summary == "Golf"


@pytest.mark.parametrize(
    ("day", "at", "why"),
    [("soon", "", NOT_A_DAY), ("", "", NOT_A_DAY), ("31 feb", "", NOT_A_DAY), ("today", "25:00", NOT_A_TIME)],
)
def test_what_cannot_be_read_is_said_and_stays(
    form: EntryForm, tools: Tools, seen: Seen, day: str, at: str, why: str
) -> None:
    form.day.setText(day)
    form.at.setText(at)
    assert form.is_changed()
    assert not form.save()
    shown = [label for label in form.findChildren(type(form.error)) if label.text() == why and label.isVisible()]
    assert len(shown) == 1
    assert (form.day.text(), form.at.text(), seen.said) == (day, at, [])


def test_what_the_method_refuses_is_said(form: EntryForm, tools: Tools) -> None:
    form.start("both")
    form.toggles.marks["complaint"].click()
    assert not form.save()
    assert form.error.text() == "A complaint is recorded with one person; make an entry for each."
    assert form.error.isVisible()


def test_a_complaint_is_put_right(form: EntryForm, tools: Tools) -> None:
    assert not form.resolved.isVisible()
    form.toggles.marks["complaint"].click()
    assert form.resolved.isVisible()
    write(form.resolved, "today")
    assert form.save()
    assert stands(tools).resolved_on == TODAY


def test_people_come_and_go_by_keys(form: EntryForm, tools: Tools) -> None:
    write(form.people.line, "an")
    QTest.keyClick(form.people.line, Qt.Key.Key_Return)
    assert form.people.people() == ("bo", "ana")
    form.people.line.setFocus()
    QTest.keyClick(form.people.line, Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    chip = QApplication.focusWidget()
    assert chip is not None
    assert chip.accessibleName() == "Take Ana Ruiz away"
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert form.people.people() == ("bo",)


def test_nobody_of_that_name_is_one_sentence(form: EntryForm) -> None:
    write(form.people.line, "Zoe")
    QTest.keyClick(form.people.line, Qt.Key.Key_Return)
    assert form.people.accessibleDescription() == "Nobody else is called “Zoe”."
    assert form.people.line.text() == "Zoe"


def test_a_note_has_no_direction(form: EntryForm, tools: Tools) -> None:
    form.kind.choose("note")
    assert not form.direction.isEnabled()
    assert form.save()
    assert stands(tools).direction is None


def test_a_plan_is_said_to_have_happened(form: EntryForm, tools: Tools) -> None:
    log(tools.session.desk(), "bo", id="plan", days=-3, kind="meeting")
    form.start("plan")
    assert form.planned.isChecked()
    write(form.day, "today")
    form.planned.setFocus()
    QTest.keyClick(form.planned, Qt.Key.Key_Space)
    assert form.save()
    assert (stands(tools, "plan").planned, stands(tools, "plan").on) == (False, TODAY)


def test_seconds_that_the_field_cannot_show_stay(form: EntryForm, tools: Tools) -> None:
    log(tools.session.desk(), "bo", id="exact", at=time(9, 30, 12))
    form.start("exact")
    assert not form.is_changed()


def test_esc_leaves_all_as_it_is(qtbot: QtBot, form: EntryForm, tools: Tools) -> None:
    write(form.place, "Club")
    with qtbot.waitSignal(form.cancelled):
        QTest.keyClick(form.place, Qt.Key.Key_Escape)
    assert stands(tools).place == "Rossi"


def test_one_that_is_gone_is_told(qtbot: QtBot, form: EntryForm, tools: Tools, seen: Seen) -> None:
    delete_entry(tools.session.desk(), "today")
    write(form.place, "Club")
    assert not form.save()
    assert form.error.text() == "There is no entry with the id today."
    with qtbot.waitSignal(form.cancelled):
        form.start("today")
    assert seen.refused == ["That entry has been deleted."]
