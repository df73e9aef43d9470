"""A page of the settings: headings, and rows of words with a control at their right; each change applies at once."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from refdesk.gui.theme.fonts import BODY, MEDIUM, SEMIBOLD, SMALL, TITLE2
from refdesk.gui.view import Tools
from refdesk.gui.widgets.flow import FlowLayout
from refdesk.gui.widgets.label import Label

ROW_GAP, SECTION_GAP = 12, 22


class Page(QWidget):
    """One page; it is read anew by `refresh` whenever it is shown or the book changes."""

    key = ""
    title = ""
    icon = ""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tools = tools
        self.theme, self.session, self.preferences = tools.theme, tools.session, tools.preferences
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(ROW_GAP)
        self.column.addWidget(Label(self.theme, self.title, TITLE2))

    def refresh(self) -> None:
        """Show what is set now."""

    def commit(self) -> bool:
        """Write what is typed and not yet written; False where that is refused."""
        return True

    def add_heading(self, words: str) -> None:
        """Begin a section."""
        self.column.addSpacing(SECTION_GAP - ROW_GAP)
        self.column.addWidget(Label(self.theme, words, BODY, weight=SEMIBOLD))

    def add_note(self, words: str) -> Label:
        """Add a sentence of explanation."""
        note = Label(self.theme, words, SMALL, "text3", wrap=True)
        self.column.addWidget(note)
        return note

    def add_row(self, words: str, control: QWidget, note: str = "") -> None:
        """Add a control at the right of its words, with a sentence below them."""
        label = Label(self.theme, words, BODY, wrap=True)
        label.setBuddy(control)
        if not control.accessibleName():
            control.setAccessibleName(words)
        if note:
            control.setAccessibleDescription(note)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(stacked(label, Label(self.theme, note, SMALL, "text3", wrap=True) if note else None), 1)
        row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(row)

    def add_field(self, words: str, field: QWidget, note: str = "") -> None:
        """Add a field as wide as the page, under its words."""
        label = Label(self.theme, words, SMALL, "text2", MEDIUM)
        label.setBuddy(field)
        field.setAccessibleName(words)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(label)
        column.addWidget(field)
        if note:
            column.addWidget(Label(self.theme, note, SMALL, "text3", wrap=True))
        self.column.addLayout(column)

    def add_buttons(self, *buttons: QWidget) -> None:
        """Add buttons side by side, in lines where there is little room."""
        row = FlowLayout(gap=8)
        for button in buttons:
            row.addWidget(button)
        self.column.addLayout(row)


def stacked(*widgets: QWidget | None) -> QVBoxLayout:
    """Widgets one under the other, without a gap."""
    column = QVBoxLayout()
    column.setSpacing(0)
    for widget in widgets:
        if widget is not None:
            column.addWidget(widget)
    return column
