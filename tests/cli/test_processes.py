"""The program as a process of its own: what it loads, a reader who leaves early, several at once, an odd terminal."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from refdesk.cli.main import COMMANDS
from tests.cli.conftest import Run
from tests.services.books import card

WITHOUT_WINDOW = """
import sys
from importlib.abc import MetaPathFinder
FORBIDDEN = {forbidden!r}
class Refuse(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in FORBIDDEN or name in FORBIDDEN:
            raise AssertionError(f"{{name}} was imported")
        return None
sys.meta_path.insert(0, Refuse())
from refdesk.cli.main import main
sys.exit(main(sys.argv[1:]))
"""
WINDOW = ("PySide6", "shiboken6", "tkinter", "refdesk.gui")
SLOW = (*WINDOW, "dateparser", "csv", "refdesk.formats", "platformdirs", "rapidfuzz", "phonenumbers", "icalendar")


def program(
    *arguments: object, path: Path, code: str = "", env: dict[str, str] | None = None
) -> "subprocess.CompletedProcess[bytes]":
    """Run the program, or this code in its place, on the book at ``path``."""
    start = ["-c", code] if code else ["-m", "refdesk"]
    words = ["--book", str(path), "--today", "2026-11-18", *map(str, arguments)]
    return subprocess.run(
        [sys.executable, *start, *words],
        capture_output=True,
        timeout=60,
        check=False,
        env={**os.environ, **(env or {})},
    )


def arguments_of(command: str, tmp_path: Path) -> list[str]:
    file = tmp_path / "phone.vcf"
    file.write_text(card("Zoe Ng"))
    given = {
        "import": [str(file)],
        "export": ["--format", "csv", "--out", "-"],
        "why": ["ana r"],
        "log": ["Coffee with Bo Li on 12 October: hm >3w"],
        "refer": ["Bo Li", "--from", "ana r", "--how", "introduction"],
        "thank": ["Bo Li"],
        "find": ["ana"],
        "restore": ["--yes", str(tmp_path / "none")],
        "demo": ["--people", "5", "--years", "1", "--out", str(tmp_path / "demo.refdesk")],
    }
    return given.get(command, [])


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_loads_a_window(run: Run, path: Path, tmp_path: Path, command: str) -> None:
    code = WITHOUT_WINDOW.format(forbidden=WINDOW)
    ran = program(command, *arguments_of(command, tmp_path), path=path, code=code)
    assert b"Traceback" not in ran.stderr
    assert ran.returncode == (1 if command == "restore" else 0), ran.stderr


@pytest.mark.parametrize("command", [("ready",), ("ready", "--all", "--json"), ("why", "ana r"), ("find", "ana")])
def test_a_quick_command_loads_no_reader_of_files(run: Run, path: Path, command: tuple[str, ...]) -> None:
    ran = program(*command, path=path, code=WITHOUT_WINDOW.format(forbidden=SLOW))
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_the_window_would_be_noticed(path: Path) -> None:
    ran = program("ready", path=path, code=WITHOUT_WINDOW.format(forbidden=("peewee",)))
    assert b"peewee was imported" in ran.stderr


@pytest.mark.parametrize(
    "command", [("export", "--format", "json", "--out", "-"), ("ready", "--all"), ("today", "--json")]
)
def test_a_reader_who_leaves_early_is_no_error(path: Path, tmp_path: Path, command: tuple[str, ...]) -> None:
    cards = tmp_path / "many.vcf"
    cards.write_text("\n".join(card(f"Person {number}", f"NOTE:{'x' * 100}") for number in range(2_000)))
    assert program("import", cards, path=path).returncode == 0
    words = [sys.executable, "-m", "refdesk", "--book", str(path), "--today", "2026-11-18", *command]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.read(1)
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(60) in (0, 1)


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&-"])
@pytest.mark.parametrize(("command", "status"), [("ready", 0), ("export --format json --out -", 0), ("undo x", 1)])
def test_a_closed_stream_is_no_crash(run: Run, path: Path, command: str, status: int, closed: str) -> None:
    words = f'"{sys.executable}" -m refdesk --book "{path}" --today 2026-11-18 {command} {closed}'
    ran = subprocess.run(words, shell=True, capture_output=True, timeout=60, check=False)
    assert b"Traceback" not in ran.stderr
    assert ran.returncode == status


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_a_terminal_of_another_encoding_shows_what_it_can(run: Run, path: Path, encoding: str) -> None:
    env = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    for command in (("ready", "--all"), ("log", "Call with Ève Straße: 🌟")):
        ran = program(*command, path=path, env=env)
        assert (ran.returncode, ran.stderr) == (0, b"")
    shown = json.loads(program("find", "strasse", "--json", path=path, env=env).stdout.decode(encoding))
    assert shown["people"][0]["name"] == "Ève Straße"
    out = program("export", "--format", "json", "--out", "-", path=path, env=env).stdout
    assert "Ève Straße" in out.decode("utf-8")


def test_several_may_write_at_once(run: Run, path: Path) -> None:
    def log(number: int) -> int:
        return program("log", f"Call with Bo Li: number {number}", path=path).returncode

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(log, range(6))) == [0] * 6
    found = json.loads(program("find", "number", "--json", path=path).stdout)
    assert len(found["entries"]) == 6
    assert program("check", path=path).returncode == 0


def test_the_installed_program_is_the_same(run: Run, path: Path) -> None:
    script = Path(sys.executable).with_name("refdesk")
    ran = subprocess.run([script, "--book", path, "check"], capture_output=True, timeout=60, check=False)
    assert (ran.returncode, ran.stdout) == (0, b"All is well with the book.\n")
