"""The fields of a person: each shows one part of their record, and gives the record back with what was typed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from refdesk.domain.person import Person
from refdesk.domain.words import ROLES
from refdesk.gui.contacts import facts_words as words
from refdesk.gui.contacts.edit_offers import OfferLine
from refdesk.gui.log.toggles import Toggle
from refdesk.gui.view import Tools
from refdesk.gui.widgets.choice import Choice
from refdesk.gui.widgets.flow import FlowLayout

LINE, FRAME = 18, 14
NOT_A_DAY = "This isn’t a day of the calendar. Write it as 12 March 2019."
NOT_A_RHYTHM = "Write a rhythm as “every 4 weeks” or “3 months”, or leave it empty."


class Field(QWidget):
    """One part of a person. `changed` tells of every change by the user, `submitted` of Enter in a line."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, tools: Tools, name: str, parent: QWidget | None = None) -> None:
        """`name` is its label, which screen readers say too."""
        super().__init__(parent)
        self.tools = tools
        self.name = name
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)

    def load(self, person: Person) -> None:
        """Show the part of this person."""
        raise NotImplementedError

    def apply(self, person: Person) -> Person:
        """The person with what the field says; only asked where there is no `problem`."""
        raise NotImplementedError

    def problem(self) -> str:
        """Why what was typed can't be kept, in one sentence; empty where it can."""
        return ""

    def hint(self) -> str:
        """What the user may want to look at again, though it is kept."""
        return ""

    def newcomers(self) -> Sequence[Person]:
        """The people whom it names and the book has not yet."""
        return ()


class LineField(Field):
    """One line of text."""

    def __init__(
        self, tools: Tools, name: str, part: str, placeholder: str = "", line: QLineEdit | None = None
    ) -> None:
        super().__init__(tools, name)
        self.part = part
        self.line = line or QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(placeholder)
        self.line.textEdited.connect(self.changed)
        self.line.returnPressed.connect(self.submitted)
        self.column.addWidget(self.line)
        self.setFocusProxy(self.line)

    def load(self, person: Person) -> None:
        """Show the text."""
        show(self.line, getattr(person, self.part))

    def apply(self, person: Person) -> Person:
        """With the text, without space around it."""
        return with_part(person, self.part, self.line.text().strip())


class NameField(LineField):
    """The one field that a person cannot do without."""

    def problem(self) -> str:
        """That there is none."""
        return "" if self.line.text().strip() else "A person needs a name."


class TextField(Field):
    """Several lines of text; Ctrl+Enter belongs to whoever holds the field."""

    def __init__(self, tools: Tools, name: str, part: str, lines: int = 4) -> None:
        super().__init__(tools, name)
        self.part = part
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(name)
        self.text.setTabChangesFocus(True)
        self._lines = lines
        self._measure()
        tools.theme.changed.connect(self._measure)
        self.text.textChanged.connect(self.changed)
        self.column.addWidget(self.text)
        self.setFocusProxy(self.text)

    def load(self, person: Person) -> None:
        """Show the text."""
        blocked = self.text.blockSignals(True)
        self.text.setPlainText(getattr(person, self.part))
        self.text.blockSignals(blocked)

    def apply(self, person: Person) -> Person:
        """With the text."""
        return with_part(person, self.part, self.text.toPlainText().strip())

    def _measure(self) -> None:
        self.text.setFixedHeight(self.tools.theme.px(LINE * self._lines + FRAME))


class DayField(LineField):
    """A day up to today, in words or figures; a year alone will do."""

    def load(self, person: Person) -> None:
        """Show the day."""
        day = getattr(person, self.part)
        show(self.line, words.day_text(day) if day else "")

    def problem(self) -> str:
        """That no day was read."""
        typed = self.line.text().strip()
        today = self.tools.session.today
        day = words.read_day(typed, today) if typed else None
        if typed and day is None:
            return NOT_A_DAY
        return "This day lies ahead." if day and day > today else ""

    def apply(self, person: Person) -> Person:
        """With the day, or none."""
        typed = self.line.text().strip()
        return with_part(person, self.part, words.read_day(typed, self.tools.session.today) if typed else None)


class PartialField(LineField):
    """A day of every year, with its year or without."""

    def load(self, person: Person) -> None:
        """Show the day."""
        show(self.line, words.partial_text(getattr(person, self.part)))

    def problem(self) -> str:
        """That no day was read."""
        typed = self.line.text().strip()
        return NOT_A_DAY if typed and words.read_partial(typed) is None else ""

    def apply(self, person: Person) -> Person:
        """With the day, or none."""
        return with_part(person, self.part, words.read_partial(self.line.text()) or "")


class RhythmField(LineField):
    """How often the two want to speak."""

    def __init__(self, tools: Tools, name: str) -> None:
        self._rhythms = QStringListModel(words.RHYTHMS)
        line = OfferLine(self._rhythms)
        super().__init__(tools, name, "cadence_days", "every 4 weeks", line)
        line.setCompleter(line.offers)
        line.offers.activated.connect(self.changed)

    def load(self, person: Person) -> None:
        """Show it in words."""
        show(self.line, words.rhythm_text(person.cadence_days))

    def problem(self) -> str:
        """That no rhythm was read."""
        try:
            words.read_rhythm(self.line.text())
        except ValueError:
            return NOT_A_RHYTHM
        return ""

    def apply(self, person: Person) -> Person:
        """With the rhythm in days, or none."""
        return replace(person, cadence_days=words.read_rhythm(self.line.text()))


class TrustField(Field):
    """The user's own judgement of how far they are trusted."""

    def __init__(self, tools: Tools, name: str) -> None:
        super().__init__(tools, name)
        self.combo = Choice(tools.theme, name, tuple(words.TRUST_WORDS.items()))
        self.combo.activated.connect(self.changed)
        self.combo.installEventFilter(self)
        self.column.addWidget(self.combo)
        self.setFocusProxy(self.combo)

    def load(self, person: Person) -> None:
        """Show it."""
        self.combo.choose(person.trust)

    def apply(self, person: Person) -> Person:
        """With what was chosen."""
        return with_part(person, "trust", self.combo.key())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter on the closed box submits, as it does in a line; the arrows and Space choose."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and _is_enter(event):
            self.submitted.emit()
            return True
        if event.type() == QEvent.Type.Wheel:  # it scrolls the page, and changes nothing that nobody looks at
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class RolesField(Field):
    """What somebody is to the user; several at once are normal."""

    def __init__(self, tools: Tools, name: str) -> None:
        super().__init__(tools, name)
        flow = FlowLayout(gap=6)
        self.boxes = {role: Toggle(tools.theme, words.ROLE_WORDS[role], self) for role in ROLES}
        for box in self.boxes.values():
            box.clicked.connect(self.changed)
            flow.addWidget(box)
        self.column.addLayout(flow)
        self.setFocusProxy(next(iter(self.boxes.values())))

    def load(self, person: Person) -> None:
        """Press them."""
        for role, box in self.boxes.items():
            box.setChecked(role in person.roles)

    def apply(self, person: Person) -> Person:
        """With those that are pressed; what was there keeps its place."""
        pressed = [role for role, box in self.boxes.items() if box.isChecked()]
        kept = [role for role in person.roles if role in pressed]
        return replace(person, roles=tuple(dict.fromkeys([*kept, *pressed])))


class NeverAskField(Field):
    """The user's choice never to ask somebody, and why."""

    def __init__(self, tools: Tools, name: str) -> None:
        super().__init__(tools, name)
        self.box = Toggle(tools.theme, "Never ask for a referral", self)
        self.why = QLineEdit()
        self.why.setAccessibleName("Why never ask")
        self.why.setPlaceholderText("Why, if you like")
        self.box.clicked.connect(self._pressed)
        self.why.textEdited.connect(self.changed)
        self.why.returnPressed.connect(self.submitted)
        self.column.addWidget(self.box)
        self.column.addWidget(self.why)
        self.setFocusProxy(self.box)

    def load(self, person: Person) -> None:
        """Show the choice."""
        self.box.setChecked(person.do_not_ask)
        show(self.why, person.do_not_ask_why)
        self.why.setEnabled(person.do_not_ask)

    def apply(self, person: Person) -> Person:
        """With the choice; a reason goes with it."""
        never = self.box.isChecked()
        return replace(person, do_not_ask=never, do_not_ask_why=self.why.text().strip() if never else "")

    def _pressed(self) -> None:
        self.why.setEnabled(self.box.isChecked())
        self.changed.emit()


def _is_enter(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()


def show(line: QLineEdit, words: str) -> None:
    """Show words in a line from their beginning, however long they are."""
    line.setText(words)
    line.setCursorPosition(0)


def with_part(person: Person, part: str, value: Any) -> Person:
    """The person with another value in one of the record's fields."""
    return replace(person, **{part: value})
