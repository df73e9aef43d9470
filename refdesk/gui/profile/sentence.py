"""The sentence of a profile as the user would say it, its blanks in the accent, and whether it is specific enough."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from refdesk.domain.records import Profile
from refdesk.gui.theme.fonts import MEDIUM, REGULAR, SMALL, Style
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting
from refdesk.gui.widgets.band import IconMark
from refdesk.gui.widgets.label import Label
from refdesk.services.profiles import NEARLY, SPECIFIC, Part, is_specific, sentence

SPOKEN = Style(15, 25)
BLANK = "Fill the blanks as you would say it across a table."


class SentenceText(QWidget):
    """Parts of a sentence in one paragraph; the blanks are in the accent and underlined."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: tuple[Part, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._restyle)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Say this."""
        self._parts = tuple(parts)
        self.setAccessibleName(self.text())
        self._restyle()

    def text(self) -> str:
        """The whole sentence."""
        return "".join(part.text for part in self._parts)

    def sizeHint(self) -> QSize:
        """As high as its lines at its width."""
        width = max(self.width(), self._theme.px(200))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be."""
        return QSize(self._theme.px(120), self._theme.fonts.line(SPOKEN))

    def heightForWidth(self, width: int) -> int:
        """The height of its lines at this width, in pixels."""
        return max(1, self._laid_out(width).lineCount()) * self._theme.fonts.line(SPOKEN)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        painter = QPainter(self)
        painter.setPen(QColor(self._theme.tokens.text))
        self._laid_out(self.width()).draw(painter, QPointF(0, 0))
        painter.end()

    def _laid_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self.text(), self._theme.fonts.font(SPOKEN, REGULAR))
        layout.setFormats(self._formats())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(painting.direction_of(self.text(), self.layoutDirection()))
        layout.setTextOption(option)
        height, top = self._theme.fonts.line(SPOKEN), 0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + (height - line.height()) / 2))
            top += height
        layout.endLayout()
        return layout

    def _formats(self) -> list[QTextLayout.FormatRange]:
        """The look of each blank, by its place in the text in UTF-16 units, which Qt counts in."""
        found, start = [], 0
        for part in self._parts:
            length = len(part.text.encode("utf-16-le")) // 2
            if part.is_blank:
                found.append(self._format(start, length))
            start += length
        return found

    def _format(self, start: int, length: int) -> QTextLayout.FormatRange:
        look = QTextCharFormat()
        look.setForeground(QColor(self._theme.tokens.accent))
        look.setUnderlineColor(QColor(self._theme.tokens.accent))
        look.setFontUnderline(True)
        look.setFontWeight(MEDIUM)
        spot = QTextLayout.FormatRange()
        spot.start, spot.length, spot.format = start, length, look
        return spot

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class SentenceCard(QWidget):
    """The sentence in its card, and below it whether one face comes to mind."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = QFrame()
        card.setProperty("pane", "card")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconMark(theme, "quote", "text3", 15))
        head.addWidget(Label(theme, "You'd say it like this", SMALL, "text2", MEDIUM), 1)
        self.spoken = SentenceText(theme)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(18, 16, 18, 16)
        inside.setSpacing(6)
        inside.addLayout(head)
        inside.addWidget(self.spoken)
        self._mark = IconMark(theme, "info", "text3", 16)
        self.check = Label(theme, "", SMALL, "text2", wrap=True)
        below = QHBoxLayout()
        below.setSpacing(7)
        below.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.check, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(card)
        column.addLayout(below)

    def show_profile(self, profile: Profile) -> None:
        """Say this profile."""
        self.spoken.show_parts(sentence(profile))
        if not any((profile.role, profile.industry, profile.situation, profile.wants)):
            self._mark.set_icon("info", "text3")
            self.check.setText(BLANK)
            return
        specific = is_specific(profile)
        self._mark.set_icon("circle-check" if specific else "circle-dot", "good" if specific else "warn")
        self.check.setText(SPECIFIC if specific else NEARLY)
