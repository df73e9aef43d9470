"""The head of the composer: whom the ask goes to, how ready they are, and the marks of the five gates."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from refdesk.gui.ready.parts import Portrait
from refdesk.gui.ready.words import gate_note, pip_of
from refdesk.gui.theme.fonts import LEAD, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import marks, painting
from refdesk.gui.widgets.label import Label
from refdesk.services.asking import Preparation
from refdesk.services.ready_card import GateCard

PIP, GAP, AVATAR = 13, 3, 40


class Pips(QWidget):
    """The five gates in their order; the tool tip and the name say each."""

    def __init__(self, theme: Theme, gates: tuple[GateCard, ...]) -> None:
        super().__init__()
        self._theme = theme
        self._gates = gates
        said = ". ".join(gate_note(card.gate, card.result) for card in gates)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """All of them in a row."""
        px = self._theme.px
        return QSize(len(self._gates) * (px(PIP) + px(GAP)), px(PIP))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw each by its shape."""
        px = self._theme.px
        painter = QPainter(self)
        for place, card in enumerate(self._gates):
            spot = QRect(place * (px(PIP) + px(GAP)), 0, px(PIP), px(PIP))
            visual = painting.mirrored(self.layoutDirection(), self.rect(), spot)
            marks.pip(painter, self._theme, visual, pip_of(card.result))
        painter.end()


class Head(QWidget):
    """Avatar, "Ask Tomasz Wieczorek", how they stand, and the pips."""

    def __init__(self, theme: Theme, preparing: Preparation) -> None:
        super().__init__()
        card = preparing.card
        portrait = Portrait(theme, AVATAR, self)
        portrait.show_name(card.person.name)
        role = "text2" if preparing.is_ready else "warn"
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Label(theme, f"Ask {card.person.name}", LEAD, wrap=True))
        names.addWidget(Label(theme, standing_words(preparing), SMALL, role, wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(portrait)
        row.addLayout(names, 1)
        row.addWidget(Pips(theme, card.gates))


def standing_words(preparing: Preparation) -> str:
    """How ready they are, in a sentence."""
    step = preparing.card.readiness.next_step
    if preparing.is_ready or step is None:
        return "Ready: all five gates met"
    return f"Not yet: {preparing.card.met} of 5 gates met. {step.text}"
