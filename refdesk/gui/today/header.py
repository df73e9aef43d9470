"""The head of Today: its title, the day in words, and how much of it is done."""

from datetime import date

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from refdesk.gui.theme.fonts import SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.today.days import day_text
from refdesk.gui.widgets import painting
from refdesk.gui.widgets.header import Header
from refdesk.gui.widgets.label import Label

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


class DayHeader(Header):
    """The day in words below the title, and at the right how much of what was due is done."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Today", parent)
        self._progress = Label(theme, "", SMALL, "text2")
        self._bar = ProgressBar(theme, self)
        self.add(self._progress)
        self.add(self._bar)

    def show_day(self, day: date, done: int, whole: int) -> None:
        """Say which day it is, and how much is done; nothing of it where nothing was due."""
        self.set_summary(day_in_words(day))
        self._progress.setText(f"{done} of {whole} done")
        self._bar.set_progress(done, whole)
        self._progress.setVisible(whole > 0)
        self._bar.setVisible(whole > 0)

    def progress_words(self) -> str:
        """How much is done, in words; empty where nothing was due."""
        return "" if self._progress.isHidden() else self._progress.text()


def day_in_words(day: date) -> str:
    """A day as "Tuesday 18 November"."""
    return day_text(day, "dddd d MMMM")
