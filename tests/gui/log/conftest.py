"""A book of four people, and tools over it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from refdesk.gui.theme.theme import Theme
from refdesk.gui.view import Tools
from tests.gui.hands import on_screen
from tests.gui.views import Seen, tools_for
from tests.storage.desks import add


@pytest.fixture
def told(theme: Theme, tmp_path: Path) -> Iterator[tuple[Tools, Seen]]:
    with tools_for(theme, tmp_path / "book.refdesk") as (tools, seen):
        desk = tools.session.desk()
        add(desk, "Ana Ruiz")
        add(desk, "Ana Pavlović", id="pavlovic")
        add(desk, "Tomasz Nowak")
        add(desk, "Bo Li")
        yield tools, seen


@pytest.fixture
def tools(told: tuple[Tools, Seen]) -> Tools:
    return told[0]


@pytest.fixture
def seen(told: tuple[Tools, Seen]) -> Seen:
    return told[1]


@pytest.fixture
def content(qtbot: QtBot) -> QWidget:
    """The window's content."""
    content = QWidget()
    QVBoxLayout(content)
    on_screen(qtbot, content)
    return content
