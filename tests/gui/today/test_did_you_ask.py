"""The day after: did you ask? Each of the four answers, by the keyboard."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from refdesk.domain.records import Ask, Later, Referral
from refdesk.gui.composer.answers import NO, NOT_RAISED, UNCOMFORTABLE, UNSURE, YES, AskAnswers
from refdesk.services.desk import Desk
from refdesk.storage.records import each
from tests.gui.today.conftest import Opened, fill, put
from tests.storage.desks import TODAY, ago

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier
ROW = "ask:a:check"
PLANNED = Ask(
    id="a", person="di", target_person="dele", level="introduction", state="planned", occasion_on=ago(1),
    action="Bring Dele and me together.", confirm_how="Di tells me", confirm_by=ago(-5),
)  # fmt: skip


@pytest.fixture
def asked(empty: Callable[..., Opened]) -> Opened:
    def filled(desk: Desk) -> None:
        fill(desk)
        put(desk, PLANNED)

    return empty(filled)


def opened(today: Opened) -> AskAnswers:
    """The question, opened by Space on its row."""
    today.select(ROW)
    today.press(Key.Key_Space)
    (question,) = (each for each in today.view.window().findChildren(AskAnswers) if each.isVisible())
    today.qtbot.waitUntil(question.isActiveWindow)
    return question


def press(question: AskAnswers, answer: str) -> None:
    button = question.answers[answer]
    button.setFocus()
    QTest.keyClick(button, Key.Key_Space)
    QApplication.processEvents()


def the_ask(today: Opened) -> Ask:
    found = today.find(Ask, "a")
    assert isinstance(found, Ask)
    return found


def test_yes_agreed_asks_what_was_agreed_and_opens_the_referral(asked: Opened) -> None:
    question = opened(asked)
    assert question.windowTitle() == "Did you ask Di?"
    assert question.answers[YES].hasFocus()
    press(question, YES)
    assert question.action.hasFocus()
    assert (question.action.text(), question.how.key(), question.by.day()) == (PLANNED.action, "Di tells me", ago(-5))
    QTest.keyClick(question.action, Key.Key_A, Ctrl)
    QTest.keyClicks(question.action, "Will call Dele on Friday.")
    QTest.keyClick(question.action, Key.Key_Return, Ctrl)
    asked.wait()
    ask = the_ask(asked)
    assert (ask.state, ask.asked_on, ask.answered_on, ask.comfortable) == ("agreed", ago(1), TODAY, None)
    assert ask.action == "Will call Dele on Friday."
    assert [(one.champion, one.prospect) for one in each(asked.book, Referral) if one.ask == "a"] == [("di", "dele")]
    assert asked.seen.said == ["Di Dunn agreed."]
    asked.tools.session.undo()
    assert the_ask(asked) == PLANNED


def test_nobody_is_held_to_words_they_are_not_comfortable_with(asked: Opened) -> None:
    question = opened(asked)
    press(question, YES)
    question.comfortable.choose("no")
    QTest.keyClick(question.action, Key.Key_Return, Ctrl)
    assert question.isVisible()
    assert (question.error.isVisible(), question.error.text()) == (True, UNCOMFORTABLE)
    assert the_ask(asked).state == "planned"


@pytest.mark.parametrize(
    ("answer", "state", "said"),
    [
        (UNSURE, "asked", "Di Dunn asked."),
        (NO, "declined", "Fine. Di stays in your circle; nothing more to do."),
        (NOT_RAISED, "planned", "Put off."),
    ],
)
def test_the_other_answers_settle_the_row_at_once(asked: Opened, answer: str, state: str, said: str) -> None:
    press(opened(asked), answer)
    asked.wait()
    assert (the_ask(asked).state, asked.seen.said) == (state, [said])
    asked.qtbot.waitUntil(lambda: ROW not in asked.rows())


def test_what_did_not_come_up_is_asked_again_in_a_week(asked: Opened) -> None:
    press(opened(asked), NOT_RAISED)
    laters = [later.until for later in each(asked.book, Later) if later.key == ROW]
    assert laters == [TODAY + timedelta(days=7)]


def test_escape_answers_nothing(asked: Opened) -> None:
    question = opened(asked)
    QTest.keyClick(question, Key.Key_Escape)
    assert (the_ask(asked), asked.seen.said) == (PLANNED, [])
    assert ROW in asked.rows()


def test_an_answer_that_came_meanwhile_is_not_given_again(asked: Opened) -> None:
    question = opened(asked)
    put(Desk(asked.book, TODAY), Ask(id="a", person="di", state="declined", asked_on=ago(1), answered_on=TODAY))
    press(question, YES)
    QTest.keyClick(question.action, Key.Key_Return, Ctrl)
    assert the_ask(asked).state == "declined"
    assert [one for one in each(asked.book, Referral) if one.ask == "a"] == []


def test_the_foot_says_what_its_button_does(asked: Opened) -> None:
    asked.select(ROW)
    footer = asked.view.inspector.footer
    assert (footer.primary.accessibleName(), footer.second.accessibleName()) == ("Say how it went", "Not yet")
