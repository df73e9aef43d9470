"""On somebody's own page a line is about them, and names others only where it surely does."""

from datetime import date, time

import pytest

from refdesk.domain.words import Direction
from refdesk.formats.log_line.line import parse_log_line

TODAY = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("text", "word", "names", "summary"),
    [
        ("Coffee yesterday: promised the pension note #follow-up 2w", "coffee", (), "promised the pension note"),
        ("Call about the pension yesterday", "call", (), "about the pension"),
        ("Discussed the pension", "", (), "Discussed the pension"),
        ("Quick call about golf", "call", (), "Quick call about golf"),
        ("She wrote a note about golf", "", (), "She wrote a note about golf"),
        ("She offered to help with the move", "", (), "She offered to help with the move"),
        ("Call from her lawyer: all well", "call", (), "from her lawyer all well"),
        ("Coffee with tom and Dora Fox: talked", "coffee", ("tom", "Dora Fox"), "talked"),
        ("Met with Bo Li yesterday", "", ("Bo Li",), "Met"),
        ("Lunch: @Bo came too", "lunch", ("Bo",), "Bo came too"),
        ("", "", (), ""),
    ],
)
def test_what_is_no_sure_name_is_text(text: str, word: str, names: tuple[str, ...], summary: str) -> None:
    line = parse_log_line(text, TODAY, time(9), implied=True)
    assert (line.word, line.names, line.summary) == (word, names, summary)


@pytest.mark.parametrize(
    ("text", "names", "direction"),
    [
        ("Email from Émile: thanks", ("Émile",), "in"),
        ("Email to Ana about golf", ("Ana",), None),
        ("Email from her lawyer", (), None),
    ],
)
def test_who_wrote_is_told_by_a_capital(text: str, names: tuple[str, ...], direction: Direction | None) -> None:
    line = parse_log_line(text, TODAY, time(9), implied=True)
    assert (line.names, line.direction) == (names, direction)


def test_a_place_is_a_place() -> None:
    line = parse_log_line("Coffee at Rossi yesterday, talked about boats", TODAY, time(9), implied=True)
    assert (line.place, line.summary) == ("Rossi", "talked about boats")
