"""The panel of a new referral: who, by whom or to whom, how, and what happens next; people are made with it."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from refdesk.domain.obligations import days_after
from refdesk.domain.records import Consents
from refdesk.gui.contacts.edit_people import PersonLine
from refdesk.gui.theme.fonts import MEDIUM, SEMIBOLD, SMALL, TITLE2
from refdesk.gui.view import Tools
from refdesk.gui.widgets.asking_card import AskingCard
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.check_box import CheckBox
from refdesk.gui.widgets.day_field import DayField
from refdesk.gui.widgets.days import qt_day
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.scrolling import scrolling
from refdesk.gui.widgets.segment import Choice, Segment
from refdesk.services.new_referral import NewReferral, Who

DIRECTIONS = (Choice("received", "I received it"), Choice("given", "I give it"))
LEVELS = (Choice("recommendation", "Recommended me"), Choice("introduction", "Introduced us"))
LEVELS_GIVEN = (Choice("recommendation", "I recommend them"), Choice("introduction", "I introduce them"))
NEXT = (Choice("agreed", "It’s agreed"), Choice("made", "It has happened"))
WHICH = "Several people are called that. Choose one from the list."
ASK_BOTH = "Ask both first. Tick who is happy to meet already; the words for an introduction wait for both."


class WhoField(PersonLine):
    """Somebody of the book, or somebody new: a typed name that nobody has makes them."""

    def __init__(self, tools: Tools, name: str) -> None:
        super().__init__(tools, name)
        self._id = ""
        self.chosen.connect(self._choose)
        self.textEdited.connect(self._forget)

    def begin(self, id_: str = "", name: str = "") -> None:
        """Start with somebody, or empty."""
        self._id = id_
        self.setText(name)

    def who(self) -> Who | None:
        """Whom the field names; None where that may be several."""
        if self._id or not self.text().strip():
            return Who(id=self._id)
        meant = self.best()
        return None if meant is None else Who(id=meant[0], name=meant[1])

    def _choose(self, id_: str, name: str) -> None:
        self._id = id_
        self.setText(name)

    def _forget(self) -> None:
        self._id = ""


class NewReferralPanel(AskingCard):
    """`asked` carries a `NewReferral`, `cancelled` says that there is to be none."""

    asked = Signal(object)

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._theme = tools, tools.theme
        theme = tools.theme
        self.setProperty("pane", "panel")
        self.setAccessibleName("New referral")
        self.direction = Segment(theme, "Received or given?", DIRECTIONS)
        self.prospect = WhoField(tools, "Who was referred?")
        self.other = WhoField(tools, "By whom?")
        self.level = Segment(theme, "How?", LEVELS)
        self.level_given = Segment(theme, "How?", LEVELS_GIVEN)
        self.next = Segment(theme, "What happens next?", NEXT)
        self.day = DayField(theme, "When will you know?")
        self.to_agrees = CheckBox(theme, "Who receives it is happy to meet")
        self.prospect_agrees = CheckBox(theme, "Who is referred is happy to meet")
        self.save = Button(theme, "Note it", Kind.PRIMARY)
        self._error = Label(theme, "", SMALL, "bad", SEMIBOLD, wrap=True)
        self._labels: dict[QWidget, Label] = {}
        self._how = QWidget()
        self._how.setAccessibleName("How?")
        self._consents = QWidget()
        self._lay_out()
        self.direction.chosen.connect(self._show_direction)
        self.next.chosen.connect(self._show_next)
        self.prospect.textEdited.connect(self._clear)
        self.other.textEdited.connect(self._clear)
        self.setFocusProxy(self.prospect)

    def begin(self, other: str = "", name: str = "") -> None:
        """Start anew, perhaps with who refers; how it was made is for the user to say."""
        self.direction.choose("received")
        self.prospect.begin()
        self.other.begin(other, name)
        for segment in (self.level, self.level_given):
            segment.choose_none()
        self.next.choose("agreed")
        self.to_agrees.setChecked(False)
        self.prospect_agrees.setChecked(False)
        self._show_direction("received")
        self._clear()
        self.prospect.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self) -> None:
        """Ask for the referral, or say which answer is missing."""
        prospect, other = self.prospect.who(), self.other.who()
        for field, who in ((self.prospect, prospect), (self.other, other)):
            if who is None or who.is_nobody:
                self.refuse(WHICH if who is None else f"{self._labels[field].text()} Name one person.")
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        level = self._level().key()
        if not level:
            self.refuse("How? Choose one of the two.")
            return
        if prospect is not None and other is not None:
            self.asked.emit(self._new(prospect, other, level))

    def refuse(self, sentence: str) -> None:
        """Say under the answers why not."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self.setAccessibleDescription(sentence)

    def _new(self, prospect: Who, other: Who, level: str) -> NewReferral:
        today = self._tools.session.today
        given, made = self.direction.key() == "given", self.next.key() == "made"
        agreed = Consents(
            to=today if self.to_agrees.isChecked() else None,
            prospect=today if self.prospect_agrees.isChecked() else None,
        )
        return NewReferral(
            direction="given" if given else "received",
            prospect=prospect,
            other=other,
            level="introduction" if level == "introduction" else "recommendation",
            made=made,
            on=self.day.day() if made else today,
            confirm_by=None if made or given else self.day.day(),
            consents=agreed if given else Consents(),
        )

    def _level(self) -> Segment:
        return self.level_given if self.direction.key() == "given" else self.level

    def _lay_out(self) -> None:
        body = QFrame()
        body.setProperty("pane", "panel")
        column = QVBoxLayout(body)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(4)
        column.addWidget(Label(self._theme, "New referral", TITLE2))
        column.addWidget(self.direction)
        how = QVBoxLayout(self._how)
        how.setContentsMargins(0, 0, 0, 0)
        how.addWidget(self.level)
        how.addWidget(self.level_given)
        for field in (self.prospect, self.other, self._how, self.next, self.day):
            label = Label(self._theme, field.accessibleName(), SMALL, "text2", MEDIUM)
            label.setBuddy(field)
            self._labels[field] = label
            column.addSpacing(8)
            column.addWidget(label)
            column.addWidget(field)
        consents = QVBoxLayout(self._consents)
        consents.setContentsMargins(0, 10, 0, 0)
        for widget in (Label(self._theme, ASK_BOTH, SMALL, "text2", wrap=True), self.to_agrees, self.prospect_agrees):
            consents.addWidget(widget)
        column.addWidget(self._consents)
        column.addWidget(self._error)
        column.addSpacing(12)
        column.addLayout(self._lay_out_buttons())
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(body))

    def _lay_out_buttons(self) -> QHBoxLayout:
        cancel = Button(self._theme, "Cancel", Kind.GHOST)
        self.save.clicked.connect(self.ask)
        cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addWidget(cancel)
        row.addStretch(1)
        return row

    def _show_direction(self, direction: str) -> None:
        given = direction == "given"
        self._name(self.prospect, "Who is referred?" if given else "Who was referred?")
        self._name(self.other, "To whom?" if given else "By whom?")
        self.level.setVisible(not given)
        self.level_given.setVisible(given)
        self._show_next(self.next.key())

    def _show_next(self, stands: str) -> None:
        today = self._tools.session.today
        given, made = self.direction.key() == "given", stands == "made"
        self._consents.setVisible(given and not made)
        self.day.setVisible(made or not given)
        self._labels[self.day].setVisible(made or not given)
        self._name(self.day, "When was it?" if made else "When will you know?")
        self.day.setMaximumDate(qt_day(today if made else date.max))
        days = self._tools.session.desk().policy.confirm_within
        self.day.set_day(today if made else days_after(today, days))

    def _name(self, field: QWidget, words: str) -> None:
        self._labels[field].setText(words)
        field.setAccessibleName(words)

    def _clear(self) -> None:
        self.refuse("")
