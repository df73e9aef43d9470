"""What one look raises, one after the other: never twice, never in quiet hours, missed moments once."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refdesk.domain.policy import Policy
from refdesk.domain.reminders import Look, Occurrence, Shown, is_quiet, plan, put_off, working_morning
from refdesk.domain.words import WEEKDAYS

POLICY = Policy()
FRIDAY, SATURDAY, SUNDAY, MONDAY, TUESDAY = (date(2026, 11, 20) + timedelta(days=n) for n in range(5))
THANKS = Occurrence("referral:r:thank_you:1", MONDAY)
CALL = Occurrence("task:t", MONDAY, time(15))


class Machine:
    """A program that looks at the clock now and then, and remembers only what it recorded."""

    def __init__(self, *owed: Occurrence, policy: Policy = POLICY) -> None:
        self.owed = owed
        self.policy = policy
        self.shown: set[Shown] = set()

    def look(self, now: datetime) -> Look:
        seen = plan(self.owed, self.shown, now, self.policy)
        self.shown |= set(seen.moments)
        return seen

    def raised(self, day: date, hour: int, minute: int = 0) -> list[str]:
        """The keys of what is raised at that time, singly or together."""
        seen = self.look(datetime.combine(day, time(hour, minute)))
        return [each.key for each in seen.singly + seen.together]


def test_a_moment_is_raised_once_and_again_the_next_morning() -> None:
    machine = Machine(THANKS)
    assert machine.raised(MONDAY, 8, 29) == []
    assert machine.raised(MONDAY, 8, 30) == [THANKS.key]
    assert machine.raised(MONDAY, 8, 30) == []
    assert machine.raised(MONDAY, 19, 59) == []
    assert machine.raised(TUESDAY, 8, 29) == []
    assert machine.raised(TUESDAY, 9) == [THANKS.key]


def test_its_own_time_comes_first_and_then_the_morning() -> None:
    machine = Machine(CALL)
    assert machine.raised(MONDAY, 14, 59) == []
    assert machine.raised(MONDAY, 15) == [CALL.key]
    assert machine.raised(TUESDAY, 8, 30) == [CALL.key]
    assert machine.raised(TUESDAY, 15) == []


def test_the_weekend_is_quiet() -> None:
    machine = Machine(Occurrence("k", FRIDAY))
    assert machine.raised(FRIDAY, 8, 30) == ["k"]
    assert machine.raised(SATURDAY, 12) == []
    assert machine.raised(SUNDAY, 12) == []
    assert machine.raised(MONDAY, 8, 30) == ["k"]


@pytest.mark.parametrize(("hour", "minute"), [(20, 0), (23, 59), (0, 0), (7, 59)])
def test_nothing_is_raised_in_quiet_hours_however_late_it_is(hour: int, minute: int) -> None:
    assert Machine(Occurrence("k", FRIDAY)).raised(TUESDAY, hour, minute) == []


def test_what_was_slept_through_is_raised_once_on_waking() -> None:
    machine = Machine(Occurrence("k", MONDAY - timedelta(days=13)))
    assert machine.raised(TUESDAY, 15) == ["k"]
    assert machine.raised(TUESDAY, 15, 1) == []


def test_waking_in_the_evening_waits_for_the_morning_and_not_for_the_end_of_quiet_hours() -> None:
    machine = Machine(THANKS)
    assert machine.raised(MONDAY, 20, 30) == []
    assert machine.raised(TUESDAY, 8, 5) == []
    assert machine.raised(TUESDAY, 8, 30) == [THANKS.key]
    assert machine.raised(TUESDAY, 8, 31) == []


@pytest.mark.parametrize(
    "back", [timedelta(hours=1), timedelta(days=1), timedelta(days=4), timedelta(days=28), timedelta(days=365)]
)
def test_a_clock_set_back_raises_nothing_twice(back: timedelta) -> None:
    """Neither moments raised nor those that were missed and made up for."""
    machine = Machine(Occurrence("k", TUESDAY - timedelta(days=35)), THANKS)
    now = datetime.combine(TUESDAY, time(9))
    assert len(machine.look(now).singly) == 2
    for minutes in range(0, 12 * 60, 7):
        assert machine.look(now - back + timedelta(minutes=minutes)).singly == ()


def test_a_clock_set_forward_and_back_loses_no_later_morning() -> None:
    machine = Machine(THANKS)
    assert machine.raised(MONDAY + timedelta(days=364), 9) == [THANKS.key]
    assert machine.raised(TUESDAY, 8, 30) == [THANKS.key]


def test_a_snooze_raises_it_again_at_its_moment() -> None:
    machine = Machine(THANKS)
    assert machine.raised(MONDAY, 9) == [THANKS.key]
    machine.owed = (put_off(THANKS, datetime.combine(MONDAY, time(10))),)
    assert machine.raised(MONDAY, 9, 59) == []
    assert machine.raised(MONDAY, 10) == [THANKS.key]
    assert machine.raised(TUESDAY, 8, 30) == [THANKS.key]


def test_a_snooze_into_the_evening_waits_for_the_morning() -> None:
    machine = Machine(put_off(THANKS, datetime.combine(MONDAY, time(20, 15))))
    assert machine.raised(MONDAY, 19, 59) == []
    assert machine.raised(MONDAY, 20, 15) == []
    assert machine.raised(TUESDAY, 8, 30) == [THANKS.key]


def owed(count: int) -> tuple[Occurrence, ...]:
    return tuple(Occurrence(f"k{n}", MONDAY) for n in range(count))


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_up_to_three_are_raised_one_by_one(count: int) -> None:
    seen = Machine(*owed(count)).look(datetime.combine(MONDAY, time(9)))
    assert (seen.singly, seen.together) == (owed(count), ())


@pytest.mark.parametrize("count", [4, 40])
def test_more_than_three_are_one_digest_in_the_order_given(count: int) -> None:
    machine = Machine(*owed(count))
    seen = machine.look(datetime.combine(MONDAY, time(9)))
    assert (seen.singly, seen.together) == ((), owed(count))
    assert {each.key for each in seen.moments} == {each.key for each in owed(count)}
    assert machine.raised(MONDAY, 9, 1) == []


def test_only_what_is_new_is_counted_for_the_digest() -> None:
    machine = Machine(*owed(2))
    machine.raised(MONDAY, 9)
    machine.owed = (*owed(2), *(Occurrence(f"new{n}", MONDAY, time(11)) for n in range(3)))
    assert [each.key for each in machine.look(datetime.combine(MONDAY, time(11))).singly] == ["new0", "new1", "new2"]


def test_one_key_is_raised_once_the_first_counts() -> None:
    seen = Machine(THANKS, Occurrence(THANKS.key, FRIDAY)).look(datetime.combine(MONDAY, time(9)))
    assert seen.singly == (THANKS,)


def test_the_moments_made_up_for_end_with_the_due_day_or_a_month_ago() -> None:
    now = datetime.combine(TUESDAY, time(9))
    week = Machine(Occurrence("k", FRIDAY)).look(now)
    assert [f"{each.moment:%a %H:%M}" for each in week.moments] == ["Tue 08:30", "Mon 08:30", "Fri 08:30"]
    long_ago = Machine(Occurrence("k", date(1, 1, 1))).look(now)
    assert min(each.moment for each in long_ago.moments) == datetime.combine(TUESDAY - timedelta(days=29), time(8, 30))


def test_far_days_are_no_error() -> None:
    last = datetime.combine(date.max, time(9))
    assert len(Machine(THANKS, Occurrence("k", date.max)).look(last).singly) == 2
    assert Machine(Occurrence("k", date(1, 1, 1))).raised(date(1, 1, 1), 9) == ["k"]


TIMES = st.times()
POLICIES = st.builds(
    Policy,
    morning_at=TIMES,
    quiet_from=TIMES,
    quiet_until=TIMES,
    days_off=st.lists(st.sampled_from(WEEKDAYS), unique=True, max_size=6).map(tuple),
)
OWED = st.lists(
    st.builds(
        Occurrence,
        key=st.sampled_from(["a", "b", "c", "d", "e"]),
        due=st.dates(FRIDAY - timedelta(days=9), TUESDAY),
        at=st.none() | TIMES,
    ),
    max_size=7,
)
LOOKS = st.lists(
    st.datetimes(datetime(2026, 11, 10), datetime(2026, 12, 5)),  # in any order: the clock may be set back
    max_size=12,
)


@settings(max_examples=200)
@given(OWED, LOOKS, POLICIES)
def test_no_look_is_loud_in_quiet_hours_or_repeats_a_moment(
    owed: list[Occurrence], looks: list[datetime], policy: Policy
) -> None:
    machine = Machine(*owed, policy=policy)
    for now in looks:
        before = set(machine.shown)
        seen = machine.look(now)
        assert not before & set(seen.moments)
        assert len(set(seen.moments)) == len(seen.moments)
        assert all(each.moment <= now and not is_quiet(each.moment, policy) for each in seen.moments)
        assert not (is_quiet(now, policy) and (seen.singly or seen.together or seen.moments))
        assert {each.key for each in seen.singly + seen.together} == {each.key for each in seen.moments}
        assert plan(owed, machine.shown, now, policy) == Look()


@settings(max_examples=50)
@given(OWED, POLICIES, st.data())
def test_a_machine_that_is_always_on_raises_everything_each_working_day(
    owed: list[Occurrence], policy: Policy, data: Any
) -> None:
    """Whatever is not done is raised on each working day after its due day, exactly once."""
    machine = Machine(*owed, policy=policy)
    minutes = range(0, 24 * 60, data.draw(st.integers(20, 90)))
    for days in range(8):
        midnight = datetime.combine(TUESDAY + timedelta(days=1 + days), time())
        looks = [midnight + timedelta(minutes=minute) for minute in minutes] + [
            midnight + timedelta(days=1, seconds=-1)
        ]
        seen = [machine.look(now) for now in looks]
        keys = [each.key for look in seen for each in look.singly + look.together]
        awake = any(not is_quiet(now, policy) and now.time() >= working_morning(policy) for now in looks)
        assert len(keys) == len(set(keys))
        assert not awake or set(keys) == {each.key for each in owed}
