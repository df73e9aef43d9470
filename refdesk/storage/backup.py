"""Backups: verified copies of the book, each sealed with a digest over its rows (`docs/architecture.md`).

A copy is only ever made by SQLite itself, written beside its place, checked, and moved there when it is good.
"""

import hashlib
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from refdesk.domain.errors import BookError
from refdesk.storage.book import Book, told
from refdesk.storage.files import (
    LOGS,
    belongs_to,
    copy_aside,
    copy_database,
    may_be_replaced,
    move_into_place,
    name_again,
    partial_beside,
    reason_of,
    remove,
)
from refdesk.storage.migrate import bring_up_to_date, schema_version

_SEAL = "CREATE TABLE seal (digest TEXT NOT NULL, made_at TEXT NOT NULL) STRICT"


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
    partial = partial_beside(target)
    try:
        if not may_be_replaced(target):
            raise BookError(f"The backup {target} can't be written: what stands there is no file.")
        if belongs_to(book.path, target):
            raise BookError(f"{target} is the book itself; a backup needs a place of its own.")
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            with told(target):
                copy_database(book.database.connection(), partial)
                _seal(partial, made_at)
                verify(partial)
            move_into_place(partial, target)
        finally:
            remove(partial)
    except OSError as error:
        raise BookError(f"The backup {target} can't be written: {reason_of(error)}.") from error
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
            return _verified(connection, path)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:  # nobody but SQLite has written this file
            raise BookError(f"The backup {path} is damaged: {error}.") from error
        finally:
            connection.close()


def _verified(connection: sqlite3.Connection, path: Path) -> datetime:
    if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        raise BookError(f"The backup {path} is damaged.")
    # The digest cannot cover the seal's own row of the schema, so that has to be word for word what `_seal` makes.
    made = ("table", "seal", "seal", _SEAL)
    has_seal = connection.execute(
        "SELECT 1 FROM sqlite_schema WHERE (type, name, tbl_name, sql) = (?, ?, ?, ?)", made
    ).fetchone()
    seal = connection.execute("SELECT digest, made_at FROM seal").fetchone() if has_seal else None
    if seal is None:
        raise BookError(f"{path} is not a finished backup: it carries no seal.")
    digest, made_at = seal
    if digest != row_digest(connection, made_at):
        raise BookError(f"The backup {path} is damaged: its rows are not those that were sealed.")
    return datetime.fromisoformat(made_at)


def restore(backup: Path, path: Path, kept_as: Path) -> None:
    """Put a verified backup in the place of the book at ``path`` and keep the present book as ``kept_as``.

    The present book is kept through SQLite where it can be read, else with its log files as they are, so that even
    a damaged one is not lost.

    Raises:
        BookError: the backup is not good, the book is in use, or a file cannot be written; the present book stays.
    """
    verify(backup)
    path = path.resolve()
    partial = partial_beside(path)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            with told(backup):
                _copy_unsealed(backup, partial)
                bring_up_to_date(partial, schema_version(partial), keep_copy=False)
            if path.exists():
                _keep(path, kept_as)
            for suffix in LOGS:
                path.with_name(path.name + suffix).unlink(missing_ok=True)
            move_into_place(partial, path)
        finally:
            remove(partial)
    except OSError as error:
        raise BookError(f"The backup can't be put in place: {reason_of(error)}.") from error


def row_digest(connection: sqlite3.Connection, made_at: str) -> str:
    """SHA-256 over the instant of a backup, its schema, and every row but the seal's as the file holds them."""
    digest = hashlib.sha256(repr(made_at).encode())
    schema = connection.execute("SELECT * FROM sqlite_schema WHERE name <> 'seal' ORDER BY name").fetchall()
    digest.update(repr(schema).encode())
    for kind, name, _, _, sql in schema:
        if kind == "table" and not str(sql).startswith("CREATE VIRTUAL"):  # their rows are those of other tables
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

    Kept are the newest of each of the last 12 days that have one, then of 10 weeks, then of 9 months. Those dated
    after today are kept too, and count for nothing: a wrong clock must not thin anything.
    """
    past = [place for place, day in enumerate(days) if day <= today]
    keep: set[int] = set()
    for count, label in ((12, date.isoformat), (10, _week), (9, _month)):
        newest: dict[str, int] = {}
        for place in past:
            newest.setdefault(label(days[place]), place)
        keep.update(list(newest.values())[:count])
    return [place for place in past if place not in keep]


def _week(day: date) -> str:
    return "{}-{}".format(*day.isocalendar())


def _month(day: date) -> str:
    return f"{day.year}-{day.month}"


def _seal(path: Path, made_at: datetime) -> None:
    instant = made_at.isoformat(timespec="seconds")
    connection = sqlite3.connect(path)
    try:
        # There is one already where a backup was opened as a book.
        connection.execute("DROP TABLE IF EXISTS seal")
        connection.execute(_SEAL)
        connection.execute("INSERT INTO seal VALUES (?, ?)", (row_digest(connection, instant), instant))
        connection.commit()
    finally:
        connection.close()


def _copy_unsealed(backup: Path, target: Path) -> None:
    source = sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        copy_database(source, target)
    finally:
        source.close()
    copy = sqlite3.connect(target)
    try:
        copy.execute("DROP TABLE seal")
        copy.commit()
    finally:
        copy.close()


def _keep(path: Path, kept_as: Path) -> None:
    """Keep the present book whatever its state."""
    if kept_as.exists():
        raise BookError(f"There is something at {kept_as} already, where the present book would be kept.")
    logs = {suffix: path.with_name(path.name + suffix) for suffix in ("-journal", "-wal")}
    kept_logs = [kept_as.with_name(kept_as.name + suffix) for suffix, log in logs.items() if log.exists()]
    # The logs come first, as they are: SQLite throws away the log of a file that it cannot read.
    for kept_log in kept_logs:
        name_again(logs[kept_log.name.removeprefix(kept_as.name)], kept_log)
    is_raw = False
    try:
        is_raw = not _copy_whole(path, kept_as)
        if is_raw:
            name_again(path, kept_as)
    finally:
        for kept_log in () if is_raw else kept_logs:
            kept_log.unlink()


def _copy_whole(path: Path, target: Path) -> bool:
    """Copy the book with its log through SQLite; False when it cannot be read."""
    try:
        connection = sqlite3.connect(path, timeout=0.0)
        try:
            # Folds the log into the file, which SQLite does only where nobody else has the book open.
            connection.execute("PRAGMA journal_mode = delete")
            copy_aside(connection, target)
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            raise BookError(f"The book {path} is open in another RefDesk. Close that first.") from error
        return False
    return True
