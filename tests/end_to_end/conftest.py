"""A bus of its own for every test that shows something, and a fake server on it."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.end_to_end.bus import FakeServer, session_bus
from tests.end_to_end.processes import virtual_screen


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a private session bus, which is the environment's too; its path is short, as sockets need."""
    with TemporaryDirectory(prefix="bus") as folder, session_bus(Path(folder)) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


@pytest.fixture
def server(bus: str) -> Iterator[FakeServer]:
    """A notification server that can do what most can."""
    server = FakeServer(bus, "actions", "body", "body-markup")
    yield server
    server.stop()


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A virtual screen, which is the environment's."""
    with virtual_screen() as display:
        monkeypatch.setenv("DISPLAY", display)
        monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
        yield display
