"""The numbered steps at the left of a page that is worked through: done, the present one, and those to come."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from refdesk.gui.theme.fonts import BODY, SEMIBOLD, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting

STEP, DISC, GAP, SIDE, TOP = 42, 24, 12, 20, 16


class RailPane(QFrame):
    """The pane that a rail stands in, with a line that parts it from the page."""

    def __init__(self, theme: Theme, rail: "StepRail", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("pane", "panel")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, TOP, 0, 0)
        column.addWidget(rail)
        column.addStretch(1)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line at its end."""
        super().paintEvent(event)
        painter = QPainter(self)
        line = QRect(self.width() - 1, 0, 1, self.height())
        line = painting.mirrored(self.layoutDirection(), self.rect(), line)
        painting.hairline(painter, line, self._theme.tokens.border)
        painter.end()


class StepRail(QWidget):
    """Painted, and no stop of the Tab key: the steps are gone through by the buttons of the page."""

    def __init__(self, theme: Theme, steps: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps = tuple(steps)
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_current(0)
        theme.changed.connect(self._restyle)

    def current(self) -> int:
        """The present step, from 0."""
        return self._current

    def set_current(self, step: int) -> None:
        """Go to this step, from 0."""
        self._current = step
        self.setAccessibleName(f"Step {step + 1} of {len(self._steps)}: {self._steps[step]}")
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its steps."""
        widest = max(painting.text_width(step, self._theme.fonts.font(BODY, SEMIBOLD)) for step in self._steps)
        px = self._theme.px
        return QSize(2 * SIDE + px(DISC) + GAP + widest, px(STEP) * len(self._steps))

    def minimumSizeHint(self) -> QSize:
        """The same: a step is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a disc and the words for each step."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        height = self._theme.px(STEP)
        for number, words in enumerate(self._steps):
            self._paint_step(painter, QRect(0, number * height, self.width(), height), number, words)
        painter.end()

    def _paint_step(self, painter: QPainter, line: QRect, number: int, words: str) -> None:
        theme, tokens, side = self._theme, self._theme.tokens, self._theme.px(DISC)
        disc = painting.centred(line, SIDE, side, side)
        text = QRect(disc.right() + 1 + GAP, line.top(), line.width() - disc.right() - GAP, line.height())
        disc = painting.mirrored(self.layoutDirection(), line, disc)
        is_current, is_done = number == self._current, number < self._current
        if is_current:
            painting.fill(painter, disc, tokens.accent, side // 2)
        else:
            painting.outline(painter, disc, tokens.good_mark if is_done else tokens.border_strong, side // 2, 1.5)
        if is_done:
            painting.icon(painter, theme, disc, "check", "good", 14)
        else:
            colour = tokens.on_accent if is_current else tokens.text2
            font = theme.fonts.font(SMALL, SEMIBOLD)
            painting.text(painter, disc, str(number + 1), font, colour, Qt.AlignmentFlag.AlignHCenter)
        font = theme.fonts.font(BODY, SEMIBOLD if is_current else None)
        words_at = painting.mirrored(self.layoutDirection(), line, text)
        painting.text(painter, words_at, words, font, tokens.text if is_current else tokens.text2)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
