"""Whatever words the program is started with: it does it, or says in a sentence why not, and never falls over."""

import random
import re
from pathlib import Path

import pytest

from refdesk.cli.main import COMMANDS
from tests.attack.program import process, refdesk

OPTIONS = (
    "--json", "--book", "--today", "--format", "--map", "--dry-run", "--role", "--tag", "--cadence", "--trust", "--out",
    "--state", "--all", "--limit", "--new", "--yes", "--people", "--years", "--seed", "--help", "--version", "--", "-",
    "-x", "--nonsense", "--js", "--format=json", "--out=", "--limit=-1", "--today=tomorrow",
)  # fmt: skip
VALUES = (
    "", " ", "ana", "Ana Ruiz", "nobody", "r", "json", "vcard", "csv", "ics", "ready", "almost", "client", "high",
    "2026-11-22", "0001-01-01", "9999-12-31", "20261122", "2026-W47-7", "2026-11-22T10:00", "0", "1", "-1", "7",
    "³", "١٢", "1e3", "1_000", "9" * 30, "0x10", "nan", "Coffee with Ana Ruiz yesterday: promised it #fu 2w",
    "Call with", "with", ":", "Call with Ana Ruiz >9999999d", "Call with Ana Ruiz >99999y",
    "Lunch with Ana Ruiz 31.12.9999 +done !delighted >1w", "c Ana Ruiz, Bo Li and Cy: x +complaint", "\x1b[2J",
    "\u202e", "\n", "\0", "\udcff", "😀", "a" * 5_000, '"', "'", "*", "a OR b", "NEAR(a b)", "name:", "%", "_", "=",
    "a=", "=b", "Vorname=given", "../..", "/dev/null", "no/such/file", "@",
)  # fmt: skip


class Typist:
    """Somebody, or something, that types command lines."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.random = random.Random(seed)
        self.values = [*VALUES, *(str(folder / name) for name in ("book.refdesk", "new", "ana.vcf", "ana.json", ""))]

    def line(self) -> list[str]:
        """The words behind ``refdesk --book FILE``."""
        some = self.random
        command = some.choice([*COMMANDS, *COMMANDS, "nonsense", ""])
        words = [
            some.choice(OPTIONS) if some.random() < 0.4 else some.choice(self.values) for _ in range(some.randrange(5))
        ]
        if command == "demo":  # a sample of a billion people takes a while
            words = [word for word in words if not re.fullmatch(r"\d{2,}|١٢", word)]
        return [*([some.choice(OPTIONS)] if some.random() < 0.1 else []), command, *words]


def assert_stands(line: list[str], book: Path) -> None:
    """The program ends as it should, with a word on standard error where it did not do what was asked."""
    ran = refdesk(*line, book=book)
    assert ran.code in (0, 1, 2), line
    assert "Traceback" not in ran.out + ran.err, line
    assert ran.code == 0 or ran.err.strip() or '"problems"' in ran.out, line
    assert not set("\x1b\u202e\x00") & set(ran.err), line


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A book with Ana, and files to import, in the folder one stands in."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "book.refdesk"
    (tmp_path / "ana.vcf").write_text("BEGIN:VCARD\nVERSION:4.0\nFN:Ana Ruiz\nEND:VCARD\n", encoding="utf-8")
    (tmp_path / "ana.json").write_text('{"refdesk":1,"people":[{"id":"bo","name":"Bo Li"}]}', encoding="utf-8")
    assert refdesk("import", "ana.vcf", "ana.json", book=path).code == 0
    return path


@pytest.mark.parametrize("seed", range(6))
def test_no_line_makes_it_fall_over(seed: int, book: Path, tmp_path: Path) -> None:
    typist = Typist(seed, tmp_path)
    for _ in range(25):
        assert_stands(typist.line(), book)
    assert refdesk("check", book=book).code == 0


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 160))
def test_no_line_of_thousands_makes_it_fall_over(seed: int, book: Path, tmp_path: Path) -> None:
    typist = Typist(seed, tmp_path)
    for _ in range(100):
        assert_stands(typist.line(), book)
    assert refdesk("check", book=book).code == 0


@pytest.mark.parametrize(
    "command", [("ready",), ("export", "--format", "json", "--out", "-"), ("log", "Call with Ana")]
)
def test_a_result_that_finds_no_room_is_told_in_a_sentence(command: tuple[str, ...], book: Path) -> None:
    with Path("/dev/full").open("w") as full:
        ended = process(*command, book=book, stdout=full)
    assert (ended.code, ended.err) == (1, "refdesk: The result can't be written out: no space left on device.\n")


@pytest.mark.parametrize("number", ["1000000", "9" * 30, "9" * 5_000, "-1", "1.0", "٣٣٣٣٣٣٣٣"])
@pytest.mark.parametrize(
    "command",
    [
        ("ready", "--limit"),
        ("find", "x", "--limit"),
        ("import", "ana.vcf", "--cadence"),
        ("demo", "--out", "new", "--people"),
        ("demo", "--out", "new", "--years"),
    ],
)
def test_a_number_beyond_all_bounds_is_wrong_usage(command: tuple[str, ...], number: str, book: Path) -> None:
    ran = refdesk(*command, number, book=book)
    assert ran.code == 2
    assert "is no whole number from" in ran.err or "expected one argument" in ran.err
    assert len(ran.err) < 1_000


@pytest.mark.parametrize("day", ["0001-01-01", "0999-12-31", "9000-01-02", "9999-12-31"])
def test_a_sample_keeps_away_from_the_ends_of_the_calendar(day: str, book: Path, tmp_path: Path) -> None:
    ran = refdesk("--today", day, "demo", "--people", "5", "--out", tmp_path / "new", book=book)
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize(
    "text",
    [
        "Call with Ana Ruiz: promised the intro",
        "Call with Ana Ruiz !write",
        "Call with Ana Ruiz 31 dec 9999: I'll write",
        "Call with Ana Ruiz >1w",
        "Call with Ana Ruiz >9999y",
        "Call with Ana Ruiz last week",
        "Call with Ana Ruiz in 999999999 years",
        "Call with Ana Ruiz 29 feb 25:61",
    ],
)
def test_a_line_at_the_ends_of_the_calendar_is_logged(text: str, day: str, book: Path) -> None:
    assert refdesk("--today", day, "log", text, book=book).code == 0
    assert refdesk("check", book=book).code == 0
