"""The strokes that every painted widget and row is made of: fills, lines, the focus ring, icons, text on one line."""

from functools import cache
from html import escape
from math import ceil
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QWidget

from refdesk.gui.theme.icons import STROKE
from refdesk.gui.theme.theme import Theme

RADIUS, CHIP_RADIUS, CARD_RADIUS = 6, 4, 8
FOCUS_WIDTH = 2
STRONG = ("L", "R", "AL")
_BY_KEYBOARD = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_KeyboardFocusChange
_RIGHT = Qt.TextElideMode.ElideRight


def fill(painter: QPainter, rect: QRect, colour: str, radius: int = RADIUS) -> None:
    """Fill a rounded box, edges smooth."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(rect, radius, radius)
    painter.restore()


def outline(painter: QPainter, rect: QRect, colour: str, radius: int = RADIUS, width: float = 1) -> None:
    """Draw a line of this width just inside a rounded box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = width / 2
    box = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(box, radius - inset, radius - inset)
    painter.restore()


def hairline(painter: QPainter, rect: QRect, colour: str) -> None:
    """Fill `rect`, one unit thick, as one line of whole device pixels: an antialiased one would be grey and soft."""
    dpr = painter.device().devicePixelRatio()
    thick = max(1, round(dpr)) / dpr
    left, top = round(rect.left() * dpr) / dpr, round(rect.top() * dpr) / dpr
    upright = rect.width() <= 1
    size = (thick, rect.height()) if upright else (rect.width(), thick)
    painter.fillRect(QRectF(left, top, *size), QColor(colour))


def focus_ring(painter: QPainter, rect: QRect, colour: str, radius: int = RADIUS) -> None:
    """Draw the ring of the keyboard's focus just inside `rect`."""
    outline(painter, rect, colour, radius, FOCUS_WIDTH)


def has_keyboard_focus(widget: QWidget) -> bool:
    """Whether a focus ring belongs on the widget: it has the focus, and the keyboard brought it or was used since."""
    return widget.hasFocus() and widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)


def shows_focus(state: QStyle.StateFlag) -> bool:
    """The same for an item, from its style option."""
    return state & _BY_KEYBOARD == _BY_KEYBOARD


def icon(
    painter: QPainter, theme: Theme, rect: QRect, name: str, role: str = "text2", size: int = 16, stroke: str = STROKE
) -> None:
    """Draw an icon of this designed size, which follows the text size, centred in `rect`."""
    side = theme.px(size)
    dpr = painter.device().devicePixelRatio()
    pixmap = theme.icons.pixmap(name, side, role, dpr, stroke)
    x = rect.x() + (rect.width() - side) / 2
    y = rect.y() + (rect.height() - side) / 2
    painter.drawPixmap(QPointF(round(x * dpr) / dpr, round(y * dpr) / dpr), pixmap)


def text(
    painter: QPainter,
    rect: QRect,
    words: str,
    font: QFont,
    colour: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Draw one line, never marked up, shortened with an ellipsis where it is too long for `rect`.

    The painter's layout direction decides what left means, `direction_of` in which direction the words run. The line
    is centred from top to bottom.
    """
    shown = QFontMetrics(font).elidedText(one_line(words), _RIGHT, rect.width())
    if not shown:
        return
    painter.setFont(font)
    painter.setPen(QColor(colour))
    window = painter.layoutDirection()
    painter.setLayoutDirection(direction_of(shown, window))
    painter.drawText(rect, _flags(window, align), shown)
    painter.setLayoutDirection(window)


@cache  # Python's flags are slow to join, and every row has several texts
def _flags(window: Qt.LayoutDirection, align: Qt.AlignmentFlag) -> int:
    """How one line is drawn that is aligned so in a window of this direction."""
    visual = QStyle.visualAlignment(window, align) | Qt.AlignmentFlag.AlignAbsolute
    return int(visual | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


def direction_of(words: str, window: Qt.LayoutDirection) -> Qt.LayoutDirection:
    """The direction in which words run in such a window.

    From left to right in a window that does: its sentences may begin with an Arabic name. In one that runs from right
    to left, that of their first letter that has any (Unicode Bidirectional Algorithm, P2), for not all is translated.
    """
    if window == Qt.LayoutDirection.LeftToRight:
        return window
    strong = next((kind for kind in map(bidirectional, words) if kind in STRONG), "L")
    return Qt.LayoutDirection.LeftToRight if strong == "L" else Qt.LayoutDirection.RightToLeft


def text_width(words: str, font: QFont) -> int:
    """How wide `text` would like its rect, in pixels."""
    # Elision compares exact widths, and gives up at a fraction of a pixel.
    return ceil(QFontMetricsF(font).horizontalAdvance(one_line(words))) + 1


def one_line(words: str) -> str:
    """The words with every break a space: a row has no second line to give."""
    return " ".join(words.split())


def plain_tool_tip(words: str) -> str:
    """The words so that a tool tip shows them literally: it would read a tag as markup."""
    return f"<qt>{escape(words)}</qt>" if "<" in words or "&" in words else words


def mirrored(direction: Qt.LayoutDirection, box: QRect, rect: QRect) -> QRect:
    """Where `rect`, laid out from left to right in `box`, stands in this direction."""
    return QStyle.visualRect(direction, box, rect)


def centred(box: QRect, left: int, width: int, height: int) -> QRect:
    """A rect of this size at `left`, centred in `box` from top to bottom."""
    return QRect(left, box.top() + (box.height() - height) // 2, width, height)


def square(side: int) -> QSize:
    """A size as wide as high."""
    return QSize(side, side)
