"""The whole window over a sample book, shown offscreen in its first size."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from refdesk.gui.theme.theme import Theme, Wishes
from refdesk.gui.window.main_window import MainWindow
from refdesk.gui.window.views import Views
from refdesk.services.demo import write_demo
from tests.gui.views import NOON, FixedClock, Seen, tools_for


@dataclass(slots=True)
class Never:
    """No start at login."""

    on: bool = False

    def is_on(self) -> bool:
        return self.on

    def turn_on(self) -> None:
        self.on = True

    def turn_off(self) -> None:
        self.on = False


@dataclass(slots=True)
class Shown:
    """The window, what went through its tools, and its clock."""

    window: MainWindow
    seen: Seen
    wall: FixedClock


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample book, written once."""
    path = tmp_path_factory.mktemp("sample") / "sample.refdesk"
    write_demo(path, FixedClock().now_utc, NOON.date(), people=40)
    return path


@pytest.fixture
def shown(theme: Theme, sample: Path, tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Shown]:
    """The window with Today read; its views are gone after the test, so that the next theme restyles none of them."""
    theme.set_wishes(Wishes(reduced_motion=True))
    path, wall = tmp_path / "book.refdesk", FixedClock()
    shutil.copy(sample, path)
    with tools_for(theme, path, wall) as (tools, seen):
        window = MainWindow(tools, Views(tools, Never()))
        window.resize(1280, 800)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: window.view is not None and bool(window.view.current_person()))
        yield Shown(window, seen, wall)
        window.overlays.close()
        window.hide()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
