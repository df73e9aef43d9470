"""The first start: a pasted list of people as one act."""

import pytest

from refdesk.domain.errors import RefusedError
from refdesk.services import history
from refdesk.services.desk import Desk
from refdesk.services.welcome import MOST_NAMES, add_names, names_in
from tests.services.books import names, people
from tests.storage.desks import titles

PASTED = """
  - Ana  Ruiz
\u2022 Søren Lindqvist\t
Ana Ruiz
ANA RUIZ

张伟
"""


def test_a_pasted_list_holds_each_name_once() -> None:
    assert names_in(PASTED) == ["Ana Ruiz", "Søren Lindqvist", "张伟"]
    assert names_in(" \n - \n") == []


def test_names_come_in_as_one_act_and_wait_to_be_sorted(desk: Desk) -> None:
    ids, changes = add_names(desk, names_in(PASTED))
    assert names(desk) == ["Ana Ruiz", "Søren Lindqvist", "张伟"]
    assert changes.people == set(ids)
    assert not any(person.sorted for person in people(desk))
    assert {person.added_on for person in people(desk)} == {desk.today}
    assert titles(desk.book) == ["3 people added."]
    history.undo(desk)
    assert names(desk) == []


def test_one_name_is_told_by_name(desk: Desk) -> None:
    add_names(desk, ["Ana Ruiz"])
    assert titles(desk.book) == ["Ana Ruiz added."]


@pytest.mark.parametrize(
    ("list_", "why"),
    [
        ([], "Write a name first"),
        (["x" * 201], "too long to be a name"),
        ([f"Ann {number}" for number in range(MOST_NAMES + 1)], "1,001 names"),
    ],
)
def test_what_is_no_list_of_names_is_refused(desk: Desk, list_: list[str], why: str) -> None:
    with pytest.raises(RefusedError, match=why):
        add_names(desk, list_)
    assert names(desk) == []
