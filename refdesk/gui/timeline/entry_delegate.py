"""The look of an entry of the timeline: a disc on a rail, what it was with the people in it, its marks, its words."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QAbstractItemModel, QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem, QWidget

from refdesk.gui.log.kinds import ICONS
from refdesk.gui.theme.fonts import BODY, MEDIUM, SEMIBOLD, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import marks, painting
from refdesk.gui.widgets.delegate import INSET, Index, RowDelegate
from refdesk.gui.widgets.marks import Tone
from refdesk.gui.widgets.paragraph import Paragraph
from refdesk.gui.widgets.rows import TODAY_ROW, RowRole, SectionHead
from refdesk.services.timeline_list import Listed

SIDE, DISC, ICON, GAP, AVATAR = 20, 28, 16, 12, 24
SPACE, AVATAR_GAP, LINE_GAP = 6, 5, 3
ABOVE, BELOW, HEAD = 7, 9, 38
MOST_LETTERS = 600
"""How much of a text a row shows; the rest is there when it is changed."""

MOST_KEPT = 2_000


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the first lines: words, a person (an avatar and a name), or a label by its number."""

    what: Literal["words", "person", "label"]
    words: str
    rect: QRect
    person: str = ""
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the parts of one row stand, from the row's upper left corner, in a window from left to right."""

    height: int
    disc: QRect
    parts: tuple[Part, ...]
    text: Paragraph | None
    text_at: QRect
    time: QRect


class EntryDelegate(RowDelegate):
    """`person_clicked` carries the id of somebody whose name was clicked. Heights follow the words."""

    person_clicked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, TODAY_ROW, parent)
        self._kept: dict[tuple[str, int], Placed] = {}
        self._edited, self._form_height = "", 0
        theme.changed.connect(self._kept.clear)

    def forget(self) -> None:
        """Lay everything out anew: entries may have changed."""
        self._kept.clear()

    def set_edited(self, id_: str, height: int) -> None:
        """Leave so much room for the form that lies over a row; an empty id for none."""
        self._edited, self._form_height = id_, height

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the list, as high as the words."""
        width = self._width()
        listed = index.data(RowRole.ROW)
        if not isinstance(listed, Listed):
            return QSize(width, self._theme.px(HEAD))
        if listed.entry.id == self._edited:
            return QSize(width, self._form_height)
        return QSize(width, self._place(listed, width).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a day, or a row: fill, focus ring, rail, disc, time, title with its people and marks, words."""
        painter.save()
        painter.setLayoutDirection(option.direction)
        listed, head = index.data(RowRole.ROW), index.data(RowRole.HEAD)
        if isinstance(listed, Listed) and listed.entry.id != self._edited:
            self._paint_box(painter, option.state, option.rect.adjusted(INSET, 0, -INSET, 0))
            self._paint_listed(painter, option, index, listed)
        elif isinstance(head, SectionHead):
            line = option.rect.adjusted(SIDE, self._theme.px(12), -SIDE, 0)
            font = self._theme.fonts.font(SMALL, SEMIBOLD)
            painting.text(painter, line, head.title, font, self._theme.tokens.text2)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:  # a click on a name is used up
        """Go to whoever was clicked."""
        listed = index.data(RowRole.ROW)
        if not isinstance(event, QMouseEvent) or not isinstance(listed, Listed):
            return False
        if event.type() != QEvent.Type.MouseButtonRelease or event.button() != Qt.MouseButton.LeftButton:
            return False
        for part in self._place(listed, option.rect.width()).parts:
            spot = painting.mirrored(option.direction, option.rect, part.rect.translated(option.rect.topLeft()))
            if part.person and spot.contains(event.position().toPoint()):
                self.person_clicked.emit(part.person)
                return True
        return False

    def tool_tip(self, option: QStyleOptionViewItem, row: object, point: QPoint) -> str:
        """Nothing is shortened but long texts, which are read by changing them."""
        return ""

    def _paint_listed(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, listed: Listed) -> None:
        theme, tokens, rect = self._theme, self._theme.tokens, option.rect
        placed = self._place(listed, rect.width())

        def at(part: QRect) -> QRect:
            return painting.mirrored(option.direction, rect, part.translated(rect.topLeft()))

        disc = at(placed.disc)
        self._paint_rail(painter, rect, disc, index)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painting.fill(painter, disc, tokens.base if selected else tokens.panel, disc.width() // 2)
        painting.outline(painter, disc, tokens.border, disc.width() // 2)
        painting.icon(painter, theme, disc, ICONS[listed.sign], "text2", ICON)
        at_time = f"{listed.entry.at:%H:%M}" if listed.entry.at else ""
        end = Qt.AlignmentFlag.AlignRight
        painting.text(painter, at(placed.time), at_time, theme.fonts.tabular(SMALL), tokens.text2, end)
        for part in placed.parts:
            self._paint_part(painter, part, at(part.rect))
        if placed.text is not None:
            placed.text.draw(painter, at(placed.text_at).topLeft(), tokens.text2)

    def _paint_part(self, painter: QPainter, part: Part, spot: QRect) -> None:
        theme = self._theme
        if part.what == "label":
            marks.chip(painter, theme, spot, part.words, part.tone)
            return
        if part.what == "words":
            painting.text(painter, spot, part.words, theme.fonts.font(BODY, SEMIBOLD), theme.tokens.text)
            return
        side = theme.px(AVATAR)
        direction = painter.layoutDirection()
        face = painting.centred(spot, spot.left(), side, side)
        marks.avatar(painter, theme, painting.mirrored(direction, spot, face), part.words)
        name = painting.mirrored(direction, spot, spot.adjusted(side + AVATAR_GAP, 0, 0, 0))
        painting.text(painter, name, part.words, theme.fonts.font(BODY, MEDIUM), theme.tokens.accent)

    def _paint_rail(self, painter: QPainter, rect: QRect, disc: QRect, index: Index) -> None:
        """Join the disc to its neighbours of the same day."""
        model, middle, colour = index.model(), disc.center().x(), self._theme.tokens.border
        if model.index(index.row() - 1, 0).data(RowRole.ROW) is not None:
            painting.hairline(painter, QRect(middle, rect.top(), 1, disc.top() - rect.top()), colour)
        if model.index(index.row() + 1, 0).data(RowRole.ROW) is not None:
            painting.hairline(painter, QRect(middle, disc.bottom() + 1, 1, rect.bottom() - disc.bottom()), colour)

    def _place(self, listed: Listed, width: int) -> Placed:
        key = (listed.entry.id, width)
        if key not in self._kept:
            if len(self._kept) > MOST_KEPT:
                self._kept.clear()
            self._kept[key] = self._laid_out(listed, width)
        return self._kept[key]

    def _laid_out(self, listed: Listed, width: int) -> Placed:
        fonts, px = self._theme.fonts, self._theme.px
        left, top, time_width = SIDE + px(DISC) + px(GAP), px(ABOVE), px(44)
        room = width - left - SIDE - time_width - px(GAP)
        parts = self._flow(self._pieces(listed), QPoint(left, top), room)
        below = parts[-1].rect.bottom() + 1 + px(LINE_GAP)
        words = ". ".join(filter(None, (listed.entry.place, listed.entry.summary)))
        text = None
        if words:
            shown = words if len(words) <= MOST_LETTERS else f"{words[:MOST_LETTERS]}…"
            view = self.parent()
            direction = view.layoutDirection() if isinstance(view, QWidget) else Qt.LayoutDirection.LeftToRight
            text = Paragraph(shown, fonts.font(BODY), room, fonts.line(BODY), direction)
        text_at = QRect(left, below, room, text.height if text else 0)
        disc = QRect(SIDE, top - px(2), px(DISC), px(DISC))
        return Placed(
            height=max(text_at.bottom() + 1, disc.bottom() + 1) + px(BELOW),
            disc=disc,
            parts=tuple(parts),
            text=text,
            text_at=text_at,
            time=QRect(width - SIDE - time_width, top, time_width, px(AVATAR)),
        )

    def _pieces(self, listed: Listed) -> list[Part]:
        """The pieces of the first lines with their sizes, none placed yet."""
        theme, px = self._theme, self._theme.px
        bold, medium = theme.fonts.font(BODY, SEMIBOLD), theme.fonts.font(BODY, MEDIUM)

        def words(text: str) -> Part:
            return Part("words", text, QRect(0, 0, painting.text_width(text, bold), px(AVATAR)))

        pieces = [words(listed.lead)]
        for id_, name in listed.people:
            wide = px(AVATAR) + AVATAR_GAP + painting.text_width(name, medium)
            pieces.append(Part("person", name, QRect(0, 0, wide, px(AVATAR)), person=id_))
        if listed.others:
            pieces.append(words(f"and {listed.others} others"))
        for label in listed.labels:
            wide = marks.chip_width(theme, label.words)
            pieces.append(Part("label", label.words, QRect(0, 0, wide, px(marks.CHIP_HEIGHT)), tone=Tone(label.weight)))
        return pieces

    def _flow(self, pieces: list[Part], at: QPoint, room: int) -> list[Part]:
        """Place them one after the other, breaking lines where there is no room."""
        line, across, down = self._theme.px(AVATAR), 0, 0
        placed: list[Part] = []
        for piece in pieces:
            width = min(piece.rect.width(), room)
            if across and across + width > room:
                across, down = 0, down + line + self._theme.px(LINE_GAP)
            box = QRect(at.x() + across, at.y() + down, width, line)
            spot = painting.centred(box, box.left(), width, piece.rect.height())
            placed.append(Part(piece.what, piece.words, spot, piece.person, piece.tone))
            across += width + self._theme.px(SPACE)
        return placed

    def _width(self) -> int:
        view = self.parent()
        return view.viewport().width() if isinstance(view, QListView) else 0
