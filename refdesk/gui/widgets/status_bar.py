"""The line at the foot of the window: which keys the focused pane knows, and when the last backup was."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from refdesk.gui.theme.fonts import MICRO, REGULAR, SEMIBOLD
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.marks import Tone

HEIGHT, PADDING, HINT_GAP, KEY_GAP = 26, 14, 16, 5


@dataclass(frozen=True, slots=True)
class KeyHint:
    """A key, as QKeySequence names it, and what it does."""

    key: str
    does: str

    @property
    def shown_key(self) -> str:
        """The key as the platform writes it, without plus signs."""
        return QKeySequence(self.key).toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")


class StatusBar(QWidget):
    """Hints from the left, as many as there is room for, and one message at the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hints: tuple[KeyHint, ...] = ()
        self._message = Label(theme, "", MICRO, "text3", REGULAR)
        row = QHBoxLayout(self)
        row.setContentsMargins(PADDING, 1, PADDING, 0)
        row.addStretch(1)
        row.addWidget(self._message)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Status")
        theme.changed.connect(self._restyle)

    def set_hints(self, hints: Sequence[KeyHint]) -> None:
        """Show these keys; a screen reader finds them in the description."""
        self._hints = tuple(hints)
        self.setAccessibleDescription(", ".join(f"{hint.shown_key}: {hint.does}" for hint in hints))
        self.update()

    def set_message(self, words: str, tone: Tone = Tone.NEUTRAL) -> None:
        """Say this at the right."""
        self._message.set_role("text3" if tone is Tone.NEUTRAL else tone.text_role)
        self._message.setText(words)

    def sizeHint(self) -> QSize:
        """26 pixels high."""
        return QSize(0, self._theme.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, the line above it, and the hints."""
        theme, tokens = self._theme, self._theme.tokens
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.fillRect(self.rect(), tokens.window)
        painting.hairline(painter, QRect(0, 0, self.width(), 1), tokens.border)
        left = PADDING
        room = self.width() - PADDING - (self._message.sizeHint().width() if self._message.text() else 0)
        key_font, words_font = theme.fonts.font(MICRO, SEMIBOLD), theme.fonts.font(MICRO, REGULAR)
        for hint in self._hints:
            key = QRect(left, 1, painting.text_width(hint.shown_key, key_font), self.height() - 1)
            words = QRect(key.right() + 1 + KEY_GAP, 1, painting.text_width(hint.does, words_font), self.height() - 1)
            if words.right() > room - HINT_GAP:
                break
            painting.text(painter, self._visual(key), hint.shown_key, key_font, tokens.text2)
            painting.text(painter, self._visual(words), hint.does, words_font, tokens.text3)
            left = words.right() + 1 + HINT_GAP
        painter.end()

    def _visual(self, rect: QRect) -> QRect:
        return painting.mirrored(self.layoutDirection(), self.rect(), rect)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
