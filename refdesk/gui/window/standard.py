"""The commands of the window, with the keys of `docs/window.md`."""

from typing import TYPE_CHECKING

from refdesk.gui.window.commands import Command

if TYPE_CHECKING:
    from refdesk.gui.window.main_window import MainWindow


class _Going:
    """Going to one view, as something to call."""

    def __init__(self, window: "MainWindow", key: str) -> None:
        self._window = window
        self._key = key

    def __call__(self) -> None:
        self._window.go(self._key)


class _Asking:
    """Preparing an ask of whom the view shows, as something to call."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def __call__(self) -> None:
        view = self._window.view
        self._window.tools.navigation.ask(view.current_person() if view else "")


class _Referring:
    """Beginning a referral from whom the view shows, as something to call; among referrals from nobody yet."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def __call__(self) -> None:
        view = self._window.view
        person = view.current_person() if view and view.key != "referrals" else ""
        self._window.tools.navigation.go("referrals", person, "new")


def standard_commands(window: "MainWindow") -> tuple[Command, ...]:
    """All of them, in the order of the menus.

    Ctrl+E and Ctrl+U are not used, for line edits on Linux keep them; nor Backspace for going back, as Qt would.
    """
    session = window.tools.session
    return (
        Command("Log interaction", "plus", "Do", window.log_here, ("Ctrl+L",)),
        Command("Prepare an ask", "messages-square", "Do", _Asking(window), ("Ctrl+Shift+A",)),
        Command("New contact", "user-plus", "Do", window.new_person, ("Ctrl+N",)),
        Command("New referral", "route", "Do", _Referring(window), ("Ctrl+R",)),
        Command("New note", "pen-line", "Do", window.new_note, ("Ctrl+Shift+N",)),
        Command("Import", "file-input", "Do", _Going(window, "import")),
        Command("Sort the first ten", "user-check", "Do", _Going(window, "triage")),
        Command("Undo", "undo-2", "Edit", session.undo, ("Ctrl+Z",)),
        Command("Redo", "", "Edit", session.redo, ("Ctrl+Shift+Z", "Ctrl+Y")),
        Command("Edit what is shown", "pencil", "Edit", window.edit, ("F2",)),
        Command("Press the main button", "", "Edit", window.act_primary, ("Ctrl+Return", "Ctrl+Enter")),
        Command("Find in this view", "filter", "Edit", window.filter, ("Ctrl+F",)),
        Command("Search or do", "search", "Edit", window.search, ("Ctrl+K",)),
        Command("Today", "sun", "Go to", _Going(window, "today"), ("Ctrl+1",)),
        Command("Ready to ask", "sprout", "Go to", _Going(window, "ready"), ("Ctrl+2",)),
        Command("Contacts", "users-round", "Go to", _Going(window, "contacts"), ("Ctrl+3",)),
        Command("Timeline", "history", "Go to", _Going(window, "timeline"), ("Ctrl+4",)),
        Command("Referrals", "route", "Go to", _Going(window, "referrals"), ("Ctrl+5",)),
        Command("Notes desk", "pen-line", "Go to", _Going(window, "notes"), ("Ctrl+6",)),
        Command("Partners", "handshake", "Go to", _Going(window, "partners"), ("Ctrl+7",)),
        Command("Your ideal referrals", "quote", "Go to", _Going(window, "profile")),
        Command("Settings", "settings", "Go to", _Going(window, "settings"), ("Ctrl+,",)),
        Command("Back", "arrow-left", "Go to", window.back, ("Alt+Left",)),
        Command("Forward", "arrow-right", "Go to", window.forward, ("Alt+Right",)),
        Command("Next pane", "", "Window", window.next_pane, ("F6",)),
        Command("Previous pane", "", "Window", window.previous_pane, ("Shift+F6",)),
        Command("Sidebar or rail", "", "Window", window.toggle_rail, ("F9",)),
        Command("Full screen", "", "Window", window.toggle_full_screen, ("F11",)),
        Command("Menu", "menu", "Window", window.open_menu, ("F10",)),
        Command("Keys and method", "circle-question-mark", "Window", _Going(window, "method"), ("F1", "Ctrl+?")),
        Command("Close window", "x", "Window", window.close, ("Ctrl+W",)),
        Command("Quit RefDesk", "log-out", "Window", window.quit_requested.emit, ("Ctrl+Q",)),
    )
