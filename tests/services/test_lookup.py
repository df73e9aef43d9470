"""Whom the palette offers, in an order that never changes by itself."""

import pytest

from refdesk.services import people
from refdesk.services.desk import Desk
from refdesk.services.lookup import lately, look_up, offered
from tests.storage.desks import add, log


@pytest.fixture
def desk(desk: Desk) -> Desk:
    add(desk, "Aisha Rahman", title="Accountant", org="Rahman Lowe", given="Aisha")
    add(desk, "Arno Bell", do_not_ask=True)
    add(desk, "Ana Ruiz")
    add(desk, "Clara Marsh")
    add(desk, "Zoe Orr", about="Plays the harp")
    log(desk, "ana", days=2)
    log(desk, "aisha", days=9)
    log(desk, "clara", days=1)
    return desk


def names(desk: Desk, typed: str, limit: int = 9) -> list[str]:
    return [one.name for one in look_up(desk, typed, limit)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ar", ["Arno Bell", "Ana Ruiz", "Aisha Rahman", "Clara Marsh"]),
        ("a", ["Ana Ruiz", "Aisha Rahman", "Arno Bell"]),
        ("rahm", ["Aisha Rahman"]),
        ("sha", ["Aisha Rahman"]),
        ("asr", ["Aisha Rahman"]),
        ("lowe", ["Aisha Rahman"]),
        ("harp", ["Zoe Orr"]),
        ("xyz", []),
        ("", []),
        ("!?", []),
    ],
)
def test_the_order_is_fixed(desk: Desk, typed: str, found: list[str]) -> None:
    assert names(desk, typed) == found
    assert names(desk, typed, 2) == found[:2]


def test_alike_ones_come_by_the_last_talk(desk: Desk) -> None:
    log(desk, "arno")
    assert names(desk, "a")[0] == "Arno Bell"


def test_what_is_shown_of_them(desk: Desk) -> None:
    (aisha,) = look_up(desk, "aish", 5)
    assert (aisha.first, aisha.context, aisha.may_be_asked) == ("Aisha", "Accountant, Rahman Lowe", True)
    assert (aisha.spans, aisha.is_sure) == (((0, 4),), True)
    assert not look_up(desk, "asr", 5)[0].is_sure
    assert not look_up(desk, "harp", 5)[0].is_sure


def test_the_latest_come_first_and_the_deleted_not_at_all(desk: Desk) -> None:
    assert [one.name for one in lately(desk, 2)] == ["Clara Marsh", "Ana Ruiz"]
    people.delete_person(desk, "clara")
    assert [one.name for one in lately(desk, 2)] == ["Ana Ruiz", "Aisha Rahman"]
    assert "Clara Marsh" not in names(desk, "clara")
    assert offered(desk, "clara") is None


def test_whoever_is_never_to_be_asked_says_so(desk: Desk) -> None:
    arno = offered(desk, "arno")
    assert arno is not None
    assert not arno.may_be_asked
