"""The envelope: where a note goes, or a dashed one with room for the address, and the form to write it in."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from refdesk.domain.person import Address
from refdesk.gui.theme.fonts import BODY, MEDIUM, SEMIBOLD, SMALL, Style
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.focus import lead_focus
from refdesk.gui.widgets.label import Label
from refdesk.services.addresses import is_whole

ADDRESS_LINE = Style(14, 20, serif=True)
HEIGHT, LEFT, TOP, BELOW, RADIUS = 142, 84, 50, 12, 3
STAMP = QSize(30, 36)
PARTS = (
    ("city", "Town", (2, 0)),
    ("postcode", "Postcode", (2, 1)),
    ("region", "Region", (4, 0)),
    ("country", "Country", (4, 1)),
)
"""The parts of an address after the street: the field, its words, and its row and column in the form."""


class Envelope(QWidget):
    """The lines of an address on paper with a place for the stamp; dashed where there is no address."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show this address, the name first; none for no lines."""
        self._lines = tuple(lines)
        self.setAccessibleName(f"Address: {', '.join(lines)}" if lines else "No address yet")
        self.setToolTip(painting.plain_tool_tip("\n".join(lines)))
        self._restyle()

    def sizeHint(self) -> QSize:
        """As high as an envelope, or as its lines need."""
        px = self._theme.px
        lines = px(TOP) + len(self._lines) * self._theme.fonts.line(ADDRESS_LINE) + px(BELOW)
        return QSize(px(200), max(px(HEIGHT), lines))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        if self._lines:
            self._paint_address(painter)
        else:
            self._paint_nothing(painter)
        painter.end()

    def _paint_address(self, painter: QPainter) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        painting.fill(painter, self.rect(), tokens.paper, RADIUS)
        painting.outline(painter, self.rect(), tokens.paper_border, RADIUS)
        stamp = QRect(self.width() - px(12) - px(STAMP.width()), px(12), px(STAMP.width()), px(STAMP.height()))
        stamp = painting.mirrored(self.layoutDirection(), self.rect(), stamp)
        _dashed(painter, stamp, tokens.border_strong, 2)
        painting.icon(painter, self._theme, stamp, "stamp", "text3", 14)
        font, height = self._line_font(), self._theme.fonts.line(ADDRESS_LINE)
        left = self._left(font)
        for place, words in enumerate(self._lines):
            line = QRect(left, px(TOP) + place * height, self.width() - 10 - left, height)
            painting.text(painter, line, words, font, tokens.text)

    def _paint_nothing(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        _dashed(painter, self.rect(), tokens.border_strong, RADIUS)
        font = self._theme.fonts.font(BODY, MEDIUM)
        middle = Qt.AlignmentFlag.AlignHCenter
        painting.text(painter, self.rect(), "No address yet", font, tokens.text2, middle)

    def _left(self, font: QFont) -> int:
        """Where the lines begin: as designed, or further left for long ones."""
        longest = max(painting.text_width(words, font) for words in self._lines)
        return max(12, min(self._theme.px(LEFT), self.width() - 12 - longest))

    def _line_font(self) -> QFont:
        return self._theme.fonts.font(ADDRESS_LINE)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class AddressForm(QWidget):
    """The parts of an address; `saved` carries what was written, `cancelled` that nothing was."""

    saved = Signal(object)
    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._street = QPlainTextEdit()
        self._street.setTabChangesFocus(True)
        self._parts = {name: QLineEdit() for name, _, _ in PARTS}
        self.begun = Address()
        """What stood in the fields at first."""
        self._error = Label(theme, "", SMALL, "bad", SEMIBOLD, wrap=True)
        self._error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._lay_out_fields())
        column.addWidget(self._error)
        column.addLayout(self._lay_out_buttons())
        lead_focus(self, self._street)
        theme.changed.connect(self._restyle)
        self._restyle()

    def begin(self, address: Address | None) -> None:
        """Fill the fields with what is known, and go to the first."""
        known = address or Address()
        self._street.setPlainText(known.street)
        for name, field in self._parts.items():
            field.setText(getattr(known, name))
        self._error.hide()
        self.begun = self.address()
        self._street.setFocus(Qt.FocusReason.OtherFocusReason)

    def address(self) -> Address:
        """The address as it is written in the fields."""
        parts = {name: field.text().strip() for name, field in self._parts.items()}
        return Address(street=self._street.toPlainText().strip(), **parts)

    def save(self) -> None:
        """Hand the address on, or say what it lacks."""
        address = self.address()
        lacks = not is_whole(address)
        self._error.setText("An address needs a street or a town." if lacks else "")
        self._error.setVisible(lacks)
        self._street.setAccessibleDescription(self._error.text())
        if lacks:
            self._street.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.saved.emit(address)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc writes nothing down."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            return
        super().keyPressEvent(event)

    def _lay_out_fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        self._add(grid, "Street and number", self._street, 0, 0, 2)
        for name, words, (row, column) in PARTS:
            self._parts[name].returnPressed.connect(self.save)
            self._add(grid, words, self._parts[name], row, column, 1)
        return grid

    def _add(self, grid: QGridLayout, words: str, field: QWidget, row: int, column: int, span: int) -> None:
        label = Label(self._theme, words, SMALL, "text2", MEDIUM)
        label.setBuddy(field)
        field.setAccessibleName(words)
        grid.addWidget(label, row, column, 1, span)
        grid.addWidget(field, row + 1, column, 1, span)

    def _lay_out_buttons(self) -> QHBoxLayout:
        save = Button(self._theme, "Save address", small=True)
        save.clicked.connect(self.save)
        cancel = Button(self._theme, "Cancel", Kind.GHOST, small=True)
        cancel.clicked.connect(self.cancelled)
        buttons = QHBoxLayout()
        buttons.addWidget(save)
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        return buttons

    def _restyle(self) -> None:
        self._street.setFixedHeight(2 * self._theme.fonts.line(BODY) + 18)


def _dashed(painter: QPainter, rect: QRect, colour: str, radius: int) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(colour), 1.5)
    pen.setDashPattern([3.0, 2.5])
    painter.setPen(pen)
    box = QRectF(rect).adjusted(0.75, 0.75, -0.75, -0.75)
    painter.drawRoundedRect(box, radius, radius)
    painter.restore()
