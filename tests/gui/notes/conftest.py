"""The notes desk for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from refdesk.domain.records import Me
from refdesk.gui.notes.view import NotesView
from refdesk.gui.theme.theme import Theme
from refdesk.gui.view import Tools
from refdesk.services.settings import save_me
from tests.gui.notes.desks import CARD, DONE, OLD, PEOPLE, WON, shown
from tests.gui.views import Seen, tools_for


@pytest.fixture
def desk_of(theme: Theme, tmp_path: Path) -> Iterator[tuple[Tools, Seen]]:
    """A desk with a letter owed, a card begun, a note written and one posted."""
    with tools_for(theme, tmp_path / "book.refdesk") as (tools, seen):
        with tools.session.desk().act("Book.") as act:
            for record in (*PEOPLE, WON, CARD, DONE, OLD):
                act.put(record)
        tools.preferences.home = "GB"
        save_me(tools.session.desk(), Me(name="Inês"))
        yield tools, seen


@pytest.fixture
def view(desk_of: tuple[Tools, Seen], qtbot: QtBot) -> NotesView:
    return shown(desk_of[0], qtbot)


@pytest.fixture
def seen(desk_of: tuple[Tools, Seen]) -> Seen:
    return desk_of[1]
