"""The foot of the inspector: the primary verb, the second one where there are two, copying, and Later."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import footer
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.services.daily import Line
from refdesk.services.row_detail import Detail
from refdesk.services.row_verbs import OPEN_QUESTIONS, verbs_of

BY_MAIL, BY_NOTE, OPEN_ASK = "Write the email", "Put on the desk", "Open the ask"
TELL = "Say how it went"
_PROPOSALS = {
    "ready": "Prepare the ask",
    "reconnect": "Spoke today",
    "keep_in_touch": "Spoke today",
    "sort": "Sort ten people",
}
_ICONS = {
    BY_MAIL: "mail",
    BY_NOTE: "pen-line",
    TELL: "messages-square",
    "Prepare the ask": "messages-square",
    "Sort ten people": "users",
    "Spoke today": "phone",
    "Not yet": "clock",
}
_WAYS = {"message": BY_MAIL, "letter": BY_NOTE}


class Footer(footer.Footer):
    """Four buttons at most, which always fit: where it is narrow, copying says less."""

    primary_pressed = Signal()
    second_pressed = Signal()
    copy_pressed = Signal()
    later_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._verb = ""
        self.setProperty("pane", "panel")
        self.primary = Button(theme, "", Kind.PRIMARY, icon="check", parent=self)
        self.second = Button(theme, "", parent=self)
        self.copy = Button(theme, "Copy words", icon="copy", parent=self)
        self.later = Button(theme, "Later", Kind.GHOST, icon="clock", parent=self)
        for button in (self.primary, self.second, self.copy):
            self.add(button)
        self.add_space()
        self.add(self.later)
        self.primary.clicked.connect(self.primary_pressed)
        self.second.clicked.connect(self.second_pressed)
        self.copy.clicked.connect(self.copy_pressed)
        self.later.clicked.connect(self.later_pressed)

    def show_line(self, line: Line, found: Detail, way: str) -> None:
        """Name the buttons for a line; ``way`` is how a thank-you will be said, empty for anything else."""
        self._verb, second = verb_words(line)
        self.second.set_words(second)
        self.second.setVisible(bool(second))
        self.copy.setVisible(bool(found.words))
        self.later.setVisible(bool(line.person) or line.due is not None)
        self.set_way(way)

    def set_way(self, way: str) -> None:
        """Let the primary button say what it does this way."""
        words = _WAYS.get(way, self._verb)
        self.primary.set_words(words)
        self.primary.set_icon(_ICONS.get(words, "check"))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where there is less room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let copying and Later say as much as there is room for; their icons always stand."""
        for copy, later in (("Copy words", "Later"), ("Copy", "Later"), ("", "Later"), ("", "")):
            self._say(self.copy, copy, "Copy words")
            self._say(self.later, later, "Later")
            shown = [each for each in (self.primary, self.second, self.copy, self.later) if not each.isHidden()]
            wanted = sum(each.sizeHint().width() + footer.GAP for each in shown) - footer.GAP
            if wanted + 2 * footer.PADDING <= self.width():
                break

    def _say(self, button: Button, words: str, name: str) -> None:
        if button.text() != words:
            button.set_words(words)
        button.setAccessibleName(name)
        button.setToolTip("" if words == name else name)


def verb_words(line: Line) -> tuple[str, str]:
    """The words of the primary button and of the second one, empty where there is only one."""
    if line.due is None:
        return _PROPOSALS[line.about], ""
    verbs = [words for _, words in verbs_of(line.due)]
    if line.about == "did_you_ask":
        return TELL, verbs[1]
    if line.about in OPEN_QUESTIONS:
        return verbs[0], OPEN_ASK
    first = verbs[0] if line.section == "checks" or line.about == "happened" else f"Mark as {verbs[0].lower()}"
    return first, verbs[1] if len(verbs) > 1 else ""
