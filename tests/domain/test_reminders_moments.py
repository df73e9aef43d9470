"""When something owed is raised: its own time, the working morning, quiet hours, days off, putting off."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refdesk.domain.policy import Policy
from refdesk.domain.reminders import Occurrence, is_day_off, is_quiet, is_quiet_at, moment_on, put_off, working_morning
from refdesk.domain.words import WEEKDAYS

POLICY = Policy()
FRIDAY, SATURDAY, SUNDAY, MONDAY, TUESDAY = (date(2026, 11, 20) + timedelta(days=n) for n in range(5))
ALWAYS_AWAKE = Policy(quiet_from=time(0), quiet_until=time(0), days_off=())


def moments(due: date, at: time | None = None, policy: Policy = POLICY, days: int = 4) -> list[str]:
    """The moments of the first days from the due day on, as weekday and hour."""
    occurrence = Occurrence("task:t", due, at)
    found = (moment_on(occurrence, due + timedelta(days=n), policy) for n in range(days))
    return [f"{moment:%a %H:%M}" for moment in found if moment]


@pytest.mark.parametrize(
    ("due", "at", "expected"),
    [
        (MONDAY, None, ["Mon 08:30", "Tue 08:30", "Wed 08:30", "Thu 08:30"]),
        (MONDAY, time(15), ["Mon 15:00", "Tue 08:30", "Wed 08:30", "Thu 08:30"]),
        (MONDAY, time(8), ["Mon 08:00", "Tue 08:30", "Wed 08:30", "Thu 08:30"]),
        (MONDAY, time(8, 10), ["Mon 08:10", "Tue 08:30", "Wed 08:30", "Thu 08:30"]),
        (MONDAY, time(7, 59), ["Mon 08:30", "Tue 08:30", "Wed 08:30", "Thu 08:30"]),
        (MONDAY, time(0), ["Mon 08:30", "Tue 08:30", "Wed 08:30", "Thu 08:30"]),
        (MONDAY, time(19, 59), ["Mon 19:59", "Tue 08:30", "Wed 08:30", "Thu 08:30"]),
        (MONDAY, time(20), ["Tue 08:30", "Wed 08:30", "Thu 08:30"]),
        (FRIDAY, None, ["Fri 08:30", "Mon 08:30"]),
        (FRIDAY, time(21), ["Mon 08:30"]),
        (SATURDAY, None, ["Mon 08:30", "Tue 08:30"]),
        (SATURDAY, time(15), ["Mon 08:30", "Tue 08:30"]),
        (SUNDAY, time(7), ["Mon 08:30", "Tue 08:30", "Wed 08:30"]),
    ],
)
def test_it_is_raised_at_its_time_and_then_every_working_morning(
    due: date, at: time | None, expected: list[str]
) -> None:
    assert moments(due, at) == expected


def test_nothing_is_raised_before_its_day() -> None:
    assert moment_on(Occurrence("task:t", TUESDAY), MONDAY, POLICY) is None


def test_quiet_hours_by_day_wait_for_the_next_morning() -> None:
    siesta = Policy(quiet_from=time(12), quiet_until=time(14), days_off=("sunday",))
    assert moments(SATURDAY, time(13), siesta) == ["Mon 08:30", "Tue 08:30"]
    assert moments(SATURDAY, time(14), siesta) == ["Sat 14:00", "Mon 08:30", "Tue 08:30"]


def test_without_quiet_hours_and_days_off_every_time_is_its_own() -> None:
    assert moments(SATURDAY, time(3), ALWAYS_AWAKE) == ["Sat 03:00", "Sun 08:30", "Mon 08:30", "Tue 08:30"]


def test_without_a_working_day_nothing_is_raised() -> None:
    assert moments(MONDAY, None, Policy(days_off=WEEKDAYS), 8) == []


@pytest.mark.parametrize(
    ("morning", "quiet", "expected"),
    [
        (time(8, 30), (time(20), time(8)), time(8, 30)),
        (time(8), (time(20), time(8)), time(8)),
        (time(7), (time(20), time(8)), time(8)),
        (time(22), (time(20), time(8)), time(8)),
        (time(9), (time(9), time(10)), time(10)),
        (time(7), (time(0), time(0)), time(7)),
    ],
)
def test_a_morning_inside_quiet_hours_begins_at_their_end(
    morning: time, quiet: tuple[time, time], expected: time
) -> None:
    policy = Policy(morning_at=morning, quiet_from=quiet[0], quiet_until=quiet[1])
    assert working_morning(policy) == expected
    assert moments(MONDAY, None, policy, 1) == [f"Mon {expected:%H:%M}"]


@pytest.mark.parametrize(
    ("quiet", "at", "expected"),
    [
        ((time(20), time(8)), time(19, 59, 59), False),
        ((time(20), time(8)), time(20), True),
        ((time(20), time(8)), time(23, 59, 59), True),
        ((time(20), time(8)), time(0), True),
        ((time(20), time(8)), time(7, 59, 59), True),
        ((time(20), time(8)), time(8), False),
        ((time(12), time(14)), time(11, 59), False),
        ((time(12), time(14)), time(12), True),
        ((time(12), time(14)), time(13, 59), True),
        ((time(12), time(14)), time(14), False),
        ((time(22), time(0)), time(23), True),
        ((time(22), time(0)), time(0), False),
        ((time(9), time(9)), time(9), False),
    ],
)
def test_quiet_hours_begin_and_end(quiet: tuple[time, time], at: time, expected: bool) -> None:
    policy = Policy(quiet_from=quiet[0], quiet_until=quiet[1])
    assert is_quiet_at(at, policy) is expected
    assert is_quiet(datetime.combine(MONDAY, at), policy) is expected
    assert is_quiet(datetime.combine(SUNDAY, at), policy)


def test_days_off_are_days_of_the_week() -> None:
    assert [is_day_off(day, POLICY) for day in (FRIDAY, SATURDAY, SUNDAY, MONDAY)] == [False, True, True, False]
    assert is_day_off(MONDAY, Policy(days_off=("monday",)))


@pytest.mark.parametrize(
    ("occurrence", "until", "expected"),
    [
        (Occurrence("k", MONDAY), TUESDAY, Occurrence("k", TUESDAY)),
        (Occurrence("k", MONDAY, time(15)), TUESDAY, Occurrence("k", TUESDAY)),
        (Occurrence("k", MONDAY, time(15)), MONDAY, Occurrence("k", MONDAY, time(15))),
        (Occurrence("k", TUESDAY), MONDAY, Occurrence("k", TUESDAY)),
        (Occurrence("k", MONDAY), datetime(2026, 11, 23, 10, 5), Occurrence("k", MONDAY, time(10, 5))),
        (Occurrence("k", MONDAY, time(15)), datetime(2026, 11, 23, 16), Occurrence("k", MONDAY, time(16))),
        (Occurrence("k", MONDAY, time(15)), datetime(2026, 11, 23, 15), Occurrence("k", MONDAY, time(15))),
        (Occurrence("k", MONDAY, time(15)), datetime(2026, 11, 22, 16), Occurrence("k", MONDAY, time(15))),
        (Occurrence("k", MONDAY), datetime(2026, 11, 24, 9), Occurrence("k", TUESDAY, time(9))),
    ],
)
def test_putting_off_moves_it_later_and_never_earlier(
    occurrence: Occurrence, until: date | datetime, expected: Occurrence
) -> None:
    assert put_off(occurrence, until) == expected


TIMES = st.times()
POLICIES = st.builds(
    Policy,
    morning_at=TIMES,
    quiet_from=TIMES,
    quiet_until=TIMES,
    days_off=st.lists(st.sampled_from(WEEKDAYS), unique=True).map(tuple),
)
OCCURRENCES = st.builds(
    Occurrence, key=st.just("k"), due=st.dates(MONDAY - timedelta(days=9), MONDAY), at=st.none() | TIMES
)


@given(OCCURRENCES, st.integers(-3, 40), POLICIES)
def test_no_moment_is_quiet(occurrence: Occurrence, days: int, policy: Policy) -> None:
    moment = moment_on(occurrence, occurrence.due + timedelta(days=days), policy)
    assert moment is None or not is_quiet(moment, policy)


@given(OCCURRENCES, st.integers(1, 40), POLICIES)
def test_every_working_day_after_the_due_day_has_its_morning(occurrence: Occurrence, days: int, policy: Policy) -> None:
    day = occurrence.due + timedelta(days=days)
    morning = None if is_day_off(day, policy) else datetime.combine(day, working_morning(policy))
    assert moment_on(occurrence, day, policy) == morning
