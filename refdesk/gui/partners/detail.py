"""The right of Partners: one partnership, its balance, its months, and the agenda of the next swap."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from refdesk.gui.partners.agenda import AgendaList
from refdesk.gui.partners.chart import Legend, MonthChart
from refdesk.gui.partners.words import agenda_title, balance_message, next_words, since_line
from refdesk.gui.ready.parts import Portrait
from refdesk.gui.theme.fonts import BODY, SEMIBOLD, SMALL, TITLE2
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.band import Band
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.flow import FlowLayout
from refdesk.gui.widgets.label import Label
from refdesk.services.partner_list import PartnerSheet

AVATAR, MARGIN, BLOCK = 48, 24, 16
NARROW = 580
"""Below this width the two buttons stand above each other, so that the name keeps its room."""


class Detail(QScrollArea):
    """Filled from a `PartnerSheet`; what is to be done is told by its buttons and signals."""

    contact_requested = Signal()
    paused = Signal()
    resumed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_paused = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName("Details")
        self.setFocusPolicy(self.focusPolicy().NoFocus)  # Tab goes to what is inside
        self._page = QFrame()
        self._page.setProperty("pane", "base")
        self._portrait = Portrait(theme, AVATAR, self._page)
        self._name = Label(theme, "", TITLE2, wrap=True)
        self._role = Label(theme, "", SMALL, "text2", wrap=True)
        self.log = Button(theme, "Log swap", icon="plus")
        self.next = Button(theme, "Choose a date", Kind.PRIMARY, icon="calendar")
        self.band = Band(theme, self._page)
        self.chart = MonthChart(theme)
        self.table = Button(theme, "As a table", Kind.LINK, small=True)
        self._agenda_title = Label(theme, "", BODY, weight=SEMIBOLD)
        self.add = Button(theme, "Add a name", Kind.LINK, small=True)
        self.agenda = AgendaList(theme)
        self._nothing = Label(theme, "", SMALL, "text2", wrap=True)
        self.contact = Button(theme, "Open contact", Kind.GHOST, icon="external-link", small=True)
        self.rest = Button(theme, "Rest the meeting", Kind.GHOST, icon="pause", small=True)
        self.change = Button(theme, "Change", Kind.GHOST, icon="pencil", small=True)
        self.end = Button(theme, "End the partnership", Kind.GHOST, icon="x", small=True)
        self._lay_out()
        self.setWidget(self._page)
        self.contact.clicked.connect(self.contact_requested)
        self.table.clicked.connect(self.toggle_table)
        self.rest.clicked.connect(self._rest)

    def show_sheet(self, sheet: PartnerSheet, today: date) -> None:
        """Show this partnership."""
        line = sheet.line
        self._is_paused = line.partner.paused
        self._portrait.show_name(line.name)
        self._name.setText(line.name)
        self._role.setText(since_line(line))
        self.next.set_words(next_words(line, today))
        self.band.show_message(balance_message(line, today))
        self.chart.show_months(sheet.months)
        self._agenda_title.setText(agenda_title(line, today))
        self.agenda.show_lines(sheet.agenda, today)
        self.agenda.setVisible(bool(sheet.agenda))
        self._nothing.setText(f"Nothing yet. Add who you could offer {line.first_name}, and whom to ask for.")
        self._nothing.setVisible(not sheet.agenda)
        self.rest.set_words("Go on meeting" if self._is_paused else "Rest the meeting")
        self.rest.set_icon("play" if self._is_paused else "pause")
        self.setAccessibleName(f"Details of {line.name}")

    def toggle_table(self) -> None:
        """Show the months as a table, or as bars again."""
        self.chart.toggle()
        self.table.set_words("As bars" if self.chart.table else "As a table")

    def scroll_to_top(self) -> None:
        """Begin with the balance, as for somebody else."""
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons side by side where there is room for them and the name."""
        narrow = self.width() < self._theme.px(NARROW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._buttons.direction() != way:
            self._buttons.setDirection(way)
        super().resizeEvent(event)

    def _rest(self) -> None:
        (self.resumed if self._is_paused else self.paused).emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._page)
        column.setContentsMargins(MARGIN, 20, MARGIN, 20)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addSpacing(BLOCK)
        column.addWidget(self.band)
        column.addSpacing(BLOCK)
        column.addLayout(self._months_head())
        column.addSpacing(8)
        column.addWidget(self.chart)
        column.addSpacing(BLOCK)
        agenda = QHBoxLayout()
        agenda.addWidget(self._agenda_title, 1)
        agenda.addWidget(self.add)
        column.addLayout(agenda)
        column.addSpacing(4)
        column.addWidget(self.agenda)
        column.addWidget(self._nothing)
        column.addSpacing(BLOCK)
        rest = QWidget(self._page)
        foot = FlowLayout(rest, 4)
        for button in (self.contact, self.rest, self.change, self.end):
            foot.addWidget(button)
        column.addWidget(rest)
        column.addStretch(1)

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addWidget(self._role)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._portrait)
        row.addLayout(words, 1)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(8)
        for button in (self.log, self.next):
            self._buttons.addWidget(button)
        row.addLayout(self._buttons)
        return row

    def _months_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Label(self._theme, "Month by month", BODY, weight=SEMIBOLD))
        row.addWidget(self.table)
        row.addStretch(1)
        row.addWidget(Legend(self._theme))
        return row
