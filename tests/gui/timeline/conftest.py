"""A book with a timeline, and tools over it."""

from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest

from refdesk.gui.theme.theme import Theme
from refdesk.gui.view import Tools
from tests.gui.views import Seen, tools_for
from tests.storage.desks import add, log


@pytest.fixture
def told(theme: Theme, tmp_path: Path) -> Iterator[tuple[Tools, Seen]]:
    with tools_for(theme, tmp_path / "book.refdesk") as (tools, seen):
        desk = tools.session.desk()
        add(desk, "Ana Ruiz")
        add(desk, "Bo Li")
        log(desk, "ana", id="old", days=400, kind="letter", summary="Thank you")
        log(desk, "ana", "bo", id="both", days=1, kind="meeting", line="Coffee with Ana and Bo", summary="Boats")
        log(desk, "bo", id="today", at=time(9, 30), summary="Golf", place="Rossi", marks=("gave",))
        yield tools, seen


@pytest.fixture
def tools(told: tuple[Tools, Seen]) -> Tools:
    return told[0]


@pytest.fixture
def seen(told: tuple[Tools, Seen]) -> Seen:
    return told[1]
