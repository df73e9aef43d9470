"""Today: what the day asks for, one line at a time, and the words to begin with."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from refdesk.gui.today import empty
from refdesk.gui.today.context_menu import ContextMenu
from refdesk.gui.today.day_list import DayList
from refdesk.gui.today.doing import Doing
from refdesk.gui.today.header import DayHeader
from refdesk.gui.today.inspector import Inspector
from refdesk.gui.today.rows import MORE
from refdesk.gui.view import Tools, View
from refdesk.gui.widgets.empty_state import EmptyState
from refdesk.gui.widgets.splitter import Splitter
from refdesk.gui.widgets.status_bar import KeyHint
from refdesk.gui.worker import Job
from refdesk.services.daily import Day, read_day
from refdesk.services.desk import Desk
from refdesk.services.row_detail import detail
from refdesk.storage.writing import Changes

LIST, LEAST_LIST, INSPECTOR, LEAST_INSPECTOR = 648, 420, 416, 360
LOW_WINDOW = 700
MORE_AT_ONCE = 50
"""How many more people are proposed at once."""

SPACE, LETTERS, DETAILS = (
    KeyHint("Space", "done"),
    (KeyHint("S", "later"), KeyHint("L", "log"), KeyHint("C", "copy words")),
    KeyHint("Enter", "details"),
)
INSPECTOR_HINTS = (KeyHint("Ctrl+Enter", "done"), KeyHint("Esc", "back to the list"))
EMPTY_HINTS = (KeyHint("Ctrl+2", "ready to ask"), KeyHint("Ctrl+L", "log"))


class TodayView(View):
    """The worker reads the day, for that may take a while; the details of one line are read at once."""

    key = "today"

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._asked = 0
        self._shown = 0
        self._more = 0
        self._day: Day | None = None
        self._wanted = ""
        self._empty: EmptyState | None = None
        self.header = DayHeader(self.theme, self)
        self.list = DayList(self.theme, self)
        self.inspector = Inspector(self.theme, self)
        self.doing = Doing(tools, self.list, self.inspector, self.show_more)
        self._split = Splitter(self.theme, (LIST, INSPECTOR))
        self._split.add_pane(self.list, LEAST_LIST)
        self._split.add_pane(self.inspector, self.theme.px(LEAST_INSPECTOR))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._split)
        self.inspector.show_nothing()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
        self._connect()
        self._bind_keys()

    def _connect(self) -> None:
        doing, footer = self.doing, self.inspector.footer
        self.list.line_changed.connect(self._show_line)
        self.list.ring_clicked.connect(doing.first)
        self.list.more_requested.connect(self.show_more)
        self.list.left.connect(self.refresh)
        self.list.chosen.connect(self._open_details)
        self.list.contact_requested.connect(doing.open_contact)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._open_context_menu)
        self.inspector.contact_requested.connect(doing.open_contact)
        self.inspector.referral_requested.connect(doing.open_referral)
        footer.primary_pressed.connect(doing.primary)
        footer.second_pressed.connect(doing.second)
        footer.copy_pressed.connect(doing.copy_words)
        footer.later_pressed.connect(doing.open_later)
        self.theme.changed.connect(self._restyle)
        self.tools.preferences.changed.connect(self._take_up_preferences)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def _bind_keys(self) -> None:
        doing = self.doing
        self.list.add_key("Space", "Done", doing.first)
        self.list.add_key("Del", "Delete", doing.delete)
        self.list.add_letter("S", "Later", doing.open_later)
        self.list.add_letter("L", "Log", doing.log)
        self.list.add_letter("C", "Copy words", doing.copy_words)
        self.list.add_letter("T", "Thanked", doing.thanked)
        self.list.add_letter("A", "Prepare an ask", doing.prepare_ask)
        self.list.add_letter("N", "Not yet", doing.not_yet)
        back = QShortcut(QKeySequence("Esc"), self.inspector)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self._focus_list)
        self._take_up_preferences()

    # What every view answers

    def refresh(self) -> None:
        """Read the day anew; of several readings under way only the last is shown."""
        self._asked += 1
        self.tools.worker.run(partial(_read, more=self._more), partial(self._show, self._asked), self._refused)

    def apply(self, changes: Changes) -> None:
        """Read the day anew, unless its own list waits for a settled row to leave, and then does so itself."""
        if not self.doing.is_acting and not self.list.is_staying:
            self.refresh()

    def hints(self) -> Sequence[KeyHint]:
        """The keys of the list, of the inspector, or of an empty day."""
        if self._empty is not None:
            return EMPTY_HINTS if self._day and self._day.has_people else ()
        if _holds_focus(self.inspector):
            return INSPECTOR_HINTS
        return (SPACE, *LETTERS, DETAILS) if self.tools.preferences.single_keys else (SPACE, DETAILS)

    def panes(self) -> Sequence[QWidget]:
        """The list and the inspector, or what an empty day offers."""
        return (self._empty.primary,) if self._empty is not None else (self.list, self.inspector)

    def current_person(self) -> str:
        """Whom the current line is about."""
        line = self.list.line()
        return line.person if line else ""

    def current_id(self) -> str:
        """The current line's id."""
        return self.list.current_id()

    def show_record(self, id_: str, part: str = "") -> None:
        """Go to a line by its id, or to the first one about a person."""
        self._wanted = id_
        self._select_wanted()

    def act_primary(self) -> None:
        """Press the primary button."""
        if self._empty is not None:
            self._empty.primary.click()
        else:
            self.doing.primary()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take less for the head where the window is low."""
        super().resizeEvent(event)
        self.header.set_low(self.window().height() < LOW_WINDOW)

    # What is shown

    @property
    def is_reading(self) -> bool:
        """Whether the day that is shown is not the last one asked for, or a settled row has yet to leave."""
        return self._shown != self._asked or self.list.is_staying

    def show_more(self) -> None:
        """Propose people who could have waited."""
        if self._day and self._day.waiting:
            self._more += min(self._day.waiting, MORE_AT_ONCE)
            self.refresh()

    def _show(self, number: int, day: Day) -> None:
        if not isValid(self) or number != self._asked:
            return
        self._shown = number
        if self.list.is_staying:
            return  # a row was settled meanwhile: once it has left, the day is read again
        if self._day and self._day.day != day.day:
            self._more = 0
        self._day = day
        self.header.show_day(day.day, day.done, day.done + day.owed)
        if day.lines:
            self._show_lines(day)
        else:
            self._show_empty(day)
        self.hints_changed.emit()

    def _show_lines(self, day: Day) -> None:
        had_focus = self._empty is not None and _holds_focus(self._empty)
        self._drop_empty()
        self._stack.setCurrentWidget(self._split)
        self.list.show_day(day)
        self._select_wanted()
        if had_focus:
            self._focus_list()

    def _show_empty(self, day: Day) -> None:
        had_focus = _holds_focus(self._stack)
        self._drop_empty()
        self.list.show_day(day)
        self._empty = empty.finished(self.theme, day) if day.has_people else empty.nobody(self.theme)
        chosen = (self._see_ready, self.doing.log) if day.has_people else (self._add_person, self._import)
        self._empty.primary_chosen.connect(chosen[0])
        self._empty.secondary_chosen.connect(chosen[1])
        self._stack.addWidget(self._empty)
        self._stack.setCurrentWidget(self._empty)
        if had_focus:
            self._empty.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_empty(self) -> None:
        if self._empty is not None:
            self._stack.removeWidget(self._empty)
            self._empty.deleteLater()
            self._empty = None

    def _show_line(self) -> None:
        line = self.list.line()
        if line is None or self._day is None:
            self.inspector.show_nothing()
        else:
            self.inspector.show_line(line, detail(self.session.desk(), line), self._day.day)

    def _select_wanted(self) -> None:
        lines = self._day.lines if self._day else ()
        found = next((line.id for line in lines if self._wanted and self._wanted in (line.id, line.person)), "")
        if found:
            self._wanted = ""
            self.list.select(found)

    def _refused(self, why: str) -> None:
        self._shown = self._asked
        self.session.refused.emit(why)

    # Going about

    def _open_details(self) -> None:
        if self.list.current_id() == MORE:
            self.show_more()
        else:
            self.inspector.setFocus(Qt.FocusReason.TabFocusReason)

    def _focus_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _open_context_menu(self, at: QPoint) -> None:
        line = self.doing.line()
        if line:
            ContextMenu(self.list, self.doing, line).popup(self.list.viewport().mapToGlobal(at))

    def _see_ready(self) -> None:
        self.navigation.go("ready")

    def _add_person(self) -> None:
        self.navigation.go("contacts", "", "new")

    def _import(self) -> None:
        self.navigation.go("import")

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        if any(widget is not None and self.isAncestorOf(widget) for widget in (before, now)):
            self.hints_changed.emit()

    def _restyle(self) -> None:
        self.inspector.setMinimumWidth(self.theme.px(LEAST_INSPECTOR))

    def _take_up_preferences(self) -> None:
        self.list.set_letters_enabled(self.tools.preferences.single_keys)
        self.hints_changed.emit()


def _read(desk: Desk, _: Job[Day], more: int) -> Day:
    """The day by the verdicts that are kept: the worker brings them up to date apart, and `renewed` tells of it."""
    return read_day(replace(desk, as_kept=True), more)


def _holds_focus(pane: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and pane.isAncestorOf(focus)
