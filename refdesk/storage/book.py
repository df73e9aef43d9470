"""The open book: one SQLite file with its pragmas, its version check and its transactions."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from peewee import DatabaseError, InterfaceError, OperationalError, SqliteDatabase

from refdesk.domain.errors import BookError
from refdesk.storage.files import make_private, partial_beside, put_if_missing, reading_uri, reason_of, remove
from refdesk.storage.migrate import bring_up_to_date, schema_version
from refdesk.storage.migrations import DERIVED_FORM, SCHEMA_VERSION

_PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": "full",
    "foreign_keys": 1,
    "cache_size": -32_000,
    "temp_store": "memory",
    # A long reader can make the log large; afterwards it is cut back to this many bytes.
    "journal_size_limit": 32_000_000,
}
Parameters = Sequence[Any] | Mapping[str, Any]
_BUSY_SECONDS = 5.0
_LITTLE = 100_000
"""How many bytes of a disk are as good as none."""
_OLDER = "The book {} is of an older form, and it can't be written to bring it up to date."
_GONE = (
    "The book {} is no longer there: it was moved, deleted or replaced. Put it back, or start RefDesk again; "
    "nothing is recorded until then."
)
_LEFT = (
    "There is no book at {}, but the last changes of one are beside it in {}. Put the book back, restore a backup, or "
    "remove that file."
)
_DAMAGED = "The book {} is damaged. Restore a backup with 'refdesk restore FILE'."


class Book:
    """One open book. Not to be shared between threads: a worker opens its own."""

    def __init__(self, path: Path, database: SqliteDatabase, now: Callable[[], datetime], *, read_only: bool) -> None:
        """Use `Book.open`."""
        self.path = path
        self.database = database
        self.now = now
        self.read_only = read_only
        self._file = _identity(path)

    @classmethod
    def open(cls, path: Path, now: Callable[[], datetime], *, create: bool = True) -> "Book":
        """Open the book at ``path``, making it if it is missing and ``create`` says so.

        ``now`` gives the present instant in UTC. A book that cannot be written opens read-only; an older schema is
        migrated after a copy was put aside, and its derived rows are made anew where they are of another form; a
        newer one, or another program's file, is refused untouched.

        Raises:
            BookError: with the sentence that tells why it cannot be opened.
        """
        try:
            path = path.resolve()
            is_missing = not path.exists()
        except OSError as error:
            raise BookError(f"The book {path} can't be reached: {reason_of(error)}.") from error
        if is_missing:
            if not create:
                raise BookError(f"There is no book at {path}.")
            _make(path)
        read_only = not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
        with told(path):
            version = schema_version(path)
            if not read_only:
                bring_up_to_date(path, version)
            elif version < SCHEMA_VERSION:
                raise BookError(_OLDER.format(path))
            book = cls(path, _connect(path, read_only=read_only), now, read_only=read_only)
            try:
                book._renew_derived_rows()
            except BaseException:
                book.close()
                raise
        return book

    def _renew_derived_rows(self) -> None:
        if self.value("SELECT form FROM derived_form") == DERIVED_FORM:
            return
        if self.read_only:
            raise BookError(_OLDER.format(self.path))
        from refdesk.storage.renewal import renew  # what it takes is needed once a release, and stands on this file

        renew(self)

    def close(self) -> None:
        """Close the book; the last one to close it folds the write-ahead log back into the file."""
        self.database.close()

    def __enter__(self) -> "Book":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def rows(self, sql: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
        """All rows of a reading statement."""
        with told(self.path):
            return self.database.execute_sql(sql, parameters).fetchall()  # type: ignore[no-any-return]

    def each(self, sql: str, parameters: Parameters = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a reading statement one by one, for those too many to hold."""
        with told(self.path):
            yield from self.database.execute_sql(sql, parameters)

    def value(self, sql: str, parameters: Parameters = ()) -> Any:
        """The first column of the first row, or None."""
        rows = self.rows(sql, parameters)
        return rows[0][0] if rows else None

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """One ``BEGIN IMMEDIATE`` transaction: committed whole, or rolled back on any exception.

        Raises:
            BookError: the book is read-only, busy, full or damaged, or its file is no longer the one that was opened.
        """
        if self.read_only:
            raise BookError(f"The book {self.path} can't be written: its file or its folder is read-only.")
        if _identity(self.path) != self._file:  # SQLite would write on, to a file that nobody opens again
            raise BookError(_GONE.format(self.path))
        with told(self.path), self.database.atomic("IMMEDIATE"):
            self.execute("PRAGMA defer_foreign_keys = ON")
            yield

    def execute(self, sql: str, parameters: Parameters = ()) -> Any:
        """Run one writing statement inside a transaction; gives its cursor."""
        return self.database.execute_sql(sql, parameters)

    def execute_many(self, sql: str, parameters: Sequence[Sequence[Any]]) -> None:
        """Run one writing statement for many rows inside a transaction."""
        self.database.connection().executemany(sql, parameters)


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file stands at a path; None for none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _make(path: Path) -> None:
    """Make a book in a folder that only its user can enter; it appears whole, however many make it at once.

    Beside another book's log none is made: SQLite would take that log for the new book's own.
    """
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and not path.exists():  # in this order: another process may just have made both
        raise BookError(_LEFT.format(path, log.name))
    partial = partial_beside(path)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        make_private(partial)
        try:
            with told(path):
                bring_up_to_date(partial, 0)
            put_if_missing(partial, path)
        finally:
            remove(partial)
    except OSError as error:
        raise BookError(f"The book {path} can't be made: {reason_of(error)}.") from error


class _Database(SqliteDatabase):
    """SQLite, which on a full disk has rolled back by itself when peewee is about to."""

    def rollback(self) -> None:
        """Roll back what there is to roll back."""
        if self.connection().in_transaction:  # type: ignore[no-untyped-call]
            super().rollback()


def _connect(path: Path, *, read_only: bool) -> SqliteDatabase:
    try:
        if read_only:
            return _connect_to_read(path)
        database = _Database(str(path), pragmas=_PRAGMAS, timeout=_BUSY_SECONDS, lock_type="IMMEDIATE")
        database.connect()
    except UnicodeDecodeError as error:  # what SQLite says of a damaged schema quotes it
        raise BookError(_DAMAGED.format(path)) from error
    return database


def _connect_to_read(path: Path) -> SqliteDatabase:
    database = SqliteDatabase(reading_uri(path), uri=True, timeout=_BUSY_SECONDS)
    database.connect()
    try:
        database.execute_sql("SELECT 1 FROM sqlite_schema").fetchall()
    except OperationalError as error:
        database.close()
        raise BookError(
            f"The book {path} can't be read where it lies: its last changes are in the log beside it. "
            "Copy its folder to a place that can be written."
        ) from error
    return database


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn SQLite's errors of the world (busy, full, damaged, not a database) into sentences; others are bugs."""
    try:
        yield
    except (DatabaseError, sqlite3.DatabaseError) as error:
        sentence = _sentence(path, str(error))
        if sentence is None or isinstance(error, InterfaceError | sqlite3.InterfaceError):
            raise
        raise BookError(sentence) from error


def _sentence(path: Path, message: str) -> str | None:
    full = f"This change couldn't be saved: the disk of {path} is full. Your last saved work is safe."
    causes = {
        "locked": f"The book {path} is busy: another RefDesk is writing to it. Try again in a moment.",
        "disk is full": full,
        "disk I/O error": f"The disk of {path} doesn't answer. Your last saved work is safe.",
        "readonly database": f"The book {path} can't be written: its file or its folder is read-only.",
        "malformed": _DAMAGED.format(path),
        "Could not decode": _DAMAGED.format(path),
        "not a database": f"{path} is not a RefDesk book.",
        "unable to open": f"The book {path} can't be opened.",
    }
    if "disk I/O error" in message and _is_full(path):
        return full
    return next((sentence for cause, sentence in causes.items() if cause in message), None)


def _is_full(path: Path) -> bool:
    """Whether there is no room for a log, of which SQLite says no more than that something went wrong."""
    try:
        return shutil.disk_usage(path.parent).free < _LITTLE
    except OSError:
        return False
