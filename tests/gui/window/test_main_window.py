"""The window: every view by its key, back and forward, the log line, undo, the rail, and what closing means."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from refdesk.domain.person import Person
from refdesk.domain.records import Entry
from refdesk.gui.navigation import Place
from refdesk.gui.referrals.view import ReferralsView
from refdesk.gui.theme.theme import Appearance, Scheme, TextSize, Theme
from refdesk.gui.view import View
from refdesk.gui.widgets.footer import Footer
from refdesk.gui.widgets.status_bar import KeyHint
from refdesk.services.new_referral import Who
from refdesk.services.today import due_today
from refdesk.storage.records import each
from tests.gui.window.conftest import Shown

Key, Modifier = Qt.Key, Qt.KeyboardModifier
Ctrl, Alt, Shift = Modifier.ControlModifier, Modifier.AltModifier, Modifier.ShiftModifier


def press(shown: Shown, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key, to whatever has the focus."""
    QTest.keyClick(QApplication.focusWidget() or shown.window, key, modifier)


def view_of(shown: Shown) -> View:
    assert shown.window.view is not None
    return shown.window.view


@pytest.mark.parametrize(
    ("key", "modifier", "view"),
    [
        (Key.Key_1, Ctrl, "today"),
        (Key.Key_2, Ctrl, "ready"),
        (Key.Key_3, Ctrl, "contacts"),
        (Key.Key_4, Ctrl, "timeline"),
        (Key.Key_5, Ctrl, "referrals"),
        (Key.Key_6, Ctrl, "notes"),
        (Key.Key_7, Ctrl, "partners"),
        (Key.Key_Comma, Ctrl, "settings"),
        (Key.Key_F1, Qt.KeyboardModifier.NoModifier, "method"),
    ],
)
def test_every_view_has_its_key(shown: Shown, key: Qt.Key, modifier: Qt.KeyboardModifier, view: str) -> None:
    shown.window.go("profile")
    press(shown, key, modifier)
    assert view_of(shown).key == view
    assert shown.window.isAncestorOf(QApplication.focusWidget())
    assert view_of(shown).isAncestorOf(QApplication.focusWidget())


def test_ctrl_r_begins_a_referral_from_whom_the_view_shows(shown: Shown) -> None:
    person = view_of(shown).current_person()
    press(shown, Key.Key_R, Ctrl)
    view = view_of(shown)
    assert isinstance(view, ReferralsView)
    assert view.panel.other.who() == Who(id=person)
    assert QApplication.focusWidget() is view.panel.prospect
    press(shown, Key.Key_Escape)
    press(shown, Key.Key_R, Ctrl)
    assert view.panel.other.text() == ""


def test_the_sidebar_says_what_waits_and_where_the_user_is(shown: Shown) -> None:
    views = shown.window.sidebar.views
    spoken = [views.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(5)]
    assert spoken[0].startswith("Today, ")
    assert spoken[0].endswith(" to do")
    assert spoken[2] == "Contacts"
    shown.window.go("settings")
    assert (views.selected(), shown.window.sidebar.tools.selected()) == ("", "settings")
    shown.window.go("ready")
    assert (views.selected(), shown.window.sidebar.tools.selected()) == ("ready", "")


def test_back_and_forward_come_back_to_what_was_shown(shown: Shown) -> None:
    window = shown.window
    window.go("contacts")
    first = view_of(shown).current_person()
    window.go("timeline")
    press(shown, Key.Key_Left, Alt)
    assert (view_of(shown).key, view_of(shown).current_person()) == ("contacts", first)
    press(shown, Key.Key_Left, Alt)
    assert view_of(shown).key == "today"
    press(shown, Key.Key_Left, Alt)
    assert view_of(shown).key == "today"
    press(shown, Key.Key_Right, Alt)
    press(shown, Key.Key_Right, Alt)
    assert view_of(shown).key == "timeline"


def test_what_happened_is_logged_from_anywhere_and_taken_back(shown: Shown, qtbot: QtBot) -> None:
    book = shown.window.tools.session.book
    before = len(list(each(book, Entry)))
    had = QApplication.focusWidget()
    press(shown, Key.Key_L, Ctrl)
    assert not view_of(shown).isAncestorOf(QApplication.focusWidget())
    QTest.keyClicks(QApplication.focusWidget(), "Coffee yesterday: about the garden")
    press(shown, Key.Key_Return)
    assert len(list(each(book, Entry))) == before + 1
    assert shown.window.toast.isVisible()
    assert shown.seen.said[-1].startswith("Logged coffee with ")
    assert QApplication.focusWidget() is had
    press(shown, Key.Key_Z, Ctrl)
    assert len(list(each(book, Entry))) == before
    press(shown, Key.Key_Y, Ctrl)
    assert len(list(each(book, Entry))) == before + 1


def test_undo_in_a_field_takes_back_typing_and_not_an_act(shown: Shown) -> None:
    press(shown, Key.Key_3, Ctrl)
    press(shown, Key.Key_F, Ctrl)
    QTest.keyClicks(QApplication.focusWidget(), "zap")
    press(shown, Key.Key_Z, Ctrl)
    assert (shown.seen.said, shown.seen.refused) == ([], [])


def test_the_palette_opens_and_gives_the_focus_back(shown: Shown) -> None:
    had = QApplication.focusWidget()
    press(shown, Key.Key_K, Ctrl)
    assert QApplication.focusWidget() is not had
    press(shown, Key.Key_Escape)
    assert QApplication.focusWidget() is had


def test_the_sidebar_is_a_rail_where_there_is_little_room_and_by_hand(shown: Shown, qtbot: QtBot) -> None:
    window = shown.window
    assert (window.sidebar.rail, window.sidebar.width()) == (False, 216)
    window.resize(960, 600)
    qtbot.waitUntil(lambda: window.sidebar.rail)
    assert window.sidebar.width() == 52
    press(shown, Key.Key_F9)
    assert not window.sidebar.rail
    window.resize(970, 610)
    assert not window.sidebar.rail
    window.resize(1280, 800)
    press(shown, Key.Key_F9)
    assert window.sidebar.rail


def test_f6_walks_the_panes_both_ways_and_comes_round(shown: Shown) -> None:
    press(shown, Key.Key_2, Ctrl)
    start = QApplication.focusWidget()
    walked: list[QWidget | None] = []
    for _ in range(6):
        press(shown, Key.Key_F6)
        walked.append(QApplication.focusWidget())
        if walked[-1] is start:
            break
    assert walked[-1] is start
    assert shown.window.sidebar.views in walked
    press(shown, Key.Key_F6, Shift)
    assert QApplication.focusWidget() is (walked[-2] if len(walked) > 1 else start)


def test_closing_asks_whoever_made_the_window(shown: Shown, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.window.close_requested):
        press(shown, Key.Key_W, Ctrl)
    assert shown.window.isVisible()
    with qtbot.waitSignal(shown.window.quit_requested):
        press(shown, Key.Key_Q, Ctrl)


def test_the_line_at_the_foot_says_the_keys_of_the_view(shown: Shown) -> None:
    for key in ("today", "ready", "contacts", "notes"):
        shown.window.go(key)
        hints = view_of(shown).hints()
        assert hints, key
        assert all(isinstance(hint, KeyHint) for hint in hints)
        assert shown.window.status.accessibleDescription().startswith(hints[0].shown_key)


def test_a_row_that_a_notification_opened_is_the_current_one(shown: Shown, qtbot: QtBot) -> None:
    shown.window.go("ready")
    key = due_today(shown.window.tools.session.desk())[2].key
    shown.window.show_row(key)
    qtbot.waitUntil(lambda: view_of(shown).key == "today" and view_of(shown).current_id() == key)


def test_a_new_contact_can_be_begun_from_anywhere(shown: Shown) -> None:
    press(shown, Key.Key_N, Ctrl)
    assert view_of(shown).key == "contacts"
    field = QApplication.focusWidget()
    QTest.keyClicks(field, "Zoe Zander")
    press(shown, Key.Key_Return, Ctrl)
    assert shown.seen.said == ["Zoe Zander added."]


def test_today_asks_for_a_new_contact(shown: Shown) -> None:
    shown.window.show_place(Place("contacts", "", "new"))
    QTest.keyClicks(QApplication.focusWidget(), "Zoe Zander")
    press(shown, Key.Key_Return, Ctrl)
    assert shown.seen.said == ["Zoe Zander added."]


def test_the_sidebar_is_a_rail_sooner_where_text_is_large(shown: Shown, theme: Theme) -> None:
    window = shown.window
    theme.set_appearance(Appearance(Scheme.LIGHT, text_size=TextSize.LARGEST))
    assert window.sidebar.rail
    theme.set_appearance(Appearance(Scheme.LIGHT))
    assert not window.sidebar.rail


def test_what_was_done_is_told_above_the_buttons_of_the_view(shown: Shown) -> None:
    """A sentence so long that it would lie over Today's main button."""
    window = shown.window
    window.toast.show_message("Rocío Santos thanked, and so was everybody else who helped on that long day. " * 2)
    foot = next(foot for foot in view_of(shown).findChildren(Footer) if foot.isVisible())
    foot_top = foot.mapTo(window.stack, foot.rect().topLeft()).y()
    assert window.toast.geometry().bottom() < foot_top
    window.go("timeline")
    assert window.toast.geometry().bottom() == window.stack.height() - 16 - 1


def test_a_name_in_the_line_takes_the_place_of_whom_the_view_shows(shown: Shown) -> None:
    book = shown.window.tools.session.book
    here = view_of(shown).current_person()
    other = next(person for person in each(book, Person) if person.id != here)
    press(shown, Key.Key_L, Ctrl)
    QTest.keyClicks(QApplication.focusWidget(), f"Lunch with {other.name}: about the garden")
    press(shown, Key.Key_Return)
    assert shown.seen.said == [f"Logged lunch with {other.name}."]
