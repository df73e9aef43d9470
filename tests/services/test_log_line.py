"""A typed line becomes an entry, its tags, and the task that follows, as one act, or nothing at all."""

from datetime import date, time

import pytest

from refdesk.domain.errors import RefusedError, UnclearPersonError
from refdesk.services import history
from refdesk.services.desk import Desk
from refdesk.services.log_line import Logged, log_line
from tests.services.books import names
from tests.storage.desks import TODAY, add, ago, text_of, titles


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """A desk over a book of three people, two of whom are called Ana."""
    add(desk, "Ana Ruiz", tags=("Golf",))
    add(desk, "Ana Pavlović", id="pavlovic")
    add(desk, "Tomasz Nowak")
    return desk


def say(desk: Desk, text: str, *, new: bool = False) -> Logged:
    return log_line(desk, text, time(9, 30, 12), create_people=new)


def test_the_line_of_the_handbook(desk: Desk) -> None:
    logged = say(desk, "Coffee with Ana Ruiz yesterday: promised intro to CFO #follow-up 2w")
    entry, task = logged.entry, logged.task
    assert (entry.kind, entry.on, entry.people, entry.at) == ("meeting", ago(1), ("ana",), None)
    assert entry.line == "Coffee with Ana Ruiz yesterday: promised intro to CFO #follow-up 2w"
    assert task is not None
    assert (task.kind, task.title, task.person, task.due) == ("follow_up", "Intro to CFO", "ana", date(2026, 12, 2))
    assert titles(desk.book)[-1] == "Logged coffee with Ana Ruiz."


@pytest.mark.parametrize(
    ("text", "people", "kind", "on", "marks", "satisfaction"),
    [
        ("Call with tom 3 days ago +gave", ("tomasz",), "call", ago(3), ("gave",), None),
        ("Lunch with Tomasz and Ana R +told +story", ("tomasz", "ana"), "meeting", TODAY, ("explained", "story"), None),
        ("note with Tomasz +done !delighted", ("tomasz",), "note", TODAY, ("delivered",), "delighted"),
        ("Call with Tomasz +complaint !unhappy", ("tomasz",), "call", TODAY, ("complaint",), "unhappy"),
        ("email from pavlović: all well", ("pavlovic",), "message", TODAY, (), None),
    ],
)
def test_what_a_line_says(
    desk: Desk,
    text: str,
    people: tuple[str, ...],
    kind: str,
    on: date,
    marks: tuple[str, ...],
    satisfaction: str | None,
) -> None:
    entry = say(desk, text).entry
    assert (entry.people, entry.kind, entry.on) == (people, kind, on)
    assert (entry.marks, entry.satisfaction) == (marks, satisfaction)


def test_now_is_the_hour_that_the_clock_says(desk: Desk) -> None:
    assert say(desk, "Call with Tomasz").entry.at == time(9, 30)


def test_what_lies_ahead_is_a_plan(desk: Desk) -> None:
    entry = say(desk, "Lunch with Tomasz tomorrow 12:30").entry
    assert (entry.planned, entry.on, entry.at) == (True, date(2026, 11, 19), time(12, 30))


def test_tags_come_to_everybody_of_the_line_once(desk: Desk) -> None:
    say(desk, "Call with Tomasz, Ana Ruiz #golf #Expo")
    assert [desk.person(id_).tags for id_ in ("tomasz", "ana")] == [("golf", "Expo"), ("Golf", "Expo")]


def test_a_promise_without_a_day_falls_due_in_a_week(desk: Desk) -> None:
    task = say(desk, "Call with Tomasz: I'll send the list").task
    assert task is not None
    assert (task.title, task.due) == ("Send the list", date(2026, 11, 25))


def test_a_name_that_several_have_is_asked_about(desk: Desk) -> None:
    before = text_of(desk)
    for new in (False, True):
        with pytest.raises(UnclearPersonError) as unclear:
            say(desk, "Coffee with Ana", new=new)
        assert {id_ for id_, _ in unclear.value.candidates} == {"ana", "pavlovic"}
    assert text_of(desk) == before


def test_a_name_that_nobody_has_is_refused_or_made(desk: Desk) -> None:
    with pytest.raises(UnclearPersonError) as unclear:
        say(desk, "Coffee with Dora Fox and Tomasz")
    assert (unclear.value.text, unclear.value.candidates) == ("Dora Fox", ())
    before = text_of(desk)
    logged = say(desk, "Coffee with Dora Fox and Tomasz", new=True)
    (dora,) = logged.created
    assert (desk.person(dora).name, desk.person(dora).sorted) == ("Dora Fox", True)
    assert logged.entry.people == (dora, "tomasz") or logged.entry.people == ("tomasz", dora)
    history.undo(desk)
    assert text_of(desk) == before


@pytest.mark.parametrize("text", ["", " ", "coffee", "yesterday", "#golf", ">2w", ": hello", "\0", "🌟"])
def test_a_line_without_anybody_is_refused(desk: Desk, text: str) -> None:
    before = text_of(desk), titles(desk.book)
    with pytest.raises((RefusedError, UnclearPersonError)):
        say(desk, text, new=True)
    assert (text_of(desk), titles(desk.book)) == before


def test_a_line_that_breaks_a_rule_makes_nobody(desk: Desk) -> None:
    before = text_of(desk)
    with pytest.raises(RefusedError, match=r"Satisfaction is recorded with one person"):
        say(desk, "Call with Dora Fox, Tomasz !delighted #vip", new=True)
    assert (text_of(desk), len(names(desk))) == (before, 3)
