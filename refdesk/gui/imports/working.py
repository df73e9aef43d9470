"""What is shown while the worker reads or writes: what it does, how far it is, and Cancel."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from refdesk.gui.theme.fonts import BODY, TITLE2
from refdesk.gui.theme.theme import Theme
from refdesk.gui.today.header import ProgressBar
from refdesk.gui.widgets.buttons import Button
from refdesk.gui.widgets.label import Label

PATIENCE_MS = 300
"""What is done sooner shows nothing of its doing."""

WIDTH = 360


class WorkingPage(QWidget):
    """`wanted` asks to be shown, after a moment; `cancelled` tells that the user wants no more of it."""

    wanted = Signal()
    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label(theme, "", TITLE2)
        self._bar = ProgressBar(theme)
        self._bar.setFixedWidth(theme.px(WIDTH))
        self._count = Label(theme, "", BODY, "text2")
        self.cancel = Button(theme, "Cancel")
        self.cancel.clicked.connect(self.cancelled)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE_MS)
        self._timer.timeout.connect(self.wanted)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        for widget in (self._title, self._bar, self._count, self.cancel):
            column.addWidget(widget, 0, middle)
        column.addStretch(3)

    def begin(self, words: str) -> None:
        """Something is begun."""
        self._title.setText(words)
        self.cancel.setEnabled(True)
        self.show_progress(0, 0)
        self._timer.start()

    def show_progress(self, done: int, whole: int) -> None:
        """So much of it is done; once it is all, there is nothing left to cancel."""
        self._bar.set_progress(done, max(whole, 1))
        self.cancel.setEnabled(not whole or done < whole)
        if not whole:
            self._count.setText("Reading…")
        elif done < whole:
            self._count.setText(f"{done:,} of {whole:,}")
        else:
            self._count.setText("Nearly there…")

    def end(self) -> None:
        """It is done, or was given up."""
        self._timer.stop()
