"""The log line of a contact's page: it is about them, and opens up while it is used."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from refdesk.gui.log.line_edit import LineEdit
from refdesk.gui.log.panel import LinePanel
from refdesk.gui.theme.fonts import MICRO
from refdesk.gui.theme.theme import Theme
from refdesk.gui.view import Tools
from refdesk.gui.widgets import painting
from refdesk.gui.widgets.band import IconMark
from refdesk.gui.widgets.focus import holds_focus, lead_focus
from refdesk.gui.widgets.label import Label
from refdesk.services.log_preview import Draft

PLACEHOLDER = "What happened? Coffee yesterday: promised the pension note #follow-up 2w"


class FieldBox(QWidget):
    """A field's outline around a plus, the line, and the key that saves it."""

    def __init__(self, theme: Theme, edit: LineEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._edit = edit
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(IconMark(theme, "plus", "accent", 16, self), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(edit, 1)
        self._key = Label(theme, "Enter", MICRO, "text3", parent=self)
        row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignTop)
        edit.focused.connect(self.update)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the line is for the line."""
        self._edit.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box of a field, stronger with the focus."""
        painter = QPainter(self)
        tokens = self._theme.tokens
        painting.fill(painter, self.rect(), tokens.base)
        focused = self._edit.hasFocus()
        painting.outline(
            painter, self.rect(), tokens.focus if focused else tokens.border_strong, width=2 if focused else 1
        )
        painter.end()


class QuickAdd(QWidget):
    """`logged` is emitted when an entry was written. The draft of each person waits until they are shown again."""

    logged = Signal()

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = LineEdit(tools.theme, large=False)
        self.edit.setPlaceholderText(PLACEHOLDER)
        self.panel = LinePanel(tools, self.edit, FieldBox(tools.theme, self.edit), people_leave=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self._drafts: dict[str, Draft] = {}
        self._person = ""
        self.panel.logged.connect(self.logged)
        self.edit.textChanged.connect(self._reveal)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._reveal)
        self.panel.toggles.hide()
        lead_focus(self, self.edit)

    def set_person(self, id_: str) -> None:
        """Log with this person from now on; what was typed of another is kept for them."""
        if id_ == self._person:
            return
        typed = self.panel.draft()
        if typed.text.strip():
            self._drafts[self._person] = typed
        else:
            self._drafts.pop(self._person, None)
        self._person = id_
        self.panel.set_draft(self._drafts.get(id_) or Draft(text="", people=(id_,)))

    def _reveal(self) -> None:
        """Show the toggles while the line is used, or holds anything."""
        used = holds_focus(self.panel) or bool(self.edit.toPlainText().strip())
        self.panel.toggles.setVisible(used)
