"""A choice of one among a few, side by side: one stop of the Tab key, the arrows choose."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QWidget

from refdesk.gui.theme.fonts import SEMIBOLD, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting

HEIGHT, PADDING, GAP, ICON = 24, 10, 6, 14


@dataclass(frozen=True, slots=True)
class Choice:
    """One segment: the key that is told when it is chosen, its words, and perhaps an icon."""

    key: str
    words: str
    icon: str = ""


class SegmentButton(QAbstractButton):
    """One segment, raised when it is the chosen one."""

    def __init__(self, theme: Theme, choice: Choice, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice = choice
        self._theme = theme
        self.setCheckable(True)
        self.setText(choice.words.replace("&", "&&"))
        self.setAccessibleName(choice.words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """Wide enough for the words in bold, so that choosing moves nothing."""
        px = self._theme.px
        words = painting.text_width(self.choice.words, self._theme.fonts.font(SMALL, SEMIBOLD))
        icon = px(ICON) + px(GAP) if self.choice.icon else 0
        return QSize(words + icon + 2 * px(PADDING), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The same: a segment is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the raised box of the chosen one, icon and words, and the focus ring."""
        theme, tokens, px = self._theme, self._theme.tokens, self._theme.px
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        chosen = self.isChecked()
        role = ("text" if chosen else "text2") if self.isEnabled() else "disabled"
        if chosen:
            painting.fill(painter, self.rect(), tokens.raised, painting.CHIP_RADIUS)
            painting.outline(painter, self.rect(), tokens.border, painting.CHIP_RADIUS)
        elif self.underMouse():
            painting.fill(painter, self.rect(), tokens.hover, painting.CHIP_RADIUS)
        line = self.rect().adjusted(px(PADDING), 0, -px(PADDING), 0)
        if self.choice.icon:
            spot = QRect(line.left(), line.top(), px(ICON), line.height())
            visual = painting.mirrored(self.layoutDirection(), self.rect(), spot)
            painting.icon(painter, theme, visual, self.choice.icon, role, ICON)
            line.setLeft(spot.right() + 1 + px(GAP))
        font = theme.fonts.font(SMALL, SEMIBOLD if chosen else None)
        words = painting.mirrored(self.layoutDirection(), self.rect(), line)
        painting.text(painter, words, self.choice.words, font, tokens.colour(role))
        if painting.has_keyboard_focus(self):
            painting.focus_ring(painter, self.rect(), tokens.focus, painting.CHIP_RADIUS)
        painter.end()


class Segment(QFrame):
    """The segments of one question; `chosen` carries the key of the one that the user chose."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        """`name` is the question, for screen readers; the first choice is the chosen one."""
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        # In an exclusive group Qt makes one Tab stop of the buttons and lets the arrows choose.
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        self._buttons = [SegmentButton(theme, choice, self) for choice in choices]
        for number, button in enumerate(self._buttons):
            self._group.addButton(button, number)
            row.addWidget(button)
        self._buttons[0].setChecked(True)
        self.setSizePolicy(self.sizePolicy().Policy.Fixed, self.sizePolicy().Policy.Fixed)
        self._group.idToggled.connect(self._toggled)
        theme.changed.connect(self._restyle)

    def key(self) -> str:
        """The key of the chosen segment; empty while none is."""
        chosen = self._group.checkedId()
        return self._buttons[chosen].choice.key if chosen >= 0 else ""

    def choose(self, key: str) -> None:
        """Choose by key, and tell nobody; ValueError for a key that is none."""
        number = [button.choice.key for button in self._buttons].index(key)
        blocked = self._group.blockSignals(True)
        self._buttons[number].setChecked(True)
        self._group.blockSignals(blocked)

    def choose_none(self) -> None:
        """Let none be the chosen one, for an answer of the user's own, and tell nobody."""
        blocked = self._group.blockSignals(True)
        self._group.setExclusive(False)
        for button in self._buttons:
            button.setChecked(False)
        self._group.setExclusive(True)
        self._group.blockSignals(blocked)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the trough that the segments lie in."""
        painter = QPainter(self)
        painting.fill(painter, self.rect(), self._theme.tokens.window)
        painting.outline(painter, self.rect(), self._theme.tokens.border)
        painter.end()

    def _toggled(self, number: int, checked: bool) -> None:
        if checked:
            self.chosen.emit(self._buttons[number].choice.key)

    def _restyle(self) -> None:
        for button in self._buttons:
            button.updateGeometry()
        self.update()
