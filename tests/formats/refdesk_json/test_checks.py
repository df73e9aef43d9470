"""Ids that point nowhere and rules of the method that a file would break (`docs/interchange.md`)."""

import json
from datetime import date
from typing import Any

import pytest

from refdesk.domain.records import Ask, Entry
from refdesk.formats.refdesk_json.checks import broken, dangling
from refdesk.formats.refdesk_json.reader import JsonReading, read_json

TODAY = date(2026, 11, 18)
PERSON = {"id": "p", "name": "P"}
ENTRY = {"id": "e", "on": "2026-10-01", "kind": "call", "people": ["p"]}


def read(**parts: Any) -> JsonReading:
    return read_json(json.dumps({"refdesk": 1, **parts}))


def nobody(_name: str, _id: str) -> bool:
    return False


def nothing(_name: str, _id: str) -> None:
    return None


@pytest.mark.parametrize(
    ("part", "record", "place", "to"),
    [
        ("people", {"could_introduce": ["p", "x"]}, "could_introduce[1]", "people"),
        ("people", {"introduced_by": "x"}, "introduced_by", "people"),
        ("people", {"related": [{"name": "Bo"}, {"person": "x"}]}, "related[1].person", "people"),
        ("timeline", {"people": ["p", "x"]}, "people[1]", "people"),
        ("asks", {"person": "x"}, "person", "people"),
        ("asks", {"target_person": "x"}, "target_person", "people"),
        ("asks", {"target_profile": "x"}, "target_profile", "profiles"),
        ("referrals", {"champion": "x"}, "champion", "people"),
        ("referrals", {"to": "x"}, "to", "people"),
        ("referrals", {"prospect": "x"}, "prospect", "people"),
        ("referrals", {"ask": "x"}, "ask", "asks"),
        ("notes", {"person": "x"}, "person", "people"),
        ("notes", {"referral": "x"}, "referral", "referrals"),
        ("tasks", {"person": "x"}, "person", "people"),
        ("partners", {"person": "x"}, "person", "people"),
        ("projects", {"profile": "x"}, "profile", "profiles"),
        ("projects", {"people": [{"person": "p"}, {"person": "x"}]}, "people[1].person", "people"),
        ("stories", {"client": "x"}, "client", "people"),
    ],
)
def test_every_id_must_point_somewhere(part: str, record: dict[str, Any], place: str, to: str) -> None:
    least = {
        "people": {"name": "Q"},
        "timeline": ENTRY,
        "asks": {"person": "p"},
        "notes": {"person": "p"},
        "tasks": {"title": "T", "due": "2026-10-01"},
        "partners": {"person": "p"},
        "projects": {"name": "J"},
    }
    made = {**least.get(part, {}), "id": "it", **record}
    reading = read(**{"people": [PERSON], part: [PERSON, made] if part == "people" else [made]})
    index = 1 if part == "people" else 0
    found = dangling(reading, nobody)
    assert [str(problem) for problem in found.problems] == [f"{part}[{index}].{place}: Nothing in {to} has the id “x”."]
    assert dangling(reading, lambda name, identity: (name, identity) == (to, "x")).problems == []


def test_ids_may_point_into_the_file_or_into_the_book() -> None:
    reading = read(people=[PERSON], timeline=[{**ENTRY, "people": ["p", "in the book"]}])
    asked: list[tuple[str, str]] = []

    def known(name: str, identity: str) -> bool:
        asked.append((name, identity))
        return True

    assert dangling(reading, known).problems == []
    assert asked == [("people", "in the book")]


@pytest.mark.parametrize(
    ("key", "part", "identity"),
    [
        ("task:a:b", "tasks", "a:b"),
        ("note:n", "notes", "n"),
        ("ask:a:check", "asks", "a"),
        ("entry:e:f:happened", "timeline", "e:f"),
        ("referral:r:check", "referrals", "r"),
        ("referral:r:s:thank_you:2", "referrals", "r:s"),
        ("person:p:birthday", "people", "p"),
        ("partner:x:partner_meeting", "partners", "x"),
    ],
)
def test_a_task_put_off_may_be_gone_but_is_mentioned(key: str, part: str, identity: str) -> None:
    reading = read(later=[{"key": key, "until": "2026-12-01"}])
    found = dangling(reading, nobody)
    assert found.problems == []
    assert found.warnings == ["later[0].key: What was put off is neither in the file nor in the book."]
    assert dangling(reading, lambda *asked: asked == (part, identity)).warnings == []
    assert broken(reading, TODAY, nothing) == []


def test_a_story_that_is_gone_is_mentioned() -> None:
    found = dangling(read(people=[PERSON], timeline=[{**ENTRY, "story": "s"}]), nobody)
    assert found.problems == []
    assert found.warnings == ["timeline[0].story: This story is neither in the file nor in the book."]


@pytest.mark.parametrize(
    ("part", "record", "place"),
    [
        ("policy", {"warm_within": 36_526}, "policy.warm_within"),
        ("people", [{**PERSON, "cadence_days": 0}], "people[0].cadence_days"),
        ("timeline", [{**ENTRY, "people": ["p", "q"], "satisfaction": "mixed"}], "timeline[0].satisfaction"),
        ("timeline", [{**ENTRY, "resolved_on": "2026-11-19"}], "timeline[0].resolved_on"),
        ("asks", [{"id": "a", "person": "p", "state": "asked"}], "asks[0].asked_on"),
        ("asks", [{"id": "a", "person": "p", "state": "agreed", "asked_on": "2026-10-01"}], "asks[0].state"),
        ("referrals", [{"id": "r", "agreed_on": "2026-10-01"}], "referrals[0].champion"),
        (
            "referrals",
            [{"id": "r", "champion": "p", "agreed_on": "2026-10-01", "thanks": [{"step": 4, "done_on": "2026-10-01"}]}],
            "referrals[0].thanks[0].step",
        ),
        ("tasks", [{"id": "t", "title": "T", "due": "2026-10-01", "rrule": "FREQ=NEVER"}], "tasks[0].rrule"),
        ("later", [{"key": "whatever", "until": "2026-10-01"}], "later[0].key"),
        ("partners", [{"id": "x", "person": "p", "every_days": 0}], "partners[0].every_days"),
    ],
)
def test_a_broken_rule_is_named_with_its_place(part: str, record: Any, place: str) -> None:
    assert [problem.place for problem in broken(read(**{part: record}), TODAY, nothing)] == [place]


def test_a_record_is_judged_as_it_would_stand_in_the_book() -> None:
    """The file gives a new state only: the book's record has the day that this state needs."""
    reading = read(asks=[{"id": "a", "person": "p", "state": "declined"}])
    asked = Ask(id="a", person="p", state="asked", asked_on=date(2026, 10, 1))
    assert [problem.place for problem in broken(reading, TODAY, nothing)] == ["asks[0].asked_on"]
    assert broken(reading, TODAY, lambda *key: asked if key == ("asks", "a") else None) == []


def test_the_books_own_fields_can_break_a_rule_of_the_update() -> None:
    reading = read(timeline=[{"id": "e", "on": "2026-10-01", "kind": "call", "people": ["p", "q"]}])
    delivered = Entry(id="e", on=date(2026, 10, 1), kind="call", people=("p",), marks=("delivered",))
    found = broken(reading, TODAY, lambda name, _id: delivered if name == "timeline" else None)
    assert [problem.place for problem in found] == ["timeline[0].marks"]


def test_an_agreed_ask_has_its_referral_in_the_file_or_in_the_book() -> None:
    ask = {"id": "a", "person": "p", "state": "agreed", "asked_on": "2026-10-01"}
    referral = {"id": "r", "champion": "p", "ask": "a", "agreed_on": "2026-10-01"}
    assert broken(read(asks=[ask], referrals=[referral]), TODAY, nothing) == []
    assert broken(read(asks=[ask]), TODAY, nothing, referred={"a"}) == []
