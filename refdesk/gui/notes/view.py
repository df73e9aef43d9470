"""The notes desk: notes to write by hand, to post, and posted lately, with their wording and their envelope."""

from collections.abc import Collection, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from refdesk.gui.notes.doing import Doing
from refdesk.gui.notes.layout import NotesLayout
from refdesk.gui.notes.new_note import NewNote, occasion_of
from refdesk.gui.notes.rows import entries, row, summary
from refdesk.gui.view import Tools, View
from refdesk.gui.widgets.buttons import Button, Kind
from refdesk.gui.widgets.empty_state import EmptyState
from refdesk.gui.widgets.header import Header
from refdesk.gui.widgets.list_model import ListModel
from refdesk.gui.widgets.rows import Row, RowRole
from refdesk.gui.widgets.status_bar import KeyHint
from refdesk.services.desk import Desk
from refdesk.services.notes import Queued
from refdesk.services.notes_desk import DeskNote, new_note, notes_desk
from refdesk.storage.agenda import names_of
from refdesk.storage.writing import Changes

HINTS = (KeyHint("W", "written"), KeyHint("P", "posted"), KeyHint("C", "copy wording"), KeyHint("S", "later"))
CLEAR = "Notes to write appear here after good news, or add one yourself."


class NotesView(View):
    """What was typed on the paper is saved when it is left: for another note, another view, another program."""

    key = "notes"

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._notes: dict[str, DeskNote] = {}
        self._id = ""
        self._head = Header(self.theme, "Notes desk")
        self._new = Button(self.theme, "New note", Kind.PRIMARY, icon="plus")
        self._head.add(self._new)
        self._form = NewNote(tools)
        self._panes = NotesLayout(self.theme, self._form)
        self._doing = Doing(tools, self._panes)
        self._model = ListModel(self._fetch, self)
        self._panes.list.setModel(self._model)
        self._empty = EmptyState(self.theme, "The desk is clear", CLEAR, "New note", icon="pen-line")
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
        panes = self._panes
        panes.list.selectionModel().currentChanged.connect(self._current_changed)
        panes.list.chosen.connect(self.edit)
        panes.list.contact_requested.connect(self._doing.open_contact)
        panes.letter.dismissed.connect(self._go_to_list)
        panes.foot.primary_pressed.connect(self.next_step)
        self._new.clicked.connect(partial(self.new_note, ""))
        self._empty.primary_chosen.connect(partial(self.new_note, ""))
        self._form.asked.connect(self._put_on_desk)
        self._form.cancelled.connect(self._close_form)
        self.tools.preferences.changed.connect(self._take_up_preferences)

    def _bind_keys(self) -> None:
        notes, doing = self._panes.list, self._doing
        notes.add_letter("W", "Written", doing.mark_written)
        notes.add_letter("P", "Posted", self.mark_posted)
        notes.add_letter("C", "Copy wording", self._panes.letter.copy)
        notes.add_letter("S", "Later", doing.open_later)
        notes.add_key("Space", "Next step", self.next_step)
        notes.add_key("Del", "Delete", doing.delete)
        print_key = QShortcut(QKeySequence("Ctrl+P"), self, doing.print_envelope)
        print_key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._take_up_preferences()

    # What every view answers

    def refresh(self) -> None:
        """Read the desk anew; the note that is shown stays the current one while it is there."""
        heaps = notes_desk(self.session.desk())
        before = list(self._notes)
        self._notes = {note.id: note for note in heaps.everything}
        self._head.set_summary(summary(heaps))
        if self._id not in self._notes:
            self._doing.rescue()
            self._id = _next_of(before, self._id, self._notes)
        self._model.set_entries(entries(heaps))
        self._panes.list.setCurrentIndex(self._model.place_of(self._id))
        self._doing.show(self._id)
        self._show_pages()

    def apply(self, changes: Changes) -> None:
        """Words that were saved from the paper change nothing else here."""
        if not self._doing.is_saving:
            self.refresh()

    def hints(self) -> Sequence[KeyHint]:
        """The keys of the list."""
        return HINTS if self._notes and self.tools.preferences.single_keys else ()

    def panes(self) -> Sequence[QWidget]:
        """List, paper and next step; or what begins the first note."""
        if self._stack.currentWidget() is self._empty:
            return (self._empty.primary,)
        return (self._panes.list, self._panes.middle, self._panes.foot.primary())

    def current_person(self) -> str:
        """Whom the note that is shown goes to."""
        return self._doing.sheet.person.id if self._doing.sheet else ""

    def current_id(self) -> str:
        """The note that is shown."""
        return self._id

    def show_record(self, id_: str, part: str = "") -> None:
        """Show this note; its part "address" asks for the address where nobody knows it."""
        self._close_form()
        self._go_to(id_)
        if part == "address" and self._id == id_:
            self._doing.ask_missing_address()

    def act_primary(self) -> None:
        """The next step of the note, or the new note itself while its form is open."""
        if self._panes.has_form():
            self._form.ask()
        else:
            self.next_step()

    def edit(self, _: object = None) -> None:
        """Go to the paper."""
        if self._doing.sheet and self._doing.sheet.note.state != "posted":
            self._panes.letter.paper.letter.setFocus(Qt.FocusReason.OtherFocusReason)

    def may_leave(self) -> bool:
        """Save what was typed; where that is refused, the words stay before the user."""
        return self._doing.leave()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what was typed."""
        self._doing.leave()
        super().hideEvent(event)

    # What can be done

    def new_note(self, person_id: str = "") -> None:
        """Begin a new note, perhaps to somebody."""
        if not self._doing.leave():
            return
        name = names_of(self.session.book, [person_id]).get(person_id, ("", ""))[0]
        self._panes.show_form()
        self._show_pages()
        self._form.begin(person_id if name else "", name, self.session.today)

    def next_step(self) -> None:
        """Mark a note to write as written, a written one as posted."""
        if self._doing.state() == "to_write":
            self._doing.mark_written()
        else:
            self.mark_posted()

    def mark_posted(self) -> None:
        """It was posted; the note after it is the next."""
        others = [id_ for id_, note in self._notes.items() if id_ != self._id and note.state != "posted"]
        after = _next_of(list(self._notes), self._id, others)
        if self._doing.mark_posted() and after:
            self._go_to(after)

    # Inside

    def _fetch(self, ids: Sequence[str]) -> Sequence[Row]:
        return [row(self._notes[id_], self.session.today) for id_ in ids if id_ in self._notes]

    def _current_changed(self, current: QModelIndex, _: QModelIndex) -> None:
        id_ = current.data(RowRole.ID)
        if not isinstance(id_, str) or id_ == self._id:
            return
        if not self._doing.leave():
            self._panes.list.setCurrentIndex(self._model.place_of(self._id))
            return
        self._id = id_
        self._panes.close_form()
        self._doing.show(id_)

    def _show_pages(self) -> None:
        has_any = bool(self._notes) or self._panes.has_form()
        self._stack.setCurrentWidget(self._panes if has_any else self._empty)

    def _go_to(self, id_: str) -> None:
        if id_ not in self._notes:
            self.refresh()
        index = self._model.place_of(id_)
        if index.isValid():
            self._panes.list.setCurrentIndex(index)

    def _go_to_list(self) -> None:
        self._panes.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_on_desk(self, person: str, occasion: str, due: date) -> None:
        queued: list[Queued] = []

        def put(desk: Desk) -> Changes:
            queued.append(new_note(desk, person, occasion_of(occasion), due))
            return queued[0].changes

        if self.session.do(put) is None:
            return
        self._close_form()
        self._go_to(queued[0].id)
        self._doing.ask_missing_address()

    def _close_form(self) -> None:
        self._panes.close_form()
        self._show_pages()
        self._go_to_list()

    def _take_up_preferences(self) -> None:
        self._panes.list.set_letters_enabled(self.tools.preferences.single_keys)
        self._doing.show(self._id)
        self.hints_changed.emit()


def _next_of(order: Sequence[str], gone: str, left: Collection[str]) -> str:
    """Which note is the next when one has gone: the first after it that is left, else the first of all."""
    place = order.index(gone) if gone in order else len(order)
    after = (id_ for id_ in order[place + 1 :] if id_ in left)
    return next(after, next(iter(left), ""))
