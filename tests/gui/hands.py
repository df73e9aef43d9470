"""What a user's hands and eyes do to a widget: keys to whatever has the focus, and a button by its name."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

WIDTH, HEIGHT = 1064, 742
"""The room of a view in a window of 1280 by 800."""


def on_screen(qtbot: QtBot, widget: QWidget, width: int = WIDTH, height: int = HEIGHT) -> None:
    """Show a widget as the window in use; it is closed after the test."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()


def press(*keys: Qt.Key) -> None:
    """Press keys one after the other."""
    for key in keys:
        QTest.keyClick(_focused(), key)


def type_(words: str) -> None:
    """Type words."""
    QTest.keyClicks(_focused(), words)


def button(widget: QWidget, name: str) -> QAbstractButton:
    """The visible button of this accessible name."""
    found = widget.findChildren(QAbstractButton)
    return next(one for one in found if one.accessibleName() == name and one.isVisible())


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused
