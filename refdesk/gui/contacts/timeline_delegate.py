"""The look of a person's timeline: a disc with an icon on a rail, a title with its marks, wrapped words, the day."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from refdesk.gui.contacts.timeline_model import short_day
from refdesk.gui.theme.fonts import BODY, SEMIBOLD, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.timeline.rail_delegate import DISC, GAP, SIDE, RailDelegate, RailPlaces
from refdesk.gui.widgets import marks, painting
from refdesk.gui.widgets.delegate import Index
from refdesk.gui.widgets.marks import Tone
from refdesk.gui.widgets.paragraph import Paragraph
from refdesk.services.timeline_words import Happening, Sign

ABOVE, BELOW, CHIP_GAP = 8, 8, 6

ICONS: dict[Sign, str] = {
    "meeting": "users",
    "coffee": "coffee",
    "meal": "utensils",
    "video": "video",
    "call": "phone",
    "message": "message-circle",
    "email": "mail",
    "letter": "mailbox",
    "event": "calendar",
    "milestone": "circle-check",
    "note": "sticky-note",
    "gift": "gift",
    "asked": "messages-square",
    "promised": "flag",
    "given": "arrow-up-right",
    "received": "arrow-down-left",
    "followed_up": "reply",
    "told": "message-square-quote",
    "won": "handshake",
    "ended": "circle-x",
    "thanked": "heart",
}


@dataclass(frozen=True, slots=True)
class HappeningPlaces(RailPlaces):
    """The title with its chips, the text below them, the day at the end."""

    title: Paragraph
    title_at: QPoint
    chips: tuple[QRect, ...]
    text: Paragraph | None
    text_at: QPoint
    day: QRect


class TimelineDelegate(RailDelegate[Happening, HappeningPlaces]):
    """Days are told from `set_today`."""

    HEAD, HEAD_ABOVE = 34, 8

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._today = date.min

    def set_today(self, today: date) -> None:
        """Tell days from this one; what is laid out is laid out anew."""
        self._today = today
        self.forget()

    def paint_record(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, record: Happening) -> None:
        """Paint disc, day, title and its marks, words."""
        theme, tokens, rect = self._theme, self._theme.tokens, option.rect
        placed = self.places(index, rect.width())

        def at(part: QRect) -> QRect:
            return painting.mirrored(option.direction, rect, part.translated(rect.topLeft()))

        self.paint_disc(painter, option, index, at(placed.disc), ICONS[record.sign])
        day = short_day(record, self._today)
        painting.text(painter, at(placed.day), day, theme.fonts.font(SMALL), tokens.text2, Qt.AlignmentFlag.AlignRight)
        for chip, label in zip(placed.chips, record.labels, strict=True):
            marks.chip(painter, theme, at(chip), label.words, Tone(label.weight))
        words = at(QRect(placed.title_at, QSize(self._words_width(record, rect.width()), 1)))
        placed.title.draw(painter, words.topLeft(), tokens.text)
        if placed.text is not None:
            down = placed.text_at.y() - placed.title_at.y()
            placed.text.draw(painter, words.topLeft() + QPoint(0, down), tokens.text2)

    def lay_out(self, record: Happening, width: int) -> HappeningPlaces:
        """The title's lines with the chips behind them, then the text."""
        fonts, px, direction = self._theme.fonts, self._theme.px, self.direction()
        left, top = SIDE + px(DISC) + px(GAP), px(ABOVE)
        room = self._words_width(record, width)
        line = max(fonts.line(BODY), px(marks.CHIP_HEIGHT))
        title = Paragraph(record.title, fonts.font(BODY, SEMIBOLD), room, line, direction)
        chips, below = self._place_chips(record, title, QPoint(left, top), room)
        text = None
        text_at = QPoint(left, below)
        if record.text:
            text = Paragraph(record.text, fonts.font(BODY), room, fonts.line(BODY), direction)
            below += text.height
        day_width = self._day_width(record)
        return HappeningPlaces(
            height=max(below, top + px(DISC)) + px(BELOW),
            disc=QRect(SIDE, top - px(4), px(DISC), px(DISC)),
            title=title,
            title_at=QPoint(left, top),
            chips=tuple(chips),
            text=text,
            text_at=text_at,
            day=QRect(width - SIDE - day_width, top, day_width, line),
        )

    def _place_chips(self, happening: Happening, title: Paragraph, at: QPoint, room: int) -> tuple[list[QRect], int]:
        """The chips behind the title's last line, on lines of their own where there is no room; and what is below."""
        px, height = self._theme.px, self._theme.px(marks.CHIP_HEIGHT)
        chips: list[QRect] = []
        across, down = title.last_width + px(8), title.height
        for label in happening.labels:
            width = marks.chip_width(self._theme, label.words)
            if across + width > room and across > 0:
                across, down = 0, down + height + px(4)
            chips.append(QRect(at.x() + across, at.y() + down - height, width, height))
            across += width + px(CHIP_GAP)
        return chips, at.y() + down

    def _words_width(self, happening: Happening, width: int) -> int:
        left = SIDE + self._theme.px(DISC) + self._theme.px(GAP)
        return width - left - SIDE - self._day_width(happening) - self._theme.px(GAP)

    def _day_width(self, happening: Happening) -> int:
        return painting.text_width(short_day(happening, self._today), self._theme.fonts.font(SMALL))
