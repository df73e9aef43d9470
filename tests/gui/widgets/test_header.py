"""The head of a view, and a segment none of whose choices is taken."""

from pytestqt.qtbot import QtBot

from refdesk.gui.theme.theme import Appearance, Scheme, TextSize, Theme
from refdesk.gui.widgets.buttons import Button
from refdesk.gui.widgets.header import Header
from refdesk.gui.widgets.segment import Choice, Segment


def test_a_header_is_as_high_as_designed_and_grows_with_the_text(theme: Theme, qtbot: QtBot) -> None:
    header = Header(theme, "Notes desk")
    header.add(Button(theme, "New note"))
    qtbot.addWidget(header)
    header.set_summary("A very long sentence that is never a reason to make the window wider. " * 9)
    assert header.sizeHint().height() == 64
    assert header.minimumSizeHint().width() < 400
    theme.set_appearance(Appearance(Scheme.LIGHT, TextSize.LARGEST))
    assert header.sizeHint().height() == 83


def test_a_segment_can_have_no_choice_and_then_one_again(theme: Theme, qtbot: QtBot) -> None:
    segment = Segment(theme, "Wording", (Choice("a", "A"), Choice("b", "B")))
    qtbot.addWidget(segment)
    told: list[str] = []
    segment.chosen.connect(told.append)
    segment.choose_none()
    assert (segment.key(), told) == ("", [])
    segment.choose("b")
    assert (segment.key(), told) == ("b", [])
