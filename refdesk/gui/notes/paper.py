"""The note paper: the words of a letter, in a book face, edited where they stand."""

from math import ceil

from PySide6.QtCore import QEvent, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from refdesk.gui.theme.fonts import PAPER
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting
from refdesk.gui.widgets.focus import lead_focus
from refdesk.gui.widgets.label import Label

RADIUS = 3
MARGINS = (36, 26, 36, 32)
GAP = 14
FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


class LetterEdit(QTextEdit):
    """Plain text with the line height of paper, half of it between paragraphs; it grows with its words.

    `left` is emitted when the field is left, `dismissed` on Esc.
    """

    left = Signal()
    dismissed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("pane", "paper")
        self.setAccessibleName("Wording of the note")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._space_lines)
        theme.changed.connect(self._dress)
        self._dress()

    def show_text(self, text: str) -> None:
        """Show these words, not edited yet, and tell nobody."""
        blocked = self.blockSignals(True)
        self.setPlainText(text)
        self._space_lines()
        self.document().clearUndoRedoStacks()
        self.blockSignals(blocked)

    def toggle_words(self, words: str) -> None:
        """Put these words in at the cursor, or take them out where the letter has them; one undo takes that back."""
        cursor = self.document().find(words)
        if cursor.isNull():
            cursor = self.textCursor() if self.textCursor().position() else self._end_of_body()
            text, at = self.toPlainText(), cursor.selectionEnd()
            before = " " if text[:at][-1:].strip() and not cursor.hasSelection() else ""
            after = " " if text[at : at + 1].isalnum() else ""
            cursor.beginEditBlock()
            cursor.insertText(f"{before}{words}{after}")
            cursor.endEditBlock()
        else:
            _take_out(cursor)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the book face when the application's style sheet gives the widget its font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._dress()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left; a menu of its own, or another window, leaves nothing."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list; Enter begins a line like the one before, for Qt's own would reset an empty one."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        elif event == QKeySequence.StandardKey.InsertParagraphSeparator and not self.isReadOnly():
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        elif self._is_plain(event):
            super().keyPressEvent(event)
        else:
            edit = self.textCursor()
            edit.beginEditBlock()
            super().keyPressEvent(event)
            edit.endEditBlock()

    def _is_plain(self, event: QKeyEvent) -> bool:
        """Whether a key changes the height of no line: an undo, or a letter in a line that has some.

        Any other edit has to be a block, for only to a block can the heights be joined that it asks for; and only
        letters outside of one are undone by the word, as Qt does.
        """
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            return True
        cursor, letter = self.textCursor(), event.text()
        is_letter = bool(letter) and letter.isprintable() and not cursor.hasSelection()
        return is_letter and bool(cursor.block().text().strip())

    def _end_of_body(self) -> QTextCursor:
        """The end of the last paragraph before the words above the name, or of the letter where it has no other."""
        block = self.document().lastBlock()
        while block.isValid() and block.text().strip():
            block = block.previous()
        while block.isValid() and not block.text().strip():
            block = block.previous()
        cursor = QTextCursor(block if block.isValid() else self.document().lastBlock())
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        return cursor

    def _dress(self) -> None:
        font = self._theme.fonts.font(PAPER)
        if self.document().defaultFont() != font:
            self.document().setDefaultFont(font)
            self._space_lines()

    def _space_lines(self) -> None:
        """Give every line its height, as part of the edit that made it, so that one undo takes both back."""
        block = self.document().begin()
        while block.isValid():
            height = self._height_of(block)
            if block.blockFormat().lineHeight() != height:
                spacing = QTextBlockFormat()
                spacing.setLineHeight(height, FIXED)
                cursor = QTextCursor(block)
                blocked = self.blockSignals(True)
                cursor.joinPreviousEditBlock()
                cursor.mergeBlockFormat(spacing)
                cursor.endEditBlock()
                self.blockSignals(blocked)
            block = block.next()

    def _height_of(self, block: QTextBlock) -> int:
        """The height of a line: half of one for the blank line after a paragraph, not for those that follow it."""
        whole = self._theme.fonts.line(PAPER)
        before = block.previous()
        is_gap = not block.text().strip() and before.isValid() and before.text().strip()
        return whole // 2 if is_gap else whole

    def _fit(self, size: QSizeF) -> None:
        self.setFixedHeight(max(ceil(size.height()), self._theme.fonts.line(PAPER)) + 2)


def _take_out(found: QTextCursor) -> None:
    """Take out what is selected, and the space that stood before it, or after it at the beginning of a line."""
    text, first, last = found.block().text(), found.selectionStart(), found.selectionEnd()
    at = found.block().position()
    if text[: first - at].endswith(" "):
        first -= 1
    elif text[last - at :].startswith(" "):
        last += 1
    found.setPosition(first)
    found.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
    found.removeSelectedText()


class Paper(QFrame):
    """The sheet: the day at its right, then the words. `edited` is emitted at every change by the user."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.letter = LetterEdit(theme)
        self._day = Label(theme, "", PAPER)
        self._day.setAlignment(Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(*MARGINS)
        column.setSpacing(GAP)
        column.addWidget(self._day)
        column.addWidget(self.letter)
        lead_focus(self, self.letter)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.letter.textChanged.connect(self._changed)
        self.letter.left.connect(self.update)
        theme.changed.connect(self.update)

    def show_letter(self, day: str, text: str, *, editable: bool) -> None:
        """Show a letter of this day; one that is posted can be read and copied only."""
        self._day.setText(day)
        self.letter.show_text(text)
        self.letter.setReadOnly(not editable)
        self.update()

    def text(self) -> str:
        """The words as they stand, without blank space around them."""
        return self.letter.toPlainText().strip()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet, with a ring while its words have the focus."""
        painter = QPainter(self)
        tokens = self._theme.tokens
        painting.fill(painter, self.rect(), tokens.paper, RADIUS)
        if self.letter.hasFocus():
            painting.focus_ring(painter, self.rect(), tokens.focus, RADIUS)
        else:
            painting.outline(painter, self.rect(), tokens.paper_border, RADIUS)
        painter.end()

    def _changed(self) -> None:
        self.update()
        self.edited.emit()
