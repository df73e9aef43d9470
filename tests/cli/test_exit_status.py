"""0 when it is done, 1 when something was refused or failed, 2 on wrong usage; messages apart from results."""

import os
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.services.books import card

WRONG_USAGE: tuple[tuple[str, ...], ...] = (
    (),
    ("dance",),
    ("import",),
    ("import", "x.vcf", "--format", "xml"),
    ("import", "x.vcf", "--map", "given"),
    ("import", "x.vcf", "--map", "=given"),
    ("import", "x.vcf", "--role", "boss"),
    ("import", "x.vcf", "--cadence", "often"),
    ("import", "x.vcf", "--trust", "deep"),
    ("export",),
    ("export", "--format", "json"),
    ("export", "--format", "pdf", "--out", "-"),
    ("ready", "--state", "happy"),
    ("ready", "--limit", "-1"),
    ("ready", "ana"),
    ("why",),
    ("why", "ana", "bo"),
    ("find",),
    ("log",),
    ("refer",),
    ("refer", "Bo Li", "--how", "introduction"),
    ("refer", "Bo Li", "--from", "Ana Ruiz"),
    ("refer", "Bo Li", "--from", "Ana Ruiz", "--to", "Cy Young", "--how", "introduction"),
    ("refer", "Bo Li", "--from", "Zoe Ng", "--how", "gossip"),
    ("refer", "Bo Li", "--from", "Ana Ruiz", "--how", "introduction", "--on", "soon"),
    ("thank",),
    ("thank", "Bo Li", "--by", "telegram"),
    ("thank", "Bo Li", "--by", "call", "--skip", "Said it"),
    ("restore",),
    ("undo", "a", "b"),
    ("demo",),
    ("demo", "--out", "x", "--seed", "one"),
    ("check", "--what"),
    ("--today", "tomorrow", "check"),
    ("--today", "2026-02-30", "check"),
    ("--today",),
    ("--nothing", "check"),
)


@pytest.mark.parametrize("arguments", WRONG_USAGE, ids=" ".join)
def test_wrong_usage_is_2_and_is_told_apart(run: Run, arguments: tuple[str, ...]) -> None:
    before = run("export", "--format", "json", "--out", "-").out
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "usage: refdesk" in ran.err
    assert run("export", "--format", "json", "--out", "-").out == before


REFUSED: tuple[tuple[str, ...], ...] = (
    ("import", "nothing.vcf"),
    ("import", "."),
    ("undo", "nothing"),
    ("log", "Call with Ana Ruiz and Bo Li !delighted"),
    ("log", "coffee"),
    ("refer", "Bo Li", "--from", "Bo Li", "--how", "introduction"),
    ("refer", "Bo Li", "--from", "Ana Ruiz", "--how", "introduction", "--on", "2026-11-19"),
    ("thank", "Ana Ruiz"),
    ("thank", "Bo Li", "--referral", "nothing"),
    ("restore", "nothing.refdesk", "--yes"),
    ("restore", "nothing.refdesk"),
    ("export", "--format", "json", "--out", "."),
    ("export", "--format", "json", "--out", "no/such/folder/x.json"),
    ("backup", "--out", "/dev/null/x.refdesk"),
    ("demo", "--out", "."),
)


@pytest.mark.parametrize("arguments", REFUSED, ids=" ".join)
def test_what_is_refused_is_1_with_one_sentence(
    run: Run, arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = run("export", "--format", "json", "--out", "-").out
    ran = run(*arguments)
    assert ran.code == 1
    assert ran.err.startswith("refdesk: ")
    assert ran.err.count("\n") == 1
    assert "Traceback" not in ran.err
    assert run("export", "--format", "json", "--out", "-").out == before


def test_undo_of_nothing_is_refused(empty: Run) -> None:
    ran = empty("undo", "--json")
    assert (ran.code, ran.out, ran.err) == (1, "", "refdesk: There is nothing to undo.\n")


def test_an_import_of_which_a_record_failed_is_1_and_the_rest_is_in(empty: Run, tmp_path: Path) -> None:
    file = tmp_path / "phone.vcf"
    file.write_text(card("Ann Lee") + "\nBEGIN:VCARD\n")
    for _ in range(2):
        assert empty("import", file).code == 1
    assert len(empty("ready", "--all", "--json").json()["people"]) == 1


def test_an_import_of_which_something_is_odd_is_0_and_says_so(empty: Run, tmp_path: Path) -> None:
    file = tmp_path / "phone.vcf"
    file.write_text("\n".join((card("Ann Lee"), card("Ann Lee"))))
    ran = empty("import", file)
    assert ran.code == 0
    assert ran.out.startswith("2 read: 2 added.")
    assert ran.err == "refdesk: phone.vcf, line 5: card 2 (Ann Lee): May be the same as Ann Lee. (created)\n"


@pytest.mark.parametrize("command", [("why",), ("log",)])
def test_a_person_who_is_nobody_or_several_is_2_and_they_are_listed(run: Run, command: tuple[str, ...]) -> None:
    before = run("export", "--format", "json", "--out", "-").out
    said = {"an": "an", "zoe": "zoe"} if command == ("why",) else {"an": "Call with An", "zoe": "Call with zoe"}
    several = run(*command, said["an"], "--json")
    assert (several.code, several.out) == (2, "")
    assert {line.split()[-1] for line in several.err.splitlines()[1:]} == {"ana", "x1", "x2"}
    nobody = run(*command, said["zoe"])
    assert (nobody.code, nobody.out) == (2, "")
    assert nobody.err == "refdesk: Nobody matches “zoe”.\n"
    assert run("export", "--format", "json", "--out", "-").out == before


def test_a_book_that_something_is_wrong_with_is_1(run: Run, path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("UPDATE readiness SET score = 99")
    database.close()
    ran = run("check", "--json")
    assert ran.code == 1
    assert not ran.json()["ok"]
    assert ran.json()["problems"]


@pytest.mark.parametrize(
    "content", [b"", b"no book at all, but long enough to be one" * 50, b"SQLite format 3\0" + b"\0" * 500]
)
def test_a_file_that_is_no_book_is_refused_untouched(empty: Run, path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    ran = empty("ready")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("refdesk: ")
    assert path.read_bytes() == content


def test_help_and_version_are_0(run: Run) -> None:
    assert run("--version").out.startswith("RefDesk ")
    for arguments in (("--help",), ("import", "--help"), ("ready", "-h")):
        ran = run(*arguments)
        assert (ran.code, ran.err) == (0, "")
        assert "usage: refdesk" in ran.out


ODD = os.fsdecode(b"a\xff\xfe")


@pytest.mark.parametrize(
    "arguments", [("ready", ODD), ("find", ODD), ("why", ODD), ("log", f"Call with Bo Li: {ODD}"), ("undo", ODD),
                  ("import", "x.vcf", "--tag", ODD), ("import", "x.vcf", "--map", f"{ODD}=given")]
)  # fmt: skip
def test_arguments_that_are_no_text_are_wrong_usage(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "usage: refdesk" in ran.err


def test_names_of_files_need_be_no_text(run: Run, tmp_path: Path) -> None:
    odd = os.fsdecode(bytes(tmp_path) + b"/\xff")
    assert run("export", "--format", "json", "--out", odd, "--json").code == 0
    assert run("import", odd).code == 0
    assert run("backup", "--out", odd).code == 0
    assert run("restore", odd, "--yes").code == 0
    assert run("demo", "--people", "3", "--out", odd + "demo").code == 0
    assert run("check").code == 0
