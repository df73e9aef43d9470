"""Text that is only text: a label in one style and one colour of the theme, which never reads markup."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from refdesk.gui.theme.fonts import BODY, Style
from refdesk.gui.theme.theme import Theme


class Label(QLabel):
    """Words in a style, a colour and, where it differs from the style's own, a weight; `wrap` breaks lines."""

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
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(words)
        self._restyle()
        theme.changed.connect(self._restyle)

    def set_role(self, role: str) -> None:
        """Take another colour."""
        self._role = role
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(self._theme.fonts.font(self._style, self._weight))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(self._theme.tokens.colour(self._role)))
        self.setPalette(palette)
