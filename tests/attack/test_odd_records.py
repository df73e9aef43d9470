"""Books that are odd but allowed: nothing owed is lost in them, and an earlier day is told as it was."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from refdesk.desktop import clock
from refdesk.services.desk import Desk
from refdesk.services.people import delete_person
from refdesk.storage.book import Book
from tests.attack.program import refdesk

DAY = date(2026, 11, 22)
ANA = {"id": "ana", "name": "Ana"}


def ago(days: int) -> str:
    """The day that many days before DAY."""
    return (DAY - timedelta(days)).isoformat()


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Where the test's book lies."""
    return tmp_path / "book.refdesk"


def bring_in(book: Path, **records: object) -> None:
    """Import these lists of records."""
    file = book.with_suffix(".json")
    file.write_text(json.dumps({"refdesk": 1, "people": [ANA], **records}), encoding="utf-8")
    ran = refdesk("import", "--json", file, book=book, day=DAY)
    assert ran.code == 0, ran.out


def throw_away(book: Path, id_: str) -> None:
    """Delete somebody, who can still be taken back."""
    with Book.open(book, clock.now_utc) as opened:
        delete_person(Desk(opened, DAY), id_)


def keys(book: Path, day: date = DAY) -> list[str]:
    """The keys of what is due on a day."""
    return [task["key"] for task in refdesk("today", "--json", book=book, day=day).json()["tasks"]]


def listed(book: Path, day: date) -> list[str]:
    """Whom the list of a day shows."""
    return [row["name"] for row in refdesk("ready", "--all", "--json", book=book, day=day).json()["people"]]


def test_a_lapsed_referral_owes_its_first_thank_you_whatever_else_was_thanked_for(book: Path) -> None:
    thanks = [{"step": step, "done_on": ago(1), "by": "call"} for step in (2, 3)]
    referral = {"id": "r", "champion": "ana", "state": "lapsed", "agreed_on": ago(9), "thanks": thanks}
    bring_in(book, referrals=[referral])
    assert keys(book) == ["referral:r:thank_you:1"]
    assert refdesk("why", "ana", "--json", book=book, day=DAY).json()["next_step"]["gate"] == "timing"


def test_thanking_twice_for_one_step_settles_no_other(book: Path) -> None:
    thanks = [{"step": 1, "done_on": ago(days), "by": "call"} for days in (9, 8, 7)]
    steps = {"made_on": ago(9), "followed_up_on": ago(5), "outcome_on": ago(2)}
    bring_in(book, referrals=[{"id": "r", "champion": "ana", "state": "lost", **steps, "thanks": thanks}])
    assert keys(book) == ["referral:r:thank_you:2", "referral:r:thank_you:3"]


def test_an_earlier_day_owes_what_was_settled_after_it(book: Path) -> None:
    bring_in(
        book,
        referrals=[{"id": "r", "champion": "ana", "state": "won", "made_on": ago(9), "outcome_on": ago(1)}],
        asks=[{"id": "a", "person": "ana", "state": "declined", "occasion_on": ago(6), "asked_on": ago(2)}],
        tasks=[{"id": "t", "title": "Call", "due": ago(5), "done_on": ago(1)}],
        notes=[
            {"id": "n", "person": "ana", "occasion": "other", "due": ago(4), "state": "posted", "posted_on": ago(2)}
        ],
    )
    assert keys(book) == ["referral:r:thank_you:1", "referral:r:thank_you:3"]
    assert keys(book, DAY - timedelta(2)) == ["referral:r:thank_you:1", "task:t", "referral:r:check"]
    assert keys(book, DAY - timedelta(3)) == ["referral:r:thank_you:1", "ask:a:check", "task:t", "note:n"]
    assert keys(book, DAY - timedelta(10)) == []


def test_who_died_is_in_the_lists_of_the_days_before(book: Path) -> None:
    bring_in(
        book, people=[{**ANA, "died_on": ago(5)}, {"id": "bo", "name": "Bo", "died_on": ago(-5), "do_not_ask": True}]
    )
    assert listed(book, DAY - timedelta(6)) == ["Ana", "Bo"]
    assert listed(book, DAY) == ["Bo"]
    assert listed(book, DAY + timedelta(5)) == []


def test_a_plan_with_somebody_in_the_trash_is_asked_about_with_the_other(book: Path) -> None:
    bring_in(
        book,
        people=[ANA, {"id": "bo", "name": "Bo"}],
        timeline=[{"id": "e", "on": ago(1), "kind": "meeting", "people": ["ana", "bo"], "planned": True}],
    )
    for name, left in (("ana", ["entry:e:happened"]), ("bo", [])):
        throw_away(book, name)
        assert keys(book) == left


def test_a_note_of_a_referral_is_not_there_before_it(book: Path) -> None:
    bring_in(
        book,
        referrals=[{"id": "r", "champion": "ana", "state": "agreed", "agreed_on": ago(1), "confirm_by": ago(0)}],
        notes=[{"id": "n", "person": "ana", "occasion": "thank_you_1", "referral": "r", "due": ago(9)}],
    )
    assert keys(book) == ["referral:r:thank_you:1", "referral:r:check"]
    assert keys(book, DAY - timedelta(2)) == []


def test_a_referral_of_somebody_in_the_trash_goes_on_with_the_champion(book: Path) -> None:
    referral = {"id": "r", "champion": "ana", "prospect": "bo", "state": "made", "made_on": ago(5)}
    ask = {"id": "a", "person": "ana", "target_person": "bo", "state": "asked", "asked_on": ago(40)}
    people = [ANA, {"id": "bo", "name": "Bo"}]
    bring_in(book, people=people, referrals=[{**referral, "level": "introduction"}], asks=[ask])
    throw_away(book, "bo")
    found = refdesk("today", "--json", book=book, day=DAY).json()["tasks"]
    assert [(task["key"], task["person"], task["why"]) for task in found] == [
        ("ask:a:check", "ana", "You asked Ana 5 weeks ago."),
        ("referral:r:thank_you:1", "ana", "Ana put in a word with somebody. Say thank you."),
        ("referral:r:follow_up", "ana", "Ana introduced you 5 days ago."),
    ]


def test_a_follow_up_stays_when_its_champion_goes(book: Path) -> None:
    referral = {"id": "r", "champion": "ana", "prospect": "bo", "state": "made", "made_on": ago(5)}
    bring_in(book, people=[ANA, {"id": "bo", "name": "Bo"}], referrals=[{**referral, "level": "introduction"}])
    throw_away(book, "ana")
    found = refdesk("today", "--json", book=book, day=DAY).json()["tasks"]
    assert [(task["person"], task["why"]) for task in found] == [("bo", "Somebody introduced you 5 days ago.")]
