"""A day in a form: typed or picked from a calendar, with the arrow of our icons."""

from datetime import date

from PySide6.QtCore import QDate, QRect
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QDateEdit, QStyle, QWidget

from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting

ARROW = 14
FORM = "ddd d MMM yyyy"


class DayField(QDateEdit):
    """`day` is what stands in it; `dateChanged` tells of a change."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """`name` is the question, for screen readers."""
        super().__init__(parent)
        self._theme = theme
        self.setProperty("arrow", "own")
        self.setCalendarPopup(True)
        self.setDisplayFormat(FORM)
        self.setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)

    def day(self) -> date:
        """The day that stands in the field."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def set_day(self, day: date) -> None:
        """Show this day."""
        self.setDate(QDate(day.year, day.month, day.day))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field by the style sheet, and the arrow at its end."""
        super().paintEvent(event)
        side = self._theme.px(ARROW)
        end = QRect(self.width() - 8 - side, 0, side, self.height())
        painter = QPainter(self)
        role = "text2" if self.isEnabled() else "disabled"
        spot = QStyle.visualRect(self.layoutDirection(), self.rect(), end)
        painting.icon(painter, self._theme, spot, "chevron-down", role, ARROW)
        painter.end()
