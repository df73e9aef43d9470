"""The one worker thread: what may take over 30 ms runs there, with a connection of its own, and can be cancelled."""

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from refdesk.domain.errors import KnownError
from refdesk.services.desk import Desk

T = TypeVar("T")
UNFINISHED = "It could not be finished."


class CancelledError(KnownError):
    """Raised in a job's own thread once it has been cancelled."""


class Job(Generic[T]):
    """One piece of work that was handed to the worker."""

    def __init__(
        self,
        work: Callable[["Desk", "Job[T]"], T],
        done: Callable[[T], None],
        failed: Callable[[str], None],
        progressed: Callable[[int, int], None] | None = None,
    ) -> None:
        """Use `Worker.run`."""
        self._work = work
        self._done = done
        self._failed = failed
        self._progressed = progressed
        self._cancelled = threading.Event()
        self._tell: Callable[[Callable[[], None]], None] = lambda _: None

    def cancel(self) -> None:
        """Have it stop at its next `progress`; the transaction it is in is rolled back."""
        self._cancelled.set()

    def progress(self, done: int, whole: int) -> None:
        """Called by the work itself: so much of it is done.

        Raises:
            CancelledError: the user wants no more of it.
        """
        if self._cancelled.is_set():
            raise CancelledError("It was cancelled. Nothing has changed.")
        if (progressed := self._progressed) is not None:
            self._tell(lambda: progressed(done, whole))

    def run(self, open_desk: Callable[[], Desk], tell: Callable[[Callable[[], None]], None]) -> None:
        """Do it, in the worker's thread; what comes of it is told in the window's."""
        self._tell = tell
        try:
            desk = open_desk()
            try:
                found = self._work(desk, self)
            finally:
                desk.book.close()
        except KnownError as error:
            why = str(error)
            tell(lambda: self._failed(why))
        except Exception as error:  # noqa: BLE001 - raised again in the window's thread, as an error of a slot is
            broken = error
            tell(lambda: self._failed(UNFINISHED))
            tell(lambda: _raise(broken))
        else:
            tell(lambda: self._done(found))


class Worker(QObject):
    """Runs jobs one after the other on a thread of its own; workers see plain records, never Qt objects."""

    _told = Signal(object)

    def __init__(self, open_desk: Callable[[], Desk], parent: QObject | None = None) -> None:
        """``open_desk`` opens the book anew, on today, for one job."""
        super().__init__(parent)
        self._open_desk = open_desk
        self._jobs: SimpleQueue[Job[object] | None] = SimpleQueue()
        self._running: Job[object] | None = None
        self._pending = 0
        self._thread: threading.Thread | None = None
        self._told.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[Desk, Job[T]], T],
        done: Callable[[T], None],
        failed: Callable[[str], None],
        progressed: Callable[[int, int], None] | None = None,
    ) -> Job[T]:
        """Do ``work`` on the worker; in the window's thread then ``done`` with what it gave, or ``failed`` with why."""
        job = Job(work, done, failed, progressed)
        self._pending += 1
        self._jobs.put(job)  # type: ignore[arg-type] # the queue does not care what a job gives
        if self._thread is None:
            self._thread = threading.Thread(target=self._loop, name="worker", daemon=True)
            self._thread.start()
        return job

    @property
    def is_busy(self) -> bool:
        """Whether a job runs or waits, or what came of one has not been told yet."""
        return self._pending > 0

    def stop(self) -> None:
        """Cancel what runs, drop what waits, and wait for the thread's end."""
        if self._thread is None:
            return
        while not self._jobs.empty():
            self._jobs.get()
        if (running := self._running) is not None:
            running.cancel()
        self._jobs.put(None)
        self._thread.join()
        self._thread = None

    def _loop(self) -> None:
        while (job := self._jobs.get()) is not None:
            self._running = job
            job.run(self._open_desk, self._told.emit)
            self._running = None
            self._told.emit(self._ended)

    def _ended(self) -> None:
        self._pending -= 1

    def _call(self, what: Callable[[], None]) -> None:
        what()


def _raise(error: Exception) -> None:
    raise error
