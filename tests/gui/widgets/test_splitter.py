"""The splitter: its panes grow with the text."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from refdesk.gui.theme.theme import Appearance, Scheme, TextSize, Theme
from refdesk.gui.widgets.splitter import Splitter


def test_the_pane_that_keeps_its_width_grows_with_the_text(theme: Theme, qtbot: QtBot) -> None:
    split = Splitter(theme, (300, 500))
    qtbot.addWidget(split)
    split.add_pane(QWidget(), 100)
    split.add_pane(QWidget(), 100)
    split.resize(1001, 400)
    split.show()
    assert split.sizes() == [300, 700]
    theme.set_appearance(Appearance(Scheme.LIGHT, text_size=TextSize.LARGEST))
    assert split.sizes() == [390, 610]
    split.moveSplitter(260, 1)
    theme.set_appearance(Appearance(Scheme.LIGHT))
    assert split.sizes() == [200, 800]
    split.resize(201, 400)  # no room for what is wanted
    theme.set_appearance(Appearance(Scheme.LIGHT, text_size=TextSize.LARGEST))
    split.resize(1001, 400)
    theme.set_appearance(Appearance(Scheme.LIGHT))
    assert split.sizes() == [200, 800]
    split.reset()
    assert split.sizes() == [300, 700]
