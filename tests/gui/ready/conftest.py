"""The view over a small town, for every test of Ready to ask."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from refdesk.gui.theme.theme import Theme
from tests.gui.ready.town import Shown, shown_in
from tests.services.ready_town import settle
from tests.storage.desks import desk_at


@pytest.fixture(scope="session")
def settled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The town's book, written once."""
    path = tmp_path_factory.mktemp("town") / "book.refdesk"
    with desk_at(path) as desk:
        settle(desk)
    return path.read_bytes()


@pytest.fixture
def town(theme: Theme, settled: bytes, tmp_path: Path, qtbot: QtBot) -> Iterator[Shown]:
    """The town's people in their groups."""
    path = tmp_path / "book.refdesk"
    path.write_bytes(settled)
    with shown_in(theme, path) as shown:
        yield shown


@pytest.fixture
def nobody(theme: Theme, tmp_path: Path, qtbot: QtBot) -> Iterator[Shown]:
    """An empty book."""
    with shown_in(theme, tmp_path / "book.refdesk") as shown:
        yield shown
