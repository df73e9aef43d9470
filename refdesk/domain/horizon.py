"""Day comparisons that remember how long their answers hold, so that a result knows when time alone changes it."""

from datetime import date

_NEVER = date.max.toordinal() + 1


class Horizon:
    """Compares days with one day of reckoning and notes the first later day on which an answer turns.

    Every comparison of an assessment is "n days have passed since that day": false first, then true for good.
    As long as no noted day has come, all answers stay as they are, and with them whatever follows from them.
    Days beyond the calendar's last never come.
    """

    __slots__ = ("_next", "_today")

    def __init__(self, today: date, next_change: date | None = None) -> None:
        """``next_change`` is a turn that is known already, or None."""
        self._today = today.toordinal()
        self._next = next_change.toordinal() if next_change else _NEVER

    def reached(self, day: date, after: int = 0) -> bool:
        """Whether ``after`` days have passed since ``day``: it is today, with 0, or earlier."""
        turn = day.toordinal() + after
        if turn <= self._today:
            return True
        if turn < self._next:
            self._next = turn
        return False

    def within(self, day: date, days: int) -> bool:
        """Whether ``day`` is at most ``days`` days ago ("within n days", `docs/method.md` section 2)."""
        return not self.reached(day, days + 1)

    @property
    def next_change(self) -> date | None:
        """The first later day on which an answer given so far turns; None if none ever does."""
        return date.fromordinal(self._next) if self._next < _NEVER else None
