"""A book whose file was taken away under an open window takes nothing more, which nobody would find."""

from pathlib import Path

import pytest

from refdesk.domain.errors import BookError
from refdesk.storage.book import Book
from tests.storage.desks import now


def test_a_book_that_was_moved_takes_nothing_until_it_is_back(tmp_path: Path) -> None:
    path, elsewhere = tmp_path / "book.refdesk", tmp_path / "elsewhere.refdesk"
    with Book.open(path, now) as book:
        path.rename(elsewhere)
        with pytest.raises(BookError, match=r"book\.refdesk is no longer there"), book.transaction():
            pass
        elsewhere.rename(path)
        with book.transaction():
            pass


def test_no_book_is_made_beside_the_log_of_another(tmp_path: Path) -> None:
    path, log = tmp_path / "book.refdesk", tmp_path / "book.refdesk-wal"
    with Book.open(path, now) as book:
        with book.transaction():
            book.execute("UPDATE derived_form SET form = form")
        left = log.read_bytes()
    path.unlink()
    log.write_bytes(left)
    with pytest.raises(BookError, match=r"There is no book at .*, but the last changes of one are beside it"):
        Book.open(path, now)
    assert log.read_bytes() == left
    log.unlink()
    Book.open(path, now).close()


def test_a_book_that_was_replaced_takes_nothing(tmp_path: Path) -> None:
    path, other = tmp_path / "book.refdesk", tmp_path / "other.refdesk"
    with Book.open(path, now) as book, Book.open(other, now):
        other.replace(path)
        with pytest.raises(BookError, match="moved, deleted or replaced"), book.transaction():
            pass
