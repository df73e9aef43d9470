"""The head of a view: its title, one line that sums it up, and at the right what can be done with all of it."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from refdesk.gui.theme.fonts import SMALL, TITLE1
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting
from refdesk.gui.widgets.label import Label

HEIGHT, PADDING, GAP = 64, 20, 8


class Header(QFrame):
    """64 pixels high, with a line below; `add` puts controls at its right."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("pane", "base")
        self._title = Label(theme, title, TITLE1)
        self._summary = Label(theme, "", SMALL, "text2")
        self._summary.hide()
        self._summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._summary)
        words.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(PADDING, 0, PADDING, 1)
        self._row.setSpacing(GAP)
        self._row.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def set_summary(self, words: str) -> None:
        """Sum the view up in one line; nothing for empty words."""
        self._summary.setText(words)
        self._summary.setToolTip(painting.plain_tool_tip(words))
        self._summary.setVisible(bool(words))

    def add(self, widget: QWidget) -> None:
        """Put a control at the right, after those that are there."""
        self._row.addWidget(widget)

    def sizeHint(self) -> QSize:
        """64 pixels high at 100 %."""
        return QSize(super().sizeHint().width(), self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """As narrow as its title and its controls allow."""
        return QSize(super().minimumSizeHint().width(), self._theme.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line below."""
        super().paintEvent(event)
        painter = QPainter(self)
        painting.hairline(painter, QRect(0, self.height() - 1, self.width(), 1), self._theme.tokens.border)
        painter.end()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
