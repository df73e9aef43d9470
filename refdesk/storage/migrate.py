"""Bringing a book's schema up to date: a copy first, then every missing step in one transaction."""

import sqlite3
from pathlib import Path

from refdesk import __version__
from refdesk.domain.errors import BookError
from refdesk.storage.files import copy_aside, reading_uri, reason_of
from refdesk.storage.migrations import SCHEMA_VERSION, STEPS

APPLICATION_ID = 0x52664473
"""What ``PRAGMA application_id`` says of a RefDesk book ("RfDs")."""


def schema_version(path: Path) -> int:
    """The schema version of the book at ``path``, read without changing anything there.

    Raises:
        BookError: it is no file, is empty, or belongs to another program or to a newer RefDesk.
    """
    if not path.is_file():
        raise BookError(f"{path} is not a RefDesk book: it is not a file.")
    if path.stat().st_size == 0:
        # No book is ever in the making here: it is one whose content was lost, and must not pass for a new one.
        raise BookError(f"{path} is empty, so it is not a RefDesk book. Restore a backup with 'refdesk restore FILE'.")
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


def bring_up_to_date(path: Path, version: int, *, keep_copy: bool = True) -> None:
    """Run the steps that the book at ``path`` lacks (``version`` 0: all), after putting a copy of it aside.

    Raises:
        BookError: the copy cannot be written; the book stays as it is.
    """
    if version == SCHEMA_VERSION:
        return
    connection = sqlite3.connect(path, timeout=5.0, isolation_level=None)
    try:
        if version and keep_copy:
            _keep_copy(connection, path, version)
        connection.execute("PRAGMA journal_mode = wal")
        connection.execute("PRAGMA synchronous = full")
        run_steps(connection, version, SCHEMA_VERSION)
    finally:
        connection.close()


def _keep_copy(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Put a copy aside, unless another process has brought the book up to date meanwhile."""
    connection.execute("BEGIN")
    try:
        if connection.execute("PRAGMA user_version").fetchone()[0] == version:
            copy_aside(connection, path.with_name(f"{path.stem}.form-{version}{path.suffix}"))
    except OSError as error:
        raise BookError(
            f"No copy of {path} can be put aside before it is brought up to date: {reason_of(error)}."
        ) from error
    finally:
        connection.rollback()


def run_steps(connection: sqlite3.Connection, first: int, last: int) -> None:
    """Take the book from schema ``first`` to ``last``: all the tables and the version together, or none of it.

    So no other process ever finds, or copies, a book that is on its way.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have run these steps while this one waited for the lock.
        if connection.execute("PRAGMA user_version").fetchone()[0] == first:
            for statement in (statement for step in STEPS[first:last] for statement in statements(step)):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {last}")
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


def expected_schema() -> set[tuple[str, ...]]:
    """The (type, name, table, SQL) of everything that the steps make; without the inner tables of search indexes."""
    connection = sqlite3.connect(":memory:")
    try:
        for statement in (statement for step in STEPS for statement in statements(step)):
            connection.execute(statement)
        made = set(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema"))
        indexes = tuple(f"{name}_" for _, name, _, sql in made if (sql or "").startswith("CREATE VIRTUAL"))
        return {row for row in made if not row[1].startswith(indexes)}
    finally:
        connection.close()


def _read_only(path: Path) -> sqlite3.Connection:
    """A connection that makes no file and changes none."""
    uri = reading_uri(path)
    connection = sqlite3.connect(uri, uri=True)
    try:
        connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.OperationalError:
        # The log beside it cannot be read; the file itself tells the version of all but a migration's last moment.
        connection.close()
        return sqlite3.connect(f"{uri}&immutable=1", uri=True)
    return connection
