"""log and find as a user types them, with whatever stands in the text."""

import json
from typing import Any

import pytest

from tests.cli.conftest import Run


def log(run: Run, *words: str) -> dict[str, Any]:
    """What logging this line printed."""
    ran = run("log", *words, "--json")
    assert (ran.code, ran.err) == (0, "")
    found: dict[str, Any] = ran.json()
    return found


def test_the_line_of_the_handbook(run: Run) -> None:
    found = log(run, "Coffee with Ana Ruiz yesterday: promised intro to CFO #follow-up 2w")
    entry, task = found["entry"], found["task"]
    assert (entry["kind"], entry["on"], entry["people"]) == ("meeting", "2026-11-17", ["ana"])
    assert (task["title"], task["due"], task["person"], task["kind"]) == (
        "Intro to CFO", "2026-12-02", "ana", "follow_up",
    )  # fmt: skip
    exported = json.loads(run("export", "--format", "json", "--out", "-").out)
    assert entry in exported["timeline"]
    assert task in exported["tasks"]


def test_words_say_what_was_logged(run: Run) -> None:
    assert run("log", "Call with Bo Li yesterday").out == "Logged call with Bo Li on 2026-11-17.\n"
    assert run("log", "Lunch with Bo Li tomorrow").out == "Planned meeting with Bo Li on 2026-11-19.\n"
    told = run("log", "Call with Bo Li and Cy Young >2w").out
    assert told.endswith("Next: Follow up with Bo Li, 2026-12-02.\n")


def test_a_line_may_be_several_words(run: Run) -> None:
    assert log(run, "Call", "with", "Bo", "Li:", "hm")["entry"]["summary"] == "hm"


def test_toggles_and_how_they_feel(run: Run) -> None:
    entry = log(run, "note with Cy Young +done +told !delighted")["entry"]
    assert (entry["marks"], entry["satisfaction"]) == (["explained", "delivered"], "delighted")


def test_somebody_new_is_made_only_when_said_so(run: Run) -> None:
    refused = run("log", "Coffee with Zoe Ng and Bo Li")
    assert (refused.code, refused.out, refused.err) == (2, "", "refdesk: Nobody matches “Zoe Ng”.\n")
    found = log(run, "--new", "Coffee with Zoe Ng and Bo Li")
    (zoe,) = found["created"]
    assert run("why", "Zoe Ng", "--json").json()["id"] == zoe
    assert zoe in found["entry"]["people"]
    assert run("undo").code == 0
    assert run("why", "Zoe Ng").code == 2


@pytest.mark.parametrize(
    "text",
    [
        "🌟 great",
        "quotes \" ' `",
        "line\nand line",
        "\u202etfel\u202c",
        "x" * 10_000,
        "<b>&amp;</b>",
        "=1+1",
        "a\tb",
        "50 %",
    ],
)
def test_odd_texts_go_in_and_out_unharmed(run: Run, text: str) -> None:
    entry = log(run, f"Call with Bo Li: {text}")["entry"]
    assert "".join(entry["summary"].split()) == "".join(text.split())
    assert entry["line"] == f"Call with Bo Li: {text}"
    assert entry in json.loads(run("export", "--format", "json", "--out", "-").out)["timeline"]
    assert run("check").code == 0


@pytest.mark.parametrize("text", ["", " ", "coffee", ": hello", ">2w", "\x1f", "@", "with", "with :"])
def test_a_line_with_nobody_is_refused(run: Run, text: str) -> None:
    ran = run("log", "--new", text)
    assert ran.code in (1, 2)
    assert ran.err.startswith("refdesk: ")
    assert "Traceback" not in ran.err


def test_what_changed_is_seen_at_once(run: Run) -> None:
    assert run("ready", "--json").json()["people"][0]["id"] == "ana"
    log(run, "Call with Ana Ruiz +complaint")
    assert run("ready", "--json").json()["people"] == []
    assert run("why", "ana r", "--json").json()["state"] == "do_not_ask"
    run("undo")
    assert run("ready", "--json").json()["people"][0]["id"] == "ana"


@pytest.mark.parametrize(
    ("text", "people", "entries"),
    [
        ("ana", ["ana", "x1", "x2", "eve"], []),
        ("ANA R", ["ana"], []),
        ("strasse", ["eve"], []),
        ("anavim", ["eve"], []),
        ("harbour", [], ["talk"]),
        ("arbou", [], ["talk"]),
        ("office", ["ana", "cy"], []),
        ("nothing at all", [], []),
    ],
)
def test_people_and_entries_are_found(run: Run, text: str, people: list[str], entries: list[str]) -> None:
    found = run("find", text, "--json").json()
    assert sorted(each["id"] for each in found["people"]) == sorted(people)
    assert [each["id"] for each in found["entries"]] == entries


def test_names_come_before_everything_else(run: Run) -> None:
    found = run("find", "ana", "--json").json()["people"]
    assert (found[0]["why"], found[-1]["id"], found[-1]["why"]) == ("name", "eve", "anavim")


def test_a_limit_is_kept(run: Run) -> None:
    assert len(run("find", "ana", "--limit", "2", "--json").json()["people"]) == 2
    assert len(run("ready", "--all", "--limit", "2", "--json").json()["people"]) == 2
    assert run("ready", "--all", "--limit", "0", "--json").json()["people"] == []


@pytest.mark.parametrize(
    "text", ['"', "'", "*", "\\", "a OR b", "NEAR(", "%", "\x01", "🌟", "(", "^", "x" * 20_000, "name:ana"]
)
def test_no_text_to_find_is_an_error(run: Run, text: str) -> None:
    ran = run("find", text, "--json")
    assert (ran.code, ran.err) == (0, "")


def test_a_text_that_begins_with_a_dash_is_found_behind_two(run: Run) -> None:
    log(run, "Call with Bo Li: -5 degrees")
    assert len(run("find", "--json", "--", "-5 degrees").json()["entries"]) == 1
