"""The field above a list that filters it: down and Enter go on to the list, Esc shows everything again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from refdesk.gui.theme.theme import Theme


class FilterField(QLineEdit):
    """`left` asks for the list to take the focus."""

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setClearButtonEnabled(True)
        self.addAction(theme.icons.icon("filter"), QLineEdit.ActionPosition.LeadingPosition)

    def set_name(self, words: str) -> None:
        """Say what it filters."""
        self.setPlaceholderText(words)
        self.setAccessibleName(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The three keys; the rest is typed."""
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.left.emit()
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case _:
                super().keyPressEvent(event)
