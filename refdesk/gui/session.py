"""The open book as the window has it: the desk of today, the acts of the user, and word of whatever has changed."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal

from refdesk.domain.errors import KnownError
from refdesk.reminders.ports import Clock
from refdesk.services import history
from refdesk.services.desk import Desk
from refdesk.storage.book import Book
from refdesk.storage.shown import state_of
from refdesk.storage.writing import Changes


class Session(QObject):
    """Every view reads by `desk` and writes by `do`; neither is ever used from another thread.

    `changed` carries the `Changes` of one act, `renewed` says that anything may have changed: a new day, a wake-up,
    another process. `said` carries what was done, to be shown with Undo; `refused` why something was not.
    """

    changed = Signal(object)
    renewed = Signal()
    said = Signal(str)
    refused = Signal(str)

    def __init__(self, book: Book, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._clock = clock
        self._day = self.today
        self._mark = state_of(book)

    @property
    def book(self) -> Book:
        """The open book."""
        return self._book

    @property
    def today(self) -> date:
        """The day on the wall."""
        return self.now().date()

    def now(self) -> datetime:
        """The local wall-clock time."""
        return self._clock.now_local()

    def desk(self) -> Desk:
        """The book as on this day, with verdicts as they are kept: bringing them up to date is the worker's."""
        return Desk(self._book, self.today, as_kept=True)

    def do(self, act: Callable[[Desk], Changes], words: str = "") -> Changes | None:
        """Do one act of the user and tell of it: in its own title, or in ``words``; None where it was refused."""
        try:
            changes = act(self.desk())
        except KnownError as error:
            self.refused.emit(str(error))
            return None
        self.publish(changes, words)
        return changes

    def publish(self, changes: Changes, words: str = "") -> None:
        """Tell of an act that was done already, here or by an answer to a reminder."""
        if changes.act is None:
            return
        self._mark = state_of(self._book)
        self.changed.emit(changes)
        self.said.emit(words or history.title_of(self.desk(), changes.act))

    def undo(self) -> None:
        """Take the last act back."""
        self._revert(history.undo, "Undone: {}")

    def redo(self) -> None:
        """Do the act that was undone last again."""
        self._revert(history.redo, "Done again: {}")

    def look(self) -> None:
        """Tell of a new day, and of what other processes have written since the last look."""
        mark, day = state_of(self._book), self.today
        if (mark, day) != (self._mark, self._day):
            self._mark, self._day = mark, day
            self.renewed.emit()

    def _revert(self, service: Callable[[Desk], history.Reverted], words: str) -> None:
        try:
            reverted = service(self.desk())
        except KnownError as error:
            self.refused.emit(str(error))
            return
        self._mark = state_of(self._book)
        self.changed.emit(reverted.changes)
        self.said.emit(words.format(reverted.title))
