"""Everything the sample leaves to chance, from one seed and one day, so that the same seed gives the same book."""

import random
from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import TypeVar

T = TypeVar("T")

SATURDAY = 5


class Chance:
    """Seeded draws, and days counted from ``today`` (which is given: nothing here reads a clock)."""

    def __init__(self, seed: int, today: date) -> None:
        self.today = today
        self._random = random.Random(seed)  # noqa: S311 - a repeatable sample, no secret
        self._decks: dict[int, tuple[Sequence[object], list[int]]] = {}

    def id(self) -> str:
        """A new id: sixteen hexadecimal digits, so long that two never meet in a book."""
        return f"{self._random.getrandbits(64):016x}"

    def maybe(self, share: float) -> bool:
        """True in this share of cases, from 0 to 1."""
        return self._random.random() < share

    def between(self, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``, both included; ``low`` where ``high`` lies below it."""
        return self._random.randint(low, max(low, high))

    def pick(self, choices: Sequence[T]) -> T:
        """One of the choices."""
        return choices[self._random.randrange(len(choices))]

    def some(self, choices: Sequence[T], count: int) -> list[T]:
        """So many different ones of the choices, or all of them where there are fewer."""
        return self._random.sample(choices, min(count, len(choices)))

    def deal(self, choices: Sequence[T]) -> T:
        """The next of a shuffled deck of the choices: each comes once before any comes again.

        ``choices`` is a constant of a module: its deck is kept by the identity of the sequence.
        """
        _, deck = self._decks.setdefault(id(choices), (choices, []))
        if not deck:
            deck.extend(range(len(choices)))
            self._random.shuffle(deck)
        return choices[deck.pop()]

    def day(self, ago: int) -> date:
        """The day so many days before today; a negative number lies ahead."""
        return self.today - timedelta(days=ago)

    def workday(self, ago: int) -> date:
        """The day so many days ago, or the Friday before it; ahead of today, the Monday after it."""
        day = self.day(ago)
        weekend = day.weekday() - SATURDAY
        if weekend < 0:
            return day
        return day - timedelta(days=1 + weekend) if ago >= 0 else day + timedelta(days=2 - weekend)

    def hour(self) -> time:
        """A quarter of an hour within a working day."""
        return time(self.between(8, 17), self.pick((0, 15, 30, 45)))
