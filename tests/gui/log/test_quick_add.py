"""The log line of a contact: their name goes without saying, and each keeps their own draft."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from refdesk.gui.log.quick_add import QuickAdd
from refdesk.gui.view import Tools
from tests.gui.log.logged import entries
from tests.gui.views import Seen


@pytest.fixture
def quick(tools: Tools, content: QWidget) -> QuickAdd:
    quick = QuickAdd(tools)
    layout = content.layout()
    assert layout is not None
    layout.addWidget(quick)
    quick.set_person("ana")
    quick.edit.setFocus()
    return quick


def test_it_is_about_them(qtbot: QtBot, tools: Tools, seen: Seen, quick: QuickAdd) -> None:
    QTest.keyClicks(quick.edit, "Coffee yesterday: promised the pension note #follow-up 2w")
    with qtbot.waitSignal(quick.logged):
        QTest.keyClick(quick.edit, Qt.Key.Key_Return)
    (entry,) = entries(tools)
    assert (entry.people, entry.summary) == (("ana",), "promised the pension note")
    assert seen.said == ["Logged coffee with Ana Ruiz. Next: Wed 2 Dec."]
    assert quick.edit.toPlainText() == ""


def test_their_own_name_is_no_chip_but_others_are(quick: QuickAdd) -> None:
    QTest.keyClicks(quick.edit, "Coffee with Tomasz")
    quick.panel.understand()
    assert quick.panel.chips.words() == ["Coffee", "Tomasz Nowak", "Today"]


def test_words_that_name_nobody_are_text(tools: Tools, quick: QuickAdd) -> None:
    QTest.keyClicks(quick.edit, "Discussed the pension")
    QTest.keyClick(quick.edit, Qt.Key.Key_Return)
    assert (entries(tools)[0].people, entries(tools)[0].summary) == (("ana",), "Discussed the pension")


def test_an_empty_line_logs_nothing(tools: Tools, quick: QuickAdd) -> None:
    QTest.keyClick(quick.edit, Qt.Key.Key_Return)
    assert entries(tools) == []
    assert quick.panel.error.text() == "Say what happened, such as “Coffee yesterday”."


def test_each_keeps_their_own_draft(quick: QuickAdd) -> None:
    QTest.keyClicks(quick.edit, "Coffee")
    quick.set_person("bo")
    assert quick.edit.toPlainText() == ""
    quick.set_person("ana")
    assert quick.edit.toPlainText() == "Coffee"


def test_the_toggles_come_with_the_focus_or_with_text(content: QWidget, quick: QuickAdd) -> None:
    other = QLineEdit()
    layout = content.layout()
    assert layout is not None
    layout.addWidget(other)
    other.show()
    assert quick.panel.toggles.isVisible()
    other.setFocus()
    assert not quick.panel.toggles.isVisible()
    quick.edit.setPlainText("Coffee")
    assert quick.panel.toggles.isVisible()
