"""When reminders may come, and what they may say."""

from functools import partial

from PySide6.QtWidgets import QSizePolicy, QWidget

from refdesk.domain.words import WEEKDAYS
from refdesk.gui.settings.page import Page
from refdesk.gui.view import Tools
from refdesk.gui.widgets.check_box import CheckBox
from refdesk.gui.widgets.flow import FlowLayout
from refdesk.gui.widgets.spin import TimeBox
from refdesk.services.settings import TimeField, set_days_off, set_time

WORDS: dict[TimeField, tuple[str, str]] = {
    "morning_at": ("Morning reminders at", "What is due that day, and has no time of its own."),
    "quiet_from": ("Quiet from", "Nothing is raised in quiet hours: it waits for the next working morning."),
    "quiet_until": ("Quiet until", ""),
}


class RemindersPage(Page):
    """Times and days are the book's, whether names are shown is this computer's."""

    key, title, icon = "reminders", "Reminders", "bell"

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.times = {field: TimeBox(words) for field, (words, _) in WORDS.items()}
        for field, (words, note) in WORDS.items():
            self.times[field].setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self.add_row(words, self.times[field], note)
            self.times[field].editingFinished.connect(partial(self._set_time, field))
        self._shown = {field: edit.at() for field, edit in self.times.items()}
        self.add_heading("Days off")
        self.days = {day: CheckBox(self.theme, day.capitalize()) for day in WEEKDAYS}
        box = QWidget()
        flow = FlowLayout(box, gap=12)
        for check in self.days.values():
            flow.addWidget(check)
            check.clicked.connect(self._set_days)
        self.column.addWidget(box)
        self.add_heading("Privacy")
        self.names = CheckBox(self.theme, "Show names in notifications")
        self.names.clicked.connect(self._set_names)
        self.column.addWidget(self.names)
        self.add_note("Otherwise a notification says “Someone to thank”, for others may see your screen.")
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Show what is set."""
        policy = self.session.desk().policy
        for field, edit in self.times.items():
            if edit.at() == self._shown[field]:
                self._shown[field] = getattr(policy, field)
                edit.set_at(self._shown[field])
        for day, check in self.days.items():
            check.setChecked(day in policy.days_off)
        self.names.setChecked(self.preferences.names_allowed)

    def commit(self) -> bool:
        """Write the time that is being typed."""
        return all(self._set_time(field) for field in self.times)

    def _set_time(self, field: TimeField) -> bool:
        at, before = self.times[field].at(), self._shown[field]
        if at == before:
            return True
        self._shown[field] = at
        if self.session.do(lambda desk: set_time(desk, field, at)) is None:
            self._shown[field] = before
            return False
        return True

    def _set_days(self) -> None:
        off = [day for day, check in self.days.items() if check.isChecked()]
        if self.session.do(lambda desk: set_days_off(desk, off)) is None:
            self.refresh()

    def _set_names(self, on: bool) -> None:
        self.preferences.names_allowed = on
