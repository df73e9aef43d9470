"""Items that break into lines, a choice by key, and the order of Tab among what was made late."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.choice import Choice
from refdesk.gui.widgets.flow import FlowLayout
from refdesk.gui.widgets.focus import holds_focus, tab_after


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    host = QWidget()
    qtbot.addWidget(host)
    return host


def boxes(host: QWidget, count: int, width: int = 50) -> list[QWidget]:
    flow = FlowLayout(host, gap=10)
    made = []
    for number in range(count):
        box = QWidget()
        box.setFixedSize(width, 20 + 10 * (number % 2))
        flow.addWidget(box)
        made.append(box)
    return made


@pytest.mark.parametrize(("width", "lines"), [(400, 1), (230, 1), (229, 2), (110, 2), (50, 4), (10, 4)])
def test_lines_break_where_there_is_no_room(host: QWidget, width: int, lines: int) -> None:
    boxes(host, 4)
    flow = host.layout()
    assert isinstance(flow, FlowLayout)
    heights = {1: 30, 2: 70, 4: 20 + 30 + 20 + 30 + 3 * 10}
    assert flow.heightForWidth(width) == heights[lines]


def test_items_of_a_line_are_centred_and_hidden_ones_take_no_room(qtbot: QtBot, host: QWidget) -> None:
    first, second, third, _ = boxes(host, 4)
    second.hide()
    host.resize(400, 60)
    with qtbot.waitExposed(host):
        host.show()
    assert (first.x(), third.x()) == (0, 60)
    second.show()
    QApplication.processEvents()
    assert (second.x(), second.y(), first.y()) == (60, 0, 5)


def test_from_right_to_left_the_first_stands_at_the_right(qtbot: QtBot, host: QWidget) -> None:
    first, second, *_ = boxes(host, 4)
    host.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    host.resize(400, 60)
    with qtbot.waitExposed(host):
        host.show()
    assert (first.x(), second.x()) == (350, 290)


def test_nothing_has_no_height(host: QWidget) -> None:
    assert FlowLayout(host).heightForWidth(100) == 0


def test_a_choice_is_by_key_and_the_wheel_leaves_it(theme: Theme, qtbot: QtBot) -> None:
    choice = Choice(theme, "Kind", [("a", "Apples"), ("b", "Bread")])
    qtbot.addWidget(choice)
    choice.show()
    assert (choice.key(), choice.accessibleName()) == ("a", "Kind")
    choice.choose("b")
    assert (choice.key(), choice.currentText()) == ("b", "Bread")
    choice.choose("none")
    assert choice.key() == "a"
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(choice, event)
    assert choice.key() == "a"


def test_tab_goes_to_what_was_made_late(qtbot: QtBot, host: QWidget) -> None:
    column = QVBoxLayout(host)
    first, last, late = QLineEdit(), QLineEdit(), QLineEdit()
    for field in (first, last, late):
        column.addWidget(field)
    tab_after(first, [late])
    with qtbot.waitExposed(host):
        host.show()
    host.activateWindow()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert late.hasFocus()
    assert holds_focus(host)
    assert not holds_focus(last)
