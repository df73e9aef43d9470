"""The second page: names pasted or typed, one on each line."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from refdesk.gui.theme.fonts import BODY, DISPLAY, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.label import Label
from refdesk.services.welcome import names_in

LINES = 10


class PastePage(QWidget):
    """`added` carries the names; `left_empty` tells that the user wants none for now."""

    added = Signal(list)
    left_empty = Signal()
    back_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName("Names, one on each line")
        self.text.setPlaceholderText("One name on each line")
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(theme.px(LINES * 18 + 14))
        self.text.textChanged.connect(self._count)
        self.error = Label(theme, "", SMALL, "bad", wrap=True)
        self.error.hide()
        self.back = Button(theme, "Back", icon="arrow-left")
        self.none = Button(theme, "Leave it empty for now", Kind.GHOST)
        self.add = Button(theme, "", Kind.PRIMARY, key="Ctrl+Enter")
        self.back.clicked.connect(self.back_wanted)
        self.none.clicked.connect(self.left_empty)
        self.add.clicked.connect(self._add)
        sentence = "Type or paste the people whom you’d like to look after. Addresses and the rest can come later."
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.none)
        buttons.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Label(theme, "Who comes to mind?", DISPLAY))
        column.addWidget(Label(theme, sentence, BODY, "text2", wrap=True))
        column.addWidget(self.text)
        column.addWidget(self.error)
        column.addLayout(buttons)
        column.addStretch(1)
        self._count()

    def show_error(self, why: str) -> None:
        """Say under the list why it won't do."""
        self.error.setText(why)
        self.error.setVisible(bool(why))
        self.text.setAccessibleDescription(why)
        self.text.setFocus()

    def _count(self) -> None:
        count = len(names_in(self.text.toPlainText()))
        words = "Add 1 person" if count == 1 else f"Add {count:,} people"
        self.add.set_words(words if count else "Add people")
        self.add.setEnabled(count > 0)
        self.error.hide()

    def _add(self) -> None:
        self.added.emit(names_in(self.text.toPlainText()))
