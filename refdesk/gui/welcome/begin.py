"""The first page: what RefDesk is for, what the user is called, and three ways to begin."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from refdesk.gui.theme.fonts import BODY, DISPLAY, MEDIUM, SEMIBOLD, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting
from refdesk.gui.widgets.band import IconMark
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.pressable import Pressable
from refdesk.gui.window.sidebar import Mark

MARK, MARK_ICON, NAME_WIDTH, NAME_HEIGHT = 44, 26, 320, 36
PROMISE = (
    "Good work gets talked about when it’s easy to talk about. "
    "RefDesk helps you look after people, ask well, and say thank you."
)
PRIVATE = "Everything stays on this computer. No account, no cloud, nothing sent anywhere."


class WelcomeMark(Mark):
    """The program's mark, twice as large."""

    def sizeHint(self) -> QSize:
        """44 pixels square."""
        return painting.square(self._theme.px(MARK))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painting.fill(painter, self.rect(), self._theme.tokens.accent, painting.CARD_RADIUS)
        painting.icon(painter, self._theme, self.rect(), "handshake", "on_accent", MARK_ICON)
        painter.end()


class Way(Pressable):
    """One way to begin: an icon, what it is called, and what comes of it."""

    def __init__(self, theme: Theme, icon: str, title: str, words: str) -> None:
        super().__init__(theme)
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        text = QVBoxLayout()
        text.setSpacing(1)
        text.addWidget(Label(theme, title, BODY, weight=SEMIBOLD))
        text.addWidget(Label(theme, words, SMALL, "text2", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(14)
        row.addWidget(IconMark(theme, icon, "accent", 20))
        row.addLayout(text, 1)
        row.addWidget(IconMark(theme, "chevron-right", "text3", 16))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a card with a line that can be seen, or with the focus ring in its place."""
        painter, tokens = QPainter(self), self._theme.tokens
        painting.fill(painter, self.rect(), tokens.hover if self.underMouse() else tokens.raised)
        if painting.has_keyboard_focus(self):
            painting.focus_ring(painter, self.rect(), tokens.focus)
        else:
            painting.outline(painter, self.rect(), tokens.border_strong)
        painter.end()


class BeginPage(QWidget):
    """The signals tell of the three ways."""

    import_wanted = Signal()
    sample_wanted = Signal()
    empty_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = QLineEdit()
        self.name.setAccessibleName("What should we call you?")
        self.name.setPlaceholderText("Your name, as you sign a note")
        self.name.setFixedWidth(theme.px(NAME_WIDTH))
        self.name.setMinimumHeight(theme.px(NAME_HEIGHT))
        self.import_ = Way(
            theme, "file-input", "Import a file", "From Google, Outlook, Apple, LinkedIn or another program."
        )
        self.sample = Way(
            theme, "sun", "Explore with sample data", "A made-up book to look around in. Yours stays empty."
        )
        self.by_hand = Way(theme, "user-plus", "Start empty", "Add people by hand: paste names, one on each line.")
        self.import_.clicked.connect(self.import_wanted)
        self.sample.clicked.connect(self.sample_wanted)
        self.by_hand.clicked.connect(self.empty_wanted)
        self.name.returnPressed.connect(self.import_.setFocus)
        label = Label(theme, "What should we call you?", SMALL, "text2", MEDIUM)
        label.setBuddy(self.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(WelcomeMark(theme))
        column.addSpacing(4)
        column.addWidget(Label(theme, "Welcome to RefDesk", DISPLAY))
        column.addWidget(Label(theme, PROMISE, BODY, "text2", wrap=True))
        column.addSpacing(8)
        column.addWidget(label)
        column.addWidget(self.name)
        column.addSpacing(8)
        column.addWidget(Label(theme, "How would you like to begin?", SMALL, "text2", MEDIUM))
        for way in (self.import_, self.sample, self.by_hand):
            column.addWidget(way)
        column.addSpacing(8)
        column.addLayout(_private(theme))
        column.addStretch(1)


def _private(theme: Theme) -> QHBoxLayout:
    """Whose all this is."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(IconMark(theme, "lock", "text3", 16))
    row.addWidget(Label(theme, PRIVATE, SMALL, "text2", wrap=True), 1)
    return row
