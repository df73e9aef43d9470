"""The head of a person's page: who they are, and what can be done with them."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from refdesk.domain.person import Person
from refdesk.gui.contacts.facts_words import ROLE_WORDS
from refdesk.gui.contacts.list_words import role_words
from refdesk.gui.contacts.portrait import Portrait
from refdesk.gui.theme.fonts import BODY, TITLE1
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets.buttons import Button, IconButton, Kind
from refdesk.gui.widgets.chip import Chip
from refdesk.gui.widgets.flow import FlowLayout
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.marks import Tone
from refdesk.services.contacts import Contact

MARGIN = 20
ASK, ROOMY = "Prepare an ask", 700


class PersonHeader(QFrame):
    """Name, role, chips and buttons; each act has a signal, and the view does it."""

    log_requested = Signal()
    ask_requested = Signal()
    edit_requested = Signal()
    brief_requested = Signal()
    never_ask_requested = Signal()
    archive_requested = Signal()
    died_requested = Signal()
    delete_requested = Signal()
    erase_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("pane", "base")
        self._portrait = Portrait(theme)
        self._name = Label(theme, "", TITLE1, wrap=True)
        self._role = Label(theme, "", BODY, "text2", wrap=True)
        self._chips = FlowLayout(gap=6)
        self.log_button = Button(theme, "Log interaction", Kind.PRIMARY, icon="plus")
        self.log_button.clicked.connect(self.log_requested)
        self.ask_button = Button(theme, ASK)
        self.ask_button.clicked.connect(self.ask_requested)
        self.more_button = IconButton(theme, "ellipsis", "More")
        self.more_button.clicked.connect(self.show_menu)
        self.menu = QMenu(self)
        self._edit = self._add("Edit", self.edit_requested.emit, "F2")
        self._brief = self._add("Brief before a meeting", self.brief_requested.emit)
        self.menu.addSeparator()
        self._never_ask = self._add("", self.never_ask_requested.emit)
        self._archive = self._add("", self.archive_requested.emit)
        self._died = self._add("", self.died_requested.emit)
        self.menu.addSeparator()
        self._delete = self._add("Delete", self.delete_requested.emit, "Del")
        self._erase = self._add("Erase for good…", self.erase_requested.emit)
        self._lay_out()

    def show_contact(self, contact: Contact) -> None:
        """Show somebody."""
        person = contact.person
        self._portrait.show_person(person.name, contact.photo)
        self._name.setText(person.name)
        role = role_words(person.title, person.org)
        self._role.setText(role)
        self._role.setVisible(bool(role))
        while (chip := self._chips.takeAt(0)) is not None and (widget := chip.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        for words, tone, icon in _chips(person):
            self._chips.addWidget(Chip(self._theme, words, tone, icon))
        self.setAccessibleName(f"{person.name}. {role}".strip())
        self.ask_button.setVisible(not person.do_not_ask and person.died_on is None)
        self.more_button.set_name(f"More for {person.name}")
        self._never_ask.setText("Allow asking again…" if person.do_not_ask else "Never ask…")
        self._archive.setText("Take back from the archive" if person.archived else "Archive")
        self._died.setText("Correct the day they died…" if person.died_on else "Died…")

    def show_menu_at(self, spot: QPoint) -> None:
        """Open the menu of everything that is done less often, there on the screen."""
        self.menu.popup(spot)
        self.menu.setActiveAction(self._edit)

    def show_menu(self) -> None:
        """Open it below its button."""
        corner = self.more_button.rect().bottomRight()
        corner.setX(corner.x() - self.menu.sizeHint().width())
        self.show_menu_at(self.more_button.mapToGlobal(corner))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the second button be an icon where there is little room for the name."""
        super().resizeEvent(event)
        is_wide = event.size().width() >= self._theme.px(ROOMY)
        if is_wide != bool(self.ask_button.text()):
            self.ask_button.set_words(ASK if is_wide else "")
            self.ask_button.set_icon("" if is_wide else "messages-square")
            self.ask_button.setAccessibleName(ASK)
            self.ask_button.setToolTip("" if is_wide else ASK)

    def _add(self, words: str, act: Callable[[], object], key: str = "") -> QAction:
        action = self.menu.addAction(words)
        action.triggered.connect(act)
        if key:  # shown only: the view has the key itself
            action.setShortcut(key)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        return action

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._role)
        words.addSpacing(3)
        words.addLayout(self._chips)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 16, MARGIN, 14)
        row.setSpacing(16)
        row.addWidget(self._portrait)
        row.addLayout(words, 1)
        row.addWidget(self.log_button)
        row.addWidget(self.ask_button)
        row.addWidget(self.more_button)


def _chips(person: Person) -> list[tuple[str, Tone, str]]:
    chips = [
        (ROLE_WORDS[role], Tone.ACCENT, "handshake") if role == "partner" else (ROLE_WORDS[role], Tone.NEUTRAL, "")
        for role in person.roles
    ]
    if person.met:
        chips.append((person.met, Tone.NEUTRAL, ""))
    if person.do_not_ask:
        chips.append(("Never ask", Tone.WARN, "hand"))
    if person.died_on:
        chips.append((f"Died {person.died_on.year}", Tone.NEUTRAL, ""))
    if person.archived:
        chips.append(("Archived", Tone.NEUTRAL, "archive"))
    return chips
