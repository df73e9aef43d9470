"""Partners: with whom names are swapped each month, whether it is even, and what comes next with each."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from refdesk.gui.partners.doing import Doing
from refdesk.gui.partners.layout import PartnersLayout
from refdesk.gui.partners.rows import entries, row
from refdesk.gui.partners.words import EMPTY, EMPTY_TITLE, SUMMARY
from refdesk.gui.view import Tools, View
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.empty_state import EmptyState
from refdesk.gui.widgets.header import Header
from refdesk.gui.widgets.list_model import ListModel
from refdesk.gui.widgets.rows import Row, RowRole
from refdesk.gui.widgets.status_bar import KeyHint
from refdesk.services.partner_list import PartnerLine, partner_list, partner_sheet
from refdesk.services.partners import Beginning, Swap

HINTS = (
    KeyHint("L", "log swap"),
    KeyHint("N", "add a name"),
    KeyHint("S", "date"),
    KeyHint("T", "table"),
    KeyHint("Enter", "details"),
)
FIRST_SWAP = timedelta(days=7)
"""How far ahead the first swap is suggested."""


class PartnersView(View):
    """The list of partners, one of them with everything about the partnership, and the forms."""

    key = "partners"

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._lines: dict[str, PartnerLine] = {}
        self._id = ""
        self._head = Header(self.theme, "Partners")
        self._head.set_summary(SUMMARY)
        self._add = Button(self.theme, "Add partner", Kind.PRIMARY, icon="plus")
        self._head.add(self._add)
        self._panes = PartnersLayout(tools)
        self._doing = Doing(tools, self)
        self._model = ListModel(self._fetch, self)
        self._panes.list.setModel(self._model)
        self._empty = EmptyState(self.theme, EMPTY_TITLE, EMPTY, "Add partner", icon="handshake")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._panes)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._stack, 1)
        self._connect()
        self._bind_keys()

    def _connect(self) -> None:
        panes, doing, detail = self._panes, self._doing, self._panes.detail
        panes.list.selectionModel().currentChanged.connect(self._current_changed)
        panes.list.chosen.connect(self.go_to_agenda)
        panes.list.contact_requested.connect(doing.open_contact)
        detail.contact_requested.connect(doing.open_contact)
        detail.log.clicked.connect(self.log_swap)
        detail.next.clicked.connect(doing.ask_day)
        detail.add.clicked.connect(doing.ask_agenda)
        detail.paused.connect(doing.pause)
        detail.resumed.connect(doing.resume)
        detail.change.clicked.connect(self.edit)
        detail.end.clicked.connect(doing.end)
        for button in (self._add.clicked, self._empty.primary_chosen):
            button.connect(self.add_partner)
        panes.beginning.asked.connect(self._begin)
        panes.swap.asked.connect(self._log)
        panes.revision.asked.connect(self._revise)
        for form in (panes.beginning, panes.swap, panes.revision):
            form.cancelled.connect(self._close_form)
        self.tools.preferences.changed.connect(self._take_up_preferences)

    def _bind_keys(self) -> None:
        partners, agenda, doing = self._panes.list, self._panes.detail.agenda, self._doing
        for shown in (partners, agenda):
            shown.add_letter("N", "Add a name", doing.ask_agenda)
            shown.add_letter("S", "Next swap", doing.ask_day)
            shown.add_letter("L", "Log swap", self.log_swap)
            shown.add_letter("T", "Table or bars", self._panes.detail.toggle_table)
            shown.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        partners.add_key("Space", "Met", self.met)
        partners.add_key("Del", "End the partnership", doing.end)
        agenda.add_key("Space", "Done", self._finish_line)
        agenda.add_key("Del", "Take off the agenda", self._drop_line)
        agenda.contact_requested.connect(doing.open_contact)
        self._panes.detail.chart.add_letter("T", self._panes.detail.toggle_table)
        self._take_up_preferences()

    # What every view answers

    def refresh(self) -> None:
        """Read all partners anew; the one that is shown stays while there is one."""
        lines = partner_list(self.session.desk())
        self._lines = {line.partner.id: line for line in lines}
        if self._id not in self._lines:
            self._id = next(iter(self._lines), "")
        self._model.set_entries(entries(lines))
        self._panes.list.setCurrentIndex(self._model.place_of(self._id))
        self._show()

    def hints(self) -> Sequence[KeyHint]:
        """The keys of the list."""
        return HINTS if self._lines and self.tools.preferences.single_keys else ()

    def panes(self) -> Sequence[QWidget]:
        """List, details and agenda; a form in their place; or what begins the first partnership."""
        if self._stack.currentWidget() is self._empty:
            return (self._empty.primary,)
        form = self._panes.form()
        if form is not None:
            return (self._panes.list, form)
        return (self._panes.list, self._panes.detail.log, self._panes.detail.agenda)

    def current_person(self) -> str:
        """The partner who is shown."""
        return self._doing.line.partner.person if self._doing.line else ""

    def show_record(self, id_: str, part: str = "") -> None:
        """Show this partnership, or the one with this person."""
        self._panes.close_form()
        found = (line.partner.id for line in self._lines.values() if id_ in (line.partner.id, line.partner.person))
        self._go_to(next(found, ""))

    def act_primary(self) -> None:
        """Ask what the open form asks for, or the day of the next swap."""
        form = self._panes.form()
        if form is not None:
            form.ask()
        else:
            self._doing.ask_day()

    def edit(self, _: object = None) -> None:
        """Change what is agreed with the partner."""
        if self._doing.line is not None:
            self._panes.revision.begin(self._doing.line)
            self._panes.open_form(self._panes.revision)

    # What can be done

    def add_partner(self) -> None:
        """Ask before a partnership begins."""
        self._panes.beginning.begin(self.session.today + FIRST_SWAP)
        self._stack.setCurrentWidget(self._panes)
        self._panes.open_form(self._panes.beginning)

    def log_swap(self) -> None:
        """Ask what was swapped."""
        if self._doing.line is not None:
            self._panes.swap.begin(self._doing.line, self.session.today)
            self._panes.open_form(self._panes.swap)

    def met(self) -> None:
        """A meeting that is due took place; before it is due, ask what was swapped."""
        if self._doing.is_due():
            self._doing.met()
        else:
            self.log_swap()

    def go_to_agenda(self, _: object = None) -> None:
        """Go from the list to the agenda, or to its first button."""
        detail = self._panes.detail
        detail_stop = detail.agenda if detail.agenda.isVisible() else detail.log
        detail_stop.setFocus(Qt.FocusReason.TabFocusReason)

    # Inside

    def _begin(self, beginning: Beginning) -> None:
        if id_ := self._doing.begin(beginning):
            self._close_form()
            self._go_to(id_)

    def _log(self, swap: Swap) -> None:
        if self._doing.log_swap(swap):
            self._close_form()

    def _revise(self, agreed: tuple[str, int]) -> None:
        if self._doing.revise(*agreed):
            self._close_form()

    def _finish_line(self) -> None:
        self._doing.finish(self._panes.detail.agenda.current_line())

    def _drop_line(self) -> None:
        self._doing.drop(self._panes.detail.agenda.current_line())

    def _fetch(self, ids: Sequence[str]) -> Sequence[Row]:
        most = max((max(line.balance.gave, line.balance.received) for line in self._lines.values()), default=0)
        return [row(self._lines[id_], most, self.session.today) for id_ in ids if id_ in self._lines]

    def _current_changed(self, current: QModelIndex, _: QModelIndex) -> None:
        id_ = current.data(RowRole.ID)
        if isinstance(id_, str) and id_ != self._id:
            self._id = id_
            self._panes.close_form()
            self._show()
            self._panes.detail.scroll_to_top()

    def _show(self) -> None:
        """Show the current partnership; where there is none, and nobody is just being added, say so."""
        self._doing.line = line = self._lines.get(self._id)
        if line is not None:
            self._panes.detail.show_sheet(partner_sheet(self.session.desk(), line), self.session.today)
        has_any = line is not None or self._panes.form() is not None
        self._stack.setCurrentWidget(self._panes if has_any else self._empty)
        self.hints_changed.emit()

    def _go_to(self, id_: str) -> None:
        index = self._model.place_of(id_)
        if index.isValid():
            self._panes.list.setCurrentIndex(index)

    def _close_form(self) -> None:
        self._panes.close_form()
        self._show()
        self.panes()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_up_preferences(self) -> None:
        on = self.tools.preferences.single_keys
        self._panes.list.set_letters_enabled(on)
        self._panes.detail.agenda.set_letters_enabled(on)
        self._panes.detail.chart.set_letters_enabled(on)
        self.hints_changed.emit()
