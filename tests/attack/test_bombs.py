"""Files made to hurt are taken in or refused in one sentence, soon, and within bounds of memory."""

import os
import time
from pathlib import Path

import pytest

from tests.attack.bombs import HEAVY, QUICK, Bomb
from tests.attack.program import process, refdesk

SECONDS = 5
MEGABYTES = 500


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Where the test's book lies."""
    return tmp_path / "book.refdesk"


def armed(bomb: Bomb, folder: Path) -> Path:
    """The bomb as a file."""
    file = folder / bomb.name
    file.write_bytes(bomb.make())
    return file


@pytest.mark.parametrize("bomb", QUICK, ids=lambda bomb: bomb.name)
def test_a_bomb_is_answered_in_a_sentence_and_soon(bomb: Bomb, tmp_path: Path, book: Path) -> None:
    file = armed(bomb, tmp_path)
    started = time.process_time()
    ran = refdesk("import", file, book=book)
    assert time.process_time() - started < SECONDS
    assert ran.code in (0, 1)
    assert "Traceback" not in ran.err
    assert (bomb.says in ran.err) if bomb.says else (ran.code, ran.err) == (0, "")
    assert refdesk("check", book=book).code == 0


@pytest.mark.soak
@pytest.mark.parametrize("bomb", [*QUICK, *HEAVY], ids=lambda bomb: bomb.name)
def test_a_bomb_stays_within_bounds(bomb: Bomb, tmp_path: Path, book: Path) -> None:
    ended = process("import", armed(bomb, tmp_path), book=book)
    assert ended.code in (0, 1)
    assert bomb.says in ended.err
    assert ended.seconds < SECONDS
    assert ended.megabytes < MEGABYTES


@pytest.mark.parametrize(
    ("name", "says"), [("big.vcf", "at most 50"), ("big.csv", "at most 50"), ("big.json", "at most 500")]
)
def test_a_file_that_is_too_large_is_refused_before_it_is_read(
    name: str, says: str, tmp_path: Path, book: Path
) -> None:
    file = tmp_path / name
    with file.open("wb") as hole:
        hole.truncate(100_000_000_000)
    ran = refdesk("import", file, book=book)
    assert ran.code == 1
    assert f"The file has 100,000 MB; {says} can be read." in ran.err


def test_a_file_that_grows_while_it_is_read_is_refused(
    tmp_path: Path, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "grows.vcf"
    with file.open("wb") as hole:
        hole.truncate(60_000_000)
    real = Path.stat
    small = os.stat_result((0o100600, *[0] * 9))
    monkeypatch.setattr(Path, "stat", lambda self, **how: small if self == file else real(self, **how))
    assert "The file has 50 MB; at most 50 can be read." in refdesk("import", file, book=book).err


@pytest.mark.parametrize("kind", ["vcard", "csv", "json"])
def test_what_is_no_file_is_refused(kind: str, tmp_path: Path, book: Path) -> None:
    fifo, loop, folder = tmp_path / "fifo.vcf", tmp_path / "loop.csv", tmp_path / "folder.json"
    os.mkfifo(fifo)
    loop.symlink_to(loop)
    folder.mkdir()
    (tmp_path / "zero").symlink_to("/dev/zero")
    long = tmp_path / ("n" * 300)
    for file in (fifo, loop, folder, tmp_path / "zero", long, tmp_path / "nul\0.vcf", "", "-"):
        ran = refdesk("import", "--format", kind, "--", file, book=book)
        assert (ran.code, ran.err.count("\n")) == (1, 1), file
        assert "Traceback" not in ran.err
    assert refdesk("imports", "--json", book=book).json() == {"imports": []}


def test_days_at_both_ends_of_the_calendar_do_no_harm(tmp_path: Path, book: Path) -> None:
    people = (
        '{"id":"a","name":"Ana","added_on":"9999-12-31","cadence_days":999999,"sorted":true,"birthday":"0001-01-01"}'
    )
    entries = ",".join(
        f'{{"id":"e{day}","on":"{day}","kind":"call","people":["a"],"planned":true}}'
        for day in ("0001-01-01", "9999-12-31")
    )
    asks = '{"id":"k","person":"a","state":"later","asked_on":"0001-01-01","later_until":"9999-12-31"}'
    tasks = '{"id":"t","title":"T","due":"9999-12-31","rrule":"FREQ=DAILY;INTERVAL=999999"}'
    file = tmp_path / "ends.json"
    file.write_text(
        f'{{"refdesk":1,"people":[{people}],"timeline":[{entries}],"asks":[{asks}],"tasks":[{tasks}]}}',
        encoding="utf-8",
    )
    assert refdesk("import", file, book=book).code == 0
    for day in ("0001-01-01", "0001-01-02", "1582-10-10", "2026-02-28", "9999-12-30", "9999-12-31"):
        for words in (["ready", "--all"], ["why", "a"], ["today"], ["log", "Call with Ana"], ["undo"], ["check"]):
            ran = refdesk("--today", day, *words, book=book)
            assert (ran.code, ran.err) == (0, ""), (day, words)


def test_rooms_that_share_an_address_stay_two(tmp_path: Path, book: Path) -> None:
    file = tmp_path / "rooms.vcf"
    names = ("Room 1", "Room 12", "王 明", "王 明华")
    cards = [f"BEGIN:VCARD\nVERSION:4.0\nFN:{name}\nEMAIL:office@example.org\nEND:VCARD\n" for name in names]
    file.write_text("".join(cards), encoding="utf-8")
    assert refdesk("import", "--json", file, book=book).json()["created"] == 4
