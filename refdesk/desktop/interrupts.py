"""Ctrl+C in a terminal and the end of the session: turned into something that an event loop can wait for."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

ENDING = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def interrupts(system: str = sys.platform) -> Iterator[int | None]:
    """While it lasts, a descriptor becomes readable when a signal to end has come, which ends nothing by itself.

    None on Windows, which takes no pipe for this and ends programs in another way. Only in the main thread.
    """
    if system == "win32":
        yield None
        return
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    before_fd = signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
    before = [(number, signal.signal(number, _noted)) for number in ENDING]
    try:
        yield reader
    finally:
        for number, handler in before:
            signal.signal(number, handler)
        signal.set_wakeup_fd(before_fd)
        os.close(reader)
        os.close(writer)


def _noted(number: int, frame: FrameType | None) -> None:
    """The pipe has been written to, which is all that is needed."""
