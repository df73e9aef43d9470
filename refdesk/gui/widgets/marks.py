"""The marks that say something by their shape: avatar, gate pip, thank-you heart, done ring, chip, count."""

from enum import Enum

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from refdesk.gui.theme.fonts import MICRO, SEMIBOLD, SMALL, Style
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting

AVATAR_STYLES = ((24, 9), (28, 11), (34, 12), (40, 14), (48, 17), (56, 20))
MOST_COUNTED = 99
CHIP_HEIGHT, CHIP_PADDING, CHIP_ICON, CHIP_GAP = 20, 7, 12, 4


class Pip(Enum):
    """How far one gate is: a tick, a half, a hollow ring."""

    MET = "met"
    BEGUN = "begun"
    OPEN = "open"


class Heart(Enum):
    """Where one of the three thank-yous stands."""

    GIVEN = "given"
    DUE = "due"
    LATE = "late"
    LATER = "later"


class Ring(Enum):
    """The circle that marks an act as done."""

    OPEN = "open"
    DONE = "done"


class Tone(Enum):
    """What a colour means; the words beside it say the same."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"

    @property
    def text_role(self) -> str:
        """The colour of text in this tone."""
        return "text2" if self is Tone.NEUTRAL else self.value

    @property
    def soft_role(self) -> str:
        """The soft fill that such text may stand on."""
        return f"{self.value}_soft"


def initials(name: str) -> str:
    """The first letters of the first and the last word of a name, or of its only word; empty for no letters."""
    words = [word for word in name.split() if word[0].isalnum()]
    ends = words if len(words) < 2 else [words[0], words[-1]]
    return "".join(word[0] for word in ends).upper()


def avatar(painter: QPainter, theme: Theme, rect: QRect, name: str) -> None:
    """A disc with the person's initials, in the tint that the full name gives."""
    tint = theme.tokens.avatar_tint(name)
    painting.fill(painter, rect, tint.background, rect.width() // 2)
    size = min((px for limit, px in AVATAR_STYLES if theme.px(limit) >= rect.width()), default=AVATAR_STYLES[-1][1])
    font = theme.fonts.font(Style(size, size, SEMIBOLD))
    painting.text(painter, rect, initials(name), font, tint.initials, Qt.AlignmentFlag.AlignHCenter)


def pip(painter: QPainter, theme: Theme, rect: QRect, state: Pip) -> None:
    """One gate: a disc with a tick when met, a half-filled ring when begun, a hollow ring otherwise."""
    tokens = theme.tokens
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    if state is Pip.MET:
        _disc(painter, box, tokens.good_mark)
        _tick(painter, box, tokens.base)
    else:
        colour = tokens.warn_mark if state is Pip.BEGUN else tokens.border_strong
        width = rect.width() * 0.115
        ring = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setPen(QPen(QColor(colour), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        if state is Pip.BEGUN:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawPie(ring, 90 * 16, 180 * 16)
    painter.restore()


def done_ring(painter: QPainter, theme: Theme, rect: QRect, state: Ring) -> None:
    """The circle before a row: hollow, or filled with a tick once the act is done."""
    tokens = theme.tokens
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(rect)
    if state is Ring.DONE:
        _disc(painter, box, tokens.good_mark)
        _tick(painter, box, tokens.base)
    else:
        painter.setPen(QPen(QColor(tokens.border_strong), 1.5))
        painter.setBrush(QColor(tokens.base))
        painter.drawEllipse(box.adjusted(0.75, 0.75, -0.75, -0.75))
    painter.restore()


def heart(painter: QPainter, theme: Theme, rect: QRect, state: Heart) -> None:
    """One thank-you: filled when given, a strong outline when due or late, a faint one when it comes later."""
    if state is Heart.GIVEN:
        path = heart_path(QRectF(rect))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(path, QColor(theme.tokens.good_mark))
        painter.restore()
        return
    role = {Heart.DUE: "accent", Heart.LATE: "bad", Heart.LATER: "text3"}[state]
    stroke = "1.75" if state is Heart.LATER else "2.5"
    size = round(rect.width() * 100 / theme.appearance.text_size.value)
    painting.icon(painter, theme, rect, "heart", role, size, stroke)


def heart_path(box: QRectF) -> QPainterPath:
    """The outline of Lucide's heart, which is drawn on a grid of 24, scaled into `box`."""
    unit = box.width() / 24
    path = QPainterPath(QPointF(12, 21.5))
    path.cubicTo(10.5, 21.5, 6.5, 17.5, 4.7, 15.2)
    path.cubicTo(3, 13.4, 1.4, 11.8, 1.4, 9.5)
    path.cubicTo(1.4, 3.8, 8.4, 1.2, 12, 5.2)
    path.cubicTo(15.6, 1.2, 22.6, 3.8, 22.6, 9.5)
    path.cubicTo(22.6, 11.8, 21, 13.4, 19.3, 15.2)
    path.cubicTo(17.5, 17.5, 13.5, 21.5, 12, 21.5)
    scaled = QPainterPath()
    for place in range(path.elementCount()):
        element = path.elementAt(place)
        path.setElementPositionAt(place, element.x * unit + box.x(), element.y * unit + box.y())
    scaled.addPath(path)
    return scaled


def chip(painter: QPainter, theme: Theme, rect: QRect, words: str, tone: Tone = Tone.NEUTRAL, icon: str = "") -> None:
    """A label in a soft box, with an icon or without; `chip_width` says how wide it wants to be."""
    painting.fill(painter, rect, theme.tokens.colour(tone.soft_role), painting.CHIP_RADIUS)
    inner = rect.adjusted(theme.px(CHIP_PADDING), 0, -theme.px(CHIP_PADDING), 0)
    direction = painter.layoutDirection()
    if icon:
        side = theme.px(CHIP_ICON)
        left = painting.centred(inner, inner.left(), side, side)
        painting.icon(painter, theme, painting.mirrored(direction, rect, left), icon, tone.text_role, CHIP_ICON)
        inner = inner.adjusted(side + theme.px(CHIP_GAP), 0, 0, 0)
    colour = theme.tokens.colour(tone.text_role)
    painting.text(painter, painting.mirrored(direction, rect, inner), words, theme.fonts.font(MICRO), colour)


def chip_width(theme: Theme, words: str, icon: str = "") -> int:
    """The width of such a chip in pixels."""
    extra = theme.px(CHIP_ICON) + theme.px(CHIP_GAP) if icon else 0
    return painting.text_width(words, theme.fonts.font(MICRO)) + 2 * theme.px(CHIP_PADDING) + extra


def count_words(count: int) -> str:
    """A count as the sidebar shows it: nothing for none, ``99+`` above 99."""
    if count <= 0:
        return ""
    return f"{MOST_COUNTED}+" if count > MOST_COUNTED else str(count)


def count_badge(painter: QPainter, theme: Theme, rect: QRect, count: int, role: str = "text3") -> None:
    """The count at the right of `rect`, in figures of one width."""
    font = theme.fonts.tabular(SMALL)
    painting.text(painter, rect, count_words(count), font, theme.tokens.colour(role), Qt.AlignmentFlag.AlignRight)


def _disc(painter: QPainter, box: QRectF, colour: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(box)


def _tick(painter: QPainter, box: QRectF, colour: str) -> None:
    pen = QPen(QColor(colour), box.width() * 0.13)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    x, y, side = box.x(), box.y(), box.width()
    corners = [
        QPointF(x + side * across, y + side * down) for across, down in ((0.28, 0.52), (0.44, 0.67), (0.72, 0.36))
    ]
    painter.drawPolyline(corners)
