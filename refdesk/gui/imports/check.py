"""Step 3, What will happen: the numbers of a rehearsal, and what to look at before anything is written."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from refdesk.gui.imports.problems import ProblemList
from refdesk.gui.imports.words import counted
from refdesk.gui.theme.fonts import BODY, DISPLAY, SMALL, TITLE1
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.label import Label
from refdesk.services.imports.report import Report


class Tile(QFrame):
    """One number with its word, in a card."""

    def __init__(self, theme: Theme, words: str, role: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._role = role
        self.setProperty("pane", "card")
        self._number = Label(theme, "0", TITLE1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(0)
        column.addWidget(self._number)
        column.addWidget(Label(theme, words, SMALL, "text2"))

    def show_number(self, number: int) -> None:
        """Show it; nothing at all stands back."""
        self._number.setText(f"{number:,}")
        self._number.set_role(self._role if number else "text3")
        self.setAccessibleName(f"{self._words}: {number:,}")


class CheckPage(QWidget):
    """The numbers always add up to what the files hold."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sum = Label(theme, "", BODY, "text2", wrap=True)
        self.new = Tile(theme, "New", "good")
        self.same = Tile(theme, "Same person, updated")
        self.unchanged = Tile(theme, "Unchanged")
        self.unread = Tile(theme, "Can’t be read", "bad")
        self.problems = ProblemList(theme)
        self._clean = Label(theme, "Everything in these files can be read.", BODY, "text2")
        tiles = QHBoxLayout()
        tiles.setSpacing(12)
        for tile in (self.new, self.same, self.unchanged, self.unread):
            tiles.addWidget(tile, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Label(theme, "What will happen", DISPLAY))
        column.addWidget(self._sum)
        column.addLayout(tiles)
        column.addWidget(self._clean)
        column.addWidget(self.problems, 1)
        self._rest = QWidget()
        column.addWidget(self._rest, 1)

    def show_report(self, report: Report) -> None:
        """Show a rehearsal."""
        held = counted(report.read, "record", "records")
        self._sum.setText(f"The files hold {held}. Nothing is written yet, and an import can be undone at any time.")
        self.new.show_number(report.created)
        self.same.show_number(report.updated)
        self.unchanged.show_number(report.unchanged)
        self.unread.show_number(report.skipped)
        self.problems.show_report(report)
        nothing = self.problems.is_empty()
        self.problems.setVisible(not nothing)
        self._clean.setVisible(nothing)
        self._rest.setVisible(nothing)
