"""The last notes to the same person, behind a button, so that none repeats another."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from refdesk.gui.theme.fonts import SEMIBOLD, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.days import short_day
from refdesk.gui.widgets.label import Label
from refdesk.services.notes_desk import Earlier

TITLE, NO_WORDS = "Earlier notes", "Its words were not kept."


class EarlierNotes(QWidget):
    """Hidden where there are none; folded for every new person."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[Earlier, ...] = ()
        self.button = Button(theme, TITLE, Kind.LINK, icon="chevron-right", small=True)
        self.button.setCheckable(True)
        self.button.toggled.connect(self._fold)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        self._notes = QWidget()
        self._column = QVBoxLayout(self._notes)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._notes)
        self.hide()
        self._notes.hide()

    def show_notes(self, notes: Sequence[Earlier], today: date) -> None:
        """Show these, the latest first; the same ones again stay as they are, folded or not."""
        self.setVisible(bool(notes))
        if tuple(notes) == self._shown:
            return
        self._shown = tuple(notes)
        self.button.set_words(f"{TITLE} ({len(notes)})")
        self.button.setChecked(False)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for note in notes:
            head = f"{note.about}, {short_day(note.posted_on, today)}"
            self._column.addWidget(Label(self._theme, head, SMALL, weight=SEMIBOLD, wrap=True))
            self._column.addWidget(Label(self._theme, note.text or NO_WORDS, SMALL, "text2", wrap=True))
            self._column.addSpacing(6)

    def _fold(self, unfolded: bool) -> None:
        self._notes.setVisible(unfolded)
        self.button.set_icon("chevron-down" if unfolded else "chevron-right")
