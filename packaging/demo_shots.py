"""Draws every view of the sample book, light and dark, large and small, to pictures: `make demo-shots`.

usage: python packaging/demo_shots.py FOLDER
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from refdesk.desktop import clock as system_clock
from refdesk.desktop.autostart import AtLogin, NullAutostart
from refdesk.desktop.clock import ClockOn
from refdesk.gui.navigation import LogRequest, Navigation, Place
from refdesk.gui.preferences import Preferences
from refdesk.gui.session import Session
from refdesk.gui.theme.fonts import load_fonts
from refdesk.gui.theme.theme import Appearance, Scheme, Theme
from refdesk.gui.view import Tools
from refdesk.gui.window.main_window import MainWindow
from refdesk.gui.window.sidebar import VIEWS
from refdesk.gui.window.views import Views
from refdesk.gui.worker import Worker
from refdesk.services.demo import write_demo
from refdesk.services.desk import Desk
from refdesk.services.ready import ready
from refdesk.storage.book import Book

DAY = date(2026, 11, 18)
"""A Wednesday, so that the same pictures come out on any day."""

SIZES = (QSize(1280, 800), QSize(960, 600))
ROUNDS = 5
"""What is read asks for what is shown, and that for being laid out."""

LOG_LINE = "Coffee with {} yesterday: promised intro to the CFO #follow-up 2w"


def main(folder: Path) -> None:
    """Write the pictures into a folder, called VIEW-SCHEME-WIDTHxHEIGHT.png."""
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    theme = Theme(application, load_fonts(), Appearance(Scheme.LIGHT))
    with TemporaryDirectory() as place, opened(Path(place), theme) as window:
        for scheme in (Scheme.LIGHT, Scheme.DARK):
            theme.set_appearance(Appearance(scheme))
            for size in SIZES:
                window.resize(size)
                ending = f"{scheme.value}-{size.width()}x{size.height()}.png"
                for name in shown(window):
                    settle(application, window)
                    window.grab().save(str(folder / f"{name}-{ending}"))


@contextmanager
def opened(place: Path, theme: Theme) -> Iterator[MainWindow]:
    """The window on a fresh sample book."""
    clock, path = ClockOn(system_clock, DAY), place / "sample.refdesk"
    write_demo(path, clock.now_utc, DAY)
    with Book.open(path, clock.now_utc) as book:
        worker = Worker(lambda: Desk(Book.open(path, clock.now_utc), DAY))
        preferences = Preferences(place / "window.ini")
        tools = Tools(Session(book, clock), theme, Navigation(), worker, preferences)
        window = MainWindow(tools, Views(tools, AtLogin(NullAutostart(), ())))
        window.say_backed_up("Backed up today at 08:02")
        window.show()
        yield window
        worker.stop()
        window.hide()


def shown(window: MainWindow) -> Iterator[str]:
    """Show one thing after the other; gives the name of each once it is shown."""
    desk = window.tools.session.desk()
    person = ready(desk, limit=1).people[0].standing
    other = ready(desk, ("reconnect",), limit=1).people[0].standing
    for key in (*(item.key for item in VIEWS), "import", "triage", "profile", "settings", "method"):
        window.show_place(Place(key, person.id) if key == "contacts" else Place(key))
        yield key
    window.show_place(Place("ready", other.id))
    yield "ready-not-yet"
    window.go("welcome")
    yield "welcome"
    window.go("today")
    window.tools.navigation.log(LogRequest(text=LOG_LINE.format(person.name)))
    yield "log"
    window.overlays.close()
    window.search()
    yield "palette"
    window.overlays.close()


def settle(application: QApplication, window: MainWindow) -> None:
    """Let everything that was asked for be read, laid out and painted."""
    for _ in range(ROUNDS):
        application.processEvents()
        while window.tools.worker.is_busy:
            application.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
