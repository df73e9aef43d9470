"""The notes desk by keys: its heaps, the steps of a note, later, and what is shown where."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from refdesk.domain.records import Note
from refdesk.gui.navigation import Place
from refdesk.gui.notes.view import NotesView
from refdesk.gui.today.later import LaterMenu
from refdesk.gui.view import Tools
from refdesk.gui.widgets.rows import RowRole
from refdesk.storage.records import get
from tests.gui.hands import button, press, rows_of
from tests.gui.notes.desks import CARD, LETTER, OLD, note, shown, texts
from tests.gui.views import Seen


def test_the_list_has_three_heaps_and_the_first_note_is_on_the_paper(view: NotesView) -> None:
    assert rows_of(view._panes.list) == ["To write", LETTER, "card", "Written, to post", "done", "Posted lately", "old"]
    assert view.current_id() == LETTER
    assert view.current_person() == "ana"
    assert view._panes.letter.text().startswith("Dear Ana,\n\nI wanted you to hear it from me first: Cy")
    assert view._panes.letter.text().endswith("With warm thanks,\nInês")
    assert view._panes.letter.tones.key() == "standard"
    assert "A note by hand is rare, so it's remembered. 2 to write, 1 to post." in texts(view)
    index = view._panes.list.currentIndex()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Ana Ruiz. Third thank-you, for Cy. 5 days late."
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Space marks it written"


def test_w_and_p_walk_a_note_through_its_steps_with_the_words_on_the_paper(view: NotesView, seen: Seen) -> None:
    words = view._panes.letter.text()
    press(Qt.Key.Key_W)
    assert (note(view, LETTER).state, note(view, LETTER).text) == ("written", words)
    assert view.current_id() == LETTER
    press(Qt.Key.Key_P)
    assert note(view, LETTER).state == "posted"
    assert view.current_id() == "done"
    assert seen.said == ["Note to Ana Ruiz marked as written.", "Note to Ana Ruiz marked as posted."]
    view.session.undo()
    view.session.undo()
    assert get(view.session.book, Note, LETTER) is None
    assert rows_of(view._panes.list)[1] == LETTER


def test_space_and_the_primary_button_do_the_next_step(view: NotesView, qtbot: QtBot) -> None:
    press(Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert note(view, "card").state == "written"
    view.act_primary()
    assert note(view, "card").state == "posted"
    view._go_to("done")
    qtbot.mouseClick(view._panes.foot.primary(), Qt.MouseButton.LeftButton)
    assert note(view, "done").state == "posted"


def test_a_posted_note_can_be_read_and_copied_only(view: NotesView, seen: Seen) -> None:
    view._go_to("old")
    assert view._panes.letter.paper.letter.isReadOnly()
    assert not view._panes.letter.tones.isEnabled()
    assert not view._panes.foot.isVisible()
    press(Qt.Key.Key_W, Qt.Key.Key_P, Qt.Key.Key_Space, Qt.Key.Key_S, Qt.Key.Key_C)
    assert note(view, "old") == OLD
    assert QGuiApplication.clipboard().text() == "Dear Bob"
    assert seen.said == []


def test_later_offers_days_and_puts_the_note_off(view: NotesView, qtbot: QtBot) -> None:
    press(Qt.Key.Key_S)
    menu = next(one for one in QApplication.topLevelWidgets() if isinstance(one, LaterMenu) and one.isVisible())
    assert menu.actions()[0].text() == "Tomorrow, Thu 19"
    menu.actions()[0].trigger()
    menu.close()
    assert view._panes.list.currentIndex().data(RowRole.ROW).right == "until Tomorrow"
    assert view.current_id() == LETTER


def test_delete_takes_a_note_away_and_undo_brings_it_back(view: NotesView, seen: Seen) -> None:
    press(Qt.Key.Key_Delete)
    assert seen.refused == ["This letter of thanks is owed. It leaves the desk when it is posted, or settled in Today."]
    press(Qt.Key.Key_Down, Qt.Key.Key_Delete)
    assert rows_of(view._panes.list) == ["To write", LETTER, "Written, to post", "done", "Posted lately", "old"]
    assert view.current_id() == "done"
    view.session.undo()
    assert note(view, "card") == CARD


def test_shift_enter_and_the_button_open_the_contact(view: NotesView, seen: Seen) -> None:
    QTest.keyClick(view._panes.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    button(view, "Open contact").click()
    assert seen.places == [Place("contacts", "ana"), Place("contacts", "ana")]


def test_single_letters_can_be_switched_off_but_not_space(view: NotesView) -> None:
    view.tools.preferences.single_keys = False
    press(Qt.Key.Key_Down, Qt.Key.Key_W)
    assert note(view, "card").state == "to_write"
    assert view.hints() == ()
    press(Qt.Key.Key_Space)
    assert note(view, "card").state == "written"


def test_the_facts_fold_under_the_paper_in_a_small_window(desk_of: tuple[Tools, Seen], qtbot: QtBot) -> None:
    view = shown(desk_of[0], qtbot, 908)
    assert not view._panes.side.isVisible()
    assert view._panes.facts.isVisible()
    assert view._panes.foot.primary().isVisible()
    view.resize(1064, 742)
    assert view._panes.side.isAncestorOf(view._panes.facts)
