"""The house rules that a machine can keep for the code: sizes, docstrings, the clock, the network, the window."""

import ast
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "refdesk").rglob("*.py"))

FILE_LINES = 300
FUNCTION_LINES = 40
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
CLOCK = "refdesk/desktop/clock.py"
CLOCK_READINGS = {
    "date.today",
    "datetime.now",
    "datetime.today",
    "datetime.utcnow",
    "time.gmtime",
    "time.localtime",
    "time.time",
    "time.time_ns",
}
SQL_CLOCK = re.compile(r"'now'|\bCURRENT_(DATE|TIME|TIMESTAMP)\b", re.IGNORECASE)
NETWORK = {
    "aiohttp",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "urllib.error",
    "urllib.request",
    "urllib3",
    "xmlrpc",
}
WINDOW = {"PySide6", "shiboken6", "refdesk.gui"}
WINDOWED = ("refdesk/gui/", "refdesk/desktop/", "refdesk/app.py")


def imported(tree: ast.AST) -> Iterator[str]:
    """The dotted name of every module, and of every name in a module, that the code imports, wherever it does so."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def imports_of(modules: set[str], tree: ast.AST) -> list[str]:
    """What the code imports of the given modules."""
    return [name for name in imported(tree) if any(f"{name}.".startswith(f"{module}.") for module in modules)]


network_imports = partial(imports_of, NETWORK)
window_imports = partial(imports_of, WINDOW)


def missing_docstring(tree: ast.AST) -> list[str]:
    """A complaint where the module does not open with a sentence."""
    docstring = ast.get_docstring(tree) if isinstance(tree, ast.Module) else None
    return [] if docstring and docstring.splitlines()[0].endswith(".") else ["no sentence"]


def clock_readings(tree: ast.AST) -> list[str]:
    """Where the code reads the clock itself, in Python or in SQL; naming the function is enough, called or not."""
    found = [name for name in imported(tree) if name in CLOCK_READINGS]
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            name = ast.unparse(node)
            if ".".join(name.split(".")[-2:]) in CLOCK_READINGS:
                found.append(f"line {node.lineno}: {name}")
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL_CLOCK.search(node.value):
            found.append(f"line {node.lineno}: SQL")
    return found


def prints(tree: ast.AST) -> list[str]:
    """The lines that print."""
    return [
        f"line {node.lineno}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]


def long_functions(tree: ast.AST) -> list[str]:
    """The functions over the limit, with their length in lines, decorators left out."""
    lengths = [
        (node.name, (node.end_lineno or node.lineno) - node.lineno + 1)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    return [f"{name}: {length} lines" for name, length in lengths if length > FUNCTION_LINES]


def text_of(source: str) -> str:
    return (ROOT / source).read_text(encoding="utf-8")


def broken(rule: Callable[[ast.AST], list[str]], *, outside: tuple[str, ...] = ()) -> dict[str, list[str]]:
    """What breaks the rule, by file; the rule does not hold in files that begin with one of `outside`."""
    checked = {source: rule(ast.parse(text_of(source))) for source in SOURCES if not source.startswith(outside)}
    return {source: found for source, found in checked.items() if found}


def test_there_is_something_to_check() -> None:
    assert "refdesk/domain/records.py" in SOURCES


def test_files_stay_small() -> None:
    assert [source for source in SOURCES if len(text_of(source).splitlines()) > FILE_LINES] == []


def test_functions_stay_small() -> None:
    assert broken(long_functions) == {}


def test_every_module_says_what_it_is_for() -> None:
    assert broken(missing_docstring) == {}


def test_nothing_is_left_unfinished() -> None:
    frame = ["Makefile", ".ci/run", "packaging/setup.sh"]
    assert [source for source in SOURCES + frame if UNFINISHED.search(text_of(source))] == []


def test_only_the_clock_reads_the_clock() -> None:
    assert broken(clock_readings, outside=(CLOCK,)) == {}


def test_only_commands_print() -> None:
    assert broken(prints, outside=("refdesk/cli/",)) == {}


def test_nothing_reaches_for_the_network() -> None:
    assert broken(network_imports) == {}


def test_commands_and_what_they_use_do_without_a_window() -> None:
    assert broken(window_imports, outside=WINDOWED) == {}


@pytest.mark.parametrize(
    ("rule", "breach", "kept"),
    [
        (clock_readings, "import datetime\nx = datetime.date.today()", "x = clock.today()"),
        (clock_readings, "field(default_factory=datetime.now)", "now = handed_in"),
        (clock_readings, "from time import time", "from time import perf_counter"),
        (clock_readings, "sql = \"select date('now')\"", "say = 'right now'"),
        (prints, "print(1)", "pprint(1)"),
        (network_imports, "from urllib import request", "from urllib.parse import quote"),
        (network_imports, "def f():\n    import http.client", "import httpcore_like"),
        (window_imports, "from PySide6.QtCore import QTimer", "from refdesk.domain import words"),
        (missing_docstring, "x = 1", '"""What it is for."""'),
        (long_functions, "def f():\n" + "    x\n" * 40, "def f():\n" + "    x\n" * 39),
    ],
)
def test_the_rules_see_what_they_look_for(rule: Callable[[ast.AST], list[str]], breach: str, kept: str) -> None:
    assert rule(ast.parse(breach))
    assert not rule(ast.parse(kept))
