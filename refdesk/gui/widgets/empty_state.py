"""What a view shows when it has nothing: a title, one sentence, and the one thing to do next."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from refdesk.gui.theme.fonts import BODY, TITLE2
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.label import Label

DISC, ICON, SENTENCE_WIDTH = 56, 26, 380


class Disc(QWidget):
    """A soft green disc with an icon in it: the day is done."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """56 pixels square."""
        return painting.square(self._theme.px(DISC))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painting.fill(painter, self.rect(), self._theme.tokens.good_soft, self.width() // 2)
        side = QRect(0, 0, self.width(), self.height())
        painting.icon(painter, self._theme, side, self._icon, "good", ICON)
        painter.end()


class EmptyState(QWidget):
    """Centred; `primary_chosen` and `secondary_chosen` tell of its buttons."""

    primary_chosen = Signal()
    secondary_chosen = Signal()

    def __init__(
        self,
        theme: Theme,
        title: str,
        sentence: str,
        primary: str,
        secondary: str = "",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        if icon:
            column.addWidget(Disc(theme, icon, self), 0, middle)
        self._title = Label(theme, title, TITLE2)
        column.addWidget(self._title, 0, middle)
        words = Label(theme, sentence, BODY, "text2", wrap=True)
        words.setAlignment(middle)
        words.setFixedWidth(theme.px(SENTENCE_WIDTH))
        # In a line of its own: aligned in the column it would be as high as at the column's width.
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(words)
        line.addStretch(1)
        column.addLayout(line)
        self.primary = Button(theme, primary, Kind.PRIMARY)
        self.primary.clicked.connect(self.primary_chosen)
        self.secondary = Button(theme, secondary, parent=self)
        self.secondary.clicked.connect(self.secondary_chosen)
        self.secondary.setVisible(bool(secondary))
        row = self._buttons()
        column.addLayout(row)
        column.setAlignment(row, middle)
        column.addStretch(2)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.setContentsMargins(0, 8, 0, 0)
        row.addWidget(self.primary)
        row.addWidget(self.secondary)
        return row

    def set_words(self, title: str, primary: str) -> None:
        """Say something else is missing, and offer something else to do."""
        self.setAccessibleName(title)
        self._title.setText(title)
        self.primary.set_words(primary)
