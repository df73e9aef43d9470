"""The method page: its seven steps and all keys, scrolled by the keyboard, wide and narrow."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from refdesk.gui.method.view import MethodView
from refdesk.gui.method.words import KEYS, Key
from refdesk.gui.navigation import Place
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.buttons import Button
from refdesk.gui.widgets.label import Label
from tests.gui.views import Seen, tools_for


@pytest.fixture
def page(theme: Theme, tmp_path: Path, qtbot: QtBot) -> Iterator[tuple[MethodView, Seen]]:
    """The page in the smallest window."""
    with tools_for(theme, tmp_path / "book.refdesk") as (tools, seen):
        view = MethodView(tools)
        view.resize(908, 542)
        view.show()
        view.activateWindow()
        QApplication.processEvents()
        yield view, seen
        view.close()
        view.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_it_says_the_seven_steps_and_every_key(page: tuple[MethodView, Seen]) -> None:
    said = [label.text() for label in page[0].findChildren(Label)]
    steps = ["Deserve it", "Keep it warm", "Be specific", "Ask face to face", "Agree how you’ll know"]
    steps += ["Thank three times", "Give back"]
    assert [text for text in said if text in steps] == steps
    assert all(key.does in said for group in KEYS for key in group.keys)


def test_every_key_has_a_name() -> None:
    assert all(key.shown for group in KEYS for key in group.keys)
    assert Key("1–5", "").shown == "1–5"
    assert Key("Shift+F10", "").shown == "Shift F10"


def test_the_keyboard_scrolls_it_to_the_end(page: tuple[MethodView, Seen]) -> None:
    view, _ = page
    pane = view.panes()[0]
    pane.setFocus(Qt.FocusReason.TabFocusReason)
    bar = view.page.verticalScrollBar()
    assert bar.maximum() > 0
    QTest.keyClick(pane, Qt.Key.Key_Down)
    assert bar.value() > 0
    for _ in range(20):
        QTest.keyClick(pane, Qt.Key.Key_PageDown)
    assert bar.value() == bar.maximum()


def test_it_fits_a_window_of_the_usual_size(page: tuple[MethodView, Seen], qtbot: QtBot) -> None:
    view, _ = page
    view.resize(1064, 742)
    qtbot.waitUntil(lambda: view.page.verticalScrollBar().maximum() == 0)


def test_it_leads_to_who_is_ready(page: tuple[MethodView, Seen]) -> None:
    view, seen = page
    view.findChildren(Button)[0].click()
    assert seen.places == [Place("ready")]
