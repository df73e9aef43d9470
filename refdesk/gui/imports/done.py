"""Step 4, Done: what came of it, the first ten, and the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from refdesk.gui.imports.words import done_words, taken_back_words
from refdesk.gui.theme.fonts import BODY, TITLE1
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.band import Band, Message
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.empty_state import Disc
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.marks import Tone
from refdesk.services.imports.report import Report
from refdesk.services.imports.run import TakenBack


class DonePage(QWidget):
    """The signals tell of its buttons."""

    sort_wanted = Signal()
    undo_wanted = Signal()
    save_wanted = Signal()
    another_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label(theme, "", TITLE1, wrap=True)
        self._more = Label(theme, "", BODY, "text2", wrap=True)
        self.band = Band(theme)
        self.sort = Button(theme, "Sort the first ten", Kind.PRIMARY, key="Ctrl+Enter")
        self.another = Button(theme, "Import another file")
        self.undo = Button(theme, "Undo this import", icon="undo-2")
        self.save = Button(theme, "Save the unread lines…", icon="download")
        self.sort.clicked.connect(self.sort_wanted)
        self.another.clicked.connect(self.another_wanted)
        self.undo.clicked.connect(self.undo_wanted)
        self.save.clicked.connect(self.save_wanted)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row, buttons in ((first, (self.sort, self.another)), (second, (self.undo, self.save))):
            row.setSpacing(8)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Disc(theme, "check"), 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._title)
        column.addWidget(self._more)
        column.addSpacing(4)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.band)
        column.addStretch(1)

    def show_report(self, report: Report, to_sort: int) -> None:
        """Say what came of it; ``to_sort`` people of the book wait for their first answers."""
        self._title.setText(done_words(report))
        self.setAccessibleName(done_words(report))
        self._more.setText(
            "Nobody is put on your list before you say so. Begin with the ten you know best."
            if to_sort
            else "Nobody waits to be sorted."
        )
        self.sort.setVisible(to_sort > 0)
        self.undo.setVisible(report.id is not None)
        self.save.setVisible(bool(report.unread))
        self.band.hide()

    def show_taken_back(self, taken: TakenBack) -> None:
        """Say what became of everybody."""
        self._title.setText("The import is taken back.")
        self._more.setText(taken_back_words(taken))
        self.setAccessibleName(f"{self._title.text()} {self._more.text()}")
        self.undo.hide()
        self.sort.hide()
        self.band.hide()
        self.another.setFocus()

    def primary(self) -> Button:
        """The button that goes on: to the first ten, or to another file where there is nobody to sort."""
        return self.another if self.sort.isHidden() else self.sort

    def show_error(self, why: str) -> None:
        """Say why something could not be done."""
        self.band.show_message(Message(Tone.BAD, why, icon="circle-alert"), announce=True)

    def show_saved(self, name: str) -> None:
        """Say where the unread lines are now."""
        self.band.show_message(Message(Tone.GOOD, f"Saved as {name}.", icon="check"), announce=True)
