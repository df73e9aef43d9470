"""Days and times in typed text: what is a day, which one, and what only looks like one."""

import subprocess
import sys
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refdesk.formats.text_dates import find_day, find_time, read_due

TUESDAY = date(2025, 11, 18)


def day_in(text: str, today: date = TUESDAY) -> tuple[date, str] | None:
    """The day of a text, and the words that say it."""
    found = find_day(text, today)
    return (found.value, text[found.start : found.end]) if found else None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("today", TUESDAY),
        ("tonight", TUESDAY),
        ("this evening", TUESDAY),
        ("Yesterday", date(2025, 11, 17)),
        ("yesterday morning", date(2025, 11, 17)),
        ("last night", date(2025, 11, 17)),
        ("tomorrow", date(2025, 11, 19)),
        ("tomorrow afternoon", date(2025, 11, 19)),
        ("last week", date(2025, 11, 11)),
        ("next week", date(2025, 11, 25)),
        ("mon", date(2025, 11, 17)),
        ("tue", date(2025, 11, 11)),
        ("Wed", date(2025, 11, 12)),
        ("thurs", date(2025, 11, 13)),
        ("friday", date(2025, 11, 14)),
        ("on Saturday", date(2025, 11, 15)),
        ("sun", date(2025, 11, 16)),
        ("last mon", date(2025, 11, 17)),
        ("next mon", date(2025, 11, 24)),
        ("next tuesday", date(2025, 11, 25)),
        ("this fri", date(2025, 11, 21)),
        ("12 nov", date(2025, 11, 12)),
        ("12 Nov.", date(2025, 11, 12)),
        ("12 November 2024", date(2024, 11, 12)),
        ("12 november, 2024", date(2024, 11, 12)),
        ("Nov 12", date(2025, 11, 12)),
        ("November 12th, 2024", date(2024, 11, 12)),
        ("on the 12th of nov", date(2025, 11, 12)),
        ("3rd sept", date(2025, 9, 3)),
        ("1st of December", date(2025, 12, 1)),
        ("Mon, 17 Nov", date(2025, 11, 17)),
        ("Monday 17 November", date(2025, 11, 17)),
        ("12/11", date(2025, 11, 12)),
        ("1/2", date(2026, 2, 1)),
        ("12/11/2024", date(2024, 11, 12)),
        ("12/11/24", date(2024, 11, 12)),
        ("12.11.2024", date(2024, 11, 12)),
        ("2025-11-12", date(2025, 11, 12)),
        ("29 feb", date(2024, 2, 29)),
        ("3 days ago", date(2025, 11, 15)),
        ("1 day ago", date(2025, 11, 17)),
        ("a day ago", date(2025, 11, 17)),
        ("2 weeks ago", date(2025, 11, 4)),
        ("two weeks ago", date(2025, 11, 4)),
        ("three months ago", date(2025, 8, 18)),
        ("2 years ago", date(2023, 11, 18)),
        ("an hour ago", TUESDAY),
        ("the day before yesterday", date(2025, 11, 16)),
        ("day after tomorrow", date(2025, 11, 20)),
        ("last month", date(2025, 10, 18)),
        ("in 2 weeks", date(2025, 12, 2)),
    ],
)
def test_what_is_a_day(words: str, day: date) -> None:
    assert day_in(f"coffee {words} with Ana") == (day, words)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "may",
        "May",
        "10",
        "march",
        "Mark 10",
        "April",
        "coffee with May 12",
        "coffee with April 3",
        "Sunday Okafor",
        "lunch with Sunday Okafor",
        "coffee with Mei Sun",
        "Ana and Wednesday",
        "31/02",
        "1/13",
        "0/0",
        "30 feb",
        "2025-13-01",
        "12/11/",
        "1.5",
        "v1.2.3.4",
        "24h",
        "3 months",
        "2w",
        "5 days",
        "marching 12",
        "12 mayors",
        "augustus 12",
        "monk",
        "sunny",
        "#12/11",
        "@sun",
        "9999 years ago",
    ],
)
def test_what_is_no_day(text: str) -> None:
    assert day_in(text) is None


def test_a_name_in_front_of_a_day_stays_a_name() -> None:
    assert day_in("call with May 12 nov") == (date(2025, 11, 12), "12 nov")
    assert day_in("call with April 3 days ago") == (date(2025, 11, 15), "3 days ago")
    assert day_in("with Sunday Okafor on sunday") == (date(2025, 11, 16), "on sunday")


def test_a_date_counts_before_a_weekday() -> None:
    assert day_in("sat with Ana on fri 14 nov") == (date(2025, 11, 14), "on fri 14 nov")
    assert day_in("sat with Ana yesterday") == (date(2025, 11, 17), "yesterday")


@given(st.dates(date(1, 1, 15), date(9999, 12, 1)))
def test_a_weekday_is_the_last_before_today(today: date) -> None:
    found = find_day("thu", today)
    assert found
    assert found.value.weekday() == 3
    assert 1 <= (today - found.value).days <= 7


@given(st.dates(date(1000, 1, 1), date(9000, 1, 1)), st.dates(date(2000, 1, 1), date(2000, 12, 31)))
def test_a_day_without_a_year_is_the_nearest(today: date, day: date) -> None:
    found = find_day(f"{day.day}/{day.month}", today)
    assert found
    assert (found.value.month, found.value.day) == (day.month, day.day)
    if (day.month, day.day) != (2, 29):
        assert abs(found.value - today) <= timedelta(183)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("3d", date(2025, 11, 21)),
        ("2w", date(2025, 12, 2)),
        ("1m", date(2025, 12, 18)),
        ("3 months", date(2026, 2, 18)),
        ("1y", date(2026, 11, 18)),
        ("in 2 weeks", date(2025, 12, 2)),
        ("in two weeks", date(2025, 12, 2)),
        ("fri", date(2025, 11, 21)),
        ("tue", date(2025, 11, 25)),
        ("next fri", date(2025, 11, 21)),
        ("today", TUESDAY),
        ("tomorrow", date(2025, 11, 19)),
        ("next week", date(2025, 11, 25)),
        ("next month", date(2025, 12, 18)),
        ("1 dec", date(2025, 12, 1)),
        ("dec 1", date(2025, 12, 1)),
        ("1/12", date(2025, 12, 1)),
        ("18 nov", TUESDAY),
        ("17 nov", date(2026, 11, 17)),
        ("29 feb", date(2028, 2, 29)),
        ("2026-01-05", date(2026, 1, 5)),
        ("yesterday", None),
        ("2 weeks ago", None),
        ("two weeks ago", None),
        ("1 dec 2020", None),
        ("someday", None),
        ("2words", None),
        ("2", None),
    ],
)
def test_a_due_day_lies_ahead(words: str, day: date | None) -> None:
    found = read_due(f"x {words}, y", 2, TUESDAY)
    assert (found.value if found else None) == day
    if found:
        assert found.end == 2 + len(words)


@pytest.mark.parametrize(
    ("today", "words", "day"),
    [
        (date(2025, 1, 31), "1m", date(2025, 2, 28)),
        (date(2024, 2, 29), "1y", date(2025, 2, 28)),
        (date(2025, 12, 15), "2m", date(2026, 2, 15)),
        (date(9999, 12, 31), "1d", None),
        (date(9999, 12, 31), "1m", None),
        (date(9999, 12, 31), "fri", None),
    ],
)
def test_months_end_where_they_end_and_so_does_the_calendar(today: date, words: str, day: date | None) -> None:
    found = read_due(words, 0, today)
    assert (found.value if found else None) == day


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        ("Ana 14:30", time(14, 30), "14:30"),
        ("Ana at 9:05: hello", time(9, 5), "at 9:05"),
        ("0:00", time(0, 0), "0:00"),
        ("23:59", time(23, 59), "23:59"),
        ("2pm", time(14, 0), "2pm"),
        ("at 12am", time(0, 0), "at 12am"),
        ("12 PM", time(12, 0), "12 PM"),
        ("9:05 pm", time(21, 5), "9:05 pm"),
    ],
)
def test_what_is_a_time(text: str, at: time, words: str) -> None:
    found = find_time(text)
    assert found
    assert (found.value, text[found.start : found.end]) == (at, words)


@pytest.mark.parametrize("text", ["24:00", "9:60", "14.30", "1:2", "12:34:56", "9", "13pm", "a1:30", "1:300", "spam"])
def test_what_is_no_time(text: str) -> None:
    assert find_time(text) is None


PIECES = ["in", "a", "12", "9999", "0", "years", "days", "months", "ago", "nov", "29", "feb", "31/12", ":", "/", "fri"]
PIECES += ["Sun", "next", "last", "on", "with", "at", "pm", "14:30"]


@given(st.text() | st.lists(st.sampled_from(PIECES), max_size=6).map(" ".join), st.dates())
def test_no_text_is_too_strange(text: str, today: date) -> None:
    for found in (find_day(text, today), find_time(text), read_due(text, 0, today)):
        assert found is None or 0 <= found.start < found.end <= len(text)


def test_the_library_for_dates_in_words_waits_until_a_line_needs_it() -> None:
    code = (
        "import sys; from datetime import date; from refdesk.formats.text_dates import find_day; "
        "find_day('coffee with May on 12 nov', date(2025, 11, 18)); print('dateparser' in sys.modules)"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown == "False\n"
