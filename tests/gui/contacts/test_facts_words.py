"""Days and rhythms as they are typed and read."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refdesk.gui.contacts import facts_words as words

TODAY = date(2026, 11, 18)


@given(st.integers(1, 36_525))
def test_a_rhythm_reads_as_it_was_written(days: int) -> None:
    assert words.read_rhythm(words.rhythm_text(days)) == days


@pytest.mark.parametrize(
    ("typed", "days"),
    [("4w", 28), ("Every 2 Weeks", 14), ("two months", 60), ("monthly", 30), ("90 days", 90), ("", None), ("no", None)],
)
def test_rhythms_as_people_write_them(typed: str, days: int | None) -> None:
    assert words.read_rhythm(typed) == days


@pytest.mark.parametrize("typed", ["90", "0 weeks", "four melons", "marmalade", "99999 years", "every", "-3 weeks"])
def test_what_is_no_rhythm_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        words.read_rhythm(typed)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_reads_as_it_was_written(day: date) -> None:
    assert words.read_partial(words.partial_text(day.isoformat())) == day.isoformat()
    assert words.read_partial(words.partial_text(f"--{day:%m-%d}")) == f"--{day:%m-%d}"


@pytest.mark.parametrize(
    ("typed", "partial"),
    [
        ("5 April 1980", "1980-04-05"),
        ("April 5, 1980", "1980-04-05"),
        ("5th apr", "--04-05"),
        ("5/4/1980", "1980-04-05"),
        ("5.4.", "--04-05"),
        ("29 February", "--02-29"),
        ("31 February", None),
        ("29 February 2023", None),
        ("soon", None),
        ("", None),
    ],
)
def test_days_of_every_year(typed: str, partial: str | None) -> None:
    assert words.read_partial(typed) == partial


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2019", date(2019, 1, 1)),
        ("March 2019", date(2019, 3, 1)),
        ("12 March 2019", date(2019, 3, 12)),
        ("12 March", date(2026, 3, 12)),
        ("12 December", date(2025, 12, 12)),
        ("yesterday", date(2026, 11, 17)),
        ("3 weeks ago", date(2026, 10, 28)),
        ("9999", None),
        ("0", None),
        ("a while ago", None),
        ("12 March 2019 or so", None),
    ],
)
def test_days_that_are_past(typed: str, day: date | None) -> None:
    assert words.read_day(typed, TODAY) == day


@pytest.mark.parametrize(
    ("cadence", "last", "by", "said"),
    [
        (28, date(2026, 11, 17), date(2026, 12, 15), "Every 4 weeks. Last spoke yesterday, next by 15 December."),
        (28, date(2026, 9, 1), date(2026, 9, 29), "Every 4 weeks. Last spoke 11 weeks ago, next was due 7 weeks ago."),
        (None, date(2026, 11, 17), None, "No rhythm. Last spoke yesterday."),
        (7, None, None, "Every week. Not spoken yet."),
    ],
)
def test_keep_in_touch_is_a_sentence(cadence: int | None, last: date | None, by: date | None, said: str) -> None:
    assert words.keep_in_touch_text(cadence, last, by, TODAY) == said
