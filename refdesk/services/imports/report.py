"""What became of an import, record by record and in sum."""

from dataclasses import dataclass, field
from typing import Literal

Outcome = Literal["created", "updated", "unchanged", "skipped"]


@dataclass(frozen=True, slots=True)
class Problem:
    """A record with which something was wrong: where it stands, why, and what became of it all the same.

    ``line`` is the line of the file, from 1, or None where the form has no lines of use (JSON: ``record`` is the
    place then).
    """

    file: str
    line: int | None
    record: str
    why: str
    outcome: Outcome


class Lookalike(Problem):
    """A record that came in as somebody new and may be somebody whom the book, or another record, knows."""

    __slots__ = ()


@dataclass(slots=True)
class Report:
    """An import in sum: ``read`` is always created + updated + unchanged + skipped.

    ``id`` is None when nothing was written, so that there is nothing to undo. ``failed`` says that a file could not
    be read at all.
    """

    id: str | None = None
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: int = 0
    failed: bool = False
    problems: list[Problem] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    created_ids: list[str] = field(default_factory=list)

    @property
    def read(self) -> int:
        """How many records the files held."""
        return self.created + self.updated + self.unchanged + self.skipped

    @property
    def unread(self) -> list[Problem]:
        """What could not be read, or in part only; whoever may be known already was read whole."""
        return [problem for problem in self.problems if not isinstance(problem, Lookalike)]

    def count(self, outcome: Outcome) -> None:
        """Note what became of one record."""
        setattr(self, outcome, getattr(self, outcome) + 1)

    def sentence(self) -> str:
        """The import in a sentence, such as "212 people added, 9 updated, 2 skipped."."""
        parts = [f"{self.created} added"]
        parts += [f"{self.updated} updated"] if self.updated else []
        parts += [f"{self.unchanged} unchanged"] if self.unchanged else []
        parts += [f"{self.skipped} skipped"] if self.skipped else []
        return ", ".join(parts) + "."
