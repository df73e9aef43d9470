"""What the facts pane draws: the five gates, what was given and received, and a line between two parts."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from refdesk.domain.verdict import GateResult, Verdict
from refdesk.domain.words import Gate
from refdesk.gui.theme.fonts import SEMIBOLD, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import marks, painting
from refdesk.gui.widgets.marks import Pip

SHOWN_GATES: tuple[Gate, ...] = ("results", "relationship", "understanding", "opportunity", "giving")
"""The gates that have a pip, in the order of the design; Timing shows as a hold."""

PIP, PIP_GAP = 13, 3
BAR_TOP, BAR_HEIGHT, NUMBER_WIDTH = 4, 12, 36


def pip_of(gate: GateResult) -> Pip:
    """How far one gate is."""
    if gate.verdict == "met":
        return Pip.MET
    return Pip.BEGUN if gate.begun else Pip.OPEN


class Pips(QWidget):
    """The five gates in a row, or a hand where the person must not be asked; decoration beside the sentence."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pips: tuple[Pip, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self.update)

    def show_verdict(self, verdict: Verdict) -> None:
        """Show how the gates stand."""
        held = verdict.state == "do_not_ask"
        self._pips = () if held else tuple(pip_of(verdict.gate(gate)) for gate in SHOWN_GATES)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for five."""
        px = self._theme.px
        return QSize(len(SHOWN_GATES) * px(PIP) + (len(SHOWN_GATES) - 1) * px(PIP_GAP), px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw them, or the hand at the end."""
        painter = QPainter(self)
        side, step = self._theme.px(PIP), self._theme.px(PIP) + self._theme.px(PIP_GAP)
        if not self._pips:
            end = painting.mirrored(self.layoutDirection(), self.rect(), self.rect().adjusted(4 * step, 0, 0, 0))
            painting.icon(painter, self._theme, end, "hand", "text2", 16)
        for place, pip in enumerate(self._pips):
            spot = painting.centred(self.rect(), place * step, side, side)
            marks.pip(painter, self._theme, painting.mirrored(self.layoutDirection(), self.rect(), spot), pip)
        painter.end()


class Balance(QWidget):
    """What was given beside what was received: filled and outlined, with both numbers."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._given, self._received = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_counts(self, given: int, received: int) -> None:
        """Show these numbers."""
        self._given, self._received = given, received
        self.setAccessibleName(f"You gave {given} and received {received}.")
        self.update()

    def sizeHint(self) -> QSize:
        """A bar, and its words below it."""
        return QSize(self._theme.px(200), self._theme.px(38))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the numbers outside, the bar between them, the words below."""
        theme, px, tokens = self._theme, self._theme.px, self._theme.tokens
        painter = QPainter(self)
        bar = self.rect().adjusted(px(NUMBER_WIDTH), px(BAR_TOP), -px(NUMBER_WIDTH), 0)
        bar.setHeight(px(BAR_HEIGHT))
        given_width = round(bar.width() * self._given / (self._given + self._received or 1))
        given = QRect(bar.left(), bar.top(), given_width, bar.height())
        received = bar.adjusted(given_width, 0, 0, 0)
        numbers, end = theme.fonts.tabular(SMALL, SEMIBOLD), Qt.AlignmentFlag.AlignRight
        before = QRect(0, 0, bar.left() - px(8), px(20))
        after = QRect(bar.right() + 1 + px(8), 0, px(NUMBER_WIDTH), px(20))
        painting.text(painter, before, str(self._given), numbers, tokens.text, end)
        painting.text(painter, after, str(self._received), numbers, tokens.text)
        if given.width():
            painting.fill(painter, given, tokens.accent, 3)
        if self._received:
            painting.fill(painter, received, tokens.heat1, 3)
            painting.outline(painter, received, tokens.accent, 3)
        if given.width() and self._received:
            painting.hairline(painter, QRect(given.right() + 1, 0, 1, px(20)), tokens.border_strong)
        words = QRect(bar.left(), px(22), bar.width(), px(16))
        painting.text(painter, words, "You gave", theme.fonts.font(SMALL), tokens.text2)
        painting.text(painter, words, "You received", theme.fonts.font(SMALL), tokens.text2, end)
        painter.end()


class Rule(QWidget):
    """A line between two parts."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(1)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painting.hairline(painter, self.rect(), self._theme.tokens.border)
        painter.end()
