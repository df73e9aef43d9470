"""The timeline: everything that was logged, newest first, by day; filtered, searched, changed in its place."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from refdesk.gui.theme.fonts import BODY
from refdesk.gui.timeline.entry_delegate import EntryDelegate
from refdesk.gui.timeline.entry_list import EntryListModel
from refdesk.gui.timeline.filters import FilterBar
from refdesk.gui.timeline.in_place import InPlaceForm
from refdesk.gui.view import Tools, View
from refdesk.gui.widgets.empty_state import EmptyState
from refdesk.gui.widgets.header import Header
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.list_view import ListView
from refdesk.gui.widgets.status_bar import KeyHint
from refdesk.services import timeline_list
from refdesk.services.timeline import delete_entry
from refdesk.services.timeline_list import PAGE, TimelinePage
from refdesk.storage.timeline_list import EntryFilter, Place
from refdesk.storage.writing import Changes

PATIENCE_MS = 300
LOOKING = "Looking through older entries…"
"""What is said while nothing was found yet, once it takes longer than somebody notices."""

HINTS = (
    KeyHint("Enter", "change"),
    KeyHint("Shift+Enter", "open contact"),
    KeyHint("L", "log"),
    KeyHint("Del", "delete"),
    KeyHint("Ctrl+F", "search"),
)


class TimelineView(View):
    """Read by the page, however long it is."""

    key = "timeline"

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._wanted = EntryFilter()
        self._is_behind = False
        header = Header(tools.theme, "Timeline")
        header.set_summary("Everything you've logged, newest first.")
        self.filters = FilterBar(tools)
        self._delegate = EntryDelegate(tools.theme)
        self.list = ListView(tools.theme, "Timeline", self._delegate)
        self._model = EntryListModel(self._more, self)
        self.list.setModel(self._model)
        self.in_place = InPlaceForm(tools, self.list, self._delegate, self._model.place_of)
        self._empty = EmptyState(
            tools.theme,
            "Your story starts here",
            "Log a call or coffee with Ctrl+L. It takes a few seconds.",
            "Log interaction",
        )
        self._no_match = EmptyState(
            tools.theme, "Nothing matches", "Try other words, or look at everything again.", "Show all"
        )
        self._looking = Label(tools.theme, LOOKING, BODY, "text2")
        self._looking.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._stack = QStackedWidget()
        for page in (self.list, self._empty, self._no_match, self._looking):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (header, self.filters, self._stack):
            column.addWidget(part)
        column.setStretch(2, 1)
        self._connect()

    def refresh(self) -> None:
        """Read everything that is shown anew, keeping the current row and the scroll."""
        self._is_behind = self.in_place.form is not None
        if not self._is_behind:
            self._read(max(PAGE, self._model.entry_count()), self.list.current_id(), keep_scroll=True)

    def apply(self, changes: Changes) -> None:
        """Take up entries that changed, and names."""
        if changes.entries or changes.people:
            self.refresh()

    def hints(self) -> Sequence[KeyHint]:
        """What the keys do in the list."""
        return HINTS

    def panes(self) -> Sequence[QWidget]:
        """The list, then the filters."""
        shown = (self.list, self._empty.primary, self._no_match.primary, self.list)[self._stack.currentIndex()]
        return shown, self.filters.text

    def current_person(self) -> str:
        """The first person of the current entry."""
        listed = self._model.listed(self.list.currentIndex())
        return listed.people[0][0] if listed and listed.people else ""

    def current_id(self) -> str:
        """The current entry."""
        return self.list.current_id()

    def show_record(self, id_: str, part: str = "") -> None:
        """Show this entry, with all that is newer above it, or from its day on where that would be too much."""
        shown = self._model.place_of(id_)
        if shown.isValid():  # as when coming back: what was filtered stays so
            self.list.setCurrentIndex(shown)
            return
        found = timeline_list.reach(self.session.desk(), id_)
        if found is None or not self.may_leave():
            return
        self.in_place.close()
        wanted, least = found
        self.filters.set_until(wanted.until)
        self._wanted = wanted
        self._is_stale = False
        self._read(least, id_, keep_scroll=False)
        self.list.setFocus()

    def filter_field(self) -> QLineEdit:
        """Words in the text."""
        return self.filters.text

    def act_primary(self) -> None:
        """Save the entry that is being changed, or log something."""
        if self.in_place.form is not None:
            self.in_place.form.save()
        else:
            self._log()

    def edit(self) -> None:
        """Change the current entry in its place."""
        self._edit(self.list.currentIndex())

    def may_leave(self) -> bool:
        """Save an entry that is being changed first, where it can be."""
        return self.in_place.may_close()

    def _connect(self) -> None:
        self.filters.changed.connect(self._filter)
        self.list.chosen.connect(self._edit)
        self.list.contact_requested.connect(self._open_contact)
        self.in_place.closed.connect(self._catch_up)
        self._delegate.person_clicked.connect(self._go_to_person)
        self.list.add_letter("L", "Log interaction", self._log)
        self.list.add_key("Del", "Delete", self._delete)
        change = QAction("Change", self.list)  # its keys are Enter, and F2 by the window
        change.triggered.connect(self.edit)
        self.list.addAction(change)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._empty.primary_chosen.connect(self._log)
        self._no_match.primary_chosen.connect(self.filters.show_all)
        self._model.rowsInserted.connect(self._show_what_there_is)
        self._patience.timeout.connect(self._say_that_it_looks)
        self.tools.preferences.changed.connect(self._switch_letters)
        self._switch_letters()

    def _read(self, least: int, current: str, *, keep_scroll: bool) -> None:
        scrolled = self.list.verticalScrollBar().value()
        page = timeline_list.page(self.session.desk(), self._wanted, least=least)
        self._delegate.forget()
        self._model.set_page(page, self.session.today)
        self._show_what_there_is()
        index = self._model.place_of(current)
        if index.isValid():
            self.list.setCurrentIndex(index)
        else:
            self.list.go_to_first()
        if keep_scroll:
            self.list.verticalScrollBar().setValue(scrolled)
        elif index.isValid():
            self.list.scrollTo(index, ListView.ScrollHint.PositionAtTop)

    def _more(self, after: Place, least: int) -> TimelinePage:
        page = timeline_list.page(self.session.desk(), self._wanted, after, least=least)
        if page.after is None and not page.entries and not self._model.rowCount():
            self._patience.stop()
            self._stack.setCurrentWidget(self._no_match)
        return page

    def _show_what_there_is(self) -> None:
        """The list, or why it is empty; while the walk goes on the list stays."""
        self._patience.stop()
        if self._model.rowCount() or self._model.is_searching():
            self._stack.setCurrentWidget(self.list)
            if not self._model.rowCount():
                self._patience.start()
        elif self._wanted == EntryFilter() or timeline_list.is_empty(self.session.desk()):
            self._stack.setCurrentWidget(self._empty)
        else:
            self._stack.setCurrentWidget(self._no_match)

    def _say_that_it_looks(self) -> None:
        if self._model.is_searching() and not self._model.rowCount():
            self._stack.setCurrentWidget(self._looking)

    def _filter(self) -> None:
        if not self.may_leave():
            return
        self.in_place.close()
        self._wanted = self.filters.wanted()
        self._read(PAGE, "", keep_scroll=False)

    def _switch_letters(self) -> None:
        self.list.set_letters_enabled(self.tools.preferences.single_keys)

    def _log(self) -> None:
        self.navigation.log()

    def _open_contact(self) -> None:
        self._go_to_person(self.current_person())

    def _go_to_person(self, id_: str) -> None:
        if id_:
            self.navigation.go("contacts", id_)

    def _delete(self) -> None:
        id_, row = self.list.current_id(), self.list.currentIndex().row()
        if not id_ or self.session.do(lambda desk: delete_entry(desk, id_)) is None:
            return
        after = self._model.index(min(row, self._model.rowCount() - 1))
        if self._model.listed(after) is None:
            after = self._model.index(after.row() + 1 if after.row() + 1 < self._model.rowCount() else after.row() - 1)
        self.list.setCurrentIndex(after)

    def _edit(self, index: QModelIndex) -> None:
        listed = self._model.listed(index)
        if listed is not None:
            self.in_place.open(listed.entry.id, listed.entry.id)

    def _catch_up(self) -> None:
        if self._is_behind:
            self.refresh()
