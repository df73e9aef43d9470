"""The foot of a note: the next step as the primary button, and Later."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from refdesk.domain.words import NoteState
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.footer import Footer

VERBS: dict[NoteState, tuple[str, str]] = {
    "to_write": ("Mark as written", "pen-line"),
    "written": ("Mark as posted", "mailbox"),
}


class Foot(Footer):
    """Hidden for a note that is posted: nothing is left to do with it."""

    primary_pressed = Signal()
    later_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setProperty("pane", "panel")
        self._primaries = {
            state: Button(theme, words, Kind.PRIMARY, icon=icon) for state, (words, icon) in VERBS.items()
        }
        self.later = Button(theme, "Later", Kind.GHOST, icon="clock")
        for button in self._primaries.values():
            self.add(button)
            button.clicked.connect(self.primary_pressed)
        self.add_space()
        self.add(self.later)
        self.later.clicked.connect(self.later_pressed)

    def show_state(self, state: NoteState) -> None:
        """Offer the next step of a note at this state."""
        for key, button in self._primaries.items():
            button.setVisible(key == state)
        self.setVisible(state in self._primaries)

    def primary(self) -> Button:
        """The primary button that is shown."""
        return next((button for button in self._primaries.values() if button.isVisibleTo(self)), self.later)
