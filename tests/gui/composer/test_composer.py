"""Preparing an ask by the keyboard: what is typed is kept, what is missing is said, and a plan ends it."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from refdesk.domain.person import Person
from refdesk.domain.records import Ask
from refdesk.gui.composer.dialog import LEAST, SAVE_AFTER_MS, Composer
from refdesk.gui.composer.pocket import PocketCard
from refdesk.gui.view import Tools
from refdesk.gui.widgets.label import Label
from refdesk.services.facts import never_ask
from refdesk.services.history import undo
from refdesk.storage.records import each
from tests.gui.composer.conftest import Opens
from tests.gui.views import Seen
from tests.storage.desks import titles

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier
TODAY = date(2026, 11, 18)


def asks(tools: Tools) -> list[Ask]:
    return list(each(tools.session.book, Ask))


def typed(field: QWidget, words: str) -> None:
    """Type into whatever has the focus, which is this field."""
    field.setFocus()
    QTest.keyClicks(field, words)


def said(composer: Composer) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in composer.findChildren(Label) if label.isVisible()]


def test_who_is_ready_begins_with_the_best_fit_and_the_advised_level(opens: Opens) -> None:
    composer = opens("tomasz")
    words = said(composer)
    assert {"Ask Tomasz Wieczorek", "Ready: all five gates met", "Piotr Zielinski"} <= set(words)
    assert "Why would Piotr be glad of it?" in words
    assert composer.form.levels.level() == "recommendation"
    assert QApplication.focusWidget() is composer.form.why
    assert not composer.form.reason.isVisible()


def test_ctrl_enter_plans_what_was_typed(opens: Opens, tools: Tools, seen: Seen) -> None:
    composer = opens("tomasz")
    typed(composer.form.why, "turns sixty, and has no plan.")
    typed(composer.form.place, "Harbour House")
    QTest.keyClick(composer.form.place, Key.Key_Return, Ctrl)
    (ask,) = asks(tools)
    assert (ask.state, ask.target_person, ask.level) == ("planned", "piotr", "recommendation")
    assert (ask.why_glad, ask.action) == ("turns sixty, and has no plan.", "Mention me to Piotr.")
    assert (ask.occasion, ask.occasion_on) == ("Coffee at Harbour House", TODAY + timedelta(days=7))
    assert ask.confirm_how == "Tomasz copies me on the email"
    assert ask.words
    assert seen.said == ["Ask of Tomasz Wieczorek planned."]
    assert not composer.isVisible()


def test_what_is_typed_is_kept_after_a_while_as_one_act(opens: Opens, tools: Tools, seen: Seen, qtbot: QtBot) -> None:
    before = titles(tools.session.book)
    composer = opens("tomasz")
    for words in ("turns", " sixty"):
        typed(composer.form.why, words)
        qtbot.wait(SAVE_AFTER_MS + 200)
    assert [ask.why_glad for ask in asks(tools)] == ["turns sixty"]
    assert titles(tools.session.book) == [*before, "Ask of Tomasz Wieczorek drafted."]
    assert "Draft saved" in said(composer)
    assert seen.said == []


def test_escape_keeps_the_draft_which_comes_back(opens: Opens, tools: Tools) -> None:
    composer = opens("tomasz")
    typed(composer.form.why, "turns sixty")
    QTest.keyClick(composer.form.why, Key.Key_Escape)
    assert not composer.isVisible()
    assert [ask.state for ask in asks(tools)] == ["draft"]
    assert opens("tomasz").form.why.text() == "turns sixty"
    undo(tools.session.desk())
    assert asks(tools) == []


def test_looking_alone_keeps_nothing(opens: Opens, tools: Tools) -> None:
    composer = opens("tomasz")
    QTest.keyClick(composer, Key.Key_Escape)
    assert asks(tools) == []


def test_ask_later_keeps_it_and_says_so(opens: Opens, tools: Tools, seen: Seen) -> None:
    composer = opens("tomasz")
    composer.later.setFocus()
    QTest.keyClick(composer.later, Key.Key_Space)
    assert [ask.state for ask in asks(tools)] == ["draft"]
    assert seen.said == ["Ask of Tomasz Wieczorek kept for later."]


def test_a_target_is_found_by_name_and_a_new_one_added(opens: Opens, tools: Tools) -> None:
    composer = opens("tomasz")
    composer.form.target.chosen.clear.click()
    assert QApplication.focusWidget() is composer.form.target.line
    typed(composer.form.target.line, "Dana Cole")
    QTest.keyClick(composer.form.target.line, Key.Key_Return)
    target = composer.form.target.person()
    assert target is not None
    assert (target.name, target.roles) == ("Dana Cole", ("prospect",))
    assert "Why would Dana be glad of it?" in said(composer)
    assert composer.isVisible()


def test_who_is_asked_is_not_whom_to_meet(opens: Opens) -> None:
    composer = opens("tomasz")
    composer.form.target.chosen.clear.click()
    typed(composer.form.target.line, "Tomasz Wieczorek")
    QTest.keyClick(composer.form.target.line, Key.Key_Return)
    assert composer.form.target.person() is None
    assert "That is whom you ask. Who would you like to meet?" in said(composer)


def test_without_a_target_the_plan_says_so_under_the_field(opens: Opens, tools: Tools) -> None:
    composer = opens("tomasz")
    composer.form.target.chosen.clear.click()
    QTest.keyClick(composer.form.target.line, Key.Key_Return, Ctrl)
    assert "Who would you like to meet? A name or a profile is enough." in said(composer)
    assert composer.isVisible()
    assert all(ask.state == "draft" for ask in asks(tools))


def test_a_profile_takes_the_place_of_a_name(opens: Opens) -> None:
    composer = opens("tomasz")
    segment = composer.form.target.way
    segment.choose("profile")
    segment.chosen.emit("profile")
    assert composer.ask().target_profile
    assert composer.ask().target_person == ""
    assert "if you ever meet an owner in joinery, who is sixty" in composer.side.said()


def test_two_rungs_up_warns_and_changes_the_words(opens: Opens) -> None:
    composer = opens("yusuf")
    assert composer.form.big_step.isHidden()
    composer.form.levels.cards["recommendation"].setFocus()
    QTest.keyClick(composer.form.levels.cards["recommendation"], Key.Key_Right)
    assert composer.form.levels.level() == "introduction"
    assert composer.form.big_step.isVisible()
    assert "introducing us" in composer.side.said()


def test_who_is_not_ready_needs_a_typed_reason(opens: Opens, tools: Tools) -> None:
    composer = opens("leilani")
    composer.form.target.way.choose("profile")
    composer.form.target.way.chosen.emit("profile")
    QTest.keyClick(composer.form.why, Key.Key_Return, Ctrl)
    assert QApplication.focusWidget() is composer.form.reason
    assert any(words.startswith("Leilani isn’t ready to be asked yet.") for words in said(composer))
    typed(composer.form.reason, "She offered.")
    QTest.keyClick(composer.form.reason, Key.Key_Return, Ctrl)
    assert [(ask.state, ask.override_why) for ask in asks(tools)] == [("planned", "She offered.")]


def test_who_became_never_to_be_asked_meanwhile_cannot_be_planned(opens: Opens, tools: Tools) -> None:
    composer = opens("tomasz")
    never_ask(tools.session.desk(), "tomasz")
    QTest.keyClick(composer.form.why, Key.Key_Return, Ctrl)
    assert "Tomasz is not to be asked." in said(composer)
    assert asks(tools) == []


def test_words_of_ones_own_stay_and_others_follow_the_fields(opens: Opens) -> None:
    composer = opens("tomasz")
    offered, says = composer.side.written(), composer.side.said()
    composer.side.another.click()
    assert composer.side.said() != says
    assert composer.side.written() != offered
    typed(composer.side.writes, "Mine. ")
    own = composer.side.written()
    composer.side.another.click()
    typed(composer.form.why, "turns sixty")
    assert composer.side.written() == own
    assert "Turns sixty." in composer.side.said()
    composer.side.copy_button.click()
    assert QGuiApplication.clipboard().text() == own


def test_the_checks_follow_what_is_typed_and_block_nothing(opens: Opens, tools: Tools) -> None:
    composer = opens("tomasz")
    typed(composer.form.why, "Anyone who needs my services")
    assert any(words.startswith("“Anyone”: A request about everybody") for words in said(composer))
    QTest.keyClick(composer.form.why, Key.Key_Return, Ctrl)
    assert [ask.state for ask in asks(tools)] == ["planned"]


def test_large_type_shows_the_words_and_escape_comes_back(opens: Opens) -> None:
    composer = opens("tomasz")
    composer.side.large.click()
    (card,) = composer.findChildren(PocketCard)
    assert card.words.text() == composer.side.said()
    QTest.keyClick(card, Key.Key_Escape)
    assert not card.isVisible()
    assert composer.isVisible()


def test_nothing_is_cut_at_the_least_size(opens: Opens) -> None:
    composer = opens("leilani")
    composer.resize(LEAST)
    QApplication.processEvents()
    for pane in (composer.form, composer.side):
        assert pane.width() <= pane.parentWidget().width()


@pytest.mark.parametrize("occasion", ["Lunch at Harbour House", "after the concert", "Call"])
def test_an_occasion_of_any_words_stays_as_it_is(opens: Opens, tools: Tools, occasion: str) -> None:
    with tools.session.desk().act("Put.") as act:
        act.put(Ask(id="a", person="tomasz", occasion=occasion, confirm_how="She waves", action="Wave to Piotr."))
    ask = opens("tomasz").ask()
    assert (ask.occasion, ask.confirm_how, ask.action) == (occasion, "She waves", "Wave to Piotr.")


def test_markup_in_a_name_stays_words(opens: Opens, tools: Tools) -> None:
    with tools.session.desk().act("Put.") as act:
        act.put(Person(id="odd", name="<b>Odd</b> & Co"))
        act.put(Ask(id="a", person="tomasz", target_person="odd"))
    composer = opens("tomasz")
    assert "<b>Odd</b> & Co" in said(composer)
    assert "<b>Odd</b> & Co" in composer.side.said()


def test_tab_goes_through_the_fields_from_the_top_and_on_to_the_words_and_the_foot(opens: Opens) -> None:
    composer = opens("leilani")
    form, side = composer.form, composer.side
    form.reason.setFocus()
    walked = []
    for _ in range(32):  # within a day Tab walks from its day to its month and its year
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    wanted = [form.why, form.kind, form.on, form.place, form.how, form.by, side.another, side.says, side.copy_button]
    wanted += [side.writes, composer.cancel, composer.later, composer.plan]
    assert list(dict.fromkeys(each for each in walked if each in wanted)) == wanted


def test_every_field_and_button_has_a_name(opens: Opens) -> None:
    composer = opens("leilani")
    worked = [*composer.findChildren(QLineEdit), *composer.findChildren(QTextEdit), *composer.findChildren(QComboBox)]
    worked += composer.findChildren(QAbstractButton)
    assert [each for each in worked if each.isVisible() and not each.accessibleName()] == []
