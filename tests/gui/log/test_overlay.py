"""The log line over the window, driven by keys alone: nothing typed is ever lost, and nothing is made unasked."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from refdesk.domain.records import Referral, Task
from refdesk.domain.words import Mark
from refdesk.gui.log.overlay import LogOverlay
from refdesk.gui.navigation import LogRequest
from refdesk.gui.view import Tools
from refdesk.services.people import delete_person
from refdesk.storage.records import each
from tests.gui.log.logged import entries
from tests.gui.views import Seen

ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def overlay(tools: Tools, content: QWidget) -> LogOverlay:
    overlay = LogOverlay(tools, content)
    overlay.open(LogRequest())
    return overlay


def typed(overlay: LogOverlay, words: str) -> LogOverlay:
    QTest.keyClicks(overlay.edit, words)
    overlay.line.understand()
    return overlay


def press(overlay: LogOverlay, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(QApplication.focusWidget() or overlay.edit, key, modifier)


def test_it_says_what_it_understood_and_logs_it(tools: Tools, seen: Seen, overlay: LogOverlay) -> None:
    typed(overlay, "Coffee with ana r yesterday: promised intro to CFO #follow-up 2w")
    assert overlay.line.chips.words() == [
        "Coffee",
        "Ana Ruiz",
        "Yesterday",
        "Promise: intro to CFO",
        "Follow up Wed 2 Dec",
    ]
    press(overlay, ENTER)
    assert seen.said == ["Logged coffee with Ana Ruiz. Next: Wed 2 Dec."]
    assert [entry.people for entry in entries(tools)] == [("ana",)]
    assert not overlay.isVisible()
    overlay.open(LogRequest())
    assert overlay.edit.toPlainText() == ""


def test_the_chips_come_while_typing(qtbot: QtBot, overlay: LogOverlay) -> None:
    QTest.keyClicks(overlay.edit, "Call with Bo")
    qtbot.waitUntil(lambda: overlay.line.chips.words() == ["Call", "Bo Li", "Today"])


def test_enter_straight_after_the_last_letter_logs_all_of_it(tools: Tools, overlay: LogOverlay) -> None:
    QTest.keyClicks(overlay.edit, "Call with Bo: done")
    press(overlay, ENTER)
    assert entries(tools)[0].summary == "done"


def test_somebody_new_is_told_and_made_by_enter(tools: Tools, overlay: LogOverlay) -> None:
    typed(overlay, "Lunch with Dora Fox")
    assert "New person: Dora Fox" in overlay.line.chips.words()
    press(overlay, ENTER)
    assert tools.session.book.value("SELECT count(*) FROM person WHERE name = 'Dora Fox'") == 1


def test_of_two_one_is_chosen_by_a_number(tools: Tools, overlay: LogOverlay) -> None:
    typed(overlay, "Lunch with Ana")
    assert "Which Ana?" in overlay.line.chips.words()
    press(overlay, ENTER)
    assert overlay.isVisible()
    assert overlay.line.error.text() == "Which Ana? Press Alt and the number of the answer."
    question = overlay.line.question.question()
    assert question is not None
    number = [key for key, _ in question.answers].index("pavlovic")
    press(overlay, Qt.Key(Qt.Key.Key_1 + number), ALT)
    assert "Ana Pavlović" in overlay.line.chips.words()
    assert overlay.line.question.question() is None
    press(overlay, ENTER)
    assert entries(tools)[0].people == ("pavlovic",)


def test_a_click_chooses_too(qtbot: QtBot, tools: Tools, overlay: LogOverlay) -> None:
    typed(overlay, "Lunch with Ana")
    qtbot.mouseClick(overlay.line.question.buttons()[0], Qt.MouseButton.LeftButton)
    assert overlay.edit.hasFocus()
    press(overlay, ENTER)
    assert len(entries(tools)) == 1


def test_whose_it_is_is_asked_and_two_entries_are_written(tools: Tools, overlay: LogOverlay) -> None:
    typed(overlay, "Lunch with Bo and Tomasz +done !delighted")
    press(overlay, ENTER)
    assert overlay.line.error.text().startswith("Whose?")
    press(overlay, Qt.Key.Key_2, ALT)
    press(overlay, ENTER)
    found = {entry.kind: entry for entry in entries(tools)}
    assert (found["meeting"].people, found["meeting"].satisfaction) == (("bo", "tomasz"), None)
    assert (found["milestone"].people, found["milestone"].satisfaction) == (("tomasz",), "delighted")
    tools.session.undo()
    assert entries(tools) == []


@pytest.mark.parametrize(("answer", "made"), [(Qt.Key.Key_1, 1), (Qt.Key.Key_2, 0), (None, 0)])
def test_an_introduction_is_made_only_by_yes(
    tools: Tools, overlay: LogOverlay, answer: Qt.Key | None, made: int
) -> None:
    typed(overlay, "Coffee with Tomasz: introduced me to Bo Li")
    question = overlay.line.question.question()
    assert question is not None
    assert question.words == "Did Tomasz introduce you to Bo Li?"
    if answer is not None:
        press(overlay, answer, ALT)
        assert overlay.line.question.question() is None
    press(overlay, ENTER)
    assert len(list(each(tools.session.book, Referral))) == made


def test_an_offer_in_return_is_no_sincere_one(tools: Tools, overlay: LogOverlay) -> None:
    typed(overlay, "Coffee with Tomasz +gave: offered to help")
    press(overlay, Qt.Key.Key_2, ALT)
    press(overlay, ENTER)
    assert entries(tools)[0].marks == ("gave", "repayment_offer")


def test_buttons_write_into_the_line_and_the_line_presses_buttons(overlay: LogOverlay) -> None:
    toggles = overlay.line.toggles
    typed(overlay, "Call with Bo +gave")
    assert toggles.chosen_marks() == ("gave",)
    press(overlay, Qt.Key.Key_T, ALT)
    press(overlay, Qt.Key.Key_G, ALT)
    assert overlay.edit.toPlainText() == "Call with Bo +gave +got !delighted"
    press(overlay, Qt.Key.Key_U, ALT)
    press(overlay, Qt.Key.Key_H, ALT)
    assert overlay.edit.toPlainText() == "Call with Bo +got !unhappy"
    assert (toggles.chosen_marks(), toggles.satisfaction()) == (("received",), "unhappy")
    press(overlay, Qt.Key.Key_U, ALT)
    assert toggles.satisfaction() is None


def test_tab_reaches_every_toggle_and_stays_inside(content: QWidget, overlay: LogOverlay) -> None:
    other = QLineEdit(content)
    other.show()
    reached = set()
    for _ in range(30):
        press(overlay, Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    assert set(overlay.line.toggles.marks.values()) <= reached
    assert overlay.edit in reached
    assert other not in reached


def test_tab_comes_to_the_question_first(overlay: LogOverlay) -> None:
    overlay.open(LogRequest(people=("bo",)))
    typed(overlay, "Lunch with Ana")
    reached = []
    for _ in range(4):
        press(overlay, Qt.Key.Key_Tab)
        widget = QApplication.focusWidget()
        assert widget is not None
        reached.append(widget.accessibleName())
    assert {name.partition("?")[0] for name in reached[:2]} == {"Which Ana"}
    assert reached[2:] == ["Leave out Bo Li", "I helped"]


def test_space_presses_a_toggle(overlay: LogOverlay) -> None:
    overlay.line.toggles.marks["story"].setFocus()
    press(overlay, Qt.Key.Key_Space)
    assert overlay.edit.toPlainText() == "+story"


def test_what_was_typed_waits_after_esc(content: QWidget, overlay: LogOverlay) -> None:
    field = QLineEdit(content)
    field.show()
    press(overlay, ESCAPE)
    field.setFocus()
    overlay.open(LogRequest())
    typed(overlay, "Coffee with")
    press(overlay, ESCAPE)
    assert not overlay.isVisible()
    assert QApplication.focusWidget() is field
    overlay.open(LogRequest(people=("bo",)))
    assert overlay.edit.toPlainText() == ""
    press(overlay, ESCAPE)
    overlay.open(LogRequest())
    assert overlay.edit.toPlainText() == "Coffee with"


def test_a_click_outside_closes(qtbot: QtBot, overlay: LogOverlay) -> None:
    qtbot.mouseClick(overlay, Qt.MouseButton.LeftButton, pos=overlay.panel.geometry().center())
    assert overlay.isVisible()
    qtbot.mouseClick(overlay, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not overlay.isVisible()


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("", "With whom? Name at least one person, such as “Coffee with Ana”."),
        ("coffee", "With whom? Name at least one person, such as “Coffee with Ana”."),
        ("Call with Bo and Nina Orr >99999w", ""),
    ],
)
def test_bad_input_is_one_sentence_and_nothing_is_lost(overlay: LogOverlay, seen: Seen, words: str, why: str) -> None:
    typed(overlay, words)
    press(overlay, ENTER)
    assert overlay.line.error.text() == why
    if why:
        assert (overlay.isVisible(), overlay.edit.toPlainText(), seen.said) == (True, words, [])
        typed(overlay, " x")
        assert overlay.line.error.text() == ""


def test_shift_enter_begins_a_line(tools: Tools, overlay: LogOverlay) -> None:
    typed(overlay, "Call with Bo")
    height = overlay.edit.height()
    press(overlay, ENTER, SHIFT)
    typed(overlay, "all well")
    assert overlay.edit.height() > height
    press(overlay, ENTER)
    assert entries(tools)[0].summary == "all well"


@pytest.mark.parametrize(("key", "due"), [(Qt.Key.Key_1, "2026-11-19"), (Qt.Key.Key_3, "2026-12-02")])
def test_ctrl_enter_asks_when_to_follow_up(tools: Tools, overlay: LogOverlay, key: Qt.Key, due: str) -> None:
    typed(overlay, "Call with Bo")
    press(overlay, ENTER, CONTROL)
    assert entries(tools) == []
    press(overlay, key, ALT)
    (task,) = each(tools.session.book, Task)
    assert task.due.isoformat() == due
    assert len(entries(tools)) == 1


def test_ctrl_enter_saves_what_says_when(tools: Tools, overlay: LogOverlay) -> None:
    typed(overlay, "Call with Bo >3d")
    press(overlay, ENTER, CONTROL)
    assert len(entries(tools)) == 1


@pytest.mark.parametrize("marks", [("delivered",), ("gave", "explained")])
def test_it_opens_filled_in(overlay: LogOverlay, marks: tuple[Mark, ...]) -> None:
    overlay.open(LogRequest(people=("ana",), text="Coffee", marks=marks))
    assert overlay.line.toggles.chosen_marks() == tuple(m for m in overlay.line.toggles.marks if m in marks)
    assert "Ana Ruiz" in overlay.line.chips.words()


def test_whom_it_opened_with_can_be_left_out(qtbot: QtBot, overlay: LogOverlay) -> None:
    overlay.open(LogRequest(people=("ana", "bo")))
    chip = next(button for button in overlay.line.chips.children() if button.property("person") == "ana")
    assert isinstance(chip, QWidget)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert overlay.line.chips.words() == ["Bo Li"]


def test_somebody_deleted_meanwhile_is_no_crash(tools: Tools, overlay: LogOverlay) -> None:
    overlay.open(LogRequest(people=("ana",), text="Coffee"))
    delete_person(tools.session.desk(), "ana")
    press(overlay, ENTER)
    assert overlay.line.error.text().startswith("With whom?")
    assert entries(tools) == []


def test_it_follows_the_window(qtbot: QtBot, content: QWidget, overlay: LogOverlay) -> None:
    content.resize(500, 400)
    assert overlay.geometry() == content.rect()
    assert content.rect().contains(overlay.panel.geometry())


def test_a_line_that_came_with_the_request_is_shown_whole(tools: Tools, content: QWidget) -> None:
    overlay = LogOverlay(tools, content)
    overlay.open(LogRequest(text="Coffee with Ana Ruiz yesterday: promised an introduction to Tomasz #follow-up 2w"))
    assert overlay.edit.document().size().height() == 2
    assert overlay.edit.height() > 2 * overlay.edit.fontMetrics().lineSpacing()
