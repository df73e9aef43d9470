"""The window's own process on a large book: how long the acts of a day take until they are painted.

Run as ``python -m benchmarks.acting BOOK``; prints one JSON object of seconds by act, for `benchmarks.windows`.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from benchmarks.books import TODAY
from refdesk.app import Program
from refdesk.desktop import clock
from refdesk.desktop.clock import ClockOn
from refdesk.desktop.instance import NullInstance
from refdesk.gui.contacts.view import ContactsView
from refdesk.gui.navigation import LogRequest
from refdesk.gui.window.application import make_application
from refdesk.gui.window.main_window import MainWindow
from refdesk.storage.book import Book

TIMES = 40
STEPS = 400
PATIENCE = 30.0


class Acting:
    """Acts on a window that is shown, and waits for the paint that ends each act."""

    def __init__(self, application: QApplication, window: MainWindow) -> None:
        self.application = application
        self.window = window

    def measured(self) -> dict[str, list[float]]:
        """The seconds of every repetition, by act."""
        return {
            "paint": [self._painted(lambda: None) for _ in range(TIMES)],
            "open_ready": self._opening_ready(),
            "search": self._searching(),
            "log": self._logging(),
            "scroll": self._scrolling(),
        }

    def _opening_ready(self) -> list[float]:
        taken = []
        for _ in range(TIMES):
            self.window.go("timeline")
            self._settle()
            taken.append(self._painted(lambda: self.window.go("ready")))
            self._settle()
        return taken[1:]  # the first one imports and builds the view

    def _searching(self) -> list[float]:
        """One letter more in the palette, with the results of that letter on screen."""
        taken = []
        for text in ("ana", "pe", "lars s", "to", "ri", "quinn", "so", "ta"):
            self.window.search()
            self._settle()
            for letter in text:
                taken.append(self._painted(lambda letter=letter: QTest.keyClicks(self._focus(), letter)))
                self._settle()
            QTest.keyClick(self._focus(), Qt.Key.Key_Escape)
        return taken

    def _logging(self) -> list[float]:
        """Enter in the log line until the list of contacts and the timeline of the person show it."""
        self.window.go("contacts")
        self._settle()
        taken = []
        for number in range(TIMES):
            self.window.tools.navigation.log(LogRequest(text=f"Coffee with p{number}: about the pension plan"))
            self._settle()
            taken.append(self._painted(lambda: QTest.keyClick(self._focus(), Qt.Key.Key_Return)))
            self._settle()
        return taken

    def _scrolling(self) -> list[float]:
        """The list of contacts from end to end, each step until it is painted."""
        self.window.go("contacts")
        self._settle()
        view = self.window.view
        assert isinstance(view, ContactsView)
        people = view.panes()[0]
        assert isinstance(people, QAbstractItemView)
        bar = people.verticalScrollBar()
        steps = [bar.maximum() * step // STEPS for step in range(STEPS + 1)]
        return [self._painted(lambda to=to: bar.setValue(to), people.viewport()) for to in steps]

    def _painted(self, act: Callable[[], object], what: QWidget | None = None) -> float:
        """Seconds from the act until all that it asked for is laid out and painted."""
        start = time.perf_counter()
        act()
        self.application.processEvents()
        (what or self.window).repaint()
        return time.perf_counter() - start

    def _focus(self) -> QWidget:
        focus = self.application.focusWidget()
        assert focus is not None
        return focus

    def _settle(self) -> None:
        """Let timers and the worker finish, so that one act does not pay for another."""
        for _ in range(20):
            self.application.processEvents()
            time.sleep(0.01)


def main(book: Path) -> None:
    """Show the window on the book, measure, and print."""
    application = make_application()
    program = Program(application, book, ClockOn(clock, TODAY), NullInstance())
    with program.started(Book.open(book, clock.now_utc), background=False):
        program.window.resize(1280, 800)
        acting = Acting(application, program.window)
        acting._settle()
        print(json.dumps(acting.measured()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
