"""Numbers, times and days in a form: readable, stepped by keys, and left alone by the wheel."""

from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication
from pytestqt.qtbot import QtBot

from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.day_field import DayField
from refdesk.gui.widgets.spin import NumberBox, TimeBox


def turn_wheel(field: QAbstractSpinBox) -> None:
    middle = QPointF(field.rect().center())
    no = Qt.MouseButton.NoButton
    wheel = QWheelEvent(
        middle,
        middle,
        QPoint(),
        QPoint(0, 120),
        no,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, wheel)


@pytest.mark.parametrize("kind", ["number", "time", "day"])
def test_what_stands_in_a_field_can_be_read_and_the_wheel_leaves_it_alone(
    theme: Theme, qtbot: QtBot, kind: str
) -> None:
    field = {"number": NumberBox("N"), "time": TimeBox("T"), "day": DayField(theme, "D")}[kind]
    qtbot.addWidget(field)
    field.show()
    before = field.text()
    assert field.lineEdit().width() > field.width() / 2
    assert field.lineEdit().accessibleName() == field.accessibleName()
    turn_wheel(field)
    assert field.text() == before
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.text() != before


def test_times_and_days_are_plain_values(theme: Theme, qtbot: QtBot) -> None:
    at, day = TimeBox("T"), DayField(theme, "D")
    qtbot.addWidget(at)
    qtbot.addWidget(day)
    at.set_at(time(7, 45))
    day.set_day(date(2026, 2, 28))
    assert (at.at(), day.day()) == (time(7, 45), date(2026, 2, 28))
    assert day.text() == "Sat 28 Feb 2026"
