"""Numbers and times in a form: typed, or stepped by the arrow keys; the wheel scrolls the page and changes nothing."""

from datetime import time

from PySide6.QtCore import QTime
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QTimeEdit, QWidget

MARGIN = 8
"""Before the text, in pixels: the style sheet's padding does not reach it in a box with arrows."""


class NumberBox(QSpinBox):
    """`editingFinished` tells that the user is done with it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is the question, for screen readers."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)
        self.lineEdit().setTextMargins(MARGIN, 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class TimeBox(QTimeEdit):
    """A time of day, to the minute."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is the question, for screen readers."""
        super().__init__(parent)
        self.setDisplayFormat("HH:mm")
        self.setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)
        self.lineEdit().setTextMargins(MARGIN, 0, 0, 0)

    def at(self) -> time:
        """The time that stands in the field."""
        shown = self.time()
        return time(shown.hour(), shown.minute())

    def set_at(self, at: time) -> None:
        """Show this time."""
        self.setTime(QTime(at.hour, at.minute))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
