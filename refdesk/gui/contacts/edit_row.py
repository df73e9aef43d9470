"""One field of the page with its label before it and, below it, what there is to say about what was typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from refdesk.gui.contacts.edit_field import Field
from refdesk.gui.theme.fonts import SMALL
from refdesk.gui.view import Tools
from refdesk.gui.widgets.label import Label

LABEL_WIDTH, LINE_HEIGHT, GAP = 132, 30, 16


class EditRow(QWidget):
    """A label, a field and its message; it remembers whether the user changed the field."""

    changed = Signal()

    def __init__(self, tools: Tools, field: Field, *, above: bool = False) -> None:
        """The label stands before the field, or `above` it where there is little room."""
        super().__init__()
        self.field = field
        self.touched = False
        label = Label(tools.theme, field.name, SMALL, "text2", wrap=not above)
        label.setBuddy(field)
        self._message = Label(tools.theme, "", SMALL, "bad", wrap=True)
        self._message.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(4)
        self._theme, self._label = tools.theme, label
        if not above:
            self._measure()
            tools.theme.changed.connect(self._measure)
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        column, first = (0, 1) if above else (1, 0)
        grid.addWidget(label, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(field, first, column)
        grid.addWidget(self._message, first + 1, column)
        grid.setColumnStretch(column, 1)
        field.changed.connect(self._changed)

    def reset(self) -> None:
        """Forget what was changed and said."""
        self.touched = False
        self.say("", "bad")

    def check(self) -> str:
        """What keeps the field from being saved, shown under it and read out; empty where nothing does."""
        problem = self.field.problem()
        self.say(problem or self.field.hint(), "bad" if problem else "warn")
        if problem:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, problem))
        return problem

    def say(self, words: str, role: str) -> None:
        """Say this under the field, or nothing."""
        self._message.set_role(role)
        self._message.setText(words)
        self._message.setVisible(bool(words))
        (self.field.focusProxy() or self.field).setAccessibleDescription(words)

    def message(self) -> str:
        """What is said under the field."""
        return self._message.text()

    def _measure(self) -> None:
        self._label.setFixedWidth(self._theme.px(LABEL_WIDTH))
        self._label.setMinimumHeight(self._theme.px(LINE_HEIGHT))

    def _changed(self) -> None:
        self.touched = True
        if self._message.text():
            # What was wrong is looked at again with every letter, what is odd only once the field is left.
            self.say("" if not self.field.problem() else self._message.text(), "bad")
        self.changed.emit()
