"""A book whose derived rows were made in another way has them made anew when it is opened, whole or not at all."""

from pathlib import Path

import pytest

from refdesk.domain.errors import BookError
from refdesk.services.finding import find
from refdesk.services.safekeeping import back_up, check_book, restore
from refdesk.storage import book as opening
from refdesk.storage import derived, readiness, renewal
from refdesk.storage.book import Book
from refdesk.storage.migrations import DERIVED_FORM
from tests.storage.desks import NOW, TODAY, add, desk_at, log, now, text_of
from tests.storage.random_books import fill
from tests.storage.test_migration import old_book

DERIVED = ("person_text", "entry_text", "person_key", "introduction", "entry_person")

VERDICTS = (
    "SELECT id, listed, to_sort, state, score, known_from, last_talk, keep_due, verdict FROM readiness ORDER BY id"
)
"""All that is kept of anybody but the era, which making the rows anew counts up."""


def rows_of(book: Book) -> dict[str, list[tuple[object, ...]]]:
    """All derived rows but the verdicts."""
    return {table: sorted(book.rows(f"SELECT * FROM {table}")) for table in DERIVED}


def spoil(book: Book, form: int = DERIVED_FORM + 1) -> None:
    """Leave derived rows as another release would have made them, under that release's number."""
    with book.transaction():
        for table, column in (("person_text", "name"), ("entry_text", "text")):
            book.execute(f"UPDATE {table} SET {column} = replace({column}, 'a', 'e')")
        book.execute("UPDATE person_key SET value = value || '?'")
        for links in ("introduction", "entry_person"):
            book.execute(f"DELETE FROM {links}")
        book.execute("UPDATE readiness SET score = score + 1, verdict = replace(verdict, 'ready', 'almost')")
        book.execute("UPDATE derived_form SET form = ?", (form,))


def test_words_that_an_older_form_kept_apart_are_found_joined(path: Path) -> None:
    old_book(path, "form-2-apostrophes")
    with desk_at(path) as desk:
        (sean,) = find(desk, "odwyer").people
        assert (sean.name, [entry.text for entry in find(desk, "reopening").entries]) == (
            "Sean O’Dwyer",
            ["spoke of his brother's re-opening"],
        )


@pytest.mark.parametrize("form", [0, DERIVED_FORM + 1])
def test_rows_of_another_form_are_made_anew(path: Path, form: int) -> None:
    with desk_at(path) as desk:
        fill(desk, 3)
        log(desk, add(desk, "Ana Ruiz"), summary="about the harbour")
        text, rows = text_of(desk), rows_of(desk.book)
        verdicts = desk.book.rows(VERDICTS)
        spoil(desk.book, form)
        assert not check_book(desk).ok
    with desk_at(path) as desk:
        assert check_book(desk).ok
        assert (text_of(desk), rows_of(desk.book)) == (text, rows)
        assert [found.id for found in find(desk, "ana ruiz").people] == ["ana"]
        assert desk.bring_up_to_date() == len(verdicts)
        assert desk.book.rows(VERDICTS) == verdicts
        assert check_book(desk).ok


def test_rows_of_todays_form_are_left_alone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Book.open(path, now).close()
    monkeypatch.setattr(derived, "make_anew", lambda _: pytest.fail("made anew"))
    before = path.read_bytes()
    Book.open(path, now).close()
    assert path.read_bytes() == before


def test_whoever_comes_second_leaves_it_at_that(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with desk_at(path) as desk:
        add(desk, "Ana Ruiz")
        monkeypatch.setattr(derived, "make_anew", lambda _: pytest.fail("made anew"))
        renewal.renew(desk.book)
        assert readiness.stale_people(desk.book, TODAY) == []


def test_what_stops_half_way_is_made_anew_next_time(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with desk_at(path) as desk:
        fill(desk, 4)
        rows = rows_of(desk.book)
        spoil(desk.book)
        spoilt = rows_of(desk.book)

    def stop(_: Book) -> None:
        raise RuntimeError("stopped")

    with monkeypatch.context() as stopping:
        stopping.setattr(readiness, "expire_all", stop)
        with pytest.raises(RuntimeError, match="stopped"):
            Book.open(path, now)
        stopping.setattr(Book, "_renew_derived_rows", lambda _: None)
        with Book.open(path, now) as book:
            assert rows_of(book) == spoilt
    with desk_at(path) as desk:
        assert rows_of(desk.book) == rows
        assert check_book(desk).ok


def test_what_cannot_be_written_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with desk_at(path) as desk:
        spoil(desk.book)
    monkeypatch.setattr(opening.os, "access", lambda *_: False)
    with pytest.raises(BookError, match="is of an older form, and it can't be written"):
        Book.open(path, now)


def test_a_backup_of_another_form_is_good_and_made_anew_when_it_is_opened(path: Path, tmp_path: Path) -> None:
    with desk_at(path) as desk:
        fill(desk, 5)
        rows = rows_of(desk.book)
        spoil(desk.book)
        made = back_up(desk, tmp_path / "old.backup")
    target = tmp_path / "new" / "book.refdesk"
    restore(target, made.path, NOW)
    with desk_at(target) as desk:
        assert rows_of(desk.book) == rows
        assert check_book(desk).ok
