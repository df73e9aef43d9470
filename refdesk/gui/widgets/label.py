"""Text that is only text: a label in one style and one colour of the theme, which never reads markup."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QStyle, QWidget

from refdesk.gui.theme.fonts import BODY, Style
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting

LINE_SEPARATOR = "\u2028"  # what QTextLayout breaks a line at
_MOST_WIDTHS = 8


class Label(QLabel):
    """Words in a style, a colour and, where it differs from the style's own, a weight; `wrap` breaks lines.

    It is drawn here and not by QLabel, so that lines stand as far apart as designed, and because an application's
    style sheet gives a widget its old palette and font back when it is shown.
    """

    def __init__(
        self,
        theme: Theme,
        words: str = "",
        style: Style = BODY,
        role: str = "text",
        weight: QFont.Weight | None = None,
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._style = style
        self._role = role
        self._weight = weight
        self._kept: dict[int, QTextLayout] = {}
        self._kept_of: tuple[object, ...] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(words)
        theme.changed.connect(self._restyle)

    def role(self) -> str:
        """The name of its colour."""
        return self._role

    def set_role(self, role: str) -> None:
        """Take another colour."""
        self._role = role
        self.update()

    def text_font(self) -> QFont:
        """The font that it draws with at this moment."""
        return self._theme.fonts.font(self._style, self._weight)

    def sizeHint(self) -> QSize:
        """The size of its words; of one long line where they wrap, which `heightForWidth` then breaks."""
        width = max(painting.text_width(line, self.text_font()) for line in self.text().split("\n"))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words, unless they wrap."""
        whole = self.sizeHint()
        return QSize(self._theme.px(60), whole.height()) if self.wordWrap() else whole

    def heightForWidth(self, width: int) -> int:
        """The height of its lines at this width, in pixels."""
        return max(1, self._laid_out(width).lineCount()) * self._theme.fonts.line(self._style)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        painter = QPainter(self)
        role = self._role if self.isEnabled() else "disabled"
        painter.setPen(QColor(self._theme.tokens.colour(role)))
        layout = self._laid_out(self.width())
        spare = self.height() - layout.lineCount() * self._theme.fonts.line(self._style)
        layout.draw(painter, QPointF(0, spare // 2 if self.alignment() & Qt.AlignmentFlag.AlignVCenter else 0))
        painter.end()

    def _laid_out(self, width: int) -> QTextLayout:
        """The lines at this width; kept, for a layout asks for several widths, again and again."""
        made_of = (self.text(), self._theme.fonts, self.wordWrap(), self.alignment(), self.layoutDirection())
        if made_of != self._kept_of:
            self._kept_of = made_of
            self._kept.clear()
        if width not in self._kept:
            if len(self._kept) >= _MOST_WIDTHS:
                self._kept.clear()
            self._kept[width] = self._lay_out(width)
        return self._kept[width]

    def _lay_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self.text().replace("\n", LINE_SEPARATOR), self.text_font())
        option = QTextOption(
            QStyle.visualAlignment(self.layoutDirection(), self.alignment()) | Qt.AlignmentFlag.AlignAbsolute
        )
        wrap = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere if self.wordWrap() else QTextOption.WrapMode.ManualWrap
        option.setWrapMode(wrap)
        option.setTextDirection(painting.direction_of(self.text(), self.layoutDirection()))
        layout.setTextOption(option)
        height, top = self._theme.fonts.line(self._style), 0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + (height - line.height()) / 2))
            top += height
        layout.endLayout()
        return layout

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
