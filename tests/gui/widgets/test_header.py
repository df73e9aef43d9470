"""The head of a view."""

from pytestqt.qtbot import QtBot

from refdesk.gui.theme.theme import Appearance, Scheme, TextSize, Theme
from refdesk.gui.widgets.buttons import Button
from refdesk.gui.widgets.header import Header


def test_a_header_is_as_high_as_designed_and_grows_with_the_text(theme: Theme, qtbot: QtBot) -> None:
    header = Header(theme, "Notes desk")
    header.add(Button(theme, "New note"))
    qtbot.addWidget(header)
    header.set_summary("A very long sentence that is never a reason to make the window wider. " * 9)
    assert header.sizeHint().height() == 64
    assert header.minimumSizeHint().width() < 400
    theme.set_appearance(Appearance(Scheme.LIGHT, TextSize.LARGEST))
    assert header.sizeHint().height() == 83
