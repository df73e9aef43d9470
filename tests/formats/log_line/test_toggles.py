"""Toggles are typed into the line and taken out of it again, and nothing else of it changes."""

from datetime import date, time

import pytest

from refdesk.domain.words import SATISFACTIONS, Mark
from refdesk.formats.log_line.line import parse_log_line
from refdesk.formats.log_line.tokens import put_follow_up, put_mark, put_satisfaction

TODAY = date(2026, 11, 18)
TOGGLED: tuple[Mark, ...] = ("gave", "received", "explained", "story", "expectation", "delivered", "complaint")


@pytest.mark.parametrize("mark", TOGGLED)
@pytest.mark.parametrize(
    "text", ["", "Coffee with Ana", "Coffee with Ana: !bring the plan", "Coffee with Ana\n", "a +b"]
)
def test_a_toggle_is_understood_and_leaves_no_trace(text: str, mark: Mark) -> None:
    on = put_mark(text, mark, on=True)
    assert parse_log_line(on, TODAY, time(9)).marks == (mark,)
    assert put_mark(on, mark, on=False).rstrip() == text.rstrip()
    assert put_mark(on, mark, on=True) == on


def test_only_the_toggle_itself_goes() -> None:
    text = "Coffee +gave with Ana +GAVE +gaveaway +told: hello"
    assert put_mark(text, "gave", on=False) == "Coffee with Ana +gaveaway +told: hello"


@pytest.mark.parametrize("satisfaction", SATISFACTIONS)
def test_one_satisfaction_takes_the_place_of_another(satisfaction: str) -> None:
    text = put_satisfaction("Call with Ana !mixed", satisfaction)  # type: ignore[arg-type]
    line = parse_log_line(text, TODAY, time(9))
    assert (text, line.satisfaction) == (f"Call with Ana !{satisfaction}", satisfaction)
    assert put_satisfaction(text, None) == "Call with Ana"


def test_a_follow_up_is_understood() -> None:
    line = parse_log_line(put_follow_up("Call with Ana: !send the plan", "2w"), TODAY, time(9))
    assert (line.promise, line.follow_up) == ("send the plan", date(2026, 12, 2))
