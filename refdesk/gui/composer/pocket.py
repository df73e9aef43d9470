"""The pocket card: what to say in large type, over the whole screen or on paper, to be read at a glance."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from refdesk.gui.theme.fonts import DISPLAY, SMALL, TITLE2
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.label import Label

PRINT_FAILED = "The card didn’t print. Try again, or copy the words."
_WIDTH, _POINTS = 900, 22


class PocketCard(QDialog):
    """Esc closes, Ctrl+P prints."""

    def __init__(self, theme: Theme, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setWindowTitle(f"What to say to {name}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.words = Label(theme, words, DISPLAY, wrap=True)
        self.said = Label(theme, "", SMALL, "text2")
        self.print_button = Button(theme, "Print…", icon="printer", key="Ctrl+P")
        self.close_button = Button(theme, "Close", Kind.PRIMARY)
        self.print_button.clicked.connect(self.print_card)
        self.close_button.clicked.connect(self.accept)
        QShortcut(QKeySequence("Ctrl+P"), self, self.print_card)
        self._lay_out(theme, name)
        self.close_button.setFocus()

    def print_card(self) -> None:
        """Ask for a printer, and print."""
        printer = QPrinter()
        if QPrintDialog(printer, self).exec() == QPrintDialog.DialogCode.Accepted:
            self.said.setText("Printed." if print_words(self._words, printer) else PRINT_FAILED)

    def _lay_out(self, theme: Theme, name: str) -> None:
        page = QFrame()
        page.setProperty("pane", "base")
        page.setAccessibleName(self._words)
        text = QWidget()
        text.setMaximumWidth(theme.px(_WIDTH))
        inner = QVBoxLayout(text)
        inner.setSpacing(24)
        inner.addWidget(Label(theme, name, TITLE2, "text2", wrap=True))
        inner.addWidget(self.words)
        middle = QHBoxLayout(page)
        middle.setContentsMargins(48, 48, 48, 48)
        middle.addStretch(1)
        middle.addWidget(text, 1_000, Qt.AlignmentFlag.AlignVCenter)
        middle.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 12, 20, 12)
        foot.addWidget(self.said)
        foot.addStretch(1)
        foot.addWidget(self.print_button)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll, 1)
        column.addLayout(foot)


def print_words(words: str, printer: QPrinter) -> bool:
    """Print the words in large letters, black on white; False where the printer fails."""
    document = QTextDocument()
    font = document.defaultFont()
    font.setPointSize(_POINTS)
    document.setDefaultFont(font)
    document.setPlainText(words)
    document.print_(printer)
    return printer.printerState() not in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)
