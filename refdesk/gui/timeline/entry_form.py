"""One entry, changed in its place: everything that the timeline keeps of it (`docs/method.md` section 1)."""

from dataclasses import replace
from datetime import time
from typing import get_args

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from refdesk.domain.errors import KnownError
from refdesk.domain.records import Entry, default_direction
from refdesk.domain.words import KINDS, MARKS, SILENT_KINDS, Direction, Kind
from refdesk.gui.log.kinds import title_of
from refdesk.gui.log.toggles import Toggles
from refdesk.gui.theme.fonts import BODY, SMALL
from refdesk.gui.timeline.entry_fields import ENTER, DayLine, Labelled, PeopleField, TimeLine
from refdesk.gui.view import Tools
from refdesk.gui.widgets.buttons import Button
from refdesk.gui.widgets.buttons import Kind as ButtonKind
from refdesk.gui.widgets.check_box import CheckBox
from refdesk.gui.widgets.choice import Choice
from refdesk.gui.widgets.delegate import INSET
from refdesk.gui.widgets.flow import FlowLayout
from refdesk.gui.widgets.label import Label
from refdesk.services.timeline import revise_entry

NOT_A_DAY = "That isn't a day. Write 17 Nov, 2026-11-17 or yesterday."
NOT_A_TIME = "That isn't a time of day. Write 14:30, or leave it empty."
DIRECTIONS = (("both", "Both ways"), ("in", "From them"), ("out", "From me"))
DAY_WIDTH, TIME_WIDTH, CHOICE_WIDTH, TEXT_LINES = 112, 64, 116, 3


class EntryForm(QFrame):
    """Show one by `start`; `saved` and `cancelled` tell how it ended. Ctrl+Enter saves, Esc cancels."""

    saved = Signal()
    cancelled = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools, self._session = tools, tools.session
        self._shown: Entry | None = None
        self.setAccessibleName("Change the entry")
        self.day, self.at = DayLine(), TimeLine()
        self.kind = Choice(tools.theme, "Kind", [(kind, title_of(kind)) for kind in KINDS])
        self.direction = Choice(tools.theme, "Direction", DIRECTIONS)
        self.people = PeopleField(tools)
        self.summary, self.place, self.resolved = QPlainTextEdit(), QLineEdit(), DayLine()
        self.toggles = Toggles(tools.theme, self, with_offers=True)
        self.planned = CheckBox(tools.theme, "Planned: it hasn't happened yet")
        self.save_button = Button(tools.theme, "Save", ButtonKind.PRIMARY, key="Ctrl+Enter")
        self.cancel_button = Button(tools.theme, "Cancel")
        self.error = Label(tools.theme, "", SMALL, "bad", wrap=True, parent=self)
        self.error.hide()
        self._lay_out()
        self.kind.currentIndexChanged.connect(self._kind_changed)
        self.toggles.mark_toggled.connect(self._show_resolved)
        self.people.refused.connect(self._people_row.refuse)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.cancelled)

    def start(self, entry_id: str) -> None:
        """Show this entry as it stands; one that is gone is told, and nothing shown."""
        try:
            entry = self._session.desk().find(Entry, entry_id)
        except KnownError:
            self._session.refused.emit("That entry has been deleted.")
            self.cancelled.emit()
            return
        self._shown = entry
        self.day.show_day(entry.on)
        self.at.show_time(entry.at)
        self.kind.choose(entry.kind)
        self.direction.choose(entry.effective_direction or "both")
        self.people.show_people(entry.people)
        self.summary.setPlainText(entry.summary)
        self.toggles.show_state(entry.marks, entry.satisfaction)
        self.resolved.show_day(entry.resolved_on)
        self.place.setText(entry.place)
        self.planned.setChecked(entry.planned)
        self._kind_changed()
        self._show_resolved()
        self._say("")
        for row in self._rows():
            row.refuse("")
        self.summary.setFocus()

    def is_changed(self) -> bool:
        """Whether anything differs from what was shown at first, even what cannot be read."""
        return self._shown is not None and self._typed(self._shown) != self._shown

    def save(self) -> bool:
        """Write what was changed, as one act; what stands against it is said under the field."""
        if self._shown is None:
            return True
        wanted = self._typed(self._shown)
        if wanted is None:
            return False
        try:
            changes = revise_entry(self._session.desk(), self._shown, wanted)
        except KnownError as error:
            self._say(str(error))
            return False
        self._shown = None
        self.saved.emit()
        self._session.publish(changes)
        return True

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter, which the window would use otherwise."""
        wanted = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if wanted and isinstance(event, QKeyEvent) and event.key() in ENTER:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves, Esc cancels; Enter in a line does nothing, for it is no end of a form of many fields."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.save()
        elif event.key() not in ENTER:
            super().keyPressEvent(event)

    def _typed(self, shown: Entry) -> Entry | None:
        """The entry as it is written now; None where a field cannot be read, which is said under it."""
        today = self._session.today
        day, at, resolved = self.day.day(today), self.at.time_of_day(), self.resolved.day(today)
        complaint = self.toggles.marks["complaint"].isChecked()
        no_time = at is None and bool(self.at.text().strip())
        unread = complaint and resolved is None and bool(self.resolved.text().strip())
        self._when.refuse(NOT_A_DAY if day is None else NOT_A_TIME if no_time else "")
        self._resolved_row.refuse(NOT_A_DAY if unread else "")
        if day is None or no_time or unread:
            return None
        chosen = self.toggles.chosen_marks()
        text = self.summary.toPlainText().strip()
        return replace(
            shown,
            on=day,
            at=shown.at if self._is_same_time(at, shown.at) else at,
            kind=self._kind(),
            direction=self._direction(shown),
            people=self.people.people(),
            summary=shown.summary if text == shown.summary.strip() else text,
            marks=tuple(mark for mark in MARKS if mark in chosen),
            satisfaction=self.toggles.satisfaction(),
            resolved_on=resolved if complaint else None,
            place=self.place.text().strip(),
            planned=self.planned.isChecked(),
        )

    def _is_same_time(self, at: time | None, shown: time | None) -> bool:
        """Whether the field still says the minute that it was given, which may have had seconds."""
        return at is not None and shown is not None and (at.hour, at.minute) == (shown.hour, shown.minute)

    def _kind(self) -> Kind:
        return next(kind for kind in KINDS if kind == self.kind.key())

    def _direction(self, shown: Entry) -> Direction | None:
        kind = self._kind()
        chosen: Direction = next(word for word in get_args(Direction) if word == self.direction.key())
        if kind in SILENT_KINDS:
            return None
        if (kind, chosen) == (shown.kind, shown.effective_direction):
            return shown.direction
        return None if chosen == default_direction(kind) else chosen

    def _kind_changed(self) -> None:
        """Nobody talks in a note or a milestone; another kind begins with its usual direction."""
        kind = self._kind()
        self.direction.setEnabled(kind not in SILENT_KINDS)
        if self._shown is not None and kind != self._shown.kind:
            self.direction.choose(default_direction(kind) or "both")

    def _show_resolved(self) -> None:
        self._resolved_row.setVisible(self.toggles.marks["complaint"].isChecked())

    def _say(self, why: str) -> None:
        self.error.setText(why)
        self.error.setVisible(bool(why))
        if why:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, why))

    def _rows(self) -> tuple[Labelled, ...]:
        return self._when, self._people_row, self._resolved_row

    def _lay_out(self) -> None:
        tools, px = self._tools, self._tools.theme.px
        self._when = Labelled(tools, "When", self._first_row())
        self._people_row = Labelled(tools, "With", self.people)
        self._resolved_row = Labelled(tools, "Put right on", self.resolved)
        self.resolved.setFixedWidth(px(DAY_WIDTH))
        self.summary.setTabChangesFocus(True)
        self.summary.setFixedHeight(TEXT_LINES * tools.theme.fonts.line(BODY) + px(14))
        card = QFrame()
        card.setProperty("pane", "card")
        around = QVBoxLayout(self)
        around.setContentsMargins(INSET, 0, INSET, 4)  # as the rows are, in whose place it stands
        around.addWidget(card)
        column = QVBoxLayout(card)
        column.setContentsMargins(13, 12, 13, 14)
        column.setSpacing(12)
        column.addWidget(self._when)
        column.addWidget(Labelled(tools, "What happened", self.summary))
        column.addWidget(self._people_row)
        column.addWidget(self.toggles)
        column.addWidget(self._resolved_row)
        column.addWidget(Labelled(tools, "Place", self.place))
        column.addWidget(self.planned)
        column.addWidget(self.error)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.save_button)
        foot.addWidget(self.cancel_button)
        foot.addStretch(1)
        column.addLayout(foot)

    def _first_row(self) -> QWidget:
        """Day, time, kind and direction, side by side where there is room."""
        row = QWidget()
        flow = FlowLayout(row, gap=8)
        self.day.setAccessibleName("Day")
        self.at.setAccessibleName("Time")
        widths = (DAY_WIDTH, TIME_WIDTH, CHOICE_WIDTH, CHOICE_WIDTH)
        for field, width in zip((self.day, self.at, self.kind, self.direction), widths, strict=True):
            field.setFixedWidth(self._tools.theme.px(width))
            flow.addWidget(field)
        self.at.setPlaceholderText("Time")
        return row
