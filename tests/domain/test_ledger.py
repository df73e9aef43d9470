"""The ledger: every thing that Giving counts once, by its day, in months, and in balance."""

from datetime import date

import pytest

from refdesk.domain.digest import digest
from refdesk.domain.ledger import Balance, LedgerLine, Month, balance, by_month, ledger_lines
from tests.domain.builders import POLICY, TODAY, ago, delivered, entry, facts, given, received


def test_it_holds_what_giving_counts_in_order_of_the_day() -> None:
    recorded = facts(
        entry(9, "note", "gave", "received", approximate=True),
        delivered(20, "delighted"),
        entry(-2, "note", "gave"),
        referrals=(given(4), received(30)),
    )
    counted = digest(recorded, POLICY, TODAY)
    lines = ledger_lines(counted)
    assert [(line.on, line.side) for line in lines] == [
        (ago(30), "received"),
        (ago(20), "gave"),
        (ago(9), "gave"),
        (ago(9), "received"),
        (ago(4), "gave"),
    ]
    assert [line.approximate for line in lines] == [False, False, True, True, False]
    assert balance(lines) == Balance(len(counted.given), len(counted.received), ago(30))


@pytest.mark.parametrize(
    ("gave", "received", "leans"), [(3, 1, False), (4, 1, True), (1, 3, False), (1, 4, True), (2, 2, False)]
)
def test_three_ahead_or_behind_lean(gave: int, received: int, leans: bool) -> None:
    assert Balance(gave, received, TODAY).leans is leans


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Balance(), "Nothing given and nothing received yet."),
        (Balance(6, 4, date(2026, 3, 2)), "In balance. You’ve given 6 and received 4."),
        (Balance(7, 1, date(2026, 3, 2)), "Leaning one way. You’ve given 7, received 1 since March."),
        (Balance(1, 7, date(2024, 12, 31)), "Leaning one way. You’ve given 1, received 7 since December 2024."),
    ],
)
def test_a_balance_in_words(found: Balance, words: str) -> None:
    assert found.words(TODAY) == words


def test_months_are_counted_from_their_first_to_their_last_day() -> None:
    lines = [
        LedgerLine(date(2025, 11, 30), "a", "gave"),
        LedgerLine(date(2025, 12, 1), "b", "gave"),
        LedgerLine(date(2025, 12, 31), "c", "received"),
        LedgerLine(date(2026, 1, 1), "d", "received"),
    ]
    months = by_month(lines, date(2026, 1, 18), 2)
    assert months == (Month(date(2025, 12, 1), 1, 1), Month(date(2026, 1, 1), 0, 1))
    assert by_month([], date(2026, 11, 18), 12)[0] == Month(date(2025, 12, 1), 0, 0)


def test_the_first_months_of_the_calendar_are_no_trouble() -> None:
    assert by_month([], date(1, 2, 3), 12) == (Month(date(1, 1, 1), 0, 0), Month(date(1, 2, 1), 0, 0))
