"""What is true of everybody in the files: roles, tags, a rhythm, trust; all of it optional."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from refdesk.domain.person import Person
from refdesk.gui.contacts.edit_chips import TagsField
from refdesk.gui.contacts.edit_field import Field, RhythmField, RolesField, TrustField
from refdesk.gui.theme.fonts import BODY, MEDIUM, SEMIBOLD, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.view import Tools
from refdesk.gui.widgets.label import Label
from refdesk.services.imports.contacts import ForAll

NOBODY = Person(id="", name="")


class BatchForm(QWidget):
    """The fields of a person that an import can give to all; what somebody has already is never overwritten.

    `submitted` tells of Enter in one of them.
    """

    submitted = Signal()

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = tools.theme
        self.roles, self.tags = RolesField(tools, "They are"), TagsField(tools, "Tags", "tags")
        self.rhythm, self.trust = RhythmField(tools, "Keep in touch"), TrustField(tools, "They trust your work")
        self.fields: tuple[Field, ...] = (self.roles, self.tags, self.rhythm, self.trust)
        self._error = Label(theme, "", SMALL, "bad", wrap=True)
        self._error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(theme, "Is anything true of all of them?", BODY, weight=SEMIBOLD))
        column.addWidget(
            Label(
                theme,
                "Leave it open where you’d have to guess. What you already noted about somebody stays.",
                SMALL,
                "text2",
                wrap=True,
            )
        )
        column.addSpacing(8)
        column.addLayout(self._grid(theme))
        self.clear()

    def clear(self) -> None:
        """Say nothing of anybody."""
        for field in self.fields:
            field.load(NOBODY)

    def for_all(self) -> ForAll:
        """What is said of everybody; only asked where there is no `problem`."""
        person = NOBODY
        for field in self.fields:
            person = field.apply(person)
        return ForAll(roles=person.roles, tags=person.tags, cadence_days=person.cadence_days, trust=person.trust)

    def problem(self) -> str:
        """Why what was typed won't do, which is said under its field too; empty where it will."""
        why = self.rhythm.problem()
        self._error.setText(why)
        self._error.setVisible(bool(why))
        self.rhythm.line.setAccessibleDescription(why)
        if why:
            self.rhythm.setFocus()
        return why

    def _grid(self, theme: Theme) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for place, field in enumerate(self.fields):
            cell = QVBoxLayout()
            cell.setSpacing(4)
            label = Label(theme, field.name, SMALL, "text2", MEDIUM)
            label.setBuddy(field)
            field.submitted.connect(self.submitted)
            cell.addWidget(label)
            cell.addWidget(field)
            if field is self.rhythm:
                cell.addWidget(self._error)
            cell.addStretch(1)
            wide = place < 2  # roles and tags take a line each
            grid.addLayout(cell, min(place, 2), 0 if wide else place - 2, 1, 2 if wide else 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid
