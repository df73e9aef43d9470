"""A book that cannot be written opens for reading; what cannot be read at all says why in a sentence.

The superuser may write everywhere, so these tests let a child process give up its rights first.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from refdesk.domain.errors import BookError
from refdesk.services import ready
from refdesk.services.exports import write_out
from refdesk.services.finding import find
from refdesk.storage import book as opening
from refdesk.storage import check
from refdesk.storage.book import Book
from tests.storage import children
from tests.storage.desks import add, desk_at, log, now, text_of

NOBODY = 65_534


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that everybody can reach, unlike pytest's own."""
    made = Path(tempfile.mkdtemp())
    made.chmod(0o755)
    yield made
    made.chmod(0o755)
    shutil.rmtree(made)


@pytest.fixture
def path(folder: Path) -> Path:
    """A book with Ana in it."""
    path = folder / "data" / "book.refdesk"
    with desk_at(path) as desk:
        add(desk, "Ana Ruiz")
        log(desk, "ana", summary="about the harbour")
        text_of(desk)  # whatever that loads on first use, a child without rights need not load
    return path


def close_off(folder: Path, file: int, of_folder: int) -> None:
    """Give the files of a folder and then the folder itself these modes."""
    for each in folder.iterdir():
        each.chmod(file)
    folder.chmod(of_folder)


def without_rights(work: Callable[[children.Say], None]) -> children.Ended:
    """Run something in a process that has no more rights than the modes give."""

    def run(say: children.Say) -> None:
        if os.geteuid() == 0:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        work(say)

    return children.run(run)


def read_and_write(path: Path) -> Callable[[children.Say], None]:
    """Say what can be read of a book, then what comes of writing to it."""

    def work(say: children.Say) -> None:
        with desk_at(path) as desk:
            say(desk.book.read_only)
            say([found.id for found in find(desk, "ruiz").people] + [each.text for each in find(desk, "harb").entries])
            say([each.standing.id for each in ready.everybody(desk).people])
            say(list(check.problems(desk.book)))
            try:
                add(desk, "Bo Li")
            except BookError as error:
                say(error)

    return work


@pytest.mark.parametrize(("file", "of_folder"), [(0o444, 0o555), (0o666, 0o555), (0o444, 0o777)])
def test_what_cannot_be_written_is_read(path: Path, file: int, of_folder: int) -> None:
    close_off(path.parent, file, of_folder)
    before = path.read_bytes()
    ended = without_rights(read_and_write(path))
    sentence = f"The book {path} can't be written: its file or its folder is read-only."
    assert ended.lines == ["True", "['ana', 'about the harbour']", "['ana']", "[]", sentence]
    assert ended.code == 0
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert path.read_bytes() == before


def test_reading_finds_what_lies_in_the_log_alone(path: Path) -> None:
    """A crash left the last changes in the log; that nothing can be written is no reason to hide them."""
    crashed = path.parent.with_name("crashed")
    with desk_at(path) as desk:
        add(desk, "Bo Ruiz")
        shutil.copytree(path.parent, crashed)
    close_off(crashed, 0o444, 0o555)
    ended = without_rights(read_and_write(crashed / path.name))
    assert ended.lines[0] == "True"
    assert "'bo'" in ended.lines[1]


def test_a_log_that_cannot_be_read_is_told_not_left_out(path: Path) -> None:
    crashed = path.parent.with_name("crashed")
    with desk_at(path) as desk:
        add(desk, "Bo Ruiz")
        shutil.copytree(path.parent, crashed, ignore=shutil.ignore_patterns("*-shm"))
    close_off(crashed, 0o444, 0o555)
    ended = without_rights(read_and_write(crashed / path.name))
    assert ended.code == 1
    assert ended.lines[0].startswith(f"BookError: The book {crashed / path.name} can't be read where it lies")


def test_an_export_goes_elsewhere(path: Path, folder: Path) -> None:
    close_off(path.parent, 0o444, 0o555)
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    elsewhere.chmod(0o777)

    def work(say: children.Say) -> None:
        with desk_at(path) as desk:
            write_out(elsewhere / "book.json", text_of(desk).encode())
            say(elsewhere.joinpath("book.json").read_text().count("Ana Ruiz"))

    assert without_rights(work).lines == ["1"]


def test_an_older_form_cannot_be_read_in_place(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    close_off(path.parent, 0o444, 0o555)
    monkeypatch.setattr(opening, "SCHEMA_VERSION", opening.SCHEMA_VERSION + 1)
    ended = without_rights(read_and_write(path))
    assert ended.lines == [
        f"BookError: The book {path} is of an older form, and it can't be written to bring it up to date."
    ]


@pytest.mark.parametrize(
    ("file", "of_folder", "sentence"),
    [
        (0o000, 0o755, "The book {} can't be opened."),
        (0o600, 0o000, "The book {} can't be reached: permission denied."),
    ],
)
def test_what_cannot_be_read_is_told(path: Path, file: int, of_folder: int, sentence: str) -> None:
    close_off(path.parent, file, of_folder)
    ended = without_rights(read_and_write(path))
    path.parent.chmod(0o755)
    assert ended.lines == [f"BookError: {sentence.format(path)}"]


def test_a_book_cannot_be_made_in_a_folder_that_is_closed(path: Path) -> None:
    path.parent.chmod(0o555)

    def work(say: children.Say) -> None:
        Book.open(path.with_name("other.refdesk"), now)

    sentence = f"The book {path.with_name('other.refdesk')} can't be made: permission denied."
    assert without_rights(work).lines == [f"BookError: {sentence}"]
