"""Keep tests away from the real home, the session bus and the network, and long campaigns out of a plain run."""

import os
import socket
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

XDG_FOLDERS = ("CONFIG_HOME", "DATA_HOME", "CACHE_HOME", "STATE_HOME", "RUNTIME_DIR")

settings.register_profile("fast", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("fast")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the soak tests to `pytest -m soak`; deselected, so that a plain run reports no skips."""
    if "soak" in config.getoption("markexpr"):
        return
    soak = [item for item in items if item.get_closest_marker("soak")]
    if soak:
        config.hook.pytest_deselected(items=soak)
        items[:] = [item for item in items if item not in soak]


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give the session an empty home, no session bus and a neutral language; the time zone stays the machine's."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        for folder in XDG_FOLDERS:
            (home / folder).mkdir(mode=0o700)
            patch.setenv(f"XDG_{folder}", str(home / folder))
        for name in ("DBUS_SESSION_BUS_ADDRESS", "LANGUAGE"):
            patch.delenv(name, raising=False)
        patch.setenv("LANG", "C.UTF-8")
        patch.setenv("LC_ALL", "C.UTF-8")
        yield


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Fail a test that connects anywhere but to a Unix socket; not by an OSError, which tested code may catch."""

    def guarded(method: Any) -> Any:
        def call(self: socket.socket, *arguments: Any) -> Any:
            if self.family != getattr(socket, "AF_UNIX", None):
                pytest.fail(f"a test reached for the network: {arguments[-1]}")
            return method(self, *arguments)

        return call

    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, guarded(getattr(socket.socket, name)))
        yield
