"""The two small questions of a referral: on which day a step was taken, and what it came to."""

import re
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from refdesk.gui.theme.theme import Theme
from refdesk.gui.today.questions import Question
from refdesk.gui.widgets.day_field import DayField
from refdesk.gui.widgets.days import qt_day

_THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")
UNREAD = "Write an amount and perhaps a currency, such as 1200 EUR."


class AskDayOf(Question):
    """On which day; `answered` carries it. No day that has yet to come can be chosen."""

    answered = Signal(object)

    def __init__(self, theme: Theme, step: str, on: date, today: date, parent: QWidget) -> None:
        self._day = DayField(theme, "When was it?")
        self._day.setMaximumDate(qt_day(today))
        self._day.set_day(on)
        super().__init__(theme, step, "When was it?", self._day, "Change the day", parent)

    def accept(self) -> None:
        """Tell the day."""
        self.answered.emit(self._day.day())
        super().accept()


class AskValue(Question):
    """What it came to; `answered` carries the amount (None for an empty line) and the currency."""

    answered = Signal(object, str)

    def __init__(self, theme: Theme, value: float | None, currency: str, parent: QWidget) -> None:
        amount = "" if value is None else f"{value:.2f}".removesuffix(".00")
        self._line = QLineEdit(f"{amount} {currency}".strip() if amount else "")
        self._line.setPlaceholderText("1200 EUR")
        super().__init__(theme, "What it came to", "An amount and its currency", self._line, "Save", parent)

    def accept(self) -> None:
        """Tell the amount, or say what it should look like."""
        amount, _, currency = self._line.text().strip().partition(" ")
        try:
            value = float(_plain(amount)) if amount else None
        except ValueError:
            self.refuse(UNREAD)
            return
        self.answered.emit(value, currency.strip())
        super().accept()


def _plain(amount: str) -> str:
    """The amount with a point before its cents: a comma parts thousands, or stands where others write the point."""
    return amount.replace(",", "") if _THOUSANDS.fullmatch(amount) else amount.replace(",", ".")
