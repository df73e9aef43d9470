"""People and entries are found by what somebody types, from a plain keyboard, by beginnings and by parts of words."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refdesk.domain.person import Address, ContactPoint, Related
from refdesk.services import people, timeline
from refdesk.services.desk import Desk
from refdesk.services.finding import find
from tests.services.books import fresh_desk
from tests.storage.desks import add, log


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """A desk over a book of people who are hard to type."""
    add(desk, "Søren Kjær", id="soren", org="Nordlys A/S", title="Owner")
    add(desk, "Łukasz Wiśniewski", id="lukasz", emails=(ContactPoint("lw@straße.example"),))
    add(desk, "Yıldız Öztürk", id="yildiz", phones=(ContactPoint("+90 (212) 555-0199"),), tags=("Kitesurfing",))
    add(desk, "Anna Straße", id="anna", addresses=(Address(street="Höhenweg 3", city="Zürich"),), knows=("Beekeepers",))
    add(desk, "李小龍", id="li", about="Met at the Museum", met="Göteborg", related=(Related(name="Brandon"),))
    log(desk, "soren", summary="Discussed the harbour project", place="Café Ærø", days=2)
    log(desk, "lukasz", summary="Harbour tour", days=1)
    return desk


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("soren", ["soren"]),
        ("SOR", ["soren"]),
        ("kjaer", ["soren"]),
        ("kj s", ["soren"]),
        ("lukasz", ["lukasz"]),
        ("wisn", ["lukasz"]),
        ("strasse", ["anna", "lukasz"]),
        ("straße", ["anna", "lukasz"]),
        ("yildiz", ["yildiz"]),
        ("ozturk", ["yildiz"]),
        ("李", ["li"]),
        ("nordlys", ["soren"]),
        ("owner", ["soren"]),
        ("lw@", ["lukasz"]),
        ("2125550199", ["yildiz"]),
        ("555", ["yildiz"]),
        ("kitesurf", ["yildiz"]),
        ("surf", ["yildiz"]),
        ("hohenweg", ["anna"]),
        ("zurich", ["anna"]),
        ("beekeepers", ["anna"]),
        ("museum", ["li"]),
        ("goteborg", ["li"]),
        ("brandon", ["li"]),
        ("niews", ["lukasz"]),
        ("anna zurich", ["anna"]),
        ("anna museum", []),
        ("nobody", []),
    ],
)
def test_who_is_found(desk: Desk, text: str, ids: list[str]) -> None:
    assert sorted(person.id for person in find(desk, text).people) == ids


def test_entries_are_found_newest_first(desk: Desk) -> None:
    assert [entry.text for entry in find(desk, "harb").entries] == ["Harbour tour", "Discussed the harbour project"]
    assert [entry.text for entry in find(desk, "cafe aero").entries] == ["Discussed the harbour project"]
    assert [entry.text for entry in find(desk, "arbou").entries] == ["Harbour tour", "Discussed the harbour project"]


def test_what_is_changed_or_gone_is_found_as_it_is_now(desk: Desk) -> None:
    (entry,) = find(desk, "tour").entries
    timeline.delete_entry(desk, entry.id)
    people.delete_person(desk, "soren")
    assert find(desk, "tour").entries == ()
    assert find(desk, "soren").people == ()


def test_no_more_are_found_than_asked_for(desk: Desk) -> None:
    for number in range(30):
        add(desk, f"Zoe {number}", id=f"z{number}")
        log(desk, f"z{number}", summary="zoo")
    for limit in (1, 5, 20):
        found = find(desk, "zo", limit)
        assert (len(found.people), len(found.entries)) == (limit, limit)


WEIRD = [
    *(
        "",
        " ",
        '"',
        "''",
        "*",
        "-",
        "--",
        "a OR b",
        'x" OR "y',
        "NEAR(a b)",
        "name:ann",
        "%",
        "_",
        "\\",
        "(",
        "^a",
        "a*b",
    ),
    *("\0", "🌟", "AND", "NOT x", "{}", "ﬁ", "é", "a" * 10_000, "a " * 2_000),
]


@pytest.mark.parametrize("text", WEIRD)
def test_no_text_is_an_error(desk: Desk, text: str) -> None:
    found = find(desk, text)
    assert len(found.people) + len(found.entries) <= 7


@pytest.fixture(scope="module")
def lasting() -> Iterator[Desk]:
    """A desk over a book that nobody changes."""
    with fresh_desk() as desk:
        log(desk, add(desk, "Ann Lee"), summary="Talked")
        yield desk


@settings(max_examples=300)
@given(text=st.text() | st.text(alphabet="\"'*()-+:^{}~ ANDORTaeiøł"))
def test_whatever_is_typed_is_no_error(lasting: Desk, text: str) -> None:
    assert len(find(lasting, text).people) <= 1
