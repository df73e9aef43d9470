"""The foot of the inspector: the primary verb, the second one where there are two, copying, and Later."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.services.daily import Line
from refdesk.services.row_detail import Detail
from refdesk.services.row_verbs import OPEN_QUESTIONS, verbs_of

MARGIN, GAP, ROOMY = 20, 8, 400
BY_MAIL, BY_NOTE, OPEN_ASK = "Write the email", "Put on the desk", "Open the ask"
_PROPOSALS = {
    "ready": "Prepare the ask",
    "reconnect": "Spoke today",
    "keep_in_touch": "Spoke today",
    "sort": "Sort ten people",
}
_WAYS = {"message": BY_MAIL, "letter": BY_NOTE}


class Footer(QFrame):
    """Four buttons at most, which always fit: where it is narrow, copying says less."""

    primary_pressed = Signal()
    second_pressed = Signal()
    copy_pressed = Signal()
    later_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._verb = ""
        self.setProperty("pane", "panel")
        self.primary = Button(theme, "", Kind.PRIMARY, icon="check", parent=self)
        self.second = Button(theme, "", parent=self)
        self.copy = Button(theme, "Copy words", icon="copy", parent=self)
        self.later = Button(theme, "Later", Kind.GHOST, icon="clock", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 12, MARGIN, 11)
        row.setSpacing(GAP)
        row.addWidget(self.primary)
        row.addWidget(self.second)
        row.addWidget(self.copy)
        row.addStretch(1)
        row.addWidget(self.later)
        self.primary.clicked.connect(self.primary_pressed)
        self.second.clicked.connect(self.second_pressed)
        self.copy.clicked.connect(self.copy_pressed)
        self.later.clicked.connect(self.later_pressed)

    def show_line(self, line: Line, found: Detail, way: str) -> None:
        """Name the buttons for a line; ``way`` is how a thank-you will be said, empty for anything else."""
        self._verb, second = verb_words(line)
        self.second.set_words(second)
        self.second.setVisible(bool(second))
        self.copy.setVisible(bool(found.words))
        self.later.setVisible(bool(line.person) or line.due is not None)
        self.set_way(way)
        self._fit()

    def set_way(self, way: str) -> None:
        """Let the primary button say what it does this way."""
        self.primary.set_words(_WAYS.get(way, self._verb))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where there is less room."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line above."""
        super().paintEvent(event)
        painter = QPainter(self)
        painting.hairline(painter, QRect(0, 0, self.width(), 1), self._theme.tokens.border)
        painter.end()

    def _fit(self) -> None:
        tight = self.width() < self._theme.px(ROOMY)
        words = "Copy" if tight or self.second.isVisibleTo(self) else "Copy words"
        if self.copy.text() != words:
            self.copy.set_words(words)
            self.copy.setAccessibleName("Copy words")


def verb_words(line: Line) -> tuple[str, str]:
    """The words of the primary button and of the second one, empty where there is only one."""
    if line.due is None:
        return _PROPOSALS[line.about], ""
    verbs = [words for _, words in verbs_of(line.due)]
    if line.about in OPEN_QUESTIONS:
        return verbs[0], OPEN_ASK
    first = verbs[0] if line.section == "checks" or line.about == "happened" else f"Mark as {verbs[0].lower()}"
    return first, verbs[1] if len(verbs) > 1 else ""
