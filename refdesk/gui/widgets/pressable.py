"""A button whose face is a layout of labels, in whatever view it stands."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting


class Pressable(QAbstractButton):
    """A button that may have a layout of labels as its face: Enter does what Space does."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # A button's own policy would never let its labels break.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        """What its face wants."""
        face = self.layout()
        return face.sizeHint() if face else QSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it by Enter too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box while it is pointed at, and the focus ring; the face draws itself."""
        painter = QPainter(self)
        box = self.box()
        if self.underMouse() and self.isEnabled():
            painting.fill(painter, box, self._theme.tokens.hover)
        if painting.has_keyboard_focus(self):
            painting.focus_ring(painter, box, self._theme.tokens.focus)
        self.paint_face(painter)
        painter.end()

    def box(self) -> QRect:
        """What is filled while it is pointed at, and ringed."""
        return self.rect().adjusted(2, 2, -2, -2)

    def paint_face(self, painter: QPainter) -> None:
        """Paint what no label shows; nothing here."""

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
