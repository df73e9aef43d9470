"""Which files open as a book: missing ones are made, whatever is no book of ours is refused untouched."""

import hashlib
import sqlite3
from pathlib import Path

import pytest

from refdesk.domain.errors import BookError
from refdesk.services.desk import Desk
from refdesk.storage.book import Book
from refdesk.storage.migrate import APPLICATION_ID, schema_version
from refdesk.storage.migrations import SCHEMA_VERSION
from tests.storage import children
from tests.storage.desks import add, desk_at, now, text_of


def digests(folder: Path) -> dict[str, str]:
    """What lies in a folder, byte by byte."""
    return {each.name: hashlib.sha256(each.read_bytes()).hexdigest() for each in folder.iterdir() if each.is_file()}


def make_sqlite(path: Path, *pragmas: str) -> None:
    """A file of some other program: one table and these pragmas."""
    connection = sqlite3.connect(path)
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}").fetchall()
    connection.execute("CREATE TABLE other (value TEXT)")
    connection.execute("INSERT INTO other VALUES ('kept')")
    connection.commit()
    connection.close()


def refusal(path: Path) -> str:
    """The sentence with which a file is refused; nothing in its folder may have changed."""
    before = digests(path.parent)
    with pytest.raises(BookError) as refused:
        Book.open(path, now)
    assert digests(path.parent) == before
    sentence = str(refused.value)
    assert str(path) in sentence
    assert "\n" not in sentence
    return sentence


def test_a_missing_book_is_made_with_its_folder(path: Path) -> None:
    with Book.open(path, now) as book:
        assert book.value("PRAGMA user_version") == SCHEMA_VERSION
        assert book.value("PRAGMA application_id") == APPLICATION_ID
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_missing_book_is_not_made_when_it_should_be_there(path: Path) -> None:
    with pytest.raises(BookError, match="There is no book at"):
        Book.open(path, now, create=False)
    assert not path.parent.exists()


def test_a_book_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(BookError, match="can't be made: file exists"):
        Book.open(tmp_path / "file" / "book.refdesk", now)


@pytest.mark.parametrize("more", [1, 1000])
@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_a_newer_book_is_refused_untouched(tmp_path: Path, more: int, journal: str) -> None:
    path = tmp_path / "book.refdesk"
    make_sqlite(
        path,
        f"journal_mode = {journal}",
        f"application_id = {APPLICATION_ID}",
        f"user_version = {SCHEMA_VERSION + more}",
    )
    sentence = refusal(path)
    assert "made by a newer RefDesk" in sentence
    assert str(SCHEMA_VERSION + more) in sentence


@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_another_programs_database_is_refused_untouched(tmp_path: Path, journal: str) -> None:
    path = tmp_path / "places.sqlite"
    make_sqlite(path, f"journal_mode = {journal}", "user_version = 1")
    assert refusal(path).endswith("is not a RefDesk book.")


@pytest.mark.parametrize("content", [b"Dear diary, ", b"x" * 5000, b"SQLite format 3\0" + b"?" * 4080, b"\0" * 8192])
def test_a_file_that_is_no_database_is_refused_untouched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    assert refusal(path).endswith("is not a RefDesk book.")


def test_an_empty_file_is_no_book(tmp_path: Path) -> None:
    """It is what is left of a book whose content was lost, so it must not pass for a new one."""
    path = tmp_path / "book.refdesk"
    path.touch()
    assert "is empty" in refusal(path)


def test_a_folder_is_no_book(tmp_path: Path) -> None:
    folder = tmp_path / "book.refdesk"
    folder.mkdir()
    assert "is not a file" in refusal(folder)


def test_the_version_of_a_book_in_use_is_read_without_waiting(desk: Desk, path: Path) -> None:
    add(desk, "Ana")
    with desk.book.transaction():
        assert schema_version(path) == SCHEMA_VERSION


def test_a_book_opens_by_a_link_to_it(tmp_path: Path, path: Path) -> None:
    link = tmp_path / "link.refdesk"
    with desk_at(path) as desk:
        add(desk, "Ana")
        link.symlink_to(path)
        with desk_at(link) as linked:
            assert text_of(linked) == text_of(desk)


def test_a_folder_reached_by_another_name_is_the_same_book(tmp_path: Path, path: Path) -> None:
    with desk_at(path) as desk:
        other_name = tmp_path / "alias"
        other_name.symlink_to(path.parent)
        with desk_at(other_name / path.name) as linked:
            add(linked, "Ana")
        assert "Ana" in text_of(desk)


def test_many_that_make_one_book_at_once_share_it(path: Path) -> None:
    def work(say: children.Say, number: int) -> None:
        with desk_at(path) as desk:
            say(add(desk, f"P{number} Smith"))

    started = [children.Child(lambda say, number=number: work(say, number)) for number in range(6)]
    ended = [child.join() for child in started]
    assert [(each.lines, each.code) for each in ended] == [([f"p{number}"], 0) for number in range(6)]
    with desk_at(path) as desk:
        assert all(f'"p{number}"' in text_of(desk) for number in range(6))
    assert [each.name for each in path.parent.iterdir()] == [path.name]
