"""The row of toggles under every log line: what happened in it, and how they felt (`docs/method.md` section 1)."""

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from refdesk.domain.words import SATISFACTIONS, Mark, Satisfaction
from refdesk.gui.theme.fonts import SEMIBOLD, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting
from refdesk.gui.widgets.flow import FlowLayout

HEIGHT, PADDING = 24, 8

MARKS: Final[dict[Mark, str]] = {
    "gave": "I &helped",
    "received": "&They helped me",
    "explained": "Told &what I do",
    "story": "Told a &story",
    "expectation": "Said I live by &referrals",
    "delivered": "&Delivered",
    "complaint": "&Complaint",
}
"""The toggles of every line, with the letter that presses them behind the ampersand."""

OFFERS: Final[dict[Mark, str]] = {"offered_help": "&Offered to help", "repayment_offer": "Offered in return"}
"""What a line only gets by a question that was answered; an entry being changed has them too."""

FEELINGS: Final[dict[Satisfaction, str]] = {
    "delighted": "deli&ghted",
    "satisfied": "s&atisfied",
    "mixed": "mi&xed",
    "unhappy": "&unhappy",
}


class Toggle(QAbstractButton):
    """A small button that stays pressed: bold in an outlined box, so that no colour is needed to see it."""

    def __init__(self, theme: Theme, words: str, within: QWidget) -> None:
        """`words` have an ampersand before the letter that presses it with Alt, while the focus is ``within``."""
        super().__init__(within)
        self._theme = theme
        self._words = words
        plain = words.replace("&", "")
        letter = words.partition("&")[2][:1].upper()
        self.setCheckable(True)
        self.setAccessibleName(plain)
        self.setToolTip(f"Alt+{letter}" if letter else "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if letter:
            # By a shortcut of its own and not by a mnemonic, for two such rows may be in one window.
            shortcut = QShortcut(QKeySequence(f"Alt+{letter}"), within)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.click)
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        """Wide enough for its words in bold, so that pressing it moves nothing."""
        words = painting.text_width(self._words.replace("&", ""), self._theme.fonts.font(SMALL, SEMIBOLD))
        return QSize(words + 2 * self._theme.px(PADDING), self._theme.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, the words with their letter underlined, and the focus ring."""
        theme, tokens, box = self._theme, self._theme.tokens, self.rect()
        on = self.isChecked()
        painter = QPainter(self)
        if on:
            painting.fill(painter, box, tokens.accent_soft, painting.CHIP_RADIUS)
        elif self.underMouse():
            painting.fill(painter, box, tokens.hover, painting.CHIP_RADIUS)
        painting.outline(painter, box, tokens.accent if on else tokens.border, painting.CHIP_RADIUS)
        painter.setFont(theme.fonts.font(SMALL, SEMIBOLD if on else None))
        painter.setPen(QColor(tokens.accent if on else tokens.text2))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic | Qt.TextFlag.TextSingleLine
        painter.drawText(QRect(box), int(flags), self._words)
        if painting.has_keyboard_focus(self):
            painting.focus_ring(painter, box, tokens.focus, painting.CHIP_RADIUS)
        painter.end()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class Toggles(QWidget):
    """`mark_toggled` carries a mark and whether it is on now, `satisfaction_chosen` the satisfaction or None."""

    mark_toggled = Signal(str, bool)
    satisfaction_chosen = Signal(object)

    def __init__(self, theme: Theme, within: QWidget, *, with_offers: bool = False) -> None:
        """`within` is the form or line that they stand in, whose focus lets their letters act."""
        super().__init__(within)
        self.setAccessibleName("What happened in it")
        row = FlowLayout(self, gap=theme.px(6))
        words = {**MARKS, **OFFERS} if with_offers else MARKS
        self.marks: dict[Mark, Toggle] = {mark: Toggle(theme, each, within) for mark, each in words.items()}
        self.feelings: dict[Satisfaction, Toggle] = {
            feeling: Toggle(theme, FEELINGS[feeling], within) for feeling in SATISFACTIONS
        }
        for button in self.buttons():
            row.addWidget(button)
            button.clicked.connect(self._clicked)

    def buttons(self) -> list[Toggle]:
        """All of them, in their order."""
        return [*self.marks.values(), *self.feelings.values()]

    def show_state(self, marks: Collection[Mark], satisfaction: Satisfaction | None) -> None:
        """Press those that are on, and tell nobody."""
        for mark, button in self.marks.items():
            button.setChecked(mark in marks)
        for feeling, button in self.feelings.items():
            button.setChecked(feeling == satisfaction)

    def chosen_marks(self) -> tuple[Mark, ...]:
        """The marks that are on, in the order of their buttons."""
        return tuple(mark for mark, button in self.marks.items() if button.isChecked())

    def satisfaction(self) -> Satisfaction | None:
        """The satisfaction that is on."""
        return next((feeling for feeling, button in self.feelings.items() if button.isChecked()), None)

    def _clicked(self) -> None:
        button = self.sender()
        for mark, toggle in self.marks.items():
            if toggle is button:
                self.mark_toggled.emit(mark, toggle.isChecked())
        for feeling, toggle in self.feelings.items():
            if toggle is button:
                on = toggle.isChecked()
                self.show_state(self.chosen_marks(), feeling if on else None)
                self.satisfaction_chosen.emit(feeling if on else None)
