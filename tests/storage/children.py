"""Child processes that a test can kill: what they say comes line by line, and when they end is the test's to choose."""

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass

Say = Callable[[object], None]


@dataclass(frozen=True, slots=True)
class Ended:
    """A child that is over: the whole lines it said, and its exit code (negative: the signal that ended it)."""

    lines: list[str]
    code: int


class Child:
    """One forked process. It runs ``work(say)`` and exits with 0, or with 1 and the error as its last line."""

    def __init__(self, work: Callable[[Say], None]) -> None:
        reading, writing = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            os.close(reading)
            _live(work, writing)
        os.close(writing)
        self._reading = reading
        self._said = b""

    def wait_for(self, line: str) -> None:
        """Return once the child has said this line, or is over."""
        while f"\n{line}\n".encode() not in b"\n" + self._said and self._listen():
            pass

    def kill(self) -> Ended:
        """End the child as a crash would, whatever it is doing."""
        os.kill(self._pid, signal.SIGKILL)
        return self.join()

    def join(self) -> Ended:
        """Wait for the child's own end. A line that was cut off was not said."""
        while self._listen():
            pass
        os.close(self._reading)
        _, status = os.waitpid(self._pid, 0)
        return Ended(self._said.decode().split("\n")[:-1], os.waitstatus_to_exitcode(status))

    def _listen(self) -> bool:
        piece = os.read(self._reading, 65_536)
        self._said += piece
        return bool(piece)


def run(work: Callable[[Say], None]) -> Ended:
    """Run something in a process of its own to its end."""
    return Child(work).join()


def _live(work: Callable[[Say], None], writing: int) -> None:
    """The child's whole life: nothing of the test runner may run in it, so it never returns."""

    def say(line: object) -> None:
        os.write(writing, f"{line}\n".encode())

    code = 1
    try:
        work(say)
        code = 0
    except BaseException as error:
        say(f"{type(error).__name__}: {error}")
        raise
    finally:
        os._exit(code)
