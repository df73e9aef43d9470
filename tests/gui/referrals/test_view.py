"""Referrals by keys: the list by stage, the next step, thanks, later, the strip, and what is said of each row."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from refdesk.domain.records import Ask, Referral, Thanks
from refdesk.gui.composer.answers import AskAnswers
from refdesk.gui.navigation import LogRequest, Place
from refdesk.gui.referrals.view import ReferralsView
from refdesk.gui.today.later import LaterMenu
from refdesk.gui.view import Tools
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.rows import RowRole
from refdesk.services.asking import Agreement
from refdesk.storage.records import each, get
from tests.gui.hands import press, rows_of
from tests.gui.referrals.book import AGREED, ASK, FIRST, MADE, TODAY, at, fill, shown, written
from tests.gui.views import Seen

Key = Qt.Key
OPEN = [
    "Asked",
    "ask:ask",
    "Agreed",
    "referral:agreed",
    "referral:given",
    "Introduced",
    "referral:made",
    "Followed up",
    "referral:followed",
    "Outcome",
    "referral:won",
]


def test_the_list_stands_by_stage_and_says_what_waits(view: ReferralsView) -> None:
    assert rows_of(view.list) == OPEN
    assert any(label.text() == "5 open, 1 finished this month." for label in view.findChildren(Label))
    index = view.list.model().index(3, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Bo Li from Ana Ruiz. Stage agreed. Thank-yous: first given, second later, third later. "
        "Next: Check with Ana. 2 days late."
    )
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Space takes the next step"
    assert [one.accessibleName() for one in view._strip.buttons] == [
        "Asked, 1 referral",
        "Agreed, 2 referrals, 1 confirmation late",
        "Introduced, 1 referral, Call by tomorrow",
        "Followed up, 1 referral, 1 thank-you late",
        "Outcome, 1 referral, Thank today",
    ]


def test_space_takes_the_next_step_and_undo_takes_it_back(view: ReferralsView, seen: Seen) -> None:
    at(view, "agreed")
    press(Key.Key_Space)
    assert (written(view, "agreed").state, written(view, "agreed").made_on) == ("made", TODAY)
    assert view.current_id() == "referral:agreed"
    press(Key.Key_Space)
    assert written(view, "agreed").state == "followed_up"
    view.session.undo()
    view.session.undo()
    assert written(view, "agreed") == AGREED
    assert seen.said[:2] == ["Made, noted.", "Bo Li followed up."]


def test_t_thanks_in_the_way_that_is_chosen(view: ReferralsView) -> None:
    at(view, "followed")
    view.detail.card.way.choose("meeting")
    press(Key.Key_T)
    assert written(view, "followed").thanks == (*FIRST, Thanks(step=2, done_on=TODAY, by="meeting"))
    press(Key.Key_T)
    assert len(written(view, "followed").thanks) == 2


def test_a_letter_that_is_owed_is_written_at_the_desk_or_marked_as_said(view: ReferralsView, seen: Seen) -> None:
    at(view, "won")
    press(Key.Key_Space)
    assert seen.places == [Place("notes", "won.letter")]
    press(Key.Key_T)
    assert written(view, "won").thanks[-1] == Thanks(step=3, done_on=TODAY, by="letter")
    assert view.list.currentIndex().data(RowRole.ROW).right == "Done"


def answers() -> AskAnswers:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, AskAnswers) and one.isVisible())


def ask_of(view: ReferralsView) -> Ask:
    found = get(view.session.book, Ask, "ask")
    assert isinstance(found, Ask)
    return found


def test_space_on_an_ask_asks_what_came_of_it(view: ReferralsView, seen: Seen) -> None:
    view.show_record("ask:ask")
    press(Key.Key_T, Key.Key_Delete, Key.Key_Space)
    assert seen.said == []
    answers().declined.emit()
    answers().reject()
    assert ask_of(view).state == "declined"
    assert "ask:ask" not in rows_of(view.list)


def test_an_ask_that_was_agreed_to_becomes_a_referral_of_the_list(view: ReferralsView) -> None:
    view.show_record("ask:ask")
    press(Key.Key_Space)
    answers().agreed.emit(Agreement())
    answers().reject()
    (opened,) = [one for one in each(view.session.book, Referral) if one.ask == "ask"]
    assert f"referral:{opened.id}" in rows_of(view.list)


def test_a_planned_ask_that_was_put_waits_for_its_answer(view: ReferralsView) -> None:
    fill(view.tools, replace(ASK, state="planned", asked_on=None, occasion_on=TODAY))
    view.refresh()
    view.show_record("ask:ask")
    press(Key.Key_Space)
    answers().unsure.emit()
    answers().reject()
    assert (ask_of(view).state, ask_of(view).asked_on) == ("asked", TODAY)
    press(Key.Key_Space)
    answers().not_raised.emit()
    answers().reject()
    assert view.list.currentIndex().data(RowRole.ROW).right == "until 25 Nov"


def test_numbers_jump_to_the_stages(view: ReferralsView) -> None:
    keys = []
    for key in (Key.Key_5, Key.Key_4, Key.Key_3, Key.Key_2, Key.Key_1):
        press(key)
        keys.append(view.current_id())
    assert keys == ["referral:won", "referral:followed", "referral:made", "referral:agreed", "ask:ask"]


def test_s_puts_what_is_next_off(view: ReferralsView) -> None:
    at(view, "made")
    press(Key.Key_S)
    menu = next(one for one in QApplication.topLevelWidgets() if isinstance(one, LaterMenu) and one.isVisible())
    menu.actions()[1].trigger()
    menu.close()
    assert view.list.currentIndex().data(RowRole.ROW).right == "until Mon"


def test_l_logs_enter_goes_to_the_steps_and_shift_enter_to_the_contact(view: ReferralsView, seen: Seen) -> None:
    at(view, "made")
    press(Key.Key_L)
    assert seen.logs == [LogRequest(people=("ana",))]
    press(Key.Key_Return, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert seen.places == [Place("contacts", "cy")]
    press(Key.Key_Return)
    assert QApplication.focusWidget() is view.detail.card.primary()
    press(Key.Key_Space)
    assert written(view, "made").state == "followed_up"


def test_delete_goes_to_the_next_row_and_undo_brings_it_back(view: ReferralsView) -> None:
    at(view, "agreed")
    press(Key.Key_Delete)
    assert get(view.session.book, Referral, "agreed") is None
    assert view.current_id() == "referral:given"
    view.session.undo()
    assert written(view, "agreed") == AGREED


def test_single_letters_can_be_switched_off_but_not_space(view: ReferralsView, seen: Seen) -> None:
    view.tools.preferences.single_keys = False
    at(view, "made")
    press(Key.Key_L, Key.Key_5)
    assert (seen.logs, view.current_id(), list(view.hints())) == ([], "referral:made", [])
    press(Key.Key_Space)
    assert written(view, "made").state == "followed_up"


def test_the_strip_keeps_the_list_to_a_stage_by_its_own_keys(view: ReferralsView) -> None:
    view._strip.setFocus()
    press(Key.Key_Left, Key.Key_Right, Key.Key_Right, Key.Key_Space)
    assert rows_of(view.list) == ["Introduced", "referral:made"]
    press(Key.Key_Left, Key.Key_Space)
    assert rows_of(view.list) == ["Agreed", "referral:agreed", "referral:given"]
    press(Key.Key_Space)
    assert rows_of(view.list) == OPEN
    QTest.mouseClick(view._strip.buttons[4], Qt.MouseButton.LeftButton)
    assert rows_of(view.list) == ["Outcome", "referral:won"]
    view.show_record("agreed")
    assert rows_of(view.list) == OPEN
    assert view.current_id() == "referral:agreed"


def test_those_at_their_end_are_listed_apart(view: ReferralsView) -> None:
    view._which.setFocus()
    view._which._buttons[1].click()
    assert rows_of(view.list) == ["Became a client", "referral:won", "Not this time", "referral:old"]
    assert not view._strip.isVisible()
    view.show_record("old")
    row = view.list.currentIndex().data(RowRole.ROW)
    assert (row.next, row.right) == ("Not this time. All thanks given", "Done")
    view.show_record("made")
    assert rows_of(view.list) == OPEN


def test_what_is_shown_stays_plain_text_and_can_be_copied(view: ReferralsView) -> None:
    at(view, "made")
    assert view.list.currentIndex().data(RowRole.ROW).title == "Cy <b>Young</b>"
    view.detail.card.copy.click()
    assert QGuiApplication.clipboard().text().startswith("Cy, Ana Ruiz was kind enough to introduce us.")


def test_an_empty_book_says_what_comes_here(desk_of: tuple[Tools, Seen], qtbot: QtBot) -> None:
    view = shown(desk_of[0], qtbot)
    assert view.panes() == (view._empty.primary,)
    assert not view._strip.isVisible()
    QTest.mouseClick(view._empty.primary, Qt.MouseButton.LeftButton)
    assert view.panel.isVisible()
    press(Key.Key_Escape)
    assert view._empty.isVisible()


def test_what_another_process_takes_away_goes_from_the_view(view: ReferralsView) -> None:
    at(view, "made")
    with view.session.desk().act("Elsewhere.") as act:
        act.delete(Referral, "made")
        act.put(replace(MADE, id="another"))
    view.refresh()
    assert view.current_id() == "referral:followed"
    assert "referral:another" in rows_of(view.list)
