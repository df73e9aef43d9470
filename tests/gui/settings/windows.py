"""The settings over a fresh book, as their user has them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pytestqt.qtbot import QtBot

from refdesk.gui.settings.page import Page
from refdesk.gui.settings.view import SettingsView
from refdesk.gui.theme.theme import Theme
from tests.gui.hands import on_screen
from tests.gui.views import Seen, tools_for


@dataclass(slots=True)
class FakeAutostart:
    """Starting with the session, as a computer that may refuse it."""

    on: bool = False
    refusal: str = ""

    def is_on(self) -> bool:
        return self.on

    def turn_on(self) -> None:
        self._set(on=True)

    def turn_off(self) -> None:
        self._set(on=False)

    def _set(self, *, on: bool) -> None:
        if self.refusal:
            raise PermissionError(13, self.refusal)
        self.on = on


@dataclass(slots=True)
class Opened:
    """The view, what went through its tools, and the computer under it."""

    view: SettingsView
    seen: Seen
    autostart: FakeAutostart

    def page(self, key: str) -> Page:
        """Go to a page."""
        self.view.show_page(key)
        assert self.view.page.key == key
        return self.view.page


@contextmanager
def opened_at(theme: Theme, path: Path, qtbot: QtBot) -> Iterator[Opened]:
    """The settings over the book at ``path``."""
    autostart = FakeAutostart()
    with tools_for(theme, path) as (tools, seen):
        view = SettingsView(tools, autostart)
        on_screen(qtbot, view)
        view.panes()[0].setFocus()
        yield Opened(view, seen, autostart)
