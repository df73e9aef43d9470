"""The facts of a person: shown, answered in place by the keyboard alone, and never lost."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from refdesk.domain.records import Entry, Partner, Task
from refdesk.gui.contacts import facts_pane
from refdesk.gui.contacts.edit_chips import ChipsField
from refdesk.gui.contacts.facts_pane import FactsPane
from refdesk.gui.contacts.facts_rows import FactRow
from refdesk.gui.navigation import LogRequest, Place
from refdesk.gui.view import Tools
from refdesk.services import people, timeline
from tests.gui.contacts.facts_book import ANA, in_focus, now
from tests.gui.views import Seen

KEY = Qt.Key


def open_by_key(qtbot: QtBot, pane: FactsPane, part: str) -> FactRow:
    row = pane.rows[part]
    row.button.setFocus()
    qtbot.keyClick(row.button, KEY.Key_Return)
    assert row.is_editing()
    return row


def write(qtbot: QtBot, pane: FactsPane, words: str) -> None:
    focus = in_focus(pane)
    qtbot.keyClick(focus, KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(focus, words)
    if not words:
        qtbot.keyClick(focus, KEY.Key_Delete)


def test_every_fact_is_shown(pane: FactsPane) -> None:
    said = {part: row.button.value() for part, row in pane.rows.items()}
    assert said["roles"] == "Client"
    assert said["trust"] == "Growing"
    assert said["known_since"] == "12 March 2019"
    assert said["cadence_days"] == "Every 4 weeks"
    assert said["knows"] == "dentists"
    assert said["birthday"] == "5 April"
    assert said["do_not_ask"] == "No, they may be asked"
    assert said["introduced_by"] == "Add a person"
    assert pane.rows["trust"].button.accessibleName() == "Trust: Growing"
    assert pane.keep_card.words() == "Every 4 weeks. Not spoken yet, next by 16 December."
    assert pane.ready_card.accessibleName().startswith("Ready to ask: 0 of 5 gates met.")


@pytest.mark.parametrize(
    ("part", "typed", "field", "value"),
    [
        ("known_since", "2001", "known_since", "2001-01-01"),
        ("known_since", "", "known_since", "None"),
        ("cadence_days", "every 2 months", "cadence_days", "60"),
        ("birthday", "1 June 1980", "birthday", "1980-06-01"),
    ],
)
def test_a_line_is_typed_and_saved_by_enter(
    qtbot: QtBot, pane: FactsPane, tools: Tools, seen: Seen, part: str, typed: str, field: str, value: str
) -> None:
    row = open_by_key(qtbot, pane, part)
    write(qtbot, pane, typed)
    with qtbot.waitSignal(pane.edited):
        qtbot.keyClick(in_focus(pane), KEY.Key_Return)
    assert str(getattr(now(tools), field)) == value
    assert not row.is_editing()
    assert in_focus(pane) is row.button
    assert seen.said == ["Ana Ruiz changed."]
    tools.session.undo()
    assert now(tools) == replace(ANA, added_on=tools.session.today, sorted=True)


def test_trust_is_chosen_by_the_arrows(qtbot: QtBot, pane: FactsPane, tools: Tools) -> None:
    open_by_key(qtbot, pane, "trust")
    qtbot.keyClick(in_focus(pane), KEY.Key_Down)
    qtbot.keyClick(in_focus(pane), KEY.Key_Return)
    assert now(tools).trust == "high"


def test_several_roles_are_pressed(qtbot: QtBot, pane: FactsPane, tools: Tools) -> None:
    open_by_key(qtbot, pane, "roles")
    for _ in range(3):
        qtbot.keyClick(in_focus(pane), KEY.Key_Tab)
    qtbot.keyClick(in_focus(pane), KEY.Key_Space)
    qtbot.keyClick(in_focus(pane), KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert now(tools).roles == ("client", "partner")


def test_tags_are_added_and_taken_away(qtbot: QtBot, pane: FactsPane, tools: Tools) -> None:
    row = open_by_key(qtbot, pane, "knows")
    qtbot.keyClicks(in_focus(pane), "Sailors, dentists")
    qtbot.keyClick(in_focus(pane), KEY.Key_Return)
    assert row.editor is not None
    field = row.editor.field
    assert isinstance(field, ChipsField)
    assert [chip.accessibleName() for chip in field.chips()] == ["Remove dentists", "Remove Sailors"]
    qtbot.keyClick(field.chips()[0], KEY.Key_Space)
    qtbot.keyClick(in_focus(pane), KEY.Key_Return)
    assert now(tools).knows == ("Sailors",)


def test_a_name_of_the_book_is_taken(qtbot: QtBot, pane: FactsPane, tools: Tools) -> None:
    open_by_key(qtbot, pane, "could_introduce")
    qtbot.keyClicks(in_focus(pane), "bo")
    qtbot.keyClick(in_focus(pane), KEY.Key_Return)
    qtbot.keyClick(in_focus(pane), KEY.Key_Return)
    assert now(tools).could_introduce == ("bo",)


def test_a_new_name_is_somebody_new_in_the_same_act(qtbot: QtBot, pane: FactsPane, tools: Tools) -> None:
    open_by_key(qtbot, pane, "introduced_by")
    qtbot.keyClicks(in_focus(pane), "Piotr Nowak")
    qtbot.keyClick(in_focus(pane), KEY.Key_Return)
    qtbot.keyClick(in_focus(pane), KEY.Key_Return)
    piotr = people.resolve(tools.session.desk(), "Piotr Nowak")
    assert now(tools).introduced_by == piotr
    tools.session.undo()
    assert now(tools).introduced_by == ""
    assert tools.session.book.value("SELECT count(*) FROM person") == 2


def test_a_name_that_nobody_took_is_not_lost(qtbot: QtBot, pane: FactsPane, tools: Tools) -> None:
    row = open_by_key(qtbot, pane, "could_introduce")
    qtbot.keyClicks(in_focus(pane), "Zed")
    assert not row.save()
    assert row.editor is not None
    assert row.editor.message() == "Press Enter to add Zed, or clear the line."
    assert now(tools).could_introduce == ()


def test_nobody_introduces_themselves(qtbot: QtBot, pane: FactsPane, tools: Tools) -> None:
    open_by_key(qtbot, pane, "could_introduce")
    qtbot.keyClicks(in_focus(pane), "Ana Ruiz")
    qtbot.keyClick(in_focus(pane), KEY.Key_Return)
    qtbot.keyClick(in_focus(pane), KEY.Key_Return)
    assert now(tools).could_introduce == ()


def test_never_ask_and_why(qtbot: QtBot, pane: FactsPane, tools: Tools, seen: Seen) -> None:
    pane.edit_field("do_not_ask")
    qtbot.keyClick(in_focus(pane), KEY.Key_Space)
    qtbot.keyClick(in_focus(pane), KEY.Key_Tab)
    qtbot.keyClicks(in_focus(pane), "Asked me not to")
    qtbot.keyClick(in_focus(pane), KEY.Key_Return)
    assert (now(tools).do_not_ask, now(tools).do_not_ask_why) == (True, "Asked me not to")
    assert pane.rows["do_not_ask"].button.value() == "Never. Asked me not to"
    assert seen.said == ["Ana Ruiz will never be asked."]


def test_what_cannot_be_read_is_said_below_and_stays(qtbot: QtBot, pane: FactsPane, tools: Tools) -> None:
    row = open_by_key(qtbot, pane, "cadence_days")
    write(qtbot, pane, "now and then")
    line = in_focus(pane)
    qtbot.keyClick(line, KEY.Key_Return)
    assert row.editor is not None
    assert row.editor.message().startswith("Write a rhythm as")
    assert line.accessibleDescription() == row.editor.message()
    assert now(tools).cadence_days == 28
    write(qtbot, pane, "4 weeks")
    assert row.editor.message() == ""


def test_esc_leaves_it_as_it_was(qtbot: QtBot, pane: FactsPane, tools: Tools, seen: Seen) -> None:
    row = open_by_key(qtbot, pane, "met")
    qtbot.keyClicks(in_focus(pane), "At sea")
    qtbot.keyClick(in_focus(pane), KEY.Key_Escape)
    assert not row.is_editing()
    assert now(tools).met == ""
    assert seen.said == []


def test_enter_without_a_change_writes_nothing(qtbot: QtBot, pane: FactsPane, seen: Seen) -> None:
    row = open_by_key(qtbot, pane, "known_since")
    qtbot.keyClick(in_focus(pane), KEY.Key_Return)
    assert not row.is_editing()
    assert seen.said == []


def test_what_another_window_wrote_stays(qtbot: QtBot, pane: FactsPane, tools: Tools) -> None:
    open_by_key(qtbot, pane, "known_since")
    write(qtbot, pane, "2001")
    people.edit_person(tools.session.desk(), replace(now(tools), trust="high", met="Elsewhere"))
    qtbot.keyClick(in_focus(pane), KEY.Key_Return)
    assert (now(tools).trust, now(tools).met) == ("high", "Elsewhere")
    assert pane.rows["trust"].button.value() == "High"


def test_a_change_elsewhere_leaves_what_is_being_typed(qtbot: QtBot, pane: FactsPane, tools: Tools) -> None:
    open_by_key(qtbot, pane, "about")
    qtbot.keyClicks(in_focus(pane), "Sings")
    tools.session.do(lambda desk: people.edit_person(desk, replace(desk.person("ana"), trust="high")))
    assert pane.rows["trust"].button.value() == "High"
    qtbot.keyClick(in_focus(pane), KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (now(tools).about, now(tools).trust) == ("Sings", "high")


def test_going_to_somebody_else_saves_what_was_typed(qtbot: QtBot, pane: FactsPane, tools: Tools) -> None:
    open_by_key(qtbot, pane, "about")
    qtbot.keyClicks(in_focus(pane), "Sings")
    pane.show_person("bo")
    assert now(tools).about == "Sings"
    assert pane.rows["about"].button.value() == "Add a few words"


def test_what_cannot_be_saved_on_going_is_told(qtbot: QtBot, pane: FactsPane, tools: Tools, seen: Seen) -> None:
    open_by_key(qtbot, pane, "birthday")
    write(qtbot, pane, "in spring")
    assert not pane.may_leave()
    pane.show_person("bo")
    assert seen.refused == ["This isn’t a day of the calendar. Write it as 12 March 2019."]
    assert not pane.rows["birthday"].is_editing()
    assert now(tools).birthday == "--04-05"


def test_tab_goes_through_a_field_that_was_opened(qtbot: QtBot, pane: FactsPane) -> None:
    open_by_key(qtbot, pane, "knows")
    said = []
    for _ in range(4):
        said.append(in_focus(pane).accessibleName())
        qtbot.keyClick(in_focus(pane), KEY.Key_Tab)
    assert said == ["Moves among", "Save Moves among", "Cancel Moves among", "Could introduce: Add people"]


def test_only_one_field_is_open(qtbot: QtBot, pane: FactsPane) -> None:
    open_by_key(qtbot, pane, "about")
    pane.edit_field("met")
    assert [part for part, row in pane.rows.items() if row.is_editing()] == ["met"]


def test_parts_without_a_row_are_for_the_page(qtbot: QtBot, pane: FactsPane) -> None:
    with qtbot.waitSignal(pane.page_wanted) as asked:
        pane.edit_field("emails")
    assert asked.args == ["emails"]


def test_whoever_is_thrown_away_is_shown_no_more(pane: FactsPane, tools: Tools) -> None:
    tools.session.do(lambda desk: people.delete_person(desk, "ana"))
    assert pane.ready_card.isVisible() is False
    pane.edit_field("trust")
    assert not pane.rows["trust"].is_editing()


def test_ready_to_ask_leads_there(qtbot: QtBot, pane: FactsPane, seen: Seen) -> None:
    qtbot.keyClick(pane.ready_card, KEY.Key_Return)
    assert seen.places == [Place("ready", "ana")]


def test_a_click_on_the_rhythm_edits_it(qtbot: QtBot, pane: FactsPane) -> None:
    qtbot.mouseClick(pane.keep_card, Qt.MouseButton.LeftButton)
    assert pane.rows["cadence_days"].is_editing()


def test_nothing_planned_offers_a_meeting(qtbot: QtBot, pane: FactsPane, seen: Seen) -> None:
    qtbot.keyClick(pane.next_card.button, KEY.Key_Space)
    assert seen.logs == [LogRequest(("ana",), "Meeting with Ana Ruiz ")]


def test_a_task_is_done_from_here(qtbot: QtBot, pane: FactsPane, tools: Tools) -> None:
    with tools.session.desk().act("Task.") as act:
        act.put(Task(id="task", title="Send the guide", person="ana", due=tools.session.today))
    tools.session.publish(act.changes)
    assert pane.next_card.button.text() == "Mark as done"
    qtbot.keyClick(pane.next_card.button, KEY.Key_Space)
    assert tools.session.desk().find(Task, "task").done_on == tools.session.today
    assert pane.next_card.button.text() == "Plan a meeting"


def test_a_plan_and_a_partners_meeting_have_a_brief(
    qtbot: QtBot, pane: FactsPane, tools: Tools, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    class Brief:
        def __init__(self, _tools: Tools, id_: str, _parent: QWidget) -> None:
            asked.append(id_)

        def exec(self) -> int:
            return 0

    monkeypatch.setattr(facts_pane, "BriefDialog", Brief)
    lunch = Entry(id="", on=tools.session.today + timedelta(days=2), kind="meeting", people=("ana",), summary="Lunch")
    tools.session.do(lambda desk: timeline.log_entry(desk, lunch)[1])
    qtbot.keyClick(pane.next_card.button, KEY.Key_Space)
    with tools.session.desk().act("Partner.") as act:
        act.put(Partner(id="partner", person="ana", next_on=tools.session.today))
    tools.session.publish(act.changes)
    qtbot.keyClick(pane.next_card.button, KEY.Key_Space)
    assert asked == ["ana", "ana"]
