"""Fixtures for the tests of contacts: Ana's facts in a pane, over a book of two people."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from refdesk.domain.person import Person
from refdesk.gui.contacts import facts_pane
from refdesk.gui.contacts.facts_pane import FactsPane
from refdesk.gui.theme.theme import Theme
from refdesk.gui.view import Tools
from tests.gui.contacts.facts_book import ANA, add, shown
from tests.gui.views import Seen, tools_for


@pytest.fixture
def opened(theme: Theme, tmp_path: Path) -> Iterator[tuple[Tools, Seen]]:
    with tools_for(theme, tmp_path / "book.refdesk") as found:
        yield found


@pytest.fixture
def tools(opened: tuple[Tools, Seen]) -> Tools:
    add(opened[0], ANA, Person(id="bo", name="Bo Li"))
    return opened[0]


@pytest.fixture
def seen(opened: tuple[Tools, Seen]) -> Seen:
    return opened[1]


@pytest.fixture
def pane(tools: Tools, qtbot: QtBot) -> FactsPane:
    found: FactsPane = shown(qtbot, FactsPane(tools), facts_pane.WIDTH)
    found.show_person("ana")
    return found
