"""Fields of several rows, each with a button that takes it away: ways to reach somebody, addresses, days, relatives."""

import re
from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from refdesk.domain.person import Address, ContactPoint, NamedDate, Person, Related
from refdesk.gui.contacts import facts_words as words
from refdesk.gui.contacts.edit_field import NOT_A_DAY, Field, show, with_part
from refdesk.gui.contacts.edit_keys import tab_before
from refdesk.gui.contacts.edit_people import PersonLine
from refdesk.gui.view import Tools
from refdesk.gui.widgets.buttons import Button, IconButton, Kind
from refdesk.storage.agenda import names_of

ODD_EMAIL = "That doesn’t look like an email address. Keep it anyway?"

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
NARROW = 128


class Row(QWidget):
    """One row: its lines, and the button that takes it away."""

    def __init__(self, tools: Tools, what: str, gone: Callable[["Row"], None]) -> None:
        """`what` names it to a screen reader, such as "phone number 2"."""
        super().__init__()
        self.lines: dict[str, QLineEdit] = {}
        self._theme = tools.theme
        self._narrow: list[QLineEdit] = []
        tools.theme.changed.connect(self._measure)
        self.person = ""
        self.grid = QGridLayout()
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setSpacing(6)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addLayout(self.grid, 1)
        self.button = IconButton(tools.theme, "x", f"Remove {what}")
        self.button.clicked.connect(partial(gone, self))
        line.addWidget(self.button)

    def add(self, key: str, line: QLineEdit, name: str, place: tuple[int, int], *, narrow: bool = False) -> None:
        """Put a line at (row, column); a narrow one has a width of its own, the others share what is left."""
        line.setAccessibleName(name)
        line.setPlaceholderText(name)
        self.lines[key] = line
        if narrow:
            self._narrow.append(line)
            line.setFixedWidth(self._theme.px(NARROW))
        self.grid.addWidget(line, *place)

    def text(self, key: str) -> str:
        """What stands in a line."""
        return self.lines[key].text().strip()

    def _measure(self) -> None:
        for line in self._narrow:
            line.setFixedWidth(self._theme.px(NARROW))

    def is_empty(self) -> bool:
        """Whether all its lines are."""
        return not any(line.text().strip() for line in self.lines.values())


class RowsField(Field):
    """Rows, and the button that adds one; an empty row is no row."""

    def __init__(self, tools: Tools, name: str, part: str, one: str) -> None:
        """`one` is what one row holds, such as "phone number"."""
        super().__init__(tools, name)
        self.part = part
        self._one = one
        self.rows: list[Row] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self._add = Button(
            tools.theme, f"Add {'an' if one[0] in 'aeiou' else 'a'} {one}", Kind.LINK, icon="plus", small=True
        )
        self._add.clicked.connect(self._add_empty)
        self.column.addLayout(self._rows)
        line = QHBoxLayout()
        line.addWidget(self._add)
        line.addStretch(1)
        self.column.addLayout(line)
        self.setFocusProxy(self._add)

    def load(self, person: Person) -> None:
        """Show a row for each."""
        for row in list(self.rows):
            self._drop(row)
        for item in getattr(person, self.part):
            self.fill(self._append(), item)
        self.setFocusProxy(next(iter(self.rows[0].lines.values())) if self.rows else self._add)

    def apply(self, person: Person) -> Person:
        """With what the rows hold."""
        return with_part(person, self.part, tuple(self.item(row) for row in self.rows if not row.is_empty()))

    def build(self, row: Row) -> None:
        """Put the lines into a new row."""
        raise NotImplementedError

    def fill(self, row: Row, item: object) -> None:
        """Show one item in a row."""
        raise NotImplementedError

    def item(self, row: Row) -> object:
        """What a row holds."""
        raise NotImplementedError

    def _append(self) -> Row:
        row = Row(self.tools, f"{self._one} {len(self.rows) + 1}", self._take_away)
        self.build(row)
        for line in row.lines.values():
            line.textEdited.connect(self.changed)
            line.returnPressed.connect(self.submitted)
        self.rows.append(row)
        self._rows.addWidget(row)
        row.show()  # a layout shows it only later, too late for the focus
        tab_before(self._add, [*row.lines.values(), row.button])
        return row

    def _add_empty(self) -> None:
        row = self._append()
        next(iter(row.lines.values())).setFocus()
        self.changed.emit()

    def _take_away(self, row: Row) -> None:
        place = self.rows.index(row)
        self._drop(row)
        near = self.rows[min(place, len(self.rows) - 1)].button if self.rows else self._add
        near.setFocus()
        self.changed.emit()

    def _drop(self, row: Row) -> None:
        self.rows.remove(row)
        self._rows.removeWidget(row)
        row.hide()
        row.deleteLater()


class PointsField(RowsField):
    """E-mail addresses, telephone numbers or web addresses, each with the owner's word for it."""

    def build(self, row: Row) -> None:
        """A value and its label."""
        row.add("value", QLineEdit(), self._one.capitalize(), (0, 0))
        row.add("label", QLineEdit(), "Label", (0, 1), narrow=True)

    def fill(self, row: Row, item: object) -> None:
        """Show one."""
        if isinstance(item, ContactPoint):
            show(row.lines["value"], item.value)
            show(row.lines["label"], item.label)

    def item(self, row: Row) -> ContactPoint:
        """One of them."""
        return ContactPoint(row.text("value"), row.text("label"))

    def hint(self) -> str:
        """That an e-mail address looks odd."""
        typed = [row.text("value") for row in self.rows] if self.part == "emails" else []
        return ODD_EMAIL if any(value and not _EMAIL.fullmatch(value) for value in typed) else ""


class AddressesField(RowsField):
    """Postal addresses, in their parts."""

    def build(self, row: Row) -> None:
        """Street above, city and postcode below it, then region and country."""
        row.add("street", QLineEdit(), "Street", (0, 0))
        row.add("label", QLineEdit(), "Label", (0, 1), narrow=True)
        row.add("city", QLineEdit(), "City", (1, 0))
        row.add("postcode", QLineEdit(), "Postcode", (1, 1), narrow=True)
        row.add("region", QLineEdit(), "Region", (2, 0))
        row.add("country", QLineEdit(), "Country", (2, 1), narrow=True)

    def fill(self, row: Row, item: object) -> None:
        """Show one."""
        for key, line in row.lines.items():
            show(line, getattr(item, key))

    def item(self, row: Row) -> Address:
        """One of them."""
        return Address(**{key: row.text(key) for key in row.lines})


class DatesField(RowsField):
    """Days of somebody's own, such as an anniversary."""

    def build(self, row: Row) -> None:
        """A name and a day."""
        row.add("name", QLineEdit(), "Occasion", (0, 0))
        row.add("on", QLineEdit(), "Day", (0, 1), narrow=True)

    def fill(self, row: Row, item: object) -> None:
        """Show one."""
        if isinstance(item, NamedDate):
            show(row.lines["name"], item.name)
            show(row.lines["on"], words.partial_text(item.on))

    def item(self, row: Row) -> NamedDate:
        """One of them."""
        return NamedDate(row.text("name"), words.read_partial(row.text("on")) or "")

    def problem(self) -> str:
        """That no day was read."""
        held = [row for row in self.rows if not row.is_empty()]
        return NOT_A_DAY if any(words.read_partial(row.text("on")) is None for row in held) else ""


class RelatedField(RowsField):
    """People in somebody's life: a name, which may be somebody's of the book, and what they are to them."""

    def build(self, row: Row) -> None:
        """A name and what they are."""
        line = PersonLine(self.tools, "Name")
        line.chosen.connect(partial(self._choose, row))
        row.add("name", line, "Name", (0, 0))
        row.add("how", QLineEdit(), "Who they are", (0, 1), narrow=True)

    def fill(self, row: Row, item: object) -> None:
        """Show one, by the name that the book has."""
        if isinstance(item, Related):
            self._show(row, item.person, self._name_of(item.person) if item.person else item.name)
            show(row.lines["how"], item.how)

    def item(self, row: Row) -> Related:
        """One of them; a name that was typed over means somebody else."""
        person = row.person if row.lines["name"].property("named") == row.text("name") else ""
        return Related(name="" if person else row.text("name"), person=person, how=row.text("how"))

    def _choose(self, row: Row, id_: str, name: str) -> None:
        self._show(row, id_, name)
        self.changed.emit()

    def _name_of(self, id_: str) -> str:
        return names_of(self.tools.session.book, [id_]).get(id_, ("Somebody in the trash", ""))[0]

    @staticmethod
    def _show(row: Row, id_: str, name: str) -> None:
        row.person = id_
        show(row.lines["name"], name)
        row.lines["name"].setProperty("named", name)
