"""The words to start from, in a field to edit; what the user made of them is kept until the view is closed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from refdesk.gui.theme.fonts import BODY, SEMIBOLD
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.label import Label

LEAST_LINES, MOST_LINES, FRAME = 2, 9, 14
NAME = "Words to start from"


class WordsField(QTextEdit):
    """A field of plain text, as high as its words up to a limit; Tab leaves it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(NAME)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        theme.changed.connect(self._fit)

    def replace_words(self, words: str) -> None:
        """Put other words in; text undo brings the former back."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(words)

    def _fit(self) -> None:
        line = self._theme.fonts.line(BODY)
        wanted = int(self.document().size().height())
        self.setFixedHeight(max(LEAST_LINES * line, min(wanted, MOST_LINES * line)) + FRAME)


class Words(QWidget):
    """The heading, "Try another", and the field."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafts: dict[str, str] = {}
        self._line = ""
        self._wordings: tuple[str, ...] = ()
        self.field = WordsField(theme, self)
        self.another = Button(theme, "Try another", Kind.LINK, small=True)
        label = Label(theme, NAME, BODY, weight=SEMIBOLD)
        label.setBuddy(self.field)
        head = QHBoxLayout()
        head.addWidget(label)
        head.addStretch(1)
        head.addWidget(self.another)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.field)
        self.another.clicked.connect(self.try_another)
        self.field.textChanged.connect(self._keep)

    def show_wordings(self, line: str, wordings: Sequence[str]) -> None:
        """Offer these for a line of the day, by its id; hidden where there are none."""
        self._line = ""  # so that showing keeps no draft
        self._wordings = tuple(wordings)
        self.setVisible(bool(wordings))
        self.another.setVisible(len(wordings) > 1)
        words = self._drafts.get(line, wordings[0] if wordings else "")
        if words != self.field.toPlainText():
            self.field.setPlainText(words)
        self._line = line

    def words(self) -> str:
        """The words as they stand, empty where none are offered."""
        return self.field.toPlainText().strip() if self._wordings else ""

    def try_another(self) -> None:
        """Put the next wording in; what stood there comes back by undo."""
        now = self.field.toPlainText()
        at = self._wordings.index(now) if now in self._wordings else -1
        if self._wordings:
            self.field.replace_words(self._wordings[(at + 1) % len(self._wordings)])

    def _keep(self) -> None:
        if self._line:
            self._drafts[self._line] = self.field.toPlainText()
            self.edited.emit()
