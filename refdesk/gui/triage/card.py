"""One person at a time: a question, its answers by single keys, and what was said so far."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from refdesk.domain.first_ten import FirstTenAnswers
from refdesk.domain.person import Person
from refdesk.gui.contacts.edit_chips import TagsField
from refdesk.gui.theme.fonts import BODY, LEAD, SMALL, TITLE1
from refdesk.gui.theme.theme import Theme
from refdesk.gui.triage.interview import OPTIONS, Interview, Step
from refdesk.gui.view import Tools
from refdesk.gui.widgets import marks, painting
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.flow import FlowLayout
from refdesk.gui.widgets.label import Label

AVATAR = 56
LATER, STRANGER = "N", "X"
NOBODY = Person(id="", name="")


class Avatar(QWidget):
    """A person's disc; their name stands beside it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(painting.square(theme.px(AVATAR)))
        theme.changed.connect(self.update)

    def set_name(self, name: str) -> None:
        """Show somebody else's."""
        self._name = name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        marks.avatar(painter, self._theme, self.rect(), self._name)
        painter.end()


class Card(QFrame):
    """`answered` carries what was said once all was asked; the other signals are what its keys say of the person."""

    answered = Signal(object)
    put_off = Signal(object)
    unknown = Signal()
    previous = Signal()

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        theme = tools.theme
        self._person = NOBODY
        self._has_previous = False
        self.interview = Interview()
        self.setProperty("pane", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._avatar = Avatar(theme)
        self._name, self._about = Label(theme, "", TITLE1, wrap=True), Label(theme, "", BODY, "text2", wrap=True)
        self.place = Label(theme, "", SMALL, "text2")
        self.question = Label(theme, "", LEAD, wrap=True)
        self.said = Label(theme, "", SMALL, "text2", wrap=True)
        self._options = QWidget()
        self._flow = FlowLayout(self._options, gap=8)
        self.worlds = TagsField(tools, "Worlds they move in", "knows", "Such as dentists, or family firms")
        self.worlds.submitted.connect(self._end_worlds)
        self.worlds.line.installEventFilter(self)
        self.buttons: list[Button] = []
        self._lay_out()

    def show_person(self, person: Person, place: str, *, has_previous: bool) -> None:
        """Begin with somebody; ``place`` is such as "7 of 10"."""
        self._person = person
        self._has_previous = has_previous
        self.interview = Interview()
        self._avatar.set_name(person.name)
        self._name.setText(person.name)
        self._about.setText(", ".join(filter(None, (person.title, person.org))))
        self._about.setVisible(bool(self._about.text()))
        self.place.setText(place)
        self.worlds.load(NOBODY)
        self._ask()

    def ask_again(self) -> None:
        """Go back to the last question, as when the answers could not be kept."""
        self.interview.back()
        self._ask()

    def person(self) -> Person:
        """Whom it asks about."""
        return self._person

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by single keys; where these are switched off, Space and Backspace still go on and back."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        letter = event.text().upper() if plain and self._tools.preferences.single_keys else ""
        if event.key() == Qt.Key.Key_Space:
            self._skip()
        elif event.key() == Qt.Key.Key_Backspace:
            self._back()
        elif not (letter and self._press(letter)):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On an empty line of the last question Space and Backspace mean what they mean everywhere."""
        if watched is self.worlds.line and not self.worlds.line.text() and isinstance(event, QKeyEvent):
            acts = {Qt.Key.Key_Space: self._end_worlds, Qt.Key.Key_Backspace: self._back}
            if event.type() == QEvent.Type.KeyPress and (act := acts.get(Qt.Key(event.key()))):
                act()
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the focus ring too: the card itself takes the keys."""
        super().paintEvent(event)
        if painting.has_keyboard_focus(self):
            painter = QPainter(self)
            painting.focus_ring(painter, self.rect(), self._tools.theme.tokens.focus, painting.CARD_RADIUS)
            painter.end()

    def _lay_out(self) -> None:
        theme = self._tools.theme
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        names.addWidget(self._name)
        names.addWidget(self._about)
        names.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._avatar)
        head.addLayout(names, 1)
        head.addWidget(self.place, 0, Qt.AlignmentFlag.AlignTop)
        self.skip = Button(theme, "Skip", Kind.GHOST, key="Space", small=True)
        self.back = Button(theme, "Previous", Kind.GHOST, key="Backspace", small=True)
        self.later = Button(theme, "Not now", Kind.GHOST, key=LATER, small=True)
        self.stranger = Button(theme, "I don’t know them", Kind.GHOST, key=STRANGER, small=True)
        self.skip.clicked.connect(self._skip)
        self.back.clicked.connect(self._back)
        self.later.clicked.connect(self._put_off)
        self.stranger.clicked.connect(self.unknown)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self.back)
        foot.addWidget(self.skip)
        foot.addStretch(1)
        foot.addWidget(self.later)
        foot.addWidget(self.stranger)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 14)
        column.setSpacing(12)
        column.addLayout(head)
        column.addSpacing(8)
        column.addWidget(self.question)
        column.addWidget(self._options)
        column.addWidget(self.worlds)
        column.addWidget(self.said)
        column.addSpacing(4)
        column.addLayout(foot)

    def _ask(self) -> None:
        """Show the question of the moment with its answers, and have it read out."""
        step = self.interview.step
        if step is None:
            self.answered.emit(self.interview.answers)
            return
        words = step.value.format(first=self._person.first_name)
        self.question.setText(words)
        self._show_options(step)
        is_last = step is Step.WORLD
        self.worlds.setVisible(is_last)
        self.back.setEnabled(self._has_previous or self.interview.has_before)
        for button in (self.later, self.stranger):
            button.setHidden(is_last)  # their letters are written into the line here
        self.skip.set_words("Done with them" if is_last else "Skip")
        said = self.interview.said()
        self.said.setText(" · ".join(said))
        self.said.setVisible(bool(said))
        self.setAccessibleName(f"{self._person.name}, {self.place.text()}. {words}")
        if self.isVisible():
            (self.worlds.line if is_last else self).setFocus(Qt.FocusReason.TabFocusReason)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _show_options(self, step: Step) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.buttons = [Button(self._tools.theme, each.words, key=each.key) for each in OPTIONS[step]]
        for option, button in zip(OPTIONS[step], self.buttons, strict=True):
            button.clicked.connect(partial(self._choose, option.key))
            self._flow.addWidget(button)
        self._options.setVisible(bool(self.buttons))
        self._flow.invalidate()

    def _press(self, key: str) -> bool:
        """Answer by a key, or say by one what is to become of the person."""
        if self.interview.choose(key):
            self._ask()
        elif key == LATER:
            self._put_off()
        elif key == STRANGER:
            self.unknown.emit()
        else:
            return False
        return True

    def _choose(self, key: str) -> None:
        self.interview.choose(key)
        self._ask()

    def _skip(self) -> None:
        if self.interview.step is Step.WORLD:
            self._end_worlds()
            return
        self.interview.skip()
        self._ask()

    def _back(self) -> None:
        if self.interview.back():
            self._ask()
        else:
            self.previous.emit()

    def _end_worlds(self) -> None:
        self.interview.tell_worlds(self._worlds())
        self._ask()

    def _put_off(self) -> None:
        """Leave the person; what was said so far is kept."""
        answers = self.interview.answers
        self.put_off.emit(answers if answers != FirstTenAnswers() else None)

    def _worlds(self) -> tuple[str, ...]:
        return self.worlds.apply(NOBODY).knows
