"""When a task that recurs comes back, and how its rule ends."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from refdesk.domain.records import Task
from refdesk.domain.recurrence import RecurrenceError, advance, next_occurrence, recurrence_problem

MONDAY = date(2026, 6, 1)


def task(rrule: str, due: date = MONDAY) -> Task:
    return Task(id="t1", title="Send the newsletter", due=due, rrule=rrule)


@pytest.mark.parametrize(
    ("rrule", "start", "after", "expected"),
    [
        ("FREQ=DAILY", MONDAY, MONDAY, date(2026, 6, 2)),
        ("freq=daily;interval=3", MONDAY, MONDAY, date(2026, 6, 4)),
        ("FREQ=DAILY", MONDAY, date(2026, 5, 20), MONDAY),
        ("FREQ=WEEKLY", MONDAY, MONDAY, date(2026, 6, 8)),
        ("FREQ=WEEKLY", MONDAY, date(2026, 6, 7), date(2026, 6, 8)),
        ("FREQ=WEEKLY", MONDAY, date(2026, 6, 8), date(2026, 6, 15)),
        ("FREQ=WEEKLY;BYDAY=TU,FR", MONDAY, MONDAY, date(2026, 6, 2)),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=SU", MONDAY, MONDAY, date(2026, 6, 15)),
        ("FREQ=MONTHLY", date(2026, 1, 31), date(2026, 1, 31), date(2026, 3, 31)),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", date(2026, 1, 31), date(2026, 1, 31), date(2026, 2, 28)),
        ("FREQ=MONTHLY;BYDAY=1MO", MONDAY, MONDAY, date(2026, 7, 6)),
        ("FREQ=MONTHLY;BYDAY=-1FR", MONDAY, MONDAY, date(2026, 6, 26)),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", MONDAY, MONDAY, date(2026, 6, 30)),
        ("FREQ=YEARLY", date(2028, 2, 29), date(2028, 2, 29), date(2032, 2, 29)),
        ("FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=15", MONDAY, MONDAY, date(2026, 9, 15)),
        ("FREQ=YEARLY;BYDAY=20MO", date(2026, 5, 18), date(2026, 5, 18), date(2027, 5, 17)),
        ("FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO", MONDAY, MONDAY, date(2027, 1, 4)),
        ("FREQ=YEARLY;BYYEARDAY=-1", MONDAY, MONDAY, date(2026, 12, 31)),
    ],
)
def test_the_next_occurrence_lies_after_the_day(rrule: str, start: date, after: date, expected: date) -> None:
    assert next_occurrence(rrule, start, after) == expected


@pytest.mark.parametrize(
    ("rrule", "after", "expected"),
    [
        ("FREQ=DAILY;COUNT=3", date(2026, 6, 2), date(2026, 6, 3)),
        ("FREQ=DAILY;COUNT=3", date(2026, 6, 3), None),
        ("FREQ=DAILY;UNTIL=20260603", date(2026, 6, 2), date(2026, 6, 3)),
        ("FREQ=DAILY;UNTIL=20260603", date(2026, 6, 3), None),
        ("FREQ=DAILY;UNTIL=20260603T215959Z", date(2026, 6, 2), date(2026, 6, 3)),
        ("FREQ=DAILY;UNTIL=20260603T000000", date(2026, 6, 3), None),
        ("FREQ=DAILY;UNTIL=20260501", date(2026, 4, 1), None),
    ],
)
def test_count_and_until_end_a_rule(rrule: str, after: date, expected: date | None) -> None:
    assert next_occurrence(rrule, MONDAY, after) == expected


@pytest.mark.parametrize(
    "rrule",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
        "FREQ=YEARLY;INTERVAL=1000",
        "FREQ=DAILY;INTERVAL=999999",
        "FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=3",
    ],
)
def test_a_rule_that_never_comes_round_has_ended(rrule: str) -> None:
    assert next_occurrence(rrule, MONDAY, MONDAY) is None


@pytest.mark.parametrize(
    ("rrule", "start"),
    [
        ("FREQ=DAILY", date.max),
        ("FREQ=WEEKLY;BYDAY=MO,FR,SU", date(9999, 12, 26)),
        ("FREQ=MONTHLY", date(9999, 12, 1)),
        ("FREQ=YEARLY", date(9999, 3, 1)),
    ],
)
def test_a_rule_ends_with_the_calendar(rrule: str, start: date) -> None:
    assert next_occurrence(rrule, start, date(9999, 12, 31)) is None


def test_a_long_past_start_still_finds_the_next_day() -> None:
    assert next_occurrence("FREQ=WEEKLY", date(1926, 6, 7), MONDAY) == date(2026, 6, 8)
    assert next_occurrence("FREQ=MONTHLY", date(1, 1, 5), MONDAY) == date(2026, 6, 5)


@pytest.mark.parametrize("year", [1899, 2026, 2299, 9899, 9900])
def test_the_search_goes_a_century_far(year: int) -> None:
    """Wherever in the calendar's cycle of 400 years it begins, as long as the calendar lasts."""
    start = date(year, 6, 1)
    expected = start.replace(year=year + 99)
    assert next_occurrence("FREQ=YEARLY;INTERVAL=99", start, start) == expected


@pytest.mark.parametrize(
    "part",
    [
        "",
        ";",
        "WEEKLY",
        "FREQ=",
        "FREQ=HOURLY",
        "FREQ=MINUTELY",
        "FREQ=SECONDLY",
        "FREQ=FORTNIGHTLY",
        "RRULE:FREQ=DAILY",
        "DTSTART=20260601",
        "BYHOUR=9",
        "BYMINUTE=0",
        "BYSECOND=0",
        "BYEASTER=0",
        "INTERVAL=0",
        "INTERVAL=-1",
        "INTERVAL=x",
        "INTERVAL=1000000",
        "COUNT=0",
        "COUNT=",
        "COUNT=٣",
        "UNTIL=2026-06-03",
        "UNTIL=20260230",
        "UNTIL=20260603T2159",
        "BYDAY=",
        "BYDAY=MONDAY",
        "BYDAY=0MO",
        "BYDAY=+MO",
        "BYDAY=MO(+1)",
        "BYMONTH=0",
        "BYMONTH=13",
        "BYMONTH=-1",
        "BYMONTHDAY=32",
        "BYMONTHDAY=1,,2",
        "BYYEARDAY=-367",
        "BYWEEKNO=54",
        "BYSETPOS=0",
        "WKST=1MO",
        "BYDAY=MO\nDTSTART:20260601",
    ],
)
def test_what_is_no_part_of_a_rule_is_named(part: str) -> None:
    rrule = part if part.startswith("FREQ") else f"FREQ=DAILY;{part}"
    problem = recurrence_problem(rrule)
    assert problem is not None
    assert problem.startswith("“")
    assert problem.endswith("is no part of a recurrence rule in days, weeks, months or years.")


@pytest.mark.parametrize(
    ("rrule", "problem"),
    [
        ("INTERVAL=2", "A recurrence rule says how often it comes back, such as FREQ=WEEKLY."),
        ("FREQ=DAILY;FREQ=DAILY", "A recurrence rule says FREQ only once."),
        ("FREQ=DAILY;COUNT=2;UNTIL=20260603", "A recurrence rule ends by COUNT or by UNTIL, not by both."),
        ("FREQ=WEEKLY;BYDAY=1MO", "“1MO” names a weekday that no such period has."),
        ("FREQ=MONTHLY;BYDAY=TU,-6MO", "“-6MO” names a weekday that no such period has."),
        ("FREQ=YEARLY;BYMONTH=6;BYDAY=6MO", "“6MO” names a weekday that no such period has."),
        ("FREQ=YEARLY;BYDAY=54MO", "“54MO” names a weekday that no such period has."),
        ("FREQ=DAILY;BYMONTH=" + "1," * 300 + "1", "A recurrence rule has at most 500 characters."),
    ],
)
def test_a_rule_that_cannot_be_used_says_why(rrule: str, problem: str) -> None:
    assert recurrence_problem(rrule) == problem
    with pytest.raises(RecurrenceError, match=r"\.$"):
        next_occurrence(rrule, MONDAY, MONDAY)
    with pytest.raises(RecurrenceError, match=r"\.$"):
        advance(task(rrule), MONDAY)


@pytest.mark.parametrize(
    ("name", "most"), [("BYMONTHDAY", 31), ("BYYEARDAY", 366), ("BYWEEKNO", 53), ("BYSETPOS", 366), ("BYMONTH", 12)]
)
def test_numbers_go_as_far_as_the_calendar(name: str, most: int) -> None:
    least = 1 if name == "BYMONTH" else -most
    for number in (least, 1, most):
        assert recurrence_problem(f"FREQ=YEARLY;{name}={number}") is None
    for number in (least - 1, 0, most + 1):
        assert recurrence_problem(f"FREQ=YEARLY;{name}={number}") is not None


def test_a_rule_may_have_five_hundred_characters() -> None:
    assert recurrence_problem("FREQ=DAILY;INTERVAL=" + "1".zfill(480)) is None
    assert recurrence_problem("FREQ=DAILY;INTERVAL=" + "1".zfill(481)) is not None


def test_a_good_rule_has_no_problem() -> None:
    assert recurrence_problem("FREQ=MONTHLY;INTERVAL=2;BYDAY=+1MO,-5FR;COUNT=12;WKST=SU") is None


@pytest.mark.parametrize(
    ("done_on", "due"),
    [
        (date(2026, 5, 30), date(2026, 6, 8)),
        (MONDAY, date(2026, 6, 8)),
        (date(2026, 6, 7), date(2026, 6, 8)),
        (date(2026, 6, 8), date(2026, 6, 15)),
        (date(2026, 6, 20), date(2026, 6, 22)),
    ],
)
def test_a_task_moves_to_the_first_round_after_it_was_done(done_on: date, due: date) -> None:
    assert advance(task("FREQ=WEEKLY"), done_on) == task("FREQ=WEEKLY", due)


def test_a_task_without_a_rule_is_done() -> None:
    done = advance(task(""), MONDAY)
    assert (done.due, done.done_on) == (MONDAY, MONDAY)


def test_a_count_goes_down_with_every_round_and_then_the_task_is_done() -> None:
    first = task("FREQ=WEEKLY;COUNT=3;BYDAY=MO")
    second = advance(first, MONDAY)
    assert second == task("FREQ=WEEKLY;COUNT=2;BYDAY=MO", date(2026, 6, 8))
    third = advance(second, date(2026, 6, 9))
    assert third == task("FREQ=WEEKLY;COUNT=1;BYDAY=MO", date(2026, 6, 15))
    last = advance(third, date(2026, 6, 16))
    assert (last.due, last.done_on) == (date(2026, 6, 15), date(2026, 6, 16))


def test_rounds_missed_count_too() -> None:
    assert advance(task("freq=daily;count=5"), date(2026, 6, 3)) == task("freq=daily;count=2", date(2026, 6, 4))
    assert advance(task("FREQ=DAILY;COUNT=5"), date(2026, 6, 5)).done_on == date(2026, 6, 5)


def test_an_until_ends_a_task() -> None:
    weekly = task("FREQ=WEEKLY;UNTIL=20260608")
    again = advance(weekly, MONDAY)
    assert again == task("FREQ=WEEKLY;UNTIL=20260608", date(2026, 6, 8))
    assert advance(again, date(2026, 6, 8)).done_on == date(2026, 6, 8)


RULES = st.builds(
    "FREQ={};INTERVAL={}{}".format,
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    st.integers(1, 4),
    st.sampled_from(["", ";BYDAY=MO,WE", ";BYMONTHDAY=1,15,-1", ";BYMONTH=1,6;BYMONTHDAY=10", ";BYSETPOS=1;BYDAY=TU"]),
)
DUES = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@settings(max_examples=60)
@given(RULES, DUES)
def test_moving_on_task_by_task_visits_the_rules_own_days(rrule: str, due: date) -> None:
    """Starting the rule afresh at each new due day changes none of its days."""
    start = next_occurrence(rrule, due, due - timedelta(days=1))
    assume(start is not None)
    visited = [task(rrule, start)]
    for _ in range(4):
        visited.append(advance(visited[-1], visited[-1].due))
    assert all(later.due == next_occurrence(rrule, start, earlier.due) for earlier, later in pairwise(visited))


@settings(max_examples=60)
@given(RULES, DUES, st.integers(1, 6))
def test_a_count_gives_exactly_that_many_rounds(rrule: str, due: date, rounds: int) -> None:
    start = next_occurrence(rrule, due, due - timedelta(days=1))
    assume(start is not None)
    current = task(f"{rrule};COUNT={rounds}", start)
    done = 0
    while current.done_on is None:
        current = advance(current, current.due)
        done += 1
    assert done == rounds
