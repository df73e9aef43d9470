"""Who the user is: what goes under a note and into an introduction."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from refdesk.domain.records import Me
from refdesk.gui.settings.page import Page
from refdesk.gui.theme.fonts import SMALL
from refdesk.gui.view import Tools
from refdesk.gui.widgets.buttons import Button
from refdesk.gui.widgets.label import Label
from refdesk.services.settings import me, save_me

SENTENCE_HEIGHT = 62
NO_EMAIL = "That doesn't look like an email address. It's kept as you wrote it."


class SentenceEdit(QPlainTextEdit):
    """A sentence or two; `left` is emitted when the field is left."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that it was left."""
        super().focusOutEvent(event)
        self.left.emit()


class YouPage(Page):
    """What is typed is saved when its field is left, one act each time."""

    key, title, icon = "you", "You", "users-round"

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.name, self.business, self.email = QLineEdit(), QLineEdit(), QLineEdit()
        self.sentence = SentenceEdit()
        self.sentence.setTabChangesFocus(True)
        self._shown = Me()
        self._warning = Label(self.theme, NO_EMAIL, SMALL, "warn", wrap=True)
        self._warning.hide()
        self.add_field("Your name", self.name, "It goes under your notes.")
        self.add_field("Your business", self.business)
        self.add_field("Your email", self.email)
        self.column.addWidget(self._warning)
        self.add_field("What you do, in one sentence", self.sentence, "As you would say it to somebody who asks.")
        self.add_heading("Your ideal referrals")
        self.add_note("Who a good referral is for you, as one narrow question that people can answer.")
        profiles = Button(self.theme, "Write them down", icon="quote")
        profiles.setAccessibleName("Write down your ideal referrals")
        profiles.clicked.connect(partial(self.tools.navigation.go, "profile"))
        self.add_buttons(profiles)
        self.column.addStretch(1)
        for field in (self.name, self.business, self.email):
            field.editingFinished.connect(self.commit)
        self.sentence.left.connect(self.commit)
        self.theme.changed.connect(self._restyle)
        self._restyle()

    def refresh(self) -> None:
        """Show who the user is; what is being typed stays."""
        if self._written() != self._shown:
            return
        self._shown = me(self.session.desk())
        for field, words in (
            (self.name, self._shown.name),
            (self.business, self._shown.business),
            (self.email, self._shown.email),
        ):
            if field.text() != words:
                field.setText(words)
        if self.sentence.toPlainText() != self._shown.sentence:
            self.sentence.setPlainText(self._shown.sentence)
        self._warn()

    def commit(self) -> bool:
        """Save what was typed."""
        written, shown = self._written(), self._shown
        if written == shown:
            return True
        self._shown = written
        if self.session.do(lambda desk: save_me(desk, written)) is None:
            self._shown = shown
            return False
        self._warn()
        return True

    def _written(self) -> Me:
        return replace(
            Me(),
            name=self.name.text(),
            business=self.business.text(),
            email=self.email.text(),
            sentence=self.sentence.toPlainText(),
        )

    def _warn(self) -> None:
        email = self.email.text().strip()
        user, _, host = email.partition("@")
        odd = bool(email) and not (user and "." in host and " " not in email)
        self._warning.setVisible(odd)
        self.email.setAccessibleDescription(NO_EMAIL if odd else "")

    def _restyle(self) -> None:
        self.sentence.setFixedHeight(self.theme.px(SENTENCE_HEIGHT))
