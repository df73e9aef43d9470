"""The palette, driven by keys: people, what can be done with them, and the window's commands."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from refdesk.gui.navigation import LogRequest, Place
from refdesk.gui.palette.palette import Palette
from refdesk.gui.theme.theme import Theme
from refdesk.gui.view import Tools
from refdesk.gui.widgets.label import Label
from refdesk.gui.window.commands import Command
from tests.gui.hands import on_screen
from tests.gui.views import Seen, tools_for
from tests.storage.desks import add, log

KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
PEOPLE = ("Aisha Rahman", "Ana Ruiz", "Bo Li", "Cy Orr", "Dan Fox", "Eve Todd")


@pytest.fixture
def told(theme: Theme, tmp_path: Path) -> Iterator[tuple[Tools, Seen]]:
    with tools_for(theme, tmp_path / "book.refdesk") as (tools, seen):
        desk = tools.session.desk()
        for days, name in enumerate(PEOPLE, 1):
            log(desk, add(desk, name, title="Accountant", do_not_ask=name == "Ana Ruiz"), days=days)
        yield tools, seen


@pytest.fixture
def tools(told: tuple[Tools, Seen]) -> Tools:
    return told[0]


@pytest.fixture
def seen(told: tuple[Tools, Seen]) -> Seen:
    return told[1]


@pytest.fixture
def done() -> list[str]:
    """The commands that were done."""
    return []


@pytest.fixture
def content(qtbot: QtBot) -> QWidget:
    content = QWidget()
    QVBoxLayout(content).addWidget(QLineEdit())
    on_screen(qtbot, content)
    content.findChildren(QLineEdit)[0].setFocus()
    return content


@pytest.fixture
def palette(tools: Tools, content: QWidget, done: list[str]) -> Palette:
    named = (("Log interaction", "Do"), ("Import", "Do"), ("Today", "Go to"), ("Timeline", "Go to"))
    commands = [
        Command(words, "plus", menu, lambda words=words: done.append(words), ("Ctrl+1",))  # type: ignore[misc]
        for words, menu in (*named, ("Settings", "Go to"))
    ]
    palette = Palette(tools, content, commands)
    palette.open()
    return palette


def rows(palette: Palette, typed: str = "") -> list[tuple[str, str]]:
    if typed:
        QTest.keyClicks(palette.line, typed)
        QApplication.processEvents()
    return [(offer.group, offer.words) for offer in palette.offers()]


def test_at_first_it_offers_who_was_spoken_with_and_what_can_be_done(palette: Palette) -> None:
    assert rows(palette) == [
        *(("People", name) for name in PEOPLE[:5]),
        ("Do", "Log interaction"),
        ("Do", "Import"),
    ]


def test_at_first_it_offers_what_can_be_done_with_the_current_one(palette: Palette) -> None:
    palette.open("bo")
    assert rows(palette)[5:] == [
        ("Do", "Log interaction with Bo"),
        ("Do", "Plan a catch-up with Bo"),
        ("Do", "Prepare an ask of Bo"),
        ("Do", "See whether Bo is ready to be asked"),
    ]


def test_the_acts_bear_the_name_of_whom_was_found(palette: Palette) -> None:
    assert rows(palette, "aisha") == [
        ("People", "Aisha Rahman"),
        ("Do", "Log interaction with Aisha"),
        ("Do", "Plan a catch-up with Aisha"),
        ("Do", "Prepare an ask of Aisha"),
        ("Do", "See whether Aisha is ready to be asked"),
    ]
    offers = palette.offers()
    assert [offer.words[start:end] for offer in offers for start, end in offer.spans] == ["Aisha"] * 5
    assert all(offer.key or offer.group == "Do" for offer in offers)


def test_whoever_is_never_to_be_asked_has_no_way_to_it(palette: Palette) -> None:
    assert [words for _, words in rows(palette, "ana ruiz")] == [
        "Ana Ruiz",
        "Log interaction with Ana",
        "Plan a catch-up with Ana",
    ]


@pytest.mark.parametrize(
    ("typed", "found"),
    [("set", ("Settings", "Settings")), ("timel", ("Go to", "Timeline")), ("impo", ("Do", "Import"))],
)
def test_commands_are_found_in_their_groups(palette: Palette, typed: str, found: tuple[str, str]) -> None:
    assert rows(palette, typed) == [found]


def test_never_more_than_nine_and_people_before_commands(palette: Palette, tools: Tools) -> None:
    desk = tools.session.desk()
    for number in range(20):
        add(desk, f"Todd{number} Ito", id=f"t{number}")
    groups = [group for group, _ in rows(palette, "to")]
    assert len(groups) == 9
    assert groups == sorted(groups, key=["People", "Do", "Go to", "Settings"].index)
    assert groups[-1] == "Go to"


def test_enter_opens_the_person(palette: Palette, seen: Seen) -> None:
    QTest.keyClicks(palette.line, "bo l")
    QTest.keyClick(palette.line, KEY.Key_Return)
    assert seen.places == [Place("contacts", "bo")]
    assert not palette.isVisible()


def test_ctrl_enter_logs_with_them(palette: Palette, seen: Seen) -> None:
    QTest.keyClicks(palette.line, "bo")
    QTest.keyClick(palette.line, KEY.Key_Return, CONTROL)
    assert seen.logs == [LogRequest(people=("bo",))]


def test_the_arrows_choose(palette: Palette, seen: Seen, done: list[str]) -> None:
    for _ in range(6):
        QTest.keyClick(palette.line, KEY.Key_Down)
    assert palette.line.hasFocus()
    QTest.keyClick(palette.line, KEY.Key_Return)
    assert done == ["Import"]
    palette.open("bo")
    for _ in range(8):
        QTest.keyClick(palette.line, KEY.Key_Down)
    QTest.keyClick(palette.line, KEY.Key_Return)
    assert seen.places == [Place("ready", "bo")]


def test_a_click_chooses(qtbot: QtBot, palette: Palette, seen: Seen) -> None:
    rect = palette.list.visualRect(palette.list.model().index(2, 0))
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert seen.places == [Place("contacts", "ana")]


def test_a_plus_logs(palette: Palette, seen: Seen) -> None:
    QTest.keyClicks(palette.line, "+")
    assert seen.logs == [LogRequest()]
    assert not palette.isVisible()
    palette.open()
    QTest.keyClicks(palette.line, "a+b")
    assert palette.line.text() == "a+b"


def test_a_long_text_that_finds_nothing_cuts_no_button(palette: Palette) -> None:
    assert rows(palette, "lorem ipsum " * 200) == []
    button = palette.add_button
    assert button.width() >= button.sizeHint().width()
    assert "Add a person 'lorem ipsum" in button.accessibleName()


@pytest.mark.parametrize("by", ["enter", "button"])
def test_nobody_found_can_be_added(qtbot: QtBot, palette: Palette, tools: Tools, seen: Seen, by: str) -> None:
    assert rows(palette, "Xyz Qux") == []
    words = [label.text() for label in palette.findChildren(Label) if label.isVisible()]
    assert "Nothing called 'Xyz Qux'." in words
    assert palette.add_button.accessibleName() == "Add a person 'Xyz Qux'"
    if by == "enter":
        QTest.keyClick(palette.line, KEY.Key_Return)
    else:
        QTest.keyClick(palette.line, KEY.Key_Tab)
        assert palette.add_button.hasFocus()
        QTest.keyClick(palette.add_button, KEY.Key_Space)
    id_ = tools.session.book.value("SELECT id FROM person WHERE name = 'Xyz Qux'")
    assert seen.places == [Place("contacts", id_)]
    assert seen.said == ["Xyz Qux added."]


def test_esc_and_a_click_outside_close_and_give_the_focus_back(
    qtbot: QtBot, palette: Palette, content: QWidget
) -> None:
    QTest.keyClick(palette.line, KEY.Key_Escape)
    assert not palette.isVisible()
    assert content.findChildren(QLineEdit)[0].hasFocus()
    palette.open()
    assert palette.line.text() == ""
    qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert not palette.isVisible()


def test_it_closes_when_the_focus_goes_elsewhere(palette: Palette, content: QWidget) -> None:
    content.findChildren(QLineEdit)[0].setFocus()
    assert not palette.isVisible()


def test_it_fits_a_small_window(palette: Palette, content: QWidget) -> None:
    content.resize(700, 400)
    palette.open()
    assert content.rect().contains(palette.panel.geometry())


def test_rows_are_spoken_whole_with_their_key(palette: Palette) -> None:
    first = palette.list.currentIndex()
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "Aisha Rahman. Accountant."
    assert first.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Enter"
