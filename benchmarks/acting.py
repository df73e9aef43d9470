"""The window's own process on a large book: how long the acts of a day take until they are painted.

Run as ``python -m benchmarks.acting BOOK``; prints one JSON object of seconds by act, for `benchmarks.windows`.
"""

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from benchmarks.books import TODAY
from refdesk.app import Program
from refdesk.desktop import clock
from refdesk.desktop.clock import ClockOn
from refdesk.desktop.instance import NullInstance
from refdesk.gui.navigation import LogRequest
from refdesk.gui.window.application import make_application
from refdesk.gui.window.main_window import MainWindow
from refdesk.storage.book import Book

TIMES = 40
STEPS = 400
PATIENCE = 30.0


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count, and let it be painted."""
        self.count += event.type() == QEvent.Type.Paint
        return False


class Acting:
    """Acts on a window that is shown, and waits for the paint that ends each act."""

    def __init__(self, application: QApplication, window: MainWindow) -> None:
        self.application = application
        self.window = window

    def measured(self) -> dict[str, list[float]]:
        """The seconds of every repetition, by act."""
        return {
            "paint": [self._painted(self.window.repaint, self.window) for _ in range(TIMES)],
            "open_ready": self._opening_ready(),
            "search": self._searching(),
            "log": self._logging(),
            "scroll": self._scrolling(),
        }

    def _opening_ready(self) -> list[float]:
        self.window.go("ready")  # the first time imports and builds the view
        people = self._list()
        taken = []
        for _ in range(TIMES):
            self.window.go("timeline")
            self._settle()
            taken.append(self._painted(lambda: self.window.go("ready"), people))
            self._settle()
        return taken

    def _searching(self) -> list[float]:
        """One letter more in the palette, with the results of that letter on screen."""
        taken = []
        for text in ("ana", "pe", "lars s", "to", "ri", "quinn", "so", "ta"):
            self.window.search()
            self._settle()
            palette = self.window.overlays.palette
            assert palette is not None
            found = palette.list.viewport()
            for letter in text:
                taken.append(self._painted(partial(QTest.keyClicks, self._focus(), letter), found))
                self._settle()
            QTest.keyClick(self._focus(), Qt.Key.Key_Escape)
        return taken

    def _logging(self) -> list[float]:
        """Enter in the log line until the list of contacts and the timeline of the person show it."""
        self.window.go("contacts")
        self._settle()
        people = self._list()
        taken = []
        for number in range(TIMES):
            self.window.tools.navigation.log(LogRequest(text=f"Coffee with p{number}: about the pension plan"))
            self._settle()
            taken.append(self._painted(lambda: QTest.keyClick(self._focus(), Qt.Key.Key_Return), people))
            self._settle()
        return taken

    def _scrolling(self) -> list[float]:
        """The list of contacts from end to end, each step until it is painted."""
        self.window.go("contacts")
        self._settle()
        viewport = self._list()
        people = viewport.parent()
        assert isinstance(people, QAbstractItemView)
        bar = people.verticalScrollBar()
        steps = [bar.maximum() * step // STEPS for step in range(1, STEPS + 1)]
        return [self._painted(partial(bar.setValue, to), viewport) for to in steps]

    def _painted(self, act: Callable[[], object], what: QWidget) -> float:
        """Seconds from the act until ``what`` is painted, and nothing waits any more to be laid out or painted."""
        paints = Paints(what)
        start = time.perf_counter()
        act()
        self.application.sendPostedEvents()
        while paints.count == 0:
            self.application.processEvents()
            if time.perf_counter() - start > PATIENCE:
                raise TimeoutError(f"Nothing of {what.objectName() or type(what).__name__} was painted.")
        self.application.sendPostedEvents()
        taken = time.perf_counter() - start
        what.removeEventFilter(paints)
        paints.deleteLater()
        return taken

    def _list(self) -> QWidget:
        """What the rows of the first pane's list are painted on."""
        view = self.window.view
        assert view is not None
        pane = view.panes()[0]
        assert isinstance(pane, QAbstractItemView)
        return pane.viewport()

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
