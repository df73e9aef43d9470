"""The foot of a page that is worked through: its buttons from left to right, with a line above."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting

HEIGHT, PADDING, GAP = 54, 20, 8


class Footer(QFrame):
    """54 pixels high; `add` puts a button at its end, `add_space` parts those at the right from those at the left."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("pane", "base")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(PADDING, 1, PADDING, 0)
        self._row.setSpacing(GAP)
        theme.changed.connect(self._restyle)

    def add(self, widget: QWidget) -> None:
        """Put a control at the end."""
        self._row.addWidget(widget)

    def add_space(self) -> None:
        """Let what follows stand at the right."""
        self._row.addStretch(1)

    def sizeHint(self) -> QSize:
        """54 pixels high at 100 %."""
        return QSize(super().sizeHint().width(), self._theme.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line above."""
        super().paintEvent(event)
        painter = QPainter(self)
        painting.hairline(painter, QRect(0, 0, self.width(), 1), self._theme.tokens.border)
        painter.end()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
