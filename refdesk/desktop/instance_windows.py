"""The claim on a book on Windows: a locked byte that the system frees with the process, and a mark to be asked by."""

import os
from importlib import import_module
from pathlib import Path
from typing import Any


class WindowsInstance:
    """The claim of this process on one book; asking leaves a mark beside it, which is looked for at every heartbeat."""

    def __init__(self, book: Path) -> None:
        """Claim nothing yet."""
        self._msvcrt: Any = import_module("msvcrt")  # by name, because no other system has it to check against
        self._lock_path = book.with_name(f"{book.name}.lock")
        self._mark = book.with_name(f"{book.name}.raise")
        self._lock: int | None = None

    def claim(self) -> bool:
        """Lock the first byte of the lock file."""
        self._lock_path.parent.mkdir(parents=True, exist_ok=True)
        lock = os.open(self._lock_path, os.O_RDWR | os.O_CREAT)
        try:
            self._msvcrt.locking(lock, self._msvcrt.LK_NBLCK, 1)
        except OSError:
            os.close(lock)
            return False
        self._lock = lock
        self._mark.unlink(missing_ok=True)
        return True

    def ask_to_raise(self) -> bool:
        """Leave a mark."""
        self._mark.touch()
        return True

    def fileno(self) -> int | None:
        """A mark cannot be waited for."""
        return None

    def is_asked_to_raise(self) -> bool:
        """Take the mark away, if there is one."""
        try:
            self._mark.unlink()
        except FileNotFoundError:
            return False
        return True

    def release(self) -> None:
        """Close the lock file, which frees its byte."""
        if self._lock is not None:
            os.close(self._lock)
        self._lock = None
