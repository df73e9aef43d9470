"""Ready to ask: who may be asked today, and with everybody else the one step that comes first."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from refdesk.domain.errors import KnownError
from refdesk.gui.navigation import LogRequest
from refdesk.gui.ready.acts import Acts
from refdesk.gui.ready.detail import Detail
from refdesk.gui.ready.frame import Frame
from refdesk.gui.ready.ready_list import ReadyList
from refdesk.gui.ready.steps import Step, plan_meeting
from refdesk.gui.view import Tools, View
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.choice import Choice
from refdesk.gui.widgets.focus import lead_focus
from refdesk.gui.widgets.header import Header
from refdesk.gui.widgets.status_bar import KeyHint
from refdesk.gui.worker import Job
from refdesk.services.desk import Desk
from refdesk.services.ready_card import Evidence, ReadyCard, ready_card
from refdesk.services.ready_list import FIVE_GATES, ROLE_FILTERS, Filter, Groups, filters, groups
from refdesk.storage.ready_list import Only
from refdesk.storage.writing import Changes

FILTER = "ready/filter"


class ReadyView(View):
    """The list is read at once, kept to some by the worker; one person is reckoned afresh when they are shown."""

    key = "ready"

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._acts = Acts(tools.session, tools.navigation, self)
        self._card: ReadyCard | None = None
        self._wanted = ""
        self._reads = 0
        self._filters: tuple[Filter, ...] = ()
        self.header = Header(self.theme, "Ready to ask", self)
        self.filter = Choice(self.theme, "Show", ())
        self.list = ReadyList(self.theme, tools.session, self)
        self.detail = Detail(self.theme, self)
        lead_focus(self.detail, self.detail.open_contact)
        self.frame = Frame(self.theme, self.list, self.detail, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.frame, 1)
        self._fill_header()
        self._connect()
        self._bind_keys()

    def _fill_header(self) -> None:
        self.header.set_summary("One person at a time, face to face, for someone specific.")
        self.filter.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        how = Button(self.theme, "How this works", Kind.GHOST, icon="circle-question-mark")
        how.clicked.connect(partial(self.navigation.go, "method"))
        self.header.add(self.filter)
        self.header.add(how)
        self._fill_filters(ROLE_FILTERS)

    def _connect(self) -> None:
        self.filter.activated.connect(self._filter)
        self.list.person_changed.connect(self._show_current)
        self.list.more_requested.connect(self._read)
        self.list.sorting_requested.connect(partial(self.navigation.go, "triage"))
        self.list.gate_requested.connect(self.toggle_gate)
        self.list.details_requested.connect(self._go_to_detail)
        self.list.contact_requested.connect(self.open_contact)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.detail.contact_requested.connect(self.open_contact)
        self.detail.stepped.connect(self.perform)
        self.detail.opened_record.connect(self._open_record)
        self.detail.person_opened.connect(partial(self.navigation.go, "contacts"))
        self.detail.profile_opened.connect(partial(self.navigation.go, "profile"))
        self.frame.first_requested.connect(self._show_first)
        self.frame.sorting_requested.connect(partial(self.navigation.go, "triage"))
        self.frame.add_requested.connect(partial(self.navigation.go, "contacts", "", "new"))
        self.frame.import_requested.connect(partial(self.navigation.go, "import"))
        self.frame.everybody_requested.connect(self._show_everybody)
        self.tools.preferences.changed.connect(self._take_up_preferences)

    def _bind_keys(self) -> None:
        for key, words, act in self._letters():
            self.list.add_letter(key, words, act)
        for number, _ in enumerate(FIVE_GATES):
            self.list.add_letter(str(number + 1), "Open this gate", partial(self.toggle_gate, number))
        self._take_up_preferences()

    def _letters(self) -> tuple[tuple[str, str, Callable[[], None]], ...]:
        return (
            ("A", "Prepare the ask", self.prepare_ask),
            ("P", "Plan a catch-up", self.plan_catch_up),
            ("L", "Log", self.log),
            ("O", "They offered to help", self.log_offer),
            ("S", "Not now", self.not_now),
        )

    def refresh(self) -> None:
        """Read the list anew, and which tags there are to keep it to."""
        self.tools.worker.run(_read_filters, self._fill_filters, self.session.refused.emit)
        self._read()

    def apply(self, changes: Changes) -> None:
        """Any act may move somebody to another group or say something else in a row."""
        self._read()

    def hints(self) -> Sequence[KeyHint]:
        """The keys of the list."""
        ready = self._card is not None and self._card.readiness.standing.verdict.state == "ready"
        first = KeyHint("A", "prepare the ask") if ready else KeyHint("P", "plan a catch-up")
        letters = (first, KeyHint("L", "log"), KeyHint("S", "not now")) if self.tools.preferences.single_keys else ()
        return (*letters, KeyHint("Shift+Enter", "open contact"))

    def panes(self) -> Sequence[QWidget]:
        """The list and the details, or what to do where there is no list."""
        return self.frame.panes()

    def current_person(self) -> str:
        """Whom the details show."""
        return self._card.person.id if self._card else ""

    def show_record(self, id_: str, part: str = "") -> None:
        """Show somebody, whether or not they have a row."""
        if not id_:
            return
        self._wanted = id_
        if self.isVisible():
            self._read()

    def act_primary(self) -> None:
        """Do the one next step."""
        step = self.detail.primary() if self._card else None
        if step:
            self.perform(step)

    def perform(self, step: Step) -> None:
        """Do what a button says to whom the details show."""
        if self._card:
            buttons = self.detail.band.buttons()
            spot = buttons[0] if buttons else self.detail
            self._acts.perform(step, self._card.person.id, spot.mapToGlobal(spot.rect().bottomLeft()))

    def prepare_ask(self) -> None:
        """A: prepare an ask of somebody who is ready; with anybody else say what comes first."""
        if self._card is None or not self.list.current_person():
            return
        step = self._card.readiness.next_step
        if step is None:
            self.navigation.ask(self._card.person.id)
        else:
            self.session.refused.emit(f"{self._card.person.first_name} isn’t ready to be asked. {step.text}")

    def plan_catch_up(self) -> None:
        """P: plan to meet."""
        if self._card and self.list.current_person():
            self.navigation.log(plan_meeting(self._card.person.name, self._card.person.id))

    def log(self) -> None:
        """L: log what happened with them."""
        if person := self.list.current_person():
            self.navigation.log(LogRequest((person,)))

    def log_offer(self) -> None:
        """O: log that they sincerely offered to help."""
        if person := self.list.current_person():
            self.navigation.log(LogRequest((person,), marks=("offered_help",)))

    def not_now(self) -> None:
        """S: put off what is proposed about them, or propose it again."""
        if self._card and (person := self.list.current_person()):
            self._acts.put_off(person, again=self._card.put_off is not None)

    def toggle_gate(self, number: int) -> None:
        """1 to 5: show what decided a gate."""
        if self._card:
            self.detail.toggle_gate(FIVE_GATES[number])

    def open_contact(self) -> None:
        """Shift+Enter: everything about them."""
        if person := self.current_person():
            self.navigation.go("contacts", person)

    def _read(self) -> None:
        """Read the groups: at once where the index gives them, else by the worker."""
        self._reads += 1
        only, limits = self._kept_to(), dict(self.list.limits)
        if only.is_everybody:
            self._show_groups(groups(self.session.desk(), only, limits))
            return
        read = self._reads
        self.tools.worker.run(
            lambda desk, _: groups(desk, only, limits), partial(self._take_groups, read), self.session.refused.emit
        )

    def _take_groups(self, read: int, found: Groups) -> None:
        """What the worker read, unless something newer was asked for meanwhile."""
        if read == self._reads:
            self._show_groups(found)

    def _show_groups(self, found: Groups) -> None:
        if not found.groups and not found.to_sort:
            self._card = None
            (self.frame.show_no_people if self._kept_to().is_everybody else self.frame.show_no_match)()
            return
        self.frame.show_list()
        wanted, self._wanted = self._wanted, ""
        any_ready = any(group.state == "ready" for group in found.groups)
        self.list.blockSignals(True)  # whoever is current in the end is shown once, below
        self.list.show_groups(found, select=any_ready and not (wanted or self._card))
        if wanted:
            self.list.forget_current()
            self.list.select(wanted)
        self.list.blockSignals(False)
        person = wanted or self.list.current_person() or self.current_person()
        if person:
            self._show_person(person)
        if self._card is None:
            self.frame.show_nobody(only_to_sort=not found.groups)

    def _show_current(self) -> None:
        person = self.list.current_person()
        if self._card is None or self._card.person.id != person:
            self.detail.scroll_to_top()
        self._show_person(person)

    def _show_person(self, person: str) -> None:
        try:
            self._card = ready_card(self.session.desk(), person)
        except KnownError:  # gone meanwhile; the list is about to say so
            self._card = None
        else:
            self.detail.show_card(self._card, self.session.today)
        self.frame.show_detail(shown=self._card is not None)
        self.hints_changed.emit()

    def _show_first(self) -> None:
        """Show them: the first of the list, which is who is one step away."""
        self.list.select_at(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_everybody(self) -> None:
        self.filter.setCurrentIndex(0)
        self._filter()

    def _kept_to(self) -> Only:
        return self._filters[max(0, self.filter.currentIndex())].only

    def _fill_filters(self, found: tuple[Filter, ...]) -> None:
        """Offer these; what was chosen stays chosen where it is still there."""
        before = self._kept_to() if self._filters else found[0].only
        self._filters = found
        self.filter.clear()
        for each in found:
            self.filter.addItem(each.words, each.words)
        self.filter.choose(self.tools.preferences.text_of(FILTER))
        if self._kept_to() != before:
            self._filter()

    def _filter(self) -> None:
        self.tools.preferences.keep_text(FILTER, self.filter.key())
        self._card = None
        self.frame.show_detail(shown=False)
        self.list.forget_current()
        self._read()

    def _open_record(self, evidence: Evidence) -> None:
        self.navigation.go("timeline" if evidence.kind == "entry" else "contacts", evidence.id)

    def _go_to_detail(self) -> None:
        buttons = self.detail.band.buttons()
        (buttons[0] if buttons else self.detail.open_contact).setFocus(Qt.FocusReason.TabFocusReason)

    def _open_menu(self, at: QPoint) -> None:
        if not self.list.current_person():
            return
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for _, words, act in self._letters():
            menu.addAction(words, act)
        menu.addAction("Open contact", self.open_contact)
        menu.popup(self.list.viewport().mapToGlobal(at))

    def _take_up_preferences(self) -> None:
        self.list.set_letters_enabled(self.tools.preferences.single_keys)
        self.hints_changed.emit()


def _read_filters(desk: Desk, _: Job[tuple[Filter, ...]]) -> tuple[Filter, ...]:
    return filters(desk)
