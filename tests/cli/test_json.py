"""Every command prints with --json one object of exactly the keys that are described, and nothing else."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.attack.program import Ran
from tests.cli.conftest import Run
from tests.services.books import card

PERSON = {"id", "name", "state", "score", "level", "next_step", "until", "valid_until"}
GATES = ["results", "relationship", "giving", "understanding", "opportunity", "timing"]
COUNTS = {"read", "created", "updated", "unchanged", "skipped"}


def keys(rows: list[dict[str, Any]]) -> set[str]:
    """The keys that every one of these objects has."""
    (found,) = {frozenset(row) for row in rows}
    return set(found)


def check_import(run: Run, tmp_path: Path) -> Ran:
    file = tmp_path / "phone.vcf"
    file.write_text(card("Odd", "BDAY:next spring") + "\nBEGIN:VCARD\n")
    ran = run("import", file, "--json")
    found = ran.json()
    assert found.keys() == {"import", *COUNTS, "problems", "warnings"}
    assert keys(found["problems"]) == {"file", "line", "record", "why", "outcome"}
    assert found["read"] == found["created"] + found["updated"] + found["unchanged"] + found["skipped"] == 2
    assert [(problem["line"], problem["outcome"]) for problem in found["problems"]] == [(4, "created"), (6, "skipped")]
    assert isinstance(found["import"], str)
    return ran


def check_rehearsal(run: Run, tmp_path: Path) -> Ran:
    file = tmp_path / "phone.vcf"
    file.write_text(card("Zoe"))
    ran = run("import", "--dry-run", file, "--json")
    counts = dict.fromkeys(COUNTS, 0) | {"read": 1, "created": 1}
    assert ran.json() == {"import": None, **counts, "problems": [], "warnings": []}
    return ran


def check_imports(run: Run, tmp_path: Path) -> Ran:
    ran = run("imports", "--json")
    assert ran.json().keys() == {"imports"}
    assert keys(ran.json()["imports"]) == {"id", "at", "files", *COUNTS, "undone_on"}
    return ran


def check_undo(run: Run, tmp_path: Path) -> Ran:
    run("log", "Call with Bo Li")
    ran = run("undo", "--json")
    assert ran.json() == {"undone": "Logged call with Bo Li."}
    return ran


def check_undo_import(run: Run, tmp_path: Path) -> Ran:
    (batch,) = run("imports", "--json").json()["imports"]
    run("log", "Call with Bo Li")
    ran = run("undo", batch["id"], "--json")
    assert ran.json().keys() == {"import", "gone", "stay"}
    assert ran.json()["import"] == batch["id"]
    assert ran.json()["stay"] == ["Bo Li"]
    return ran


def check_export(run: Run, tmp_path: Path) -> Ran:
    out = tmp_path / "out.json"
    ran = run("export", "--format", "json", "--out", out, "--json")
    assert ran.json() == {"out": str(out), "bytes": out.stat().st_size}
    return ran


def check_ready(run: Run, tmp_path: Path) -> Ran:
    ran = run("ready", "--all", "--json")
    found = ran.json()
    assert found.keys() == {"today", "people", "to_sort"}
    assert keys(found["people"]) == PERSON
    assert [(person["id"], person["state"]) for person in found["people"]] == [
        ("ana", "ready"), ("bo", "hold"), ("cy", "reconnect"), ("eve", "nurture"), ("dan", "do_not_ask"),
    ]  # fmt: skip
    steps = {person["id"]: person["next_step"] for person in found["people"]}
    assert steps.pop("ana") is None
    assert all(step.keys() == {"gate", "text"} for step in steps.values())
    return ran


def check_why(run: Run, tmp_path: Path) -> Ran:
    ran = run("why", "ana r", "--json")
    found = ran.json()
    assert found.keys() == {*PERSON, "gates", "score_terms"}
    assert list(found["gates"]) == GATES
    assert keys(list(found["gates"].values())) == {"verdict", "begun", "why", "evidence", "until"}
    assert found["score_terms"].keys() == {
        "trust", "satisfaction", "recency", "offer", "referrals", "could_introduce",
    }  # fmt: skip
    assert found["score"] == sum(found["score_terms"].values())
    assert found["gates"]["results"]["evidence"] == ["work"]
    listed = run("ready", "--json").json()["people"][0]
    assert {key: found[key] for key in PERSON} == listed
    return ran


def check_today(run: Run, tmp_path: Path) -> Ran:
    ran = run("today", "--json")
    found = ran.json()
    assert found.keys() == {"today", "tasks", "proposals"}
    assert keys(found["tasks"]) == {"key", "kind", "person", "title", "due", "why", "referral", "step"}
    assert [(task["key"], task["due"], task["referral"], task["step"]) for task in found["tasks"]] == [
        ("referral:r:thank_you:1", "2026-11-10", "r", 1),
        ("referral:r:follow_up", "2026-11-12", "r", None),
        ("task:t", "2026-11-18", None, None),
    ]
    assert keys(found["proposals"]) == {"kind", "person", "title", "why"}
    assert [(row["kind"], row["person"]) for row in found["proposals"]] == [
        ("sort", None), ("ready", "ana"), ("reconnect", "cy"),
    ]  # fmt: skip
    return ran


def check_log(run: Run, tmp_path: Path) -> Ran:
    ran = run("log", "Coffee with Bo Li and Zoe Ng: heard much >2w", "--new", "--json")
    found = ran.json()
    assert found.keys() == {"entry", "task", "created"}
    (created,) = found["created"]
    assert found["entry"].keys() >= {"id", "on", "kind", "people", "summary", "line"}
    assert set(found["entry"]["people"]) == {"bo", created}
    assert found["task"].keys() == {"id", "kind", "title", "person", "due"}
    assert run("log", "Call with Bo Li", "--json").json()["task"] is None
    return ran


def check_refer(run: Run, tmp_path: Path) -> Ran:
    ran = run(
        "refer", "Zoe Ng", "--from", "ana r", "--how", "introduction", "--confirm-by", "2026-12-01", "--new", "--json"
    )
    found = ran.json()
    (created,) = found["created"]
    id_ = found["referral"].pop("id")
    assert found["referral"] == {
        "champion": "ana", "prospect": created, "level": "introduction", "agreed_on": "2026-11-18",
        "confirm_by": "2026-12-01",
    }  # fmt: skip
    assert id_
    given = run(
        "refer", "Cy Young", "--to", "ana r", "--how", "recommendation", "--made", "--on", "2026-11-01", "--json"
    )
    del (referral := given.json()["referral"])["id"]
    assert referral == {
        "direction": "given", "to": "ana", "prospect": "cy", "level": "recommendation", "state": "made",
        "made_on": "2026-11-01",
    }  # fmt: skip
    return ran


def check_thank(run: Run, tmp_path: Path) -> Ran:
    ran = run("thank", "Bo Li", "--by", "call", "--json")
    assert ran.json() == {
        "person": "bo", "referral": "r", "step": 1, "done_on": "2026-11-18", "by": "call", "skipped_on": None,
        "why": None,
    }  # fmt: skip
    assert run("undo").code == 0
    skipped = run("thank", "Bo Li", "--referral", "r", "--skip", "Said it in passing", "--json").json()
    assert (skipped["done_on"], skipped["skipped_on"], skipped["why"]) == (None, "2026-11-18", "Said it in passing")
    return ran


def check_find(run: Run, tmp_path: Path) -> Ran:
    ran = run("find", "ha", "--json")
    assert ran.json() == {"people": [], "entries": [{"id": "talk", "on": "2026-10-01", "text": "About the harbour"}]}
    assert keys(run("find", "ana", "--json").json()["people"]) == {"id", "name", "why"}
    return ran


def check_backup(run: Run, tmp_path: Path) -> Ran:
    ran = run("backup", "--json")
    assert ran.json().keys() == {"backup", "made_at"}
    assert Path(ran.json()["backup"]).is_file()
    return ran


def check_restore(run: Run, tmp_path: Path) -> Ran:
    run("backup", "--out", tmp_path / "copy.refdesk")
    ran = run("restore", tmp_path / "copy.refdesk", "--yes", "--json")
    assert ran.json().keys() == {"restored", "kept"}
    assert Path(ran.json()["kept"]).is_file()
    return ran


def check_check(run: Run, tmp_path: Path) -> Ran:
    ran = run("check", "--json")
    assert ran.json() == {"ok": True, "problems": []}
    return ran


def check_demo(run: Run, tmp_path: Path) -> Ran:
    out = tmp_path / "demo.refdesk"
    ran = run("demo", "--people", "12", "--years", "1", "--out", out, "--json")
    assert ran.json() == {"out": str(out), "people": 12}
    return ran


CHECKS = [
    check_import, check_rehearsal, check_imports, check_undo, check_undo_import, check_export, check_ready, check_why,
    check_today, check_log, check_refer, check_thank, check_find, check_backup, check_restore, check_check, check_demo,
]  # fmt: skip


@pytest.mark.parametrize("check", CHECKS)
def test_a_command_prints_one_object_of_the_described_keys(
    run: Run, tmp_path: Path, check: Callable[[Run, Path], Ran]
) -> None:
    ran = check(run, tmp_path)
    assert ran.err == ""
    assert ran.out == json.dumps(ran.json(), ensure_ascii=False, indent=2) + "\n"


def test_json_may_be_asked_for_before_the_command(run: Run) -> None:
    assert run("check", "--json").out == run("--json", "check").out


@pytest.mark.parametrize(
    "arguments",
    [("imports",), ("ready", "--all"), ("why", "ana r"), ("today",), ("find", "ana"), ("check",), ("find", "nobody")],
)
def test_without_json_words_are_printed(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("\n")
    assert not ran.out.startswith("{")
    assert "None" not in ran.out


def test_an_empty_book_says_so_in_words(empty: Run) -> None:
    assert empty("today").out == "Nothing is due today.\n"
    assert empty("ready").out.startswith("Nobody is ready just yet.")
    assert empty("imports").out == "No imports yet.\n"
    assert empty("find", "ana").out == "Nothing matches “ana”.\n"
    assert empty("check").out == "All is well with the book.\n"
