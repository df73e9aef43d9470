"""A choice of one among several in a form: a field with a chevron, drawn in the theme's colours."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from refdesk.gui.theme.fonts import BODY
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting

ARROW, PADDING = 16, 9


class Combo(QComboBox):
    """Choices by key. The wheel scrolls the page and never changes what nobody looks at."""

    def __init__(
        self, theme: Theme, name: str, choices: Iterable[tuple[str, str]] = (), parent: QWidget | None = None
    ) -> None:
        """`name` is for screen readers; `choices` are (key, words)."""
        super().__init__(parent)
        self._theme = theme
        self.setProperty("field", "true")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for key, words in choices:
            self.addItem(words, key)
        theme.changed.connect(self.update)

    def key(self) -> str:
        """The key of the chosen one; empty where there is none."""
        return str(self.currentData() or "")

    def choose(self, key: str) -> None:
        """Choose by key; nothing for a key that is none."""
        self.setCurrentIndex(self.findData(key))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the style sheet's box, the words and the chevron: Fusion's own arrow would be a box in the box."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.subControls = QStyle.SubControl.SC_ComboBoxFrame
        theme, px = self._theme, self._theme.px
        painter = QStylePainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        role = "text" if self.isEnabled() else "disabled"
        arrow = QRect(self.width() - px(ARROW) - PADDING, 0, px(ARROW), self.height())
        words = QRect(PADDING + 1, 0, arrow.left() - 2 * PADDING, self.height())
        spot = painting.mirrored(self.layoutDirection(), self.rect(), arrow)
        painting.icon(painter, theme, spot, "chevron-down", "text2" if self.isEnabled() else "disabled", ARROW)
        line = painting.mirrored(self.layoutDirection(), self.rect(), words)
        painting.text(painter, line, self.currentText(), theme.fonts.font(BODY), theme.tokens.colour(role))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to the page."""
        event.ignore()
