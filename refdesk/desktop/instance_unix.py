"""The claim on a book on Unix: a lock that the kernel drops with the process, and a named pipe to be asked by.

The lock lies beside the book, so that all ways to its folder (a link, a mount) lead to one claim; where nothing can be
put beside it, the book that can only be read is the lock itself. The pipe lies in
a folder that only its user can enter. A pipe, because what fits into its buffer arrives whole or not at all, needs
nobody to accept it, and nothing of it can reach beyond this machine.
"""

import errno
import fcntl
import os
import stat
from pathlib import Path

from refdesk.desktop.instance import LONGEST, RAISE

_UNWRITABLE = (errno.EACCES, errno.EPERM, errno.EROFS)


class UnixInstance:
    """The claim of this process on one book."""

    def __init__(self, book: Path, runtime: Path) -> None:
        """Claim nothing yet."""
        self._book = book
        self._lock_path = book.with_name(f"{book.name}.lock")
        self._folder = runtime / "refdesk"
        self._lock: int | None = None
        self._pipe: int | None = None

    def claim(self) -> bool:
        """Take the lock, and begin to listen. A lock file that a dead process left behind is no hindrance."""
        self._lock_path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = self._open_lock()
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(lock)
            return False
        self._lock = lock
        self._listen()
        return True

    def _open_lock(self) -> int:
        try:
            return os.open(self._lock_path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        except OSError as error:
            if error.errno not in _UNWRITABLE:
                raise
        self._lock_path = self._book
        return os.open(self._book, os.O_RDONLY | os.O_CLOEXEC)

    def ask_to_raise(self) -> bool:
        """Write to the pipe of whoever has the lock."""
        try:
            pipe = os.open(self._pipe_path(), os.O_WRONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOFOLLOW)
        except OSError:
            return False
        try:
            return stat.S_ISFIFO(os.fstat(pipe).st_mode) and os.write(pipe, RAISE) == len(RAISE)
        except OSError:  # it has ended meanwhile, or does not read
            return False
        finally:
            os.close(pipe)

    def fileno(self) -> int | None:
        """The pipe, where this process could make one."""
        return self._pipe

    def is_asked_to_raise(self) -> bool:
        """Read what has come; anything but the one message means nothing."""
        asked = False
        while self._pipe is not None:
            try:
                piece = os.read(self._pipe, LONGEST)
            except BlockingIOError:
                break
            asked = asked or RAISE in piece.splitlines(keepends=True)
        return asked

    def release(self) -> None:
        """Stop listening, and let go of the lock. Its file stays: removing it would race with the next claim."""
        for descriptor in (self._pipe, self._lock):
            if descriptor is not None:
                os.close(descriptor)
        self._pipe = self._lock = None

    def _listen(self) -> None:
        """Make the pipe anew; a window that cannot be asked is a window all the same."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            own = self._folder.lstat()
            if not stat.S_ISDIR(own.st_mode) or own.st_uid != os.getuid():
                return
            self._folder.chmod(0o700)
            path = self._pipe_path()
            path.unlink(missing_ok=True)
            os.mkfifo(path, 0o600)
            # Open for writing too, so that it never seems to end when who asked goes away.
            self._pipe = os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOFOLLOW)
        except OSError:
            self._pipe = None

    def _pipe_path(self) -> Path:
        """One pipe for each lock file, by whichever way its folder is reached."""
        lock = self._lock_path.stat()
        return self._folder / f"raise-{lock.st_dev:x}-{lock.st_ino:x}"
