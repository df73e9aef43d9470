"""To whom: one person of the book, found as their name is typed, or one of the user's profiles."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from refdesk.domain.person import Person
from refdesk.domain.records import Profile
from refdesk.gui.contacts.edit_people import WHICH, PersonLine
from refdesk.gui.contacts.list_words import role_words
from refdesk.gui.ready.parts import Portrait
from refdesk.gui.theme.fonts import BODY, SEMIBOLD, SMALL
from refdesk.gui.view import Tools
from refdesk.gui.widgets.buttons import IconButton
from refdesk.gui.widgets.choice import Choice
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.segment import Choice as SegmentChoice
from refdesk.gui.widgets.segment import Segment
from refdesk.services.people import add_person
from refdesk.services.profiles import profiles
from refdesk.storage.records import get
from refdesk.storage.writing import new_id

PERSON, PROFILE = "person", "profile"
QUESTION = "To whom?"


class ChosenPerson(QFrame):
    """Who was chosen, with a cross to choose again."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self.setProperty("pane", "card")
        self._portrait = Portrait(tools.theme, 24, self)
        self._name = Label(tools.theme, "", BODY, weight=SEMIBOLD)
        self._role = Label(tools.theme, "", SMALL, "text2", wrap=True)
        self.clear = IconButton(tools.theme, "x", "Choose somebody else", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 1, 4, 1)
        row.setSpacing(9)
        row.addWidget(self._portrait)
        row.addWidget(self._name)
        row.addWidget(self._role, 1)
        row.addWidget(self.clear)

    def show_person(self, person: Person) -> None:
        """Show them."""
        self._portrait.show_name(person.name)
        self._name.setText(person.name)
        self._role.setText(role_words(person.title, person.org))
        self.clear.set_name(f"Choose somebody else than {person.name}")


class TargetField(QWidget):
    """`changed` tells that the user chose somebody, a profile, or nobody any more."""

    changed = Signal()

    def __init__(self, tools: Tools, asked: str) -> None:
        """``asked`` is whom the ask goes to, who cannot be its target."""
        super().__init__()
        self._tools = tools
        self._asked = asked
        self._person: Person | None = None
        self._profiles: dict[str, Profile] = {}
        ways = (SegmentChoice(PERSON, "One person"), SegmentChoice(PROFILE, "A profile"))
        self.way = Segment(tools.theme, QUESTION, ways)
        self.line = PersonLine(tools, "One person by name")
        self.chosen = ChosenPerson(tools)
        self.profile = Choice(tools.theme, "A profile", ())
        self.error = Label(tools.theme, "", SMALL, "bad", wrap=True)
        self._lay_out()
        self.way.chosen.connect(self._way_chosen)
        self.line.chosen.connect(self._choose)
        self.line.returnPressed.connect(self._take_typed)
        self.chosen.clear.clicked.connect(self._clear)
        self.profile.activated.connect(self.changed)

    def load(self, person: str, profile: str) -> None:
        """Show this target, by ids; at most one of them is not empty."""
        book = self._tools.session.book
        self._person = get(book, Person, person) if person else None
        known = profiles(self._tools.session.desk())
        self._profiles = {one.id: one for one in known if one.active or one.id == profile}
        for one in self._profiles.values():
            self.profile.addItem(one.name, one.id)
        self.profile.choose(profile)
        self.way.choose(PROFILE if profile else PERSON)
        self._show()

    def person(self) -> Person | None:
        """The person who was chosen; None for a profile."""
        return self._person if self.way.key() == PERSON else None

    def profile_chosen(self) -> Profile | None:
        """The profile that was chosen; None for a person."""
        return self._profiles.get(self.profile.key()) if self.way.key() == PROFILE else None

    def refuse(self, why: str) -> None:
        """Say under the field what is missing, and go there."""
        self.error.setText(why)
        self.error.show()
        self.line.setAccessibleDescription(why)
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def first(self) -> QWidget:
        """Where the keyboard begins."""
        if self.way.key() == PROFILE:
            return self.profile
        return self.chosen.clear if self._person else self.line

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Label(self._tools.theme, QUESTION, BODY, weight=SEMIBOLD))
        head.addWidget(self.way)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        for part in (self.line, self.chosen, self.profile, self.error):
            column.addWidget(part)

    def _show(self) -> None:
        is_person = self.way.key() == PERSON
        self.line.setVisible(is_person and self._person is None)
        self.chosen.setVisible(is_person and self._person is not None)
        self.profile.setVisible(not is_person)
        self.error.hide()
        if self._person is not None:
            self.chosen.show_person(self._person)

    def _way_chosen(self) -> None:
        self._show()
        self.changed.emit()

    def _clear(self) -> None:
        self._person = None
        self._show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _take_typed(self) -> None:
        if not self.line.text().strip():
            return
        meant = self.line.best()
        if meant is None:
            self.refuse(WHICH.format(self.line.text().strip()))
            self.line.offer()
        else:
            self._choose(*meant)

    def _choose(self, id_: str, name: str) -> None:
        """Take this person; without an id somebody new, who is added as a prospect."""
        if id_ == self._asked:
            self.refuse("That is whom you ask. Who would you like to meet?")
            return
        if not id_:
            id_ = new_id()
            added = Person(id=id_, name=name, roles=("prospect",))
            if self._tools.session.do(lambda desk: add_person(desk, added)[1]) is None:
                return
        self._person = get(self._tools.session.book, Person, id_)
        self.line.clear()
        self._show()
        self.chosen.clear.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
