"""The whole program with its window closed, by a clock that a test sets in a file, and a heart that beats faster.

Run as ``python -m tests.end_to_end.window BOOK CLOCK``; says ``looked TIME`` once after each look at a new time, and
ends with a complaint of Qt's, if there is one.
"""

import sys
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler

from refdesk.app import Program
from refdesk.desktop.instance import system_instance
from refdesk.desktop.paths import preferences_file, runtime_folder
from refdesk.gui.preferences import Preferences
from refdesk.gui.window.application import make_application
from refdesk.reminders import service
from tests.end_to_end.program import FileClock

BEAT = timedelta(milliseconds=50)


def complain(kind: QtMsgType, _: QMessageLogContext, words: str) -> None:
    """No warning of Qt's is harmless on a real screen."""
    if kind is not QtMsgType.QtDebugMsg:
        sys.stdout.write(f"Qt complained: {words}\n")
        sys.stdout.flush()


class Teller:
    """Says when the program has looked."""

    def __init__(self, clock: FileClock) -> None:
        self.clock = clock
        self.said = ""

    def tell(self, wait: float) -> None:
        now = f"looked {self.clock.now_local()}"
        if wait == BEAT.total_seconds() and now != self.said:
            self.said = now
            sys.stdout.write(f"{now}\n")
            sys.stdout.flush()


def main(book: Path, clock: FileClock) -> None:
    """Run until ended."""
    service.BEAT = BEAT
    qInstallMessageHandler(complain)
    Preferences(preferences_file()).names_allowed = True
    application, teller = make_application(), Teller(clock)
    instance = system_instance(book, runtime_folder())
    assert instance.claim()
    program = Program(application, book, clock, instance)
    QTimer.singleShot(0, lambda: program.reminding.beaten.connect(teller.tell))
    program.run(background=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), FileClock(Path(sys.argv[2])))
