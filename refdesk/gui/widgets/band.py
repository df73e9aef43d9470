"""A message in the flow of a pane: an icon, a sentence or two, and what can be done about it; it never times out."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from refdesk.gui.theme.fonts import BODY, SEMIBOLD, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.marks import Tone

ICON = 22


@dataclass(frozen=True, slots=True)
class Message:
    """What a band says; `title` may be empty, `actions` are the words of up to two buttons, the main one first."""

    tone: Tone
    text: str
    title: str = ""
    icon: str = "info"
    actions: tuple[str, ...] = ()


class IconMark(QWidget):
    """An icon that only illustrates: it has no name and takes no focus."""

    def __init__(self, theme: Theme, icon: str, role: str, size: int = ICON, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._role = role
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set_icon(self, icon: str, role: str) -> None:
        """Show another."""
        self._icon = icon
        self._role = role
        self.update()

    def sizeHint(self) -> QSize:
        """Its size at this text size."""
        return painting.square(self._theme.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painting.icon(painter, self._theme, self.rect(), self._icon, self._role, self._size)
        painter.end()


class Band(QFrame):
    """Hidden until it has something to say; `acted` carries the words of the button that was pressed."""

    acted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._message = Message(Tone.NEUTRAL, "")
        self._mark = IconMark(theme, "info", "text2", parent=self)
        self._title = Label(theme, "", BODY, weight=SEMIBOLD, wrap=True)
        self._text = Label(theme, "", SMALL, "text2", wrap=True)
        self._buttons = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 13, 16, 13)
        self._row.setSpacing(12)
        self._row.addWidget(self._mark)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._text)
        self._row.addLayout(words, 1)
        self._buttons.buttonClicked.connect(self._pressed)
        theme.changed.connect(self.update)
        self.hide()

    def show_message(self, message: Message, *, announce: bool = False) -> None:
        """Say this; read it out at once too where the user must know, as of an error."""
        self._message = message
        self._mark.set_icon(message.icon, message.tone.text_role)
        self._title.setText(message.title)
        self._title.setVisible(bool(message.title))
        self._text.setText(message.text)
        self._text.setVisible(bool(message.text))
        self._set_actions(message.actions)
        spoken = f"{message.title} {message.text}".strip()
        self.setAccessibleName(spoken)
        self.show()
        if announce:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))

    def buttons(self) -> Sequence[Button]:
        """Its buttons, the main one first."""
        return [button for button in self._buttons.buttons() if isinstance(button, Button)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the soft box, with a line where there are no soft fills."""
        painter = QPainter(self)
        tokens = self._theme.tokens
        soft = tokens.colour(self._message.tone.soft_role)
        painting.fill(painter, self.rect(), soft, painting.CARD_RADIUS)
        if soft == tokens.base:
            painting.outline(painter, self.rect(), tokens.border, painting.CARD_RADIUS)
        painter.end()

    def _set_actions(self, actions: Sequence[str]) -> None:
        for button in self._buttons.buttons():
            self._buttons.removeButton(button)
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        for number, words in enumerate(actions):
            button = Button(self._theme, words, Kind.NORMAL if number else Kind.PRIMARY, parent=self)
            self._buttons.addButton(button)
            self._row.addWidget(button)

    def _pressed(self, button: Button) -> None:
        number = self._buttons.buttons().index(button)
        self.acted.emit(self._message.actions[number])
