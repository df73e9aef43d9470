"""Birthdays, and what a day proposes beyond what is owed: whom, in which order, how many, and whom never."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from refdesk.domain.first_ten import FirstTenAnswers
from refdesk.domain.policy import Policy
from refdesk.domain.records import Ask, Profile
from refdesk.services import people, tasks
from refdesk.services.desk import Desk
from refdesk.services.first_ten import answer_first_ten
from refdesk.services.today import today
from refdesk.storage.facts import setting_of
from tests.services.books import bring_in, card, vcf
from tests.services.books import people as everybody
from tests.storage.desks import TODAY, add, ago, log


def born(desk: Desk, name: str, birthday: str, **fields: Any) -> str:
    return add(desk, name, birthday=birthday, **fields)


def birthdays(desk: Desk, on: date) -> list[tuple[str, date, str]]:
    """Whose birthday that day lists: person, day, title."""
    rows = today(Desk(desk.book, on)).tasks
    assert all((row.kind, row.key) == ("birthday", f"person:{row.person}:birthday") for row in rows)
    return [(row.person, row.due, row.title) for row in rows]


@pytest.mark.parametrize("birthday", ["1980-11-18", "--11-18"])
def test_a_birthday_is_told_on_its_day_and_for_three_days_more(desk: Desk, birthday: str) -> None:
    born(desk, "Ann", birthday)
    for days in (-1, 4, 364):
        assert birthdays(desk, TODAY + timedelta(days=days)) == []
    for day in (TODAY, date(2027, 11, 18)):
        assert birthdays(desk, day) == [("ann", day, "Ann has a birthday")]
    for days in (1, 2, 3):
        assert birthdays(desk, TODAY + timedelta(days=days)) == [("ann", TODAY, "Ann had a birthday")]


def test_a_birthday_is_wished_across_the_new_year(desk: Desk) -> None:
    born(desk, "Ann", "--12-31")
    assert birthdays(desk, date(2027, 1, 2)) == [("ann", date(2026, 12, 31), "Ann had a birthday")]


@pytest.mark.parametrize(("year", "day"), [(2027, date(2027, 2, 28)), (2028, date(2028, 2, 29))])
def test_a_birthday_of_a_leap_day_is_kept_every_year(desk: Desk, year: int, day: date) -> None:
    born(desk, "Ann", "1980-02-29")
    assert birthdays(desk, date(year, 2, 27)) == []
    assert birthdays(desk, date(year, 3, 1)) == [("ann", day, "Ann had a birthday")]


def test_a_birthday_that_was_put_off_waits(desk: Desk) -> None:
    born(desk, "Ann", "--11-18")
    tasks.snooze(desk, "person:ann:birthday", TODAY + timedelta(days=2))
    assert [len(birthdays(desk, TODAY + timedelta(days=days))) for days in range(5)] == [0, 0, 1, 1, 0]


def test_birthdays_of_the_dead_the_archived_the_trash_and_the_unsorted_are_not_told(desk: Desk) -> None:
    born(desk, "Ann", "--11-18", died_on=ago(10))
    people.archive_person(desk, born(desk, "Bob", "--11-18"))
    people.delete_person(desk, born(desk, "Cy", "--11-18"))
    bring_in(desk, vcf(desk, card("Dan", "BDAY:1980-11-18")))
    assert birthdays(desk, TODAY) == []
    log(desk, everybody(desk)[-1].id)
    assert len(birthdays(desk, TODAY)) == 1


def proposed(desk: Desk, on: date = TODAY) -> list[tuple[str, str]]:
    """What that day proposes: kind and person."""
    return [(row.kind, row.person) for row in today(Desk(desk.book, on)).proposals]


def make_ready(desk: Desk, name: str, **fields: Any) -> str:
    """Add somebody who may be asked today."""
    with desk.act("Profile.") as act:
        act.put(Profile(id="p", name="Farmers", tags=("farms",)))
    id_ = add(desk, name, roles=("client",), known_since=ago(900), knows=("farms",), **fields)
    log(desk, id_, days=300, kind="milestone", marks=("delivered",), satisfaction="delighted")
    log(desk, id_, days=20, marks=("explained",))
    return id_


def make_dormant(desk: Desk, name: str, **fields: Any) -> str:
    """Add somebody with whom the user has not spoken for a year."""
    id_ = add(desk, name, known_since=ago(900), **fields)
    log(desk, id_, days=365)
    return id_


def test_first_the_ready_then_the_dormant_then_those_to_keep_in_touch_with(desk: Desk) -> None:
    make_dormant(desk, "Ann")
    make_ready(desk, "Bob")
    add(desk, "Cy", cadence_days=7, added_on=ago(7))
    bring_in(desk, vcf(desk, card("Dan")))
    rows = today(desk).proposals
    assert [(row.kind, row.person) for row in rows] == [
        ("sort", ""), ("ready", "bob"), ("reconnect", "ann"), ("keep_in_touch", "cy"),
    ]  # fmt: skip
    assert [row.title for row in rows] == [
        "Sort ten people", "Prepare to ask Bob", "Reconnect with Ann", "Keep in touch with Cy",
    ]  # fmt: skip
    assert [row.why for row in rows[1:]] == [
        "All gates are met.", "Last spoke 12 months ago. Reconnect first.", "You like to speak every 7 days.",
    ]  # fmt: skip


def test_the_best_come_first_and_among_equals_the_name_decides(desk: Desk) -> None:
    make_ready(desk, "Zoe", trust="high")
    for name in ("Yan", "Ann", "mia"):
        make_ready(desk, name)
    assert proposed(desk) == [("ready", "zoe"), ("ready", "ann"), ("ready", "mia"), ("ready", "yan")]


def test_the_name_decides_among_more_equals_than_can_be_proposed(desk: Desk) -> None:
    """The list of who is ready would put the longest known first."""
    for number in range(12):
        make_dormant(desk, f"P{11 - number:02}")
    desk_of_tomorrow = Desk(desk.book, TODAY + timedelta(days=1))
    log(desk, "p11", days=400)
    assert proposed(desk_of_tomorrow) == [("reconnect", f"p{number:02}") for number in range(8)]


def test_there_are_eight_a_day_less_those_acted_on(desk: Desk) -> None:
    for number in range(12):
        make_dormant(desk, f"P{number:02}")
    assert len(proposed(desk)) == 8
    log(desk, "p00", kind="message")
    log(desk, "p05", "p06")
    log(desk, "p01", kind="note")
    assert proposed(desk) == [("reconnect", f"p{number:02}") for number in (1, 2, 3, 4, 7)]
    with desk.act("Asked.") as act:
        act.put(Ask(id="a", person="p11", state="asked", asked_on=TODAY))
    assert len(proposed(desk)) == 4
    assert len(proposed(desk, TODAY + timedelta(days=1))) == 8


def test_the_number_a_day_is_the_users(desk: Desk) -> None:
    for number in range(4):
        make_dormant(desk, f"P{number}")
    for most in (0, 1, 3):
        with desk.act("Policy.") as act:
            act.put(setting_of(Policy(people_per_day=most)))
        assert len(proposed(desk)) == most


def test_to_sort_is_one_of_the_eight(desk: Desk) -> None:
    bring_in(desk, vcf(desk, card("Dan")))
    for number in range(9):
        make_dormant(desk, f"P{number}")
    assert proposed(desk) == [("sort", ""), *(("reconnect", f"p{number}") for number in range(7))]


def test_to_sort_goes_when_everybody_is_sorted(desk: Desk) -> None:
    bring_in(desk, vcf(desk, card("Dan"), card("Eve")))
    for person in everybody(desk):
        answer_first_ten(desk, person.id, FirstTenAnswers(knows=("farms",)))
    assert proposed(desk) == []


@pytest.mark.parametrize("kind", ["reconnect", "keep_in_touch"])
def test_who_was_put_off_is_left_out_until_then_and_another_moves_up(desk: Desk, kind: str) -> None:
    for number in range(10):
        make_dormant(desk, f"P{number}", cadence_days=7)
    tasks.snooze(desk, f"person:p0:{kind}", TODAY + timedelta(days=2))
    assert proposed(desk) == [("reconnect", f"p{number}") for number in range(1, 9)]
    assert proposed(desk, TODAY + timedelta(days=2))[0] == ("reconnect", "p0")


def test_a_birthday_that_was_put_off_keeps_nobody_from_being_proposed(desk: Desk) -> None:
    make_dormant(desk, "Ann", birthday="--11-18")
    tasks.snooze(desk, "person:ann:birthday", TODAY + timedelta(days=2))
    assert proposed(desk) == [("reconnect", "ann")]


@pytest.mark.parametrize("make", [make_ready, make_dormant])
def test_the_dead_the_archived_and_the_trash_are_not_proposed(desk: Desk, make: Any) -> None:
    for name in ("Ann", "Bob", "Cy"):
        make(desk, name, cadence_days=7)
    people.edit_person(desk, replace(desk.person("ann"), died_on=ago(1)))
    people.archive_person(desk, "bob")
    people.delete_person(desk, "cy")
    assert proposed(desk) == []


def test_keeping_in_touch_goes_by_days_over_the_rhythm(desk: Desk) -> None:
    for name, cadence, talked in (("Ann", 10, 12), ("Bob", 30, 36), ("Cy", 5, 10), ("Dan", 20, 19)):
        add(desk, name, cadence_days=cadence, added_on=ago(100))
        log(desk, name.lower(), days=talked)
    assert proposed(desk) == [("keep_in_touch", "cy"), ("keep_in_touch", "ann"), ("keep_in_touch", "bob")]
    assert proposed(desk, TODAY + timedelta(days=1))[-1] == ("keep_in_touch", "dan")


def test_planning_to_speak_does_not_restart_a_rhythm_and_speaking_does(desk: Desk) -> None:
    add(desk, "Ann", cadence_days=7, added_on=ago(30))
    log(desk, "ann", days=-3)
    log(desk, "ann", days=1, kind="message")
    assert proposed(desk) == [("keep_in_touch", "ann")]
    log(desk, "ann", days=1, kind="message", direction="in")
    assert proposed(desk) == []


def test_who_has_no_rhythm_is_not_proposed_and_who_is_never_to_be_asked_may_be(desk: Desk) -> None:
    add(desk, "Ann", added_on=ago(500))
    add(desk, "Bob", added_on=ago(500), cadence_days=7, do_not_ask=True)
    assert proposed(desk) == [("keep_in_touch", "bob")]
