"""The log line over the window: opened from anywhere, filled in with whom the view shows."""

from dataclasses import replace

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from refdesk.gui.log.line_edit import LineEdit
from refdesk.gui.log.panel import LinePanel
from refdesk.gui.navigation import LogRequest
from refdesk.gui.theme.fonts import MICRO
from refdesk.gui.theme.theme import Theme
from refdesk.gui.view import Tools
from refdesk.gui.widgets import painting
from refdesk.gui.widgets.band import IconMark
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.overlay import Overlay
from refdesk.services.log_preview import Draft

PLACEHOLDER = "Coffee with Ana Ruiz yesterday: promised intro to CFO #follow-up 2w"


class Head(QWidget):
    """The line at the top of a floating panel, with a rule under it."""

    def __init__(self, theme: Theme, icon: str, edit: QWidget, hint: str = "") -> None:
        super().__init__()
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(12)
        row.addWidget(IconMark(theme, icon, "text3", 18, self), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(edit, 1)
        row.addWidget(Label(theme, hint, MICRO, "text3", parent=self), 0, Qt.AlignmentFlag.AlignTop)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rule."""
        painter = QPainter(self)
        painting.hairline(painter, QRect(0, self.height() - 1, self.width(), 1), self._theme.tokens.border)
        painter.end()


class LogOverlay(Overlay):
    """What is typed is kept when it is closed, and comes back when the line is opened for the same people."""

    def __init__(self, tools: Tools, content: QWidget) -> None:
        """`content` is the window's, under the overlay."""
        super().__init__(tools.theme, content, "Log interaction")
        self._drafts: dict[tuple[str, ...], Draft] = {}
        self._asked: tuple[str, ...] = ()
        self.edit = LineEdit(tools.theme, large=True)
        self.edit.setPlaceholderText(PLACEHOLDER)
        head = Head(tools.theme, "plus", self.edit, "Enter")
        self.line = LinePanel(tools, self.edit, head, people_leave=True)
        self.line.below.setContentsMargins(16, 12, 16, 14)
        self.column.addWidget(self.line)
        self.line.logged.connect(self._logged)

    def open(self, request: LogRequest) -> None:
        """Come up with the people, the text and the toggles asked for; the rest as it was left."""
        if self.isVisible():
            self._keep()
        self._asked = request.people
        draft = self._drafts.pop(request.people, Draft(text="", people=request.people))
        draft = replace(draft, gives_way=request.gives_way)
        self.line.set_draft(replace(draft, text=request.text) if request.text else draft)
        self.line.switch_on(request.marks)
        self.show_over(self.edit)

    def close_overlay(self) -> None:
        """Go away, keeping what was typed."""
        if self.isVisible():
            self._keep()
        super().close_overlay()

    def _keep(self) -> None:
        draft = self.line.draft()
        if draft.text.strip():
            self._drafts[self._asked] = draft

    def _logged(self) -> None:
        self.line.set_draft(Draft(text=""))
        self.close_overlay()
