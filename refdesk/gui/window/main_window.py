"""The main window: where views are shown, one at a time, with what reaches over all of them."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from refdesk.gui.navigation import LogRequest, Place
from refdesk.gui.view import Tools, View
from refdesk.gui.widgets.band import Band, Message
from refdesk.gui.widgets.marks import Tone
from refdesk.gui.widgets.status_bar import StatusBar
from refdesk.gui.window import placement
from refdesk.gui.window.commands import bind, fill_menu, fill_menu_bar
from refdesk.gui.window.history import History
from refdesk.gui.window.overlays import Overlays
from refdesk.gui.window.returning import Returning
from refdesk.gui.window.sidebar import Sidebar
from refdesk.gui.window.standard import standard_commands
from refdesk.gui.window.telling import Telling
from refdesk.gui.window.views import Views
from refdesk.services.counts import counts

NARROW = 1100
_LAST_VIEW = "window/view"
_FIRST_VIEWS = ("today", "ready", "contacts", "timeline", "referrals", "notes", "partners")
"""The views that the window opens with again."""


class MainWindow(QMainWindow):
    """`close_requested` lets whoever made the window decide what closing means."""

    close_requested = Signal()
    quit_requested = Signal()

    def __init__(self, tools: Tools, views: Views) -> None:
        super().__init__()
        self.tools = tools
        self._session, self._theme = tools.session, tools.theme
        self._views = views
        self._history = History()
        self._first = _FIRST_VIEWS[0]
        self._is_narrow: bool | None = None
        self.setWindowTitle("RefDesk")
        self.setMinimumSize(placement.LEAST)
        self.sidebar = Sidebar(self._theme)
        self.band = Band(self._theme)
        self.stack = QStackedWidget()
        self.status = StatusBar(self._theme)
        content = self._lay_out()
        self.setCentralWidget(content)
        self.toast = Telling(self._session, self._theme, self.stack).toast
        self.overlays = Overlays(tools, content)
        Returning(self, self._session)
        self.commands = standard_commands(self)
        self._actions = bind(self, self._theme, self.commands)
        fill_menu_bar(self.menuBar(), self.commands, self._actions)
        self.menuBar().hide()
        self._connect()
        placement.restore(self, tools.preferences)

    def _lay_out(self) -> QWidget:
        content = QFrame()
        content.setProperty("pane", "base")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.band)
        column.addWidget(self.stack, 1)
        column.addWidget(self.status)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(content, 1)
        return whole

    def _connect(self) -> None:
        self.sidebar.chosen.connect(self.go)
        self.sidebar.search_requested.connect(self.search)
        self.sidebar.log_requested.connect(self.log_here)
        self.sidebar.menu_requested.connect(self.open_menu)
        self.tools.navigation.requested.connect(self.show_place)
        self.tools.navigation.log_requested.connect(self.overlays.open_log)
        self._session.changed.connect(self._count)
        self._session.renewed.connect(self._count)
        self._theme.changed.connect(self._fit_sidebar)
        self._count()

    # Going about

    @property
    def view(self) -> View | None:
        """The view that is shown; None before the first one."""
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, View) else None

    def go(self, key: str) -> None:
        """Show a view as it was left."""
        self.show_place(Place(key))

    def begin_with(self, key: str = "") -> None:
        """The view to be opened when the window is first shown; without one, that with which it was left."""
        last = self.tools.preferences.text_of(_LAST_VIEW)
        self._first = key or (last if last in _FIRST_VIEWS else _FIRST_VIEWS[0])

    def show_place(self, place: Place) -> None:
        """Show a view, and in it a record; a view that cannot be left now stays."""
        if self._open(place):
            self._history.visit(place)

    def back(self) -> None:
        """Where the user was before."""
        self._amend_history()
        self._revisit(self._history.back())

    def forward(self) -> None:
        """Where the user was before going back."""
        self._amend_history()
        self._revisit(self._history.forward())

    def next_pane(self) -> None:
        """F6: the sidebar, the panes of the view, the toast."""
        self._step_pane(1)

    def previous_pane(self) -> None:
        """Shift+F6: the other way round."""
        self._step_pane(-1)

    def _open(self, place: Place) -> bool:
        before = self.view
        view = self._views.get(place.view)
        if before is not None and before is not view:
            if not before.may_leave():
                return False
            self._amend_history()
        if is_new := self.stack.indexOf(view) < 0:
            self.stack.addWidget(view)
            view.hints_changed.connect(self._show_hints)
        self.stack.setCurrentWidget(view)
        if view is not before and self.isVisible():
            self._focus_first(view, anew=is_new)
        self.toast.place()
        self.sidebar.select(place.view)
        if place.id or place.part:
            view.show_record(place.id, place.part)
        self.tools.preferences.keep_text(_LAST_VIEW, place.view)
        self._show_hints()
        return True

    def _revisit(self, place: Place | None) -> None:
        if place is not None:
            self._open(place)

    def _amend_history(self) -> None:
        present, view = self._history.present, self.view
        if present is not None and view is not None and view.key == present.view:
            self._history.amend(Place(view.key, view.current_id()))

    def _focus_first(self, view: View, *, anew: bool = False) -> None:
        panes = view.panes()
        if panes and (anew or not view.isAncestorOf(self.focusWidget())):
            panes[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _step_pane(self, step: int) -> None:
        view = self.view
        toast = [self.toast.button()] if self.toast.isVisible() else []
        panes = [self.sidebar.views, *(view.panes() if view else ()), *toast]
        panes = [pane for pane in panes if pane.isVisible()]
        at = next((n for n, pane in enumerate(panes) if pane.hasFocus() or pane.isAncestorOf(self.focusWidget())), -1)
        panes[(at + step) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)

    # Acts that every view has

    def log_here(self) -> None:
        """Open the log line, beginning with whom the view shows."""
        person = self._person()
        self.overlays.open_log(LogRequest(people=(person,) if person else (), gives_way=True))

    def search(self) -> None:
        """Open the palette."""
        self.overlays.open_palette(self.commands, self._person())

    def filter(self) -> None:
        """Go to the filter of this view, or search everywhere."""
        field = self.view.filter_field() if self.view else None
        if field is None:
            self.search()
        else:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            field.selectAll()

    def act_primary(self) -> None:
        """Press the view's primary button."""
        if self.view:
            self.view.act_primary()

    def edit(self) -> None:
        """Edit what the view shows."""
        if self.view:
            self.view.edit()

    def new_person(self) -> None:
        """Begin a new contact."""
        from refdesk.gui.contacts.view import ContactsView

        self.go("contacts")
        if isinstance(self.view, ContactsView):
            self.view.new_person()

    def new_note(self) -> None:
        """Begin a note to whom the view shows."""
        from refdesk.gui.notes.view import NotesView

        person = self._person()
        self.go("notes")
        if isinstance(self.view, NotesView):
            self.view.new_note(person)

    def toggle_rail(self) -> None:
        """F9: the sidebar wide, or as a rail."""
        self.sidebar.set_rail(not self.sidebar.rail)

    def toggle_full_screen(self) -> None:
        """F11."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def open_menu(self) -> None:
        """F10: the menus, beside their button."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill_menu(menu, self.commands, self._actions)
        button = self.sidebar.menu_button
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
        menu.setActiveAction(menu.actions()[0])

    def come_forward(self) -> None:
        """Be seen, whatever the window was before."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # What is told

    def say_backed_up(self, words: str, *, failed: bool = False) -> None:
        """Say at the foot when the last backup was, or that there is none."""
        self.status.set_message(words, Tone.BAD if failed else Tone.NEUTRAL)

    def show_row(self, key: str) -> None:
        """Show a row of Today by its key, or Today where it is empty."""
        self.show_place(Place("today", key))

    def keep_place(self) -> None:
        """Remember where the window stands."""
        placement.keep(self, self.tools.preferences)

    def show_banner(self, message: Message) -> None:
        """Say something above all views."""
        self.band.show_message(message)

    def _person(self) -> str:
        return self.view.current_person() if self.view else ""

    def _count(self, _: object = None) -> None:
        self.sidebar.show_counts(counts(self._session.desk()))

    def _show_hints(self) -> None:
        if self.view:
            self.status.set_hints(self.view.hints())

    # The window itself

    def _fit_sidebar(self) -> None:
        """Make it a rail where there is little room; what the user chooses by hand holds until that changes."""
        narrow = self.width() < self._theme.px(NARROW)
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self.sidebar.set_rail(narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look whether there is room for the sidebar."""
        super().resizeEvent(event)
        self._fit_sidebar()

    def showEvent(self, event: QShowEvent) -> None:
        """Open the first view, and let the keyboard begin in it."""
        super().showEvent(event)
        if self.view is None:
            self.go(self._first)
        if self.view is not None and self.focusWidget() is None:
            self._focus_first(self.view)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask whoever made the window; a view with unsaved words is saved first."""
        event.ignore()
        if self.view is None or self.view.may_leave():
            self.keep_place()
            self.close_requested.emit()
