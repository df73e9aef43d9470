"""Step 1, Choose a file: files are dropped here, or chosen in the system's own window."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from refdesk.gui.theme.fonts import BODY, DISPLAY, LEAD, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting
from refdesk.gui.widgets.band import Band, IconMark, Message
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.marks import Tone
from refdesk.services.imports.preview import Preview

PROGRAMS = "From Google, Outlook, Apple, LinkedIn, Thunderbird or Monica. Nothing leaves this computer."
FILTER = "Address books (*.csv *.vcf *.vcard *.json *.txt);;All files (*)"
AREA_HEIGHT = 232


class DropArea(QFrame):
    """A dashed box that takes files; `dropped` carries their paths."""

    dropped = Signal(list)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_over = False
        self.setAcceptDrops(True)
        self.setAccessibleName("Drop files here")
        theme.changed.connect(self.update)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files of this computer, and nothing else."""
        if _files(event.mimeData()):
            event.acceptProposedAction()
            self._set_over(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        self._set_over(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take them."""
        self._set_over(over=False)
        if files := _files(event.mimeData()):
            event.acceptProposedAction()
            self.dropped.emit(files)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dashed line, in the accent while files are held over it."""
        painter = QPainter(self)
        tokens = self._theme.tokens
        fill = tokens.accent_soft if self._is_over else tokens.panel
        painting.fill(painter, self.rect(), fill, painting.CARD_RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = tokens.accent if self._is_over else tokens.border_strong
        painter.setPen(QPen(QColor(colour), 1, Qt.PenStyle.DashLine))
        box = self.rect().adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, painting.CARD_RADIUS, painting.CARD_RADIUS)
        painter.end()

    def _set_over(self, *, over: bool) -> None:
        self._is_over = over
        self.update()


class ChoosePage(QWidget):
    """`chosen` carries the paths of one or several files."""

    chosen = Signal(list)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.area = DropArea(theme)
        self.area.dropped.connect(self.chosen)
        self.area.setMinimumHeight(theme.px(AREA_HEIGHT))
        self.button = Button(theme, "Choose file…", Kind.PRIMARY, icon="upload")
        self.button.clicked.connect(self._choose)
        self.band = Band(theme)
        inside = QVBoxLayout(self.area)
        inside.setSpacing(8)
        inside.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        inside.addWidget(IconMark(theme, "file-input", "text3", 28), 0, middle)
        inside.addWidget(Label(theme, "Drop a CSV or vCard file here", LEAD), 0, middle)
        inside.addWidget(Label(theme, "or several at once", SMALL, "text2"), 0, middle)
        inside.addSpacing(8)
        inside.addWidget(self.button, 0, middle)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(Label(theme, "Bring in your people", DISPLAY))
        column.addWidget(Label(theme, PROGRAMS, BODY, "text2", wrap=True))
        column.addWidget(self.area)
        column.addWidget(self.band)
        column.addStretch(1)

    def show_unreadable(self, previews: Sequence[Preview]) -> None:
        """Say of each of these files why it can't be read; nothing where there is none."""
        if not previews:
            self.band.hide()
            return
        words = "\n".join(f"{preview.path.name}: {preview.why}" for preview in previews)
        title = "This file can’t be read" if len(previews) == 1 else "These files can’t be read"
        self.band.show_message(Message(Tone.BAD, words, title, "circle-alert"), announce=True)

    def _choose(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, "Choose a file", "", FILTER)
        if names:
            self.chosen.emit([Path(name) for name in names])


def _files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
