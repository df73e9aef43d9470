"""The sample book in a window of the usual size: no line of the list is shortened."""

from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QStyleOptionViewItem

from refdesk.gui.theme.theme import Theme
from refdesk.gui.today.rows import row_of
from refdesk.gui.widgets.delegate import RowDelegate
from refdesk.gui.widgets.rows import TODAY_ROW
from refdesk.services.daily import SECTIONS, read_day
from refdesk.services.demo import write_demo
from tests.storage.desks import TODAY, desk_at, now

LIST_WIDTH = 638
"""What the scroll bar leaves of 648."""


def test_no_line_is_shortened(theme: Theme, tmp_path: Path) -> None:
    write_demo(tmp_path / "sample.refdesk", now, TODAY)
    with desk_at(tmp_path / "sample.refdesk") as desk:
        day = read_day(desk, 50)
    delegate, option = RowDelegate(theme, TODAY_ROW), QStyleOptionViewItem()
    option.rect = QRect(0, 0, LIST_WIDTH, delegate.row_height())
    shortened = [delegate.tool_tip(option, row_of(line, TODAY), QPoint(0, 0)) for line in day.lines]
    assert {line.section for line in day.lines} == set(SECTIONS)
    assert [words for words in shortened if words] == []
