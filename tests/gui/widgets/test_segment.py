"""A segment none of whose choices is taken."""

from pytestqt.qtbot import QtBot

from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.segment import Choice, Segment


def test_a_segment_can_have_no_choice_and_then_one_again(theme: Theme, qtbot: QtBot) -> None:
    segment = Segment(theme, "Wording", (Choice("a", "A"), Choice("b", "B")))
    qtbot.addWidget(segment)
    told: list[str] = []
    segment.chosen.connect(told.append)
    segment.choose_none()
    assert (segment.key(), told) == ("", [])
    segment.choose("b")
    assert (segment.key(), told) == ("b", [])
