"""An envelope on paper: its sizes, where the address stands on it, and how it gets to a printer or into a PDF."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QIODevice, QMarginsF, QRect, QSaveFile, QSize, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from refdesk.gui.widgets.painting import direction_of, text_width

UNITS = 10
"""Tenths of a millimetre: what is drawn on is measured in these, whatever it is."""

LETTERS, LEADING, LEAST_LETTERS = 45, 65, 25
LEFT_PART, TOP_PART = 0.44, 0.46
EDGE, CLEAR_BELOW = 100, 150
"""What stays free beside the lines, and below them, where sorting machines print their own marks."""

DOTS_PER_INCH = 600


@dataclass(frozen=True, slots=True)
class EnvelopeSize:
    """One size of envelope: its key in the preferences, its words, and the paper that printers know it by."""

    key: str
    words: str
    paper: QPageSize.PageSizeId

    @property
    def layout(self) -> QPageLayout:
        """The page: as wide as the envelope is long, and printed up to its edges."""
        return QPageLayout(QPageSize(self.paper), QPageLayout.Orientation.Landscape, QMarginsF())

    @property
    def units(self) -> QSize:
        """Its width and height in tenths of a millimetre."""
        paper = self.layout.fullRect(QPageLayout.Unit.Millimeter).size()
        return QSize(round(paper.width() * UNITS), round(paper.height() * UNITS))


SIZES = (
    EnvelopeSize("c6", "C6, 162 × 114 mm", QPageSize.PageSizeId.EnvelopeC6),
    EnvelopeSize("dl", "DL, 220 × 110 mm", QPageSize.PageSizeId.EnvelopeDL),
    EnvelopeSize("us10", "US #10, 9½ × 4⅛ in", QPageSize.PageSizeId.Envelope10),
)


def size_of(key: str) -> EnvelopeSize:
    """The size of this key; C6, which takes a card, for any other."""
    return next((size for size in SIZES if size.key == key), SIZES[0])


def draw(painter: QPainter, size: EnvelopeSize, lines: Sequence[str], font: QFont) -> None:
    """Draw the lines in the painter's own pen, in letters that are smaller where a line would not fit."""
    painter.setWindow(QRect(0, 0, size.units.width(), size.units.height()))
    letters, box = _place(size.units, lines, font)
    painter.setFont(letters)
    height = round(letters.pixelSize() * LEADING / LETTERS)
    for place, words in enumerate(lines):
        line = QRect(box.left(), box.top() + place * height, box.width(), height)
        painter.setLayoutDirection(direction_of(words, Qt.LayoutDirection.LeftToRight))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute, words)


def print_envelope(printer: QPrinter, size: EnvelopeSize, lines: Sequence[str], font: QFont) -> bool:
    """Print it; False where the printer fails."""
    printer.setPageLayout(size.layout)
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    draw(painter, size, lines, font)
    return painter.end() and printer.printerState() not in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)


def save_envelope(path: Path, size: EnvelopeSize, lines: Sequence[str], font: QFont) -> bool:
    """Save it as a PDF of one page; False where it cannot be written, and a file that was there stays as it was."""
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        return False
    writer = QPdfWriter(file)
    writer.setResolution(DOTS_PER_INCH)
    writer.setPageLayout(size.layout)
    writer.setTitle(", ".join(lines))
    painter = QPainter(writer)
    draw(painter, size, lines, font)
    return painter.end() and file.commit()


def _place(paper: QSize, lines: Sequence[str], font: QFont) -> tuple[QFont, QRect]:
    """The letters, and the box that all lines stand in: right of the middle, or further left for a long one."""
    letters = QFont(font)
    for side in range(LETTERS, LEAST_LETTERS - 1, -1):
        letters.setPixelSize(side)
        wide = max((text_width(words, letters) for words in lines), default=0)
        high = round(side * LEADING / LETTERS) * len(lines)
        if wide <= paper.width() - 2 * EDGE and high <= paper.height() - EDGE - CLEAR_BELOW:
            break
    left = max(EDGE, min(round(paper.width() * LEFT_PART), paper.width() - EDGE - wide))
    top = max(EDGE, min(round(paper.height() * TOP_PART), paper.height() - CLEAR_BELOW - high))
    return letters, QRect(left, top, paper.width() - left, high)
