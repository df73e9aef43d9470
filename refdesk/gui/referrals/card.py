"""The card of the current step: words to say, how it was said, and what can be done now."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from refdesk.domain.words import ThankBy
from refdesk.gui.referrals.verbs import Verb
from refdesk.gui.theme.fonts import BODY, MEDIUM, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.flow import FlowLayout
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.segment import Choice, Segment

QUESTION = "How did you say it?"
WAYS: tuple[tuple[ThankBy, str], ...] = (
    ("call", "Call"),
    ("message", "Email"),
    ("meeting", "In person"),
    ("letter", "Note"),
)
MOST_VERBS = 5


class StepCard(QFrame):
    """`pressed` carries the key of a verb; `copy_requested` asks for the words on the clipboard."""

    pressed = Signal(str)
    copy_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", "current")
        self._words = Label(theme, "", BODY, "text2", wrap=True)
        self._question = Label(theme, QUESTION, SMALL, "text2", MEDIUM)
        self.way = Segment(theme, QUESTION, [Choice(key, words) for key, words in WAYS])
        self.buttons = tuple(
            Button(theme, "", Kind.NORMAL if place else Kind.PRIMARY, small=True, parent=self)
            for place in range(MOST_VERBS)
        )
        self.copy = Button(theme, "Copy words", icon="copy", small=True)
        self._verbs: Sequence[Verb] = ()
        row = FlowLayout()
        for button in (*self.buttons, self.copy):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(13, 12, 13, 12)
        column.setSpacing(8)
        column.addWidget(self._words)
        column.addWidget(self._question)
        column.addWidget(self.way)
        column.addLayout(row)
        for button in self.buttons:
            button.clicked.connect(self._press)
        self.copy.clicked.connect(self.copy_requested)

    def show_step(self, words: str, verbs: Sequence[Verb], way: ThankBy | None) -> None:
        """Offer these words and verbs; ``way`` is how a thank-you is said, None where it is none."""
        self._verbs = verbs
        self._words.setText(f"“{words}”")
        self._words.setVisible(bool(words))
        self.copy.setVisible(bool(words))
        self._question.setVisible(way is not None)
        self.way.setVisible(way is not None)
        if way is not None:
            self.way.choose(way)
        for place, button in enumerate(self.buttons):
            button.setVisible(place < len(verbs))
            if place < len(verbs):
                button.set_words(verbs[place].words)
                button.set_icon(verbs[place].icon)

    def primary(self) -> Button:
        """The first button."""
        return self.buttons[0]

    def _press(self) -> None:
        pressed = self.sender()
        for button, verb in zip(self.buttons, self._verbs, strict=False):
            if button is pressed:
                self.pressed.emit(verb.key)
                return
