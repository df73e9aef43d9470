"""What the reminder service needs of the operating system and of whoever shows the book, declared by their user."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from refdesk.storage.writing import Changes

Answered = Callable[[str, str], None]
"""Told (the notice's key, the action's name) when the user has answered; the name "open" also for a plain click."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One notification: plain text, and what can be answered as (name, label). One of the same key replaces it."""

    key: str
    title: str
    body: str
    actions: tuple[tuple[str, str], ...] = ()


class Notifier(Protocol):
    """Whatever can show a notice outside the window."""

    answered: Answered

    @property
    def capabilities(self) -> frozenset[str]:
        """What it can do, in the words of the Desktop Notifications Specification; empty where nothing is there."""

    def send(self, notice: Notice) -> bool:
        """Show a notice; False where it could not be shown. Answers come in `process_incoming` only."""

    def process_incoming(self) -> None:
        """Tell ``answered`` of every answer that has come in; waits for nothing."""

    def close(self) -> None:
        """Let go of the system; notices that are on screen stay there."""


class Clock(Protocol):
    """What the system's clock can say."""

    def now_utc(self) -> datetime:
        """The present instant."""

    def now_local(self) -> datetime:
        """The local wall-clock time."""


class Listener:
    """Whoever wants to know what the service did; each method may be overridden, none has to be."""

    def opened(self, key: str) -> None:
        """The user wants to see this row, or Today where ``key`` is empty."""

    def changed(self, changes: Changes) -> None:
        """An answer changed the book."""

    def new_day(self, day: date) -> None:
        """A day has begun, and the book is up to date with it: everything may have changed."""

    def backed_up(self, made_at: datetime) -> None:
        """A verified backup was made, at this instant (UTC)."""

    def failed(self, sentence: str) -> None:
        """Something could not be done; the sentence tells the user why."""
