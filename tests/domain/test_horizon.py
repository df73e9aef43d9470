"""Day comparisons and the first later day on which an answer turns."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refdesk.domain.horizon import Horizon
from tests.domain.builders import TODAY, ago


@pytest.mark.parametrize(
    ("days", "after", "reached", "turns"),
    [
        pytest.param(0, 0, True, None, id="today is reached"),
        pytest.param(-1, 0, False, ago(-1), id="tomorrow is not"),
        pytest.param(7, 7, True, None, id="seven days after, on that day"),
        pytest.param(6, 7, False, ago(-1), id="seven days after, the day before"),
    ],
)
def test_reached(days: int, after: int, reached: bool, turns: date | None) -> None:
    horizon = Horizon(TODAY)
    assert horizon.reached(ago(days), after) is reached
    assert horizon.next_change == turns


@pytest.mark.parametrize(("days", "within"), [(29, True), (30, True), (31, False)])
def test_within_means_at_most_so_many_days_ago(days: int, within: bool) -> None:
    assert Horizon(TODAY).within(ago(days), 30) is within


def test_the_first_turn_is_kept_whatever_is_asked_first() -> None:
    horizon = Horizon(TODAY)
    for days in (-5, -3, -9, 4):
        horizon.reached(ago(days))
    assert horizon.next_change == ago(-3)


def test_a_turn_known_before_counts_too() -> None:
    horizon = Horizon(TODAY, ago(-2))
    horizon.reached(ago(-4))
    assert horizon.next_change == ago(-2)


@pytest.mark.parametrize("days", [1, 10**9])
def test_what_lies_beyond_the_calendar_never_comes(days: int) -> None:
    horizon = Horizon(TODAY)
    assert not horizon.reached(date.max, days)
    assert horizon.next_change is None


def test_the_last_day_of_the_calendar_comes() -> None:
    horizon = Horizon(TODAY)
    horizon.reached(date.max)
    assert horizon.next_change == date.max


@given(st.lists(st.tuples(st.integers(-100, 100).map(ago), st.integers(0, 50)), max_size=5))
def test_no_answer_turns_before_the_noted_day_and_one_does_on_it(asked: list[tuple[date, int]]) -> None:
    horizon = Horizon(TODAY)
    answers = [horizon.reached(*question) for question in asked]
    turn = horizon.next_change
    until = turn or TODAY + timedelta(200)
    before, on = Horizon(until - timedelta(1)), Horizon(until)
    assert [before.reached(*question) for question in asked] == answers
    assert ([on.reached(*question) for question in asked] != answers) is (turn is not None)
