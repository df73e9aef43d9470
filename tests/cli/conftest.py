"""A book and the program over it, for each test of the command line."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.attack.program import Ran, refdesk
from tests.cli.people import BOOK
from tests.storage.desks import TODAY

Run = Callable[..., Ran]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the test's book lies, which is not made yet."""
    return tmp_path / "data" / "book.refdesk"


@pytest.fixture
def empty(path: Path) -> Run:
    """The program over a book that is not made yet, on TODAY."""
    return partial(refdesk, book=path, day=TODAY)


@pytest.fixture
def run(empty: Run, tmp_path: Path) -> Run:
    """The program over a small book in which a little of everything is recorded, on TODAY."""
    file = tmp_path / "everything.json"
    file.write_text(BOOK)
    assert empty("import", file).code == 0
    return empty
