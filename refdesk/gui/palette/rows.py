"""The list of the palette: rows with an icon or a face, the typed letters in the accent, and each row's key."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeySequence, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem, QWidget

from refdesk.gui.palette.offers import Offer
from refdesk.gui.theme.fonts import BODY, MICRO, SEMIBOLD
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import marks, painting
from refdesk.gui.widgets.delegate import Index, RowDelegate
from refdesk.gui.widgets.rows import TODAY_ROW, RowRole, SectionHead

ROW, HEAD, INSET, SIDE, ICON_COLUMN, ICON, GAP = 36, 28, 6, 10, 24, 16, 11

OfferIndex = QModelIndex | QPersistentModelIndex


class OfferModel(QAbstractListModel):
    """The offers with the heads of their groups between them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[SectionHead | Offer] = []

    def set_offers(self, offers: Sequence[Offer]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._rows = []
        group = ""
        for offer in offers:
            if offer.group != group:
                group = offer.group
                self._rows.append(SectionHead(group, sum(each.group == group for each in offers)))
            self._rows.append(offer)
        self.endResetModel()

    def offer(self, index: OfferIndex) -> Offer | None:
        """The offer of this row; None for a head."""
        row = self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None
        return row if isinstance(row, Offer) else None

    def rowCount(self, parent: OfferIndex | None = None) -> int:
        """How many rows and heads there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: OfferIndex) -> Qt.ItemFlag:
        """Heads are enabled, so that screen readers meet them, but cannot be selected."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return flags if self.offer(index) is None else flags | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: OfferIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The record of a row, its words, or what a screen reader says of it."""
        row = self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None
        if isinstance(row, SectionHead):
            heads: dict[int, object] = {RowRole.HEAD: row, Qt.ItemDataRole.DisplayRole: row.title}
            heads[Qt.ItemDataRole.AccessibleTextRole] = row.accessible
            return heads.get(role)
        if row is None:
            return None
        spoken = f"{row.words}. {row.context}." if row.context else f"{row.words}."
        parts: dict[int, object] = {RowRole.ROW: row, Qt.ItemDataRole.DisplayRole: row.words}
        parts[Qt.ItemDataRole.AccessibleTextRole] = spoken
        parts[Qt.ItemDataRole.AccessibleDescriptionRole] = native_key(row.key)
        return parts.get(role)


class OfferDelegate(RowDelegate):
    """Paints them; a context that is too long is shortened."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, TODAY_ROW, parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """36 pixels high, a head 28."""
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else 0
        return QSize(width, self._theme.px(HEAD if index.data(RowRole.HEAD) is not None else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a head or a row."""
        painter.save()
        painter.setLayoutDirection(option.direction)
        head, offer = index.data(RowRole.HEAD), index.data(RowRole.ROW)
        if isinstance(head, SectionHead):
            line = option.rect.adjusted(INSET + SIDE, self._theme.px(6), -SIDE, 0)
            font = self._theme.fonts.font(MICRO, SEMIBOLD)
            painting.text(painter, line, head.title, font, self._theme.tokens.text2)
        elif isinstance(offer, Offer):
            self._paint_offer(painter, option, offer)
        painter.restore()

    def tool_tip(self, option: QStyleOptionViewItem, row: object, point: object) -> str:
        """Nothing that is shortened matters here."""
        return ""

    def _paint_offer(self, painter: QPainter, option: QStyleOptionViewItem, offer: Offer) -> None:
        theme, tokens, px = self._theme, self._theme.tokens, self._theme.px
        box = option.rect.adjusted(INSET, 0, -INSET, 0)
        if option.state & QStyle.StateFlag.State_Selected:
            painting.fill(painter, box, tokens.accent_soft)
            if tokens.accent_soft == tokens.base:  # high contrast has no soft fills
                painting.outline(painter, box, tokens.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painting.fill(painter, box, tokens.hover)

        def at(part: QRect) -> QRect:
            return painting.mirrored(option.direction, box, part)

        line = box.adjusted(SIDE, 0, -SIDE, 0)
        column = painting.centred(line, line.left(), px(ICON_COLUMN), px(ICON_COLUMN))
        if offer.avatar:
            marks.avatar(painter, theme, at(column), offer.avatar)
        elif offer.icon:
            painting.icon(painter, theme, at(column), offer.icon, "text2", ICON)
        key, font = native_key(offer.key), theme.fonts.font(MICRO)
        key_width = painting.text_width(key, font)
        end = painting.centred(line, line.right() + 1 - key_width, key_width, line.height())
        painting.text(painter, at(end), key, font, tokens.text2, Qt.AlignmentFlag.AlignRight)
        left = column.right() + 1 + GAP
        room = QRect(left, line.top(), max(0, end.left() - GAP - left), line.height())
        words = self._words(offer, room.width(), option.direction)
        wide = min(room.width(), round(words.lineAt(0).naturalTextWidth()) + 1)
        spot = at(QRect(room.left(), room.top(), wide, room.height()))
        down = (room.height() - words.lineAt(0).height()) / 2
        painter.setPen(QColor(tokens.text))
        words.draw(painter, QPointF(spot.left(), spot.top() + down))
        rest = room.adjusted(wide + GAP, 0, 0, 0)
        if rest.width() > 0:
            painting.text(painter, at(rest), offer.context, theme.fonts.font(BODY), tokens.text2)

    def _words(self, offer: Offer, room: int, direction: Qt.LayoutDirection) -> QTextLayout:
        """The words on one line, the typed letters bold and in the accent; shortened where there is no room."""
        theme = self._theme
        font, bold = theme.fonts.font(BODY), theme.fonts.font(BODY, SEMIBOLD)
        shown = QFontMetrics(bold).elidedText(offer.words, Qt.TextElideMode.ElideRight, room)
        layout = QTextLayout(shown, font)
        look = QTextCharFormat()
        look.setFont(bold)
        look.setForeground(QColor(theme.tokens.accent))
        formats = []
        for start, stop in offer.spans:
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = start, max(0, min(stop, len(shown)) - start), look
            formats.append(part)
        layout.setFormats(formats)
        whole = QTextOption()
        whole.setWrapMode(QTextOption.WrapMode.NoWrap)
        whole.setTextDirection(painting.direction_of(shown, direction))
        layout.setTextOption(whole)
        layout.beginLayout()
        layout.createLine().setLineWidth(room)
        layout.endLayout()
        return layout


def native_key(key: str) -> str:
    """A key as the platform writes it, without plus signs."""
    words = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return words.replace("+", " ").replace("Return", "Enter")
