"""Files that appear whole under their name or not at all, each readable by its user alone."""

import os
import secrets
import shutil
import sqlite3
from pathlib import Path

LOGS = ("-journal", "-wal", "-shm")
"""What is added to a database's name for the files that SQLite keeps beside it."""


def partial_beside(target: Path) -> Path:
    """A name beside ``target`` for what is not finished yet, which no other process uses."""
    return target.parent / f".refdesk-{secrets.token_hex(4)}.partial"


def may_be_replaced(target: Path) -> bool:
    """Whether nothing but a file stands there: a device, a pipe or a folder is never made a file."""
    return target.is_file() or not target.exists()


def make_private(path: Path) -> None:
    """Make an empty file that only its user can read; FileExistsError when something has its name."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def reading_uri(database: Path) -> str:
    """The URI under which SQLite opens a database to read it, and makes no file beside it."""
    uri = f"{database.absolute().as_uri()}?mode=ro"
    # Without a log there is nothing but the file; opened plainly, SQLite would make an empty log.
    has_log = any(_size(database.with_name(database.name + suffix)) for suffix in ("-wal", "-shm"))
    return uri if has_log else f"{uri}&immutable=1"


def copy_database(connection: sqlite3.Connection, target: Path) -> None:
    """Copy an open database to the new file ``target`` through SQLite itself: a file copy would miss the log."""
    make_private(target)
    copy = sqlite3.connect(target)
    try:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = delete")
    finally:
        copy.close()


def copy_aside(connection: sqlite3.Connection, target: Path) -> None:
    """Copy an open database to ``target``, in place of what stands there."""
    partial = partial_beside(target)
    try:
        copy_database(connection, partial)
        move_into_place(partial, target)
    finally:
        remove(partial)


def move_into_place(partial: Path, target: Path) -> None:
    """Make a finished file appear under its name at once and for good: sync it, rename it, sync its folder."""
    with partial.open("rb") as file:
        os.fsync(file.fileno())
    partial.replace(target)
    sync_folder(target.parent)


def put_if_missing(partial: Path, target: Path) -> None:
    """Make a finished file appear under its name, unless another process was quicker; whoever was, stays."""
    try:
        os.link(partial, target)
    except FileExistsError:
        return
    except OSError:  # a file system without links, such as a memory stick's
        partial.rename(target)
    sync_folder(target.parent)


def name_again(path: Path, target: Path) -> None:
    """Give a file a second name; where the file system has none to give, copy it."""
    try:
        os.link(path, target)
    except OSError:
        shutil.copy2(path, target)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, on systems that can."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def belongs_to(database: Path, path: Path) -> bool:
    """Whether a path, by whatever name, is a database or one of the files that SQLite keeps beside it."""
    own = [database, *(database.with_name(database.name + suffix) for suffix in LOGS)]
    try:
        return path.exists() and any(each.exists() and path.samefile(each) for each in own)
    except OSError:  # no file can have such a name
        return False


def remove(database: Path) -> None:
    """Remove a database that is no longer wanted, with its log files, as far as they are there."""
    for suffix in ("", *LOGS):
        database.with_name(database.name + suffix).unlink(missing_ok=True)


def reason_of(error: OSError) -> str:
    """Why the system refused, as the end of a sentence."""
    return (error.strerror or "no reason given").lower()


def _size(path: Path) -> int:
    """In bytes; 0 of a file that is not there, or has just been removed."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
