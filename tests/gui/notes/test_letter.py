"""The paper: what is typed on it is saved as one act and never lost; tones and length."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor

from refdesk.gui.notes.view import NotesView
from refdesk.gui.theme.theme import Appearance, Scheme, TextSize, Theme
from refdesk.services.notes import mark_posted
from refdesk.services.notes_desk import delete_note
from tests.gui.hands import button, press, type_
from tests.gui.notes.desks import DONE, note, texts
from tests.gui.views import Seen


def test_what_is_typed_is_saved_as_one_act_when_another_note_is_chosen(view: NotesView, seen: Seen) -> None:
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    letter = view._panes.letter.paper.letter
    assert letter.hasFocus()
    letter.moveCursor(letter.textCursor().MoveOperation.End)
    type_(" See you soon.")
    assert view._panes.letter.tones.key() == ""
    assert seen.said == []
    press(Qt.Key.Key_Escape)
    assert view._panes.list.hasFocus()
    assert note(view, "card").text == "Dear Bob,\n\nhappy day. See you soon."
    assert seen.said == ["Wording of the note to Bob Ray changed."]
    press(Qt.Key.Key_Up)
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
    press(Qt.Key.Key_Escape, Qt.Key.Key_Up)
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
    button(view, "Shorter").click()
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


def test_show_record_goes_to_a_note_and_a_reword_elsewhere_is_taken_up(view: NotesView) -> None:
    view.show_record("done")
    assert view.current_id() == "done"
    with view.session.desk().act("Elsewhere.") as act:
        act.put(replace(DONE, text="Other words"))
    view.session.publish(act.changes)
    assert view._panes.letter.text() == "Other words"


def test_the_paper_takes_lines_and_its_own_undo_and_redo(view: NotesView) -> None:
    view._go_to("card")
    view.edit()
    letter = view._panes.letter.paper.letter
    letter.moveCursor(QTextCursor.MoveOperation.End)
    before = letter.toPlainText()
    press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    type_("Yours")
    typed = letter.toPlainText()
    assert typed == f"{before}\n\nYours"
    for _ in range(len("\n\nYours")):
        letter.undo()
    assert letter.toPlainText() == before
    for _ in range(len("\n\nYours")):
        letter.redo()
    assert letter.toPlainText() == typed


def test_lines_keep_their_distance_when_all_is_written_anew(view: NotesView, theme: Theme) -> None:
    view._go_to("card")
    view.edit()
    letter = view._panes.letter.paper.letter
    letter.selectAll()
    press(Qt.Key.Key_Delete)
    QGuiApplication.clipboard().setText("Dear Bob,\n\nanew.")
    letter.paste()
    assert heights_of(view) == [28.0, 14.0, 28.0]
    theme.set_appearance(Appearance(Scheme.LIGHT, TextSize.LARGEST))
    assert heights_of(view) == [36.0, 18.0, 36.0]
    assert letter.toPlainText() == "Dear Bob,\n\nanew."


def heights_of(view: NotesView) -> list[float]:
    """The height of each line on the paper."""
    document = view._panes.letter.paper.letter.document()
    return [document.findBlockByNumber(number).blockFormat().lineHeight() for number in range(document.blockCount())]
