"""A person's picture as a disc: their photo, or the initials of their name."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import marks, painting

SIDE = 56


class Portrait(QWidget):
    """It only illustrates: it has no name of its own and takes no focus."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = ""
        self._photo = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_person(self, name: str, photo: bytes | None) -> None:
        """Show this photo, or the initials where there is none or it cannot be read."""
        self._name = name
        self._photo = QPixmap()
        if photo:
            self._photo.loadFromData(photo)
        self.update()

    def sizeHint(self) -> QSize:
        """56 pixels square at 100 %."""
        return painting.square(self._theme.px(SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the disc."""
        painter = QPainter(self)
        if self._photo.isNull():
            marks.avatar(painter, self._theme, self.rect(), self._name)
        else:
            self._paint_photo(painter)
        painter.end()

    def _paint_photo(self, painter: QPainter) -> None:
        """Draw the middle of the photo, as large as fills the disc."""
        side = min(self._photo.width(), self._photo.height())
        middle = QRect((self._photo.width() - side) // 2, (self._photo.height() - side) // 2, side, side)
        disc = QPainterPath()
        disc.addEllipse(self.rect())
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipPath(disc)
        wanted = round(self.width() * self.devicePixelRatioF())
        shown = self._photo.copy(middle)
        if side > 2 * wanted:  # the painter alone would leave out pixels
            smooth = Qt.TransformationMode.SmoothTransformation
            shown = shown.scaled(wanted, wanted, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        painter.drawPixmap(self.rect(), shown)
