"""The icons: one-colour drawings, rendered sharp for each size and screen, that follow the theme by themselves."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from refdesk.gui.theme.tokens import Tokens
from refdesk.services.resources import resource

STROKE = "1.75"


class Icons:
    """Draws the icons of ``resources/icons`` in the colours of the moment, each rendering kept until `clear`."""

    def __init__(self, tokens: Callable[[], Tokens]) -> None:
        self._tokens = tokens
        self._drawings: dict[str, str] = {}
        self._rendered: dict[tuple[str, int, str, float], QPixmap] = {}

    def clear(self) -> None:
        """Forget what was rendered: the colours have changed."""
        self._rendered.clear()

    def colour(self, role: str) -> str:
        """The colour of this name at this moment."""
        return self._tokens().colour(role)

    def pixmap(self, name: str, size: int, role: str, dpr: float, stroke: str = STROKE) -> QPixmap:
        """The icon `name`, `size` device-independent pixels square, in the colour `role`.

        FileNotFoundError where there is no such icon.
        """
        key = (f"{name} {stroke}", size, self.colour(role), dpr)
        if key not in self._rendered:
            self._rendered[key] = self._render(name, size, key[2], dpr, stroke)
        return self._rendered[key]

    def icon(self, name: str, role: str = "text2") -> QIcon:
        """The same as an icon for Qt's own widgets; it changes with the theme and greys out when disabled."""
        return QIcon(ThemedIcon(self, name, role))

    def _render(self, name: str, size: int, colour: str, dpr: float, stroke: str) -> QPixmap:
        if name not in self._drawings:
            self._drawings[name] = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
        # QtSvg paints currentColor black.
        drawing = self._drawings[name].replace("currentColor", colour)
        drawing = drawing.replace('stroke-width="2"', f'stroke-width="{stroke}"')
        side = round(size * dpr)
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, side, side))
        painter.end()
        pixmap.setDevicePixelRatio(dpr)
        return pixmap


class ThemedIcon(QIconEngine):
    """Renders one icon at whatever size it is asked for; a kept pixmap would be soft at 150 %."""

    def __init__(self, icons: Icons, name: str, role: str) -> None:
        super().__init__()
        self._icons = icons
        self._name = name
        self._role = role

    def clone(self) -> QIconEngine:
        """Another engine for the same drawing."""
        return ThemedIcon(self._icons, self._name, self._role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon centred in `rect`."""
        side = min(rect.width(), rect.height())
        corner = rect.center() - QPoint((side - 1) // 2, (side - 1) // 2)
        dpr = painter.device().devicePixelRatio()
        painter.drawPixmap(QRect(corner, QSize(side, side)), self._pixmap(side, mode, dpr))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon for a screen without scaling."""
        return self._pixmap(min(size.width(), size.height()), mode, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """The icon for a screen of this scale; `size` is device-independent."""
        return self._pixmap(min(size.width(), size.height()), mode, scale)

    def _pixmap(self, side: int, mode: QIcon.Mode, dpr: float) -> QPixmap:
        role = "disabled" if mode == QIcon.Mode.Disabled else self._role
        return self._icons.pixmap(self._name, side, role, dpr)
