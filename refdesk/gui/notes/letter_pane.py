"""The middle of the notes desk: the wording of one note on its paper, in three tones, and how long it is."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from refdesk.domain.daywords import MONTHS
from refdesk.gui.notes.mentions import Mentions
from refdesk.gui.notes.paper import Paper
from refdesk.gui.theme.fonts import BODY, SEMIBOLD, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.band import IconMark
from refdesk.gui.widgets.buttons import Button
from refdesk.gui.widgets.days import short_day
from refdesk.gui.widgets.focus import lead_focus, tab_after
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.segment import Choice, Segment
from refdesk.services.note_wording import TONES, length_words, letter, tone_of, word_count
from refdesk.services.notes_desk import Sheet, same_words

SIDE, GAP = 24, 8
CHOICES = (Choice("standard", "Standard"), Choice("shorter", "Shorter"), Choice("warmer", "Warmer"))
REPEATS = "The same words as in your note of {}."


class LetterPane(QWidget):
    """Shows a `Sheet`'s words and lets them be edited; whoever made it saves them.

    `left` is emitted when the paper is left, `tone_chosen` carries the tone that the user asks for.
    """

    left = Signal()
    dismissed = Signal()
    tone_chosen = Signal(str)
    copy_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sheet: Sheet | None = None
        self._today = date.min
        self._shown = ""
        self.tones = Segment(theme, "Wording", CHOICES)
        self.tones.chosen.connect(self.tone_chosen)
        copy = Button(theme, "Copy", icon="copy")
        copy.setAccessibleName("Copy the wording")
        copy.clicked.connect(self.copy)
        self.paper = Paper(theme)
        self.paper.edited.connect(self._count)
        self.paper.letter.left.connect(self.left)
        self.paper.letter.dismissed.connect(self.dismissed)
        self._length = Label(theme, "", SMALL, "text3", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 16, SIDE, 20)
        column.setSpacing(12)
        self._title = Label(theme, "Wording", BODY, weight=SEMIBOLD)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # the first to give way
        self._title.setMinimumWidth(1)
        self._controls = (self.tones, copy)
        column.addLayout(_line(self._title, *self._controls))
        column.addWidget(self.paper)
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(IconMark(theme, "pencil", "text3", 14), 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._length, 1)
        column.addLayout(below)
        self._repeats = Label(theme, "", SMALL, "text2", wrap=True)
        self._repeats.hide()
        column.addWidget(self._repeats)
        self.mentions = Mentions(theme)
        self.mentions.toggled.connect(self.paper.letter.toggle_words)
        column.addWidget(self.mentions)
        lead_focus(self, self.paper)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the title out where there is no room for it: it says least."""
        super().resizeEvent(event)
        taken = 2 * SIDE + sum(control.sizeHint().width() + GAP for control in self._controls)
        self._title.setVisible(self.width() >= taken + self._title.sizeHint().width())

    def show_sheet(self, sheet: Sheet, today: date) -> None:
        """Show a note's own words, or those that are suggested; words that are being typed stay."""
        same = self._sheet is not None and self._sheet.note.id == sheet.note.id
        keep = same and self.is_edited()
        self._sheet = sheet
        note = sheet.note
        words = note.text or letter(sheet.facts)
        on = note.posted_on or note.written_on or today
        day = f"{on.day} {MONTHS[on.month - 1]}"
        if not keep:
            if not (same and words == self._shown):
                self.paper.show_letter(day, words, editable=note.state != "posted")
            self._shown = self.paper.text()
        self.tones.setEnabled(note.state != "posted")
        self.mentions.show_phrases(() if note.state == "posted" else sheet.mentions)
        tab_after(self.paper.letter, self.mentions.chips)
        self._today = today
        self._count()

    def text(self) -> str:
        """The words on the paper."""
        return self.paper.text()

    def is_edited(self) -> bool:
        """Whether the words are others than those that were shown."""
        return self._sheet is not None and self.text() != self._shown

    def shown(self) -> str:
        """The words as they were shown, before anybody typed."""
        return self._shown

    def take_as_shown(self, words: str | None = None) -> None:
        """The words on the paper, or these, are those that are safe."""
        self._shown = self.text() if words is None else words

    def suggestion(self, tone: str) -> str:
        """The wording of this tone for the note that is shown; empty without one."""
        known = next((one for one in TONES if one == tone), None)
        return letter(self._sheet.facts, known) if self._sheet and known else ""

    def copy(self) -> None:
        """Ask for the words to be copied."""
        self.copy_requested.emit(self.text())

    def _count(self) -> None:
        count = word_count(self.text())
        hint = "" if self.paper.letter.isReadOnly() else " Click the paper to make it yours."
        self._length.setText(f"{length_words(count)}{hint}")
        self.mentions.show_letter(self.text())
        again = same_words(self.text(), self._sheet.earlier) if self._sheet else None
        self._repeats.setText(REPEATS.format(short_day(again.posted_on, self._today)) if again else "")
        self._repeats.setVisible(again is not None)
        tone = tone_of(self.text(), self._sheet.facts) if self._sheet else None
        if tone is None:
            self.tones.choose_none()
        else:
            self.tones.choose(tone)


def _line(title: QWidget, *controls: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GAP)
    row.addWidget(title, 1)
    for control in controls:
        row.addWidget(control)
    return row
