"""A new referral: three answers, people made with it, and one undo for all."""

from dataclasses import replace

import pytest

from refdesk.domain.errors import RefusedError
from refdesk.domain.person import Person
from refdesk.domain.records import Referral
from refdesk.services.desk import Desk
from refdesk.services.history import undo
from refdesk.services.new_referral import NewReferral, Who, add_referral
from refdesk.storage.records import each, get
from tests.storage.desks import TODAY, add, ago, text_of, titles

ASKED = NewReferral(
    prospect=Who(name=" Ruth Feldman "), other=Who(id="ana"), level="introduction", on=TODAY, confirm_by=ago(-5)
)


@pytest.fixture(autouse=True)
def ana(desk: Desk) -> None:
    add(desk, "Ana Ruiz")


def test_somebody_new_is_made_with_the_referral_and_goes_with_its_undo(desk: Desk) -> None:
    was = text_of(desk)
    added = add_referral(desk, ASKED)
    (ruth,) = added.created
    assert desk.person(ruth).name == "Ruth Feldman"
    assert (desk.person(ruth).roles, desk.person(ruth).introduced_by) == (("prospect",), "ana")
    assert get(desk.book, Referral, added.id) == Referral(
        id=added.id,
        champion="ana",
        prospect=ruth,
        level="introduction",
        agreed_on=TODAY,
        confirm_by=ago(-5),
    )
    assert titles(desk.book)[-1] == "Ruth Feldman from Ana Ruiz: referral noted."
    undo(desk)
    assert text_of(desk) == was


def test_one_that_nobody_asked_for_begins_where_it_was_made(desk: Desk) -> None:
    added = add_referral(desk, replace(ASKED, made=True, on=ago(3), level="recommendation"))
    found = get(desk.book, Referral, added.id)
    assert isinstance(found, Referral)
    assert (found.state, found.made_on, found.agreed_on, found.confirm_by) == ("made", ago(3), None, None)


def test_one_given_goes_to_whom_it_is_given(desk: Desk) -> None:
    added = add_referral(desk, replace(ASKED, direction="given", prospect=Who(name="Bo"), other=Who(name="Cy")))
    found = get(desk.book, Referral, added.id)
    assert isinstance(found, Referral)
    cy, bo = added.created
    assert (found.direction, found.to, found.prospect, found.champion) == ("given", cy, bo, "")
    assert (desk.person(bo).introduced_by, desk.person(bo).roles) == ("", ())
    assert titles(desk.book)[-1] == "Bo to Cy: referral noted."


@pytest.mark.parametrize(
    ("new", "why"),
    [
        (replace(ASKED, prospect=Who()), "Who was referred? Name one person."),
        (replace(ASKED, other=Who(name=" ")), "By whom? Name one person."),
        (replace(ASKED, other=Who(), direction="given"), "To whom? Name one person."),
        (replace(ASKED, level=None), "How? Choose a recommendation or an introduction."),
        (replace(ASKED, prospect=Who(id="ana")), "Nobody refers themselves. Name two people."),
        (replace(ASKED, other=Who(id="zoe")), "There is no person with the id zoe."),
        (replace(ASKED, on=ago(-1)), "This lies after the day of recording, so it cannot have happened yet."),
    ],
)
def test_what_is_missing_is_said_and_nobody_is_made(desk: Desk, new: NewReferral, why: str) -> None:
    with pytest.raises(RefusedError) as refused:
        add_referral(desk, new)
    assert str(refused.value) == why
    assert [person.id for person in each(desk.book, Person)] == ["ana"]
