"""The envelope before it is printed: its size, where it is posted, how it will look, and what to do where it fails."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from refdesk.domain.person import Person
from refdesk.gui.notes.envelope_paper import SIZES, draw, print_envelope, save_envelope, size_of
from refdesk.gui.theme.fonts import MEDIUM, PAPER, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.view import Tools
from refdesk.gui.widgets import painting
from refdesk.gui.widgets.band import Band, Message
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.choice import Choice
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.marks import Tone
from refdesk.services.addresses import envelope_lines
from refdesk.services.postal import countries

PREVIEW_WIDTH, RADIUS = 512, 3
SIZE_KEY = "notes/envelope"
AGAIN, SAVE = "Try again", "Save as PDF"
NO_PRINT = Message(Tone.BAD, "The envelope didn't print.", icon="circle-alert", actions=(AGAIN, SAVE))
NO_PDF = Message(Tone.BAD, "The envelope couldn't be saved there.", icon="circle-alert", actions=("Save elsewhere",))
ELSEWHERE = ("ZZ", "Another country")
"""A code that ISO leaves to its users: no country of the table."""


class Preview(QWidget):
    """The envelope as it will be printed, in its own proportions."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._size = SIZES[0]
        self._lines: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_envelope(self, key: str, lines: tuple[str, ...]) -> None:
        """Show these lines on an envelope of this size."""
        self._size, self._lines = size_of(key), lines
        self.setAccessibleName(f"Envelope: {', '.join(lines)}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the window has room for."""
        width, paper = self._theme.px(PREVIEW_WIDTH), self._size.units
        return QSize(width, width * paper.height() // paper.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painting.fill(painter, self.rect(), tokens.paper, RADIUS)
        painting.outline(painter, self.rect(), tokens.paper_border, RADIUS)
        painter.setPen(QColor(tokens.text))
        draw(painter, self._size, self._lines, self._theme.fonts.font(PAPER))
        painter.end()


class EnvelopeDialog(QDialog):
    """Esc closes, Ctrl+P prints; the size and the country of posting are remembered for the next envelope."""

    def __init__(self, tools: Tools, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._person = tools, person
        theme = tools.theme
        self.setWindowTitle(f"Envelope for {person.name}")
        self.size_choice = Choice(theme, "Envelope", [(size.key, size.words) for size in SIZES])
        self.size_choice.choose(tools.preferences.text_of(SIZE_KEY))
        self.home_choice = Choice(theme, "Posted in", [ELSEWHERE, *countries()])
        self.home_choice.choose(tools.preferences.home)
        self.preview = Preview(theme)
        self.said = Label(theme, "", SMALL, "text2")
        self.said.hide()
        self.trouble = Band(theme)
        self.trouble.acted.connect(self._answer)
        self.print_button = Button(theme, "Print…", Kind.PRIMARY, icon="printer", key="Ctrl+P")
        self.save_button = Button(theme, f"{SAVE}…")
        self.close_button = Button(theme, "Close", Kind.GHOST)
        self.print_button.clicked.connect(self.print_out)
        self.save_button.clicked.connect(self.save)
        self.close_button.clicked.connect(self.reject)
        self.size_choice.currentIndexChanged.connect(self._chose_size)
        self.home_choice.currentIndexChanged.connect(self._chose_home)
        for key in ("Ctrl+P", "Ctrl+Return"):
            QShortcut(QKeySequence(key), self, self.print_out)
        self._lay_out()
        self._show()
        self.print_button.setFocus()

    def print_out(self) -> None:
        """Ask for a printer, and print; what fails can be tried again, or saved."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(size_of(self.size_choice.key()).layout)
        if QPrintDialog(printer, self).exec() == QPrintDialog.DialogCode.Accepted:
            font = self._tools.theme.fonts.font(PAPER)
            done = print_envelope(printer, size_of(self.size_choice.key()), self._lines(), font)
            self._tell(done, "Printed.", NO_PRINT)

    def save(self) -> None:
        """Ask for a place, and save a PDF there."""
        name = str(Path.home() / f"Envelope {self._person.name.replace('/', ' ')}.pdf")
        path, _ = QFileDialog.getSaveFileName(self, "Save as PDF", name, "PDF (*.pdf)")
        if path:
            font = self._tools.theme.fonts.font(PAPER)
            done = save_envelope(Path(path), size_of(self.size_choice.key()), self._lines(), font)
            self._tell(done, "Saved.", NO_PDF)

    def _lay_out(self) -> None:
        fields, buttons, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        fields.setSpacing(12)
        for choice in (self.size_choice, self.home_choice):
            field = QVBoxLayout()
            field.setSpacing(3)
            label = Label(self._tools.theme, choice.accessibleName(), SMALL, "text2", MEDIUM)
            label.setBuddy(choice)
            field.addWidget(label)
            field.addWidget(choice)
            fields.addLayout(field, 1)
        buttons.setSpacing(8)
        for button in (self.print_button, self.save_button, self.close_button):
            buttons.addWidget(button)
        buttons.addWidget(self.said)
        buttons.addStretch(1)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addLayout(fields)
        column.addWidget(self.preview)
        column.addWidget(self.trouble)
        column.addLayout(buttons)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)

    def _lines(self) -> tuple[str, ...]:
        return envelope_lines(self._person, self.home_choice.key())

    def _chose_size(self) -> None:
        self._tools.preferences.keep_text(SIZE_KEY, self.size_choice.key())
        self._show()

    def _chose_home(self) -> None:
        self._tools.preferences.home = self.home_choice.key()
        self._show()

    def _show(self) -> None:
        self.preview.show_envelope(self.size_choice.key(), self._lines())

    def _tell(self, done: bool, words: str, trouble: Message) -> None:
        self.said.setText(words if done else "")
        self.said.setVisible(done)
        if done:
            self.trouble.hide()
        else:
            self.trouble.show_message(trouble, announce=True)

    def _answer(self, words: str) -> None:
        if words == AGAIN:
            self.print_out()
        else:
            self.save()
