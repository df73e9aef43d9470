"""Days in words."""

from datetime import date

import pytest

from refdesk.domain.daywords import day_name, days_ago, short_day
from tests.domain.builders import TODAY, ago


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "yesterday"),
        (2, "2 days ago"),
        (9, "9 days ago"),
        (13, "13 days ago"),
        (14, "2 weeks ago"),
        (20, "2 weeks ago"),
        (21, "3 weeks ago"),
        (77, "11 weeks ago"),
        (90, "12 weeks ago"),
        (91, "3 months ago"),
        (213, "7 months ago"),
        (729, "24 months ago"),
        (730, "2 years ago"),
        (3652, "10 years ago"),
    ],
)
def test_how_long_ago(days: int, words: str) -> None:
    assert days_ago(ago(days), TODAY) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "yesterday"),
        (3, "about three days ago"),
        (14, "about two weeks ago"),
        (27, "about three weeks ago"),
        (28, "about a month ago"),
        (60, "about two months ago"),
        (200, "about seven months ago"),
        (365, "about twelve months ago"),
        (400, "about 13 months ago"),
        (730, "about two years ago"),
    ],
)
def test_how_long_ago_roughly(days: int, words: str) -> None:
    assert days_ago(ago(days), TODAY, approximate=True) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (-1, "tomorrow"),
        (-2, "Friday"),
        (-6, "Tuesday"),
        (-7, "25 November"),
        (1, "17 November"),
        (-44, "1 January 2027"),
        (400, "14 October 2025"),
    ],
)
def test_the_name_of_a_day(days: int, words: str) -> None:
    assert day_name(ago(days), TODAY) == words


def test_weekdays_run_into_the_next_year_without_naming_it() -> None:
    assert day_name(date(2027, 1, 1), date(2026, 12, 28)) == "Friday"


@pytest.mark.parametrize(("days", "words"), [(0, "Wed 18 Nov"), (-14, "Wed 2 Dec"), (-44, "Fri 1 Jan 2027")])
def test_a_day_in_short(days: int, words: str) -> None:
    assert short_day(ago(days), TODAY) == words
