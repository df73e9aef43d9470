"""Answers: the verb does what Space does on the row, once; putting off and opening work on one and on many."""

from dataclasses import replace
from datetime import timedelta

import pytest

from refdesk.domain.records import Later, Referral, Task
from refdesk.services import history
from refdesk.services.tasks import finish_task
from refdesk.storage.book import Book
from refdesk.storage.records import each, get
from tests.reminders.conftest import Bench
from tests.reminders.fakes import MORNING
from tests.services.test_following import AGREED
from tests.storage.desks import text_of, titles


def task(bench: Bench, id_: str = "t0") -> Task:
    found = get(bench.book, Task, id_)
    assert isinstance(found, Task)
    return found


def respond(bench: Bench, key: str, action: str) -> None:
    """Answer a notice that is on screen."""
    bench.notifier.incoming.append((key, action))
    bench.service.heartbeat()


def test_done_on_a_notice_marks_the_task_done(bench: Bench) -> None:
    bench.tasks(1)
    bench.beat()
    respond(bench, "task:t0", "done")
    assert task(bench).done_on == MORNING.date()
    assert bench.listener.of("changed") == [frozenset(("t0",))]
    history.undo(bench.desk)
    assert task(bench).done_on is None


@pytest.mark.parametrize("action", ["done", "hour", "morning"])
def test_a_second_answer_changes_nothing(bench: Bench, action: str) -> None:
    bench.put(Task(id="t0", title="Call", due=MORNING.date(), rrule="FREQ=DAILY"))
    bench.beat()
    respond(bench, "task:t0", action)
    after, acts = text_of(bench.desk), titles(bench.book)
    bench.clock.now += timedelta(minutes=1)
    respond(bench, "task:t0", action)
    respond(bench, "task:t0", "done")
    assert (text_of(bench.desk), titles(bench.book)) == (after, acts)


def test_what_was_done_in_the_window_is_not_done_again(bench: Bench) -> None:
    bench.put(Task(id="t0", title="Call", due=MORNING.date(), rrule="FREQ=DAILY"))
    bench.beat()
    finish_task(bench.desk, "t0")
    respond(bench, "task:t0", "done")
    assert task(bench).due == MORNING.date() + timedelta(days=1)
    assert bench.listener.of("changed") == []


def test_not_yet_on_a_check_asks_again_in_a_week(bench: Bench) -> None:
    bench.put(replace(AGREED, prospect=""))
    bench.beat()
    respond(bench, "referral:r:check", "not_yet")
    (referral,) = each(bench.book, Referral)
    assert referral.confirm_by == MORNING.date() + timedelta(days=7)


def test_an_hour_later_it_is_raised_again(bench: Bench) -> None:
    bench.tasks(1)
    bench.beat(timedelta(seconds=12))
    respond(bench, "task:t0", "hour")
    assert list(each(bench.book, Later)) == [Later(key="task:t0", until=MORNING + timedelta(hours=1))]
    assert bench.keys_at(MORNING + timedelta(minutes=59)) == []
    assert bench.keys_at(MORNING + timedelta(minutes=60)) == ["task:t0"]


def test_an_hour_later_may_be_tomorrow(bench: Bench) -> None:
    bench.set_policy(quiet_from=MORNING.time().replace(hour=23, minute=59), morning_at=MORNING.time())
    bench.clock.now = MORNING.replace(hour=23, minute=30)
    bench.tasks(1)
    bench.service.look()
    respond(bench, "task:t0", "hour")
    assert bench.keys_at(MORNING + timedelta(days=1)) == ["task:t0"]


def test_tomorrow_morning_it_is_raised_again(bench: Bench) -> None:
    bench.tasks(1)
    bench.beat()
    respond(bench, "task:t0", "morning")
    assert bench.keys_at(MORNING.replace(hour=19)) == []
    assert bench.keys_at(MORNING + timedelta(days=1)) == ["task:t0"]


def test_all_of_a_digest_are_put_off_as_one_act(bench: Bench) -> None:
    bench.tasks(5)
    bench.beat()
    before = text_of(bench.desk)
    respond(bench, "digest", "hour")
    assert len(list(each(bench.book, Later))) == 5
    history.undo(bench.desk)
    assert text_of(bench.desk) == before


@pytest.mark.parametrize(("count", "key", "opened"), [(1, "task:t0", "task:t0"), (5, "digest", "")])
def test_open_shows_the_row_or_today(bench: Bench, count: int, key: str, opened: str) -> None:
    bench.tasks(count)
    bench.beat()
    respond(bench, key, "open")
    respond(bench, key, "open")
    assert bench.listener.of("opened") == [opened, opened]


@pytest.mark.parametrize(
    ("key", "action"), [("task:t0", "format the disk"), ("task:other", "done"), ("", ""), ("digest", "done")]
)
def test_what_was_not_asked_changes_nothing(bench: Bench, key: str, action: str) -> None:
    bench.tasks(1)
    bench.beat()
    acts = titles(bench.book)
    respond(bench, key, action)
    assert titles(bench.book) == acts
    respond(bench, "task:t0", "done")
    assert task(bench).done_on


def test_a_digest_has_no_verb_for_all(bench: Bench) -> None:
    bench.tasks(5)
    bench.beat()
    respond(bench, "digest", "done")
    assert task(bench).done_on is None


def test_what_could_not_be_done_is_told_and_can_be_answered_again(bench: Bench) -> None:
    bench.tasks(1)
    bench.beat()
    bench.book.read_only = True
    bench.notifier.answered("task:t0", "done")
    assert "read-only" in str(bench.listener.of("failed"))
    bench.book.read_only = False
    bench.notifier.answered("task:t0", "done")
    assert task(bench).done_on


def test_an_answer_may_come_the_day_after(bench: Bench) -> None:
    bench.tasks(1)
    bench.beat()
    bench.clock.now += timedelta(hours=20)
    respond(bench, "task:t0", "done")
    assert task(bench).done_on == MORNING.date() + timedelta(days=1)


def test_the_answer_is_written_to_the_book_that_others_read(bench: Bench) -> None:
    bench.tasks(1)
    bench.beat()
    respond(bench, "task:t0", "done")
    with Book.open(bench.book.path, bench.clock.now_utc) as book:
        found = get(book, Task, "t0")
    assert isinstance(found, Task)
    assert found.done_on == MORNING.date()
