"""What others have written into their names never steers the user's terminal."""

import json
from pathlib import Path

import pytest

from refdesk.cli.words import columns, harmless
from tests.cli.conftest import Run
from tests.services.books import card

EVIL = "Ann\x1b[2J\x9b31m\x07\b\rLee\u202egnp.\u2066"
SHOWN = r"Ann\x1b[2J\x9b31m\x07\x08\x0dLee\u202egnp.\u2066"


@pytest.fixture
def evil(empty: Run, tmp_path: Path) -> Run:
    """The program over a book of two people whose names would clear the screen."""
    file = tmp_path / "evil.json"
    people = [
        {"id": id_, "name": name, "sorted": True, "cadence_days": 1}
        for id_, name in (("0", EVIL), ("1", f"Zoe {EVIL}"))
    ]
    entry = {"id": "e", "on": "2025-01-01", "kind": "call", "people": ["0"], "summary": EVIL}
    task = {"id": "t", "title": EVIL, "due": "2026-11-01", "person": "0"}
    file.write_text(json.dumps({"refdesk": 1, "people": people, "timeline": [entry], "tasks": [task]}))
    assert empty("import", file).code == 0
    return empty


@pytest.mark.parametrize(
    "command",
    [
        ("ready", "--all"),
        ("why", "0"),
        ("why", "ann"),
        ("today",),
        ("find", "ann"),
        ("log", "Call with ann"),
        ("undo",),
    ],
)
def test_a_name_is_shown_and_not_obeyed(evil: Run, command: tuple[str, ...]) -> None:
    if command == ("undo",):
        assert evil("log", "Call with zoe").code == 0
        command = ("undo", evil("imports", "--json").json()["imports"][0]["id"])
    ran = evil(*command)
    assert not set(ran.out + ran.err) & set(EVIL) - set(SHOWN)
    assert "Lee" in ran.out + ran.err


def test_a_problem_of_an_import_is_told_harmlessly(evil: Run, tmp_path: Path) -> None:
    file = tmp_path / "e\x1b[31m.vcf"
    file.write_text(card(EVIL.replace("\r", ""), "BDAY:\x1b[31mred"))
    ran = evil("import", file)
    assert "\x1b" not in ran.out + ran.err
    assert evil("imports").out.count("\x1b") == 0


def test_json_has_the_name_as_it_is(evil: Run) -> None:
    assert evil("why", "0", "--json").json()["name"] == EVIL


def test_letters_of_all_scripts_and_joined_signs_stay() -> None:
    text = "Zoë Łukasz שלום سلام 李 राम 👩\u200d🚀\ttab\nline"
    assert harmless(text) == text


def test_a_row_is_a_line() -> None:
    assert columns([("a\nb", "x"), ("c", "y\nz")]) == "a b  x\nc    y z"
