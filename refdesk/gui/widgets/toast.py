"""The toast: what was just done, and Undo, for eight seconds that stop while somebody points at it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QPropertyAnimation, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGraphicsOpacityEffect, QHBoxLayout, QWidget

from refdesk.gui.theme.fonts import BODY
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.footer import Footer
from refdesk.gui.widgets.label import Label

SECONDS = 8
FADE_MS = 120
ABOVE_EDGE = 16
HEIGHT = 42


class Toast(QFrame):
    """The one toast of a window, a child of its content; a new message takes the place of the last.

    It never takes the focus. `acted` is emitted when its button is pressed, after it has gone, and `chosen` with the
    words of another that was offered beside it.
    """

    acted = Signal()
    chosen = Signal(str)

    def __init__(self, theme: Theme, content: QWidget) -> None:
        """`content` is what it lies over, bottom centre; it follows that widget's size."""
        super().__init__(content)
        self._content = content
        self._theme = theme
        self._words = Label(theme, role="on_toast", style=BODY)
        self._button = Button(theme, "", Kind.TOAST, small=True)
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._others: list[Button] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 0, 8, 0)
        self._row.setSpacing(14)
        self._row.addWidget(self._words)
        self._row.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        self._left_ms = SECONDS * 1000
        effect = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(effect)
        self._fade = QPropertyAnimation(effect, b"opacity", self)
        self._fade.setDuration(FADE_MS)
        self._fade.finished.connect(self._faded)
        self._button.clicked.connect(self._act)
        self._button.installEventFilter(self)
        content.installEventFilter(self)
        theme.changed.connect(self.place)
        self.hide()

    def show_message(self, words: str, action: str = "Undo", spoken: str = "Press Control Z to undo.") -> None:
        """Show this, and have it read out with `spoken` after it; without `action` there is no button."""
        self.offer(())
        self._words.setText(words)
        self._button.set_words(action)
        self._button.setVisible(bool(action))
        self._left_ms = SECONDS * 1000
        self.show()
        self.raise_()
        self.place()
        self._fade_to(1.0)
        self._timer.start(self._left_ms)
        said = f"{words} {spoken}" if action else words
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def offer(self, others: Sequence[str]) -> None:
        """Offer these besides, for as long as it stands, in the place of what was offered before."""
        for button in self._others:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._others = [Button(self._theme, words, Kind.TOAST, small=True, parent=self) for words in others]
        for button in self._others:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(self._choose)
            button.installEventFilter(self)
            self._row.addWidget(button)
            button.show()
        self.place()

    def dismiss(self) -> None:
        """Let it go; what was done stays undoable elsewhere."""
        self._timer.stop()
        self._fade_to(0.0)

    def place(self) -> None:
        """Stand at the bottom, in the middle, or higher where a footer's button would be covered."""
        content = self._content
        width = min(self.sizeHint().width(), content.width() - 2 * ABOVE_EDGE)
        height = self._theme.px(HEIGHT)
        place = QRect((content.width() - width) // 2, content.height() - ABOVE_EDGE - height, width, height)
        for footer in content.findChildren(Footer):
            buttons = [button for button in footer.findChildren(Button) if button.isVisible()]
            if any(QRect(button.mapTo(content, QPoint()), button.size()).intersects(place) for button in buttons):
                place.moveBottom(footer.mapTo(content, QPoint()).y() - ABOVE_EDGE)
        self.setGeometry(place)

    def words(self) -> str:
        """What it says, or said last."""
        return self._words.text()

    def button(self) -> Button:
        """Its button, for the window's order of focus."""
        return self._button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the content's size; wait while the button has the focus."""
        if event.type() == QEvent.Type.Resize and watched is self._content:
            self.place()
        elif event.type() == QEvent.Type.FocusIn and watched is not self._content:
            self._pause()
        elif event.type() == QEvent.Type.FocusOut and watched is not self._content:
            self._go_on()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while it is pointed at."""
        self._pause()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go on when it no longer is."""
        self._go_on()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the inverted box."""
        painter = QPainter(self)
        painting.fill(painter, self.rect(), self._theme.tokens.toast, painting.CARD_RADIUS)
        painter.end()

    def _act(self) -> None:
        self.dismiss()
        self.acted.emit()

    def _choose(self) -> None:
        button = self.sender()
        self.dismiss()
        if isinstance(button, Button):
            self.chosen.emit(button.accessibleName())

    def _pause(self) -> None:
        if self._timer.isActive():
            self._left_ms = self._timer.remainingTime()
            self._timer.stop()

    def _go_on(self) -> None:
        leaving = self._fade.endValue() == 0.0
        if self.isVisible() and not leaving and not self.underMouse() and not self._has_focus():
            self._timer.start(self._left_ms)

    def _has_focus(self) -> bool:
        return any(button.hasFocus() for button in (self._button, *self._others))

    def _fade_to(self, opacity: float) -> None:
        self._fade.stop()
        self._fade.setDuration(0 if self._theme.reduced_motion else FADE_MS)
        self._fade.setEndValue(opacity)
        self._fade.start()

    def _faded(self) -> None:
        if self._fade.endValue() == 0.0:
            self.hide()
