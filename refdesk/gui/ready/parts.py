"""The small parts of the detail: an avatar, a gate's mark, and buttons whose face is made of labels."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from refdesk.domain.verdict import GateResult
from refdesk.gui.ready.words import pip_of
from refdesk.gui.theme.fonts import MICRO, REGULAR, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import marks, painting
from refdesk.gui.widgets.marks import Pip
from refdesk.gui.widgets.pressable import Pressable

GATE_ICON, CHEVRON = 20, 16
LINE_HEIGHT, LINE_PADDING, DAY_WIDTH = 26, 8, 88


class Portrait(QWidget):
    """Somebody's avatar; it has no name of its own, for the name stands beside it."""

    def __init__(self, theme: Theme, side: int, parent: QWidget | None = None) -> None:
        """``side`` is designed pixels."""
        super().__init__(parent)
        self._theme = theme
        self._side = side
        self._name = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def show_name(self, name: str) -> None:
        """Show this person's."""
        self._name = name
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as high."""
        return painting.square(self._theme.px(self._side))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the disc."""
        painter = QPainter(self)
        marks.avatar(painter, self._theme, self.rect(), self._name)
        painter.end()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class GateMark(QWidget):
    """How one gate stands, by its shape: a tick, a half-filled ring, a hollow ring, a cross."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._result: GateResult | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_result(self, result: GateResult) -> None:
        """Show this gate."""
        self._result = result
        self.update()

    def sizeHint(self) -> QSize:
        """20 pixels square."""
        return painting.square(self._theme.px(GATE_ICON))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it; outlines, for twenty pixels of filled disc would shout."""
        if self._result is None:
            return
        painter = QPainter(self)
        state = pip_of(self._result)
        if state is Pip.BEGUN:
            inset = self._theme.px(2)
            marks.pip(painter, self._theme, self.rect().adjusted(inset, inset, -inset, -inset), state)
        elif state is Pip.MET:
            painting.icon(painter, self._theme, self.rect(), "circle-check", "good", GATE_ICON)
        elif self._result.verdict == "blocked":
            painting.icon(painter, self._theme, self.rect(), "circle-x", "bad", GATE_ICON)
        else:
            painting.icon(painter, self._theme, self.rect(), "circle", "border_strong", GATE_ICON)
        painter.end()


class RecordLine(Pressable):
    """One record in a line: its icon, its day and its words, shortened where there is no room for them."""

    def __init__(self, theme: Theme, icon: str, day: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._icon = icon
        self._day = day
        self._words = words
        self.setAccessibleName(f"{day}: {words}" if day else words)
        self.setToolTip(painting.plain_tool_tip(words))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """26 pixels high."""
        return QSize(self._theme.px(120), self._theme.px(LINE_HEIGHT))

    def paint_face(self, painter: QPainter) -> None:
        """Draw icon, day and words."""
        theme, px = self._theme, self._theme.px
        painter.setLayoutDirection(self.layoutDirection())
        spot = painting.centred(self.rect(), px(LINE_PADDING), px(CHEVRON), px(CHEVRON))
        painting.icon(painter, theme, self._visual(spot), self._icon, "text3", 14)
        left = spot.right() + 1 + px(LINE_PADDING)
        day_width = px(DAY_WIDTH) if self._day else 0
        day = QRect(left, 0, day_width, self.height())
        painting.text(painter, self._visual(day), self._day, theme.fonts.tabular(MICRO, REGULAR), theme.tokens.text3)
        words = QRect(left + day_width, 0, self.width() - left - day_width - px(LINE_PADDING), self.height())
        role = theme.tokens.accent if self.isEnabled() else theme.tokens.text2
        painting.text(painter, self._visual(words), self._words, theme.fonts.font(SMALL), role)

    def _visual(self, rect: QRect) -> QRect:
        return painting.mirrored(self.layoutDirection(), self.rect(), rect)
