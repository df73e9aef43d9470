"""An import tells how far it is, and stopping it there leaves the book as it was."""

import pytest

from refdesk.domain.errors import KnownError
from refdesk.services.desk import Desk
from refdesk.services.imports.run import imports, undo_import
from tests.services.books import GOOGLE, bring_in, card, names, put, table, vcf
from tests.storage.desks import text_of, titles


class StoppedError(KnownError):
    """The user pressed Cancel."""


def test_progress_runs_from_nothing_to_all(desk: Desk) -> None:
    told: list[tuple[int, int]] = []
    cards = vcf(desk, *(card(f"Ann {number}", f"UID:{number}") for number in range(450)))
    other = table(desk, GOOGLE, ("Bob", "Ray"))
    bring_in(desk, cards, other, progress=lambda done, whole: told.append((done, whole)))
    assert told == [(0, 0), (0, 0), (0, 451), (200, 451), (400, 451), (451, 451)]


def test_progress_counts_the_records_of_a_book(desk: Desk) -> None:
    told: list[tuple[int, int]] = []
    bring_in(desk, vcf(desk, card("Ann Lee")))
    book = put(desk, "book.json", text_of(desk))
    bring_in(desk, book, progress=lambda done, whole: told.append((done, whole)))
    assert told[-1] == (1, 1)


@pytest.mark.parametrize("stop_at", [0, 200, 450])
def test_a_stopped_import_leaves_the_book_as_it_was(desk: Desk, stop_at: int) -> None:
    bring_in(desk, vcf(desk, card("Ann 7", "UID:7"), name="before.vcf"))
    before = text_of(desk), titles(desk.book), len(imports(desk))

    def stop(done: int, whole: int) -> None:
        if whole and done >= stop_at:
            raise StoppedError("Enough.")

    cards = vcf(desk, *(card(f"Ann {number}", f"UID:{number}", "TEL:1234567") for number in range(450)))
    with pytest.raises(StoppedError):
        bring_in(desk, cards, progress=stop)
    assert (text_of(desk), titles(desk.book), len(imports(desk))) == before
    bring_in(desk, cards)
    assert len(names(desk)) == 450


def test_a_stopped_undo_leaves_the_import_as_it_was(desk: Desk) -> None:
    report = bring_in(desk, vcf(desk, *(card(f"Ann {number}", f"UID:{number}") for number in range(120))))
    assert report.id is not None
    before = text_of(desk), titles(desk.book)
    told: list[tuple[int, int]] = []

    def stop(done: int, whole: int) -> None:
        told.append((done, whole))
        if done == 100:
            raise StoppedError("Enough.")

    with pytest.raises(StoppedError):
        undo_import(desk, report.id, stop)
    assert (text_of(desk), titles(desk.book)) == before
    assert told == [(0, 120), (50, 120), (100, 120)]
    assert undo_import(desk, report.id).gone == 120
