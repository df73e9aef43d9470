"""The rows of the whole timeline: their words, their people, their days."""

from datetime import date, time, timedelta

import pytest

from refdesk.domain.words import Direction, Kind
from refdesk.services import people, timeline_list
from refdesk.services.desk import Desk
from refdesk.services.timeline_list import Listed, Period, by_day, day_title, page, reach, span_of
from refdesk.storage.timeline_list import EntryFilter
from tests.storage.desks import TODAY, add, ago, log


@pytest.fixture
def desk(desk: Desk) -> Desk:
    for name in ("Ann Lee", "Bob Ray", "Cy Young", "Dan Orr", "Eve Fox"):
        add(desk, name)
    return desk


def rows(desk: Desk) -> list[Listed]:
    return list(page(desk, EntryFilter()).entries)


@pytest.mark.parametrize(
    ("kind", "direction", "line", "title"),
    [
        ("meeting", None, "Coffee with Ann", "Coffee with Ann Lee"),
        ("meeting", None, "", "Meeting with Ann Lee"),
        ("message", "in", "email from Ann", "Email from Ann Lee"),
        ("message", None, "", "Message to Ann Lee"),
        ("note", None, "", "Note on Ann Lee"),
        ("milestone", None, "", "Milestone on Ann Lee"),
        ("call", "out", "", "Call to Ann Lee"),
    ],
)
def test_a_row_says_what_it_was(desk: Desk, kind: Kind, direction: Direction | None, line: str, title: str) -> None:
    log(desk, "ann", kind=kind, direction=direction, line=line)
    assert rows(desk)[0].title == title


def test_many_people_are_counted(desk: Desk) -> None:
    log(desk, "ann", "bob", "cy", "dan", "eve")
    listed = rows(desk)[0]
    assert listed.title == "Call with Ann Lee, Bob Ray, Cy Young and 2 others"
    assert [id_ for id_, _ in listed.people] == ["ann", "bob", "cy"]


def test_whoever_is_in_the_trash_has_no_name_here(desk: Desk) -> None:
    log(desk, "ann", "bob")
    people.delete_person(desk, "bob")
    assert rows(desk)[0].title == "Call with Ann Lee"


def test_each_day_has_one_head(desk: Desk) -> None:
    log(desk, "ann", days=1)
    log(desk, "ann", at=time(9))
    log(desk, "ann")
    days = [row for row in by_day(rows(desk), None) if isinstance(row, date)]
    assert days == [TODAY, ago(1)]
    assert not isinstance(by_day(rows(desk), TODAY)[0], date)


@pytest.mark.parametrize(
    ("days", "title"),
    [
        (0, "Today, Wednesday 18 November"),
        (1, "Yesterday, Tuesday 17 November"),
        (-1, "Tomorrow, Thursday 19 November"),
        (2, "Monday 16 November"),
        (365, "Tuesday 18 November 2025"),
    ],
)
def test_days_are_named(days: int, title: str) -> None:
    assert day_title(TODAY - timedelta(days), TODAY) == title


@pytest.mark.parametrize(
    ("period", "span"),
    [("all", (None, None)), ("ahead", (TODAY, None)), ("week", (ago(6), TODAY)), ("month", (ago(29), TODAY))],
)
def test_periods_are_spans(period: Period, span: tuple[date | None, date | None]) -> None:
    assert span_of(period, TODAY) == span


def test_an_entry_far_down_is_shown_from_its_day_on(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    old = log(desk, "ann", days=9)
    for days in range(5):
        log(desk, "ann", days=days)
    found = reach(desk, old.id)
    assert found is not None
    assert found[0] == EntryFilter()
    assert old in [listed.entry for listed in page(desk, found[0], least=found[1]).entries]
    monkeypatch.setattr(timeline_list, "FAR", 3)
    assert reach(desk, old.id) == (EntryFilter(until=ago(9)), 3)
    assert reach(desk, "gone") is None


def test_nothing_logged_is_empty(desk: Desk) -> None:
    assert timeline_list.is_empty(desk)
    log(desk, "ann")
    assert not timeline_list.is_empty(desk)
