"""The list of contacts: its orders, whom a filter finds, and that what gives it are indexes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from refdesk.services import people
from refdesk.services.desk import Desk
from refdesk.storage import people_list
from tests.storage.desks import TODAY, add, ago, desk_at, log

NAMES = ("Søren Lund", "Ana Ruiz", "Émile Roy", "ana pavlović", "Łukasz Nowak", "3M Sales", "Zoe Quux", "李 明")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_at(tmp_path / "book.refdesk") as desk:
        yield desk


def filled(desk: Desk, *names: str) -> dict[int, str]:
    """People of these names, each with the name as the id; gives the names by pk."""
    for name in names:
        add(desk, name, id=name)
    return dict(desk.book.rows("SELECT pk, name FROM person"))


def change(desk: Desk, name: str, **fields: Any) -> None:
    people.edit_person(desk, replace(desk.person(name), **fields))


def test_names_stand_in_the_order_of_their_letters_on_a_plain_keyboard(desk: Desk) -> None:
    names = filled(desk, *NAMES)
    groups = people_list.by_name(desk.book)
    assert [(letter, [names[pk] for pk in pks]) for letter, pks in groups] == [
        ("3", ["3M Sales"]),
        ("a", ["ana pavlović", "Ana Ruiz"]),
        ("e", ["Émile Roy"]),
        ("l", ["Łukasz Nowak"]),
        ("s", ["Søren Lund"]),
        ("z", ["Zoe Quux"]),
        ("李", ["李 明"]),
    ]


def test_a_name_without_letters_comes_first_under_no_letter(desk: Desk) -> None:
    names = filled(desk, "Ana", "!!!")
    assert [(letter, [names[pk] for pk in pks]) for letter, pks in people_list.by_name(desk.book)] == [
        ("", ["!!!"]),
        ("a", ["Ana"]),
    ]


def test_who_is_archived_has_died_or_was_deleted_is_not_listed(desk: Desk) -> None:
    names = filled(desk, "Ana", "Bo", "Cy", "Di")
    people.archive_person(desk, "Bo")
    people.delete_person(desk, "Cy")
    change(desk, "Di", died_on=TODAY)
    for listed in (
        [pk for _, pks in people_list.by_name(desk.book) for pk in pks],
        people_list.by_last_talk(desk.book),
        [pk for _, pks in people_list.by_readiness(desk.book) for pk in pks],
    ):
        assert [names[pk] for pk in listed] == ["Ana"]
    assert [names[pk] for pk in people_list.unlisted(desk.book)] == ["Bo", "Di"]
    assert people_list.pk_of(desk.book, "Cy") is None


def test_whom_the_user_spoke_with_last_comes_first_and_those_never_spoken_with_at_the_end(desk: Desk) -> None:
    names = filled(desk, "Ana", "Bo", "Cy", "Di")
    log(desk, "Bo", days=200)
    log(desk, "Di", days=100)
    assert [names[pk] for pk in people_list.by_last_talk(desk.book)] == ["Di", "Bo", "Ana", "Cy"]


def test_readiness_parts_people_by_state_in_the_methods_order(desk: Desk) -> None:
    names = filled(desk, "Ana", "Bo")
    change(desk, "Bo", do_not_ask=True)
    groups = people_list.by_readiness(desk.book)
    assert [(state, [names[pk] for pk in pks]) for state, pks in groups] == [
        ("nurture", ["Ana"]),
        ("do_not_ask", ["Bo"]),
    ]


@pytest.mark.parametrize(
    ("typed", "named", "elsewhere"),
    [
        ("ana", ["Ana Ruiz", "Jo Ana"], ["Bo Li"]),
        ("ANA rui", ["Ana Ruiz"], []),
        ("a", ["Ana Ruiz", "Jo Ana"], []),
        ("ban", [], ["Bo Li"]),
        ("anana", [], ["Bo Li"]),
        ("zap", [], []),
        ("  !  ", [], []),
    ],
)
def test_a_filter_finds_names_by_their_beginnings_and_then_anything_by_any_part(
    desk: Desk, typed: str, named: list[str], elsewhere: list[str]
) -> None:
    names = filled(desk, "Ana Ruiz", "Bo Li", "Jo Ana")
    change(desk, "Bo Li", org="Banana Imports")
    found = people_list.matching(desk.book, typed)
    assert [[names[pk] for pk in pks] for pks in found] == [named, elsewhere]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("a", {"Ana Ruiz", "Ana Lund"}),
        ("ana ", {"Ana Ruiz", "Ana Lund"}),
        ("ana r", {"Ana Ruiz"}),
        ("ÁNA L", {"Ana Lund"}),
        ("ruiz", {"Ana Ruiz"}),
        ("ban an", set()),
        ("banana bo", {"Bo Banana"}),
        ("x", set()),
        (" ", set()),
    ],
)
def test_letters_typed_into_the_list_mean_the_beginning_of_a_name_or_else_of_a_word(
    desk: Desk, typed: str, found: set[str]
) -> None:
    names = filled(desk, "Ana Ruiz", "Ana Lund", "Bo Banana")
    assert {names[pk] for pk in people_list.beginning_with(desk.book, typed)} == found


def test_rows_say_what_is_shown_and_leave_out_the_trash(desk: Desk) -> None:
    names = filled(desk, "Ana", "Bo")
    log(desk, "Ana", days=3)
    people.delete_person(desk, "Bo")
    (row,) = people_list.rows(desk.book, list(names))
    assert (row.name, row.last_talk, row.archived, row.died) == ("Ana", ago(3), False, False)
    assert people_list.id_at(desk.book, row.pk) == row.id == "Ana"


@pytest.mark.parametrize("order", ["name", "last_talk"])
def test_an_order_is_read_from_an_index_alone(desk: Desk, order: str) -> None:
    filled(desk, "Ana")
    queries = {
        "name": "SELECT pk FROM person_text ORDER BY name",
        "last_talk": "SELECT person FROM readiness WHERE listed = 1 ORDER BY last_talk DESC, name_key",
    }
    plan = " ".join(row[-1] for row in desk.book.rows(f"EXPLAIN QUERY PLAN {queries[order]}"))
    assert "INDEX" in plan
    assert "TEMP B-TREE" not in plan
