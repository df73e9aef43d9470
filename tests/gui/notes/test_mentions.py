"""What is put into a letter from the timeline, what stood in earlier notes, and a wording that is used again."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from refdesk.domain.records import Entry
from refdesk.gui.notes.earlier import TITLE
from refdesk.gui.notes.mentions import MentionChip
from refdesk.gui.notes.view import NotesView
from tests.gui.hands import button, press, type_
from tests.gui.notes.desks import CARD, OLD, TODAY, note, texts


@pytest.fixture
def card(view: NotesView) -> NotesView:
    """The note to somebody of whom a few things are known since their last one."""
    with view.session.desk().act("Book.") as act:
        for ago, summary in ((1, "Short call about the second site."), (3, "Needs a chef.")):
            on = TODAY - timedelta(days=ago)
            act.put(Entry(id=f"e{ago}", on=on, kind="call", people=("bob",), summary=summary))
        act.put(replace(CARD, text="Dear Bob,\n\nHappy day.\n\nYours,\nInês"))
    view.session.publish(act.changes)
    view._go_to("card")
    return view


def chips(view: NotesView) -> list[MentionChip]:
    return view._panes.letter.mentions.chips


def written(view: NotesView) -> str:
    return view._panes.letter.text()


def test_a_chip_puts_its_words_at_the_end_of_the_letter_and_takes_them_out_again(card: NotesView) -> None:
    assert [chip.accessibleName() for chip in chips(card)] == ["Mention the second site", "Mention Needs a chef"]
    chips(card)[0].setFocus()
    press(Qt.Key.Key_Space)
    assert written(card) == "Dear Bob,\n\nHappy day. the second site\n\nYours,\nInês"
    assert [chip.isChecked() for chip in chips(card)] == [True, False]
    assert card._panes.letter.paper.letter.hasFocus()
    chips(card)[0].setFocus()
    assert note(card, "card").text == "Dear Bob,\n\nHappy day. the second site\n\nYours,\nInês"
    press(Qt.Key.Key_Space)
    assert written(card) == "Dear Bob,\n\nHappy day.\n\nYours,\nInês"
    assert not chips(card)[0].isChecked()


def test_a_chip_puts_its_words_at_the_cursor_and_one_undo_takes_them_back(card: NotesView) -> None:
    letter = card._panes.letter.paper.letter
    card.edit()
    for _ in range(len("Dear")):
        QTest.keyClick(letter, Qt.Key.Key_Right)
    chips(card)[1].click()
    assert written(card).startswith("Dear Needs a chef Bob,")
    type_(" soon")
    assert written(card).startswith("Dear Needs a chef soon Bob,")
    for _ in range(2):
        letter.undo()
    assert written(card).startswith("Dear Bob,")
    assert not chips(card)[1].isChecked()


def test_words_that_the_user_typed_check_their_chip(card: NotesView) -> None:
    card.edit()
    type_("NEEDS A CHEF ")
    assert chips(card)[1].isChecked()
    chips(card)[1].click()
    assert written(card).startswith("Dear Bob,")


def test_tab_reaches_the_chips_and_a_posted_note_has_none(card: NotesView) -> None:
    card.edit()
    for chip in chips(card):
        press(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is chip
    card._go_to("old")
    assert not card._panes.letter.mentions.isVisible()


def test_earlier_notes_unfold_with_their_words(card: NotesView) -> None:
    earlier = card._panes.facts._earlier
    unfold = button(card, f"{TITLE} (1)")
    assert not any(label.isVisible() for label in earlier.findChildren(type(card._panes.facts._why)))
    unfold.setFocus()
    press(Qt.Key.Key_Space)
    assert [words.text() for words in earlier.findChildren(type(card._panes.facts._why)) if words.isVisible()] == [
        "Condolence, 3 Nov",
        "Dear Bob",
    ]
    card._go_to("won.letter")
    assert not earlier.isVisible()


def test_a_wording_that_was_used_before_is_told(card: NotesView) -> None:
    hint = "The same words as in your note of 3 Nov."
    assert hint not in texts(card)
    card.edit()
    card._panes.letter.paper.letter.selectAll()
    type_(OLD.text.upper())
    assert hint in texts(card)
    type_(" again")
    assert hint not in texts(card)
