"""The two small questions of partners: on which day they meet next, and what comes on the agenda."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from refdesk.domain.words import PromiseBy
from refdesk.gui.theme.theme import Theme
from refdesk.gui.today.questions import Question
from refdesk.gui.widgets.choice import Choice
from refdesk.gui.widgets.day_field import DayField
from refdesk.gui.widgets.days import qt_day
from refdesk.gui.widgets.focus import lead_focus
from refdesk.services.partner_list import PREFIXES


class AskSwapDay(Question):
    """On which day partners meet next; `answered` carries it."""

    answered = Signal(object)

    def __init__(self, theme: Theme, name: str, today: date, suggested: date, parent: QWidget) -> None:
        self._day = DayField(theme, "When do you meet?")
        self._day.setMinimumDate(qt_day(today))
        self._day.set_day(max(today, suggested))
        super().__init__(theme, f"Next swap with {name}", "When do you meet?", self._day, "Set the date", parent)

    def accept(self) -> None:
        """Tell the day."""
        self.answered.emit(self._day.day())
        super().accept()


class AskAgenda(Question):
    """What comes on the agenda; `answered` carries who promised it, ``me`` or ``them``, and the words."""

    answered = Signal(str, str)

    def __init__(self, theme: Theme, first_name: str, parent: QWidget) -> None:
        kinds = (
            ("offer", "A name to offer"),
            ("ask", "A name to ask for"),
            ("me", "Something you promised"),
            ("them", f"Something {first_name} promised"),
        )
        self._kind = Choice(theme, "What is it?", kinds)
        self._words = QLineEdit()
        self._words.setAccessibleName("Who or what?")
        self._words.setPlaceholderText("A name, or a few words")
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._words)
        column.addWidget(self._kind)
        lead_focus(both, self._words)
        super().__init__(theme, "Add to the agenda", "Who or what?", both, "Add", parent)
        self._words.setFocus()

    def accept(self) -> None:
        """Tell it; a word is needed."""
        said = self._words.text().strip()
        if not said:
            self.refuse("Say it in a word or two.")
            return
        by: PromiseBy = "me" if self._kind.key() in ("offer", "me") else "them"
        prefix = {"offer": PREFIXES["offer"], "ask": PREFIXES["ask"]}.get(self._kind.key(), "")
        self.answered.emit(by, f"{prefix}{said}")
        super().accept()
