"""One person's timeline with the line that adds to it: read by pages, each entry edited in its place."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from refdesk.domain.person import Person
from refdesk.gui.contacts.timeline_delegate import TimelineDelegate
from refdesk.gui.contacts.timeline_model import TimelineModel
from refdesk.gui.log.quick_add import QuickAdd
from refdesk.gui.theme.fonts import BODY
from refdesk.gui.timeline.in_place import InPlaceForm
from refdesk.gui.view import Tools
from refdesk.gui.widgets.label import Label
from refdesk.gui.widgets.list_view import ListView
from refdesk.services import contacts
from refdesk.services.contacts import TimelinePage
from refdesk.services.timeline import delete_entry
from refdesk.storage.person_timeline import Position

MARGIN = 20
NOTHING_YET = "Nothing here yet. How did you meet?"
A_STEP = "This comes from a referral, an ask or a note, and is changed there."


class TimelinePane(QFrame):
    """The middle of a person's page."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._person: Person | None = None
        self._is_stale = False
        self.setProperty("pane", "base")
        self.quick_add = QuickAdd(tools)
        self._delegate = TimelineDelegate(tools.theme)
        self.view = ListView(tools.theme, "Timeline", self._delegate)
        self._model = TimelineModel(self._more, self)
        self.view.setModel(self._model)
        self.in_place = InPlaceForm(tools, self.view, self._delegate, self._model.place_of)
        self.in_place.closed.connect(self._catch_up)
        self.view.chosen.connect(self._edit)
        edit = QAction("Edit", self.view)  # the keys are Enter, and F2 by the window
        edit.triggered.connect(self.edit_current)
        self.view.addAction(edit)
        self.view.add_key("Del", "Delete", self.delete_current)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._empty = Label(tools.theme, NOTHING_YET, BODY, "text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(4)
        inset = QVBoxLayout()
        inset.setContentsMargins(MARGIN, 0, MARGIN, 0)
        inset.addWidget(self.quick_add)
        inset.addWidget(self._empty)
        column.addLayout(inset)
        column.addWidget(self.view, 1)

    def show_person(self, person: Person, entry: str = "") -> None:
        """Show another person's timeline from its top, or from one of its entries on."""
        self.in_place.close()
        self._person = person
        self.quick_add.set_person(person.id)
        self._read(entry, keep=False)

    def refresh_person(self, person: Person) -> None:
        """The same person, whose record may have changed."""
        self._person = person
        self.refresh()

    def refresh(self) -> None:
        """Read what is shown anew, where it was scrolled to; an entry that is being changed is finished first."""
        self._is_stale = self.in_place.is_changed()
        if self._person is not None and not self._is_stale:
            self._read("", keep=True)

    def may_leave(self) -> bool:
        """Whether nothing would be lost: an entry that is being changed is saved, where it can be."""
        return self.in_place.may_close()

    def edit_current(self) -> None:
        """Edit the current entry in its place."""
        self._edit(self.view.currentIndex())

    def delete_current(self) -> None:
        """Delete the current entry; it can be undone."""
        happening = self._model.happening(self.view.currentIndex())
        if happening is None:
            return
        entry = happening.entry
        if entry is None:
            self._tools.session.refused.emit(A_STEP)
            return
        self._tools.session.do(lambda desk: delete_entry(desk, entry.id))

    def _read(self, entry: str, *, keep: bool) -> None:
        person, session = self._person, self._tools.session
        if person is None:
            return
        before, scrolled = self.view.currentIndex().row(), self.view.verticalScrollBar().value()
        current = self.view.current_id()
        least = max(contacts.PAGE, self._model.entry_count()) if keep else contacts.PAGE
        page = contacts.timeline(session.desk(), person, least=least, until_entry=entry)
        self.in_place.close()
        self._delegate.set_today(session.today)
        self._model.set_page(page, session.today)
        self._empty.setVisible(self._model.is_empty())
        if entry:
            self.view.setCurrentIndex(self._model.place_of(f"entry:{entry}"))
        elif keep:
            same = self._model.place_of(current)
            heir = self._model.nearest(before) if before >= 0 else same
            self.view.setCurrentIndex(same if same.isValid() else heir)
            self.view.verticalScrollBar().setValue(scrolled)
        else:
            self.view.scrollToTop()

    def _catch_up(self) -> None:
        if self._is_stale:
            self.refresh()

    def _more(self, after: Position) -> TimelinePage:
        if self._person is None:
            return TimelinePage((), None)
        return contacts.timeline(self._tools.session.desk(), self._person, after)

    def _edit(self, index: QModelIndex) -> None:
        happening = self._model.happening(index)
        if happening is None:
            return
        if happening.entry is None:
            self._tools.session.refused.emit(A_STEP)
            return
        self.in_place.open(happening.key, happening.entry.id)
