"""The panes of the notes desk side by side, or the facts under the paper where there is little room."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from refdesk.gui.notes.facts import FactsPane
from refdesk.gui.notes.foot import Foot
from refdesk.gui.notes.letter_pane import LetterPane
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.delegate import RowDelegate
from refdesk.gui.widgets.focus import lead_focus
from refdesk.gui.widgets.list_view import ListView
from refdesk.gui.widgets.rows import NOTE_ROW
from refdesk.gui.widgets.scrolling import scrolling
from refdesk.gui.widgets.splitter import Splitter
from refdesk.services.notes_desk import Sheet

LIST, FACTS, LEAST_LIST, LEAST_MIDDLE, LEAST_FACTS = 308, 288, 240, 340, 264
NARROW = 1048
"""Below this width of the view at 100 % (1100 of the window, with its rail) the facts fold under the paper."""


class NotesLayout(QWidget):
    """List, middle and facts; the middle shows a letter, or the form of a new note."""

    def __init__(self, theme: Theme, form: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.list = ListView(theme, "Notes", RowDelegate(theme, NOTE_ROW))
        self.letter = LetterPane(theme)
        self.facts = FactsPane(theme)
        self.foot = Foot(theme)
        self.middle = self._lay_out_middle(form)
        self.side, self._side_column = _pane("panel")
        self._side_scroll, self._side_slot = _scroll()
        self._side_column.addWidget(self._side_scroll, 1)
        self._split = Splitter(theme, (LIST, 10_000, FACTS))
        self._split.add_pane(self.list, LEAST_LIST)
        self._split.add_pane(self.middle, theme.px(LEAST_MIDDLE))
        self._split.add_pane(self.side, theme.px(LEAST_FACTS))
        self._split.setStretchFactor(2, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._split)
        self._narrow: bool | None = None
        self._fold()
        theme.changed.connect(self._fold)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the facts under the paper where there is little room."""
        self._fold()
        super().resizeEvent(event)

    def show_sheet(self, sheet: Sheet, today: date, home: str) -> None:
        """Show a note, posted in the country ``home``, in every pane."""
        self.letter.show_sheet(sheet, today)
        self.facts.show_sheet(sheet, today, home)
        self.foot.show_state(sheet.note.state)

    def show_form(self) -> None:
        """Show the form of a new note in the place of the letter."""
        self._pages.setCurrentIndex(1)
        self.side.setEnabled(False)
        self.foot.setEnabled(False)

    def close_form(self) -> None:
        """Show the letter again."""
        self._pages.setCurrentIndex(0)
        self.side.setEnabled(True)
        self.foot.setEnabled(True)

    def has_form(self) -> bool:
        """Whether the form is shown."""
        return self._pages.currentIndex() == 1

    def _fold(self) -> None:
        narrow = self.width() < self._theme.px(NARROW)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        (self._letter_column if narrow else self._side_slot).addWidget(self.facts)
        (self._middle_column if narrow else self._side_column).addWidget(self.foot)
        self.side.setVisible(not narrow)

    def _lay_out_middle(self, form: QWidget) -> QFrame:
        pane, self._middle_column = _pane("window")
        scroll, self._letter_column = _scroll()
        self._letter_column.addWidget(self.letter)
        self._pages = QStackedWidget()
        self._pages.addWidget(scroll)
        self._pages.addWidget(_centred(form))
        self._middle_column.addWidget(self._pages, 1)
        lead_focus(pane, self.letter)
        return pane


def _pane(kind: str) -> tuple[QFrame, QVBoxLayout]:
    pane = QFrame()
    pane.setProperty("pane", kind)
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return pane, column


def _scroll() -> tuple[QScrollArea, QVBoxLayout]:
    """A scroll area without a ground of its own, and the column of what it scrolls."""
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.setAlignment(Qt.AlignmentFlag.AlignTop)
    area = scrolling(content)
    area.viewport().setAutoFillBackground(False)
    content.setAutoFillBackground(False)
    return area, column


def _centred(form: QWidget) -> QScrollArea:
    """The form in the middle of a page that scrolls where it is low."""
    area, column = _scroll()
    column.setContentsMargins(24, 24, 24, 24)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(form, 8)
    row.addStretch(1)
    column.addLayout(row)
    return area
