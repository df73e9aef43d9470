"""A box to tick: its outline is seen in every scheme, and what it is about stands beside it as plain text."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from refdesk.gui.theme.fonts import BODY
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting

BOX, GAP, HEIGHT, TICK, RADIUS = 18, 9, 28, 14, 4


class CheckBox(QCheckBox):
    """`toggled` tells of a change, by the user or by `setChecked`; `clicked` of one by the user alone."""

    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        """The box and its words."""
        px = self._theme.px
        words = painting.text_width(self._words, self._theme.fonts.font(BODY))
        return QSize(px(BOX) + px(GAP) + words + 4, px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The same: its words are never cut."""
        return self.sizeHint()

    def hitButton(self, point: QPoint) -> bool:
        """All of it can be clicked."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, the tick, the words, and the focus ring."""
        theme, tokens, px = self._theme, self._theme.tokens, self._theme.px
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        spot = painting.centred(self.rect(), 1, px(BOX), px(BOX))
        box = painting.mirrored(self.layoutDirection(), self.rect(), spot)
        if self.isChecked():
            painting.fill(painter, box, tokens.accent if self.isEnabled() else tokens.disabled, RADIUS)
            painting.icon(painter, theme, box, "check", "on_accent", TICK, "3")
        else:
            painting.fill(painter, box, tokens.base, RADIUS)
            painting.outline(painter, box, tokens.border_strong if self.isEnabled() else tokens.border, RADIUS, 1.5)
        role = "text" if self.isEnabled() else "disabled"
        line = QRect(spot.right() + 1 + px(GAP), 0, self.width() - spot.right() - 1 - px(GAP), self.height())
        words = painting.mirrored(self.layoutDirection(), self.rect(), line)
        painting.text(painter, words, self._words, theme.fonts.font(BODY), tokens.colour(role))
        if painting.has_keyboard_focus(self):
            painting.focus_ring(painter, self.rect(), tokens.focus)
        painter.end()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
