"""The two small questions of Today: until which day, and why a thank-you is skipped."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from refdesk.gui.theme.fonts import LEAD, MEDIUM, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.day_field import DayField
from refdesk.gui.widgets.days import qt_day
from refdesk.gui.widgets.label import Label

WIDTH = 380


class Question(QDialog):
    """A title, a field with its label and its error, Cancel and a verb; Escape cancels."""

    def __init__(self, theme: Theme, title: str, label: str, field: QWidget, verb: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(theme.px(WIDTH))
        self.field = field
        self.field.setAccessibleName(label)
        self.error = Label(theme, "", SMALL, "bad", wrap=True)
        self.error.hide()
        self.verb = Button(theme, verb, Kind.PRIMARY)
        self.verb.setDefault(True)
        cancel = Button(theme, "Cancel")
        words = Label(theme, label, SMALL, "text2", MEDIUM)
        words.setBuddy(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(6)
        column.addWidget(Label(theme, title, LEAD))
        column.addSpacing(6)
        column.addWidget(words)
        column.addWidget(field)
        column.addWidget(self.error)
        row = QHBoxLayout()
        row.setContentsMargins(0, 12, 0, 0)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.verb)
        column.addLayout(row)
        cancel.clicked.connect(self.reject)
        self.verb.clicked.connect(self.accept)
        self.field.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say under the field why not, and stay."""
        self.error.setText(sentence)
        self.error.show()
        self.field.setAccessibleDescription(sentence)
        self.field.setFocus()


class AskDay(Question):
    """Until which day; `answered` carries it."""

    answered = Signal(object)

    def __init__(self, theme: Theme, first: date, suggested: date, parent: QWidget) -> None:
        """No day before ``first`` can be chosen; ``suggested`` stands there."""
        self._edit = DayField(theme, "Until when?")
        self._edit.setMinimumDate(qt_day(first))
        self._edit.set_day(suggested)
        super().__init__(theme, "Put it off", "Until when?", self._edit, "Put off", parent)

    def accept(self) -> None:
        """Tell the day."""
        self.answered.emit(self._edit.day())
        super().accept()


class AskWhy(Question):
    """Why a thank-you is skipped; `answered` carries the reason."""

    answered = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        self._edit = QLineEdit()
        self._edit.setPlaceholderText("Thanked in person last week")
        super().__init__(
            theme, f"Skip thanking {name}", "Why? You’ll find it with the referral.", self._edit, "Skip", parent
        )

    def accept(self) -> None:
        """Tell the reason; one is needed."""
        why = self._edit.text().strip()
        if not why:
            self.refuse("Say why in a word or two.")
            return
        self.answered.emit(why)
        super().accept()
