"""Settings: the pages at the left, the one that is shown at the right; every change applies at once."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from refdesk.gui.settings.appearance import AppearancePage
from refdesk.gui.settings.asking import AskingPage
from refdesk.gui.settings.data import DataPage
from refdesk.gui.settings.general import Autostart, GeneralPage
from refdesk.gui.settings.keyboard import KeyboardPage
from refdesk.gui.settings.page import Page
from refdesk.gui.settings.reminders import RemindersPage
from refdesk.gui.settings.trash import TrashPage
from refdesk.gui.settings.you import YouPage
from refdesk.gui.view import Tools, View
from refdesk.gui.widgets.column import ColumnPage
from refdesk.gui.widgets.header import Header
from refdesk.gui.widgets.nav_list import NavItem, NavList
from refdesk.gui.widgets.status_bar import KeyHint
from refdesk.storage.writing import Changes

__all__ = ["Autostart", "SettingsView"]

LIST_WIDTH, PAGE_WIDTH = 216, 600

PAGES: tuple[type[Page], ...] = (AppearancePage, YouPage, RemindersPage, AskingPage, KeyboardPage, DataPage, TrashPage)
"""The pages after the first, in the order of the list."""


class SettingsView(View):
    """What is typed in a field is written when it is left, also for another page or view."""

    key = "settings"

    def __init__(self, tools: Tools, autostart: Autostart, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._makers: dict[str, Callable[[], Page]] = {
            GeneralPage.key: partial(GeneralPage, tools, autostart),
            **{kind.key: partial(kind, tools) for kind in PAGES},
        }
        self._columns: dict[str, ColumnPage] = {}
        self._pages: dict[str, Page] = {}
        self.list = NavList(self.theme, "Settings", [_item(GeneralPage), *map(_item, PAGES)])
        self._stack = QStackedWidget()
        side = QFrame()
        side.setProperty("pane", "panel")
        side.setFixedWidth(LIST_WIDTH)
        side_column = QVBoxLayout(side)
        side_column.setContentsMargins(8, 12, 8, 8)
        side_column.addWidget(self.list)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Header(self.theme, "Settings"))
        column.addLayout(row, 1)
        self.list.chosen.connect(self.show_page)
        self._turn_to(GeneralPage.key)
        tools.preferences.changed.connect(self._renewed)

    def refresh(self) -> None:
        """Show what is set now, on the page that is shown."""
        self.page.refresh()

    def apply(self, changes: Changes) -> None:
        """The same after an act."""
        self.page.refresh()

    def hints(self) -> Sequence[KeyHint]:
        """How to get about."""
        return (KeyHint("Enter", "open the page"), KeyHint("Tab", "go into it"))

    def panes(self) -> Sequence[QWidget]:
        """The list and the page."""
        return (self.list, self._columns[self._key])

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._pages[self._key]

    def current_id(self) -> str:
        """The key of the page that is shown."""
        return self.page.key

    def show_record(self, id_: str, part: str = "") -> None:
        """Show the page of this key, such as ``data``."""
        if id_ in self._makers:
            self.show_page(id_)

    def show_page(self, key: str) -> None:
        """Show a page; what is typed on the one before is written first."""
        if self.page.commit():
            self._turn_to(key)
            self.page.refresh()
        self.list.select(self._key)

    def may_leave(self) -> bool:
        """Write what is typed; where that is refused, it stays before the user."""
        return self.page.commit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Write what is typed."""
        self.page.commit()
        super().hideEvent(event)

    def _turn_to(self, key: str) -> None:
        """Bring a page up; it is made when it is first gone to, for some are long."""
        if key not in self._pages:
            self._pages[key] = self._makers[key]()
            self._columns[key] = ColumnPage(self.theme, self._pages[key], PAGE_WIDTH)
            self._stack.addWidget(self._columns[key])
        self._key = key
        self._stack.setCurrentWidget(self._columns[key])
        self.list.select(key)


def _item(kind: type[Page]) -> NavItem:
    return NavItem(kind.key, kind.title, kind.icon)
