"""Referrals: every one that stands open by stage, what is next in each, and the eight steps of the current one."""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from refdesk.gui.referrals.delegate import ColumnHeads, ReferralDelegate
from refdesk.gui.referrals.detail import DetailPane
from refdesk.gui.referrals.doing import Doing
from refdesk.gui.referrals.layout import ReferralsLayout
from refdesk.gui.referrals.new_referral import NewReferralPanel
from refdesk.gui.referrals.rows import ended_entries, entries, row, summary
from refdesk.gui.referrals.strip import StageStrip
from refdesk.gui.view import Tools, View
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.empty_state import EmptyState
from refdesk.gui.widgets.header import Header
from refdesk.gui.widgets.list_model import Entry, ListModel
from refdesk.gui.widgets.list_view import ListView
from refdesk.gui.widgets.rows import Row, RowRole
from refdesk.gui.widgets.segment import Choice, Segment
from refdesk.gui.widgets.status_bar import KeyHint
from refdesk.services.desk import Desk
from refdesk.services.new_referral import Added, NewReferral, add_referral
from refdesk.services.referrals_list import (
    STAGES,
    OpenReferrals,
    ReferralLine,
    Stage,
    ended_referrals,
    lines_of,
    open_referrals,
)
from refdesk.storage.agenda import names_of
from refdesk.storage.writing import Changes

HINTS = (KeyHint("Space", "next step done"), KeyHint("T", "thank"), KeyHint("L", "log"), KeyHint("Enter", "details"))
NONE_YET = "When someone offers a name, note it here and RefDesk will help you say thank you three times."


class ReferralsView(View):
    """The list is of what stands open, or of what has ended; the panel beside it shows one, or begins a new one."""

    key = "referrals"

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._found = OpenReferrals((), {}, 0, 0)
        self._lines: dict[str, ReferralLine] = {}
        self._order: list[str] = []
        self._key = ""
        self._head = Header(self.theme, "Referrals")
        self._which = Segment(self.theme, "Which", (Choice("open", "Open"), Choice("closed", "Closed")))
        self._new = Button(self.theme, "New referral", Kind.PRIMARY, icon="plus")
        self._head.add(self._which)
        self._head.add(self._new)
        self._strip = StageStrip(self.theme)
        self.list = ListView(self.theme, "Referrals", ReferralDelegate(self.theme))
        self.detail = DetailPane(self.theme)
        self._doing = Doing(tools, self.detail)
        self.panel = NewReferralPanel(tools)
        self._panes = ReferralsLayout(self.theme, ColumnHeads(self.theme), self.list, self.detail, self.panel)
        self._model = ListModel(self._fetch, self)
        self.list.setModel(self._model)
        self._empty = EmptyState(self.theme, "No referrals yet", NONE_YET, "New referral", icon="route")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._panes)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._head, self._strip):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        self._connect()
        self._bind_keys()

    def _connect(self) -> None:
        self._which.chosen.connect(self._show_anew)
        self._strip.chosen.connect(self._show_anew)
        self._new.clicked.connect(partial(self.new_referral, ""))
        self._empty.primary_chosen.connect(partial(self.new_referral, ""))
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        self.list.chosen.connect(self.edit)
        self.list.contact_requested.connect(self._doing.open_contact)
        self.panel.asked.connect(self._add)
        self.panel.cancelled.connect(self._close_panel)
        self.tools.preferences.changed.connect(self._take_up_preferences)

    def _bind_keys(self) -> None:
        self.list.add_letter("T", "Thank", self._doing.thank)
        self.list.add_letter("S", "Later", self._doing.open_later)
        self.list.add_letter("L", "Log", self._doing.log)
        for number, stage in enumerate(STAGES, 1):
            self.list.add_letter(str(number), f"Go to stage {number}", partial(self._go_to_stage, stage))
        self.list.add_key("Space", "Next step done", self._doing.next_step)
        self.list.add_key("Del", "Delete", self._doing.delete)
        self._take_up_preferences()

    # What every view answers

    def refresh(self) -> None:
        """Read the list anew; the current referral stays so while it is there."""
        desk, before = self.session.desk(), self._order
        self._found = open_referrals(desk)
        self._lines = {line.key: line for line in self._found.lines}
        self._head.set_summary(summary(self._found))
        self._strip.show_sums(self._found.stages)
        shown = self._entries(desk)
        self._order = [entry for entry in shown if isinstance(entry, str)]
        if self._key not in self._order:
            self._key = _next_of(before, self._key, self._order)
        self._model.set_entries(shown)
        self.list.setCurrentIndex(self._model.place_of(self._key))
        self._doing.show(self._key)
        self._show_pages()

    def hints(self) -> Sequence[KeyHint]:
        """The keys of the list."""
        return HINTS if self._order and self.tools.preferences.single_keys else ()

    def panes(self) -> Sequence[QWidget]:
        """Stages, list and detail, the list first; or what begins the first referral."""
        if self._stack.currentWidget() is self._empty:
            return (self._empty.primary,)
        return (self.list, self._panes.side(), self._strip)

    def current_person(self) -> str:
        """Who refers, or who receives what is given: whom the user talks with about it."""
        return self._doing.found.line.other_id if self._doing.found else ""

    def current_id(self) -> str:
        """The key of the referral that is shown."""
        return self._key

    def show_record(self, id_: str, part: str = "") -> None:
        """Show this referral, by its id or its key; ``part`` ``new`` begins one, ``id_`` is then who refers."""
        if part == "new":
            self.new_referral(id_)
            return
        self._close_panel()
        self._go_to(id_ if id_.startswith(("referral:", "ask:")) else f"referral:{id_}")

    def act_primary(self) -> None:
        """The next step of the referral; or the new one, while it is being written."""
        if self._panes.has_panel():
            self.panel.ask()
        else:
            self._doing.next_step()

    def edit(self, _: object = None) -> None:
        """Go to the steps."""
        self.detail.setFocus(Qt.FocusReason.OtherFocusReason)

    def new_referral(self, other: str = "") -> None:
        """Begin a new referral, perhaps from somebody."""
        name = names_of(self.session.book, [other]).get(other, ("", ""))[0] if other else ""
        self._panes.show_panel()
        self._show_pages()
        self.panel.begin(other if name else "", name)

    # Inside

    def _entries(self, desk: Desk) -> list[Entry]:
        is_open = self._which.key() == "open"
        self._strip.setVisible(is_open)
        return entries(self._found, self._strip.stage()) if is_open else ended_entries(ended_referrals(desk))

    def _fetch(self, keys: Sequence[str]) -> Sequence[Row]:
        unknown = [key for key in keys if key not in self._lines]
        fetched = {line.key: line for line in lines_of(self.session.desk(), unknown)} if unknown else {}
        known = self._lines | fetched
        return [row(known[key], self.session.today) for key in keys if key in known]

    def _show_anew(self, _: object = None) -> None:
        self.refresh()

    def _show_pages(self) -> None:
        has_any = bool(self._order or self._found.lines) or self._panes.has_panel() or self._which.key() == "closed"
        self._stack.setCurrentWidget(self._panes if has_any else self._empty)
        self._strip.setVisible(has_any and self._which.key() == "open")

    def _current_changed(self, current: QModelIndex, _: QModelIndex) -> None:
        key = current.data(RowRole.ID)
        if isinstance(key, str) and key != self._key:
            self._key = key
            self._doing.show(key)

    def _go_to(self, key: str) -> None:
        if key not in self._order:
            self._strip.choose(None)
            if key not in self._lines:
                self._which.choose("closed")
            self.refresh()
        if key not in self._order:
            self._which.choose("open")
            self.refresh()
        index = self._model.place_of(key)
        if index.isValid():
            self.list.setCurrentIndex(index)

    def _go_to_stage(self, stage: Stage) -> None:
        keys = [line.key for line in self._found.lines if line.stage == stage]
        index = self._model.first_among(keys)
        if index.isValid():
            self.list.setCurrentIndex(index)

    def _add(self, new: NewReferral) -> None:
        added: list[Added] = []

        def add(desk: Desk) -> Changes:
            added.append(add_referral(desk, new))
            return added[0].changes

        if self.session.do(add) is not None:
            self._which.choose("open")
            self._close_panel()
            self._go_to(f"referral:{added[0].id}")

    def _close_panel(self) -> None:
        self._panes.close_panel()
        self._show_pages()
        self.panes()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_up_preferences(self) -> None:
        self.list.set_letters_enabled(self.tools.preferences.single_keys)
        self.hints_changed.emit()


def _next_of(order: Sequence[str], gone: str, left: Collection[str]) -> str:
    """Which row is the next when one has gone: the first after it that is left, else the first of all."""
    place = order.index(gone) if gone in order else len(order)
    after = (key for key in order[place + 1 :] if key in left)
    return next(after, next(iter(left), ""))
