"""How to reach somebody, opened in the user's own programs, with the offer to log it; and who is in their life."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from refdesk.domain.person import ContactPoint, Person
from refdesk.gui.contacts import facts_open as opening
from refdesk.gui.contacts import facts_words as words
from refdesk.gui.contacts.edit_keys import tab_before
from refdesk.gui.contacts.facts_cards import LogOffer
from refdesk.gui.contacts.facts_open import Link
from refdesk.gui.contacts.facts_rows import LinkRow
from refdesk.gui.navigation import LogRequest
from refdesk.gui.view import Tools
from refdesk.services.facts import About

NONE = "Add a phone, an email or an address"


@dataclass(frozen=True, slots=True)
class Way:
    """One row: its icon and words, what a click does, and whether that leads outside, to a person or to a part."""

    icon: str
    words: str
    does: str
    second: str = ""
    link: Link | None = None
    person: str = ""
    part: str = ""


class Reach(QWidget):
    """A row for each way; `page_wanted` carries the part that a row asks to be edited."""

    page_wanted = Signal(str)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._person = Person(id="", name="")
        self._ways: list[Way] = []
        self._log_text = ""
        self.rows: list[LinkRow] = []
        self.offer = LogOffer(tools.theme)
        self.offer.accepted.connect(self._log)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.offer)

    def show_about(self, about: About) -> None:
        """Show the ways of this person; where none has changed, the rows and their focus stay."""
        if about.person.id != self._person.id:
            self.offer.hide()
        self._person = about.person
        ways = [*ways_of(about.person), *life_of(about)] or [Way("plus", NONE, NONE, part="phones")]
        if ways == self._ways:
            return
        self._ways = ways
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [LinkRow(self._tools.theme, way.icon, way.words, way.does, way.second) for way in ways]
        for place, (row, way) in enumerate(zip(self.rows, ways, strict=True)):
            row.clicked.connect(partial(self._follow, way))
            self._column.insertWidget(place, row)
        tab_before(self.offer.button, self.rows)

    def _follow(self, way: Way) -> None:
        if way.person:
            self._tools.navigation.go("contacts", way.person)
        elif way.part:
            self.page_wanted.emit(way.part)
        elif way.link is None or not opening.open_outside(way.link):
            self._tools.session.refused.emit(f"“{way.words}” can’t be opened from here.")
        elif way.link.log:
            self._log_text = way.link.log
            what = "call" if way.icon == "phone" else "email"
            self.offer.offer(f"Log the {what} with {self._person.first_name}?")

    def _log(self) -> None:
        self._tools.navigation.log(LogRequest((self._person.id,), self._log_text))


def ways_of(person: Person) -> list[Way]:
    """The ways to reach somebody: telephones, e-mail, pages, addresses."""
    found = [
        _way("phone", point, f"Call {point.value}", opening.phone_link(point.value, person.name))
        for point in person.phones
    ]
    found += [
        _way("mail", point, f"Write to {point.value}", opening.email_link(point.value, person.name))
        for point in person.emails
    ]
    found += [_way("link", point, f"Open {point.value}", opening.web_link(point.value)) for point in person.urls]
    for address in person.addresses:
        said = opening.address_text(address)
        found.append(Way("map-pin", said, f"Edit {said.replace(chr(10), ', ')}", address.label, part="addresses"))
    return [way for way in found if way.words]


def life_of(about: About) -> list[Way]:
    """The days of their own and the people in somebody's life; those in the book can be gone to."""
    person = about.person
    found = [
        Way("calendar", f"{day.name}, {words.partial_text(day.on)}", f"Edit {day.name}", part="dates")
        for day in person.dates
    ]
    for other in person.related:
        name = about.name_of(other.person) if other.person else other.name
        if name:
            does = f"Open {name}" if other.person else f"Edit {name}"
            part = "" if other.person else "related"
            found.append(Way("users", name, does, other.how, person=other.person, part=part))
    return found


def _way(icon: str, point: ContactPoint, does: str, link: Link) -> Way:
    return Way(icon, point.value, does, point.label, link)
