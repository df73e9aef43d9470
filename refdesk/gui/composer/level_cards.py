"""The two things that can be asked for, as cards side by side: one stop of the Tab key, the arrows choose."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from refdesk.domain.words import Level
from refdesk.gui.composer.words import LEVEL_CARDS
from refdesk.gui.theme.fonts import BODY, SEMIBOLD, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting
from refdesk.gui.widgets.label import Label

MARK, DOT_INSET, LEFT, TOP = 18, 5, 12, 11


class LevelCard(QAbstractButton):
    """One of them: a ring or a dot, a title, and what it means."""

    def __init__(self, theme: Theme, level: Level, parent: QWidget) -> None:
        super().__init__(parent)
        self.level = level
        self._theme = theme
        self._means = LEVEL_CARDS[level][1]
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._text = Label(theme, "", SMALL, "text2", wrap=True, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(LEFT + MARK + 10, TOP - 2, 12, TOP)
        column.setSpacing(1)
        column.addWidget(Label(theme, LEVEL_CARDS[level][0], BODY, weight=SEMIBOLD, parent=self))
        column.addWidget(self._text)
        column.addStretch(1)

    def show_first(self, first: str) -> None:
        """Speak of this person."""
        means = self._means.format(first=first)
        self._text.setText(means)
        self.setAccessibleName(f"{LEVEL_CARDS[self.level][0]}. {means}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card, stronger while it is the chosen one, and its mark."""
        theme, tokens = self._theme, self._theme.tokens
        painter = QPainter(self)
        chosen = self.isChecked()
        fill = tokens.accent_soft if chosen else tokens.hover if self.underMouse() else tokens.raised
        painting.fill(painter, self.rect(), fill, painting.CARD_RADIUS)
        painting.outline(
            painter, self.rect(), tokens.accent if chosen else tokens.border, painting.CARD_RADIUS, 2 if chosen else 1
        )
        side = theme.px(MARK)
        spot = painting.mirrored(self.layoutDirection(), self.rect(), QRect(LEFT, TOP, side, side))
        painting.icon(painter, theme, spot, "circle", "accent" if chosen else "border_strong", MARK)
        if chosen:
            inset = theme.px(DOT_INSET)
            painting.fill(painter, spot.adjusted(inset, inset, -inset, -inset), tokens.accent, side)
        if painting.has_keyboard_focus(self):
            box = self.rect().adjusted(3, 3, -3, -3)
            painting.focus_ring(painter, box, tokens.focus)
        painter.end()


class LevelCards(QWidget):
    """`chosen` tells that the user chose the other one."""

    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("What are you asking for?")
        self._group = QButtonGroup(self)
        self.cards = {level: LevelCard(theme, level, self) for level in LEVEL_CARDS}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for card in self.cards.values():
            self._group.addButton(card)
            row.addWidget(card, 1)
        self._group.buttonToggled.connect(self._toggled)

    def show_level(self, level: Level, first: str) -> None:
        """Begin with this one, and tell nobody."""
        for card in self.cards.values():
            card.show_first(first)
        blocked = self._group.blockSignals(True)
        self.cards[level].setChecked(True)
        self._group.blockSignals(blocked)

    def level(self) -> Level:
        """The chosen one."""
        return next(level for level, card in self.cards.items() if card.isChecked())

    def _toggled(self, _: QAbstractButton, checked: bool) -> None:
        if checked:
            self.chosen.emit()
