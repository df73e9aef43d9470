"""Fields that name people of the book, found as they are typed, or made with the page that names them."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter

from refdesk.domain.person import Person
from refdesk.gui.contacts.edit_chips import ChipsField
from refdesk.gui.contacts.edit_field import with_part
from refdesk.gui.contacts.edit_offers import OfferLine
from refdesk.gui.view import Tools
from refdesk.services import facts
from refdesk.storage.agenda import names_of
from refdesk.storage.writing import new_id

TYPING_MS = 80
"""How long a name rests before people are looked for."""

WHICH = "Which {}? Choose from the list, or clear the line."

ID = Qt.ItemDataRole.UserRole


class PersonLine(OfferLine):
    """Offers the people whom the typed name may mean; `chosen` carries (id, name), of somebody new without an id."""

    chosen = Signal(str, str)

    def __init__(self, tools: Tools, name: str) -> None:
        self._model = QStandardItemModel()
        super().__init__(self._model)
        self._tools = tools
        self.setAccessibleName(name)
        self.setPlaceholderText("Type a name")
        self.offers.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.offers.setWidget(self)
        self.offers.activated[QModelIndex].connect(self._activated)  # type: ignore[index] # one of its two forms
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(TYPING_MS)
        self._wait.timeout.connect(self.offer)
        self.textEdited.connect(self._edited)

    def offer(self) -> None:
        """Offer the people of this name, and to add a new one."""
        self._wait.stop()
        self._model.clear()
        typed = self.text().strip()
        if not typed:
            self.hide_offers()
            return
        found = facts.people_like(self._tools.session.desk(), typed)
        for one in found:
            self._add(one.name, one.id)
        if all(one.name.casefold() != typed.casefold() for one in found):
            self._add(f"Add “{typed}”", "")
        if self.isVisible() and self.hasFocus():
            self.offers.complete()

    def best(self) -> tuple[str, str] | None:
        """(id, name) of whom the typed words mean; without an id where the book has nobody, None where several."""
        typed = self.text().strip()
        found = [one for one in facts.people_like(self._tools.session.desk(), typed) if one.why == "name"]
        same = [one for one in found if one.name.casefold() == typed.casefold()]
        meant = same or found
        if len(meant) > 1:
            return None
        return (meant[0].id, meant[0].name) if meant else ("", typed)

    def _add(self, words: str, id_: str) -> None:
        item = QStandardItem(words)
        item.setData(id_, ID)
        self._model.appendRow(item)

    def _edited(self) -> None:
        self._wait.start()

    def _activated(self, index: QModelIndex) -> None:
        id_ = index.data(ID)
        self.chosen.emit(id_, index.data(Qt.ItemDataRole.DisplayRole) if id_ else self.text().strip())


class PeopleField(ChipsField):
    """People of the book, or one of them; a name that nobody has becomes somebody new when all is saved."""

    def __init__(self, tools: Tools, name: str, part: str, *, one: bool = False) -> None:
        """`part` is ``could_introduce``, or ``introduced_by`` with `one`."""
        self._names = PersonLine(tools, name)
        super().__init__(tools, name, self._names)
        self.part = part
        self._one = one
        self._whose = ""
        self._people: dict[str, str] = {}
        self._new: dict[str, str] = {}
        self._names.chosen.connect(self.choose)

    def load(self, person: Person) -> None:
        """Show the names."""
        ids = [person.introduced_by] if self._one else list(person.could_introduce)
        names = names_of(self.tools.session.book, ids)
        self._whose = person.id
        self._people = {id_: names[id_][0] if id_ in names else "Somebody in the trash" for id_ in ids if id_}
        self._new = {}
        self._show()

    def apply(self, person: Person) -> Person:
        """With the people."""
        ids = tuple(self._people)
        return with_part(person, self.part, next(iter(ids), "") if self._one else ids)

    def problem(self) -> str:
        """That a name was typed and nobody chosen."""
        typed = self.line.text().strip()
        if not typed:
            return ""
        return WHICH.format(typed) if self._names.best() is None else f"Press Enter to add {typed}, or clear the line."

    def newcomers(self) -> Sequence[Person]:
        """Who is new."""
        return [Person(id=id_, name=name) for id_, name in self._new.items() if id_ in self._people]

    def add_typed(self) -> None:
        """Take whom the typed name means."""
        meant = self._names.best()
        if meant is None:
            self._names.offer()
        else:
            self.choose(*meant)

    def choose(self, id_: str, name: str) -> None:
        """Take this person; without an id somebody new of this name."""
        if not name or id_ == self._whose:
            self.line.clear()
            return
        if not id_:
            id_ = new_id()
            self._new[id_] = name
        if self._one:
            self._people.clear()
        self._people[id_] = name
        self.line.clear()
        self._show()
        self.changed.emit()

    def remove(self, place: int) -> None:
        """Take one away."""
        del self._people[list(self._people)[place]]
        self._show()

    def _show(self) -> None:
        self.show_chips(list(self._people.values()))
