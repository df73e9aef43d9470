"""After the day: did you ask? Four answers, and after a yes what was agreed on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from refdesk.domain.obligations import days_after
from refdesk.domain.person import Person
from refdesk.domain.records import Ask
from refdesk.gui.composer.words import WAYS
from refdesk.gui.theme.fonts import BODY, LEAD, SEMIBOLD, SMALL
from refdesk.gui.view import Tools
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.choice import Choice
from refdesk.gui.widgets.day_field import DayField
from refdesk.gui.widgets.days import qt_day
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.segment import Choice as SegmentChoice
from refdesk.gui.widgets.segment import Segment
from refdesk.services.asking import Agreement

WIDTH = 460
YES, UNSURE, NO, NOT_RAISED = "Yes, agreed", "Yes, not sure yet", "Not this time", "Didn’t come up"
UNCOMFORTABLE = "Then don’t hold them to it. Offer a recommendation instead, or find other words first."
_COMFORTABLE = (SegmentChoice("yes", "Yes"), SegmentChoice("no", "Not quite"), SegmentChoice("", "I didn’t ask"))
_IS_COMFORTABLE = {"yes": True, "no": False, "": None}


class AskAnswers(QDialog):
    """`agreed` carries an `Agreement`; Esc leaves everything as it is, and Enter presses what has the focus."""

    agreed = Signal(object)
    unsure = Signal()
    declined = Signal()
    not_raised = Signal()

    def __init__(self, tools: Tools, person: Person, ask: Ask, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools = tools
        self._first = person.first_name
        self.setWindowTitle(f"Did you ask {self._first}?")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setMinimumWidth(tools.theme.px(WIDTH))
        self._make_fields(ask)
        self.pages = QStackedWidget()
        self.pages.addWidget(self._answers_page())
        self.pages.addWidget(self._agreed_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.addWidget(self.pages)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.record)
        self.answers[YES].setFocus()

    def record(self) -> None:
        """Tell what was agreed on; words that they are not comfortable with are not."""
        if self.pages.currentIndex() == 0:
            return
        comfortable = _IS_COMFORTABLE[self.comfortable.key()]
        if comfortable is False:
            self.error.setText(UNCOMFORTABLE)
            self.error.show()
            self.comfortable.setAccessibleDescription(UNCOMFORTABLE)
            return
        self.accept()
        said = Agreement(
            action=self.action.text().strip(),
            comfortable=comfortable,
            confirm_how=self.how.key(),
            confirm_by=self.by.day(),
        )
        self.agreed.emit(said)

    def _make_fields(self, ask: Ask) -> None:
        theme, today = self._tools.theme, self._tools.session.today
        self.action = QLineEdit(ask.action)
        self.comfortable = Segment(theme, "Are they comfortable saying it?", _COMFORTABLE)
        self.comfortable.choose("")
        ways = [f"{self._first} {way}" for way in WAYS]
        known = [ask.confirm_how, *ways] if ask.confirm_how and ask.confirm_how not in ways else ways
        self.how = Choice(theme, "How will you know?", [(way, way) for way in known])
        self.how.choose(ask.confirm_how)
        self.by = DayField(theme, "By when?")
        self.by.setMinimumDate(qt_day(today))
        within = days_after(today, self._tools.session.desk().policy.confirm_within)
        self.by.set_day(ask.confirm_by if ask.confirm_by and ask.confirm_by > today else within)
        self.error = Label(theme, "", SMALL, "bad", wrap=True)
        self.error.hide()
        self.record_button = Button(theme, "Record it", Kind.PRIMARY, key="Ctrl+Enter")
        self.record_button.clicked.connect(self.record)

    def _answers_page(self) -> QWidget:
        theme = self._tools.theme
        acts = {YES: self._go_on, UNSURE: self._unsure, NO: self._declined, NOT_RAISED: self._not_raised}
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(theme, f"Did you ask {self._first}?", LEAD, wrap=True))
        self.answers = {words: Button(theme, words) for words in acts}
        for words, button in self.answers.items():
            button.setAutoDefault(True)
            button.clicked.connect(acts[words])
            column.addWidget(button)
        column.addStretch(1)
        return page

    def _agreed_page(self) -> QWidget:
        theme = self._tools.theme
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(Label(theme, f"What was agreed with {self._first}?", LEAD, wrap=True))
        for question, field in (
            (f"What will {self._first} do?", self.action),
            ("Are they comfortable saying it?", self.comfortable),
            ("How will you know?", self.how),
            ("By when?", self.by),
        ):
            label = Label(theme, question, BODY, weight=SEMIBOLD, wrap=True)
            label.setBuddy(field)
            field.setAccessibleName(question)
            column.addSpacing(6)
            column.addWidget(label)
            column.addWidget(field)
        column.addWidget(self.error)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 12, 0, 0)
        foot.addWidget(Label(theme, "The first thank-you is due today.", SMALL, "text2", wrap=True), 1)
        foot.addWidget(self.record_button)
        column.addLayout(foot)
        return page

    def _go_on(self) -> None:
        self.pages.setCurrentIndex(1)
        self.action.setFocus(Qt.FocusReason.OtherFocusReason)

    def _unsure(self) -> None:
        self.accept()
        self.unsure.emit()

    def _declined(self) -> None:
        self.accept()
        self.declined.emit()

    def _not_raised(self) -> None:
        self.accept()
        self.not_raised.emit()
