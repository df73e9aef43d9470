"""The way to ask somebody all the same who is not ready; it is absent for whoever is not to be asked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from refdesk.gui.ready.steps import Act, Do, Step
from refdesk.gui.theme.fonts import SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.label import Label
from refdesk.services.ready_card import ReadyCard

ANYWAY = Step("Prepare anyway", Act(Do.ASK))


class Anyway(QWidget):
    """A sentence, and a quiet button; ``stepped`` carries its `Step`."""

    stepped = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label(theme, "", SMALL, "text2", wrap=True)
        self.button = Button(theme, ANYWAY.words, Kind.GHOST)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 12)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self._pressed)

    def show_card(self, card: ReadyCard) -> None:
        """Offer it of this person, or not."""
        self.setVisible(card.readiness.standing.verdict.state not in ("ready", "do_not_ask"))
        self._words.setText(f"You can still prepare an ask. RefDesk will note {open_words(card)}, and why you ask now.")

    def _pressed(self) -> None:
        self.stepped.emit(ANYWAY)


def open_words(card: ReadyCard) -> str:
    """How many gates are open, within a sentence."""
    missing = len(card.gates) - card.met
    if not missing:
        return "that it was early"
    return "that one gate was open" if missing == 1 else f"that {missing} gates were open"
