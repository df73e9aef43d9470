"""A card that asks for something in a view: Enter asks, Esc gives it up."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame


class AskingCard(QFrame):
    """A subclass says in `ask` what is done with the answers; `cancelled` tells that there are to be none."""

    cancelled = Signal()

    def ask(self) -> None:
        """Tell the answers, or say what is missing."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives it up; Enter in a field that does not use it asks."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ask()
        else:
            super().keyPressEvent(event)
