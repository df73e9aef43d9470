"""The inspector of Today: who a line is about, why now, words to start from, what happened lately, and its verbs."""

from datetime import date
from typing import cast

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from refdesk.domain.words import ThankBy
from refdesk.gui.theme.fonts import BODY, LEAD, MEDIUM, SEMIBOLD, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.today.footer import Footer
from refdesk.gui.today.hearts import HeartStrip
from refdesk.gui.today.lately import LatelyList
from refdesk.gui.today.words import Words
from refdesk.gui.widgets import marks, painting
from refdesk.gui.widgets.buttons import Button, IconButton, Kind
from refdesk.gui.widgets.focus import lead_focus
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.scrolling import scrolling
from refdesk.gui.widgets.segment import Choice, Segment
from refdesk.services.daily import Line
from refdesk.services.row_detail import Detail

AVATAR = 40
QUESTION = "How will you say it?"
WAYS = (
    Choice("call", "Call", "phone"),
    Choice("message", "Email", "mail"),
    Choice("meeting", "In person", "coffee"),
    Choice("letter", "Note", "pen-line"),
)


class Portrait(QWidget):
    """The avatar of whom the line is about; it has no name of its own."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_name(self, name: str) -> None:
        """Show this person's."""
        self._name = name
        self.setVisible(bool(name))
        self.update()

    def sizeHint(self) -> QSize:
        """40 pixels square."""
        return painting.square(self._theme.px(AVATAR))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the disc."""
        painter = QPainter(self)
        marks.avatar(painter, self._theme, QRect(0, 0, self.width(), self.height()), self._name)
        painter.end()


class ReferralLink(Button):
    """The way to all steps of the referral that a line is about; Enter takes it too."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "All steps of this referral", Kind.LINK, icon="route", small=True, parent=parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it by Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)


class Inspector(QFrame):
    """One line of the day at a time; its signals tell which button was pressed."""

    contact_requested = Signal()
    referral_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", "panel")
        self.setAccessibleName("Details")
        self._ways: dict[str, ThankBy] = {}
        self._line = ""
        self._detail: Detail | None = None
        self._portrait = Portrait(theme, self)
        self._name = Label(theme, "", LEAD, wrap=True)
        self._role = Label(theme, "", SMALL, "text2", wrap=True)
        self.open_contact = IconButton(theme, "external-link", "Open contact", self)
        self._hearts = HeartStrip(theme, self)
        self.open_referral = ReferralLink(theme, self)
        self._why = Label(theme, "", BODY, "text2", wrap=True)
        self.words = Words(theme, self)
        self.way = Segment(theme, QUESTION, WAYS, self)
        self._lately_title = Label(theme, "", BODY, weight=SEMIBOLD)
        self._lately = LatelyList(theme, self)
        self.footer = Footer(theme, self)
        self._way_block = _block(Label(theme, QUESTION, SMALL, "text2", MEDIUM), self.way, spacing=4)
        self._lately_block = _block(self._lately_title, self._lately, spacing=4)
        self._lay_out(theme)
        self.open_contact.clicked.connect(self.contact_requested)
        self.open_referral.clicked.connect(self.referral_requested)
        self.way.chosen.connect(self._way_chosen)

    def _lay_out(self, theme: Theme) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._role)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._portrait)
        head.addLayout(names, 1)
        head.addWidget(self.open_contact)
        body = QFrame()
        body.setProperty("pane", "panel")
        column = QVBoxLayout(body)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self._hearts)
        column.addWidget(self.open_referral, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(_block(Label(theme, "Why now", BODY, weight=SEMIBOLD), self._why, spacing=3))
        column.addWidget(self.words)
        column.addWidget(self._way_block)
        column.addWidget(self._lately_block)
        column.addStretch(1)
        self._scroll = scroll = scrolling(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addWidget(self.footer)

    def show_line(self, line: Line, found: Detail, today: date) -> None:
        """Show a line and what is known for it, with the words and the way that were chosen for it before."""
        self._line = line.id
        self._detail = found
        self._scroll.show()
        self.footer.show()
        self._portrait.show_name(line.name)
        self._name.setText(line.name or line.title)
        self._role.setText(found.role)
        self._role.setVisible(bool(found.role))
        self.open_contact.setVisible(found.person is not None)
        self.open_contact.set_name(f"Open contact: {line.name}")
        self.open_referral.setVisible(line.due is not None and bool(line.due.referral))
        self._hearts.show_thanks(found.thanked, found.new_first)
        self._why.setText(found.why)
        self.words.show_wordings(line.id, found.words)
        self._way_block.setVisible(is_thank_you(line))
        self.way.choose(self.way_of(line))
        self._lately_title.setText(f"Lately with {found.first}")
        self._lately.show_entries(found.lately, today)
        self._lately.setAccessibleName(f"Lately with {found.first}")
        self._lately_block.setVisible(bool(found.lately))
        self.footer.show_line(line, found, self.way.key() if is_thank_you(line) else "")
        lead_focus(self, self.words.field if found.words else self.footer.primary)

    def show_nothing(self) -> None:
        """Show that no line is looked at."""
        self._line = ""
        self._detail = None
        self._scroll.hide()
        self.footer.hide()
        lead_focus(self, self.footer.primary)

    def detail(self) -> Detail | None:
        """What is known for the line that is shown; None where none is."""
        return self._detail

    def way_of(self, line: Line) -> ThankBy:
        """The way in which a thank-you will be said: the chosen one, or the usual."""
        return self._ways.get(line.id) or line.way or "call"

    def _way_chosen(self, way: str) -> None:
        self._ways[self._line] = cast(ThankBy, way)
        self.footer.set_way(way)


def is_thank_you(line: Line) -> bool:
    """Whether it is a thank-you to be said some way; one that has a note on the desk is said by that."""
    return line.due is not None and line.due.step is not None and line.due.note is None


def _block(*widgets: QWidget, spacing: int) -> QWidget:
    """A heading and what stands under it, shown and hidden together."""
    block = QWidget()
    column = QVBoxLayout(block)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    for widget in widgets:
        column.addWidget(widget)
    return block
