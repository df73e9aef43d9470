"""The form of one profile: four blanks, whose world it is, its name, and whether it is looked for."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from refdesk.domain.records import Profile
from refdesk.gui.profile.sentence import SentenceCard
from refdesk.gui.theme.fonts import MEDIUM, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.buttons import Button
from refdesk.gui.widgets.check_box import CheckBox
from refdesk.gui.widgets.flow import FlowLayout
from refdesk.gui.widgets.focus import lead_focus
from refdesk.gui.widgets.label import Label
from refdesk.services.profiles import EXAMPLES

BLANKS = (
    ("role", "Do you know…", "an owner of a family firm"),
    ("industry", "in…", "manufacturing or food"),
    ("situation", "who is…", "thinking of stepping back"),
    ("wants", "I'd like to help them…", "leave well"),
)
"""The blanks: the field, the words before it, and what could stand in it."""


class ProfileForm(QWidget):
    """Shows a profile and gives it back as it is written; `changed` is emitted at every change."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.loaded = Profile(id="", name="")
        """What was shown before anybody wrote."""
        self._fields: dict[str, QLineEdit] = {}
        self._examples = self._lay_out_examples()
        self._active = CheckBox(theme, "Look for these people")
        self._active.setToolTip("Switched off, the profile is kept and counts for nobody.")
        self._card = SentenceCard(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        column.addWidget(self._examples)
        column.addLayout(self._lay_out_blanks())
        column.addWidget(self._card)
        column.addLayout(self._lay_out_rest())
        column.addStretch(1)
        lead_focus(self, self._fields["role"])
        self._active.toggled.connect(self._edited)
        self.show_profile(self.loaded)

    def show_profile(self, profile: Profile) -> None:
        """Fill the form; a profile that is not in the book yet can start from an example."""
        self.loaded = profile
        blocked = self.blockSignals(True)
        self.write(profile)
        self._active.setChecked(profile.active)
        self.blockSignals(blocked)
        self._examples.setVisible(not profile.id)
        self._card.show_profile(self.profile())

    def profile(self) -> Profile:
        """The profile as it is written in the form."""
        words = {name: field.text().strip() for name, field in self._fields.items()}
        tags = tuple(filter(None, (tag.strip() for tag in words.pop("tags").split(","))))
        return replace(self.loaded, tags=tags, active=self._active.isChecked(), **words)

    def is_edited(self) -> bool:
        """Whether it differs from what was shown."""
        return self.profile() != self.loaded

    def write(self, profile: Profile) -> None:
        """Write this into the form, as the user would."""
        for name, field in self._fields.items():
            field.setText(", ".join(profile.tags) if name == "tags" else getattr(profile, name))
            field.setCursorPosition(0)  # of long words the beginning is to be seen

    def take_as_shown(self) -> None:
        """What is written is safe now, or given up."""
        self.loaded = self.profile()

    def _lay_out_examples(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(self._theme, "Start from an example", SMALL, "text2", MEDIUM))
        flow = FlowLayout(gap=8)
        for words, example in EXAMPLES:
            button = Button(self._theme, words)
            button.clicked.connect(partial(self._start_from, example))
            flow.addWidget(button)
        column.addLayout(flow)
        return box

    def _lay_out_blanks(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for place, (name, words, example) in enumerate(BLANKS):
            row, column = 3 * (place // 2), place % 2
            self._add(grid, name, words, example, row, column, 1)
            grid.setColumnStretch(column, 1)
        grid.setRowMinimumHeight(2, 8)
        return grid

    def _lay_out_rest(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        grid.setHorizontalSpacing(16)
        self._add(grid, "tags", "Who moves among them?", "family firms, food", 0, 0, 2)
        hint = "Tags, with commas between. Whoever has one of them under Moves among may know somebody."
        grid.addWidget(Label(self._theme, hint, SMALL, "text3", wrap=True), 2, 0, 1, 2)
        grid.setRowMinimumHeight(3, 10)
        self._add(grid, "name", "What do you call this profile?", "", 4, 0, 1)
        grid.addWidget(self._active, 5, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _add(self, grid: QGridLayout, name: str, words: str, example: str, row: int, column: int, span: int) -> None:
        field = QLineEdit()
        field.setAccessibleName(words)
        field.setPlaceholderText(example)
        field.textChanged.connect(self._edited)
        label = Label(self._theme, words, SMALL, "text2", MEDIUM)
        label.setBuddy(field)
        grid.addWidget(label, row, column, 1, span)
        grid.addWidget(field, row + 1, column, 1, span)
        self._fields[name] = field

    def _start_from(self, example: Profile, _: bool = False) -> None:
        """Fill the blanks from an example; the profile stays the one that it was."""
        self.write(example)
        self._fields["role"].setFocus(Qt.FocusReason.OtherFocusReason)
        self._fields["role"].selectAll()

    def _edited(self) -> None:
        if self.signalsBlocked():
            return
        self._card.show_profile(self.profile())
        self.changed.emit()
