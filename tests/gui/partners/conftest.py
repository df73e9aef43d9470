"""The view of partners for each test, over a book with three of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from refdesk.gui.partners.view import PartnersView
from refdesk.gui.theme.theme import Theme
from refdesk.gui.view import Tools
from tests.gui.partners.circle import write_circle
from tests.gui.views import Seen, tools_for


@pytest.fixture
def tools_of(theme: Theme, tmp_path: Path) -> Iterator[tuple[Tools, Seen]]:
    with tools_for(theme, tmp_path / "book.refdesk") as (tools, seen):
        yield tools, seen


@pytest.fixture
def view(tools_of: tuple[Tools, Seen], qtbot: QtBot) -> PartnersView:
    write_circle(tools_of[0].session.desk())
    return shown(tools_of[0], qtbot)


@pytest.fixture
def nobody(tools_of: tuple[Tools, Seen], qtbot: QtBot) -> PartnersView:
    return shown(tools_of[0], qtbot)


def shown(tools: Tools, qtbot: QtBot) -> PartnersView:
    view = PartnersView(tools)
    qtbot.addWidget(view)
    view.resize(1064, 742)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    view.panes()[0].setFocus()
    return view
