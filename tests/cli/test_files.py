"""The book, exports, backups and sample books as files: where they lie, who may read them, what they replace."""

import gzip
import io
import json
import stat
from datetime import date
from pathlib import Path

import pytest

from refdesk.cli.main import main
from refdesk.desktop.paths import default_book
from tests.attack.program import refdesk
from tests.cli.conftest import Run
from tests.storage.desks import TODAY


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def export(run: Run) -> str:
    return run("export", "--format", "json", "--out", "-").out


def test_a_missing_book_is_made_in_a_folder_for_its_user_alone(tmp_path: Path) -> None:
    book = tmp_path / "a" / "b" / "my.refdesk"
    assert refdesk("check", book=book).code == 0
    assert [mode(each) for each in (book, book.parent, book.parent.parent)][:2] == [0o600, 0o700]
    assert {mode(each) for each in book.parent.iterdir()} == {0o600}


def test_without_a_name_it_is_the_book_in_the_data_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert default_book().is_file()
    assert mode(default_book()) == 0o600
    assert mode(default_book().parent) == 0o700
    assert capsys.readouterr().out == "All is well with the book.\n"


def test_a_book_that_is_a_folder_or_lies_in_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for book in (tmp_path, tmp_path / "file" / "book.refdesk"):
        ran = refdesk("ready", book=book)
        assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)


@pytest.mark.parametrize(
    ("format_", "start"), [("json", '{\n  "refdesk": 1'), ("vcard", "BEGIN:VCARD"), ("csv", "\ufeffName,")]
)
def test_an_export_goes_to_a_file_or_to_standard_output(run: Run, tmp_path: Path, format_: str, start: str) -> None:
    out = tmp_path / "out"
    said = run("export", "--format", format_, "--out", out)
    assert (said.code, said.out, said.err) == (0, f"Written to {out}.\n", "")
    piped = run("export", "--format", format_, "--out", "-")
    assert (piped.code, piped.err) == (0, "")
    assert piped.out.encode() == out.read_bytes()
    assert piped.out.startswith(start)
    assert mode(out) == 0o600


def test_an_export_replaces_a_file_and_not_what_a_link_points_to(run: Run, tmp_path: Path) -> None:
    target, link = tmp_path / "target.json", tmp_path / "link.json"
    target.write_text("precious")
    link.symlink_to(target)
    for out in (link, link):
        assert run("export", "--format", "json", "--out", out).code == 0
    assert (target.read_text(), link.is_symlink(), link.read_text()) == ("precious", False, export(run))


@pytest.mark.parametrize("suffix", ["", "-wal", "-shm"])
@pytest.mark.parametrize("command", [("export", "--format", "json", "--out"), ("backup", "--out")])
def test_nothing_is_written_over_the_book(run: Run, path: Path, command: tuple[str, ...], suffix: str) -> None:
    before = export(run)
    ran = run(*command, path.with_name(path.name + suffix))
    assert run("check").code == 0
    assert export(run) == before
    assert ran.code == 1
    assert ran.err.count("\n") == 1


def test_an_export_comes_back_into_an_empty_book(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    run("export", "--format", "json", "--out", out)
    other = tmp_path / "other.refdesk"
    assert refdesk("import", out, book=other, day=TODAY).code == 0
    assert refdesk("export", "--format", "json", "--out", "-", book=other, day=TODAY).out == out.read_text()


def test_a_backup_is_restored_and_the_present_book_kept(run: Run, path: Path, tmp_path: Path) -> None:
    before = export(run)
    copy = tmp_path / "copy.refdesk"
    assert run("backup", "--out", copy).out == f"Backed up to {copy} and checked.\n"
    assert mode(copy) == 0o600
    run("log", "Call with Bo Li")
    after = export(run)
    ran = run("restore", copy, "--yes", "--json").json()
    assert export(run) == before
    assert run("check").code == 0
    kept = Path(ran["kept"])
    assert mode(kept) == 0o600
    assert refdesk("export", "--format", "json", "--out", "-", book=kept, day=TODAY).out == after


def test_a_backup_without_a_name_lies_beside_the_book(run: Run, path: Path) -> None:
    made = Path(run("backup", "--json").json()["backup"])
    assert made.parent == path.with_name("book-backups")
    assert (mode(made), mode(made.parent)) == (0o600, 0o700)
    run("log", "Call with Bo Li")
    assert run("restore", made, "--yes").code == 0


def test_a_restore_asks_first_and_nobody_is_there_to_agree(run: Run, path: Path) -> None:
    made = run("backup", "--json").json()["backup"]
    run("log", "Call with Bo Li")
    before = export(run)
    ran = run("restore", made)
    assert (ran.code, ran.out) == (1, "")
    assert "--yes" in ran.err
    assert export(run) == before
    assert not list(path.parent.glob("*before-restore*"))


@pytest.mark.parametrize("damage", ["cut", "bit", "text", "empty", "unsealed"])
def test_a_backup_that_is_damaged_is_refused_and_the_book_stays(run: Run, tmp_path: Path, damage: str) -> None:
    copy = tmp_path / "copy.refdesk"
    run("backup", "--out", copy)
    good = copy.read_bytes()
    at = good.index(b"About the harbour")
    changed = {
        "cut": good[:8_000],
        "bit": good[:at] + b"a" + good[at + 1 :],
        "text": b"no book",
        "empty": b"",
        "unsealed": (tmp_path / "data" / "book.refdesk").read_bytes(),
    }
    copy.write_bytes(changed[damage])
    before = export(run)
    ran = run("restore", copy, "--yes")
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert export(run) == before


def test_a_restore_where_there_is_no_book_yet(run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "copy.refdesk"
    run("backup", "--out", copy)
    other = tmp_path / "new" / "book.refdesk"
    ran = refdesk("restore", copy, "--yes", "--json", book=other, day=TODAY)
    assert (ran.code, ran.json()["kept"]) == (0, None)
    assert refdesk("export", "--format", "json", "--out", "-", book=other, day=TODAY).out == export(run)


SMALL = ("demo", "--people", "15", "--years", "1", "--out")


def test_the_same_seed_and_day_give_the_same_sample(empty: Run, tmp_path: Path) -> None:
    def sample(name: str, *words: str) -> str:
        out = tmp_path / name
        assert empty(*SMALL, out, *words).code == 0
        assert mode(out) == 0o600
        return refdesk("export", "--format", "json", "--out", "-", book=out, day=TODAY).out

    first = sample("a")
    assert sample("b", "--seed", "1") == first
    assert sample("c", "--seed", "2") != first
    assert len(json.loads(first)["people"]) == 15


def test_a_sample_of_another_day_is_another(tmp_path: Path) -> None:
    texts = []
    for number, day in enumerate((TODAY, date(2026, 11, 19), TODAY)):
        out = tmp_path / str(number)
        refdesk(*SMALL, out, book=tmp_path / "none", day=day)
        texts.append(refdesk("export", "--format", "json", "--out", "-", book=out, day=TODAY).out)
    assert texts[0] == texts[2] != texts[1]
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(("people", "years"), [(0, 1), (1, 1), (2, 1), (3, 5), (12, 1)])
def test_a_sample_of_any_size_is_sound(tmp_path: Path, people: int, years: int) -> None:
    out = tmp_path / "demo.refdesk"
    ran = refdesk("demo", "--people", people, "--years", years, "--out", out, book=tmp_path / "none", day=TODAY)
    assert (ran.code, ran.err) == (0, "")
    assert refdesk("check", book=out, day=TODAY).code == 0
    assert len(refdesk("ready", "--all", "--json", book=out, day=TODAY).json()["people"]) <= people
    assert refdesk("undo", book=out, day=TODAY).err == "refdesk: There is nothing to undo.\n"


def test_a_sample_replaces_nothing(run: Run, path: Path, tmp_path: Path) -> None:
    before = export(run)
    zipped = tmp_path / "x.gz"
    zipped.write_bytes(gzip.compress(b"precious"))
    for out in (path, zipped, tmp_path):
        assert run(*SMALL, out).code == 1
    assert export(run) == before
    assert gzip.decompress(zipped.read_bytes()) == b"precious"


class Terminal(io.StringIO):
    """A standard input at which somebody sits."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("answer", "restored"), [("restore\n", True), ("Restore \n", True), ("yes\n", False), ("", False)]
)
def test_a_restore_is_agreed_to_in_so_many_words(
    run: Run, monkeypatch: pytest.MonkeyPatch, answer: str, restored: bool
) -> None:
    before = export(run)
    made = run("backup", "--json").json()["backup"]
    run("log", "Call with Bo Li")
    monkeypatch.setattr("sys.stdin", Terminal(answer))
    ran = run("restore", made)
    assert "The present book is kept aside." in ran.err
    assert ran.code == (0 if restored else 1)
    assert (export(run) == before) == restored
