"""Plain text broken into lines for painted rows: how high it is, and how it is drawn."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

from refdesk.gui.widgets import painting

LINE_SEPARATOR = "\u2028"  # what QTextLayout breaks a line at


class Paragraph:
    """Words laid out to a width in pixels, their lines as far apart as designed."""

    def __init__(self, words: str, font: QFont, width: int, line: int, direction: Qt.LayoutDirection) -> None:
        """`line` is the height of one line in pixels, `direction` the window's."""
        self._line = line
        self._layout = QTextLayout(words.replace("\n", LINE_SEPARATOR), font)
        self._layout.setCacheEnabled(True)
        option = QTextOption(Qt.AlignmentFlag.AlignLeading)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(painting.direction_of(words, direction))
        self._layout.setTextOption(option)
        top = 0
        self._layout.beginLayout()
        while (text_line := self._layout.createLine()).isValid():
            text_line.setLineWidth(max(1, width))
            text_line.setPosition(QPointF(0, top + (line - text_line.height()) / 2))
            top += line
        self._layout.endLayout()

    @property
    def height(self) -> int:
        """The height of all lines in pixels."""
        return self._layout.lineCount() * self._line

    @property
    def last_width(self) -> int:
        """How far the last line reaches, in pixels."""
        count = self._layout.lineCount()
        return round(self._layout.lineAt(count - 1).naturalTextWidth()) + 1 if count else 0

    def draw(self, painter: QPainter, at: QPoint, colour: str) -> None:
        """Draw it with its upper left corner there."""
        painter.setPen(QColor(colour))
        self._layout.draw(painter, QPointF(at))
