"""The open book as the window has it: the desk of today, the acts of the user, and word of whatever has changed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal

from refdesk.domain.errors import KnownError
from refdesk.reminders.ports import Clock
from refdesk.services import history
from refdesk.services.desk import Desk
from refdesk.storage.book import Book
from refdesk.storage.shown import state_of
from refdesk.storage.writing import Changes


@dataclass(frozen=True, slots=True)
class Instead:
    """What could have been meant instead of an act that was just done: a button's words, and the act that makes it so.

    The act alters what was done, so that one undo takes both back to what was done first.
    """

    words: str
    act: Callable[[Desk], Changes]


class Session(QObject):
    """Every view reads by `desk` and writes by `do`; neither is ever used from another thread.

    `changed` carries the `Changes` of one act, `renewed` says that anything may have changed: a new day, a wake-up,
    another process. `said` carries what was done, to be shown with Undo, and `offered` right after it a tuple of
    `Instead`, to be offered beside it; `refused` says why something was not done, `noted` what was no act of the book.
    `stale` says that everybody's verdict has to be reckoned again.
    """

    changed = Signal(object)
    renewed = Signal()
    stale = Signal()
    said = Signal(str)
    offered = Signal(object)
    noted = Signal(str)
    refused = Signal(str)

    def __init__(self, book: Book, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._clock = clock
        self._day = self.today
        self._mark = state_of(book)
        self._held = ""

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

    @property
    def held(self) -> str:
        """Why nothing can be written now; empty when anything can."""
        return self._held

    def hold(self, why: str) -> None:
        """Refuse every act with this sentence until `release`: the worker has the book locked, an act would wait."""
        self._held = why

    def release(self) -> None:
        """Let acts through again, and take up what the worker has written."""
        self._held = ""
        self.look()

    def do(self, act: Callable[[Desk], Changes], words: str = "") -> Changes | None:
        """Do one act of the user and tell of it: in its own title, or in ``words``; None where it was refused."""
        if self._held:
            self.refused.emit(self._held)
            return None
        try:
            changes = act(self.desk())
        except KnownError as error:
            self.refused.emit(str(error))
            return None
        self.publish(changes, words)
        return changes

    def keep(self, act: Callable[[Desk], Changes]) -> str:
        """Do an act that is not told of, as when what is typed is kept; gives why it was refused, else nothing."""
        if self._held:
            return self._held
        try:
            changes = act(self.desk())
        except KnownError as error:
            return str(error)
        if changes.act is not None:
            self._tell(changes)
        return ""

    def publish(self, changes: Changes, words: str = "") -> None:
        """Tell of an act that was done already, here or by an answer to a reminder."""
        if changes.act is None:
            return
        self._tell(changes)
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
        if self._held:
            self.refused.emit(self._held)
            return
        try:
            reverted = service(self.desk())
        except KnownError as error:
            self.refused.emit(str(error))
            return
        self._tell(reverted.changes)
        self.said.emit(words.format(reverted.title))

    def _tell(self, changes: Changes) -> None:
        self._mark = state_of(self._book)
        self.changed.emit(changes)
        if changes.everybody:
            self.stale.emit()
