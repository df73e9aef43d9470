"""Bringing a book's schema up to date: a copy first, then each step in one transaction of its own."""

import os
import sqlite3
from pathlib import Path

from refdesk import __version__
from refdesk.domain.errors import BookError
from refdesk.storage.migrations import SCHEMA_VERSION, STEPS

APPLICATION_ID = 0x52664473
"""What ``PRAGMA application_id`` says of a RefDesk book ("RfDs")."""


def schema_version(path: Path) -> int:
    """The schema version of the book at ``path`` (0: an empty file), read without changing a byte of it.

    Raises:
        BookError: the file belongs to another program, or to a newer RefDesk.
    """
    if path.stat().st_size == 0:
        return 0
    connection = _read_only(path)
    try:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    finally:
        connection.close()
    if application != APPLICATION_ID:
        raise BookError(f"{path} is not a RefDesk book.")
    if version > SCHEMA_VERSION:
        raise BookError(
            f"{path} was made by a newer RefDesk: its form is {version}, and RefDesk {__version__} knows forms up to "
            f"{SCHEMA_VERSION}. Update RefDesk to open it."
        )
    return version


def bring_up_to_date(path: Path, version: int) -> None:
    """Run the steps that the book at ``path`` lacks, after a copy of a book that has any was put aside."""
    if version == SCHEMA_VERSION:
        return
    connection = sqlite3.connect(path, timeout=5.0, isolation_level=None)
    try:
        if version:
            copy_aside(connection, path.with_name(f"{path.stem}.before-form-{SCHEMA_VERSION}{path.suffix}"))
        connection.execute("PRAGMA journal_mode = wal")
        connection.execute("PRAGMA synchronous = full")
        for step in range(version, SCHEMA_VERSION):
            run_step(connection, step)
    finally:
        connection.close()


def run_step(connection: sqlite3.Connection, step: int) -> None:
    """Take the book from schema ``step`` to ``step + 1``: the tables and the version together, or neither."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have run this step while this one waited for the lock.
        if connection.execute("PRAGMA user_version").fetchone()[0] == step:
            for statement in statements(STEPS[step]):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {step + 1}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def statements(script: str) -> list[str]:
    """A script's statements one by one; ``executescript`` would commit the open transaction first."""
    found, pending = [], ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            found.append(pending.strip())
            pending = ""
    return found


def copy_aside(connection: sqlite3.Connection, target: Path) -> None:
    """Copy the open book to ``target`` through SQLite itself: a file copy would miss the write-ahead log."""
    partial = target.with_name(target.name + ".partial")
    partial.unlink(missing_ok=True)
    os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    copy = sqlite3.connect(partial)
    try:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = delete")
    finally:
        copy.close()
    move_into_place(partial, target)


def move_into_place(partial: Path, target: Path) -> None:
    """Make a finished file appear under its name at once and for good: sync it, rename it, sync its folder."""
    with partial.open("rb") as file:
        os.fsync(file.fileno())
    partial.replace(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, on systems that can."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _read_only(path: Path) -> sqlite3.Connection:
    """A connection that makes no file and changes none."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    return connection
