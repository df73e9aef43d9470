"""Starting at login: on, off and on again in each system's own form, in folders and a registry of the test's own."""

import plistlib
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from refdesk.desktop.autostart import Autostart, NullAutostart, system_autostart
from refdesk.desktop.autostart_linux import DesktopEntry, quoted
from refdesk.desktop.autostart_macos import LaunchAgent
from refdesk.desktop.autostart_windows import RunKey

COMMAND = ["/opt/Ref Desk/bin/refdesk", "--background"]


class FakeRegistry(ModuleType):
    """As much of winreg as there is one key for."""

    HKEY_CURRENT_USER, KEY_READ, KEY_SET_VALUE, REG_SZ = "HKCU", 1, 2, 1

    def __init__(self) -> None:
        super().__init__("winreg")
        self.keys: dict[tuple[str, str], dict[str, tuple[str, int]]] = {}

    @contextmanager
    def CreateKey(self, root: str, path: str) -> Iterator[Any]:
        yield self.keys.setdefault((root, path), {})

    @contextmanager
    def OpenKey(self, root: str, path: str, reserved: int, access: int) -> Iterator[Any]:
        if (root, path) not in self.keys:
            raise FileNotFoundError
        yield self.keys[root, path]

    def SetValueEx(self, key: Any, name: str, reserved: int, kind: int, value: str) -> None:
        key[name] = (value, kind)

    def QueryValueEx(self, key: Any, name: str) -> Any:
        if name not in key:
            raise FileNotFoundError
        return key[name]

    def DeleteValue(self, key: Any, name: str) -> None:
        if name not in key:
            raise FileNotFoundError
        del key[name]


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> FakeRegistry:
    fake = FakeRegistry()
    monkeypatch.setitem(sys.modules, "winreg", fake)
    return fake


@pytest.mark.usefixtures("registry")
@pytest.mark.parametrize(
    ("system", "kind"), [("linux", DesktopEntry), ("darwin", LaunchAgent), ("win32", RunKey), ("other", NullAutostart)]
)
def test_it_can_be_turned_on_and_off_again_and_again(tmp_path: Path, system: str, kind: type) -> None:
    start: Autostart = system_autostart(tmp_path / "home", tmp_path / "config", system)
    assert type(start) is kind
    works = kind is not NullAutostart
    assert not start.is_on()
    start.turn_off()
    for _ in range(2):
        start.turn_on(COMMAND)
        start.turn_on(COMMAND)
        assert start.is_on() is works
        start.turn_off()
        start.turn_off()
        assert not start.is_on()


def test_the_desktop_entry_lies_where_sessions_look(tmp_path: Path) -> None:
    system_autostart(tmp_path, tmp_path / ".config", "linux").turn_on(COMMAND)
    lines = (tmp_path / ".config" / "autostart" / "refdesk.desktop").read_text().splitlines()
    assert lines[0] == "[Desktop Entry]"
    assert "Type=Application" in lines
    assert 'Exec="/opt/Ref Desk/bin/refdesk" --background' in lines


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_an_entry_that_another_program_switched_off_is_off(tmp_path: Path, line: str) -> None:
    start = DesktopEntry(tmp_path)
    start.turn_on(COMMAND)
    start.path.write_text(start.path.read_text().replace("X-GNOME-Autostart-enabled=true", line))
    assert not start.is_on()
    start.turn_on(COMMAND)
    assert start.is_on()


@pytest.mark.parametrize(
    ("word", "exec_"),
    [
        ("refdesk", "refdesk"),
        ("", '""'),
        ("a b", '"a b"'),
        ("100%", "100%%"),
        ("$HOME", r'"\\$HOME"'),
        ('say "hi"', r'"say \\"hi\\""'),
        ("back\\slash", r'"back\\\\slash"'),
        ("`tick`", r'"\\`tick\\`"'),
        ("a;b", '"a;b"'),
    ],
)
def test_words_are_quoted_as_the_exec_key_wants_them(word: str, exec_: str) -> None:
    assert quoted(word) == exec_


def test_a_quoted_word_is_read_back_by_a_shell_as_it_was(tmp_path: Path) -> None:
    """Exec's quotes are the shell's double quotes, under one layer of escaped backslashes."""
    word = 'it\'s a "word" with \\ and $HOME and `date` in it'
    exec_ = quoted(word).replace("\\\\", "\\")
    said = subprocess.run(["sh", "-c", f"printf %s {exec_}"], capture_output=True, text=True, check=True)
    assert said.stdout == word


def test_the_agent_runs_the_command_at_login(tmp_path: Path) -> None:
    system_autostart(tmp_path, tmp_path, "darwin").turn_on(COMMAND)
    (path,) = (tmp_path / "Library" / "LaunchAgents").iterdir()
    agent = plistlib.loads(path.read_bytes())
    assert path.stem == agent["Label"]
    assert agent["ProgramArguments"] == COMMAND
    assert agent["RunAtLoad"] is True


def test_the_run_key_holds_one_command_line(registry: FakeRegistry) -> None:
    RunKey().turn_on(COMMAND)
    assert registry.keys == {
        ("HKCU", r"Software\Microsoft\Windows\CurrentVersion\Run"): {
            "RefDesk": ('"/opt/Ref Desk/bin/refdesk" --background', 1)
        }
    }


def test_the_run_key_keeps_what_other_programs_wrote(registry: FakeRegistry) -> None:
    RunKey().turn_on(COMMAND)
    (key,) = registry.keys.values()
    key["Other"] = ("other.exe", 1)
    RunKey().turn_off()
    assert key == {"Other": ("other.exe", 1)}
    assert not RunKey().is_on()
