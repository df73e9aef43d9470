"""One person's page: the head, the timeline, and beside it or behind a tab the facts."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from refdesk.domain.errors import KnownError
from refdesk.gui.contacts.facts_pane import WIDTH, FactsPane
from refdesk.gui.contacts.person_header import PersonHeader
from refdesk.gui.contacts.timeline_pane import TimelinePane
from refdesk.gui.theme.theme import Theme
from refdesk.gui.view import Tools
from refdesk.gui.widgets import painting
from refdesk.gui.widgets.focus import lead_focus
from refdesk.gui.widgets.segment import Choice, Segment
from refdesk.services import contacts

TIMELINE, ABOUT = "timeline", "about"
MARGIN = 20


class Line(QWidget):
    """A line of one pixel between two panes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painting.hairline(painter, QRect(0, 0, self.width(), self.height()), self._theme.tokens.border)
        painter.end()


class PersonPage(QFrame):
    """Where it is narrow, the timeline and the facts share one place, and two tabs choose."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._id = ""
        self._narrow = False
        self.setProperty("pane", "base")
        self.header = PersonHeader(tools.theme)
        self.timeline = TimelinePane(tools)
        self.facts = FactsPane(tools)
        lead_focus(self.facts, self.facts.ready_card)
        self.tabs = Segment(tools.theme, "Show", (Choice(TIMELINE, "Timeline"), Choice(ABOUT, "About")))
        self.tabs.chosen.connect(self._arrange)
        self._tab_bar = QWidget()
        self._below, self._beside = Line(tools.theme), Line(tools.theme)
        self._below.setFixedHeight(1)
        self._beside.setFixedWidth(1)
        self._lay_out()
        self._arrange()

    def person(self) -> str:
        """The id of who is shown; empty for nobody."""
        return self._id

    def show_person(self, id_: str) -> bool:
        """Show somebody; whether they are there."""
        if not self._read(id_):
            return False
        self.facts.show_person(id_)
        return True

    def refresh(self) -> bool:
        """Read the head and the timeline anew; whether the person is still there. The facts follow by themselves."""
        return self._read(self._id)

    def forget(self) -> None:
        """Show nobody: whoever was shown is gone."""
        self._id = ""
        self.facts.show_person("")

    def edit_field(self, part: str) -> None:
        """Let a field be edited, in the facts."""
        self._show_tab(ABOUT)
        self.facts.edit_field(part)

    def set_narrow(self, narrow: bool) -> None:
        """Whether the facts have no place beside the timeline."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    def may_leave(self) -> bool:
        """Whether nothing that is being typed would be lost."""
        return self.timeline.may_leave() and self.facts.may_leave()

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes to here."""
        return (self.header.log_button, self.timeline.quick_add, self.timeline.view, self.facts)

    def _read(self, id_: str) -> bool:
        try:
            found = contacts.contact(self._tools.session.desk(), id_)
        except KnownError:  # thrown away or erased meanwhile: the list moves on
            return False
        self.header.show_contact(found)
        if id_ == self._id:
            self.timeline.refresh_person(found.person)
        else:
            self._id = id_
            self.timeline.show_person(found.person)
        return True

    def _show_tab(self, key: str) -> None:
        if self.tabs.key() != key:
            self.tabs.choose(key)
            self._arrange()

    def _arrange(self, _: str = "") -> None:
        about = self._narrow and self.tabs.key() == ABOUT
        self._tab_bar.setVisible(self._narrow)
        self._beside.setVisible(not self._narrow)
        self.timeline.setVisible(not about)
        self.facts.setVisible(about or not self._narrow)
        self.facts.setMaximumWidth(16_777_215 if about else self._tools.theme.px(WIDTH))
        self.facts.setMinimumWidth(0 if about else self._tools.theme.px(WIDTH))

    def _lay_out(self) -> None:
        tabs = QHBoxLayout(self._tab_bar)
        tabs.setContentsMargins(MARGIN, 10, MARGIN, 0)
        tabs.addWidget(self.tabs)
        tabs.addStretch(1)
        panes = QHBoxLayout()
        panes.setContentsMargins(0, 0, 0, 0)
        panes.setSpacing(0)
        panes.addWidget(self.timeline, 1)
        panes.addWidget(self._beside)
        panes.addWidget(self.facts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._below)
        column.addWidget(self._tab_bar)
        column.addLayout(panes, 1)
