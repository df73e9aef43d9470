"""The rows of the facts pane: each one button of words, worked by a click, Enter or Space."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from refdesk.domain.person import Person
from refdesk.gui.contacts.edit_keys import Editing, stops_in, tab_before
from refdesk.gui.contacts.edit_parts import Part
from refdesk.gui.contacts.edit_row import EditRow
from refdesk.gui.theme.fonts import SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.view import Tools
from refdesk.gui.widgets import painting
from refdesk.gui.widgets.band import IconMark
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.pressable import Pressable

LABEL_WIDTH, ICON, LEAST_HEIGHT = 96, 15, 24
LONG_LABEL = 12
"""How many letters an owner's label may have to stand beside what it labels, and not below."""

INSET = 6
"""How far a row's box reaches beyond its words, so that words of all rows stand in one line with the titles."""


class RowButton(Pressable):
    """A row as wide as the pane and as high as its words; the whole of it is the box."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_face(self, face: QLayout) -> None:
        """Show these; a click on them is one on the button."""
        face.setContentsMargins(INSET, 3, INSET, 3)
        self.setLayout(face)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """What its face wants, and enough to hit."""
        face = self.layout()
        wanted = face.sizeHint() if face else QSize()
        return QSize(wanted.width(), max(wanted.height(), self._theme.px(LEAST_HEIGHT)))

    def hasHeightForWidth(self) -> bool:
        """Its words break."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its words at this width."""
        face = self.layout()
        return max(face.heightForWidth(width) if face else 0, self._theme.px(LEAST_HEIGHT))

    def box(self) -> QRect:
        """All of it."""
        return self.rect()


class LinkRow(RowButton):
    """A way to reach somebody, or somebody to go to: an icon and words. Ctrl+C copies them."""

    def __init__(self, theme: Theme, icon: str, words: str, does: str, second: str = "") -> None:
        """`does` says what a click does, such as "Call 0117 496 0142"; `second` is the owner's label."""
        super().__init__(theme)
        self.words = words
        self.setAccessibleName(does)
        self.setToolTip(painting.plain_tool_tip(does))
        face = QHBoxLayout()
        face.setSpacing(9)
        face.addWidget(IconMark(theme, icon, "text3", ICON), 0, Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(Label(theme, words, SMALL, wrap=True))
        face.addLayout(said, 1)
        if len(second) > LONG_LABEL:
            said.addWidget(Label(theme, second, SMALL, "text3", wrap=True))
        elif second:
            face.addWidget(Label(theme, second, SMALL, "text3"), 0, Qt.AlignmentFlag.AlignTop)
        self.set_face(face)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the words, or do what every row does."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.words)
        else:
            super().keyPressEvent(event)


class FactButton(RowButton):
    """A label and a value; it opens the field that edits them."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme)
        self._name = name
        self._label = Label(theme, name, SMALL, "text2", wrap=True)
        self._value = Label(theme, "", SMALL, wrap=True)
        face = QHBoxLayout()
        face.setSpacing(8)
        face.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        face.addWidget(self._value, 1, Qt.AlignmentFlag.AlignTop)
        self.set_face(face)
        self._measure()
        theme.changed.connect(self._measure)

    def show_value(self, words: str, *, known: bool) -> None:
        """Show the value, or what stands in its place while it is not known."""
        self._value.setText(words)
        self._value.set_role("text" if known else "text3")
        self.setAccessibleName(f"{self._name}: {words}")
        self.setAccessibleDescription("Enter edits it")
        self.updateGeometry()

    def value(self) -> str:
        """What it shows."""
        return self._value.text()

    def _measure(self) -> None:
        self._label.setFixedWidth(self._theme.px(LABEL_WIDTH))


class FactRow(Editing):
    """One fact that can be changed where it stands. `saving` asks for it to be written."""

    saving = Signal(str)

    def __init__(self, tools: Tools, part: Part) -> None:
        super().__init__()
        self._tools = tools
        self.part = part
        self.button = FactButton(tools.theme, part.name)
        self.editor: EditRow | None = None
        self._bottom = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self.button)
        self._column.addWidget(self._bottom)
        self._fill_bottom()

    def open(self, person: Person) -> None:
        """Edit it in place."""
        if self.editor is None:
            self.editor = EditRow(self._tools, self.part.make(self._tools), above=True)
            self.editor.field.submitted.connect(self.save)
            self.editor.setContentsMargins(INSET, 0, INSET, 0)
            self._column.insertWidget(1, self.editor)
            tab_before(self._save_button, stops_in(self.editor))
        self.editor.field.load(person)
        self.editor.reset()
        self._show_editor(True)
        self.editor.field.setFocus(Qt.FocusReason.TabFocusReason)

    def close_editor(self, *, focus: bool) -> None:
        """Show the value again; the focus comes back to it where it was inside."""
        self._show_editor(False)
        if focus:
            self.button.setFocus()

    def is_editing(self) -> bool:
        """Whether it is being edited."""
        return self.button.isHidden()

    def save(self) -> bool:
        """Ask for it to be written; whether that was possible."""
        self.saving.emit(self.part.key)
        return not self.is_editing()

    def cancel(self) -> None:
        """Show the value as it was."""
        self.close_editor(focus=True)

    def _show_editor(self, shown: bool) -> None:
        self.button.setHidden(shown)
        if self.editor is not None:
            self.editor.setVisible(shown)
        self._bottom.setVisible(shown)

    def _fill_bottom(self) -> None:
        save = self._save_button = Button(self._tools.theme, "Save", icon="check", small=True)
        cancel = Button(self._tools.theme, "Cancel", Kind.GHOST, small=True)
        save.setAccessibleName(f"Save {self.part.name}")
        cancel.setAccessibleName(f"Cancel {self.part.name}")
        save.clicked.connect(self.save)
        cancel.clicked.connect(self.cancel)
        row = QHBoxLayout(self._bottom)
        row.setContentsMargins(INSET, 0, INSET, 6)
        row.setSpacing(6)
        row.addWidget(save)
        row.addWidget(cancel)
        row.addStretch(1)
        self._bottom.hide()
