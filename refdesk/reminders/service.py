"""The reminder service: looks at what is owed, raises each moment once, and does what the user answers.

No timer is armed for a due moment: `ReminderService.heartbeat`, called at least every half minute, compares the wall
clock with what the book says (`docs/architecture.md`, Time). It is not to be shared between threads.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from refdesk.domain.errors import KnownError
from refdesk.domain.reminders import Look, Occurrence, Shown, plan, put_off
from refdesk.reminders.answers import Answers
from refdesk.reminders.notices import digest_of, notice_of
from refdesk.reminders.ports import Clock, Listener, Notice, Notifier
from refdesk.services.desk import Desk
from refdesk.services.new_day import begin_day
from refdesk.services.safekeeping import back_up, backups_beside
from refdesk.services.today import Due, due_today
from refdesk.storage.backup import backups_in
from refdesk.storage.shown import forget_shown, record_shown, shown_since, state_of

BEAT = timedelta(seconds=30)
"""How long the window may wait until the next heartbeat."""

SETTLING = timedelta(seconds=5)
"""How long a machine that has just woken up, or had its clock set, is left to itself."""

_JUMP = timedelta(seconds=75)
_RETRY = timedelta(minutes=5)
_REMEMBERED = timedelta(days=33)  # as far back as `domain.reminders.plan` makes up for, and a day on either side

DeskOn = Callable[[date], Desk]
Worker = Callable[[Callable[[Desk], None]], None]


@dataclass(frozen=True, slots=True)
class Raised:
    """A notice, and whether it could be shown."""

    notice: Notice
    shown: bool


@dataclass(frozen=True, slots=True)
class _Known:
    """What the last reading of the book gave, and the book's mark and day of that reading."""

    mark: tuple[object, ...]
    rows: dict[str, Due]
    shown: frozenset[Shown]


class ReminderService:
    """Reminders of one book."""

    def __init__(
        self,
        desk_on: DeskOn,
        notifier: Notifier,
        clock: Clock,
        *,
        listener: Listener | None = None,
        names_allowed: Callable[[], bool] = lambda: False,
        worker: Worker | None = None,
    ) -> None:
        """Take the open book as ``desk_on`` a day, whatever shows notices, and the clock.

        ``names_allowed`` says whether notices may bear names. ``worker`` runs what takes long, with a desk of its
        own; without one it is run at once.
        """
        self._desk_on = desk_on
        self._notifier = notifier
        self._clock = clock
        self._listener = listener or Listener()
        self._names_allowed = names_allowed
        self._worker = worker or (lambda work: work(desk_on(clock.now_local().date())))
        self._answers = Answers(desk_on, clock, self._listener)
        self._beat_at: datetime | None = None
        self._is_settling = False
        self._day: date | None = None
        self._refused_at: datetime | None = None
        self._known: _Known | None = None
        notifier.answered = self._answers.take

    def heartbeat(self) -> timedelta:
        """Look, if it is time to; gives how long to wait until the next heartbeat.

        After a jump of the clock, as sleep makes one too, the look waits for ``SETTLING``.
        """
        self._notifier.process_incoming()
        now, before = self._clock.now_local(), self._beat_at
        self._beat_at = now
        jumped = before is not None and not timedelta(0) <= now - before <= _JUMP
        if jumped and not self._is_settling:
            self._is_settling = True
            return SETTLING
        self._is_settling = False
        try:
            self._begin_day(now)
            if not self._was_refused_lately(now):
                self.look()
        except KnownError as error:
            self._listener.failed(str(error))
        return BEAT

    def look(self, *, with_actions: bool = True) -> tuple[Raised, ...]:
        """Raise what is due now and was not raised before; gives it, in the order of Today.

        Moments are recorded before they are sent, and forgotten again where nothing could be shown. A crash between
        the two therefore never raises anything twice; what it kept from being shown stands in Today, and is raised
        on the next working morning.

        Raises:
            BookError: the book cannot be read or written.
        """
        now = self._clock.now_local()
        desk = self._desk_on(now.date())
        known = self._read(desk, now)
        look = plan(map(_occurrence, known.rows.values()), known.shown, now, desk.policy)
        self._refused_at = None
        raised = [self._raise(desk, look, rows, now, with_actions) for rows in _notices(look, known.rows)]
        return tuple(each for each in raised if each)

    def _raise(self, desk: Desk, look: Look, rows: Sequence[Due], now: datetime, with_actions: bool) -> Raised | None:
        """Raise one notice of these rows, unless another process has."""
        keys = {row.key for row in rows}
        claimed = record_shown(desk.book, [moment for moment in look.moments if moment.key in keys])
        ours = {moment.key for moment in claimed if moment.moment.date() == now.date()}
        rows = [row for row in rows if row.key in ours]
        if not rows:
            return None
        names = self._names_allowed()
        notice = notice_of(rows[0], now.date(), names=names) if len(rows) == 1 else digest_of(rows, names=names)
        self._answers.expect(notice.key, rows)
        shown = self._refused_at is None and self._notifier.send(
            notice if with_actions else replace(notice, actions=())
        )
        if not shown:
            self._refused_at = now
            forget_shown(desk.book, claimed)
        return Raised(notice, shown)

    def _read(self, desk: Desk, now: datetime) -> _Known:
        """What is owed and what was shown; read again only when the book or the day has changed."""
        mark = (*state_of(desk.book), now.date())
        if self._known is None or self._known.mark != mark:
            rows = {row.key: row for row in due_today(desk)}
            self._known = _Known(mark, rows, shown_since(desk.book, now - _REMEMBERED))
        return self._known

    def _begin_day(self, now: datetime) -> None:
        """Once a day: have whoever works reckon again whose verdict has passed, and make the day's backup."""
        day = now.date()
        if day == self._day:
            return
        self._day = day
        self._worker(self._begin)

    def _has_backup(self, book: Path, now: datetime) -> bool:
        """Whether a backup of this day, as the clock on the wall counts days, lies beside the book."""
        ahead = now - self._clock.now_utc().replace(tzinfo=None)
        return any((backup.made_at + ahead).date() == now.date() for backup in backups_in(backups_beside(book)))

    def _begin(self, desk: Desk) -> None:
        """What a day begins with, perhaps on another thread; a book that was busy is tried again at the next beat."""
        try:
            if not desk.book.read_only:
                begin_day(desk)
        except KnownError as error:
            self._day = None
            self._listener.failed(str(error))
            return
        self._listener.new_day(desk.today)
        if not desk.book.read_only and not self._has_backup(desk.book.path, self._clock.now_local()):
            self._back_up(desk)

    def _back_up(self, desk: Desk) -> None:
        try:
            self._listener.backed_up(back_up(desk).made_at)
        except KnownError as error:
            self._listener.failed(str(error))

    def _was_refused_lately(self, now: datetime) -> bool:
        """Whether nothing could be shown a moment ago: asking a system that does not answer costs time."""
        return self._refused_at is not None and abs(now - self._refused_at) < _RETRY


def _notices(look: Look, rows: dict[str, Due]) -> list[list[Due]]:
    """The rows of each notice that a look raises."""
    singly = [[rows[occurrence.key]] for occurrence in look.singly]
    return [*singly, [rows[occurrence.key] for occurrence in look.together]] if look.together else singly


def _occurrence(due: Due) -> Occurrence:
    own = Occurrence(due.key, due.due, due.at)
    return put_off(own, due.later) if due.later else own
