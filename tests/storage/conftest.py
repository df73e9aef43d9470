"""A fresh book, and a desk over it, for each test of the storage room."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from refdesk.services.desk import Desk
from refdesk.storage.book import Book
from tests.storage.desks import desk_at


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the test's book lies, in a folder of its own."""
    return tmp_path / "data" / "book.refdesk"


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    """A desk over a fresh book."""
    with desk_at(path) as desk:
        yield desk


@pytest.fixture
def book(desk: Desk) -> Book:
    """The book of that desk."""
    return desk.book
