"""The last few entries with somebody: an icon, what happened, and the day."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from refdesk.domain.records import Entry
from refdesk.domain.words import Mark
from refdesk.gui.theme.fonts import SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting
from refdesk.gui.widgets.days import short_day
from refdesk.gui.widgets.entry_icons import icon_of

ICON, GAP, LINE, DAY_GAP = 15, 11, 24, 12

_MARKED: dict[Mark, str] = {
    "gave": "You helped",
    "received": "They helped you",
    "delivered": "Work delivered",
    "complaint": "Something went wrong",
    "explained": "You told what you do",
    "story": "You told a story",
}


class LatelyList(QWidget):
    """Lines that are only looked at; a screen reader hears them as the widget's description."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = date.min
        self._entries: tuple[Entry, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def show_entries(self, entries: Sequence[Entry], today: date) -> None:
        """Show these, newest first."""
        self._entries = tuple(entries)
        self._today = today
        spoken = ". ".join(f"{short_day(entry.on, today)}: {summary_of(entry)}".rstrip(".") for entry in entries)
        self.setAccessibleDescription(spoken)
        self._restyle()

    def sizeHint(self) -> QSize:
        """A line each."""
        return QSize(0, self._theme.px(LINE) * len(self._entries))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines, the words shortened where they are too long."""
        theme, px = self._theme, self._theme.px
        font, figures = theme.fonts.font(SMALL), theme.fonts.tabular(SMALL)
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        for place, entry in enumerate(self._entries):
            line = QRect(0, place * px(LINE), self.width(), px(LINE))
            spot = painting.centred(line, 0, px(ICON), px(ICON))
            painting.icon(painter, theme, self._visual(spot), icon_of(entry), "text3", ICON)
            day = short_day(entry.on, self._today)
            width = painting.text_width(day, figures)
            right = QRect(line.right() + 1 - width, line.top(), width, line.height())
            painting.text(painter, self._visual(right), day, figures, theme.tokens.text3)
            left = spot.right() + 1 + px(GAP)
            words = QRect(left, line.top(), right.left() - px(DAY_GAP) - left, line.height())
            painting.text(painter, self._visual(words), summary_of(entry), font, theme.tokens.text)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Give the whole of a line as its tool tip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = event.pos().y() // self._theme.px(LINE)
            words = summary_of(self._entries[place]) if place < len(self._entries) else ""
            QToolTip.showText(event.globalPos(), painting.plain_tool_tip(words), self)
            return True
        return super().event(event)

    def _visual(self, rect: QRect) -> QRect:
        return painting.mirrored(self.layoutDirection(), self.rect(), rect)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def summary_of(entry: Entry) -> str:
    """What happened, in the user's words or else by its marks or its kind."""
    marked = next((_MARKED[mark] for mark in entry.marks if mark in _MARKED), "")
    return entry.summary or marked or entry.kind.capitalize()
