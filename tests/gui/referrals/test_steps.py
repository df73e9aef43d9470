"""The steps of a referral: ticked in any order, taken back, dated anew, ended; and what is warned of."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from refdesk.domain.records import Consents, Profile, Thanks
from refdesk.gui.referrals.detail import chain_words
from refdesk.gui.referrals.doing import INTRODUCED
from refdesk.gui.referrals.menus import MoreMenu, OutcomeMenu
from refdesk.gui.referrals.questions import UNREAD, AskDayOf, AskValue
from refdesk.gui.referrals.view import ReferralsView
from tests.gui.hands import button, press
from tests.gui.referrals.book import AGREED, FIRST, FOLLOWED, GIVEN, TODAY, at, fill, mark, written
from tests.gui.views import Seen
from tests.storage.desks import ago

Key = Qt.Key


def menu_of(kind: type[QMenu]) -> QMenu:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())


def choose(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


def test_each_step_says_how_it_stands(view: ReferralsView) -> None:
    at(view, "followed")
    spoken = [row.mark.accessibleName() for row in view.detail.steps.rows if row.isVisible()]
    assert spoken == [
        "Asked: skipped. Ana thought of it unasked.",
        "Agreed: done, 9 Nov. Ana will introduce you to Cy.",
        "First thank-you: done, 9 Nov. In person.",
        "Introduced: done, 13 Nov. Confirmed.",
        "Followed up: done, 15 Nov. You have talked.",
        "Second thank-you: next, 2 days late. Tell Ana how it went.",
        "Outcome: to come. Waiting.",
        "Third thank-you: to come. Once you know. By hand if Cy becomes a client.",
    ]
    assert not mark(view, "asked").isEnabled()


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return])
def test_steps_are_ticked_in_any_order_and_taken_back_by_keys(view: ReferralsView, key: Qt.Key) -> None:
    at(view, "made")
    mark(view, "thanks_3").setFocus()
    press(key)
    assert written(view, "made").thanks == (*FIRST, Thanks(step=3, done_on=TODAY, by="letter"))
    mark(view, "thanks_1").setFocus()
    press(key)
    assert [thanks.step for thanks in written(view, "made").thanks] == [3]
    mark(view, "followed_up").setFocus()
    press(key)
    assert written(view, "made").state == "followed_up"
    mark(view, "followed_up").setFocus()
    press(key)
    assert written(view, "made").state == "made"


def test_what_later_steps_rest_on_is_not_taken_back(view: ReferralsView, seen: Seen) -> None:
    at(view, "followed")
    mark(view, "made").click()
    assert seen.refused == ["Take back what came after it first."]
    assert written(view, "followed") == FOLLOWED


def test_following_up_before_it_is_confirmed_is_warned_of(view: ReferralsView) -> None:
    at(view, "agreed")
    mark(view, "followed_up").click()
    assert view.detail.band.accessibleName() == (
        "Not confirmed yet. Ringing now could surprise Bo. Check with Ana first."
    )
    assert written(view, "agreed") == AGREED
    check, introduced = view.detail.band.buttons()
    assert QApplication.focusWidget() is check
    press(Key.Key_Space)
    assert QGuiApplication.clipboard().text().startswith("Ana, just a thank-you again for offering to speak to Bo.")
    mark(view, "followed_up").click()
    button(view.detail.band, INTRODUCED).click()
    assert (introduced.isVisible(), written(view, "agreed").state) == (False, "made")


def test_not_yet_asks_again_in_some_days(view: ReferralsView) -> None:
    at(view, "agreed")
    button(view.detail, "Not yet").click()
    assert written(view, "agreed").confirm_by == ago(-7)


def test_an_outcome_is_chosen_and_taken_back(view: ReferralsView) -> None:
    at(view, "followed")
    mark(view, "outcome").click()
    menu = menu_of(OutcomeMenu)
    assert [action.text() for action in menu.actions()] == ["Became a client", "Not this time", "Not a fit"]
    choose(menu, "Not a fit")
    assert written(view, "followed").state == "not_a_fit"
    mark(view, "outcome").click()
    assert written(view, "followed").state == "followed_up"


def test_a_closing_word_for_no_fit_says_who_is_helped_most(view: ReferralsView) -> None:
    fill(
        view.tools,
        Profile(id="p", name="Owners", role="owners", industry="food"),
        replace(FOLLOWED, state="not_a_fit", outcome_on=ago(2), thanks=(*FIRST, Thanks(step=2, done_on=ago(1)))),
    )
    at(view, "followed")
    view.detail.card.copy.click()
    assert QGuiApplication.clipboard().text() == (
        "Ana, thank you for putting Cy and me together. It wasn’t the right fit this time, and I’m glad we met. "
        "The people I help most are owners in food."
    )


def test_only_what_was_agreed_can_never_have_happened(view: ReferralsView) -> None:
    at(view, "agreed")
    mark(view, "outcome").click()
    choose(menu_of(OutcomeMenu), "It never happened")
    assert written(view, "agreed").state == "lapsed"


def test_the_day_of_a_step_is_corrected(view: ReferralsView, qtbot: QtBot) -> None:
    at(view, "followed")
    button(view.detail, "Introduced on 13 Nov. Change the day").click()
    question = next(one for one in QApplication.topLevelWidgets() if isinstance(one, AskDayOf) and one.isVisible())
    assert question._day.maximumDate() == QDate(TODAY.year, TODAY.month, TODAY.day)
    question._day.set_day(ago(4))
    question.verb.click()
    assert written(view, "followed").made_on == ago(4)


def test_consents_come_before_the_introduction(view: ReferralsView) -> None:
    at(view, "given")
    view.list.setFocus()
    press(Key.Key_Space)
    assert written(view, "given").consents == Consents(to=TODAY)
    press(Key.Key_Space)
    assert written(view, "given").consents == Consents(to=TODAY, prospect=TODAY)
    view.detail.card.copy.click()
    assert QGuiApplication.clipboard().text().startswith("Ana, meet Cy.")
    mark(view, "consent_to").click()
    assert written(view, "given").consents == Consents(prospect=TODAY)
    mark(view, "consent_to").click()
    view.act_primary()
    assert written(view, "given") == replace(
        GIVEN, consents=Consents(to=TODAY, prospect=TODAY), state="made", made_on=TODAY
    )


def test_more_changes_how_it_was_made_and_what_it_came_to(view: ReferralsView, seen: Seen) -> None:
    at(view, "won")
    button(view.detail, "More for Cy <b>Young</b>").click()
    menu = menu_of(MoreMenu)
    how = next(action.menu() for action in menu.actions() if action.text() == "How?")
    assert isinstance(how, QMenu)
    choose(how, "Recommended me")
    choose(menu, "What it came to…")
    question = next(one for one in QApplication.topLevelWidgets() if isinstance(one, AskValue) and one.isVisible())
    question._line.setText("a lot")
    question.verb.click()
    assert question.error.text() == UNREAD
    question._line.setText("1,200 eur")
    question.verb.click()
    found = written(view, "won")
    assert (found.level, found.value, found.currency) == ("recommendation", 1200, "EUR")


def test_the_chain_reads_as_a_sentence(view: ReferralsView) -> None:
    fill(view.tools, replace(FOLLOWED, id="on", champion="cy", prospect="bo"))
    at(view, "on")
    found = view._doing.found
    assert found is not None
    assert chain_words(found) == "Came by Cy <b>Young</b>, who came by Ana Ruiz."
    at(view, "followed")
    found = view._doing.found
    assert found is not None
    assert chain_words(found) == "Led to Bo Li."
