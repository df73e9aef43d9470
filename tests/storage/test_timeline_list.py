"""The whole timeline by the page: complete, in order, and as filtered, however it is cut."""

from datetime import date

import pytest

from refdesk.domain.records import Entry
from refdesk.services import people
from refdesk.services.desk import Desk
from refdesk.storage import timeline_list
from refdesk.storage.timeline_list import EntryFilter, Place, entries_page, place_of
from tests.storage.desks import add, ago, log


@pytest.fixture
def desk(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk over forty entries of two people; walks and looking up are cut short, so that both end often."""
    monkeypatch.setattr(timeline_list, "WALKED", 3)
    monkeypatch.setattr(timeline_list, "FEW", 6)
    add(desk, "Ann Lee")
    add(desk, "Bob Ray")
    for number in range(40):
        kind = "call" if number % 10 else "letter"
        words = f"boats number{number}" if number % 4 else "Émile's golf"
        log(desk, "ann" if number % 3 else "bob", days=number // 3, kind=kind, summary=words)  # type: ignore[arg-type]
    return desk


def all_of(desk: Desk, wanted: EntryFilter, limit: int = 4) -> list[Entry]:
    """Every entry that the filter admits, read by the page."""
    found: list[Entry] = []
    after: Place | None = None
    for _ in range(100):
        page = entries_page(desk.book, wanted, limit, after)
        assert len(page.entries) <= limit
        found.extend(page.entries)
        after = page.after
        if after is None:
            return found
    raise AssertionError("it never ends")


def by_hand(desk: Desk) -> list[Entry]:
    rows = desk.book.rows('SELECT id FROM entry ORDER BY "on" DESC, pk DESC')
    return [desk.find(Entry, id_) for (id_,) in rows]


@pytest.mark.parametrize("limit", [1, 3, 4, 100])
def test_the_pages_are_the_whole_in_order(desk: Desk, limit: int) -> None:
    found = all_of(desk, EntryFilter(), limit)
    assert found == by_hand(desk)
    assert len(found) == 40


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (EntryFilter(kind="letter"), 4),
        (EntryFilter(person="bob"), 14),
        (EntryFilter(person="bob", kind="call"), 12),
        (EntryFilter(since=ago(2)), 9),
        (EntryFilter(until=ago(10)), 10),
        (EntryFilter(since=ago(3), until=ago(2)), 6),
        (EntryFilter(text="number7"), 1),
        (EntryFilter(text="emile"), 10),
        (EntryFilter(text="em"), 10),
        (EntryFilter(text="e"), 10),
        (EntryFilter(text="mber1"), 9),
        (EntryFilter(text="boats number2", person="ann"), 6),
        (EntryFilter(text="number3", kind="call"), 8),
        (EntryFilter(text="nothing"), 0),
        (EntryFilter(text="z"), 0),
        (EntryFilter(text=" ,. "), 40),
        (EntryFilter(person="nobody"), 0),
        (EntryFilter(kind="video"), 0),
    ],
)
def test_a_filter_admits_what_it_says(desk: Desk, wanted: EntryFilter, count: int) -> None:
    found = all_of(desk, wanted)
    assert len(found) == count
    assert found == [entry for entry in by_hand(desk) if entry in found]


def test_what_is_of_nobody_but_the_trash_is_left_out(desk: Desk) -> None:
    both = log(desk, "ann", "bob")
    people.delete_person(desk, "bob")
    found = all_of(desk, EntryFilter())
    assert both in found
    assert len(found) == 27


def test_an_entry_has_a_place_and_some_before_it(desk: Desk) -> None:
    entries = by_hand(desk)
    place = place_of(desk.book, entries[7].id)
    assert place is not None
    assert date.fromisoformat(place.on) == entries[7].on
    assert timeline_list.count_newer(desk.book, place, 100) == 7
    assert timeline_list.count_newer(desk.book, place, 5) == 5
    assert place_of(desk.book, "gone") is None


def test_an_empty_book_is_empty(desk: Desk) -> None:
    assert timeline_list.has_entries(desk.book)
    for entry in by_hand(desk):
        desk.book.database.execute_sql("DELETE FROM entry WHERE id = ?", (entry.id,))
    assert not timeline_list.has_entries(desk.book)
