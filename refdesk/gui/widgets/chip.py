"""A chip as a widget: a small label, and one that can be taken away or added by its own button."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import marks, painting
from refdesk.gui.widgets.marks import Tone

ACTION_ICON, LEAST_TARGET, LEAST_WIDTH = 12, 24, 72


class Chip(QWidget):
    """A label of 20 pixels; it cannot be clicked. Where there is little room, long words are shortened."""

    def __init__(
        self, theme: Theme, words: str, tone: Tone = Tone.NEUTRAL, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._tone = tone
        self._icon = icon
        self.setAccessibleName(words)
        self.setSizePolicy(self.sizePolicy().Policy.Maximum, self.sizePolicy().Policy.Fixed)
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        return QSize(marks.chip_width(self._theme, self._words, self._icon), self._theme.px(marks.CHIP_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Wide enough to tell what it is about."""
        whole = self.sizeHint()
        return QSize(min(whole.width(), self._theme.px(LEAST_WIDTH)), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell in a tool tip what is too long to be shown."""
        super().resizeEvent(event)
        is_cut = self.width() < self.sizeHint().width()
        self.setToolTip(painting.plain_tool_tip(self._words) if is_cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        marks.chip(painter, self._theme, self.rect(), self._words, self._tone, self._icon)
        painter.end()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class ActionChip(QAbstractButton):
    """A chip with an ×, a ＋ or neither: the whole of it, 24 pixels high to hit, is one button called `name`."""

    def __init__(
        self, theme: Theme, words: str, name: str, *, action: str = "x", tone: Tone = Tone.NEUTRAL, icon: str = ""
    ) -> None:
        """`name` says what a click does, such as "Remove Dentists"; `action` is the icon at its end, "" for none."""
        super().__init__()
        self._theme = theme
        self._words = words
        self._tone = tone
        self._icon = icon
        self._action = action
        self.setAccessibleName(name)
        self.setToolTip(painting.plain_tool_tip(name))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(self.sizePolicy().Policy.Fixed, self.sizePolicy().Policy.Fixed)
        theme.changed.connect(self._restyle)

    def set_icon(self, icon: str) -> None:
        """Show another icon before the words."""
        self._icon = icon
        self._restyle()

    def sizeHint(self) -> QSize:
        """As wide as its words and its icons."""
        px = self._theme.px
        end = px(ACTION_ICON) + px(marks.CHIP_GAP) if self._action else 0
        return QSize(marks.chip_width(self._theme, self._words, self._icon) + end, px(LEAST_TARGET))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip, the icon at its end if it has one, and the focus ring."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        box = painting.centred(self.rect(), 0, self.width(), px(marks.CHIP_HEIGHT))
        marks.chip(painter, theme, box, self._words, self._tone, self._icon)
        end = QRect(
            box.right() + 1 - px(marks.CHIP_PADDING) - px(ACTION_ICON), box.top(), px(ACTION_ICON), box.height()
        )
        spot = painting.mirrored(self.layoutDirection(), self.rect(), end)
        if self._action:
            painting.icon(painter, theme, spot, self._action, self._tone.text_role, ACTION_ICON)
        if painting.has_keyboard_focus(self):
            painting.focus_ring(painter, box, theme.tokens.focus, painting.CHIP_RADIUS)
        painter.end()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
