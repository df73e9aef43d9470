"""The strip of three hearts: which of a referral's thank-yous are given, due, late, and to come."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from refdesk.gui.theme.fonts import MICRO, REGULAR, SEMIBOLD
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import marks, painting
from refdesk.gui.widgets.marks import Heart
from refdesk.services.row_detail import Thanked

SIDE, GAP, LEAST_LINE = 16, 6, 8
_ORDINALS = ("First", "Second", "Third")
_SPOKEN = {"given": "given", "due": "due", "late": "late", "later": "later"}


class HeartStrip(QWidget):
    """Three hearts with their moments, joined by lines where there is room; a screen reader hears one sentence."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thanked: tuple[Thanked, ...] = ()
        self._labels: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def show_thanks(self, thanked: Sequence[Thanked], new_first: str) -> None:
        """Show these three; the strip hides where there are none."""
        self._thanked = tuple(thanked)
        self._labels = ("Agreed", "After you meet", f"If {new_first or 'they'} {'joins' if new_first else 'join'} you")
        self.setVisible(bool(thanked))
        spoken = ", ".join(
            f"{which} thank-you {_SPOKEN[stands]}" for which, stands in zip(_ORDINALS, thanked, strict=False)
        )
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(0, max(self._theme.px(SIDE), self._theme.fonts.line(MICRO)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw hearts, words and the lines between them, which share what width is left."""
        if not self._thanked:
            return
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        fonts = [
            theme.fonts.font(MICRO, SEMIBOLD if stands in ("due", "late") else REGULAR) for stands in self._thanked
        ]
        widths = [painting.text_width(label, font) for label, font in zip(self._labels, fonts, strict=True)]
        fixed = sum(widths) + 3 * (px(SIDE) + px(GAP))
        room = (self.width() - fixed) // 2
        line = room - 2 * px(GAP)
        left = 0
        for place, stands in enumerate(self._thanked):
            heart = painting.centred(self.rect(), left, px(SIDE), px(SIDE))
            marks.heart(painter, theme, self._visual(heart), Heart(stands))
            left = heart.right() + 1 + px(GAP)
            words = QRect(left, 0, min(widths[place], self.width() - left), self.height())
            role = "text" if stands in ("due", "late") else "text3"
            painting.text(painter, self._visual(words), self._labels[place], fonts[place], theme.tokens.colour(role))
            if line >= px(LEAST_LINE) and place < 2:
                middle = QRect(words.right() + 1 + px(GAP), self.height() // 2, line, 1)
                painting.hairline(painter, self._visual(middle), theme.tokens.border)
            left = words.right() + 1 + max(room, px(GAP))
        painter.end()

    def _visual(self, rect: QRect) -> QRect:
        return painting.mirrored(self.layoutDirection(), self.rect(), rect)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
