"""The tray: shown when there is one, late when it comes late; its menu names nobody until that is allowed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from refdesk.domain.records import Task
from refdesk.gui.theme.theme import Theme
from refdesk.gui.view import Tools
from refdesk.gui.window.reminding import Reminding
from refdesk.gui.window.tray import Tray, TrayNotifier
from refdesk.reminders.ports import Notice
from refdesk.services.desk import Desk
from refdesk.services.resources import resource
from refdesk.services.tasks import add_task
from refdesk.storage.writing import Changes
from tests.gui.theme.test_tokens import contrast
from tests.gui.views import NOON, FixedClock, tools_for
from tests.reminders.fakes import FakeNotifier


@dataclass(slots=True)
class Bench:
    """A tray that a test can take away."""

    tools: Tools
    wall: FixedClock
    reminding: Reminding
    there: bool = True
    tray: Tray = field(init=False)

    def __post_init__(self) -> None:
        preferences = self.tools.preferences
        self.tray = Tray(self.tools.session, self.reminding, lambda: preferences.names_allowed, lambda: self.there)

    def words(self) -> list[str]:
        return [action.text() for action in self.tray.menu.actions() if not action.isSeparator()]

    def press(self, words: str) -> None:
        next(action for action in self.tray.menu.actions() if action.text() == words).trigger()


def add_one(desk: Desk) -> Changes:
    return add_task(desk, Task(id="one", title="Call Ana", due=NOON.date()))[1]


@pytest.fixture
def bench(theme: Theme, tmp_path: Path) -> Iterator[Bench]:
    wall = FixedClock()
    with tools_for(theme, tmp_path / "book.refdesk", wall) as (tools, _):

        def desk_on(day: date) -> Desk:
            return Desk(tools.session.book, day, as_kept=True)

        reminding = Reminding(desk_on, FakeNotifier(), lambda: None, wall, tools.worker, tools.preferences)
        made = Bench(tools, wall, reminding)
        yield made
        made.tray.hide()
        made.tray.menu.deleteLater()
        reminding.stop()


def add(bench: Bench, count: int) -> None:
    for number in range(count):
        add_task(bench.tools.session.desk(), Task(id=f"t{number}", title=f"Call Ana & Bo {number}", due=NOON.date()))


def test_a_tray_that_comes_late_is_found(bench: Bench, qtbot: QtBot) -> None:
    bench.there = False
    bench.tray.look()
    assert not bench.tray.is_there
    late = bench.tray.findChild(QTimer)
    assert late.isActive()
    bench.there = True
    with qtbot.waitSignal(bench.tray.came):
        late.timeout.emit()
    assert bench.tray.is_there
    assert not late.isActive()


def test_what_is_due_stands_in_the_menu_without_names_until_they_are_allowed(bench: Bench) -> None:
    add(bench, 7)
    bench.tray.look()
    assert bench.words() == [
        "Today: 7 to do",
        "Log interaction…",
        "Pause reminders",
        "Open RefDesk",
        "Settings…",
        "Quit",
    ]
    bench.tools.preferences.names_allowed = True
    bench.tray.refresh()
    assert bench.words()[1:7] == [*(f"Call Ana && Bo {number}" for number in range(5)), "Log interaction…"]
    assert bench.tray.icon.toolTip() == "RefDesk: 7 to do today"


def test_a_row_of_the_menu_opens_that_row(bench: Bench, qtbot: QtBot) -> None:
    add(bench, 2)
    bench.tools.preferences.names_allowed = True
    bench.tray.look()
    with qtbot.waitSignal(bench.tray.opened) as opened:
        bench.press("Call Ana && Bo 1")
    assert opened.args == ["task:t1"]
    with qtbot.waitSignal(bench.tray.opened) as opened:
        bench.press("Open RefDesk")
    assert opened.args == [""]


def test_reminders_can_be_paused_and_go_on(bench: Bench) -> None:
    bench.tray.look()
    pause = next(action.menu() for action in bench.tray.menu.actions() if action.text() == "Pause reminders")
    assert isinstance(pause, QMenu)
    assert [action.text() for action in pause.actions()] == ["1 hour", "Until tomorrow", "Until Monday"]
    pause.actions()[1].trigger()
    assert bench.reminding.paused_until() == NOON.replace(hour=8) + timedelta(days=1)
    assert bench.tray.icon.toolTip() == "Reminders paused until tomorrow 08:00"
    bench.press("Resume reminders, paused until tomorrow 08:00")
    assert bench.reminding.paused_until() is None
    assert bench.tray.icon.toolTip() == "RefDesk: nothing due today"


def test_it_follows_what_changes(bench: Bench) -> None:
    bench.tray.look()
    bench.tools.session.do(add_one)
    assert bench.words()[0] == "Today: 1 to do"
    bench.tools.session.undo()
    assert bench.words()[0] == "Today: nothing due"


def test_its_balloon_shows_nothing_without_a_tray(bench: Bench) -> None:
    notifier = TrayNotifier(bench.tray.icon)
    answers: list[tuple[str, str]] = []
    notifier.answered = lambda key, action: answers.append((key, action))
    assert not notifier.send(Notice("task:t", "Call Ana", ""))
    bench.tray.look()
    assert notifier.send(Notice("task:t", "Call Ana", ""))
    bench.tray.icon.messageClicked.emit()
    assert answers == [("task:t", "open")]


@pytest.mark.parametrize("panel", ["#FFFFFF", "#000000"])
@pytest.mark.parametrize("name", ["tray", "tray-due"])
def test_the_icon_is_seen_on_a_light_panel_and_on_a_dark_one(qapp: QApplication, name: str, panel: str) -> None:
    image = QIcon(str(resource(f"app/{name}.svg"))).pixmap(64, 64).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    colours = {pixel.name() for pixel in pixels if pixel.alpha() == 255}
    assert colours
    assert all(contrast(colour, panel) >= 3 for colour in colours)
