"""The fields of an entry that is being changed: a day and a time as they are typed, a choice, and its people."""

from collections.abc import Sequence
from datetime import date, time

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from refdesk.domain.daywords import MONTHS
from refdesk.formats.text_dates import find_day, find_time
from refdesk.gui.theme.fonts import SMALL
from refdesk.gui.view import Tools
from refdesk.gui.widgets.chip import ActionChip
from refdesk.gui.widgets.flow import FlowLayout
from refdesk.gui.widgets.focus import tab_after
from refdesk.gui.widgets.label import Label
from refdesk.services.facts import people_like
from refdesk.storage.agenda import names_of

TYPING_MS = 80
MOST_OFFERED = 4
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Labelled(QWidget):
    """A field under its name, with room under it for why it was refused."""

    def __init__(self, tools: Tools, name: str, field: QWidget) -> None:
        super().__init__()
        self.field = field
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        label = Label(tools.theme, name, SMALL, "text2", parent=self)
        label.setBuddy(field)
        self._error = Label(tools.theme, "", SMALL, "bad", wrap=True, parent=self)
        self._error.hide()
        for part in (label, field, self._error):
            column.addWidget(part)
        if not field.accessibleName():
            field.setAccessibleName(name)

    def refuse(self, why: str) -> None:
        """Say why, or with an empty text that it is well."""
        self._error.setText(why)
        self._error.setVisible(bool(why))
        self.field.setAccessibleDescription(why)


class DayLine(QLineEdit):
    """A day as people write it: "17 Nov", "2026-11-17", "yesterday"."""

    def show_day(self, day: date | None) -> None:
        """Write it in words, or nothing."""
        self.setText(f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}" if day else "")

    def day(self, today: date) -> date | None:
        """The day that is written; None where it is none, or nothing is."""
        text = self.text().strip()
        found = find_day(text, today)
        return found.value if found and (found.start, found.end) == (0, len(text)) else None


class TimeLine(QLineEdit):
    """A time of day as people write it: "14:30", "2pm"."""

    def show_time(self, at: time | None) -> None:
        """Write it, or nothing."""
        self.setText(f"{at:%H:%M}" if at else "")

    def time_of_day(self) -> time | None:
        """The time that is written; None where it is none, or nothing is."""
        text = self.text().strip()
        found = find_time(text)
        return found.value if found and (found.start, found.end) == (0, len(text)) else None


class NameLine(QLineEdit):
    """A name that is being typed; `picked` on Enter."""

    picked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter picks the first of those offered; Ctrl+Enter is for the form."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier or not self.text().strip():
            event.ignore()
        else:
            self.picked.emit()


class PeopleField(QWidget):
    """Who was there: each a chip to be taken away, and a line that offers whoever is called as typed."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._theme, self._session = tools.theme, tools.session
        self._people: dict[str, str] = {}
        self.line = NameLine()
        self.line.setPlaceholderText("Add somebody")
        self.line.setAccessibleName("Add somebody")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._chips, self._offers = QWidget(self), QWidget(self)
        self._chip_row, self._offer_row = FlowLayout(self._chips), FlowLayout(self._offers)
        for part in (self.line, self._offers, self._chips):
            column.addWidget(part)
        self._offers.hide()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self.offer)
        self.line.textEdited.connect(self._typed)
        self.line.picked.connect(self._pick_first)
        self.setFocusProxy(self.line)

    def people(self) -> tuple[str, ...]:
        """Their ids."""
        return tuple(self._people)

    def show_people(self, ids: Sequence[str]) -> None:
        """Show these; whoever is in the trash stays on the entry, but has no name to show."""
        known = names_of(self._session.book, ids)
        self._people = {id_: known[id_][0] if id_ in known else "Somebody deleted" for id_ in ids}
        self.line.clear()
        self._show()

    def offer(self) -> None:
        """Offer whoever is called as typed, as chips to be added."""
        self._typing.stop()
        typed = self.line.text().strip()
        found = people_like(self._session.desk(), typed) if typed else []
        found = [one for one in found if one.id not in self._people][:MOST_OFFERED]
        _empty(self._offer_row)
        for one in found:
            chip = ActionChip(self._theme, one.name, f"Add {one.name}", action="plus")
            self._put(chip, self._offer_row, self._offers, one.id)
            chip.clicked.connect(self._add_clicked)
        tab_after(self.line, _chips_of(self._offer_row))
        self._offers.setVisible(bool(found))

    def _typed(self) -> None:
        self.refused.emit("")
        self._typing.start()

    def _pick_first(self) -> None:
        self.offer()
        first = self._offer_row.itemAt(0)
        chip = first.widget() if first else None
        if isinstance(chip, ActionChip):
            chip.click()
        else:
            self.refused.emit(f"Nobody else is called “{self.line.text().strip()}”.")

    def _add_clicked(self) -> None:
        id_ = self.sender().property("person")
        self._people[id_] = names_of(self._session.book, [id_])[id_][0]
        self.line.clear()
        self.offer()
        self._show()
        self.line.setFocus()
        self.changed.emit()

    def _remove_clicked(self) -> None:
        self._people.pop(self.sender().property("person"), None)
        self._show()
        self.line.setFocus()
        self.changed.emit()

    def _show(self) -> None:
        _empty(self._chip_row)
        for id_, name in self._people.items():
            chip = ActionChip(self._theme, name, f"Take {name} away", icon="user-check")
            self._put(chip, self._chip_row, self._chips, id_)
            chip.clicked.connect(self._remove_clicked)
        tab_after(self.line, _chips_of(self._chip_row))
        self._chips.setVisible(bool(self._people))

    def _put(self, chip: ActionChip, row: FlowLayout, parent: QWidget, id_: str) -> None:
        chip.setParent(parent)
        chip.setProperty("person", id_)
        row.addWidget(chip)
        chip.show()


def _chips_of(row: FlowLayout) -> list[QWidget]:
    items = (row.itemAt(place) for place in range(row.count()))
    widgets = (item.widget() for item in items if item is not None)
    return [widget for widget in widgets if widget is not None]


def _empty(row: FlowLayout) -> None:
    while item := row.takeAt(0):
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
