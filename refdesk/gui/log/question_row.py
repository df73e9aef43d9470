"""A question under the log line, answered by a click, by Alt and the answer's number, or by Tab and Space."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QWidget

from refdesk.gui.log.understood import Question
from refdesk.gui.theme.fonts import BODY, SEMIBOLD
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.buttons import Button
from refdesk.gui.widgets.flow import FlowLayout
from refdesk.gui.widgets.focus import tab_after
from refdesk.gui.widgets.label import Label

MOST_ANSWERS = 9


class QuestionRow(QWidget):
    """Hidden until it asks; `answered` carries the question and the key of the answer."""

    answered = Signal(object, str)

    def __init__(self, theme: Theme, within: QWidget, after: QWidget) -> None:
        """`within` is the line that it stands under, whose focus lets the numbers act; Tab comes from `after`."""
        super().__init__(within)
        self._theme = theme
        self._after = after
        self._question: Question | None = None
        self._words = Label(theme, "", BODY, weight=SEMIBOLD, parent=self)
        self._buttons = QButtonGroup(self)
        self._row = FlowLayout(self, gap=theme.px(6))
        self._row.addWidget(self._words)
        self._buttons.idClicked.connect(self.answer)
        for number in range(MOST_ANSWERS):
            shortcut = QShortcut(QKeySequence(f"Alt+{number + 1}"), within)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._numbered)
        self.hide()

    def question(self) -> Question | None:
        """What it asks now."""
        return self._question

    def ask(self, question: Question | None) -> None:
        """Ask this, or nothing; the same question twice is asked once."""
        if question == self._question:
            return
        self._question = question
        for button in self._buttons.buttons():
            self._buttons.removeButton(button)
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.setVisible(question is not None)
        if question is None:
            return
        self._words.setText(question.words)
        for number, (_, words) in enumerate(question.answers):
            button = Button(self._theme, f"{number + 1}  {words}", small=True, parent=self)
            button.setAccessibleName(f"{question.words} {words}")
            self._buttons.addButton(button, number)
            self._row.addWidget(button)
            button.show()
        tab_after(self._after, self.buttons())
        self.setAccessibleName(question.words)
        spoken = f"{question.words} {', '.join(words for _, words in question.answers)}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))

    def buttons(self) -> list[Button]:
        """Its buttons, in the order of the answers."""
        return [button for button in self._buttons.buttons() if isinstance(button, Button)]

    def answer(self, number: int) -> None:
        """Give the answer of this number, counted from 0."""
        question = self._question
        if question is not None and 0 <= number < len(question.answers):
            self.answered.emit(question, question.answers[number][0])

    def _numbered(self) -> None:
        shortcut = self.sender()
        if isinstance(shortcut, QShortcut):
            self.answer(int(shortcut.key().toString()[-1]) - 1)
