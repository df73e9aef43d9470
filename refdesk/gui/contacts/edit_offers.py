"""A line that offers words below it while it is typed in: Enter takes the marked one, or what was typed."""

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OfferLine(QLineEdit):
    """`offers` is what fills and shows the list; Enter while nothing in it is marked is Enter in the line."""

    def __init__(self, model: QAbstractItemModel) -> None:
        super().__init__()
        self.offers = QCompleter(model, self)
        self.offers.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.offers.setFilterMode(Qt.MatchFlag.MatchContains)

    def hide_offers(self) -> None:
        """Take the list away."""
        if (popup := self.offers.popup()) is not None:
            popup.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the list while something in it is marked; else it belongs to the line, at once."""
        popup = self.offers.popup()
        if event.key() in ENTER and popup is not None and popup.isVisible():
            if popup.currentIndex().isValid():
                event.ignore()
                return
            popup.hide()
        super().keyPressEvent(event)
