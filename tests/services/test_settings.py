"""Settings: who the user is and the method's numbers, each change one act within its bounds."""

from dataclasses import fields
from datetime import time

import pytest

from refdesk.domain.errors import RefusedError
from refdesk.domain.policy import Policy
from refdesk.domain.records import Me
from refdesk.domain.words import WEEKDAYS
from refdesk.services import settings
from refdesk.services.desk import Desk
from refdesk.services.history import redo, undo
from refdesk.services.settings import NUMBERS
from tests.storage.desks import titles

EVERY = [number for group in NUMBERS for number in group.numbers]


def test_every_number_of_the_policy_is_offered_once_with_its_default_within_its_bounds() -> None:
    counts = [field.name for field in fields(Policy) if isinstance(field.default, int)]
    assert sorted(number.field for number in EVERY) == sorted(counts)
    assert all(number.least <= number.default <= number.most for number in EVERY)


@pytest.mark.parametrize("number", EVERY, ids=lambda number: number.field)
def test_a_number_is_set_by_one_act_and_refused_out_of_bounds(desk: Desk, number: settings.Number) -> None:
    changes = settings.set_number(desk, number.field, number.most)
    assert changes.everybody == (number.most != number.default)
    assert settings.number_of(desk.policy, number.field) == number.most
    undo(desk)
    assert desk.policy == Policy()
    redo(desk)
    assert settings.set_number(desk, number.field, number.most).act is None
    for value in (number.least - 1, number.most + 1):
        with pytest.raises(RefusedError, match=f"between {number.least} and {number.most}"):
            settings.set_number(desk, number.field, value)


def test_all_numbers_go_back_to_their_defaults_together(desk: Desk) -> None:
    settings.set_number(desk, "warm_within", 60)
    settings.set_number(desk, "owe_limit", 3)
    settings.set_time(desk, "morning_at", time(7, 15))
    settings.reset_numbers(desk)
    assert desk.policy == Policy(morning_at=time(7, 15))
    undo(desk)
    assert (desk.policy.warm_within, desk.policy.owe_limit) == (60, 3)


def test_times_and_days_off(desk: Desk) -> None:
    settings.set_time(desk, "quiet_from", time(21, 30))
    settings.set_days_off(desk, ["sunday", "friday"])
    assert desk.policy == Policy(quiet_from=time(21, 30), days_off=("friday", "sunday"))
    settings.set_days_off(desk, [])
    assert desk.policy.days_off == ()
    assert titles(desk.book) == ["Quiet from: 21:30.", "Days off: Friday, Sunday.", "Days off: none."]
    with pytest.raises(RefusedError, match="at least one day"):
        settings.set_days_off(desk, WEEKDAYS)


def test_who_the_user_is(desk: Desk) -> None:
    user = Me(name=" Inês Carvalho ", business="Carvalho", email="i@x.example", sentence="I help owners.")
    settings.save_me(desk, user)
    assert settings.me(desk) == Me(
        name="Inês Carvalho", business="Carvalho", email="i@x.example", sentence="I help owners."
    )
    assert settings.save_me(desk, user).act is None
    undo(desk)
    assert settings.me(desk) == Me()
