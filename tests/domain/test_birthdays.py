"""Birthdays with and without a year, 29 February, and what is no day at all."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refdesk.domain.birthdays import birthday_on, is_partial_date, next_birthday

NO_DAYS = [
    "",
    "1980",
    "1980-04",
    "1980-4-5",
    "1980-13-01",
    "1980-04-31",
    "1981-02-29",
    "0000-01-01",
    "--02-30",
    "--4-5",
    "-04-05",
    "---04-05",
    "19800405",
    "1980-04-05T00:00",
    " 1980-04-05",
    "1980-04-05\n",
    "١٩٨٠-٠٤-٠٥",
]


@pytest.mark.parametrize("text", ["1980-04-05", "--04-05", "1980-02-29", "--02-29", "0001-01-01", "9999-12-31"])
def test_real_days_are_partial_dates(text: str) -> None:
    assert is_partial_date(text)


@pytest.mark.parametrize("text", NO_DAYS)
def test_anything_else_is_none_and_has_no_birthday(text: str) -> None:
    assert not is_partial_date(text)
    assert birthday_on(text, 2026) is None
    assert next_birthday(text, date(2026, 1, 1)) is None


@pytest.mark.parametrize(
    ("birthday", "year", "expected"),
    [
        ("1980-04-05", 2026, date(2026, 4, 5)),
        ("--04-05", 2026, date(2026, 4, 5)),
        ("--02-29", 2026, date(2026, 2, 28)),
        ("--02-29", 2028, date(2028, 2, 29)),
        ("1980-02-29", 2100, date(2100, 2, 28)),
        ("1604-02-29", 2000, date(2000, 2, 29)),
        ("--12-31", 9999, date(9999, 12, 31)),
    ],
)
def test_a_year_keeps_the_birthday(birthday: str, year: int, expected: date) -> None:
    assert birthday_on(birthday, year) == expected


@pytest.mark.parametrize(
    ("birthday", "today", "expected"),
    [
        ("--04-05", date(2026, 4, 4), date(2026, 4, 5)),
        ("--04-05", date(2026, 4, 5), date(2026, 4, 5)),
        ("--04-05", date(2026, 4, 6), date(2027, 4, 5)),
        ("--01-01", date(2026, 12, 31), date(2027, 1, 1)),
        ("--02-29", date(2026, 2, 28), date(2026, 2, 28)),
        ("--02-29", date(2027, 3, 1), date(2028, 2, 29)),
        ("--02-29", date(2028, 2, 28), date(2028, 2, 29)),
        ("--02-29", date(2028, 3, 1), date(2029, 2, 28)),
        ("--12-31", date(9999, 12, 31), date(9999, 12, 31)),
        ("--01-01", date(9999, 1, 2), None),
    ],
)
def test_the_next_birthday_is_today_or_later(birthday: str, today: date, expected: date | None) -> None:
    assert next_birthday(birthday, today) == expected


@given(st.dates(), st.dates(max_value=date(9998, 12, 31)))
def test_the_next_birthday_is_within_a_year_with_or_without_its_year(born: date, today: date) -> None:
    coming = next_birthday(born.isoformat(), today)
    assert coming is not None
    assert today <= coming <= today + timedelta(days=366)
    assert coming == next_birthday(f"-{born.isoformat()[4:]}", today)
