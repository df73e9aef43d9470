"""What a reader of somebody else's file hands over: people, their flaws, and what could not be read."""

from dataclasses import dataclass, field
from typing import Final

from refdesk.domain.person import Person

MOST_RECORDS: Final = 100_000
"""The most cards or rows of one file: nobody knows more people, and a file of millions would take minutes."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something in a record that could not be understood, though the record itself was read."""

    line: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One person as a file describes them.

    ``person`` carries the fields that the record gives and an empty ``id``. ``line`` is where the record
    begins, from 1; ``record`` what to call it in a report ("card 3", "row 12"). ``key`` identifies the record
    among those of its source where the format has a good key (a profile address); else it is empty.
    ``referred_by`` is the name of who introduced them, as text.
    """

    person: Person
    line: int
    record: str
    key: str = ""
    referred_by: str = ""
    flaws: tuple[Flaw, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A record that could not be taken in at all, or that holds nobody."""

    line: int
    record: str
    why: str


@dataclass(slots=True)
class Reading:
    """The outcome of reading one file. Every record of the file is in ``people`` or in ``unread``."""

    source: str
    people: list[Incoming] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


class UnreadableFileError(Exception):
    """The file as a whole cannot be read; the message is one sentence for the user."""
