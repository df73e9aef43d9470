"""What lies over the window for a moment: a plain backdrop, and a floating panel near the top; Esc takes it away."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.focus import holds_focus

WIDTH, TOP, MARGIN = 640, 120, 16
BACKDROP = QColor(20, 20, 24, 102)
"""40 % of the designed backdrop, the same in the light and in the dark."""


class Overlay(QWidget):
    """A frameless child of the window's content, so that no focus is stolen from another program.

    A subclass fills `panel`, opens with `show_over` and says in `close_overlay` what becomes of what was typed. Esc
    and a click outside close it, and the focus goes back to what had it. Tab stays inside.
    """

    closed = Signal()

    def __init__(self, theme: Theme, content: QWidget, name: str) -> None:
        """`content` is what it lies over; `name` is what a screen reader calls it."""
        super().__init__(content)
        self._theme = theme
        self._content = content
        self._had_focus: QWidget | None = None
        self.panel = QFrame(self)
        self.panel.setProperty("pane", "floating")
        self.panel.setAccessibleName(name)
        self.column = QVBoxLayout(self.panel)
        self.column.setContentsMargins(0, 0, 0, 0)  # the border is the frame's own
        self.column.setSpacing(0)
        self.panel.installEventFilter(self)
        content.installEventFilter(self)
        theme.changed.connect(self.place)
        self.hide()

    def show_over(self, first: QWidget) -> None:
        """Come up, with the focus on ``first``; remember who had it."""
        if not self.isVisible():
            self._had_focus = QApplication.focusWidget()
        self.setGeometry(self._content.rect())
        self.show()
        self.raise_()
        self.place()
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_overlay(self) -> None:
        """Go away, and give the focus back."""
        if not self.isVisible():
            return
        had, self._had_focus = self._had_focus, None
        inside = holds_focus(self)
        # First, for what is hidden with the focus has Qt look for another place of it among all widgets.
        if inside and had is not None and isValid(had) and had.isVisible():
            had.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()
        self.closed.emit()

    def place(self) -> None:
        """Give the panel its place and the height that it needs at this size of the window."""
        width = min(self._theme.px(WIDTH), self.width() - 2 * MARGIN)
        layout = self.column
        height = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        height = min(height, self.height() - 2 * MARGIN)
        top = max(MARGIN, min(TOP, (self.height() - height) // 2))
        self.panel.setGeometry(QRect((self.width() - width) // 2, top, width, height))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the content's size, and the panel's own wishes."""
        if event.type() == QEvent.Type.Resize and watched is self._content and self.isVisible():
            self.setGeometry(self._content.rect())
            self.place()
        elif event.type() == QEvent.Type.LayoutRequest and watched is self.panel:
            self.place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; no other key gets through to what lies below."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_overlay()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click outside of the panel closes."""
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.close_overlay()

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab goes round inside."""
        stops = self._stops()
        current = QApplication.focusWidget()
        if not stops:
            return False
        place = stops.index(current) if current in stops else -1
        step = 1 if forwards else -1
        stops[(place + step) % len(stops)].setFocus(
            Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Darken what lies below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), BACKDROP)
        painter.end()

    def _stops(self) -> list[QWidget]:
        """What Tab can go to, in the order of focus."""
        found: list[QWidget] = []
        widget = self.nextInFocusChain()
        while widget is not None and widget is not self:
            tabs = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
            if tabs and widget.isEnabled() and widget.isVisible() and self.isAncestorOf(widget):
                found.append(widget)
            widget = widget.nextInFocusChain()
        return found
