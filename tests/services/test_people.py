"""People added, changed, put aside and thrown away; who is meant by what is typed; odd names unharmed."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from refdesk.domain.errors import RefusedError, UnclearPersonError
from refdesk.domain.person import Address, ContactPoint, NamedDate, Person, Related
from refdesk.services import people
from refdesk.services.desk import Desk
from refdesk.services.finding import find
from refdesk.services.ready import everybody, ready, why
from refdesk.storage.check import problems
from tests.services.books import names
from tests.storage.desks import TODAY, add, ago, log, text_of, titles

FACTS: dict[str, Any] = {
    "given": "Ann",
    "family": "Lee",
    "org": "Acme",
    "title": "Partner",
    "roles": ("client", "friend"),
    "emails": (ContactPoint("a@x.example", "work"),),
    "phones": (ContactPoint("030 1234567"),),
    "urls": (ContactPoint("https://acme.example"),),
    "addresses": (Address(street="1 High St", country="UK"),),
    "birthday": "--04-05",
    "dates": (NamedDate("Wedding", "2001-02-03"),),
    "related": (Related(name="Max", how="son"), Related(person="bob", how="brother")),
    "tags": ("golf",),
    "about": "Likes tea.",
    "met": "In Rome",
    "pronouns": "she/her",
    "trust": "high",
    "cadence_days": 30,
    "known_since": ago(900),
    "do_not_ask": True,
    "do_not_ask_why": "She said so.",
    "knows": ("farms",),
    "could_introduce": ("bob",),
    "introduced_by": "bob",
    "died_on": ago(3),
    "uid": "u1",
    "extra": ("X-A:1",),
}


@pytest.mark.parametrize("name", FACTS)
def test_every_fact_of_a_person_can_be_set_and_taken_away(desk: Desk, name: str) -> None:
    add(desk, "Bob Ray")
    add(desk, "Ann Lee")
    plain = desk.person("ann")
    people.edit_person(desk, replace(plain, **{name: FACTS[name]}))
    assert getattr(desk.person("ann"), name) == FACTS[name]
    assert list(problems(desk.book)) == []
    people.edit_person(desk, plain)
    assert desk.person("ann") == plain
    assert list(problems(desk.book)) == []


def test_whoever_is_added_has_an_id_a_day_and_needs_no_sorting(desk: Desk) -> None:
    id_, changes = people.add_person(desk, Person(id="", name="Ann Lee"))
    ann = desk.person(id_)
    assert (len(id_), ann.added_on, ann.sorted, changes.people) == (15, TODAY, True, frozenset((id_,)))
    assert titles(desk.book) == ["Ann Lee added."]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"name": ""}, "A person needs a name."),
        ({"name": " \n"}, "A person needs a name."),
        ({"cadence_days": 0}, "A rhythm is at least one day."),
        ({"birthday": "1980-02-30"}, "This is no day of the calendar; write 1980-04-05, or --04-05 without the year."),
        ({"introduced_by": "x"}, "Nobody in the book has the id x."),
        ({"could_introduce": ("ann", "x")}, "Nobody in the book has the id x."),
        ({"related": (Related(person="x"),)}, "Nobody in the book has the id x."),
    ],
)
def test_facts_that_cannot_be_are_refused(desk: Desk, fields: dict[str, Any], sentence: str) -> None:
    add(desk, "Ann Lee")
    before = text_of(desk)
    for verb in (people.add_person, people.edit_person):
        id_ = "" if verb is people.add_person else "ann"
        with pytest.raises(RefusedError) as refused:
            verb(desk, Person(**{"id": id_, "name": "Ann Lee", **fields}))
        assert str(refused.value) == sentence
    assert text_of(desk) == before


def test_an_id_is_given_once(desk: Desk) -> None:
    add(desk, "Ann Lee")
    with pytest.raises(RefusedError, match=r"Somebody has the id ann already\."):
        add(desk, "Ann Ray")
    people.delete_person(desk, "ann")
    with pytest.raises(RefusedError, match=r"Somebody has the id ann already\."):
        add(desk, "Ann Ray")


def test_whoever_is_archived_leaves_the_lists_and_comes_back(desk: Desk) -> None:
    log(desk, add(desk, "Ann Lee"))
    people.archive_person(desk, "ann")
    assert (everybody(desk).people, find(desk, "ann").people[0].id) == ((), "ann")
    people.unarchive_person(desk, "ann")
    assert len(everybody(desk).people) == 1


def test_whoever_is_deleted_is_gone_from_everywhere_but_the_trash(desk: Desk) -> None:
    log(desk, add(desk, "Ann Lee"))
    people.delete_person(desk, "ann")
    assert (everybody(desk).people, find(desk, "ann").people) == ((), ())
    with pytest.raises(UnclearPersonError):
        people.resolve(desk, "ann")
    for verb in (people.delete_person, people.archive_person):
        with pytest.raises(RefusedError, match=r"They are in the trash\. Take them out first\."):
            verb(desk, "ann")
    people.take_from_trash(desk, "ann")
    assert len(everybody(desk).people) == 1
    assert find(desk, "ann").people[0].id == "ann"
    assert list(problems(desk.book)) == []


def test_the_trash_is_emptied_after_thirty_days(desk: Desk) -> None:
    add(desk, "Ann Lee")
    log(desk, add(desk, "Bob Ray"), "ann")
    people.delete_person(desk, "ann")
    on = [Desk(desk.book, TODAY + timedelta(days=days)) for days in (30, 31, 32)]
    assert [people.empty_trash(each) for each in on] == [0, 1, 0]
    assert names(desk) == ["Bob Ray"]
    assert list(problems(desk.book)) == []


def test_whoever_has_died_is_in_no_list_and_still_answered_for(desk: Desk) -> None:
    log(desk, add(desk, "Ann Lee"))
    people.edit_person(desk, replace(desk.person("ann"), died_on=TODAY))
    assert everybody(desk).people == ready(desk, ("do_not_ask",)).people == ()
    assert why(desk, "ann")[0].standing.verdict.state == "do_not_ask"


ODD = {
    "newlines": "Ann\nLee\r\nof Acme",
    "bidi": "\u202eeeL nnA\u202c \u2067x\u2069",
    "emoji": "👩🏽‍🚀 Ann 🌟",
    "long": "Ann " * 2_500,
    "quotes": 'Ann "O\'Lee" \\ % _ * ? [x] {y} -- ; DROP TABLE person',
    "marks": "A" + "\N{COMBINING ACUTE ACCENT}" * 1_000 + "nn",
    "line ends": "Ann\u2028Lee\u2029\x85",
    "controls": "Ann\x01\x1f\x7fLee",
    "nul": "Ann\0Lee",
    "private": "Ann \ue000 \U0010ffff",
    "sheet": "=HYPERLINK(1)",
    "markup": "<img src=file:///etc/passwd> &lt;b&gt;",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_names_and_notes_go_in_and_out_unharmed(desk: Desk, text: str) -> None:
    add(desk, text, id="odd", about=text, org=text, tags=(text,), knows=(text,), emails=(ContactPoint(text),))
    logged = log(desk, "odd", summary=text, line=text, place=text)
    person = desk.person("odd")
    assert {person.name, person.about, person.org, *person.tags, *person.knows, person.emails[0].value} == {text}
    assert (logged.summary, logged.place) == (text, text)
    assert list(problems(desk.book)) == []
    assert everybody(desk).people[0].standing.name == text


PERSON_TABLE = [
    ("ann", "ann"),  # an id before a name
    ("Ann Lee", "x1"),
    ("ann lee", "x1"),
    ("  ANN   LEE ", "x1"),
    ("A.LEE@x.example", "x1"),
    ("zoe", "x3"),
    ("ZOË NG", "x3"),
    ("Zoe N", "x3"),
    ("bo ra", "x2"),
    ("ra bo", "x2"),
    ("x2", "x2"),
    ("Sam", "x4"),  # a whole name before the beginning of another
    ("Dr Sam Fox", "x5"),
    ("Sam Fox", "x5"),
    ("李", "x6"),
    ("राम", "x7"),
]


@pytest.fixture
def known(desk: Desk) -> Desk:
    """A desk over a book of people who are easily mistaken."""
    add(desk, "Annika Berg", id="ann")
    add(desk, "Ann Lee", id="x1", emails=(ContactPoint("a.lee@x.example"), ContactPoint("office@acme.example")))
    add(desk, "Bob Ray", id="x2", emails=(ContactPoint("office@acme.example"),))
    add(desk, "Zoë Ng", id="x3")
    add(desk, "Sam", id="x4")
    add(desk, "Dr Sam Fox", id="x5")
    add(desk, "李小龍", id="x6")
    add(desk, "राम", id="x7")
    add(desk, "रोम", id="x8")
    return desk


@pytest.mark.parametrize(("text", "id_"), PERSON_TABLE)
def test_who_is_meant(known: Desk, text: str, id_: str) -> None:
    assert people.resolve(known, text) == id_


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("an", ["ann", "x1"]),
        ("office@acme.example", ["x1", "x2"]),
        ("nobody", []),
        ("", []),
        ("  ", []),
        ("nn Lee", []),
        ("Ann Lee Jr", []),
        ("%", []),
        ("*", []),
        ('"', []),
        ("' OR 1=1 --", []),
    ],
)
def test_who_is_nobody_or_several(known: Desk, text: str, candidates: list[str]) -> None:
    with pytest.raises(UnclearPersonError) as unclear:
        people.resolve(known, text)
    assert sorted(id_ for id_, _ in unclear.value.candidates) == candidates
    assert str(unclear.value) == (f"Several people match “{text}”." if candidates else f"Nobody matches “{text}”.")
