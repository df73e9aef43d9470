"""The look of a person's timeline: a disc with an icon on a rail, a title with its marks, wrapped words, the day."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem, QWidget

from refdesk.gui.contacts.timeline_model import short_day
from refdesk.gui.theme.fonts import BODY, SEMIBOLD, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import marks, painting
from refdesk.gui.widgets.delegate import INSET, Index, RowDelegate
from refdesk.gui.widgets.marks import Tone
from refdesk.gui.widgets.paragraph import Paragraph
from refdesk.gui.widgets.rows import TODAY_ROW, RowRole, SectionHead
from refdesk.services.timeline_words import Happening, Sign

SIDE, DISC, ICON, GAP, CHIP_GAP = 20, 28, 16, 12, 6
ABOVE, BELOW, HEAD = 8, 8, 34

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
class Placed:
    """Where the parts of one row stand, from the row's upper left corner, in a window from left to right."""

    height: int
    disc: QRect
    title: Paragraph
    title_at: QPoint
    chips: tuple[QRect, ...]
    text: Paragraph | None
    text_at: QPoint
    day: QRect


class TimelineDelegate(RowDelegate):
    """Heights follow the words; they are kept for one width, until the look changes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, TODAY_ROW, parent)
        self._kept: dict[tuple[str, int], Placed] = {}
        self._today = date.min
        self._edited, self._form_height = "", 0
        theme.changed.connect(self._kept.clear)

    def set_today(self, today: date) -> None:
        """Tell days from this one; what is laid out is laid out anew."""
        self._today = today
        self._kept.clear()

    def set_edited(self, key: str, height: int) -> None:
        """Leave so much room for the form that lies over a row; an empty key for none."""
        self._edited, self._form_height = key, height

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the list, as high as the words."""
        width = self._width()
        happening = index.data(RowRole.ROW)
        if not isinstance(happening, Happening):
            return QSize(width, self._theme.px(HEAD))
        if happening.key == self._edited:
            return QSize(width, self._form_height)
        return QSize(width, self._place(happening, width).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a month, or a row: fill, focus ring, rail, disc, day, title and its marks, words."""
        painter.save()
        painter.setLayoutDirection(option.direction)
        happening = index.data(RowRole.ROW)
        if not isinstance(happening, Happening):
            self._paint_month(painter, option, index.data(RowRole.HEAD))
        elif happening.key != self._edited:
            self._paint_box(painter, option.state, option.rect.adjusted(INSET, 0, -INSET, 0))
            self._paint_happening(painter, option, index, happening)
        painter.restore()

    def _paint_month(self, painter: QPainter, option: QStyleOptionViewItem, head: SectionHead) -> None:
        fonts = self._theme.fonts
        line = option.rect.adjusted(SIDE, self._theme.px(8), -SIDE, 0)
        painting.text(painter, line, head.title, fonts.font(SMALL, SEMIBOLD), self._theme.tokens.text2)

    def _paint_happening(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, happening: Happening
    ) -> None:
        theme, tokens, rect = self._theme, self._theme.tokens, option.rect
        placed = self._place(happening, rect.width())

        def at(part: QRect) -> QRect:
            return painting.mirrored(option.direction, rect, part.translated(rect.topLeft()))

        disc = at(placed.disc)
        self._paint_rail(painter, rect, disc, index)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painting.fill(painter, disc, tokens.base if selected else tokens.panel, disc.width() // 2)
        painting.outline(painter, disc, tokens.border, disc.width() // 2)
        painting.icon(painter, theme, disc, ICONS[happening.sign], "text2", ICON)
        day = short_day(happening, self._today)
        painting.text(painter, at(placed.day), day, theme.fonts.font(SMALL), tokens.text2, Qt.AlignmentFlag.AlignRight)
        for chip, label in zip(placed.chips, happening.labels, strict=True):
            marks.chip(painter, theme, at(chip), label.words, Tone(label.weight))
        words = at(QRect(placed.title_at, QSize(self._words_width(happening, rect.width()), 1)))
        placed.title.draw(painter, words.topLeft(), tokens.text)
        if placed.text is not None:
            down = placed.text_at.y() - placed.title_at.y()
            placed.text.draw(painter, words.topLeft() + QPoint(0, down), tokens.text2)

    def _paint_rail(self, painter: QPainter, rect: QRect, disc: QRect, index: Index) -> None:
        """Join the disc to its neighbours of the same month."""
        model, middle, colour = index.model(), disc.center().x(), self._theme.tokens.border
        if model.index(index.row() - 1, 0).data(RowRole.ROW) is not None:
            painting.hairline(painter, QRect(middle, rect.top(), 1, disc.top() - rect.top()), colour)
        if model.index(index.row() + 1, 0).data(RowRole.ROW) is not None:
            painting.hairline(painter, QRect(middle, disc.bottom() + 1, 1, rect.bottom() - disc.bottom()), colour)

    def _place(self, happening: Happening, width: int) -> Placed:
        key = (happening.key, width)
        if key not in self._kept:
            self._kept[key] = self._laid_out(happening, width)
        return self._kept[key]

    def _laid_out(self, happening: Happening, width: int) -> Placed:
        fonts, px = self._theme.fonts, self._theme.px
        view = self.parent()
        direction = view.layoutDirection() if isinstance(view, QWidget) else Qt.LayoutDirection.LeftToRight
        left, top = SIDE + px(DISC) + px(GAP), px(ABOVE)
        room = self._words_width(happening, width)
        line = max(fonts.line(BODY), px(marks.CHIP_HEIGHT))
        title = Paragraph(happening.title, fonts.font(BODY, SEMIBOLD), room, line, direction)
        chips, below = self._place_chips(happening, title, QPoint(left, top), room)
        text = None
        text_at = QPoint(left, below)
        if happening.text:
            text = Paragraph(happening.text, fonts.font(BODY), room, fonts.line(BODY), direction)
            below += text.height
        day_width = self._day_width(happening)
        return Placed(
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

    def _width(self) -> int:
        view = self.parent()
        return view.viewport().width() if isinstance(view, QListView) else 0
