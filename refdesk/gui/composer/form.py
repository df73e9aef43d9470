"""The left of the composer: what is asked for, to whom, why, when, how it is known, and why now where it is early."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from refdesk.domain.records import Ask
from refdesk.gui.composer.head import Head
from refdesk.gui.composer.level_cards import LevelCards
from refdesk.gui.composer.target import TargetField
from refdesk.gui.composer.words import BIG_STEP, OCCASIONS, WAYS, action_for, occasion_parts, said_occasion
from refdesk.gui.theme.fonts import BODY, SEMIBOLD, SMALL
from refdesk.gui.view import Tools
from refdesk.gui.widgets.choice import Choice
from refdesk.gui.widgets.day_field import DayField
from refdesk.gui.widgets.days import day_text, qt_day
from refdesk.gui.widgets.label import Label
from refdesk.services.asking import NO_REASON, NO_TARGET, Preparation

WHY_PLACEHOLDER = "Turns 60 next year, and has no plan yet for who takes on the firm."
NEW = "they"
FEWEST_LETTERS = 6


class Form(QFrame):
    """`edited` tells of every change by the user; `ask` is what the fields say."""

    edited = Signal()

    def __init__(self, tools: Tools, preparing: Preparation) -> None:
        super().__init__()
        self._tools = tools
        self._preparing = preparing
        self._first = preparing.card.person.first_name
        self.setProperty("pane", "base")
        theme = tools.theme
        self.levels = LevelCards(theme)
        self.big_step = Label(theme, BIG_STEP, SMALL, "warn", wrap=True)
        self.target = TargetField(tools, preparing.card.person.id)
        self.why_title = Label(theme, "", BODY, weight=SEMIBOLD, wrap=True)
        self.why = QLineEdit()
        self.why.setPlaceholderText(WHY_PLACEHOLDER)
        self.kind = Choice(theme, "Occasion", [(kind, kind) for kind in OCCASIONS])
        self.on = DayField(theme, "The day on which you will ask")
        self.place = QLineEdit()
        self.place.setPlaceholderText("Where?")
        self.place.setAccessibleName("Where you will ask")
        ways = [f"{self._first} {way}" for way in WAYS]
        self.how = Choice(theme, "How will you know it happened?", [(way, way) for way in ways])
        self.by = DayField(theme, "By which day you will know")
        self.hint = Label(theme, "", SMALL, "text2", wrap=True)
        self.reason = QLineEdit()
        self.reason.setAccessibleName("Why do you ask now?")
        self.reason_error = Label(theme, "", SMALL, "bad", wrap=True)
        for choice in (self.kind, self.how):
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(FEWEST_LETTERS)
        self._load(preparing.ask)
        self._lay_out()
        self._connect()
        self._take_up()

    def ask(self) -> Ask:
        """The ask as the fields say it; the words are the other side's."""
        ask, target, profile = self._preparing.ask, self.target.person(), self.target.profile_chosen()
        level = self.levels.level()
        return replace(
            ask,
            target_person=target.id if target else "",
            target_profile=profile.id if profile else "",
            level=level,
            why_glad=self.why.text().strip(),
            action=self._own_action or action_for(level, target, profile),
            occasion=said_occasion(self.kind.key(), self.place.text()),
            occasion_on=self.on.day(),
            confirm_how=self.how.key(),
            confirm_by=self.by.day(),
            override_why=self.reason.text().strip(),
        )

    def problem(self) -> bool:
        """Say under its field what is missing for a plan; False where nothing is."""
        if self.target.person() is None and self.target.profile_chosen() is None:
            self.target.refuse(NO_TARGET)
            return True
        if not self._preparing.is_ready and not self.reason.text().strip():
            why = NO_REASON.format(first=self._first)
            self.reason_error.setText(why)
            self.reason_error.show()
            self.reason.setAccessibleDescription(why)
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def first_empty(self) -> QWidget:
        """Where the keyboard begins: the first field in which nothing stands."""
        if self.target.person() is None and self.target.profile_chosen() is None:
            return self.target.first()
        return self.why

    def _load(self, ask: Ask) -> None:
        self.levels.show_level(ask.level or "recommendation", self._first)
        self.target.load(ask.target_person, ask.target_profile)
        derived = action_for(self.levels.level(), self.target.person(), self.target.profile_chosen())
        self._own_action = ask.action if ask.action != derived else ""
        self.why.setText(ask.why_glad)
        kind, place = occasion_parts(ask.occasion)
        _choose_or_add(self.kind, kind)
        self.place.setText(place)
        today = self._tools.session.today
        for field, day in ((self.on, ask.occasion_on), (self.by, ask.confirm_by)):
            field.setMinimumDate(qt_day(today))
            field.set_day(max(day or today, today))
        if ask.confirm_how:
            _choose_or_add(self.how, ask.confirm_how)
        self.reason.setText(ask.override_why)

    def _lay_out(self) -> None:
        theme = self._tools.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 16, 22, 16)
        column.setSpacing(6)
        column.addWidget(Head(theme, self._preparing))
        if not self._preparing.is_ready:
            self._add(column, "Why do you ask now?", self.reason)
            column.addWidget(self.reason_error)
        self._add(column, "What are you asking for?", self.levels)
        column.addWidget(self.big_step)
        column.addSpacing(8)
        column.addWidget(self.target)
        column.addSpacing(8)
        self.why_title.setBuddy(self.why)
        column.addWidget(self.why_title)
        column.addWidget(self.why)
        self._add(column, "When will you ask, face to face?", _row((self.kind, 2), (self.on, 3), (self.place, 3)))
        by = Label(theme, "by", BODY, "text2")
        self._add(column, "How will you know it happened?", _row((self.how, 5), (by, 0), (self.by, 3)))
        column.addWidget(self.hint)
        column.addStretch(1)
        self.reason_error.hide()

    def _add(self, column: QVBoxLayout, question: str, field: QWidget) -> None:
        label = Label(self._tools.theme, question, BODY, weight=SEMIBOLD, wrap=True)
        label.setBuddy(field)
        column.addSpacing(8)
        column.addWidget(label)
        column.addWidget(field)

    def _connect(self) -> None:
        for line in (self.why, self.place, self.reason):
            line.textEdited.connect(self._changed)
        for choice in (self.kind, self.how):
            choice.activated.connect(self._changed)
        for day in (self.on, self.by):
            day.dateChanged.connect(self._changed)
        self.levels.chosen.connect(self._changed)
        self.target.changed.connect(self._changed)

    def _changed(self) -> None:
        self._take_up()
        self.edited.emit()

    def _take_up(self) -> None:
        """Let what speaks of other fields say what they say now."""
        target = self.target.person()
        question = f"Why would {target.first_name if target else NEW} be glad of it?"
        self.why_title.setText(question)
        self.why.setAccessibleName(question)
        self.big_step.setVisible(self._preparing.is_big_step(self.levels.level()))
        by = day_text(self.by.day(), "d MMMM")
        self.hint.setText(f"Agree this with {self._first}. You’ll be reminded to check on {by}.")
        if self.reason.text().strip():
            self.reason_error.hide()


def _row(*parts: tuple[QWidget, int]) -> QWidget:
    """Fields side by side, each with its share of the room."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for part, share in parts:
        row.addWidget(part, share)
    return holder


def _choose_or_add(choice: Choice, words: str) -> None:
    """Choose these words, which somebody may have put otherwise than they are offered."""
    if choice.findData(words) < 0:
        choice.addItem(words, words)
    choice.choose(words)
