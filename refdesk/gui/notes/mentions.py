"""What is worth a mention, as chips: pressed, their words stand in the letter."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from refdesk.gui.theme.fonts import SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.band import IconMark
from refdesk.gui.widgets.chip import ActionChip
from refdesk.gui.widgets.flow import FlowLayout
from refdesk.gui.widgets.label import Label

TITLE = "From your timeline, worth a mention"


class MentionChip(ActionChip):
    """One phrase; checked while the letter has it. Nothing but the letter checks it."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__(theme, words[:1].upper() + words[1:], f"Mention {words}", action="", icon="plus")
        self.words = words
        self.setCheckable(True)

    def nextCheckState(self) -> None:
        """A click asks the letter, which answers by `show_in`."""

    def show_in(self, letter: str) -> None:
        """Show whether this letter has the words."""
        self.setChecked(self.words.casefold() in letter.casefold())
        self.set_icon("check" if self.isChecked() else "plus")


class Mentions(QWidget):
    """Hidden where nothing is worth it. `toggled` carries a phrase that is to stand in the letter, or not any more."""

    toggled = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.chips: list[MentionChip] = []
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(IconMark(theme, "lightbulb", "text3", 14))
        head.addWidget(Label(theme, TITLE, SMALL, "text2"), 1)
        self._row = FlowLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._row)
        self.hide()

    def show_phrases(self, phrases: Sequence[str]) -> None:
        """Offer these; the same ones again keep their chips, and the focus."""
        if list(phrases) != [chip.words for chip in self.chips]:
            for chip in self.chips:
                self._row.removeWidget(chip)
                chip.setParent(None)
                chip.deleteLater()
            self.chips = [MentionChip(self._theme, words) for words in phrases]
            for chip in self.chips:
                self._row.addWidget(chip)
                chip.clicked.connect(self._clicked)
        self.setVisible(bool(self.chips))

    def show_letter(self, text: str) -> None:
        """Show which of them this letter has."""
        for chip in self.chips:
            chip.show_in(text)

    def _clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, MentionChip):
            self.toggled.emit(chip.words)
