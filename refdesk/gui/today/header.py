"""The head of Today: its title, the day in words, and how much of it is done."""

from datetime import date

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from refdesk.gui.theme.fonts import SMALL, TITLE1
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting
from refdesk.gui.widgets.days import day_text
from refdesk.gui.widgets.label import Label

HEIGHT, LOW_HEIGHT = 64, 56
BAR_WIDTH, BAR_HEIGHT = 112, 4


class ProgressBar(QWidget):
    """A thin bar; the words beside it say the same."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._done, self._whole = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set_progress(self, done: int, whole: int) -> None:
        """So many of so many."""
        self._done, self._whole = done, whole
        self.update()

    def sizeHint(self) -> QSize:
        """112 by 4 pixels."""
        return QSize(BAR_WIDTH, BAR_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the trough and what is done of it, in green once it is all."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painting.fill(painter, self.rect(), tokens.neutral_soft, BAR_HEIGHT // 2)
        if self._done:
            width = max(BAR_HEIGHT, self.width() * self._done // self._whole)
            done = painting.mirrored(self.layoutDirection(), self.rect(), QRect(0, 0, width, self.height()))
            colour = tokens.good_mark if self._done == self._whole else tokens.accent
            painting.fill(painter, done, colour, BAR_HEIGHT // 2)
        painter.end()


class DayHeader(QFrame):
    """64 pixels high, 56 where the window is low, with a line below it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._height = HEIGHT
        self.setProperty("pane", "base")
        self._day = Label(theme, "", SMALL, "text2")
        self._progress = Label(theme, "", SMALL, "text2")
        self._bar = ProgressBar(theme, self)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Label(theme, "Today", TITLE1))
        words.addWidget(self._day)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 1)
        row.setSpacing(10)
        row.addLayout(words, 1)
        row.addWidget(self._progress)
        row.addWidget(self._bar)
        self._progress.hide()
        self._bar.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_day(self, day: date, done: int, whole: int) -> None:
        """Say which day it is, and how much is done; nothing of it where nothing was due."""
        self._day.setText(day_text(day, "dddd d MMMM"))
        self._progress.setText(f"{done} of {whole} done")
        self._bar.set_progress(done, whole)
        self._progress.setVisible(whole > 0)
        self._bar.setVisible(whole > 0)

    def progress_words(self) -> str:
        """How much is done, in words; empty where nothing was due."""
        return "" if self._progress.isHidden() else self._progress.text()

    def set_low(self, low: bool) -> None:
        """Take less height in a low window."""
        self._height = LOW_HEIGHT if low else HEIGHT
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as designed, at this text size."""
        return QSize(super().sizeHint().width(), self._theme.px(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line below."""
        super().paintEvent(event)
        painter = QPainter(self)
        painting.hairline(painter, QRect(0, self.height() - 1, self.width(), 1), self._theme.tokens.border)
        painter.end()
