"""The view of referrals for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from refdesk.gui.referrals.view import ReferralsView
from refdesk.gui.theme.theme import Theme
from refdesk.gui.view import Tools
from tests.gui.referrals.book import BOOK, fill, shown
from tests.gui.views import Seen, tools_for


@pytest.fixture
def desk_of(theme: Theme, tmp_path: Path) -> Iterator[tuple[Tools, Seen]]:
    """An empty book's tools."""
    with tools_for(theme, tmp_path / "book.refdesk") as (tools, seen):
        yield tools, seen


@pytest.fixture
def view(desk_of: tuple[Tools, Seen], qtbot: QtBot) -> ReferralsView:
    fill(desk_of[0], *BOOK)
    return shown(desk_of[0], qtbot)


@pytest.fixture
def seen(desk_of: tuple[Tools, Seen]) -> Seen:
    return desk_of[1]
