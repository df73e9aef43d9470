"""What the user sees when the book cannot be opened: the sentence, and what can be done about it."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from refdesk.gui.theme.fonts import BODY, LEAD
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.label import Label

_WIDTH = 460


class TroubleDialog(QDialog):
    """Accepted where the user wants the backup put in the book's place."""

    def __init__(self, theme: Theme, sentence: str, backup: str, parent: QWidget | None = None) -> None:
        """``backup`` names the newest one in words, such as "today at 08:02"; empty where there is none."""
        super().__init__(parent)
        self.setWindowTitle("RefDesk")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(8)
        column.addWidget(Label(theme, "Your book can't be opened", LEAD))
        words = Label(theme, sentence, BODY, "text2", wrap=True)
        words.setMinimumWidth(theme.px(_WIDTH))
        column.addWidget(words)
        row = QHBoxLayout()
        row.setContentsMargins(0, 12, 0, 0)
        row.addStretch(1)
        self.leave = Button(theme, "Quit")
        self.leave.clicked.connect(self.reject)
        row.addWidget(self.leave)
        if backup:
            kept = "The present file is kept aside."
            column.addWidget(Label(theme, f"There is a backup from {backup}. {kept}", BODY, "text2", wrap=True))
            self.restore = Button(theme, "Restore the backup", Kind.PRIMARY)
            self.restore.clicked.connect(self.accept)
            row.addWidget(self.restore)
        column.addLayout(row)
