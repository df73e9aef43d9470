"""What stands beside a note: whom it goes to and why, their address, how far it is, and what they got before."""

from datetime import date

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from refdesk.domain.person import Address
from refdesk.gui.notes.earlier import EarlierNotes
from refdesk.gui.notes.envelope import AddressForm, Envelope
from refdesk.gui.theme.fonts import BODY, LEAD, MICRO, SEMIBOLD, SMALL
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import marks
from refdesk.gui.widgets.band import IconMark
from refdesk.gui.widgets.buttons import Button, IconButton, Kind
from refdesk.gui.widgets.label import Label
from refdesk.services.addresses import address_of, envelope_lines, is_whole
from refdesk.services.notes_desk import Sheet

AVATAR = 40
STEPS = (("Wording chosen", ""), ("Written by hand", "W"), ("Posted", "P"))


class Avatar(QWidget):
    """Somebody's initials; it has no name of its own, for the name stands beside it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = ""
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_name(self, name: str) -> None:
        """Show whose they are."""
        self._name = name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the disc."""
        painter = QPainter(self)
        marks.avatar(painter, self._theme, QRect(0, 0, self.width(), self.height()), self._name)
        painter.end()

    def _restyle(self) -> None:
        side = self._theme.px(AVATAR)
        self.setFixedSize(side, side)
        self.update()


class Step(QWidget):
    """One step of a note: ticked when it is done, with the key that does it."""

    def __init__(self, theme: Theme, words: str, key: str) -> None:
        super().__init__()
        self._mark = IconMark(theme, "circle", "text3", 18)
        self._words = Label(theme, words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(10)
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)
        row.addWidget(Label(theme, key, MICRO, "text3"))

    def set_done(self, done: bool) -> None:
        """Show whether it is done, by shape and in words."""
        self._mark.set_icon("circle-check" if done else "circle", "good" if done else "text3")
        self.setAccessibleName(f"{self._words.text()}: {'done' if done else 'not yet'}")


class FactsPane(QWidget):
    """Filled from a `Sheet`; asks for what is done by its signals, and does nothing itself.

    ``address_saved`` carries an Address, ``copy_requested`` the text to be copied.
    """

    address_saved = Signal(object)
    copy_requested = Signal(str)
    print_requested = Signal()
    contact_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._person = ""
        self._address: Address | None = None
        self._lines: tuple[str, ...] = ()
        self._steps = [Step(theme, words, key) for words, key in STEPS]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 16, 18, 16)
        self._column.setSpacing(16)
        self._lay_out_person()
        self._why = self._section("Why this note", 3)
        self._lay_out_address()
        self._lay_out_steps()
        self._earlier = EarlierNotes(self._theme)
        self._column.addWidget(self._earlier)
        self._column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def show_sheet(self, sheet: Sheet, today: date, home: str) -> None:
        """Show what belongs to this note, which is posted in the country ``home``."""
        person, note = sheet.person, sheet.note
        self._avatar.show_name(person.name)
        self._name.setText(person.name)
        role = ", ".join(filter(None, (person.title, person.org)))
        self._role.setText(role)
        self._role.setVisible(bool(role))
        self._why.setText(sheet.why)
        self._address, self._lines = address_of(person), envelope_lines(person, home)
        self._envelope.show_lines(self._lines)
        self._edit.set_words("Edit" if self._lines else "Add address")
        self._edit.setAccessibleName("Edit the address" if self._lines else "Add an address")
        self._show_verbs(bool(self._lines))
        if not (self.is_asking() and person.id == self._person):
            self.close_form()
        self._person = person.id
        done = (bool(note.text), note.written_on is not None or note.state != "to_write", note.state == "posted")
        for step, is_done in zip(self._steps, done, strict=True):
            step.set_done(is_done)
        self._earlier.show_notes(sheet.earlier, today)

    def ask_address(self) -> None:
        """Open the form for the address."""
        self._envelope.hide()
        self._show_verbs(False)
        self._edit.hide()
        self._form.show()
        self._form.begin(self._address)

    def close_form(self) -> None:
        """Show the envelope again, whatever the form holds."""
        self._form.hide()
        self._envelope.show()
        self._edit.show()
        self._show_verbs(bool(self._lines))

    def is_asking(self) -> bool:
        """Whether the form is open."""
        return self._form.isVisibleTo(self)

    def written(self) -> Address | None:
        """The address that stands in the open form; None where it is closed, unchanged, or not whole yet."""
        address = self._form.address() if self.is_asking() else None
        return None if address is None or address == self._form.begun or not is_whole(address) else address

    def _lay_out_person(self) -> None:
        self._avatar = Avatar(self._theme)
        self._name = Label(self._theme, "", LEAD, wrap=True)
        self._role = Label(self._theme, "", SMALL, "text2", wrap=True)
        contact = IconButton(self._theme, "external-link", "Open contact")
        contact.clicked.connect(self.contact_requested)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._role)
        row = QHBoxLayout()
        row.setSpacing(11)
        row.addWidget(self._avatar)
        row.addLayout(words, 1)
        row.addWidget(contact)
        self._column.addLayout(row)

    def _lay_out_address(self) -> None:
        self._envelope = Envelope(self._theme)
        self._form = AddressForm(self._theme)
        self._form.saved.connect(self.address_saved)
        self._form.cancelled.connect(self._cancelled)
        self._form.hide()
        self._edit = Button(self._theme, "Edit", Kind.LINK, small=True)
        self._edit.clicked.connect(self.ask_address)
        self._copy = Button(self._theme, "Copy", icon="copy", small=True)
        self._copy.setAccessibleName("Copy the address")
        self._copy.clicked.connect(self._copy_address)
        self._print = Button(self._theme, "Print envelope", icon="printer", small=True)
        self._print.clicked.connect(self.print_requested)
        head = QHBoxLayout()
        head.addWidget(Label(self._theme, "Address", BODY, weight=SEMIBOLD))
        head.addStretch(1)
        head.addWidget(self._edit)
        under = QHBoxLayout()
        under.setSpacing(8)
        under.addWidget(self._copy)
        under.addWidget(self._print)
        under.addStretch(1)
        section = QVBoxLayout()
        section.setSpacing(6)
        section.addLayout(head)
        section.addWidget(self._envelope)
        section.addWidget(self._form)
        section.addLayout(under)
        self._column.addLayout(section)

    def _lay_out_steps(self) -> None:
        section = QVBoxLayout()
        section.setSpacing(1)
        section.addWidget(Label(self._theme, "Steps", BODY, weight=SEMIBOLD))
        for step in self._steps:
            section.addWidget(step)
        self._column.addLayout(section)

    def _section(self, title: str, gap: int) -> Label:
        words = Label(self._theme, "", BODY, "text2", wrap=True)
        section = QVBoxLayout()
        section.setSpacing(gap)
        section.addWidget(Label(self._theme, title, BODY, weight=SEMIBOLD))
        section.addWidget(words)
        self._column.addLayout(section)
        return words

    def _show_verbs(self, shown: bool) -> None:
        self._copy.setVisible(shown)
        self._print.setVisible(shown)

    def _copy_address(self) -> None:
        self.copy_requested.emit("\n".join(self._lines))

    def _cancelled(self) -> None:
        self.close_form()
        self._edit.setFocus()
