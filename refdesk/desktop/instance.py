"""One window to a book: the first start claims it, a second one asks the first to come to the front."""

import sys
import time
from pathlib import Path
from typing import Protocol

RAISE = b"raise\n"
"""The only message there is."""

LONGEST = 4096
"""Bytes of a message; no more than that is ever read at once."""


_TRIES = 20


class Instance(Protocol):
    """The claim on a book; it ends with the process, however that ends."""

    def claim(self) -> bool:
        """Become the book's window; False where another process is."""

    def ask_to_raise(self) -> bool:
        """Ask the window that has the book to come to the front; False where none listens."""

    def fileno(self) -> int | None:
        """What becomes readable when somebody asks; None where it is to be looked for at every heartbeat."""

    def is_asked_to_raise(self) -> bool:
        """Whether somebody has asked since the last time; waits for nothing."""

    def release(self) -> None:
        """Give the claim up."""


class NullInstance:
    """A system without locks: every start is the first."""

    def claim(self) -> bool:
        """Always."""
        return True

    def ask_to_raise(self) -> bool:
        """Nobody is there."""
        return False

    def fileno(self) -> int | None:
        """Nobody asks."""
        return None

    def is_asked_to_raise(self) -> bool:
        """Nobody asks."""
        return False

    def release(self) -> None:
        """Nothing is held."""


def claim_or_ask(instance: Instance) -> bool:
    """Become the book's window, or ask the one there is to come to the front; says whether this is the window.

    Both are tried for a second: the other may be just beginning to listen, or just ending.
    """
    for _ in range(_TRIES):
        if instance.claim():
            return True
        if instance.ask_to_raise():
            return False
        time.sleep(1 / _TRIES)
    return False


def system_instance(book: Path, runtime: Path, system: str = sys.platform) -> Instance:
    """The way to a claim on a book; ``runtime`` is the user's own folder for what lives as long as a session."""
    # Each is imported where it is used: a system's own modules exist on no other.
    if system == "win32":
        from refdesk.desktop.instance_windows import WindowsInstance

        return WindowsInstance(book)
    if system in ("linux", "darwin"):
        from refdesk.desktop.instance_unix import UnixInstance

        return UnixInstance(book, runtime)
    return NullInstance()
