"""Errors of ours that reach the event loop: noted in a file without anybody's data, and told in one calm sentence."""

import platform
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from traceback import walk_tb
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QTimer, Signal, qVersion

from refdesk import __version__

TOLD = "Something went wrong, and your book is safe."
NOTED = f"{TOLD} What RefDesk noted of it is in {{}} in its data folder."
LARGEST = 100_000
"""Bytes after which the file begins anew."""
_QUIET_MS = 8_000
"""How long nothing more is told: an error in painting comes again with every picture."""


class Unexpected(QObject):
    """Takes the place of the interpreter's hook while `watched` lasts, and hands on to it; `told` carries a sentence.

    What was being written when the error came is rolled back by its transaction, as with any failure.
    """

    told = Signal(str)
    _noted = Signal(str)

    def __init__(self, log: Path, now_utc: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._now_utc = now_utc
        self._seen: set[str] = set()
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        # Later, when the loop is back from wherever the error came, be that the middle of a painting.
        self._noted.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @contextmanager
    def watched(self) -> Iterator[None]:
        """While it lasts, no error vanishes."""
        before = sys.excepthook

        def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            if isinstance(error, Exception):
                self._noted.emit(NOTED.format(self._log.name) if self._note(error) else TOLD)
            before(kind, error, trace)

        sys.excepthook = hook
        try:
            yield
        finally:
            sys.excepthook = before

    def _note(self, error: Exception) -> bool:
        """Add it to the file, once for each place it comes from; False where the file cannot be written."""
        words = _anonymous(error)
        if words in self._seen:
            return True
        version = f"RefDesk {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
        try:
            self._log.touch(mode=0o600)
            mode = "a" if self._log.stat().st_size < LARGEST else "w"
            with self._log.open(mode, encoding="utf-8") as log:
                log.write(f"{self._now_utc().isoformat(timespec='seconds')} {version}\n{words}\n")
        except OSError:
            return False
        self._seen.add(words)
        return True

    def _tell(self, sentence: str) -> None:
        if not self._quiet.isActive():
            self._quiet.start()
            self.told.emit(sentence)


def _anonymous(error: BaseException) -> str:
    """Kinds of errors and places in the code; not what they say, which may quote the book or the user's folders."""
    lines: list[str] = []
    cause: BaseException | None = error
    while cause is not None:
        lines.append(type(cause).__qualname__)
        lines += [
            f"  {frame.f_globals.get('__name__', '?')}:{line} {frame.f_code.co_qualname}"
            for frame, line in walk_tb(cause.__traceback__)
        ]
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines)
