"""The field of the log line: one line that grows by Shift+Enter, and gives Enter to whoever saves."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from refdesk.gui.theme.theme import Theme

MOST_LINES = 6
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LineEdit(QPlainTextEdit):
    """`submitted` on Enter, `follow_up_asked` on Ctrl+Enter, `focused` when the focus comes or goes."""

    submitted = Signal()
    follow_up_asked = Signal()
    focused = Signal()

    def __init__(self, theme: Theme, *, large: bool, parent: QWidget | None = None) -> None:
        """`large` gives it the type of the palette."""
        super().__init__(parent)
        self.setProperty("kind", "lead" if large else "bare")
        self.setAccessibleName("What happened?")
        self.setTabChangesFocus(True)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self.fit)
        theme.changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Be as high as the lines are, up to six."""
        lines = max(1, round(self.document().size().height()))  # a plain text's height is counted in lines
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines > MOST_LINES else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.setFixedHeight(min(lines, MOST_LINES) * self.fontMetrics().lineSpacing() + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be higher where there is less width; the document tells of that before it has broken its lines."""
        super().resizeEvent(event)
        self.fit()

    def replace_text(self, text: str) -> None:
        """Write this in its place as one step of the field's own undo, the cursor at the end."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter, which the window would use otherwise."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in ENTER:
            event.accept()
            return True
        if event.type() == QEvent.Type.FontChange:
            self.fit()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves, Ctrl+Enter asks for a follow-up too, Shift+Enter begins a line; Esc goes to whoever holds it."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif event.key() not in ENTER or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.follow_up_asked.emit()
        else:
            self.submitted.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell."""
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell."""
        super().focusOutEvent(event)
        self.focused.emit()
