"""The composer over a small town, opened for somebody, with real keys."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from refdesk.gui.composer.dialog import Composer
from refdesk.gui.theme.theme import Theme
from refdesk.gui.view import Tools
from refdesk.services.asking import prepare
from refdesk.services.desk import Desk
from tests.gui.views import Seen, tools_for
from tests.services.ready_town import settle

Opens = Callable[[str], Composer]


@pytest.fixture
def opened(theme: Theme, tmp_path: Path) -> Iterator[tuple[Tools, Seen]]:
    with tools_for(theme, tmp_path / "book.refdesk") as found:
        settle(Desk(found[0].session.book, found[0].session.today))
        yield found


@pytest.fixture
def tools(opened: tuple[Tools, Seen]) -> Tools:
    return opened[0]


@pytest.fixture
def seen(opened: tuple[Tools, Seen]) -> Seen:
    return opened[1]


@pytest.fixture
def opens(tools: Tools, qtbot: QtBot) -> Iterator[Opens]:
    """Opens the composer for somebody; it is gone after the test."""

    def open_(person: str) -> Composer:
        composer = Composer(tools, prepare(tools.session.desk(), person))
        composer.open()
        composer.activateWindow()
        qtbot.waitUntil(composer.isActiveWindow)
        return composer

    yield open_
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
