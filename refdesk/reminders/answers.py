"""What is done when the user answers a notice: the same as in Today, and once only."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import get_args

from refdesk.domain.errors import KnownError
from refdesk.reminders.notices import DIGEST, HOUR, MORNING, OPEN
from refdesk.reminders.ports import Clock, Listener
from refdesk.services.desk import Desk
from refdesk.services.row_verbs import Verb, answer, put_off, verbs_of
from refdesk.services.today import Due
from refdesk.storage.writing import Changes

_VERBS: dict[str, Verb] = {verb: verb for verb in get_args(Verb)}


class Answers:
    """The rows that have been shown and not been answered, and what to do to them."""

    def __init__(self, desk_on: Callable[[date], Desk], clock: Clock, listener: Listener) -> None:
        """Take the book as on a day, the clock, and who is told."""
        self._desk_on = desk_on
        self._clock = clock
        self._listener = listener
        self._rows: dict[str, tuple[Due, ...]] = {}

    def expect(self, key: str, rows: Sequence[Due]) -> None:
        """The notice of this key shows these rows."""
        self._rows[key] = tuple(rows)

    def take(self, key: str, action: str) -> None:
        """Do what was answered; what nobody asked, or was answered before, changes nothing."""
        rows = self._rows.get(key)
        if rows is None or action not in _offered(rows):
            return
        if action == OPEN:
            self._listener.opened("" if key == DIGEST else key)
            return
        try:
            changes = self._do(rows, action)
        except KnownError as error:
            # It can be answered again: a book that was busy will not be for long.
            self._listener.failed(str(error))
            return
        del self._rows[key]
        if changes.act is not None:
            self._listener.changed(changes)

    def _do(self, rows: Sequence[Due], action: str) -> Changes:
        now = self._clock.now_local()
        desk = self._desk_on(now.date())
        if action == HOUR:
            return put_off(desk, rows, (now + timedelta(hours=1)).replace(second=0, microsecond=0))
        if action == MORNING:
            return put_off(desk, rows, now.date() + timedelta(days=1))
        return answer(desk, rows[0], _VERBS[action])


def _offered(rows: Sequence[Due]) -> set[str]:
    """What can be answered: only a row by itself has verbs of its own."""
    verbs = [verb for verb, _ in verbs_of(rows[0])] if len(rows) == 1 else []
    return {HOUR, MORNING, OPEN, *verbs}
