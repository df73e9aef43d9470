"""Opening the book for a window; where it can't be opened, the sentence that says why and what can be done about it."""

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from refdesk.domain.errors import KnownError
from refdesk.gui.theme.fonts import BODY, LEAD
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.label import Label
from refdesk.reminders.ports import Clock
from refdesk.services.safekeeping import backups_of, restore
from refdesk.storage.book import Book

_WIDTH = 460


def open_book(path: Path, clock: Clock, theme: Theme, moment: Callable[[datetime], str]) -> Book | None:
    """The book; None where the user gave up on one that cannot be opened.

    ``moment`` puts an instant (UTC) in words.
    """
    while True:
        try:
            return Book.open(path, clock.now_utc)
        except KnownError as error:
            sys.stderr.write(f"refdesk: {error}\n")
            backups = backups_of(path)
            words = moment(backups[0].made_at) if backups else ""
            if TroubleDialog(theme, str(error), words).exec() != QDialog.DialogCode.Accepted:
                return None
            restore(path, backups[0].path, clock.now_utc())


class TroubleDialog(QDialog):
    """Accepted where the user wants the backup put in the book's place."""

    def __init__(self, theme: Theme, sentence: str, backup: str, parent: QWidget | None = None) -> None:
        """``backup`` names the newest one in words, such as "today at 08:02"; empty where there is none."""
        super().__init__(parent)
        self.setWindowTitle("RefDesk")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(8)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        column.addWidget(Label(theme, "Your book can't be opened", LEAD))
        words = Label(theme, sentence, BODY, "text2", wrap=True)
        words.setFixedWidth(theme.px(_WIDTH))
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
            self.restore.setDefault(True)
            row.addWidget(self.restore)
        else:
            self.leave.setDefault(True)
        (self.restore if backup else self.leave).setDefault(True)
        column.addLayout(row)
