"""The canonical form: order, omissions, numbers, letters (`docs/interchange.md`)."""

import json
from dataclasses import fields
from datetime import date, datetime, time
from typing import Any

import pytest

from refdesk.domain.person import Address, ContactPoint, NamedDate, Person, Related, Source
from refdesk.domain.policy import Policy
from refdesk.domain.records import (
    Ask,
    BookRecords,
    Consents,
    Entry,
    Later,
    Me,
    Partner,
    Profile,
    Project,
    ProjectPerson,
    Promise,
    Referral,
    Task,
    Thanks,
)
from refdesk.formats.refdesk_json.writer import write_json

DAY = date(2026, 10, 1)


def plain(name: str, record: Any) -> Any:
    """The JSON object of one record."""
    return json.loads(write_json(BookRecords(**{name: (record,)})))[name][0]


def test_an_empty_book_says_only_what_it_is() -> None:
    assert write_json(BookRecords()) == '{\n  "refdesk": 1\n}\n'


def test_a_whole_book_letter_by_letter() -> None:
    book = BookRecords(
        me=Me(name="Søren Łukasz"),
        people=(Person(id="p1", name='Ana "A" Ruiz', emails=(ContactPoint("ana@example.org", "work"),), trust="high"),),
        timeline=(Entry(id="e1", on=DAY, at=time(9, 30), kind="meeting", people=("p1",), marks=("gave",)),),
        later=(Later(key="person:p1:birthday", until=datetime(2026, 10, 2, 8, 0)),),
    )
    assert (
        write_json(book)
        == """{
  "refdesk": 1,
  "me": {
    "name": "Søren Łukasz"
  },
  "people": [
    {
      "id": "p1",
      "name": "Ana \\"A\\" Ruiz",
      "emails": [
        {
          "value": "ana@example.org",
          "label": "work"
        }
      ],
      "trust": "high"
    }
  ],
  "timeline": [
    {
      "id": "e1",
      "on": "2026-10-01T09:30",
      "kind": "meeting",
      "people": [
        "p1"
      ],
      "marks": [
        "gave"
      ]
    }
  ],
  "later": [
    {
      "key": "person:p1:birthday",
      "until": "2026-10-02T08:00"
    }
  ]
}
"""
    )


@pytest.mark.parametrize(
    ("name", "record", "expected"),
    [
        ("people", Person(id="p", name=""), {"id": "p", "name": ""}),
        ("profiles", Profile(id="f", name="Owners"), {"id": "f", "name": "Owners"}),
        ("profiles", Profile(id="f", name="Owners", active=False), {"id": "f", "name": "Owners", "active": False}),
        ("asks", Ask(id="a", person="p"), {"id": "a", "person": "p"}),
        ("asks", Ask(id="a", person="p", comfortable=False), {"id": "a", "person": "p", "comfortable": False}),
        ("referrals", Referral(id="r", champion="p"), {"id": "r", "champion": "p"}),
        ("referrals", Referral(id="r", consents=Consents(to=DAY)), {"id": "r", "consents": {"to": "2026-10-01"}}),
        (
            "referrals",
            Referral(id="r", told_on=(DAY,), thanks=(Thanks(step=1, done_on=DAY, by="call"),)),
            {"id": "r", "told_on": ["2026-10-01"], "thanks": [{"step": 1, "done_on": "2026-10-01", "by": "call"}]},
        ),
        ("tasks", Task(id="t", title="Call", due=DAY), {"id": "t", "title": "Call", "due": "2026-10-01"}),
        (
            "tasks",
            Task(id="t", kind="check", title="Call", due=DAY, at=time(9)),
            {"id": "t", "kind": "check", "title": "Call", "due": "2026-10-01", "at": "09:00"},
        ),
        ("partners", Partner(id="x", person="p", every_days=30), {"id": "x", "person": "p"}),
        (
            "partners",
            Partner(id="x", person="p", promised=(Promise(by="me", what="list"),)),
            {"id": "x", "person": "p", "promised": [{"by": "me", "what": "list"}]},
        ),
        (
            "projects",
            Project(id="j", name="One", people=(ProjectPerson(person="p"), ProjectPerson(person="q", station="ask"))),
            {"id": "j", "name": "One", "people": [{"person": "p"}, {"person": "q", "station": "ask"}]},
        ),
        ("later", Later(key="note:n", until=DAY), {"key": "note:n", "until": "2026-10-01"}),
        (
            "later",
            Later(key="note:n", until=datetime(2026, 10, 1, 9, 31, 27)),
            {"key": "note:n", "until": "2026-10-01T09:31:27"},
        ),
    ],
)
def test_defaults_are_left_out_and_required_keys_stay(name: str, record: Any, expected: dict[str, Any]) -> None:
    found = plain(name, record)
    assert found == expected
    assert list(found) == list(expected)


@pytest.mark.parametrize(
    ("kind", "direction", "written"),
    [
        ("meeting", "both", False),
        ("meeting", "in", True),
        ("event", None, False),
        ("message", "out", False),
        ("message", "both", True),
        ("letter", "in", True),
        ("note", "both", False),
        ("milestone", "out", False),
    ],
)
def test_a_direction_stands_only_where_it_says_something(kind: Any, direction: Any, written: bool) -> None:
    found = plain("timeline", Entry(id="e", on=DAY, kind=kind, direction=direction, people=("p",)))
    assert found.get("direction") == (direction if written else None)


@pytest.mark.parametrize(
    ("value", "text"),
    [(12, "12"), (12.0, "12"), (12.5, "12.5"), (0, "0"), (-0.0, "0"), (1e300, "1e+300"), (0.1, "0.1"), (-3.0, "-3")],
)
def test_numbers_are_written_as_given(value: float, text: str) -> None:
    referral = Referral(id="r", value=value)
    assert f'"value": {text}\n' in write_json(BookRecords(referrals=(referral,)))


def test_a_policy_holds_only_what_differs() -> None:
    policy = Policy(warm_within=60, morning_at=time(7, 5), quiet_until=time(8), days_off=())
    found = json.loads(write_json(BookRecords(policy=policy)))
    assert found["policy"] == {"warm_within": 60, "morning_at": "07:05", "days_off": []}


def test_every_key_of_a_person_stands_in_the_order_of_its_fields() -> None:
    person = Person(
        id="p", name="Ana Ruiz", given="Ana", family="Ruiz", org="Firm", title="Owner", roles=("client",),
        emails=(ContactPoint("a@b"),), phones=(ContactPoint("1"),), urls=(ContactPoint("u"),),
        addresses=(Address(city="Köln"),), birthday="--04-05", dates=(NamedDate("wedding", "2001-01-01"),),
        related=(Related(name="Bo", how="son"),), tags=("golf",), about="a", met="m", pronouns="she", photo="p.jpg",
        trust="low", cadence_days=30, known_since=DAY, do_not_ask=True, do_not_ask_why="w", knows=("x",),
        could_introduce=("q",), introduced_by="q", added_on=DAY, sorted=True, archived=True, died_on=DAY, uid="u",
        sources=(Source(source="csv", key="k", wrote={"name": "Ana"}),), extra=("X-A:1",),
    )  # fmt: skip
    found = plain("people", person)
    assert list(found) == [f.name for f in fields(Person)]
    assert found["birthday"] == "--04-05"
    assert found["addresses"] == [{"city": "Köln"}]
    assert found["sources"] == [{"source": "csv", "key": "k", "wrote": {"name": "Ana"}}]


def test_records_stay_in_their_order() -> None:
    people = tuple(Person(id=name, name=name) for name in ("c", "a", "b"))
    found = json.loads(write_json(BookRecords(people=people)))
    assert [person["id"] for person in found["people"]] == ["c", "a", "b"]
