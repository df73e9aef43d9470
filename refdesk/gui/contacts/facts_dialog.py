"""A small question in a window of its own: what it means, perhaps a line to type, and verbs instead of yes and no."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from refdesk.gui.theme.fonts import BODY, SMALL, TITLE2
from refdesk.gui.view import Tools
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.label import Label
from refdesk.services.desk import Desk
from refdesk.storage.writing import Changes

WIDTH = 440


@dataclass(frozen=True, slots=True)
class LineAsked:
    """A line of a question: its label, and what it holds at first."""

    label: str
    text: str = ""
    placeholder: str = ""


class AskDialog(QDialog):
    """Esc leaves everything as it is; Enter and Ctrl+Enter press the primary button."""

    def __init__(self, tools: Tools, title: str, sentence: str, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.tools = tools
        self.setWindowTitle(title)
        self.setAccessibleDescription(sentence)
        self._problem = Label(tools.theme, "", SMALL, "bad", wrap=True)
        self._problem.hide()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.primary = Button(tools.theme, verb, Kind.PRIMARY)
        self.primary.setDefault(True)
        self.primary.clicked.connect(self.try_act)
        self.cancel = Button(tools.theme, "Cancel")
        self.cancel.clicked.connect(self.reject)
        self._verbs = QHBoxLayout()
        self._verbs.setSpacing(8)
        self._verbs.addWidget(self.primary)
        self._verbs.addWidget(self.cancel)
        self._verbs.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(Label(tools.theme, title, TITLE2, wrap=True))
        column.addWidget(Label(tools.theme, sentence, BODY, "text2", wrap=True))
        column.addLayout(self._lines)
        column.addWidget(self._problem)
        column.addSpacing(6)
        column.addLayout(self._verbs)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.try_act)

    def add_line(self, asked: LineAsked) -> QLineEdit:
        """Put a line to type below the sentence; it has the focus."""
        line = QLineEdit(asked.text)
        line.setAccessibleName(asked.label)
        line.setPlaceholderText(asked.placeholder)
        label = Label(self.tools.theme, asked.label, SMALL, "text2", wrap=True)
        label.setBuddy(line)
        self._lines.addWidget(label)
        self._lines.addWidget(line)
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        return line

    def add_verb(self, words: str, act: Callable[[], None]) -> Button:
        """Put another button at the end."""
        button = Button(self.tools.theme, words, Kind.LINK)
        button.clicked.connect(act)
        self._verbs.addWidget(button)
        return button

    def act(self) -> str:
        """Do it; gives why it could not be done, empty where it was."""
        raise NotImplementedError

    def do(self, act: Callable[[Desk], Changes]) -> str:
        """Do one act; gives the sentence of whoever refuses it."""
        refused: list[str] = []
        self.tools.session.refused.connect(refused.append)
        done = self.tools.session.do(act)
        self.tools.session.refused.disconnect(refused.append)
        return "" if done is not None else refused[0]

    def try_act(self) -> None:
        """Press the primary button."""
        if not self.primary.isEnabled():
            return
        problem = self.act()
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        if not problem:
            self.accept()
        else:
            self._fit()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, problem))

    def problem(self) -> str:
        """What is said to be wrong."""
        return self._problem.text()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that the sentences need, which is known once the style sheet has dressed the fields."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.activate()
            width = max(self.tools.theme.px(WIDTH), layout.totalMinimumSize().width())
            self.setFixedSize(width, layout.totalHeightForWidth(width))
