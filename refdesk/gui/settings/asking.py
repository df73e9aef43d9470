"""The method's numbers in plain words, each with its default and its bounds."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from refdesk.gui.settings.page import Page
from refdesk.gui.theme.theme import Theme
from refdesk.gui.view import Tools
from refdesk.gui.widgets.buttons import Button, IconButton
from refdesk.gui.widgets.focus import lead_focus
from refdesk.gui.widgets.spin import NumberBox
from refdesk.services.settings import NUMBERS, Number, number_of, reset_numbers, set_number

WIDTH = 130


class NumberField(QWidget):
    """A number with its unit, and a button that puts the default back where another stands."""

    def __init__(self, theme: Theme, number: Number, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = number
        self._shown = number.least
        self.spin = NumberBox(f"{number.words} ({number.unit})")
        self.spin.setRange(number.least, number.most)
        self.spin.setSuffix(f" {number.unit}")
        self.reset = IconButton(theme, "rotate-ccw", f"Back to {number.default} {number.unit}")
        policy = self.reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(policy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.spin)
        row.addWidget(self.reset)
        lead_focus(self, self.spin)
        self.setAccessibleName(self.spin.accessibleName())
        self._theme = theme
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_value(self, value: int) -> None:
        """Show what is set; a number that is being typed stays."""
        if not self.is_edited():
            self._shown = value
            self.spin.setValue(value)
        self.reset.setVisible(value != self.number.default)

    def is_edited(self) -> bool:
        """Whether another number stands there than was shown."""
        return self.spin.value() != self._shown

    def take_as_shown(self, value: int | None = None) -> int:
        """Take the number that stands there, or this one, as the one that is shown; gives the one before."""
        before = self._shown
        self._shown = self.spin.value() if value is None else value
        return before

    def _restyle(self) -> None:
        self.spin.setFixedWidth(self._theme.px(WIDTH))


class AskingPage(Page):
    """A number is set when its field is left, one act each."""

    key, title, icon = "asking", "Asking", "messages-square"

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.fields: dict[str, NumberField] = {}
        self.add_note("What the method counts with. The defaults are a good start; change what doesn't fit your work.")
        for group in NUMBERS:
            self.add_heading(group.title)
            for number in group.numbers:
                self._add(number)
        self.add_heading("All of them")
        back = Button(self.theme, "Reset to the defaults", icon="rotate-ccw")
        back.clicked.connect(self._reset_all)
        self.add_buttons(back)
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Show what is set."""
        policy = self.session.desk().policy
        for name, field in self.fields.items():
            field.show_value(number_of(policy, name))

    def commit(self) -> bool:
        """Write the number that is being typed."""
        return all(self._set(name) for name in self.fields)

    def _add(self, number: Number) -> None:
        field = NumberField(self.theme, number)
        field.spin.editingFinished.connect(partial(self._set, number.field))
        field.reset.clicked.connect(partial(self._put_back, number.field))
        self.fields[number.field] = field
        note = f"{number.least} to {number.most} {number.unit}. Default {number.default}."
        field.spin.setAccessibleDescription(note)
        self.add_row(number.words, field, note)

    def _set(self, name: str) -> bool:
        field = self.fields[name]
        if not field.is_edited():
            return True
        value, before = field.spin.value(), field.take_as_shown()
        if self.session.do(lambda desk: set_number(desk, name, value)) is None:
            field.take_as_shown(before)
            return False
        return True

    def _put_back(self, name: str) -> None:
        field = self.fields[name]
        field.spin.setValue(field.number.default)
        field.spin.setFocus()
        self._set(name)

    def _reset_all(self) -> None:
        self.session.do(reset_numbers)
