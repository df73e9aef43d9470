"""What closing the window means: asked once, then as the user said."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from refdesk.gui.theme.fonts import BODY, LEAD
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.label import Label

WITH_TRAY = "RefDesk keeps running in the tray so reminders can reach you."
WITHOUT_TRAY = (
    "This desktop has no tray to keep an icon in. RefDesk can go on reminding you in the background; "
    "start it again and its window comes back."
)
_WIDTH = 420


class ClosingDialog(QDialog):
    """Keep running, or quit instead; Esc leaves the window open and asks again next time."""

    def __init__(self, theme: Theme, *, has_tray: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("RefDesk")
        self.keeps_running: bool | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(8)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        column.addWidget(Label(theme, "Keep reminding you?", LEAD))
        words = Label(theme, WITH_TRAY if has_tray else WITHOUT_TRAY, BODY, "text2", wrap=True)
        words.setFixedWidth(theme.px(_WIDTH))
        column.addWidget(words)
        column.addWidget(Label(theme, "You can change this in Settings, General.", BODY, "text3"))
        self.keep = Button(theme, "Keep running", Kind.PRIMARY)
        self.quit = Button(theme, "Quit instead")
        self.keep.clicked.connect(self._keep)
        self.quit.clicked.connect(self._quit)
        row = QHBoxLayout()
        row.setContentsMargins(0, 12, 0, 0)
        row.addStretch(1)
        row.addWidget(self.quit)
        row.addWidget(self.keep)
        column.addLayout(row)
        self.keep.setDefault(True)

    def _keep(self) -> None:
        self.keeps_running = True
        self.accept()

    def _quit(self) -> None:
        self.keeps_running = False
        self.accept()
