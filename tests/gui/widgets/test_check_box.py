"""A box to tick: by mouse anywhere on it, by key, and visible in the dark."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from refdesk.gui.theme.theme import Appearance, Scheme, Theme
from refdesk.gui.widgets.check_box import CheckBox


def test_it_is_ticked_by_a_click_on_its_words_and_by_space(theme: Theme, qtbot: QtBot) -> None:
    box = CheckBox(theme, "R&D <b>people</b>")
    qtbot.addWidget(box)
    box.show()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 6, box.height() // 2))
    assert box.isChecked()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert not box.isChecked()
    assert box.accessibleName() == "R&D <b>people</b>"


def test_its_outline_is_seen_in_the_dark(theme: Theme, qtbot: QtBot) -> None:
    theme.set_appearance(Appearance(Scheme.DARK))
    box = CheckBox(theme, "Names")
    qtbot.addWidget(box)
    box.show()
    picture = box.grab().toImage()
    line = [QColor(picture.pixel(x, box.height() // 2)).name().upper() for x in range(4)]
    assert theme.tokens.border_strong in line
