"""What can be done from anywhere in the window: one list for the shortcuts, the menus, the palette and the help."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from refdesk.gui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do: its words, the icon, the keys (the first is shown), the menu it stands in, and the doing."""

    words: str
    icon: str
    menu: str
    act: Callable[[], object]
    keys: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The key that is shown beside it; empty when it has none."""
        return self.keys[0] if self.keys else ""


def bind(window: QWidget, theme: Theme, commands: Iterable[Command]) -> dict[str, QAction]:
    """An action of the window for each command, by its words; a text field's own undo comes before the window's."""
    actions: dict[str, QAction] = {}
    for command in commands:
        action = QAction(command.words, window)
        if command.icon:
            action.setIcon(theme.icons.icon(command.icon))
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(_without_argument(command.act))
        window.addAction(action)
        actions[command.words] = action
    return actions


def fill_menu_bar(bar: QMenuBar, commands: Sequence[Command], actions: dict[str, QAction]) -> None:
    """The menus, in the order in which the commands name them."""
    for title in dict.fromkeys(command.menu for command in commands):
        _fill(bar.addMenu(f"&{title}"), title, commands, actions)


def fill_menu(menu: QMenu, commands: Sequence[Command], actions: dict[str, QAction]) -> None:
    """The same menus inside one."""
    for title in dict.fromkeys(command.menu for command in commands):
        _fill(menu.addMenu(title), title, commands, actions)


def _fill(menu: QMenu, title: str, commands: Sequence[Command], actions: dict[str, QAction]) -> None:
    for command in commands:
        if command.menu == title:
            menu.addAction(actions[command.words])


def _without_argument(act: Callable[[], object]) -> Callable[[bool], None]:
    """A slot for `triggered`, which says whether a box was ticked."""

    def slot(_: bool) -> None:
        act()

    return slot
