"""Contacts: the list of people, and the page of who is current in it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QWidget

from refdesk.gui.contacts.acts import PersonActs
from refdesk.gui.contacts.edit_page import EditPage
from refdesk.gui.contacts.list_pane import ListPane
from refdesk.gui.contacts.person_page import PersonPage
from refdesk.gui.view import Tools, View
from refdesk.gui.widgets.empty_state import EmptyState
from refdesk.gui.widgets.splitter import Splitter
from refdesk.gui.widgets.status_bar import KeyHint
from refdesk.storage import glance
from refdesk.storage.writing import Changes

LIST_WIDTH, LIST_LEAST, PAGE_LEAST = 268, 220, 460
NARROW = 988
"""Below this width the facts have no place of their own: a window of 1040 pixels without its rail."""


class ContactsView(View):
    """The window's view of people. `new_person` begins a new contact."""

    key = "contacts"

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self.list = ListPane(tools)
        self.page = PersonPage(tools)
        self.editor = EditPage(tools)
        self.nobody = EmptyState(
            tools.theme,
            "No people yet",
            "Add one by hand or bring them in from a file.",
            "Add a person",
            "Import contacts",
        )
        self.no_match = EmptyState(tools.theme, "", "Check the spelling, or add them.", "", "Clear")
        self.blank = QWidget()
        self._stack = QStackedWidget()
        self._stack.setProperty("pane", "base")
        for shown in (self.blank, self.page, self.editor, self.nobody, self.no_match):
            self._stack.addWidget(shown)
        self.acts = PersonActs(tools, self.page.header, self)
        self.list.view.add_key("Del", "Delete", self._delete)
        self.list.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Read the list anew, and then whoever is shown."""
        self.list.refresh()
        self._follow()

    def apply(self, changes: Changes) -> None:
        """Take up what one act changed; one that touches nobody leaves the list as it is."""
        if changes.people or changes.everybody:
            self.list.apply(changes)
            self._follow()
        elif not self._is_editing():
            self._reread()

    def _follow(self) -> None:
        """Read whoever is shown anew, after the list."""
        if self._is_editing():
            return
        if self.page.person():
            self._reread()
        if not self.page.person():
            self.list.select_first()
        self._settle()

    def hints(self) -> Sequence[KeyHint]:
        """The keys of contacts."""
        return (KeyHint("Ctrl+L", "log"), KeyHint("F2", "edit"), KeyHint("Del", "delete"), KeyHint("F6", "next pane"))

    def panes(self) -> Sequence[QWidget]:
        """The list, then what is at its right."""
        shown = self._stack.currentWidget()
        beside = self.page.panes() if shown is self.page else (shown,) if shown else ()
        return (self.list.view, *beside)

    def current_person(self) -> str:
        """Whom the view shows."""
        return self.page.person()

    def show_record(self, id_: str, part: str = "") -> None:
        """Show this person, whatever the list is filtered by; ``part`` is a fact of theirs to be edited.

        Without a person, the part ``new`` begins one.
        """
        if not id_ and part == "new":
            self.new_person()
            return
        is_shown = id_ == self.page.person() and self._is_page()
        if id_ and not is_shown and not self._go_to(id_):
            return
        if part:
            self.page.edit_field(part)

    def filter_field(self) -> QLineEdit:
        """Where Ctrl+F goes."""
        return self.list.filter

    def act_primary(self) -> None:
        """Log an interaction, or do what an empty view offers."""
        shown = self._stack.currentWidget()
        if isinstance(shown, EmptyState):
            shown.primary.click()
        elif self._is_page():
            self.acts.log()

    def edit(self) -> None:
        """Edit the entry that has the focus, or else the person."""
        if self.page.timeline.view.hasFocus():
            self.page.timeline.edit_current()
        elif self.page.person() and self._is_page():
            self._start_editing(self.page.person())

    def may_leave(self) -> bool:
        """Whether nothing that is being typed would be lost."""
        if self._is_editing():
            return self.editor.may_leave()
        return self.page.may_leave()

    def new_person(self, name: str = "") -> None:
        """Begin a new contact, of this name where it is known."""
        if self.may_leave():
            self._start_editing("", name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the facts a place of their own where there is room."""
        super().resizeEvent(event)
        self.page.set_narrow(event.size().width() < NARROW)

    def _start_editing(self, id_: str, name: str = "", part: str = "") -> None:
        self._stack.setCurrentWidget(self.editor)
        self.editor.start(id_, name, part)

    def _edit_person(self) -> None:
        self._start_editing(self.page.person())

    def _edit_part(self, part: str) -> None:
        self._start_editing(self.page.person(), part=part)

    def _edited(self, id_: str) -> None:
        self._stack.setCurrentWidget(self.page)
        self._go_to(id_)
        self.list.view.setFocus()

    def _cancelled(self) -> None:
        self._stack.setCurrentWidget(self.blank)
        self.refresh()
        self.list.view.setFocus()

    def _chosen(self, id_: str) -> None:
        """Somebody became current in the list; while something typed would be lost, whoever is shown stays."""
        if id_ == self.page.person() and self._is_page():
            return
        if not self.may_leave():
            self.list.select(self.page.person())
            return
        self._show(id_)

    def _followed(self, id_: str) -> None:
        """Somebody became current in the place of another; a page that is being edited stays."""
        if not self._is_editing() and self.page.may_leave():
            self._show(id_)

    def _is_page(self) -> bool:
        return self._stack.currentWidget() is self.page

    def _is_editing(self) -> bool:
        return self._stack.currentWidget() is self.editor

    def _go_to(self, id_: str) -> bool:
        """Show somebody, and find them in the list."""
        if not self.may_leave():
            return False
        self.list.select(id_)
        if self.list.current_person() != id_ and self.list.filter.text():
            self.list.clear_filter()
            self.list.select(id_)
        return self._show(id_)

    def _show(self, id_: str) -> bool:
        if not self.page.show_person(id_):
            self.session.refused.emit("They are no longer in the book.")
            return False
        self.acts.set_person(id_)
        self._stack.setCurrentWidget(self.page)
        return True

    def _reread(self) -> None:
        """Read whoever is shown anew; where they are gone, show who is current in the list."""
        if self.page.refresh():
            return
        heir = self.list.current_person()
        self.page.forget()
        self.acts.set_person("")
        if heir:
            self._show(heir)

    def _settle(self) -> None:
        """Show the page, or what stands in its place when there is nobody; the list shows whose page it is."""
        if not self.list.current_person():
            self.list.select(self.page.person())
        if self._is_editing():
            return
        text = self.list.filter.text().strip()
        if self.list.is_empty() and text:
            self.no_match.set_words(f"No one matches “{text}”", f"Add “{text}”")
            self._stack.setCurrentWidget(self.no_match)
        elif not glance.has_people(self.session.book):
            self._stack.setCurrentWidget(self.nobody)
        else:
            self._stack.setCurrentWidget(self.page if self.page.person() else self.blank)

    def _show_menu(self, spot: QPoint) -> None:
        if self._is_page():
            self.page.header.show_menu_at(self.list.view.viewport().mapToGlobal(spot))

    def _delete(self) -> None:
        """Delete whoever is shown; what the list's key does not show, it does not take."""
        if self._is_page():
            self.acts.delete()

    def _add_missing(self) -> None:
        self.new_person(self.list.filter.text().strip())

    def _import(self) -> None:
        self.navigation.go("import")

    def _enter_page(self) -> None:
        """Enter in the list goes on to the timeline."""
        if self._is_page():
            self.page.timeline.quick_add.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        split = Splitter(self.theme, (LIST_WIDTH, LIST_WIDTH * 3))
        split.add_pane(self.list, LIST_LEAST)
        split.add_pane(self._stack, PAGE_LEAST)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)

    def _connect(self) -> None:
        self.list.person_chosen.connect(self._chosen)
        self.list.person_followed.connect(self._followed)
        self.list.view.customContextMenuRequested.connect(self._show_menu)
        self.list.entered.connect(self._enter_page)
        self.list.listed.connect(self._settle)
        self.acts.edit_requested.connect(self._edit_person)
        self.acts.field_requested.connect(self.page.edit_field)
        self.page.facts.page_wanted.connect(self._edit_part)
        self.editor.finished.connect(self._edited)
        self.editor.cancelled.connect(self._cancelled)
        self.nobody.primary_chosen.connect(self.new_person)
        self.nobody.secondary_chosen.connect(self._import)
        self.no_match.primary_chosen.connect(self._add_missing)
        self.no_match.secondary_chosen.connect(self.list.clear_filter)
