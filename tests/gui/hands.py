"""What a user does to a widget and sees of it: keys to whatever has the focus, a button by its name, rows."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from refdesk.gui.widgets.rows import RowRole

WIDTH, HEIGHT = 1064, 742
"""The room of a view in a window of 1280 by 800."""


def on_screen(qtbot: QtBot, widget: QWidget, width: int = WIDTH, height: int = HEIGHT) -> None:
    """Show a widget as the window in use; it is closed after the test."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()


def press(*keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press keys one after the other."""
    for key in keys:
        QTest.keyClick(_focused(), key, modifier)


def type_(words: str) -> None:
    """Type words."""
    QTest.keyClicks(_focused(), words)


def button(widget: QWidget, name: str) -> QAbstractButton:
    """The visible button of this accessible name."""
    found = widget.findChildren(QAbstractButton)
    return next(one for one in found if one.accessibleName() == name and one.isVisible())


def rows_of(view: QAbstractItemView) -> list[str]:
    """What a list holds: the titles of heads, the ids of rows."""
    model = view.model()
    indexes = [model.index(place, 0) for place in range(model.rowCount())]
    heads = [index.data(RowRole.HEAD) for index in indexes]
    return [head.title if head else str(index.data(RowRole.ID)) for head, index in zip(heads, indexes, strict=True)]


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused
