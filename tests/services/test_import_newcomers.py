"""What an import says of the people it brings: unsorted, silent, introduced by somebody, and what is said of all."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from refdesk.domain.person import ContactPoint
from refdesk.services.desk import Desk
from refdesk.services.imports.contacts import ForAll
from refdesk.services.people import edit_person
from refdesk.services.ready import everybody, ready
from refdesk.services.today import today
from tests.services.books import (
    LINKEDIN,
    OUTLOOK,
    assert_no_change,
    bring_in,
    card,
    names,
    only,
    people,
    put,
    table,
    vcf,
)
from tests.storage.desks import TODAY, add, log


def test_newcomers_are_one_row_to_sort_and_propose_nothing(desk: Desk) -> None:
    cards = [card(f"Ann {number}", "BDAY:1980-11-18", f"UID:{number}") for number in range(3)]
    bring_in(desk, vcf(desk, *cards), for_all=ForAll(cadence_days=1))
    found = ready(desk, ("ready", "almost", "hold", "reconnect", "nurture", "do_not_ask"))
    assert (found.people, found.to_sort) == ((), 3)
    assert len(everybody(desk).people) == 3
    later = Desk(desk.book, TODAY + timedelta(days=2))
    assert (today(desk).tasks, today(later).tasks) == ((), ())
    assert [(row.kind, row.why) for row in today(later).proposals] == [("sort", "3 people to sort.")]


def test_one_person_to_sort_is_one_person(desk: Desk) -> None:
    bring_in(desk, vcf(desk, card("Ann")))
    assert today(desk).proposals[0].why == "1 person to sort."


def test_whoever_has_something_recorded_is_listed(desk: Desk) -> None:
    bring_in(desk, vcf(desk, card("Ann"), card("Bob")))
    log(desk, people(desk)[0].id)
    found = ready(desk, ("nurture",))
    assert ([one.standing.name for one in found.people], found.to_sort) == (["Ann"], 1)


def test_the_day_of_connection_is_since_when_they_are_known_and_no_conversation(desk: Desk) -> None:
    bring_in(desk, table(desk, LINKEDIN, ("Ann", "Lee", "", "", "Acme", "", "15 Jan 2024")))
    person = only(desk)
    assert (person.known_since, person.added_on, person.sorted) == (date(2024, 1, 15), TODAY, False)
    verdict = everybody(desk).people[0].standing.verdict
    assert (verdict.known_from, verdict.relationship.reason.code) == (None, "no_conversation")


def outlook(desk: Desk, *rows: tuple[str, str, str]) -> None:
    """Import rows of first name, last name and who referred them."""
    report = bring_in(desk, table(desk, OUTLOOK, *((one, two, "", "", "", "", by) for one, two, by in rows)))
    assert not report.failed


def introducers(desk: Desk) -> dict[str, str]:
    """Who introduced whom, by name."""
    called = {person.id: person.name for person in people(desk)}
    return {person.name: called[person.introduced_by] for person in people(desk) if person.introduced_by}


def test_who_referred_them_is_found_in_the_book_or_in_the_file(desk: Desk) -> None:
    add(desk, "Zoë Ng")
    outlook(desk, ("Ann", "Lee", "bob ray"), ("Bob", "Ray", "Dr. Zoe Ng"), ("Cy", "Young", "Ann Lee"))
    assert introducers(desk) == {"Ann Lee": "Bob Ray", "Bob Ray": "Zoë Ng", "Cy Young": "Ann Lee"}


@pytest.mark.parametrize("by", ["Nobody", "Bob Ray", "Cy Young", "B. Ray", "Bob", " ", "Bob Ray; Zoë Ng"])
def test_who_referred_them_stays_open_where_it_is_nobody_several_or_themselves(desk: Desk, by: str) -> None:
    add(desk, "Bob Ray")
    add(desk, "Ray, Bob", id="bob2")
    add(desk, "Zoë Ng")
    outlook(desk, ("Cy", "Young", by))
    assert introducers(desk) == {}


def test_who_referred_them_is_written_once(desk: Desk) -> None:
    """What the user took out stays out, what they chose stays, and somebody new in the source counts."""
    add(desk, "Bob Ray")
    add(desk, "Zoë Ng")
    outlook(desk, ("Cy", "Young", "Bob Ray"))
    path = desk.book.path.parent / "people.csv"
    assert_no_change(desk, path)
    cy = people(desk)[-1]
    edit_person(desk, replace(cy, introduced_by=""))
    assert_no_change(desk, path)
    outlook(desk, ("Cy", "Young", "Zoë Ng"))
    assert introducers(desk) == {"Cy Young": "Zoë Ng"}
    edit_person(desk, replace(people(desk)[-1], introduced_by="bob"))
    outlook(desk, ("Cy", "Young", "Cy Ng"))
    assert introducers(desk) == {"Cy Young": "Bob Ray"}


def test_who_referred_them_is_found_later_when_they_have_come(desk: Desk) -> None:
    outlook(desk, ("Cy", "Young", "Bob Ray"))
    add(desk, "Bob Ray")
    report = bring_in(desk, desk.book.path.parent / "people.csv")
    assert (report.updated, introducers(desk)) == (1, {"Cy Young": "Bob Ray"})
    assert_no_change(desk, desk.book.path.parent / "people.csv")


FOR_ALL = ForAll(roles=("client", "friend"), tags=("Expo", "golf"), cadence_days=30, trust="growing")


def test_what_is_said_of_all_goes_to_the_new_and_to_the_known(desk: Desk) -> None:
    add(desk, "Ann Lee", emails=(ContactPoint("a@x.example"),), tags=("GOLF",), roles=("friend",))
    path = vcf(desk, card("Ann Lee", "EMAIL:a@x.example"), card("Bob Ray"))
    report = bring_in(desk, path, for_all=FOR_ALL)
    assert (report.created, report.updated) == (1, 1)
    ann, bob = people(desk)
    assert (ann.roles, ann.tags, ann.cadence_days, ann.trust) == (("friend", "client"), ("GOLF", "Expo"), 30, "growing")
    assert (bob.roles, bob.tags, bob.cadence_days, bob.trust) == (("client", "friend"), ("Expo", "golf"), 30, "growing")
    assert_no_change(desk, path, for_all=FOR_ALL)
    assert_no_change(desk, path)


def test_what_is_said_of_all_gives_way_to_what_is_known(desk: Desk) -> None:
    add(desk, "Ann Lee", emails=(ContactPoint("a@x.example"),), cadence_days=7, trust="low")
    bring_in(desk, vcf(desk, card("Ann Lee", "EMAIL:a@x.example")), for_all=FOR_ALL)
    assert (only(desk).cadence_days, only(desk).trust) == (7, "low")


def first_dues(desk: Desk) -> dict[str, str | None]:
    """On which day everybody falls due first, by name."""
    return dict(desk.book.rows("SELECT name, first_due FROM person ORDER BY name"))


def test_a_rhythm_for_all_spreads_them_over_it_in_name_order(desk: Desk) -> None:
    bring_in(desk, vcf(desk, card("Cy"), card("Ann"), card("Bob")), for_all=ForAll(cadence_days=30))
    spread = {name: str(TODAY + timedelta(days=days)) for name, days in (("Ann", 10), ("Bob", 20), ("Cy", 30))}
    assert first_dues(desk) == spread
    for person in people(desk):
        edit_person(desk, replace(person, sorted=True))
    due = {
        day: [row.person for row in today(Desk(desk.book, TODAY + timedelta(days=day))).proposals]
        for day in (9, 10, 29, 30)
    }
    ids = {person.name: person.id for person in people(desk)}
    assert {day: set(who) for day, who in due.items()} == {
        9: set(),
        10: {ids["Ann"]},
        29: {ids["Ann"], ids["Bob"]},
        30: set(ids.values()),
    }


def test_a_rhythm_for_all_spreads_the_known_who_were_never_spoken_with_too(desk: Desk) -> None:
    for name in ("Ann", "Bob", "Dan"):
        add(desk, name, uid=name)
    edit_person(desk, replace(desk.person("dan"), cadence_days=7))
    log(desk, "bob", days=3)
    bring_in(desk, vcf(desk, *(card(name, f"UID:{name}") for name in ("Ann", "Bob", "Cy", "Dan"))), for_all=FOR_ALL)
    days = {"Ann": str(TODAY + timedelta(days=15)), "Cy": str(TODAY + timedelta(days=30))}
    assert first_dues(desk) == {"Ann": days["Ann"], "Bob": None, "Cy": days["Cy"], "Dan": None}


def test_a_book_that_comes_along_is_not_among_all(desk: Desk) -> None:
    book = put(desk, "a.json", '{"refdesk": 1, "people": [{"id": "zoe", "name": "Zoë", "cadence_days": 9}]}')
    bring_in(desk, book, vcf(desk, card("Ann")), for_all=FOR_ALL)
    assert names(desk) == ["Zoë", "Ann"]
    assert first_dues(desk) == {"Ann": str(TODAY + timedelta(days=30)), "Zoë": None}
    assert desk.person("zoe").tags == ()
