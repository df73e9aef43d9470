"""A combo box of a form: one of a few, by key, with the arrow of our icons."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QWidget

from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting

ARROW = 14


class Choice(QComboBox):
    """What is chosen is told by `currentIndexChanged`, and read by `key`."""

    def __init__(
        self, theme: Theme, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """`name` is the question, for screen readers; `choices` are (key, words), the first of which is chosen."""
        super().__init__(parent)
        self._theme = theme
        self.setProperty("field", "true")
        self.setProperty("arrow", "own")
        self.setAccessibleName(name)
        for key, words in choices:
            self.addItem(words, key)

    def key(self) -> str:
        """The key of the chosen one."""
        return str(self.currentData())

    def choose(self, key: str) -> None:
        """Choose by key; one that is none is the first."""
        self.setCurrentIndex(max(0, self.findData(key)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to the page: it never changes what nobody looks at."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field by the style sheet, and the arrow at its end."""
        super().paintEvent(event)
        side = self._theme.px(ARROW)
        box = self.rect().adjusted(8, 0, -8, 0)
        end = QRect(box.right() + 1 - side, box.top(), side, box.height())
        painter = QPainter(self)
        role = "text2" if self.isEnabled() else "disabled"
        spot = QStyle.visualRect(self.layoutDirection(), self.rect(), end)
        painting.icon(painter, self._theme, spot, "chevron-down", role, ARROW)
        painter.end()
