"""The form of a new note: to whom, what about, and by when."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from refdesk.domain.words import Occasion
from refdesk.gui.contacts.edit_people import PersonLine
from refdesk.gui.theme.fonts import MEDIUM, SEMIBOLD, SMALL, TITLE2
from refdesk.gui.view import Tools
from refdesk.gui.widgets.asking_card import AskingCard
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.choice import Choice
from refdesk.gui.widgets.day_field import DayField
from refdesk.gui.widgets.focus import lead_focus
from refdesk.gui.widgets.label import Label
from refdesk.services.note_reasons import OCCASION_WORDS

WIDTH = 380


class NewNote(AskingCard):
    """A card; `asked` carries (person, occasion, due day), `cancelled` that there is to be no note."""

    asked = Signal(str, str, object)

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = tools.theme
        self._tools = tools
        self._id = ""
        self.setProperty("pane", "card")
        self.setMaximumWidth(theme.px(WIDTH))
        self.person = PersonLine(tools, "To whom?")
        self.person.chosen.connect(self._chose)
        self.person.textEdited.connect(self._typed)
        self._error = Label(theme, "", SMALL, "bad", SEMIBOLD, wrap=True)
        self.occasion = Choice(theme, "What about?", tuple(OCCASION_WORDS.items()))
        self.due = DayField(theme, "Due")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(4)
        column.addWidget(Label(theme, "New note", TITLE2))
        for words, field in (("To whom?", self.person), ("What about?", self.occasion), ("Due", self.due)):
            label = Label(theme, words, SMALL, "text2", MEDIUM)
            label.setBuddy(field)
            field.setAccessibleName(words)
            column.addSpacing(8)
            column.addWidget(label)
            column.addWidget(field)
            if field is self.person:
                column.addWidget(self._error)
        column.addSpacing(12)
        column.addLayout(self._lay_out_buttons())
        lead_focus(self, self.person)

    def begin(self, id_: str, name: str, today: date) -> None:
        """Start anew, perhaps with somebody chosen."""
        self._id = id_
        self.person.setText(name)
        self._say("")
        self.occasion.choose("other")
        self.due.set_day(today)
        first = self.occasion if id_ else self.person
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self) -> None:
        """Ask for the note, or say what is missing."""
        typed = self.person.text().strip()
        id_ = self._id or (self.person.best() or ("", ""))[0]
        if not id_:
            lacking = f"Nobody in your contacts is called {typed}, or several are." if typed else "To whom will it go?"
            self._say(lacking)
            self.person.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.asked.emit(id_, self.occasion.key(), self.due.day())

    def _lay_out_buttons(self) -> QHBoxLayout:
        put = Button(self._tools.theme, "Put on the desk", Kind.PRIMARY)
        put.clicked.connect(self.ask)
        cancel = Button(self._tools.theme, "Cancel", Kind.GHOST)
        cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout()
        row.addWidget(put)
        row.addWidget(cancel)
        row.addStretch(1)
        return row

    def _chose(self, id_: str, name: str) -> None:
        self._id = id_
        self.person.setText(name)
        self._say("" if id_ else f"{name} isn't in your contacts yet. Add them with Ctrl+N first.")
        if id_:
            self.occasion.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self) -> None:
        self._id = ""
        self._say("")

    def _say(self, error: str) -> None:
        self._error.setText(error)
        self._error.setVisible(bool(error))
        self.person.setAccessibleDescription(error)


def occasion_of(key: str) -> Occasion:
    """The occasion of a combo's key."""
    return next(occasion for occasion in OCCASION_WORDS if occasion == key)
