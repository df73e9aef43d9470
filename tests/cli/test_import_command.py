"""import, imports and undo as a user types them."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.formats.corpus import CORPUS, vcard_files
from tests.services.books import card

UNKNOWN = "Vorname;Nachname;Mail\nAnn;Lee;a@x.example\n"


def write(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def export(run: Run) -> str:
    return run("export", "--format", "json", "--out", "-").out


def test_the_whole_corpus_at_once_and_again(empty: Run) -> None:
    files = [*vcard_files(), *(path for path in CORPUS.glob("csv/*.csv") if path.name[:6] in ("linked", "google"))]
    first = empty("import", *files, "--json")
    found = first.json()
    assert (found["created"], found["updated"] + found["created"]) > (1_000, 0)
    before = export(empty)
    again = empty("import", *files, "--json").json()
    assert (again["import"], again["created"], again["updated"], again["read"]) == (None, 0, 0, found["read"])
    assert export(empty) == before
    assert empty("check").code == 0


def test_words_say_how_many_and_how_to_take_it_back(empty: Run, tmp_path: Path) -> None:
    file = write(tmp_path, "phone.vcf", card("Ann Lee"))
    ran = empty("import", file)
    (batch,) = empty("imports", "--json").json()["imports"]
    assert ran.out == f"1 read: 1 added. Take it back with: refdesk undo {batch['id']}\n"
    assert empty("import", file).out == "1 read: 0 added, 1 unchanged. Nothing to take back.\n"
    assert empty("import", "--dry-run", write(tmp_path, "b.vcf", card("Bob"))).out == (
        "1 read: 1 added. Nothing was written.\n"
    )


def test_columns_are_mapped(empty: Run, tmp_path: Path) -> None:
    file = write(tmp_path, "people.csv", UNKNOWN)
    asked = empty("import", file)
    assert asked.code == 1
    assert "--map" in asked.err
    mapped = ["--map", "Vorname=given", "--map", "Nachname=family", "--map", "Mail=email"]
    assert empty("import", *mapped, file).code == 0
    (person,) = json.loads(export(empty))["people"]
    assert (person["name"], person["emails"]) == ("Ann Lee", [{"value": "a@x.example"}])
    assert empty("import", *mapped, file, "--json").json()["unchanged"] == 1


@pytest.mark.parametrize("wrong", ["Nope=given", "Vorname=shoe_size", "Vorname=given="])
def test_a_mapping_that_cannot_be_is_refused(empty: Run, tmp_path: Path, wrong: str) -> None:
    ran = empty("import", "--map", wrong, write(tmp_path, "people.csv", UNKNOWN))
    assert ran.code in (1, 2)
    assert ran.err
    assert "Traceback" not in ran.err
    assert empty("ready", "--all", "--json").json()["people"] == []


@pytest.mark.parametrize(
    ("format_", "name", "content"),
    [
        ("vcard", "x.txt", card("Ann Lee")),
        ("csv", "x.vcf", "First Name,Last Name,E-mail Address,Business Phone\nAnn,Lee,a@x.example,1\n"),
        ("json", "x.csv", '{"refdesk": 1, "people": [{"id": "a", "name": "Ann Lee"}]}'),
        ("auto", "x", card("Ann Lee")),
        ("auto", "x", '  {"refdesk": 1, "people": [{"id": "a", "name": "Ann Lee"}]}'),
        ("auto", "x.txt", "First Name,Last Name,E-mail Address,Business Phone\nAnn,Lee,a@x.example,1\n"),
    ],
)
def test_a_file_is_what_it_is_said_or_seen_to_be(
    empty: Run, tmp_path: Path, format_: str, name: str, content: str
) -> None:
    assert empty("import", "--format", format_, write(tmp_path, name, content), "--json").json()["created"] == 1
    assert json.loads(export(empty))["people"][0]["name"] == "Ann Lee"


def test_what_is_said_of_everybody(empty: Run, tmp_path: Path) -> None:
    said = ["--role", "client", "--role", "friend", "--tag", "Expo", "--tag", "golf", "--cadence", "30"]
    assert empty("import", *said, "--trust", "growing", write(tmp_path, "phone.vcf", card("Ann Lee"))).code == 0
    (person,) = json.loads(export(empty))["people"]
    assert (person["roles"], person["tags"], person["cadence_days"], person["trust"]) == (
        ["client", "friend"], ["Expo", "golf"], 30, "growing",
    )  # fmt: skip


def test_an_import_is_listed_and_taken_back(run: Run, tmp_path: Path) -> None:
    before = export(run)
    imported = run(
        "import", write(tmp_path, "phone.vcf", card("Zoe Ng")), write(tmp_path, "b.vcf", card("Yan")), "--json"
    )
    id_ = imported.json()["import"]
    listed = run("imports", "--json").json()["imports"]
    assert [batch["files"] for batch in listed] == [["everything.json"], ["phone.vcf", "b.vcf"]]
    assert (listed[1]["id"], listed[1]["created"], listed[1]["undone_on"]) == (id_, 2, None)
    run("log", "Coffee with Zoe")
    ran = run("undo", id_)
    assert ran.out == "1 person taken back.\nThese stay, because they have been touched since:\n  Zoe Ng\n"
    assert run("imports", "--json").json()["imports"][1]["undone_on"] == "2026-11-18"
    assert "taken back" in run("imports").out
    run("undo")
    run("undo")
    assert run("undo", id_).out == "2 people taken back.\n"
    assert export(run) == before


def test_undo_takes_back_act_by_act(run: Run) -> None:
    states = [export(run)]
    for text in ("Call with Bo Li", "Coffee with Cy >2w", "note with Dan: hm #golf"):
        run("log", text)
        states.append(export(run))
    for state in reversed(states[:-1]):
        assert run("undo").out.startswith("Undone: Logged ")
        assert export(run) == state


@pytest.mark.parametrize(
    "content", ["", "\n", "\0" * 3_000, "\x89PNG\r\n\x1a\n" + "\x00\x01" * 400, "%PDF-1.7\n" + "ä" * 500]
)
def test_a_file_of_another_kind_is_refused_in_a_sentence(empty: Run, tmp_path: Path, content: str) -> None:
    ran = empty("import", write(tmp_path, "thing.bin", content))
    assert ran.code == 1
    assert ran.out == "1 read: 0 added, 1 skipped. Nothing to take back.\n"
    assert ran.err.startswith("refdesk: thing.bin: ")
    assert ran.err.count("\n") == 1


def test_a_name_that_is_no_text_is_shown_as_well_as_can_be(empty: Run, tmp_path: Path) -> None:
    file = write(tmp_path, "phone.vcf", card("Ann Lee")).rename(os.fsdecode(bytes(tmp_path) + b"/\xff.vcf"))
    assert empty("import", file, "--json").json()["created"] == 1
    assert empty("imports").code == 0
    assert empty("import", os.fsdecode(b"\xfe.vcf")).code == 1


def test_relative_names_are_those_of_the_folder_one_stands_in(
    empty: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "phone.vcf", card("Ann Lee"))
    monkeypatch.chdir(tmp_path)
    assert empty("import", "phone.vcf").code == 0
    assert empty("import", "./phone.vcf", "../" + tmp_path.name + "/phone.vcf", "--json").json()["unchanged"] == 2
