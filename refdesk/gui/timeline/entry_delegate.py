"""The look of an entry of the timeline: a disc on a rail, what it was with the people in it, its marks, its words."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QAbstractItemModel, QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from refdesk.gui.log.kinds import ICONS
from refdesk.gui.theme.fonts import BODY, MEDIUM, SEMIBOLD, SMALL
from refdesk.gui.timeline.rail_delegate import DISC, GAP, SIDE, RailDelegate, RailPlaces
from refdesk.gui.widgets import marks, painting
from refdesk.gui.widgets.delegate import Index
from refdesk.gui.widgets.marks import Tone
from refdesk.gui.widgets.paragraph import Paragraph
from refdesk.gui.widgets.rows import RowRole
from refdesk.services.timeline_list import Listed

AVATAR, SPACE, AVATAR_GAP, LINE_GAP = 24, 6, 5, 3
ABOVE, BELOW = 7, 9
MOST_LETTERS = 600
"""How much of a text a row shows; the rest is there when it is changed."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the first lines: words, a person (an avatar and a name), or a label by its number."""

    what: Literal["words", "person", "label"]
    words: str
    rect: QRect
    person: str = ""
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True, slots=True)
class EntryPlaces(RailPlaces):
    """The first lines piece by piece, the text below them, the time at the end."""

    parts: tuple[Part, ...]
    text: Paragraph | None
    text_at: QRect
    time: QRect


class EntryDelegate(RailDelegate[Listed, EntryPlaces]):
    """`person_clicked` carries the id of somebody whose name was clicked."""

    HEAD, HEAD_ABOVE = 38, 12

    person_clicked = Signal(str)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:  # a click on a name is used up
        """Go to whoever was clicked."""
        listed = index.data(RowRole.ROW)
        if not isinstance(event, QMouseEvent) or not isinstance(listed, Listed):
            return False
        if event.type() != QEvent.Type.MouseButtonRelease or event.button() != Qt.MouseButton.LeftButton:
            return False
        for part in self.places(index, option.rect.width()).parts:
            spot = painting.mirrored(option.direction, option.rect, part.rect.translated(option.rect.topLeft()))
            if part.person and spot.contains(event.position().toPoint()):
                self.person_clicked.emit(part.person)
                return True
        return False

    def tool_tip(self, option: QStyleOptionViewItem, row: object, point: QPoint) -> str:
        """Nothing is shortened but long texts, which are read by changing them."""
        return ""

    def paint_record(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, record: Listed) -> None:
        """Paint disc, time, title with its people and marks, words."""
        theme, tokens, rect = self._theme, self._theme.tokens, option.rect
        placed = self.places(index, rect.width())

        def at(part: QRect) -> QRect:
            return painting.mirrored(option.direction, rect, part.translated(rect.topLeft()))

        self.paint_disc(painter, option, index, at(placed.disc), ICONS[record.sign])
        at_time = f"{record.entry.at:%H:%M}" if record.entry.at else ""
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

    def lay_out(self, record: Listed, width: int) -> EntryPlaces:
        """As many first lines as the pieces need, then the text."""
        fonts, px = self._theme.fonts, self._theme.px
        left, top, time_width = SIDE + px(DISC) + px(GAP), px(ABOVE), px(44)
        room = width - left - SIDE - time_width - px(GAP)
        parts = self._flow(self._pieces(record), QPoint(left, top), room)
        below = parts[-1].rect.bottom() + 1 + px(LINE_GAP)
        words = ". ".join(filter(None, (record.entry.place, record.entry.summary)))
        text = None
        if words:
            shown = words if len(words) <= MOST_LETTERS else f"{words[:MOST_LETTERS]}…"
            text = Paragraph(shown, fonts.font(BODY), room, fonts.line(BODY), self.direction())
        text_at = QRect(left, below, room, text.height if text else 0)
        disc = QRect(SIDE, top - px(2), px(DISC), px(DISC))
        return EntryPlaces(
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
