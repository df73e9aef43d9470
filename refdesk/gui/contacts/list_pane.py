"""The list of contacts: the field that filters it, the ways it is ordered, and who is current in it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from refdesk.gui.contacts.filter_field import FilterField
from refdesk.gui.contacts.list_words import row_of
from refdesk.gui.contacts.people_view import PeopleView
from refdesk.gui.view import Tools
from refdesk.gui.widgets.buttons import IconButton
from refdesk.gui.widgets.focus import lead_focus
from refdesk.gui.widgets.list_model import ListModel
from refdesk.gui.widgets.rows import Row, SectionHead
from refdesk.services import contacts
from refdesk.services.contacts import Order, PeopleGroup
from refdesk.storage import people_list
from refdesk.storage.writing import Changes

ORDERS: tuple[tuple[Order, str], ...] = (
    ("name", "By name"),
    ("last_spoke", "By when you last spoke"),
    ("readiness", "By readiness"),
)
ORDER_KEPT = "contacts/order"
MARGIN = 14


class ListPane(QFrame):
    """Who is in the book, and who of them is current.

    `person_chosen` carries the id of whom the user went to, `person_followed` of who became current because whoever
    was so is no longer in the list. `entered` tells of Enter, `listed` that the list was read anew.
    """

    person_chosen = Signal(str)
    person_followed = Signal(str)
    entered = Signal()
    listed = Signal()

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._groups: tuple[PeopleGroup, ...] = ()
        self._numbers: list[str] = []
        self._archived = False
        self._is_silent = False
        kept = tools.preferences.text_of(ORDER_KEPT)
        self._order: Order = next((order for order, _ in ORDERS if order == kept), "name")
        self.setProperty("pane", "base")
        self.filter = FilterField(tools.theme)
        self.filter.left.connect(self._leave_filter)
        self.filter.textChanged.connect(self._filter_changed)
        self.view = PeopleView(tools.theme)
        self.view.contact_requested.connect(self._entered)
        self.view.chosen.connect(self._entered)
        self.view.typed.connect(self._jump)
        self._model = ListModel(self._rows, self)
        self.view.setModel(self._model)
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        self._options = IconButton(tools.theme, "list", "Order and archive")
        self._menu = self._make_menu()
        self._options.clicked.connect(self._show_menu)
        self._lay_out()

    def refresh(self) -> None:
        """Read the list anew; whoever is current stays so, or makes room for who comes next."""
        desk = self._tools.session.desk()
        typed = self.filter.text()
        groups = contacts.list_contacts(desk, self._order, typed, archived=self._archived)
        if not typed.strip():
            count = sum(len(group.people) for group in groups)
            self.filter.set_name(f"Filter {count:,} contact{'' if count == 1 else 's'}")
        if groups == self._groups:
            self._model.read_anew()
        else:
            self._set_groups(groups)
        self.listed.emit()

    def apply(self, changes: Changes) -> None:
        """Take up what one act changed: who follows whom by name, only people's own records can change."""
        if self._order == "name" and not self.filter.text().strip() and not changes.written:
            self._model.read_anew()
            self.listed.emit()
        else:
            self.refresh()

    def select(self, id_: str) -> None:
        """Make somebody current, by id, and tell nobody; with nobody current where they are not in the list."""
        if id_ == self.current_person():
            return
        pk = people_list.pk_of(self._tools.session.book, id_)
        self._make_current(self._model.place_of(str(pk)))

    def select_first(self) -> None:
        """Make the first person current."""
        self.view.go_to_first()

    def current_person(self) -> str:
        """The id of who is current; empty for nobody."""
        number = self.view.current_id()
        return people_list.id_at(self._tools.session.book, int(number)) if number else ""

    def clear_filter(self) -> None:
        """Show everybody again."""
        self.filter.clear()

    def is_empty(self) -> bool:
        """Whether the list shows nobody."""
        return not self._groups

    def _rows(self, numbers: Sequence[str]) -> list[Row]:
        desk = self._tools.session.desk()
        return [row_of(person, desk.today) for person in contacts.contact_rows(desk, list(map(int, numbers)))]

    def _set_groups(self, groups: tuple[PeopleGroup, ...]) -> None:
        before, current = self._numbers, self.view.current_id()
        scrolled = self.view.verticalScrollBar().value()
        self._groups = groups
        self._numbers, entries = [], list[str | SectionHead]()
        for group in groups:
            numbers = list(map(str, group.people))
            entries.append(SectionHead(group.title, len(numbers)))
            entries += numbers
            self._numbers += numbers
        self._model.set_entries(entries)
        if heir := _heir(before, current, self._numbers):
            self.view.verticalScrollBar().setValue(scrolled)
            self._make_current(self._model.place_of(heir))
            if heir != current:
                self.person_followed.emit(self.current_person())

    def _make_current(self, index: QModelIndex) -> None:
        """Make a row current without telling that the user chose it."""
        self._is_silent = True
        self.view.setCurrentIndex(index)
        self._is_silent = False

    def _current_changed(self, index: QModelIndex) -> None:
        if index.isValid() and not self._is_silent:
            self.person_chosen.emit(self.current_person())

    def _entered(self, _: QModelIndex) -> None:
        self.entered.emit()

    def _filter_changed(self) -> None:
        """The best match becomes current where whoever was so does not match."""
        before = self.view.current_id()
        self.refresh()
        now = self.view.current_id()
        if self._numbers and (not now or (before and now != before)):
            self._make_current(self._model.place_of(self._numbers[0]))
            self.person_followed.emit(self.current_person())

    def _leave_filter(self) -> None:
        self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _jump(self, typed: str) -> None:
        found = people_list.beginning_with(self._tools.session.book, typed)
        index = self._model.first_among({str(pk) for pk in found})
        if index.isValid():
            self.view.setCurrentIndex(index)

    def _set_order(self, order: Order) -> None:
        self._order = order
        self._tools.preferences.keep_text(ORDER_KEPT, order)
        self.refresh()

    def _set_archived(self, shown: bool) -> None:
        self._archived = shown
        self.refresh()

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for order, words in ORDERS:
            action = QAction(words, group, checkable=True, checked=order == self._order)
            action.triggered.connect(partial(self._set_order, order))
            menu.addAction(action)
        menu.addSeparator()
        archived = menu.addAction("Show archived and those who died")
        archived.setCheckable(True)
        archived.toggled.connect(self._set_archived)
        return menu

    def _show_menu(self) -> None:
        self._menu.popup(self._options.mapToGlobal(self._options.rect().bottomLeft()))

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(MARGIN, 10, MARGIN - 6, 0)
        line.setSpacing(4)
        line.addWidget(self.filter, 1)
        line.addWidget(self._options)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(line)
        column.addWidget(self.view, 1)
        lead_focus(self, self.view)
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def _heir(before: Sequence[str], current: str, now: Sequence[str]) -> str:
    """Who is current in the new list: the same, or whoever of it came next before, or last; empty for nobody."""
    if not now or not current or current in now:
        return current if now else ""
    shown = set(now)
    place = before.index(current) if current in before else 0
    after = (number for number in before[place:] if number in shown)
    earlier = (number for number in reversed(before[:place]) if number in shown)
    return next(after, None) or next(earlier, "")
