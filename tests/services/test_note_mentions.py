"""What is worth a mention: the last things that happened with somebody, in few words, none of them a trouble."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from refdesk.domain.person import Person
from refdesk.domain.records import Entry, Note
from refdesk.domain.words import Kind, Mark
from refdesk.services.desk import Desk
from refdesk.services.note_mentions import mentions, phrase
from refdesk.services.notes_desk import Earlier, same_words, sheet
from refdesk.storage.book import Book
from tests.gui.views import FixedClock

TODAY = date(2026, 11, 18)


def entry(ago: int, summary: str, kind: Kind = "call", marks: tuple[Mark, ...] = (), *, planned: bool = False) -> Entry:
    on = TODAY - timedelta(days=ago)
    return Entry(id=f"e{ago}", on=on, kind=kind, people=("ana",), summary=summary, marks=marks, planned=planned)


def posted(ago: int, text: str = "") -> Note:
    return Note(id=f"n{ago}", person="ana", state="posted", posted_on=TODAY - timedelta(days=ago), text=text)


def told(tmp_path: Path, *records: Entry | Note) -> tuple[str, ...]:
    with Book.open(tmp_path / "book.refdesk", FixedClock().now_utc) as book:
        desk = Desk(book, TODAY)
        with desk.act("Book.") as act:
            for record in (Person(id="ana", name="Ana Ruiz"), *records):
                act.put(record)
        return mentions(desk, "ana", [one for one in records if isinstance(one, Note)])


@pytest.mark.parametrize(
    ("summary", "expected"),
    [
        ("Short call about the second site.", "the second site"),
        ("Caught up properly. The worry of the moment: paper stock.", "paper stock"),
        ("Needs a second chef, rather soon.", "Needs a second chef"),
        ("Ten years in business this week.", "Ten years in business this week"),
        ("Asked how it went last week. Better than feared.", "Asked how it went last week"),
        ("Opens at 10:30 – all day", "Opens at 10:30"),
        ("One two three four five six seven eight", "One two three four five six"),
        ("Ask about it: ", "it"),
        ("...", ""),
        ("", ""),
    ],
)
def test_a_phrase_is_the_topic_or_the_beginning(summary: str, expected: str) -> None:
    assert phrase(summary) == expected


def test_the_last_four_are_told_the_latest_first_and_each_once(tmp_path: Path) -> None:
    known = [entry(ago, f"About thing {number}.") for number, ago in enumerate((9, 3, 7, 5, 1))]
    twice = entry(2, "Spoke about thing 4 again, about THING 4.")
    assert told(tmp_path, *known, twice) == ("thing 4", "thing 4 again", "thing 1", "thing 3")


def test_only_what_happened_since_the_last_note_is_told(tmp_path: Path) -> None:
    entries = (entry(9, "About the cat."), entry(5, "About the dog."), entry(2, "About the hen."))
    assert told(tmp_path, *entries, posted(20), posted(5)) == ("the hen",)


def test_plans_letters_troubles_and_what_was_noted_about_them_are_not_told(tmp_path: Path) -> None:
    assert told(
        tmp_path,
        entry(-3, "About tomorrow.", planned=True),
        entry(1, "About the last card.", "letter"),
        entry(2, "About the late delivery.", "meeting", ("complaint",)),
        entry(3, "Decides slowly.", "note"),
        entry(4, ""),
        entry(5, "Found them a speaker.", "note", ("gave",)),
    ) == ("Found them a speaker",)


def test_a_sheet_bears_what_is_worth_a_mention_and_the_words_of_earlier_notes(tmp_path: Path) -> None:
    waiting = Note(id="now", person="ana", occasion="other")
    told(tmp_path, waiting, posted(5, "Dear Ana"), entry(2, "About the hen."))
    with Book.open(tmp_path / "book.refdesk", FixedClock().now_utc) as book:
        found = sheet(Desk(book, TODAY), "now")
    assert found.mentions == ("the hen",)
    earlier = Earlier(about="First thank-you", posted_on=TODAY - timedelta(days=5), text="Dear Ana")
    assert found.earlier == (earlier,)
    assert same_words(" dear  ANA!", found.earlier) == earlier
    assert same_words("Dear Anna", found.earlier) is None
    assert same_words("", (Earlier(about="", posted_on=TODAY),)) is None
