"""The forms of the desk: an address, a new note, and the desk that is clear."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from refdesk.domain.person import Address
from refdesk.domain.records import Note
from refdesk.gui.notes.view import NotesView
from refdesk.gui.theme.theme import Theme
from refdesk.services.notes import mark_posted
from refdesk.storage.records import each
from tests.gui.hands import button, press, type_
from tests.gui.notes.desks import HOME, LETTER, TODAY, shown, texts
from tests.gui.views import Seen, tools_for


def test_the_envelope_bears_the_address_and_copies_it(view: NotesView) -> None:
    assert view._panes.facts._envelope.accessibleName() == "Address: Ana Ruiz, 27 Welsh Back, BRISTOL, BS1 4RR"
    button(view, "Copy the address").click()
    assert QGuiApplication.clipboard().text() == "Ana Ruiz\n27 Welsh Back\nBRISTOL\nBS1 4RR"


def test_a_missing_address_is_written_down_in_its_place(view: NotesView, seen: Seen) -> None:
    view._go_to("card")
    assert view._panes.facts._envelope.accessibleName() == "No address yet"
    button(view, "Add an address").click()
    button(view, "Save address").click()
    assert "An address needs a street or a town." in texts(view)
    type_("1 Quay")
    press(Qt.Key.Key_Tab)
    type_("Bath")
    press(Qt.Key.Key_Return)
    assert view.session.desk().person("bob").addresses == (Address(street="1 Quay", city="Bath"),)
    assert seen.said == ["Address of Bob Ray saved."]
    assert view._panes.facts._envelope.isVisible()
    assert view._panes.facts._envelope.accessibleName() == "Address: Bob Ray, 1 Quay, BATH"


def test_an_address_is_saved_when_its_note_is_left_for_another(view: NotesView) -> None:
    view._go_to("card")
    button(view, "Add an address").click()
    type_("1 Quay")
    view._panes.list.setFocus()
    press(Qt.Key.Key_Up)
    assert view.current_id() == LETTER
    assert view._panes.list.current_id() == LETTER
    assert view.session.desk().person("bob").addresses == (Address(street="1 Quay"),)
    assert view._panes.facts._envelope.accessibleName().startswith("Address: Ana Ruiz")
    button(view, "Edit the address").click()
    assert view.may_leave()
    assert view.session.desk().person("ana").addresses == (HOME,)


def test_an_address_being_written_outlives_other_changes_and_esc_drops_it(view: NotesView) -> None:
    view._go_to("card")
    button(view, "Add an address").click()
    type_("1 Quay")
    view.session.publish(mark_posted(view.session.desk(), "done"))
    street = next(one for one in view.findChildren(QPlainTextEdit) if one.isVisible())
    assert street.toPlainText() == "1 Quay"
    press(Qt.Key.Key_Escape)
    assert view._panes.facts._envelope.isVisible()
    assert view.session.desk().person("bob").addresses == ()


def test_a_new_note_asks_to_whom_what_about_and_for_the_address(view: NotesView, seen: Seen) -> None:
    button(view, "New note").click()
    view.act_primary()
    assert "To whom will it go?" in texts(view)
    type_("nobody")
    press(Qt.Key.Key_Return)
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


def test_a_note_that_was_made_elsewhere_asks_for_its_address_once(view: NotesView) -> None:
    view.show_record("card", "address")
    assert view._panes.facts.is_asking()
    type_("1 Quay")
    button(view, "Save address").click()
    view.show_record("card", "address")
    assert not view._panes.facts.is_asking()
    assert view.session.desk().person("bob").addresses == (Address(street="1 Quay"),)
    view.show_record("gone", "address")
    assert not view._panes.facts.is_asking()


def test_a_new_note_to_somebody_begins_with_their_name_and_esc_gives_it_up(view: NotesView) -> None:
    view.new_note("cy")
    assert view._form.person.text() == "Cy <b>Young</b>"
    assert view._form.occasion.hasFocus()
    view._form.occasion.choose("condolence")
    press(Qt.Key.Key_Escape)
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
        press(Qt.Key.Key_Space)
        assert view._form.person.hasFocus()
        press(Qt.Key.Key_Escape)
        assert "The desk is clear" in texts(view)
        assert view.panes() == (view._empty.primary,)


def test_everything_that_can_be_used_has_a_name(view: NotesView) -> None:
    view.new_note("bob")
    for widget in view.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.accessibleName(), widget


def test_enter_in_the_name_puts_one_note_on_the_desk(view: NotesView) -> None:
    before = len(list(each(view.session.book, Note)))
    view.new_note()
    type_("Bob")
    press(Qt.Key.Key_Return)
    assert len(list(each(view.session.book, Note))) == before + 1
