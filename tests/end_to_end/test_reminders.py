"""The service as a process of its own: what falls due appears, is answered, and appears once whatever happens."""

import signal
from datetime import date, time, timedelta
from pathlib import Path
from queue import Empty

import pytest

from refdesk.domain.person import Person
from refdesk.domain.records import Entry, Later, Note, Task
from refdesk.services.notes import queue_note
from refdesk.services.people import add_person
from refdesk.services.tasks import add_task
from refdesk.storage.records import each, get
from tests.end_to_end.bus import FakeServer
from tests.end_to_end.processes import MORNING, Program, wait_until

TODAY = MORNING.date()
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@pytest.fixture(params=["tests.end_to_end.program", "tests.end_to_end.window"], ids=["service", "window"])
def program(request: pytest.FixtureRequest, tmp_path: Path, server: FakeServer) -> Program:
    """Ready to start, with Ana in its book: the service alone, and the whole program with its window closed."""
    if request.param.endswith("window"):
        request.getfixturevalue("screen")
    made = Program(tmp_path, request.param)
    with made.desk() as desk:
        add_person(desk, Person(id="ana", name="Ana <b>Ruiz</b>"))
    return made


def add(program: Program, count: int = 1, at: time | None = None, due: date = TODAY) -> None:
    with program.desk() as desk:
        for number in range(count):
            add_task(desk, Task(id=f"t{number}", kind="follow_up", title=f"Call Ana {number}", due=due, at=at))


def done_on(program: Program) -> date | None:
    with program.desk() as desk:
        task = get(desk.book, Task, "t0")
        return task.done_on if task else None


def is_put_off(program: Program) -> bool:
    with program.desk() as desk:
        return bool(list(each(desk.book, Later)))


def assert_no_more(server: FakeServer) -> None:
    with pytest.raises(Empty):
        server.next(within=0.2)


def test_a_follow_up_falls_due_and_done_on_its_notification_marks_it_done(program: Program, server: FakeServer) -> None:
    add(program, at=time(9, 0))
    with program.started() as run:
        run.look_at(MORNING + 29 * MINUTE)
        assert_no_more(server)
        run.look_at(MORNING + 30 * MINUTE)
        shown = server.next()
        assert (shown.title, shown.body) == ("Call Ana 0", "You set this yourself.")
        assert [shown.buttons[name] for name in ("done", "hour", "morning", "open")] == [
            "Done",
            "In an hour",
            "Tomorrow morning",
            "Open",
        ]
        server.answer(shown, "done")
        wait_until(lambda: done_on(program) == TODAY)
        run.look_at(MORNING + DAY)
        assert_no_more(server)


def test_a_note_by_hand_is_written_and_posted_from_its_notifications(program: Program, server: FakeServer) -> None:
    with program.desk() as desk:
        queue_note(desk, Note(id="n", person="ana", occasion="other", due=TODAY))
    with program.started() as run:
        run.wait_for_look(MORNING)
        shown = server.next()
        assert shown.title == "Write to Ana <b>Ruiz</b>"
        assert shown.buttons["done"] == "Written"
        server.answer(shown, "done")
        wait_until(lambda: note_state(program) == "written")
        run.look_at(MORNING + DAY)
        shown = server.next()
        assert shown.buttons["done"] == "Posted"
        server.answer(shown, "done")
        wait_until(lambda: note_state(program) == "posted")
    with program.desk() as desk:
        assert [entry.kind for entry in each(desk.book, Entry)] == ["letter"]


def note_state(program: Program) -> str:
    with program.desk() as desk:
        (note,) = each(desk.book, Note)
        return str(note.state)


def test_restarted_it_does_not_show_it_again(program: Program, server: FakeServer) -> None:
    add(program)
    for number in range(3):
        with program.started() as run:
            run.wait_for_look(MORNING)
            if number == 0:
                assert server.next().title == "Call Ana 0"
    assert_no_more(server)


def test_stopped_across_a_due_time_it_shows_it_once_after(program: Program, server: FakeServer) -> None:
    add(program, at=time(9, 0))
    with program.started() as run:
        run.wait_for_look(MORNING)
        run.signal(signal.SIGSTOP)
        program.set_clock(MORNING + 2 * HOUR)
        assert_no_more(server)
        run.signal(signal.SIGCONT)
        run.wait_for_look(MORNING + 2 * HOUR)
        assert server.next().title == "Call Ana 0"
        run.look_at(MORNING + 3 * HOUR)
        assert_no_more(server)


def test_killed_and_started_after_the_due_time_it_shows_it_once(program: Program, server: FakeServer) -> None:
    add(program, at=time(9, 0))
    with program.started() as run:
        run.wait_for_look(MORNING)
        run.signal(signal.SIGKILL)
    program.set_clock(MORNING + HOUR)
    for _ in range(2):
        with program.started() as run:
            run.wait_for_look(MORNING + HOUR)
    assert server.next().title == "Call Ana 0"
    assert_no_more(server)


def test_ten_due_show_one_digest(program: Program, server: FakeServer) -> None:
    add(program, 10)
    with program.started() as run:
        run.wait_for_look(MORNING)
        shown = server.next()
        assert (shown.title, shown.body) == ("10 to do today", "First: Call Ana 0")
        run.look_at(MORNING + MINUTE)
        assert_no_more(server)


def test_nothing_is_shown_in_quiet_hours_or_on_a_day_off(program: Program, server: FakeServer) -> None:
    add(program, due=TODAY - DAY)
    program.set_clock(MORNING.replace(hour=21))
    with program.started() as run:
        run.wait_for_look(MORNING.replace(hour=21))
        run.look_at(MORNING + 3 * DAY)  # a Saturday
        assert_no_more(server)
        run.look_at(MORNING + 5 * DAY)
        assert server.next().title == "Call Ana 0"


def test_snoozed_it_comes_again_an_hour_later(program: Program, server: FakeServer) -> None:
    add(program)
    with program.started() as run:
        run.wait_for_look(MORNING)
        server.answer(server.next(), "hour")
        wait_until(lambda: is_put_off(program))
        run.look_at(MORNING + 59 * MINUTE)
        run.look_at(MORNING + 60 * MINUTE)
        assert server.next().title == "Call Ana 0"
        assert_no_more(server)


def test_markup_in_a_name_is_escaped(program: Program, server: FakeServer) -> None:
    with program.desk() as desk:
        add_task(desk, Task(id="t", title="Call", person="ana", due=TODAY))
    with program.started() as run:
        run.wait_for_look(MORNING)
        assert server.next().body == "With Ana &lt;b&gt;Ruiz&lt;/b&gt;. You set this yourself."


def test_the_days_backup_is_made_beside_the_book(program: Program, server: FakeServer) -> None:
    for _ in range(2):
        with program.started() as run:
            run.wait_for_look(MORNING)
            wait_until(lambda: bool(backups(program)))
    assert len(backups(program)) == 1


def backups(program: Program) -> list[Path]:
    return list(program.book.with_name("book-backups").glob("*.refdesk"))
