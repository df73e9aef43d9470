"""The strip of stages: five segments, each with its count and one line; one of them can be the filter of the list."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from refdesk.gui.referrals.rows import STAGE_WORDS
from refdesk.gui.theme.fonts import BODY, LEAD, MEDIUM, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting
from refdesk.services.referrals_list import STAGES, Stage, StageSum

HEIGHT, SIDE, ARROW, GAP = 58, 20, 9, 7


class StageButton(QAbstractButton):
    """One segment; checked, it is what the list is kept to."""

    def __init__(self, theme: Theme, stage: Stage, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sum = StageSum(0)
        self.stage = stage
        self.is_last = stage == STAGES[-1]
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self._restyle)

    def show_sum(self, found: StageSum) -> None:
        """Show how many stand here, and what of them."""
        self._sum = found
        count = f"{found.count} {'referral' if found.count == 1 else 'referrals'}"
        self.setAccessibleName(", ".join(filter(None, (STAGE_WORDS[self.stage], count, found.words))))
        self.setToolTip(painting.plain_tool_tip(f"{STAGE_WORDS[self.stage]}: {found.words}" if found.words else ""))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the strip: a button's own would go anywhere near."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """58 pixels high, however narrow."""
        return QSize(self._theme.px(80), self._theme.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw count, stage and line, the arrow to the next stage, and the focus ring."""
        theme, tokens, px = self._theme, self._theme.tokens, self._theme.px
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        if self.isChecked():
            painter.fillRect(self.rect(), QColor(tokens.accent_soft))
        elif self.underMouse():
            painter.fillRect(self.rect(), QColor(tokens.hover))
        first, second = theme.fonts.line(LEAD), theme.fonts.line(SMALL)
        top = (self.height() - first - second) // 2
        left, width = px(SIDE), self.width() - px(SIDE) - px(ARROW) - 4
        figure = str(self._sum.count)
        figure_font = theme.fonts.tabular(LEAD)
        taken = painting.text_width(figure, figure_font) + px(GAP)
        self._write(painter, QRect(left, top, taken, first), figure, figure_font, tokens.text)
        words = QRect(left + taken, top, width - taken, first)
        self._write(painter, words, STAGE_WORDS[self.stage], theme.fonts.font(BODY, MEDIUM), tokens.text)
        colour = tokens.bad if self._sum.late else tokens.text2
        self._write(painter, QRect(left, top + first, width, second), self._sum.words, theme.fonts.font(SMALL), colour)
        if not self.is_last:
            self._paint_arrow(painter)
        if painting.has_keyboard_focus(self):
            painting.focus_ring(painter, self.rect().adjusted(2, 2, -px(ARROW), -3), tokens.focus)
        painter.end()

    def _write(self, painter: QPainter, rect: QRect, words: str, font: QFont, colour: str) -> None:
        painting.text(painter, painting.mirrored(self.layoutDirection(), self.rect(), rect), words, font, colour)

    def _paint_arrow(self, painter: QPainter) -> None:
        """The line to the next stage, which points the way that is gone."""
        depth, height = self._theme.px(ARROW), self.height() - 1
        end = self.width() - 1
        ends = [QPoint(end - depth, 0), QPoint(end, height // 2), QPoint(end - depth, height)]
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            ends = [QPoint(self.width() - 1 - point.x(), point.y()) for point in ends]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.tokens.border), 1))
        painter.drawPolyline(ends)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class StageStrip(QWidget):
    """One stop of Tab; the arrows go from stage to stage, Space or a click keeps the list to one, or lets it go.

    `chosen` carries the stage that the list is to be kept to, None for all.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName("Stages")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 1)
        row.setSpacing(0)
        self.buttons = tuple(StageButton(theme, stage, self) for stage in STAGES)
        for button in self.buttons:
            row.addWidget(button, 1)
            button.clicked.connect(self._clicked)
        self._rove(0)
        theme.changed.connect(self.update)

    def show_sums(self, sums: Mapping[Stage, StageSum]) -> None:
        """Show how many stand at each stage."""
        for button in self.buttons:
            button.show_sum(sums[button.stage])

    def stage(self) -> Stage | None:
        """What the list is kept to; None for all."""
        return next((button.stage for button in self.buttons if button.isChecked()), None)

    def choose(self, stage: Stage | None) -> None:
        """Keep the list to a stage, or let it go, and tell nobody."""
        for button in self.buttons:
            button.setChecked(button.stage == stage)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from stage to stage."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        step = steps.get(Qt.Key(event.key()))
        at = next((place for place, button in enumerate(self.buttons) if button.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            step = -step
        place = min(max(at + step, 0), len(self.buttons) - 1)
        self._rove(place)
        self.buttons[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.tokens.base))
        painting.hairline(painter, QRect(0, self.height() - 1, self.width(), 1), self._theme.tokens.border)
        painter.end()

    def _clicked(self) -> None:
        pressed = self.sender()
        for place, button in enumerate(self.buttons):
            if button is pressed:
                self._rove(place)
            else:
                button.setChecked(False)
        self.chosen.emit(self.stage())

    def _rove(self, at: int) -> None:
        """Let Tab stop at this one alone."""
        for place, button in enumerate(self.buttons):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if place == at else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.buttons[at])
