"""How far an import has come, told every so many records to whoever waits for it."""

from collections.abc import Callable
from dataclasses import dataclass

_EVERY = 200
"""Records between two tellings: some 30 ms of an import."""


@dataclass(slots=True)
class Progress:
    """``tell`` is called with how many records are taken in, and of how many; 0 of 0 while a file is being read.

    What it raises ends the import and rolls back all of it.
    """

    tell: Callable[[int, int], None]
    done: int = 0
    whole: int = 0

    def begin_file(self) -> None:
        """A file is about to be read."""
        self.tell(0, 0)

    def expect(self, records: int) -> None:
        """So many more records are to be taken in."""
        self.whole += records
        self.tell(self.done, self.whole)

    def step(self) -> None:
        """One record more is taken in."""
        self.done += 1
        if self.done % _EVERY == 0 or self.done == self.whole:
            self.tell(self.done, self.whole)
