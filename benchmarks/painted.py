"""A window in a process of its own, which says when it was painted: ``python -m benchmarks.painted empty|BOOK``.

It prints ``painted`` and the memory that it holds then, in MB, and ends.
"""

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QListView, QMainWindow


class FirstPaint(QObject):
    """Waits until a widget of this class, or the surface that one scrolls, has been painted, and ends the program."""

    def __init__(self, application: QApplication, kind: str) -> None:
        super().__init__(application)
        self._application = application
        self._kind = kind
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at every paint event; Python sees them all, which costs both windows the same."""
        if event.type() == QEvent.Type.Paint and self._is_meant(watched):
            self._application.removeEventFilter(self)
            QTimer.singleShot(0, self._tell)
        return False

    def _is_meant(self, watched: QObject) -> bool:
        """A list counts once it has rows."""
        if type(watched).__name__ == self._kind:
            return True
        view = watched.parent()
        return type(view).__name__ == self._kind and isinstance(view, QListView) and view.model().rowCount() > 0

    def _tell(self) -> None:
        sys.stdout.write(f"painted {memory_mb():.1f}\n")
        sys.stdout.flush()
        self._application.exit()


def memory_mb() -> float:
    """What this process holds in memory (resident), in MB; Linux says so."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024


def empty() -> None:
    """The smallest window that PySide6 has."""
    application = QApplication(sys.argv[:1])
    FirstPaint(application, "QMainWindow")
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()
    application.exec()


def today(book: Path) -> None:
    """The real window, until its Today is painted."""
    gc.disable()  # as `refdesk.__main__` does
    from benchmarks.books import TODAY
    from refdesk.app import Program
    from refdesk.desktop import clock
    from refdesk.desktop.clock import ClockOn
    from refdesk.desktop.instance import NullInstance
    from refdesk.gui.window.application import make_application

    application = make_application()
    FirstPaint(application, "DayList")
    Program(application, book, ClockOn(clock, TODAY), NullInstance()).run(background=False)


if __name__ == "__main__":
    if sys.argv[1] == "empty":
        empty()
    else:
        today(Path(sys.argv[1]))
