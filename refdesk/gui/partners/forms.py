"""The forms of the view of partners: begin a partnership, log a swap, change what is agreed; each a card."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from refdesk.gui.contacts.edit_people import PersonLine
from refdesk.gui.partners.words import QUESTION
from refdesk.gui.theme.fonts import BODY, MEDIUM, SEMIBOLD, SMALL, TITLE2
from refdesk.gui.view import Tools
from refdesk.gui.widgets.asking_card import AskingCard
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.check_box import CheckBox
from refdesk.gui.widgets.day_field import DayField
from refdesk.gui.widgets.days import qt_day
from refdesk.gui.widgets.focus import lead_focus
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.spin import NumberBox
from refdesk.services.new_referral import Who
from refdesk.services.partner_list import PartnerLine
from refdesk.services.partners import BOTH, Beginning, Swap

LONGEST_RHYTHM = 365
MANY = "Which {}? Choose from the list, or type the whole name."


class CardForm(AskingCard):
    """A title, fields with their labels, an error, a verb and Cancel; Enter asks, Esc cancels.

    `asked` carries what was answered; a subclass says in `answer` what that is, or why there is none yet.
    """

    asked = Signal(object)

    def __init__(self, tools: Tools, title: str, verb: str) -> None:
        super().__init__()
        self.tools = tools
        self.setProperty("pane", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._title = Label(tools.theme, title, TITLE2, wrap=True)
        self._error = Label(tools.theme, "", SMALL, "bad", SEMIBOLD, wrap=True)
        self.verb = Button(tools.theme, verb, Kind.PRIMARY)
        self._cancel = Button(tools.theme, "Cancel", Kind.GHOST)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 18, 20, 18)
        self.column.setSpacing(4)
        self.column.addWidget(self._title)
        self.verb.clicked.connect(self.ask)
        self._cancel.clicked.connect(self.cancelled)

    def answer(self) -> object | None:
        """What was answered; None after saying what is missing."""
        raise NotImplementedError

    def ask(self) -> None:
        """Tell the answer, if there is one."""
        self.say("")
        if (answer := self.answer()) is not None:
            self.asked.emit(answer)

    def say(self, error: str, field: QWidget | None = None) -> None:
        """Say what is missing, and go there; an empty error takes the words away."""
        self._error.setText(error)
        self._error.setVisible(bool(error))
        if field is not None:
            field.setAccessibleDescription(error)
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_title(self, words: str) -> None:
        """Call the form this."""
        self._title.setText(words)

    def add_field(self, words: str, field: QWidget) -> None:
        """Put a field under its label."""
        label = Label(self.tools.theme, words, SMALL, "text2", MEDIUM)
        label.setBuddy(field)
        field.setAccessibleName(words)
        self.column.addSpacing(8)
        self.column.addWidget(label)
        self.column.addWidget(field)

    def finish(self, first: QWidget) -> None:
        """End the form with its error and its buttons; the focus begins at ``first``."""
        row = QHBoxLayout()
        row.addWidget(self.verb)
        row.addWidget(self._cancel)
        row.addStretch(1)
        self.column.addWidget(self._error)
        self.column.addSpacing(12)
        self.column.addLayout(row)
        self.say("")
        lead_focus(self, first)

    def who(self, line: PersonLine) -> Who | None:
        """Whom a line names, perhaps nobody; None where several are meant, which is said."""
        typed = line.text().strip()
        if not typed:
            return Who()
        meant = line.best()
        if meant is None:
            self.say(MANY.format(typed), line)
            return None
        return Who(*meant)


class BeginForm(CardForm):
    """Who is to be a partner, after the two questions; `asked` carries a `Beginning`."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, "Add a partner", "Add partner")
        theme = tools.theme
        self.person = PersonLine(tools, "Who?")
        self.equal = CheckBox(theme, "We can refer about equally")
        self.trusting = CheckBox(theme, "We trust each other’s work")
        self.seeks = QLineEdit()
        self.seeks.setPlaceholderText("dentists buying a first practice")
        self.day = DayField(theme, "First swap")
        self.person.chosen.connect(self._chose)
        self.add_field("Who?", self.person)
        self.column.addSpacing(10)
        self.column.addWidget(Label(theme, QUESTION, BODY, weight=SEMIBOLD, wrap=True))
        self.column.addWidget(self.equal)
        self.column.addWidget(self.trusting)
        self.add_field("Whom do they look for?", self.seeks)
        self.add_field("First swap", self.day)
        self.finish(self.person)

    def begin(self, suggested: date) -> None:
        """Start anew; ``suggested`` is a day for the first swap."""
        self.person.clear()
        self.seeks.clear()
        for box in (self.equal, self.trusting):
            box.setChecked(False)
        self.day.setMinimumDate(qt_day(self.tools.session.today))
        self.day.set_day(suggested)
        self.say("")

    def answer(self) -> Beginning | None:
        """The beginning, once a person is named and both questions are answered with yes."""
        who = self.who(self.person)
        if who is None:
            return None
        if not who.id:
            name = who.name.strip()
            unknown = f"{name} isn’t in your contacts yet. Add them with Ctrl+N first." if name else "Who will it be?"
            self.say(unknown, self.person)
            return None
        if not (self.equal.isChecked() and self.trusting.isChecked()):
            self.say(BOTH, self.trusting if self.equal.isChecked() else self.equal)
            return None
        return Beginning(person=who.id, equal=True, trusting=True, seeks=self.seeks.text(), next_on=self.day.day())

    def _chose(self, _: str, name: str) -> None:
        self.person.setText(name)
        self.equal.setFocus(Qt.FocusReason.OtherFocusReason)


class SwapForm(CardForm):
    """What was swapped, and when; `asked` carries a `Swap`."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, "Log a swap", "Log swap")
        theme = tools.theme
        self.gave = PersonLine(tools, "A name you gave")
        self.received = PersonLine(tools, "A name you received")
        self.helped = CheckBox(theme, "You helped them besides")
        self.was_helped = CheckBox(theme, "They helped you besides")
        self.words = QLineEdit()
        self.words.setPlaceholderText("Went through both lists")
        self.day = DayField(theme, "When?")
        for line in (self.gave, self.received):
            line.chosen.connect(self._chose)
        self.add_field("When?", self.day)
        self.add_field("A name you gave", self.gave)
        self.add_field("A name you received", self.received)
        self.column.addSpacing(8)
        self.column.addWidget(self.helped)
        self.column.addWidget(self.was_helped)
        self.add_field("What did you talk about?", self.words)
        self.finish(self.gave)

    def begin(self, line: PartnerLine, today: date) -> None:
        """Start anew with this partner, today."""
        self.set_title(f"Log a swap with {line.name}")
        for field in (self.gave, self.received, self.words):
            field.clear()
        for box in (self.helped, self.was_helped):
            box.setChecked(False)
        self.day.setMaximumDate(qt_day(today))
        self.day.set_day(today)
        self.say("")

    def answer(self) -> Swap | None:
        """The swap, once it is clear who is meant."""
        gave = self.who(self.gave)
        received = self.who(self.received) if gave is not None else None
        if gave is None or received is None:
            return None
        return Swap(
            on=self.day.day(),
            words=self.words.text(),
            gave=gave,
            received=received,
            helped=self.helped.isChecked(),
            was_helped=self.was_helped.isChecked(),
        )

    def _chose(self, _: str, name: str) -> None:
        line = self.sender()
        if isinstance(line, PersonLine):
            line.setText(name)


class ReviseForm(CardForm):
    """Whom they look for, and how often the two meet; `asked` carries (text, days)."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, "Change the partnership", "Save")
        self.seeks = QLineEdit()
        self.every = NumberBox("Meet again after how many days?")
        self.every.setRange(1, LONGEST_RHYTHM)
        self.add_field("Whom do they look for?", self.seeks)
        self.add_field("Meet again after how many days?", self.every)
        self.finish(self.seeks)

    def begin(self, line: PartnerLine) -> None:
        """Show what is agreed now."""
        self.set_title(f"Swaps with {line.name}")
        self.seeks.setText(line.partner.seeks)
        self.every.setRange(1, max(LONGEST_RHYTHM, line.partner.every_days))
        self.every.setValue(line.partner.every_days)
        self.say("")

    def answer(self) -> tuple[str, int]:
        """What stands in the fields."""
        return self.seeks.text(), self.every.value()
