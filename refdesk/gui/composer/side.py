"""The right of the composer: what you might say, what they could write, and what makes a good ask."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from refdesk.gui.composer.words import Check
from refdesk.gui.theme.fonts import BODY, MEDIUM, SEMIBOLD, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.today.words import WordsField
from refdesk.gui.widgets.band import IconMark
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.label import Label
from refdesk.services.ready_card import Idea


class Line(QWidget):
    """One line of a good ask: its mark, its words, and below them what could be better."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._mark = IconMark(theme, "circle", "text3", 16, self)
        self._words = Label(theme, "", BODY, weight=MEDIUM, wrap=True)
        self._more = Label(theme, "", SMALL, "text2", wrap=True)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._words)
        texts.addWidget(self._more)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        mark = QVBoxLayout()
        mark.setContentsMargins(0, 1, 0, 0)
        mark.addWidget(self._mark)
        mark.addStretch(1)
        row.addLayout(mark)
        row.addLayout(texts, 1)

    def show_check(self, check: Check) -> None:
        """Show whether it holds, by shape and in words."""
        self._show("circle-check" if check.holds else "circle", check.words, check.more)
        self._mark.set_icon("circle-check" if check.holds else "circle", "good" if check.holds else "warn")
        self.setAccessibleName(f"{check.words}: {'yes' if check.holds else 'not yet'}. {check.more}".strip())

    def show_idea(self, first: str, idea: Idea) -> None:
        """Show what to bring."""
        self._show("lightbulb", f"Bring something for {first}", f"{idea.title}: {idea.text}")
        self._mark.set_icon("lightbulb", "warn")
        self.setAccessibleName(f"Bring something for {first}. {idea.title}: {idea.text}")

    def _show(self, icon: str, words: str, more: str) -> None:
        self._words.setText(words)
        self._more.setText(more)
        self._more.setVisible(bool(more))


class Side(QFrame):
    """`edited` tells that the user changed what they could write; `copied` that it went to the clipboard."""

    edited = Signal()
    copied = Signal()

    def __init__(self, theme: Theme, first: str, written: str) -> None:
        """``written`` is what they could write as it was kept; empty to begin with what is offered."""
        super().__init__()
        self._theme = theme
        self._first = first
        self._sayings: tuple[str, ...] = ()
        self._writings: tuple[str, ...] = ()
        self._at = 0
        self.setProperty("pane", "panel")
        self.another = Button(theme, "Try another", Kind.LINK, small=True)
        self.large = Button(theme, "Large type", Kind.LINK, small=True)
        self.copy_button = Button(theme, "Copy", Kind.LINK, small=True)
        self.says = WordsField(theme)
        self.says.setReadOnly(True)
        self.says.setAccessibleName("What you might say")
        self.writes = WordsField(theme)
        self.writes.setAccessibleName(f"What {first} could write")
        self.writes.setPlainText(written)
        self._checks = QVBoxLayout()
        self._checks.setSpacing(8)
        self._lines: list[Line] = []
        self.idea = Line(theme)
        self._lay_out()
        self.another.clicked.connect(self.try_another)
        self.copy_button.clicked.connect(self.copy_words)
        self.writes.textChanged.connect(self.edited)

    def show_words(self, sayings: Sequence[str], writings: Sequence[str]) -> None:
        """Offer these; what the user has written of their own stays."""
        now = self.writes.toPlainText()
        is_own = bool(now.strip()) and now not in (*self._writings, *writings)
        self._sayings, self._writings = tuple(sayings), tuple(writings)
        self.says.setPlainText(self.said())
        wanted = now if is_own else writings[self._at % len(writings)]
        if wanted != now:
            blocked = self.writes.blockSignals(True)
            self.writes.setPlainText(wanted)
            self.writes.blockSignals(blocked)

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show what makes a good ask."""
        while len(self._lines) < len(checks):
            line = Line(self._theme)
            self._lines.append(line)
            self._checks.addWidget(line)
        for line, check in zip(self._lines, checks, strict=False):
            line.show_check(check)
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(checks))

    def said(self) -> str:
        """What you might say, as it is offered now."""
        return self._sayings[self._at % len(self._sayings)] if self._sayings else ""

    def written(self) -> str:
        """What they could write, as it stands."""
        return self.writes.toPlainText().strip()

    def try_another(self) -> None:
        """Offer the next wording of both; what the user has written of their own stays."""
        self._at += 1
        self.show_words(self._sayings, self._writings)
        self.edited.emit()

    def copy_words(self) -> None:
        """Put what they could write on the clipboard."""
        QGuiApplication.clipboard().setText(self.written())
        self.copied.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(6)
        column.addLayout(self._head("What you might say", self.says, self.large, self.another))
        column.addWidget(self.says)
        column.addSpacing(8)
        column.addLayout(self._head(f"What {self._first} could write", self.writes, self.copy_button))
        column.addWidget(self.writes)
        column.addSpacing(8)
        column.addWidget(Label(self._theme, "A good ask", BODY, weight=SEMIBOLD))
        column.addLayout(self._checks)
        column.addSpacing(2)
        column.addWidget(self.idea)
        column.addStretch(1)

    def _head(self, words: str, field: QWidget, *buttons: Button) -> QHBoxLayout:
        label = Label(self._theme, words, BODY, weight=SEMIBOLD)
        label.setBuddy(field)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        return row
