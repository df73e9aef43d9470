"""When RefDesk runs."""

from typing import Protocol

from refdesk.gui.settings.page import Page
from refdesk.gui.theme.fonts import SEMIBOLD, SMALL
from refdesk.gui.view import Tools
from refdesk.gui.widgets.check_box import CheckBox
from refdesk.gui.widgets.label import Label


class Autostart(Protocol):
    """Whether RefDesk starts with the user's session."""

    def is_on(self) -> bool:
        """Whether it does."""

    def turn_on(self) -> None:
        """Let it start from now on; OSError where that cannot be."""

    def turn_off(self) -> None:
        """Let it not; OSError where that cannot be."""


class GeneralPage(Page):
    """Start and end."""

    key, title, icon = "general", "General", "settings"

    def __init__(self, tools: Tools, autostart: Autostart) -> None:
        super().__init__(tools)
        self._autostart = autostart
        self.start = CheckBox(self.theme, "Start RefDesk when the computer starts")
        self.error = Label(self.theme, "", SMALL, "bad", SEMIBOLD, wrap=True)
        self.error.hide()
        self.keeps = CheckBox(self.theme, "Keep running when the window is closed")
        self.column.addWidget(self.start)
        self.column.addWidget(self.error)
        self.column.addWidget(self.keeps)
        self.add_note("RefDesk can't reach you if it's closed: reminders then wait until you open it again.")
        self.column.addStretch(1)
        self.start.clicked.connect(self._set_start)
        self.keeps.clicked.connect(self._set_keeps)

    def refresh(self) -> None:
        """Show what is set."""
        self.start.setChecked(self._autostart.is_on())
        self.keeps.setChecked(self.preferences.keeps_running is True)

    def _set_start(self, on: bool) -> None:
        try:
            (self._autostart.turn_on if on else self._autostart.turn_off)()
        except OSError as error:
            self._say(f"This computer doesn't let RefDesk change that: {error.strerror or error}.")
        else:
            self._say("")
        self.start.setChecked(self._autostart.is_on())

    def _say(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self.start.setAccessibleDescription(sentence)

    def _set_keeps(self, on: bool) -> None:
        self.preferences.keeps_running = on
