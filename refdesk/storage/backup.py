"""Backups: verified copies of the book, each sealed with a digest over its rows (`docs/architecture.md`).

A copy is only ever made by SQLite itself, written beside its place, checked, and moved there when it is good.
"""

import hashlib
import os
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from refdesk.domain.errors import BookError
from refdesk.storage.book import Book, told
from refdesk.storage.files import copy_aside, move_into_place
from refdesk.storage.migrate import bring_up_to_date, schema_version

_UNSEALED = ("seal", "sqlite_sequence", "sqlite_stat1")
_SHADOWS = ("_data", "_idx", "_docsize", "_config")


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup file and the instant (UTC) at which it was made."""

    path: Path
    made_at: datetime


def back_up(book: Book, target: Path) -> Backup:
    """Write a verified copy of the book to ``target``, in place of what stands there.

    Raises:
        BookError: the copy could not be written, or did not pass its check (nothing is left then).
    """
    made_at = book.now()
    partial = target.with_name(target.name + ".partial")
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with told(target):
            copy_aside(book.database.connection(), partial)
            _seal(partial, made_at)
            verify(partial)
        move_into_place(partial, target)
    except OSError as error:
        raise BookError(f"The backup {target} can't be written: {(error.strerror or 'no reason').lower()}.") from error
    finally:
        partial.unlink(missing_ok=True)
    return Backup(target, made_at)


def verify(path: Path) -> datetime:
    """Check a backup as a whole: SQLite's own check and the digest over its rows; gives when it was made.

    Raises:
        BookError: it is damaged, unsealed, or not a book.
    """
    if not path.is_file():
        raise BookError(f"There is no backup at {path}.")
    with told(path):
        schema_version(path)
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                raise BookError(f"The backup {path} is damaged.")
            if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'seal'").fetchone():
                raise BookError(f"{path} is not a finished backup: it carries no seal.")
            digest, made_at = connection.execute("SELECT digest, made_at FROM seal").fetchone()
            if digest != row_digest(connection):
                raise BookError(f"The backup {path} is damaged: its rows are not those that were sealed.")
            return datetime.fromisoformat(made_at)
        finally:
            connection.close()


def restore(backup: Path, path: Path, kept_as: Path) -> None:
    """Put a verified backup in the place of the book at ``path`` and keep the present book as ``kept_as``.

    The present book is kept through SQLite where it can be read, else with its log files as they are, so that even
    a damaged one is not lost.

    Raises:
        BookError: the backup is not good, or a file cannot be written; the present book stays.
    """
    verify(backup)
    partial = path.with_name(path.name + ".partial")
    try:
        with told(backup):
            source = sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
            try:
                copy_aside(source, partial)
            finally:
                source.close()
            _unseal(partial)
            bring_up_to_date(partial, schema_version(partial))
        if path.exists():
            _keep(path, kept_as)
        for suffix in ("-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        move_into_place(partial, path)
    except OSError as error:
        raise BookError(
            f"The backup can't be put in place: {(error.strerror or 'no reason given').lower()}."
        ) from error
    finally:
        for suffix in ("", "-wal", "-shm"):
            partial.with_name(partial.name + suffix).unlink(missing_ok=True)


def row_digest(connection: sqlite3.Connection) -> str:
    """SHA-256 over every row of every table that is not an index's own, as the file holds them."""
    digest = hashlib.sha256()
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
    for (name,) in names:
        if name in _UNSEALED or name.endswith(_SHADOWS):
            continue
        digest.update(name.encode())
        for row in connection.execute(f'SELECT * FROM "{name}"'):
            digest.update(repr(row).encode())
    return digest.hexdigest()


def backups_in(folder: Path) -> list[Backup]:
    """The backups of a folder by the instant in their names, newest first; other files are not looked at."""
    found = []
    for path in folder.glob("book-*.refdesk"):
        try:
            found.append(Backup(path, datetime.strptime(path.stem, "book-%Y%m%dT%H%M%SZ")))
        except ValueError:
            continue
    return sorted(found, key=lambda backup: backup.path.name, reverse=True)


def backup_name(made_at: datetime) -> str:
    """The file name of a backup made at this instant (UTC)."""
    return made_at.strftime("book-%Y%m%dT%H%M%SZ.refdesk")


def to_thin_out(days: Sequence[date], today: date) -> list[int]:
    """Which backups (by place in ``days``, newest first) are no longer needed.

    Kept are the newest of each of the last 12 days that have one, then of 10 weeks, then of 9 months. The newest
    backup is always kept, and none that is dated after today is dropped: a wrong clock must not thin anything.
    """
    keep: set[int] = {0}
    groups = (
        (12, [day.isoformat() for day in days]),
        (10, ["{}-{}".format(*day.isocalendar()[:2]) for day in days]),
        (9, [f"{day.year}-{day.month}" for day in days]),
    )
    for count, labels in groups:
        newest = {label: place for place, label in reversed(list(enumerate(labels)))}
        keep.update(sorted(newest.values())[:count])
    return [place for place, day in enumerate(days) if place not in keep and day <= today]


def _seal(path: Path, made_at: datetime) -> None:
    connection = sqlite3.connect(path)
    try:
        connection.execute("CREATE TABLE seal (digest TEXT NOT NULL, made_at TEXT NOT NULL) STRICT")
        seal = (row_digest(connection), made_at.isoformat(timespec="seconds"))
        connection.execute("INSERT INTO seal VALUES (?, ?)", seal)
        connection.commit()
    finally:
        connection.close()


def _unseal(path: Path) -> None:
    connection = sqlite3.connect(path)
    try:
        connection.execute("DROP TABLE seal")
        connection.commit()
    finally:
        connection.close()


def _keep(path: Path, kept_as: Path) -> None:
    """Keep the present book whatever its state."""
    try:
        connection = sqlite3.connect(path, timeout=5.0)
        try:
            connection.execute("PRAGMA schema_version").fetchone()
            copy_aside(connection, kept_as)
        finally:
            connection.close()
    except sqlite3.DatabaseError:
        for suffix in ("", "-wal", "-shm"):
            part = path.with_name(path.name + suffix)
            if part.exists():
                os.link(part, kept_as.with_name(kept_as.name + suffix))
