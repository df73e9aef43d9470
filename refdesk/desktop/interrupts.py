"""Ctrl+C in a terminal and the end of the session: turned into a call that an event loop can wait for."""

import signal
import socket
from types import FrameType

ENDING = (signal.SIGINT, signal.SIGTERM)


class Interrupts:
    """While it stands, signals to end become readable at `fileno` instead of ending the process in the midst of it."""

    def __init__(self) -> None:
        """Take the signals over. Only in the main thread."""
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        self._before_fd = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        self._before = [(number, signal.signal(number, _noted)) for number in ENDING]

    def fileno(self) -> int:
        """What becomes readable when a signal has come."""
        return self._reader.fileno()

    def stop(self) -> None:
        """Give the signals back."""
        for number, handler in self._before:
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._before_fd)
        self._reader.close()
        self._writer.close()


def _noted(number: int, frame: FrameType | None) -> None:
    """The wake-up descriptor has been written to, which is all that is needed."""
