"""The log line with all that belongs to it: the chips, the question, the toggles, and why it was refused."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from refdesk.domain.errors import KnownError
from refdesk.domain.words import Mark, Satisfaction
from refdesk.formats.log_line.hints import Guess, Hint
from refdesk.formats.log_line.tokens import put_follow_up, put_mark, put_satisfaction
from refdesk.gui.log.chip_row import ChipRow
from refdesk.gui.log.line_edit import LineEdit
from refdesk.gui.log.question_row import QuestionRow
from refdesk.gui.log.toggles import Toggles
from refdesk.gui.log.understood import Question, answered, chips_of, follow_up_question, question_of
from refdesk.gui.theme.fonts import SMALL
from refdesk.gui.view import Tools
from refdesk.gui.widgets.label import Label
from refdesk.services.log_line import log_draft
from refdesk.services.log_preview import Draft, Preview, preview

TYPING_MS = 80
"""How long the typing rests before the line is read."""


class LinePanel(QWidget):
    """Used by the log line over the window and by the one of a contact, which differ in the box around `edit`.

    `logged` is emitted when an entry was written; the line is empty then.
    """

    logged = Signal()

    def __init__(self, tools: Tools, edit: LineEdit, head: QWidget, *, people_leave: bool) -> None:
        """`head` is the box that holds `edit`; `people_leave` says that the user may take the people away."""
        super().__init__()
        self._session = tools.session
        self._draft = Draft(text="")
        self._refused: tuple[Guess, ...] = ()
        self._read: Preview | None = None
        self.edit = edit
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)  # before what stands below it is made, for that is the order of Tab
        self.chips = ChipRow(tools.theme, self, edit, people_leave=people_leave)
        self.question = QuestionRow(tools.theme, self, edit)
        self.toggles = Toggles(tools.theme, self)
        self.error = Label(tools.theme, "", SMALL, "bad", wrap=True, parent=self)
        self.error.hide()
        self.below = QVBoxLayout()
        self.below.setContentsMargins(0, 8, 0, 0)
        self.below.setSpacing(8)
        for part in (self.error, self.chips, self.question, self.toggles):
            self.below.addWidget(part)
        column.addLayout(self.below)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._connect()

    def draft(self) -> Draft:
        """What is being typed, with the answers given so far."""
        return replace(self._draft, text=self.edit.toPlainText())

    def set_draft(self, draft: Draft) -> None:
        """Begin with this line, or go on with it."""
        self._refused = ()
        self._draft = draft
        if self.edit.toPlainText() != draft.text:
            self.edit.replace_text(draft.text)
        self._say("")
        self.understand()

    def switch_on(self, marks: Sequence[Mark]) -> None:
        """Type these toggles into the line."""
        text = self.edit.toPlainText()
        for mark in marks:
            text = put_mark(text, mark, on=True)
        if text != self.edit.toPlainText():
            self.edit.replace_text(text)
            self.understand()

    def understand(self) -> None:
        """Read the line and show what was understood."""
        self._typing.stop()
        self._draft = self.draft()
        desk, now = self._session.desk(), self._now()
        try:
            read = preview(desk, self._draft, now)
        except KnownError as error:
            self._say(str(error))
            return
        self._read = read
        self.chips.show_chips(chips_of(read, self._draft, desk.today, now))
        self.question.ask(question_of(read, self._draft, self._refused))
        self.toggles.show_state(read.line.marks, read.line.satisfaction)

    def save(self) -> bool:
        """Log it; what stands against it is said under the line, and nothing is lost."""
        self.understand()
        asked = self.question.question()
        if asked is not None and asked.asked in ("which", "whose"):
            self._say(f"{asked.words} Press Alt and the number of the answer.")
            return False
        try:
            logged = log_draft(self._session.desk(), self._draft, self._now())
        except KnownError as error:
            self._say(str(error))
            return False
        self.set_draft(Draft(text="", people=self._draft.people))
        self._session.publish(logged.changes, logged.words(self._session.today))
        self.logged.emit()
        return True

    def ask_follow_up(self) -> None:
        """Save, but ask first when to follow up where the line does not say."""
        self.understand()
        asked = self.question.question()
        unsettled = asked is not None and asked.asked in ("which", "whose")
        if unsettled or self._read is None or self._read.line.follow_up or not self._read.people:
            self.save()
            return
        self.question.ask(follow_up_question(self._session.today))
        self.question.buttons()[0].setFocus()

    def _connect(self) -> None:
        self.edit.textChanged.connect(self._typed)
        self.edit.submitted.connect(self.save)
        self.edit.follow_up_asked.connect(self.ask_follow_up)
        self.chips.person_left_out.connect(self._leave_out)
        self.question.answered.connect(self._answered)
        self.toggles.mark_toggled.connect(self._toggled)
        self.toggles.satisfaction_chosen.connect(self._felt)
        self._typing.timeout.connect(self.understand)

    def _typed(self) -> None:
        self._say("")
        self._typing.start()

    def _answered(self, question: Question, key: str) -> None:
        if question.asked == "follow_up":
            self.edit.replace_text(put_follow_up(self.edit.toPlainText(), key))
            self.edit.setFocus()
            self.save()
            return
        self._draft = answered(self.draft(), question, key)
        if question.asked == "guess" and not key:
            self._refused += tuple(hint.guess for hint in self._hints() if hint.guess == question.subject)
        self._say("")
        self.understand()
        self.edit.setFocus()

    def _toggled(self, mark: Mark, on: bool) -> None:
        self._write(put_mark(self.edit.toPlainText(), mark, on=on))

    def _felt(self, satisfaction: Satisfaction | None) -> None:
        self._write(put_satisfaction(self.edit.toPlainText(), satisfaction))

    def _write(self, text: str) -> None:
        self.edit.replace_text(text)
        self.understand()

    def _leave_out(self, person: str) -> None:
        people = tuple(id_ for id_ in self._draft.people if id_ != person)
        self._draft = replace(self.draft(), people=people)
        self.understand()
        self.edit.setFocus()

    def _say(self, why: str) -> None:
        if why == self.error.text():
            return
        self.error.setText(why)
        self.error.setVisible(bool(why))
        self.edit.setAccessibleDescription(why)
        if why:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.edit, why))

    def _hints(self) -> Sequence[Hint]:
        return self._read.line.hints if self._read else ()

    def _now(self) -> time:
        return self._session.now().time()
