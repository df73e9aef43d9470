"""The brief before a meeting as a window: read it, copy it as text, or print it on one page."""

from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QKeySequence,
    QPageLayout,
    QShortcut,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from refdesk.domain.errors import KnownError
from refdesk.gui.theme.fonts import BODY, SEMIBOLD, SMALL, TITLE1
from refdesk.gui.view import Tools
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.label import Label
from refdesk.services.brief import Brief, brief, brief_text

WIDTH, HEIGHT, MARGIN_MM = 560, 620, 18
PRINT_FAILED = "The brief didn’t print. Try again, or copy it as text."
_TITLE_POINTS, _HEAD_POINTS, _TEXT_POINTS = 16, 11, 10


class BriefDialog(QDialog):
    """Esc closes, Ctrl+P prints, Ctrl+C copies the whole page."""

    def __init__(self, tools: Tools, id_: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._tools = tools
        self.page = _page(tools, id_)
        self.setWindowTitle(f"Brief: {self.page.name}")
        self.resize(tools.theme.px(WIDTH), tools.theme.px(HEIGHT))
        self.said = Label(tools.theme, "", SMALL, "text2")
        self.copy_button = Button(tools.theme, "Copy as text", icon="copy")
        self.print_button = Button(tools.theme, "Print…", icon="printer", key="Ctrl+P")
        self.close_button = Button(tools.theme, "Close", Kind.PRIMARY)
        self.copy_button.clicked.connect(self.copy_text)
        self.print_button.clicked.connect(self.print_page)
        self.close_button.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroller(), 1)
        column.addLayout(self._buttons())
        for key, act in (("Ctrl+P", self.print_page), ("Ctrl+C", self.copy_text), ("Ctrl+Return", self.accept)):
            QShortcut(QKeySequence(key), self, act)
        self.close_button.setDefault(True)
        self.close_button.setFocus()

    def copy_text(self) -> None:
        """Put the page on the clipboard as plain text."""
        QGuiApplication.clipboard().setText(brief_text(self.page))
        self.said.setText("Copied.")

    def print_page(self) -> None:
        """Ask for a printer, and print."""
        printer = QPrinter()
        if QPrintDialog(printer, self).exec() == QPrintDialog.DialogCode.Accepted:
            self.said.setText("Printed." if print_brief(self.page, printer) else PRINT_FAILED)

    def _scroller(self) -> QScrollArea:
        content = QFrame()
        content.setProperty("pane", "base")
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(4)
        theme = self._tools.theme
        column.addWidget(Label(theme, self.page.name, TITLE1, wrap=True))
        column.addWidget(Label(theme, self.page.who, BODY, "text2", wrap=True))
        for section in self.page.sections:
            column.addSpacing(10)
            column.addWidget(Label(theme, section.title, BODY, weight=SEMIBOLD))
            for line in section.lines:
                column.addWidget(Label(theme, line, BODY, "text2", wrap=True))
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(brief_text(self.page))
        scroll.setWidget(content)
        return scroll

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(8)
        row.addWidget(self.close_button)
        row.addWidget(self.copy_button)
        row.addWidget(self.print_button)
        row.addWidget(self.said)
        row.addStretch(1)
        return row


def print_brief(page: Brief, printer: QPrinter) -> bool:
    """Print the page in black on white, whatever the window looks like; False where the printer fails."""
    printer.setPageMargins(QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM), QPageLayout.Unit.Millimeter)
    document(page).print_(printer)
    return printer.printerState() not in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)


def document(page: Brief) -> QTextDocument:
    """The page as a document; all words are put in as plain text."""
    found = QTextDocument()
    cursor = QTextCursor(found)
    _put(cursor, page.name, _TITLE_POINTS, bold=True)
    _put(cursor, page.who, _TEXT_POINTS)
    for section in page.sections:
        _put(cursor, section.title, _HEAD_POINTS, bold=True, above=10)
        for line in section.lines:
            _put(cursor, line, _TEXT_POINTS)
    return found


def _put(cursor: QTextCursor, words: str, points: int, *, bold: bool = False, above: int = 2) -> None:
    block, letters = QTextBlockFormat(), QTextCharFormat()
    block.setTopMargin(above)
    letters.setFontPointSize(points)
    letters.setFontWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    if cursor.position():
        cursor.insertBlock()
    cursor.setBlockFormat(block)
    cursor.insertText(words, letters)


def _page(tools: Tools, id_: str) -> Brief:
    """The brief; of somebody who is gone by now a page that says so."""
    try:
        return brief(tools.session.desk(), id_)
    except KnownError as error:
        return Brief("Nobody", str(error), ())
