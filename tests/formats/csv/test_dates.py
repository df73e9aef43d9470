"""Days in every spelling that address books hold."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refdesk.formats.csv.dates import DateOrder, column_order, in_words, is_ambiguous, is_no_day, parse_day

DAYS = st.dates(date(1930, 1, 1), date(2029, 12, 31)).filter(lambda day: day.year != 1604)
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1980-04-05", "1980-04-05"),
        (" 1980-04-05 ", "1980-04-05"),
        ("1980/4/5", "1980-04-05"),
        ("1980.04.05.", "1980-04-05"),
        ("19800405", "1980-04-05"),
        ("1980年4月5日", "1980-04-05"),
        ("1980-04-05T00:00:00Z", "1980-04-05"),
        ("1980-04-05 00:00:00 UTC", "1980-04-05"),
        ("4/20/1980 12:00:00 AM", "1980-04-20"),
        ("--04-05", "--04-05"),
        ("--0405", "--04-05"),
        ("--02-29", "--02-29"),
        ("1604-04-05", "--04-05"),
        ("31.1.1972", "1972-01-31"),
        ("31. 1. 72", "1972-01-31"),
        ("31.1.", "--01-31"),
        ("20/01/1991", "1991-01-20"),
        ("1/20/81", "1981-01-20"),
        ("1/20/29", "2029-01-20"),
        ("15 Jan 2024", "2024-01-15"),
        ("15. Januar 2024", "2024-01-15"),
        ("15-Jan-24", "2024-01-15"),
        ("5 mrz 2024", "2024-03-05"),
        ("1er août 2023", "2023-08-01"),
        ("30th March 1987", "1987-03-30"),
        ("1st of May", "--05-01"),
        ("March 30th, 1987", "1987-03-30"),
        ("Sept. 3 1999", "1999-09-03"),
        ("Dec 1", "--12-01"),
    ],
)
def test_a_day_is_understood(text: str, day: str) -> None:
    assert parse_day(text, "dmy") == day


@pytest.mark.parametrize(
    "text",
    [
        "05-???-26",
        "March 1987",
        "1987",
        "30",
        "31 Feb 2024",
        "1981-02-29",
        "13/13/1980",
        "next spring",
        "12 Jui 2020",
        "4 of Cups",
        "1/2/3/4",
        "0000-01-01",
        "",
    ],
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert parse_day(text, "dmy") is None


def test_a_text_that_is_much_too_long_is_not_searched() -> None:
    assert parse_day("1" + " " * 20_000 + "1", "dmy") is None
    assert column_order(["1" + " " * 20_000 + "1"]) is None


@given(DAYS, st.sampled_from(sorted(MONTHS)), st.booleans())
def test_every_day_in_words(day: date, language: str, short: bool) -> None:
    month = MONTHS[language].split()[day.month - 1]
    word = month[:3] if short and (language, month[:3]) != ("fr", "jui") else month
    assert parse_day(f"{day.day} {word} {day.year}", "dmy") == day.isoformat()


@given(DAYS, st.sampled_from("/-"), st.booleans())
def test_numbers_are_read_in_the_order_of_their_column(day: date, mark: str, short: bool) -> None:
    year = f"{day.year % 100:02}" if short else str(day.year)
    assert parse_day(mark.join((str(day.day), str(day.month), year)), "dmy") == day.isoformat()
    assert parse_day(mark.join((str(day.month), str(day.day), year)), "mdy") == day.isoformat()


@given(st.lists(DAYS, min_size=40, max_size=40), st.sampled_from(["dmy", "mdy"]))
def test_a_column_shows_its_order(days: list[date], order: DateOrder) -> None:
    ordered = [(day.day, day.month) if order == "dmy" else (day.month, day.day) for day in days]
    texts = [f"{first}/{second}/1980" for first, second in ordered]
    clear = any(day.day > 12 for day in days)
    doubtful = any(day.day != day.month for day in days)
    assert column_order(texts) == (order if clear else "ambiguous" if doubtful else None)


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        ([], None),
        (["", "soon", "1980-01-02"], None),
        (["3/4/1980"], "ambiguous"),
        (["3/4"], "ambiguous"),
        (["3.4.1980"], "dmy"),
        (["13/13/1980"], None),
        (["13/1/1980", "1/13/1980"], "ambiguous"),
        (["1/13/1980 10:00:00 PM"], "mdy"),
    ],
)
def test_the_order_of_a_column(texts: list[str], order: str | None) -> None:
    assert column_order(texts) == order


def test_only_a_day_with_two_meanings_is_in_doubt() -> None:
    assert [is_ambiguous(text) for text in ("3/4/1980", "4/4/1980", "13/4/1980", "3.4.1980", "3 April")] == [
        True,
        False,
        False,
        False,
        False,
    ]


def test_none_in_the_words_of_old_programs() -> None:
    assert all(map(is_no_day, ("0/0/00", "00/00/0000", "0000-00-00", "-")))
    assert not any(map(is_no_day, ("1/1/00", "none", "10")))


def test_a_day_in_words() -> None:
    assert [in_words(day) for day in ("1980-04-03", "--12-01")] == ["3 April 1980", "1 December"]


@given(st.text(max_size=60), st.sampled_from(["dmy", "mdy", "ymd", "ambiguous"]))
def test_any_text_is_a_day_or_none(text: str, order: DateOrder) -> None:
    day = parse_day(text, order)
    if day is not None:
        assert date.fromisoformat(day.replace("--", "2000-", 1)).isoformat()[4:] == day[-6:]
