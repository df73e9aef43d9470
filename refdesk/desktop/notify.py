"""Which way to notify this system has, and how one falls back on the next."""

import sys
from collections.abc import Sequence
from typing import Protocol

from refdesk.desktop.notify_null import NullNotifier
from refdesk.reminders.ports import Answered, Notice


class SystemNotifier(Protocol):
    """A notifier whose answers a window can watch for."""

    answered: Answered

    @property
    def capabilities(self) -> frozenset[str]:
        """See `refdesk.reminders.ports.Notifier`."""

    def send(self, notice: Notice) -> bool:
        """See `refdesk.reminders.ports.Notifier`."""

    def process_incoming(self) -> None:
        """See `refdesk.reminders.ports.Notifier`."""

    def fileno(self) -> int | None:
        """What becomes readable when an answer may have come; it changes when a connection is made anew."""

    def close(self) -> None:
        """See `refdesk.reminders.ports.Notifier`."""


def system_notifier(system: str = sys.platform) -> SystemNotifier:
    """The notifier of this system; one that shows nothing where none is known."""
    if system != "linux":
        return NullNotifier()
    # Imported here because the library is there on Linux alone.
    from refdesk.desktop.notify_linux import LinuxNotifier

    return LinuxNotifier()


class FirstThatWorks:
    """Several notifiers as one: a notice goes out by the first that can show it."""

    def __init__(self, notifiers: Sequence[SystemNotifier]) -> None:
        """Take them in order of preference; at least one."""
        self._notifiers = list(notifiers)

    def add(self, notifier: SystemNotifier) -> None:
        """Take one more, to be tried after all others."""
        notifier.answered = self.answered
        self._notifiers.append(notifier)

    @property
    def answered(self) -> Answered:
        """Told of the answers to all of them."""
        return self._notifiers[0].answered

    @answered.setter
    def answered(self, answered: Answered) -> None:
        for notifier in self._notifiers:
            notifier.answered = answered

    @property
    def capabilities(self) -> frozenset[str]:
        """What the first that can do anything can do."""
        return next((notifier.capabilities for notifier in self._notifiers if notifier.capabilities), frozenset())

    def send(self, notice: Notice) -> bool:
        """Show a notice by the first that can."""
        return any(notifier.send(notice) for notifier in self._notifiers)

    def process_incoming(self) -> None:
        """Take in the answers to all of them."""
        for notifier in self._notifiers:
            notifier.process_incoming()

    def fileno(self) -> int | None:
        """What the first that can be watched is watched by."""
        numbers = (notifier.fileno() for notifier in self._notifiers)
        return next((number for number in numbers if number is not None), None)

    def close(self) -> None:
        """Close all of them."""
        for notifier in self._notifiers:
            notifier.close()
