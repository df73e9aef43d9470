"""Settings apply at once: the look, the start, the user, the reminders, the method's numbers, the keys."""

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from refdesk.domain.policy import Policy
from refdesk.domain.records import Me
from refdesk.gui.navigation import Place
from refdesk.gui.settings.appearance import AppearancePage
from refdesk.gui.settings.asking import AskingPage
from refdesk.gui.settings.general import GeneralPage
from refdesk.gui.settings.keyboard import KeyboardPage
from refdesk.gui.settings.reminders import RemindersPage
from refdesk.gui.settings.you import YouPage
from refdesk.gui.theme.theme import Appearance, Density, Scheme, TextSize
from refdesk.services.settings import me, save_me, set_number
from tests.gui.hands import button, press, type_
from tests.gui.settings.windows import Opened


def policy(opened: Opened) -> Policy:
    return opened.view.session.desk().policy


def test_the_list_goes_to_pages_by_arrows_and_enter(opened: Opened) -> None:
    assert opened.view.page.key == "general"
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert opened.view.page.key == "appearance"
    opened.view.show_record("data")
    assert opened.view.current_id() == "data"
    opened.view.show_record("nothing")
    assert opened.view.current_id() == "data"


@pytest.mark.parametrize("key", ["general", "appearance", "you", "reminders", "asking", "keyboard", "data", "trash"])
def test_everything_that_can_be_used_has_a_name(opened: Opened, key: str) -> None:
    page = opened.page(key)
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.accessibleName(), widget


def test_a_look_is_worn_at_once_and_kept(opened: Opened) -> None:
    page = opened.page("appearance")
    assert isinstance(page, AppearancePage)
    for name in ("Dark", "130 %", "Compact", "Use the system font"):
        button(page, name).click()
    wanted = Appearance(Scheme.DARK, TextSize.LARGEST, Density.COMPACT, system_font=True)
    assert opened.view.theme.appearance == wanted
    assert opened.view.theme.tokens.dark
    assert opened.view.tools.preferences.appearance == wanted
    opened.page("general")
    opened.page("appearance")
    assert (page.scheme.key(), page.text_size.key(), page.density.key()) == ("dark", "130", "compact")


def test_starting_with_the_computer_is_switched_and_a_refusal_is_said(opened: Opened) -> None:
    page = opened.page("general")
    assert isinstance(page, GeneralPage)
    page.start.click()
    assert opened.autostart.on
    opened.autostart.refusal = "Permission denied"
    page.start.click()
    assert page.start.isChecked()
    assert page.error.text() == "This computer doesn't let RefDesk change that: Permission denied."
    assert page.error.isVisible()
    opened.autostart.refusal = ""
    page.start.click()
    assert (opened.autostart.on, page.error.isVisible()) == (False, False)


def test_keeping_running_and_names_and_letters_are_this_computers_choices(opened: Opened) -> None:
    choices = opened.view.tools.preferences
    assert choices.keeps_running is None
    button(opened.page("general"), "Keep running when the window is closed").click()
    button(opened.page("reminders"), "Show names in notifications").click()
    button(opened.page("keyboard"), "Single letters act in lists").click()
    assert (choices.keeps_running, choices.names_allowed, choices.single_keys) == (True, True, False)
    choices.single_keys = True
    page = opened.view.page
    assert isinstance(page, KeyboardPage)
    assert page.single.isChecked()


def test_who_the_user_is_is_saved_when_a_field_is_left(opened: Opened) -> None:
    page = opened.page("you")
    assert isinstance(page, YouPage)
    page.name.setFocus()
    type_("Ines Carvalho")
    assert opened.seen.said == []
    press(Qt.Key.Key_Tab)
    assert me(opened.view.session.desk()) == Me(name="Ines Carvalho")
    assert opened.seen.said == ["Your details saved."]
    page.sentence.setFocus()
    type_("I help owners.")
    opened.page("general")
    assert me(opened.view.session.desk()).sentence == "I help owners."
    opened.view.session.undo()
    opened.page("you")
    assert page.sentence.toPlainText() == ""


def test_an_odd_address_is_kept_and_said(opened: Opened) -> None:
    page = opened.page("you")
    assert isinstance(page, YouPage)
    page.email.setFocus()
    type_("ines at home")
    press(Qt.Key.Key_Tab)
    assert me(opened.view.session.desk()).email == "ines at home"
    assert page._warning.isVisible()
    page.email.setText("ines@home.example")
    page.commit()
    assert not page._warning.isVisible()


def test_what_cannot_be_saved_stays_and_so_does_the_page(opened: Opened) -> None:
    page = opened.page("you")
    assert isinstance(page, YouPage)
    page.name.setFocus()
    type_("Ines")
    opened.view.session.hold("The book is busy.")
    opened.view.show_page("data")
    assert opened.view.page is page
    assert not opened.view.may_leave()
    assert page.name.text() == "Ines"
    opened.view.session.release()
    assert opened.view.may_leave()
    assert me(opened.view.session.desk()).name == "Ines"


def test_what_is_being_typed_outlives_a_change_elsewhere(opened: Opened) -> None:
    page = opened.page("you")
    assert isinstance(page, YouPage)
    page.name.setFocus()
    type_("In")
    opened.view.session.publish(save_me(opened.view.session.desk(), Me(business="Carvalho")))
    type_("es")
    assert page.name.text() == "Ines"


def test_ideal_referrals_are_a_button_away(opened: Opened) -> None:
    button(opened.page("you"), "Write down your ideal referrals").click()
    assert opened.seen.places == [Place("profile")]


def test_times_and_days_off_are_set_in_the_book(opened: Opened) -> None:
    page = opened.page("reminders")
    assert isinstance(page, RemindersPage)
    page.times["morning_at"].setFocus()
    page.times["morning_at"].set_at(time(7, 15))
    page.times["quiet_from"].setFocus()
    assert policy(opened).morning_at == time(7, 15)
    button(page, "Friday").click()
    assert policy(opened).days_off == ("friday", "saturday", "sunday")
    assert opened.seen.said == ["Morning reminders at: 07:15.", "Days off: Friday, Saturday, Sunday."]
    opened.view.session.undo()
    assert not button(page, "Friday").isChecked()


def test_a_time_that_was_undone_is_not_set_again_and_one_that_is_refused_stays(opened: Opened) -> None:
    page = opened.page("reminders")
    assert isinstance(page, RemindersPage)
    at = page.times["quiet_from"]
    at.setFocus()
    at.set_at(time(21, 0))
    page.commit()
    opened.view.session.undo()
    assert at.at() == time(20, 0)
    assert page.commit()
    assert policy(opened) == Policy()
    opened.view.session.hold("The book is busy.")
    at.set_at(time(22, 0))
    assert not opened.view.may_leave()
    assert at.at() == time(22, 0)
    opened.view.session.release()
    assert opened.view.may_leave()
    assert policy(opened).quiet_from == time(22, 0)


def test_one_day_at_least_is_left(opened: Opened) -> None:
    page = opened.page("reminders")
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"):
        button(page, day).click()
    assert opened.seen.refused == ["Leave at least one day for reminders."]
    assert not button(page, "Friday").isChecked()


def test_a_number_is_set_when_its_field_is_left_and_has_a_way_back(opened: Opened) -> None:
    page = opened.page("asking")
    assert isinstance(page, AskingPage)
    field = page.fields["warm_within"]
    assert not field.reset.isVisible()
    field.spin.setFocus()
    field.spin.selectAll()
    type_("60")
    assert policy(opened).warm_within == 90
    press(Qt.Key.Key_Tab)
    assert policy(opened).warm_within == 60
    assert opened.seen.said == ["Warm after a conversation for, without a rhythm: 60 days."]
    button(page, "Back to 90 days").click()
    assert policy(opened).warm_within == 90
    assert not field.reset.isVisible()
    assert field.spin.hasFocus()
    opened.view.session.undo()
    assert field.spin.value() == 60
    page.fields["owe_limit"].spin.setFocus()
    assert policy(opened).warm_within == 60


def test_a_number_being_typed_is_set_when_the_page_or_the_view_is_left(opened: Opened) -> None:
    page = opened.page("asking")
    assert isinstance(page, AskingPage)
    for leave in (lambda: opened.page("general"), opened.view.may_leave, opened.view.hide):
        opened.view.session.publish(set_number(opened.view.session.desk(), "owe_limit", 2))
        opened.view.show()
        opened.page("asking")
        page.fields["owe_limit"].spin.setFocus()
        page.fields["owe_limit"].spin.selectAll()
        type_("5")
        leave()
        assert policy(opened).owe_limit == 5


def test_all_numbers_go_back_together(opened: Opened) -> None:
    desk = opened.view.session.desk()
    set_number(desk, "warm_within", 60)
    set_number(desk, "owe_limit", 5)
    page = opened.page("asking")
    button(page, "Reset to the defaults").click()
    assert policy(opened) == Policy()
    assert opened.seen.said == ["All numbers set to their defaults."]
