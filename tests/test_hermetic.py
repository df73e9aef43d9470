"""The promises of the tests' own set-up: an own home, no session bus, no network, no long campaign by accident."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

CONFTEST = Path(__file__).with_name("conftest.py")
PROJECT = CONFTEST.parent.parent / "pyproject.toml"


def test_the_home_is_a_temporary_one(tmp_path_factory: pytest.TempPathFactory) -> None:
    temporary = tmp_path_factory.getbasetemp()
    assert Path.home().is_relative_to(temporary)
    assert Path(platformdirs.user_data_dir("refdesk")).is_relative_to(temporary)


def test_there_is_no_session_bus() -> None:
    assert "DBUS_SESSION_BUS_ADDRESS" not in os.environ


@pytest.mark.parametrize("attempt", ["connect", "connect_ex"])
def test_the_network_is_out_of_reach(attempt: str) -> None:
    with socket.socket(socket.AF_INET) as client, pytest.raises(pytest.fail.Exception, match="network"):
        getattr(client, attempt)(("127.0.0.1", 9))


def test_datagrams_are_out_of_reach() -> None:
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client,
        pytest.raises(pytest.fail.Exception, match="network"),
    ):
        client.sendto(b"", ("127.0.0.1", 9))


def test_a_local_socket_is_within_reach(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path may not be long
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        server.bind("socket")
        server.listen()
        client.connect("socket")
        assert client.getpeername() == "socket"


@pytest.mark.parametrize(("arguments", "ran"), [([], "test_short"), (["-m", "soak"], "test_long")])
def test_long_campaigns_run_only_when_asked_for(tmp_path: Path, arguments: list[str], ran: str) -> None:
    (tmp_path / "conftest.py").write_text(CONFTEST.read_text())
    (tmp_path / "test_it.py").write_text(
        "import pytest\ndef test_short(): pass\n@pytest.mark.soak\ndef test_long(): pass\n"
    )
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-vv",
        f"--config-file={PROJECT}",
        f"--rootdir={tmp_path}",
        "-p",
        "no:cacheprovider",
    ]
    outcome = subprocess.run([*command, *arguments, str(tmp_path)], capture_output=True, text=True, check=True)
    assert f"{ran} PASSED" in outcome.stdout
    assert "1 passed, 1 deselected" in outcome.stdout
