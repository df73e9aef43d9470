"""The reminder service in the window's event loop: its heartbeat, its answers, and the pause that the user wished."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from refdesk.gui.preferences import Preferences
from refdesk.gui.worker import Job, Worker
from refdesk.reminders.ports import Clock, Listener, Notifier
from refdesk.reminders.service import BEAT, ReminderService
from refdesk.services.desk import Desk
from refdesk.storage.writing import Changes

_PAUSED_UNTIL = "reminders/paused_until"
_AGAIN = timedelta(seconds=1)
"""After how long a beat that could not be is made up for."""


class _Telling(Listener):
    """Passes on what the service did, from whichever thread, as signals that arrive in the window's."""

    def __init__(self, reminding: "Reminding") -> None:
        self._reminding = reminding

    def opened(self, key: str) -> None:
        """See `Listener`."""
        self._reminding.opened.emit(key)

    def changed(self, changes: Changes) -> None:
        """See `Listener`."""
        self._reminding.answered.emit(changes)

    def new_day(self, day: date) -> None:
        """See `Listener`."""
        self._reminding.day_begun.emit(day)

    def backed_up(self, made_at: datetime) -> None:
        """See `Listener`."""
        self._reminding.backed_up.emit(made_at)

    def failed(self, sentence: str) -> None:
        """See `Listener`."""
        self._reminding.failed.emit(sentence)


class Reminding(QObject):
    """Beats at least every half minute; between the beats it waits for answers without using the processor.

    Its signals: a row's key (or none, for Today) that the user wants to see; the `Changes` of an answer; a day that
    has begun; the instant of a backup; a sentence of what failed; and that it has beaten, with the seconds to the next.
    """

    opened = Signal(str)
    answered = Signal(object)
    day_begun = Signal(object)
    backed_up = Signal(object)
    failed = Signal(str)
    beaten = Signal(float)

    def __init__(
        self,
        desk_on: Callable[[date], Desk],
        notifier: Notifier,
        watched: Callable[[], int | None],
        clock: Clock,
        worker: Worker,
        preferences: Preferences,
        is_held: Callable[[], bool] = lambda: False,
        parent: QObject | None = None,
    ) -> None:
        """``watched`` says which descriptor becomes readable when an answer may have come; it may change.

        ``is_held`` says whether the worker has the book locked, for which no beat may wait.
        """
        super().__init__(parent)
        self._notifier = notifier
        self._watched = watched
        self._clock = clock
        self._worker = worker
        self._is_held = is_held
        self._preferences = preferences
        self._service = ReminderService(
            desk_on,
            notifier,
            clock,
            listener=_Telling(self),
            names_allowed=lambda: preferences.names_allowed,
            worker=self._hand_over,
        )
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.beat)
        self._socket: QSocketNotifier | None = None

    def start(self) -> None:
        """Look now, and go on looking."""
        self._timer.start(0)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._watch(None)

    def beat(self) -> None:
        """One heartbeat, and the next one planned."""
        wait = BEAT
        if self._is_held():
            wait = _AGAIN
        elif self.paused_until() is None:
            wait = self._service.heartbeat()
        else:
            self._notifier.process_incoming()
        self._watch(self._watched())
        self.beaten.emit(wait.total_seconds())
        self._timer.start(round(wait.total_seconds() * 1000))

    def pause(self, until: datetime) -> None:
        """Raise nothing until then; what falls due meanwhile is raised afterwards, together."""
        self._preferences.keep_text(_PAUSED_UNTIL, until.isoformat())

    def resume(self) -> None:
        """Go on at once."""
        self._preferences.keep_text(_PAUSED_UNTIL, "")
        self.start()

    def paused_until(self) -> datetime | None:
        """Until when the user wants peace; None where they do not."""
        try:
            until = datetime.fromisoformat(self._preferences.text_of(_PAUSED_UNTIL))
        except ValueError:
            return None
        return until if until.tzinfo is None and until > self._clock.now_local() else None

    def _hand_over(self, work: Callable[[Desk], None]) -> None:
        def run(desk: Desk, _: Job[None]) -> None:
            work(desk)

        self._worker.run(run, _nothing, self.failed.emit)

    def _watch(self, number: int | None) -> None:
        """Be told as soon as an answer comes; the connection may have been made anew."""
        if self._socket is not None:
            if number is not None and self._socket.socket() == number and self._socket.isEnabled():
                return
            self._socket.setEnabled(False)
            self._socket.deleteLater()
            self._socket = None
        if number is not None:
            self._socket = QSocketNotifier(number, QSocketNotifier.Type.Read, self)
            self._socket.activated.connect(self._answer)

    def _answer(self) -> None:
        if self._is_held():
            self._watch(None)  # the next beat takes it
            return
        self._notifier.process_incoming()
        self._watch(self._watched())


def _nothing(_: None) -> None:
    """What is done with the result of work that gives none."""
