"""Keeping the book safe: backups, putting one back, and proving that all is well."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from refdesk.services.desk import Desk
from refdesk.storage import backup, check
from refdesk.storage.backup import Backup


@dataclass(frozen=True, slots=True)
class Health:
    """Whether the book is sound, and what is wrong with it."""

    problems: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def back_up(desk: Desk, target: Path | None = None) -> Backup:
    """Make a verified copy of the book at ``target``, by default among the backups beside the book.

    Backups beside the book are thinned out: twelve of days, ten of weeks, nine of months stay.
    """
    if target is not None:
        return backup.back_up(desk.book, target)
    folder = backups_beside(desk.book.path)
    made = backup.back_up(desk.book, folder / backup.backup_name(desk.book.now()))
    kept = backup.backups_in(folder)
    for place in backup.to_thin_out([one.made_at.date() for one in kept], made.made_at.date()):
        kept[place].path.unlink(missing_ok=True)
    return made


def restore(book: Path, from_backup: Path, now: datetime) -> Path | None:
    """Put a verified backup in the book's place; gives where the present book was kept (None: there was none).

    The book must not be open here.
    """
    kept_as = book.with_name(f"{book.stem}.before-restore-{now:%Y%m%dT%H%M%SZ}{book.suffix}")
    was_there = book.exists()
    backup.restore(from_backup, book, kept_as)
    return kept_as if was_there else None


def check_book(desk: Desk) -> Health:
    """Prove the book: the file, the method's rules, the search index and every kept verdict."""
    return Health(tuple(check.problems(desk.book)))


def backups_of(book: Path) -> list[Backup]:
    """The backups beside a book, the newest first; none where there is no such folder."""
    return backup.backups_in(backups_beside(book))


def backups_beside(book: Path) -> Path:
    """The folder of a book's backups."""
    return book.with_name(f"{book.stem}-backups")
