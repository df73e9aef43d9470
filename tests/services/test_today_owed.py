"""Today lists everything that is owed by that day, each under its key, with whom, of which kind, since when."""

import json
from datetime import date, timedelta
from typing import Any

import pytest

from refdesk.services import people, tasks
from refdesk.services.desk import Desk
from refdesk.services.today import Due, today
from tests.services.books import bring_in, put
from tests.storage.desks import TODAY

PEOPLE = [
    {"id": "ann", "name": "Ann Lee", "sorted": True},
    {"id": "bob", "name": "Bob Ray", "sorted": True},
    {"id": "new", "name": "Nia New", "sorted": True},
]


def day(text: str) -> date:
    return date.fromisoformat(f"2026-{text}")


def book(desk: Desk, **lists: Any) -> None:
    """Bring in the people and these lists."""
    report = bring_in(desk, put(desk, "book.json", json.dumps({"refdesk": 1, "people": PEOPLE, **lists})))
    assert not report.failed, report.problems


def owed(desk: Desk, on: date = TODAY) -> list[tuple[Any, ...]]:
    """What that day lists: key, kind, person, due, step."""
    rows = today(Desk(desk.book, on)).tasks
    assert all(row.title and row.why.endswith((".", "?")) for row in rows)
    assert all(row.due <= on for row in rows)
    return [(row.key, row.kind, row.person, row.due, row.step) for row in rows]


def row(desk: Desk, key: str, on: date = TODAY) -> Due:
    """The row of this key."""
    (found,) = (each for each in today(Desk(desk.book, on)).tasks if each.key == key)
    return found


def referral(**fields: Any) -> dict[str, Any]:
    return {"id": "r", "champion": "ann", "prospect": "new", **fields}


def thanked(*steps: int) -> list[dict[str, Any]]:
    return [{"step": step, "done_on": "2026-10-01"} for step in steps]


MADE = {"agreed_on": "2026-10-01", "made_on": "2026-10-05"}
FOLLOWED = {**MADE, "followed_up_on": "2026-10-10"}
THANK_1 = ("referral:r:thank_you:1", "thank_you", "ann", day("10-01"), 1)
THANK_2 = ("referral:r:thank_you:2", "thank_you", "ann", day("10-11"), 2)

REFERRALS: dict[str, tuple[dict[str, Any], list[tuple[Any, ...]]]] = {
    "agreed: thanks, and has it happened?": (
        referral(agreed_on="2026-10-01"),
        [THANK_1, ("referral:r:check", "check", "ann", day("10-08"), None)],
    ),
    "agreed: to be confirmed by a day": (
        referral(agreed_on="2026-10-01", confirm_by="2026-11-18", thanks=thanked(1)),
        [("referral:r:check", "check", "ann", day("11-18"), None)],
    ),
    "agreed: to be confirmed by a later day": (
        referral(agreed_on="2026-10-01", confirm_by="2026-11-19", thanks=thanked(1)),
        [],
    ),
    "made unsolicited: thanks on the day it was made": (
        referral(state="made", made_on="2026-11-18"),
        [("referral:r:thank_you:1", "thank_you", "ann", TODAY, 1)],
    ),
    "made, an introduction: follow up": (
        referral(state="made", level="introduction", thanks=thanked(1), **MADE),
        [("referral:r:follow_up", "follow_up", "new", day("10-07"), None)],
    ),
    "made, an introduction to nobody named: follow up with the champion": (
        {"id": "r", "champion": "ann", "state": "made", "level": "introduction", "thanks": thanked(1), **MADE},
        [("referral:r:follow_up", "follow_up", "ann", day("10-07"), None)],
    ),
    "made, a recommendation: have they been in touch?": (
        referral(state="made", level="recommendation", thanks=thanked(1), **MADE),
        [("referral:r:check", "check", "ann", day("10-12"), None)],
    ),
    "made, without a level: a recommendation": (
        referral(state="made", thanks=thanked(1), **MADE),
        [("referral:r:check", "check", "ann", day("10-12"), None)],
    ),
    "followed up: thanks, and how it stands": (
        referral(state="followed_up", thanks=thanked(1), **FOLLOWED),
        [THANK_2, ("referral:r:status", "status", "ann", day("11-09"), None)],
    ),
    "followed up, and told since": (
        referral(state="followed_up", thanks=thanked(1, 2), told_on=["2026-10-19"], **FOLLOWED),
        [("referral:r:status", "status", "ann", day("11-18"), None)],
    ),
    "won: a note by hand": (
        referral(state="won", outcome_on="2026-11-01", thanks=thanked(1, 2), **FOLLOWED),
        [("referral:r:thank_you:3", "note", "ann", day("11-02"), 3)],
    ),
    "won: thanked by telephone": (
        referral(state="won", outcome_on="2026-11-01", thank_by="call", thanks=thanked(1, 2), **FOLLOWED),
        [("referral:r:thank_you:3", "thank_you", "ann", day("11-02"), 3)],
    ),
    "won: moving on cancels no thanks": (
        referral(state="won", outcome_on="2026-11-01", **FOLLOWED),
        [THANK_1, THANK_2, ("referral:r:thank_you:3", "note", "ann", day("11-02"), 3)],
    ),
    "won without a follow-up: no second thanks": (
        referral(state="won", outcome_on="2026-11-01", thanks=thanked(1), **MADE),
        [("referral:r:thank_you:3", "note", "ann", day("11-02"), 3)],
    ),
    "lost: a closing word": (
        referral(state="lost", outcome_on="2026-11-17", thanks=thanked(1, 2), **FOLLOWED),
        [("referral:r:thank_you:3", "thank_you", "ann", TODAY, 3)],
    ),
    "no fit: a closing word": (
        referral(state="not_a_fit", outcome_on="2026-11-17", thanks=thanked(1, 2), **FOLLOWED),
        [("referral:r:thank_you:3", "thank_you", "ann", TODAY, 3)],
    ),
    "settled: nothing": (
        referral(state="won", outcome_on="2026-11-01", thanks=thanked(1, 2, 3), **FOLLOWED),
        [],
    ),
    "skipped with a reason: nothing": (
        referral(state="lapsed", agreed_on="2026-10-01", thanks=[{"step": 1, "skipped_on": "2026-10-02", "why": "No"}]),
        [],
    ),
    "lapsed: the first thanks alone": (
        referral(state="lapsed", agreed_on="2026-10-01"),
        [THANK_1],
    ),
    "given and made: did it help?": (
        {"id": "r", "direction": "given", "to": "bob", "prospect": "new", "state": "made", "made_on": "2026-11-04"},
        [("referral:r:check", "check", "bob", day("11-18"), None)],
    ),
    "given, and told": (
        {"id": "r", "direction": "given", "to": "bob", "state": "made", "made_on": "2026-11-03",
         "told_on": ["2026-11-05"]},
        [],
    ),
    "given and agreed": (
        {"id": "r", "direction": "given", "to": "bob", "agreed_on": "2026-10-01"},
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("record", "expected"), REFERRALS.values(), ids=REFERRALS)
def test_what_a_referral_owes(desk: Desk, record: dict[str, Any], expected: list[tuple[Any, ...]]) -> None:
    book(desk, referrals=[record])
    assert owed(desk) == expected
    assert all(each.referral == "r" for each in today(desk).tasks)


def test_a_thing_is_owed_from_its_day_on(desk: Desk) -> None:
    book(desk, referrals=[referral(state="made", level="introduction", thanks=thanked(1), **MADE)])
    assert owed(desk, day("10-06")) == []
    assert [each[0] for each in owed(desk, day("10-07"))] == ["referral:r:follow_up"]


def test_a_referral_without_a_level_has_its_asks(desk: Desk) -> None:
    ask = {"id": "a", "person": "ann", "level": "introduction", "state": "agreed", "asked_on": "2026-10-01"}
    book(desk, asks=[ask], referrals=[referral(state="made", ask="a", thanks=thanked(1), **MADE)])
    assert [each[1] for each in owed(desk)] == ["follow_up"]


OTHERS: dict[str, tuple[dict[str, Any], list[tuple[Any, ...]]]] = {
    "a planned ask: did you ask?": (
        {"asks": [{"id": "a", "person": "ann", "state": "planned", "occasion_on": "2026-11-18"}]},
        [("ask:a:check", "check", "ann", TODAY, None)],
    ),
    "a planned ask of a later day": (
        {"asks": [{"id": "a", "person": "ann", "state": "planned", "occasion_on": "2026-11-19"}]},
        [],
    ),
    "asked: any answer?": (
        {"asks": [{"id": "a", "person": "ann", "state": "asked", "asked_on": "2026-11-04"}]},
        [("ask:a:check", "check", "ann", TODAY, None)],
    ),
    "asked yesterday": (
        {"asks": [{"id": "a", "person": "ann", "state": "asked", "asked_on": "2026-11-17"}]},
        [],
    ),
    "later: is it time?": (
        {"asks": [{"id": "a", "person": "ann", "state": "later", "asked_on": "2026-11-01",
                   "later_until": "2026-11-18"}]},
        [("ask:a:check", "check", "ann", TODAY, None)],
    ),
    "declined, drafted": (
        {"asks": [{"id": "a", "person": "ann", "state": "declined", "asked_on": "2026-10-01"},
                  {"id": "b", "person": "ann"}]},
        [],
    ),
    "a plan whose day is over: did it take place?": (
        {"timeline": [{"id": "e", "on": "2026-11-17", "kind": "meeting", "people": ["bob", "ann"], "planned": True}]},
        [("entry:e:happened", "check", "bob", TODAY, None)],
    ),
    "a plan of today": (
        {"timeline": [{"id": "e", "on": "2026-11-18T07:00", "kind": "meeting", "people": ["bob"], "planned": True}]},
        [],
    ),
    "a note of its own": (
        {"notes": [{"id": "n", "person": "ann", "occasion": "birthday", "due": "2026-11-10"}]},
        [("note:n", "note", "ann", day("11-10"), None)],
    ),
    "a note that is written and not posted": (
        {"notes": [{"id": "n", "person": "ann", "occasion": "other", "state": "written", "due": "2026-11-10",
                    "written_on": "2026-11-10"}]},
        [("note:n", "note", "ann", day("11-10"), None)],
    ),
    "notes without a day, or of a later one, or posted": (
        {"notes": [{"id": "n", "person": "ann", "occasion": "other"},
                   {"id": "m", "person": "ann", "occasion": "other", "due": "2026-11-19"},
                   {"id": "o", "person": "ann", "occasion": "other", "due": "2026-11-01", "state": "posted",
                    "posted_on": "2026-11-02"}]},
        [],
    ),
    "tasks": (
        {"tasks": [{"id": "t", "title": "Call", "person": "ann", "due": "2026-11-18", "at": "23:00"},
                   {"id": "u", "title": "Walk", "due": "2026-11-01", "rrule": "FREQ=DAILY"},
                   {"id": "v", "title": "Old", "due": "2026-11-01", "done_on": "2026-11-02"},
                   {"id": "w", "title": "Soon", "due": "2026-11-19"}]},
        [("task:u", "custom", "", day("11-01"), None), ("task:t", "custom", "ann", TODAY, None)],
    ),
    "partners": (
        {"partners": [{"id": "p", "person": "ann", "next_on": "2026-11-18"},
                      {"id": "q", "person": "bob", "next_on": "2026-11-18", "paused": True},
                      {"id": "s", "person": "new", "next_on": "2026-11-19"}, {"id": "u", "person": "new"}]},
        [("partner:p:partner_meeting", "partner_meeting", "ann", TODAY, None)],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("lists", "expected"), OTHERS.values(), ids=OTHERS)
def test_what_else_is_owed(desk: Desk, lists: dict[str, Any], expected: list[tuple[Any, ...]]) -> None:
    book(desk, **lists)
    assert owed(desk) == expected


def test_a_note_that_is_a_thank_you_is_shown_once_as_that_thank_you(desk: Desk) -> None:
    note = {"id": "n", "person": "ann", "occasion": "thank_you_3", "referral": "r", "due": "2026-12-24"}
    book(
        desk, notes=[note], referrals=[referral(state="won", outcome_on="2026-11-01", thanks=thanked(1, 2), **FOLLOWED)]
    )
    assert owed(desk) == [("referral:r:thank_you:3", "note", "ann", day("11-02"), 3)]
    assert row(desk, "referral:r:thank_you:3").title == "Write to Ann Lee"


def test_what_was_put_off_is_hidden_until_its_day(desk: Desk) -> None:
    book(desk, tasks=[{"id": "t", "title": "Call", "due": "2026-11-01"}])
    tasks.snooze(desk, "task:t", TODAY + timedelta(days=3))
    assert [len(owed(desk, TODAY + timedelta(days=days))) for days in range(5)] == [0, 0, 0, 1, 1]
    assert row(desk, "task:t", TODAY + timedelta(days=3)).due == day("11-01")


def test_the_earliest_comes_first_then_the_kind_then_the_name(desk: Desk) -> None:
    def task(id_: str, due: str, person: str, kind: str = "custom") -> dict[str, str]:
        return {"id": id_, "title": f"{id_}!", "due": due, "person": person, "kind": kind}

    given = [
        task("z", "2026-11-02", "ann", "follow_up"),
        task("y", "2026-11-02", "new"),
        task("x", "2026-11-02", "bob"),
        task("w", "2026-11-02", "ann"),
        task("v", "2026-11-02", "ann"),
        task("u", "2026-11-01", "new", "status"),
    ]
    book(desk, tasks=given)
    assert [each[0].removeprefix("task:") for each in owed(desk)] == ["u", "v", "w", "x", "y", "z"]


def test_whoever_is_in_the_trash_is_owed_nothing(desk: Desk) -> None:
    lists: dict[str, list[dict[str, Any]]] = {}
    for part in (*OTHERS.values(), ({"referrals": [REFERRALS["won: a note by hand"][0]]}, [])):
        for name, records in part[0].items():
            fresh = [{**each, "id": f"{len(lists)}{each['id']}{len(lists.get(name, []))}"} for each in records]
            lists.setdefault(name, []).extend(fresh)
    book(desk, **lists)
    assert owed(desk)
    for who in ("ann", "bob", "new"):
        people.delete_person(desk, who)
    assert [each[0] for each in owed(desk)] == [each[0] for each in owed(desk) if each[2] == ""]


def test_an_ordinary_day_of_an_empty_book_has_nothing(desk: Desk) -> None:
    assert (today(desk).day, today(desk).tasks, today(desk).proposals) == (TODAY, (), ())
