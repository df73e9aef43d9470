"""The notes desk as its user works it: by keys, on the paper, in the form, and never losing a word."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from refdesk.domain.person import Address, Person
from refdesk.domain.records import Me, Note, Referral
from refdesk.gui.navigation import Place
from refdesk.gui.notes.view import NotesView
from refdesk.gui.theme.theme import Theme
from refdesk.gui.today.later import LaterMenu
from refdesk.gui.view import Tools
from refdesk.gui.widgets.rows import RowRole, SectionHead
from refdesk.services.notes import mark_posted
from refdesk.services.notes_desk import delete_note
from refdesk.services.settings import save_me
from refdesk.storage.records import each, get
from tests.gui.views import NOON, Seen, tools_for

TODAY = NOON.date()
HOME = Address(street="27 Welsh Back", city="Bristol", postcode="BS1 4RR")
PEOPLE = (
    Person(id="ana", name="Ana Ruiz", addresses=(HOME,), sorted=True),
    Person(id="bob", name="Bob Ray", sorted=True),
    Person(id="cy", name="Cy <b>Young</b>", sorted=True),
)
WON = Referral(
    id="won",
    champion="ana",
    prospect="cy",
    state="won",
    made_on=date(2026, 9, 1),
    outcome_on=date(2026, 11, 12),
)
CARD = Note(id="card", person="bob", occasion="birthday", due=TODAY + timedelta(days=2), text="Dear Bob,\n\nhappy day.")
DONE = Note(id="done", person="cy", occasion="other", state="written", written_on=TODAY)
OLD = Note(id="old", person="bob", occasion="condolence", state="posted", posted_on=date(2026, 11, 3), text="Dear Bob")
LETTER = "won.letter"


@pytest.fixture
def desk_of(theme: Theme, tmp_path: Path) -> Iterator[tuple[Tools, Seen]]:
    """A desk with a letter owed, a card begun, a note written and one posted."""
    with tools_for(theme, tmp_path / "book.refdesk") as (tools, seen):
        with tools.session.desk().act("Book.") as act:
            for record in (*PEOPLE, WON, CARD, DONE, OLD):
                act.put(record)
        save_me(tools.session.desk(), Me(name="Inês"))
        yield tools, seen


@pytest.fixture
def view(desk_of: tuple[Tools, Seen], qtbot: QtBot) -> NotesView:
    return shown(desk_of[0], qtbot)


@pytest.fixture
def seen(desk_of: tuple[Tools, Seen]) -> Seen:
    return desk_of[1]


def shown(tools: Tools, qtbot: QtBot, width: int = 1064) -> NotesView:
    view = NotesView(tools)
    qtbot.addWidget(view)
    view.resize(width, 742)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    view.panes()[0].setFocus()
    return view


def rows_of(view: NotesView) -> list[str]:
    model = view._panes.list.model()
    found = []
    for place in range(model.rowCount()):
        head = model.index(place, 0).data(RowRole.HEAD)
        found.append(head.title if isinstance(head, SectionHead) else str(model.index(place, 0).data(RowRole.ID)))
    return found


def press(view: NotesView, *keys: Qt.Key) -> None:
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)


def type_(words: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, words)


def note(view: NotesView, id_: str) -> Note:
    found = get(view.session.book, Note, id_)
    assert isinstance(found, Note)
    return found


def named(view: QWidget, name: str) -> QAbstractButton:
    return next(one for one in view.findChildren(QAbstractButton) if one.accessibleName() == name and one.isVisible())


def test_the_list_has_three_heaps_and_the_first_note_is_on_the_paper(view: NotesView) -> None:
    assert rows_of(view) == ["To write", LETTER, "card", "Written, to post", "done", "Posted lately", "old"]
    assert view.current_id() == LETTER
    assert view.current_person() == "ana"
    assert view._panes.letter.text().startswith("Dear Ana,\n\nI wanted you to hear it from me first: Cy")
    assert view._panes.letter.text().endswith("With warm thanks,\nInês")
    assert view._panes.letter.tones.key() == "standard"
    assert "A note by hand is rare, so it's remembered. 2 to write, 1 to post." in texts(view)
    index = view._panes.list.currentIndex()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Ana Ruiz. Third thank-you, for Cy. 5 days late."
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Space marks it written"


def texts(view: NotesView) -> list[str]:
    return [label.text() for label in view.findChildren(type(view._head._title))]


def test_w_and_p_walk_a_note_through_its_steps_with_the_words_on_the_paper(view: NotesView, seen: Seen) -> None:
    words = view._panes.letter.text()
    press(view, Qt.Key.Key_W)
    assert (note(view, LETTER).state, note(view, LETTER).text) == ("written", words)
    assert view.current_id() == LETTER
    press(view, Qt.Key.Key_P)
    assert note(view, LETTER).state == "posted"
    assert view.current_id() == "done"
    assert seen.said == ["Note to Ana Ruiz marked as written.", "Note to Ana Ruiz marked as posted."]
    view.session.undo()
    view.session.undo()
    assert get(view.session.book, Note, LETTER) is None
    assert rows_of(view)[1] == LETTER


def test_space_and_the_primary_button_do_the_next_step(view: NotesView, qtbot: QtBot) -> None:
    press(view, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert note(view, "card").state == "written"
    view.act_primary()
    assert note(view, "card").state == "posted"
    view._go_to("done")
    qtbot.mouseClick(view._panes.foot.primary(), Qt.MouseButton.LeftButton)
    assert note(view, "done").state == "posted"


def test_what_is_typed_is_saved_as_one_act_when_another_note_is_chosen(view: NotesView, seen: Seen) -> None:
    press(view, Qt.Key.Key_Down, Qt.Key.Key_Return)
    letter = view._panes.letter.paper.letter
    assert letter.hasFocus()
    letter.moveCursor(letter.textCursor().MoveOperation.End)
    type_(" See you soon.")
    assert view._panes.letter.tones.key() == ""
    assert seen.said == []
    press(view, Qt.Key.Key_Escape)
    assert view._panes.list.hasFocus()
    assert note(view, "card").text == "Dear Bob,\n\nhappy day. See you soon."
    assert seen.said == ["Wording of the note to Bob Ray changed."]
    press(view, Qt.Key.Key_Up)
    view.session.undo()
    assert note(view, "card").text == "Dear Bob,\n\nhappy day."


def test_words_are_saved_when_the_view_is_left_or_hidden(view: NotesView) -> None:
    view._go_to("card")
    view.edit()
    type_("1")
    assert view.may_leave()
    assert note(view, "card").text.startswith("1Dear")
    type_("2")
    view.hide()
    assert note(view, "card").text.startswith("12Dear")


def test_words_that_cannot_be_saved_stay_and_the_view_with_them(view: NotesView, seen: Seen) -> None:
    view._go_to("card")
    view.edit()
    type_("mine ")
    view.session.hold("The book is busy.")
    assert not view.may_leave()
    press(view, Qt.Key.Key_Escape, Qt.Key.Key_Up)
    assert view.current_id() == "card"
    assert view._panes.letter.text().startswith("mine Dear Bob")
    assert set(seen.refused) == {"The book is busy."}
    view.session.release()
    assert view.may_leave()
    assert note(view, "card").text.startswith("mine Dear Bob")


def test_words_typed_for_a_note_that_vanishes_are_on_the_clipboard(view: NotesView, seen: Seen) -> None:
    view._go_to("card")
    view.edit()
    type_("mine ")
    view.session.publish(delete_note(view.session.desk(), "card"))
    assert QGuiApplication.clipboard().text().startswith("mine Dear Bob")
    assert "clipboard" in seen.refused[0]
    assert view.current_id() == "done"


def test_typing_goes_on_while_something_else_changes(view: NotesView) -> None:
    view._go_to("card")
    view.edit()
    type_("mine ")
    view.session.publish(mark_posted(view.session.desk(), "done"))
    type_("too ")
    assert view._panes.letter.text().startswith("mine too Dear Bob")
    assert view._panes.letter.paper.letter.hasFocus()


def test_a_tone_is_one_act_and_what_stood_there_comes_back(view: NotesView, seen: Seen) -> None:
    view._go_to("card")
    view.edit()
    type_("mine ")
    named(view, "Shorter").click()
    assert note(view, "card").text == "Dear Bob,\n\nMany happy returns. I hope the year ahead is a kind one.\n\n" + (
        "Warm wishes,\nInês"
    )
    assert view._panes.letter.text() == note(view, "card").text
    assert view._panes.letter.tones.key() == "shorter"
    view.session.undo()
    assert view._panes.letter.text().startswith("mine Dear Bob")
    assert view._panes.letter.tones.key() == ""
    assert len(seen.said) == 3


def test_the_length_is_counted_as_one_types(view: NotesView) -> None:
    view._go_to("card")
    assert "4 words, a few lines. Click the paper to make it yours." in texts(view)
    view.edit()
    type_("word " * 110)
    assert any(words.startswith("114 words. Long for a card. Shorter?") for words in texts(view))


def test_a_posted_note_can_be_read_and_copied_only(view: NotesView, seen: Seen) -> None:
    view._go_to("old")
    assert view._panes.letter.paper.letter.isReadOnly()
    assert not view._panes.letter.tones.isEnabled()
    assert not view._panes.foot.isVisible()
    press(view, Qt.Key.Key_W, Qt.Key.Key_P, Qt.Key.Key_Space, Qt.Key.Key_S, Qt.Key.Key_C)
    assert note(view, "old") == OLD
    assert QGuiApplication.clipboard().text() == "Dear Bob"
    assert seen.said == []


def test_later_offers_days_and_puts_the_note_off(view: NotesView, qtbot: QtBot) -> None:
    press(view, Qt.Key.Key_S)
    menu = next(one for one in QApplication.topLevelWidgets() if isinstance(one, LaterMenu) and one.isVisible())
    assert menu.actions()[0].text() == "Tomorrow, Thu 19"
    menu.actions()[0].trigger()
    menu.close()
    assert view._panes.list.currentIndex().data(RowRole.ROW).right == "until Tomorrow"
    assert view.current_id() == LETTER


def test_delete_takes_a_note_away_and_undo_brings_it_back(view: NotesView, seen: Seen) -> None:
    press(view, Qt.Key.Key_Delete)
    assert seen.refused == ["This letter of thanks is owed. It leaves the desk when it is posted, or settled in Today."]
    press(view, Qt.Key.Key_Down, Qt.Key.Key_Delete)
    assert rows_of(view) == ["To write", LETTER, "Written, to post", "done", "Posted lately", "old"]
    assert view.current_id() == "done"
    view.session.undo()
    assert note(view, "card") == CARD


def test_shift_enter_and_the_button_open_the_contact(view: NotesView, seen: Seen) -> None:
    QTest.keyClick(view._panes.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    named(view, "Open contact").click()
    assert seen.places == [Place("contacts", "ana"), Place("contacts", "ana")]


def test_single_letters_can_be_switched_off_but_not_space(view: NotesView) -> None:
    view.tools.preferences.single_keys = False
    press(view, Qt.Key.Key_Down, Qt.Key.Key_W)
    assert note(view, "card").state == "to_write"
    assert view.hints() == ()
    press(view, Qt.Key.Key_Space)
    assert note(view, "card").state == "written"


def test_the_envelope_bears_the_address_and_copies_it(view: NotesView) -> None:
    assert view._panes.facts._envelope.accessibleName() == "Address: Ana Ruiz, 27 Welsh Back, Bristol BS1 4RR"
    named(view, "Copy the address").click()
    assert QGuiApplication.clipboard().text() == "Ana Ruiz\n27 Welsh Back\nBristol BS1 4RR"


def test_a_missing_address_is_written_down_in_its_place(view: NotesView, seen: Seen) -> None:
    view._go_to("card")
    assert view._panes.facts._envelope.accessibleName() == "No address yet"
    named(view, "Add an address").click()
    named(view, "Save address").click()
    assert "An address needs a street or a town." in texts(view)
    type_("1 Quay")
    press(view, Qt.Key.Key_Tab)
    type_("Bath")
    press(view, Qt.Key.Key_Return)
    assert view.session.desk().person("bob").addresses == (Address(street="1 Quay", city="Bath"),)
    assert seen.said == ["Address of Bob Ray saved."]
    assert view._panes.facts._envelope.isVisible()
    assert view._panes.facts._envelope.accessibleName() == "Address: Bob Ray, 1 Quay, Bath"


def test_an_address_being_written_outlives_other_changes_and_esc_drops_it(view: NotesView) -> None:
    view._go_to("card")
    named(view, "Add an address").click()
    type_("1 Quay")
    view.session.publish(mark_posted(view.session.desk(), "done"))
    street = next(one for one in view.findChildren(QPlainTextEdit) if one.isVisible())
    assert street.toPlainText() == "1 Quay"
    press(view, Qt.Key.Key_Escape)
    assert view._panes.facts._envelope.isVisible()
    assert view.session.desk().person("bob").addresses == ()


def test_a_new_note_asks_to_whom_what_about_and_for_the_address(view: NotesView, seen: Seen) -> None:
    named(view, "New note").click()
    view.act_primary()
    assert "To whom will it go?" in texts(view)
    type_("nobody")
    press(view, Qt.Key.Key_Return)
    assert "Nobody in your contacts is called nobody, or several are." in texts(view)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.clear()
    type_("bob")
    view.act_primary()
    new = next(one for one in each(view.session.book, Note) if one.occasion == "other" and one.person == "bob")
    assert (new.due, new.state) == (TODAY, "to_write")
    assert view.current_id() == new.id
    assert seen.said == ["A note to Bob Ray put on the desk."]
    assert view._panes.facts.is_asking()


def test_a_new_note_to_somebody_begins_with_their_name_and_esc_gives_it_up(view: NotesView) -> None:
    view.new_note("cy")
    assert view._form.person.text() == "Cy <b>Young</b>"
    assert view._form.occasion.hasFocus()
    view._form.occasion.choose("condolence")
    press(view, Qt.Key.Key_Escape)
    assert not view._panes.has_form()
    assert view._panes.list.hasFocus()
    view.new_note("cy")
    view._form.occasion.choose("condolence")
    view.act_primary()
    assert view._panes.letter.text().startswith("Dear Cy,\n\nI was so sorry")


def test_a_note_for_a_thank_you_that_lies_there_is_refused_and_the_form_stays(view: NotesView, seen: Seen) -> None:
    for _ in range(2):
        view.new_note("ana")
        view._form.occasion.choose("thank_you_3")
        view.act_primary()
    assert seen.refused == ["A note for this thank-you lies on the desk already."]
    assert view._panes.has_form()


def test_a_clear_desk_says_so_and_offers_the_first_note(theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    with tools_for(theme, tmp_path / "empty.refdesk") as (tools, _):
        view = shown(tools, qtbot)
        assert "The desk is clear" in texts(view)
        assert view.panes()[0].hasFocus()
        press(view, Qt.Key.Key_Space)
        assert view._form.person.hasFocus()
        press(view, Qt.Key.Key_Escape)
        assert "The desk is clear" in texts(view)
        assert view.panes() == (view._empty.primary,)


def test_the_facts_fold_under_the_paper_in_a_small_window(desk_of: tuple[Tools, Seen], qtbot: QtBot) -> None:
    view = shown(desk_of[0], qtbot, 908)
    assert not view._panes.side.isVisible()
    assert view._panes.facts.isVisible()
    assert view._panes.foot.primary().isVisible()
    view.resize(1064, 742)
    assert view._panes.side.isAncestorOf(view._panes.facts)


def test_show_record_goes_to_a_note_and_a_reword_elsewhere_is_taken_up(view: NotesView) -> None:
    view.show_record("done")
    assert view.current_id() == "done"
    with view.session.desk().act("Elsewhere.") as act:
        act.put(replace(DONE, text="Other words"))
    view.session.publish(act.changes)
    assert view._panes.letter.text() == "Other words"


def test_everything_that_can_be_used_has_a_name(view: NotesView) -> None:
    view.new_note("bob")
    for widget in view.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.accessibleName(), widget
