"""Damage to a file is noticed, told in a sentence, and never made worse: flipped bits, lost pages, cut ends."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from refdesk.domain.errors import BookError
from refdesk.services.safekeeping import back_up, check_book, restore
from refdesk.storage.backup import verify
from refdesk.storage.book import Book
from refdesk.storage.migrations import SCHEMA_VERSION
from tests.storage.desks import NOW, desk_at, now, text_of
from tests.storage.random_books import fill

PAGE = 4096


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a book, closed, and a backup of it."""
    folder = tmp_path_factory.mktemp("damage")
    with desk_at(folder / "book.refdesk") as desk:
        fill(desk, 17)
        back_up(desk, folder / "my.backup")
    return folder


def flipped(data: bytes, random: Random) -> bytes:
    """The data with one bit turned over, where there is more than the emptiness of a page."""
    place = random.randrange(len(data))
    while not data[place]:
        place = random.randrange(len(data))
    return data[:place] + bytes([data[place] ^ 1 << random.randrange(8)]) + data[place + 1 :]


def without_page(data: bytes, page: int, instead: bytes = b"\0" * PAGE) -> bytes:
    return data[: page * PAGE] + instead + data[(page + 1) * PAGE :]


def rows_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of a file, those of its indexes and of its schema among them; but how the seal's table was made."""
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    schema = connection.execute("SELECT * FROM sqlite_schema ORDER BY name").fetchall()
    tables = [row[1] for row in schema if row[0] == "table" and not row[4].startswith("CREATE VIRTUAL")]
    rows = {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables}
    connection.close()
    return {**rows, "sqlite_schema": [row for row in schema if row[1] != "seal"]}


def is_noticed(path: Path, data: bytes, sound: dict[str, list[tuple[object, ...]]]) -> bool:
    """Whether a backup with this content is refused; where it is not, no row of it may differ."""
    path.write_bytes(data)
    try:
        verify(path)
    except BookError:
        return True
    assert rows_of(path) == sound
    return False


def try_flips(folder: Path, tmp_path: Path, seed: int, count: int) -> None:
    data, sound = (folder / "my.backup").read_bytes(), rows_of(folder / "my.backup")
    random = Random(seed)
    noticed = sum(is_noticed(tmp_path / "flipped", flipped(data, random), sound) for _ in range(count))
    assert noticed > count // 2  # the others hit what was deleted and still lies about


def test_a_flipped_bit_in_a_backup_is_noticed_or_changes_nothing(folder: Path, tmp_path: Path) -> None:
    try_flips(folder, tmp_path, 1, 300)


@pytest.mark.soak
def test_ten_thousand_flipped_bits(folder: Path, tmp_path: Path) -> None:
    try_flips(folder, tmp_path, 2, 10_000)


def test_every_bit_that_says_something_is_noticed(folder: Path, tmp_path: Path) -> None:
    """A bit of a text, of the seal and how it is kept, of a statement that makes an index: each alone."""
    data, sound = (folder / "my.backup").read_bytes(), rows_of(folder / "my.backup")
    for text in (
        b"Something written",
        b"2026-11-18T09:00:00+00:00",
        b"CREATE INDEX ask_person",
        b"tokenize='trigram'",
        b"tablesealseal",  # the schema's row of the seal: its type, its name, its table
        b"sealseal",
        b"digest TEXT NOT NULL, made_at",
    ):
        place = data.index(text)
        for bit in range(7):
            damaged = data[:place] + bytes([data[place] ^ 1 << bit]) + data[place + 1 :]
            assert is_noticed(tmp_path / "flipped", damaged, sound), (text, bit)


@pytest.mark.parametrize("instead", [b"\0" * PAGE, Random(3).randbytes(PAGE)], ids=["zeroed", "random"])
def test_every_lost_page_of_a_backup_is_noticed(folder: Path, tmp_path: Path, instead: bytes) -> None:
    data, sound = (folder / "my.backup").read_bytes(), rows_of(folder / "my.backup")
    pages = range(len(data) // PAGE)
    missed = [page for page in pages if not is_noticed(tmp_path / "lost", without_page(data, page, instead), sound)]
    assert missed == []


def test_every_cut_of_a_backup_is_noticed(folder: Path, tmp_path: Path) -> None:
    data = (folder / "my.backup").read_bytes()
    for length in {*range(0, len(data), PAGE), *range(1, len(data), 7_919), len(data) - 1}:
        assert is_noticed(tmp_path / "cut", data[:length], {}), length


def test_a_damaged_backup_is_not_restored(folder: Path, tmp_path: Path) -> None:
    book, damaged = tmp_path / "book.refdesk", tmp_path / "damaged"
    book.write_bytes((folder / "book.refdesk").read_bytes())
    damaged.write_bytes(without_page((folder / "my.backup").read_bytes(), 20))
    before = book.read_bytes()
    with pytest.raises(BookError, match="damaged"):
        restore(book, damaged, NOW)
    assert book.read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir()) == ["book.refdesk", "damaged"]


def damages() -> Iterator[tuple[str, Callable[[bytes], bytes]]]:
    """Ways in which a book may be found damaged, by name."""
    yield "empty", lambda _: b""
    yield "gibberish at the start", lambda data: b"?" * 100 + data[100:]
    yield "gibberish throughout", lambda data: Random(4).randbytes(len(data))
    yield "half", lambda data: data[: len(data) // 2]
    yield "no first page", lambda data: without_page(data, 0)
    for page in (1, 5, 20, 40):
        yield f"no page {page}", lambda data, page=page: without_page(data, page)


@pytest.mark.parametrize("damage", [damage for _, damage in damages()], ids=[name for name, _ in damages()])
def test_a_damaged_book_is_told_kept_aside_and_replaced(
    folder: Path, tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    path = tmp_path / "book.refdesk"
    damaged = damage((folder / "book.refdesk").read_bytes())
    path.write_bytes(damaged)
    assert is_told(path)
    kept = restore(path, folder / "my.backup", NOW)
    assert kept
    # Where SQLite could copy it, the copy's first page says anew how it was written.
    assert kept.read_bytes()[PAGE:] == damaged[PAGE:]
    with desk_at(path) as restored, desk_at(folder / "book.refdesk") as original:
        assert text_of(restored) == text_of(original)
        assert check_book(restored).ok


def is_told(path: Path) -> bool:
    """Whether opening a book or checking it says that something is wrong; nothing but that may come of it."""
    try:
        with desk_at(path) as desk:
            return not check_book(desk).ok
    except BookError as error:
        return str(path) in str(error)


def test_lost_pages_of_a_book_are_told(folder: Path, tmp_path: Path) -> None:
    data = (folder / "book.refdesk").read_bytes()
    path = tmp_path / "book.refdesk"
    for page in range(0, len(data) // PAGE, 3):
        path.write_bytes(without_page(data, page))
        assert is_told(path), page


def test_a_check_of_a_book_with_a_flipped_bit_ends_in_sentences(folder: Path, tmp_path: Path) -> None:
    """A text that is no longer JSON, a day that is none, a word that is not UTF-8: whatever it comes to."""
    data = (folder / "book.refdesk").read_bytes()
    path = tmp_path / "book.refdesk"
    random = Random(5)
    told = 0
    for _ in range(120):
        path.write_bytes(flipped(data, random))
        told += is_told(path)
    assert told > 5


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b'"harbour"', b'"harbour'),
        (b"2026-", b"2O26-"),
        (b'["p', b'{"p'),
        (b"delivered", b"delivere\xff"),
        (b"followed_up", b"followed-up"),
    ],
)
def test_a_check_tells_of_rows_that_cannot_be_read(folder: Path, tmp_path: Path, before: bytes, after: bytes) -> None:
    path = tmp_path / "book.refdesk"
    data = (folder / "book.refdesk").read_bytes()
    path.write_bytes(data.replace(before, after[: len(before)].ljust(len(before))))
    assert (path.read_bytes() != data) == (before in data)
    assert is_told(path) == (before in data)


def test_a_lost_log_costs_its_changes_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "book.refdesk"
    with desk_at(path) as desk:
        fill(desk, 12)
        before = text_of(desk)
    with desk_at(path) as desk:
        fill_more = text_of(desk)
        data = path.read_bytes()
    lost = tmp_path / "lost" / "book.refdesk"
    lost.parent.mkdir()
    lost.write_bytes(data)
    with desk_at(lost) as desk:
        assert text_of(desk) == before == fill_more
        assert check_book(desk).ok


def test_a_book_that_was_damaged_is_never_taken_for_a_new_one(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "book.refdesk"
    path.write_bytes(b"")
    with pytest.raises(BookError, match="is empty"):
        Book.open(path, now)
    path.write_bytes((folder / "book.refdesk").read_bytes()[:PAGE])
    assert is_told(path)
    assert path.stat().st_size == PAGE
    assert SCHEMA_VERSION >= 1
