"""The settings for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from refdesk.gui.theme.theme import Theme
from tests.gui.settings.windows import Opened, opened_at


@pytest.fixture
def opened(theme: Theme, tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    """The settings over an empty book."""
    with opened_at(theme, tmp_path / "book.refdesk", qtbot) as opened:
        yield opened
