"""One look: what is due is raised once, by whichever process looks first, and not before it could be shown."""

from datetime import datetime, time, timedelta

import pytest

from refdesk.domain.records import Later
from refdesk.reminders.notices import DIGEST
from refdesk.storage.book import Book
from refdesk.storage.shown import shown_since
from tests.reminders.conftest import Bench
from tests.reminders.fakes import MORNING, FakeNotifier

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


def test_what_is_due_is_raised_in_the_morning(bench: Bench) -> None:
    bench.tasks(1)
    assert bench.keys_at(MORNING - MINUTE) == []
    assert bench.keys_at(MORNING) == ["task:t0"]


def test_what_has_a_time_is_raised_at_that_time(bench: Bench) -> None:
    bench.tasks(1, at=time(14, 15))
    assert bench.keys_at(MORNING.replace(hour=14, minute=14)) == []
    assert bench.keys_at(MORNING.replace(hour=14, minute=15)) == ["task:t0"]


def test_a_moment_is_raised_once(bench: Bench) -> None:
    bench.tasks(1)
    assert bench.keys_at(MORNING) == ["task:t0"]
    assert bench.keys_at(MORNING) == []
    assert bench.keys_at(MORNING + 5 * MINUTE) == []


def test_a_moment_is_raised_once_across_a_restart(bench: Bench) -> None:
    bench.tasks(1)
    assert bench.keys_at(MORNING) == ["task:t0"]
    bench.restart()
    assert bench.keys_at(MORNING + MINUTE) == []


@pytest.mark.parametrize("back", [timedelta(hours=1), DAY, timedelta(days=30), timedelta(days=365)])
def test_a_moment_is_raised_once_whatever_the_clock_does(bench: Bench, back: timedelta) -> None:
    bench.tasks(1)
    assert bench.keys_at(MORNING) == ["task:t0"]
    assert bench.keys_at(MORNING - back) == []
    assert bench.keys_at(MORNING + MINUTE) == []
    bench.keys_at(MORNING + back)
    bench.keys_at(MORNING + back + MINUTE)
    assert bench.keys_at(MORNING + 2 * MINUTE) == []


def test_what_is_not_done_is_raised_again_the_next_working_morning(bench: Bench) -> None:
    bench.tasks(1)
    raised = [day for day in range(7) if bench.keys_at(MORNING + day * DAY)]
    assert raised == [0, 1, 2, 5, 6]  # Wednesday to Friday, and from Monday


@pytest.mark.parametrize(("count", "keys"), [(1, 1), (2, 2), (3, 3), (4, 1), (10, 1)])
def test_more_than_three_come_as_one(bench: Bench, count: int, keys: int) -> None:
    bench.tasks(count)
    found = bench.keys_at(MORNING)
    assert len(found) == keys
    assert (found == [DIGEST]) is (count > 3)
    assert bench.keys_at(MORNING + MINUTE) == []


def test_they_come_in_the_order_of_today(bench: Bench) -> None:
    bench.tasks(3)
    assert bench.keys_at(MORNING) == ["task:t0", "task:t1", "task:t2"]


@pytest.mark.parametrize("now", [time(7, 59), time(20, 0), time(23, 30), time(2, 0)])
def test_nothing_is_raised_in_quiet_hours(bench: Bench, now: time) -> None:
    bench.tasks(1, due=MORNING.date() - 2 * DAY)
    assert bench.keys_at(datetime.combine(MORNING.date(), now)) == []


def test_nothing_is_raised_on_a_day_off(bench: Bench) -> None:
    bench.set_policy(days_off=("wednesday",))
    bench.tasks(1)
    assert bench.keys_at(MORNING) == []
    assert bench.keys_at(MORNING + DAY) == ["task:t0"]


def test_what_was_put_off_waits_until_then(bench: Bench) -> None:
    bench.tasks(1)
    bench.put(Later(key="task:t0", until=MORNING + timedelta(hours=1, minutes=7)))
    assert bench.keys_at(MORNING + timedelta(hours=1, minutes=6)) == []
    assert bench.keys_at(MORNING + timedelta(hours=1, minutes=7)) == ["task:t0"]


def test_what_was_put_off_to_a_day_waits_for_its_morning(bench: Bench) -> None:
    bench.tasks(1, at=time(7, 0))
    bench.put(Later(key="task:t0", until=MORNING.date() + DAY))
    assert bench.keys_at(MORNING.replace(hour=15)) == []
    assert bench.keys_at(MORNING + DAY - MINUTE) == []
    assert bench.keys_at(MORNING + DAY) == ["task:t0"]


def test_what_could_not_be_shown_is_tried_again(bench: Bench) -> None:
    bench.tasks(2)
    bench.notifier.works = False
    assert [each.shown for each in bench.service.look()] == [False, False]
    assert shown_since(bench.book, MORNING - DAY) == frozenset()
    bench.notifier.works = True
    assert bench.keys_at(MORNING + MINUTE) == ["task:t0", "task:t1"]


def test_when_one_could_not_be_shown_the_next_are_not_even_tried(bench: Bench) -> None:
    bench.tasks(3)
    bench.notifier.works = False
    bench.service.look()
    assert bench.notifier.tries == 1


class CrashError(Exception):
    """The end of a process."""


def test_a_crash_before_it_is_shown_never_doubles_and_loses_nothing_for_good(bench: Bench) -> None:
    bench.tasks(1)

    def crash() -> None:
        raise CrashError

    bench.notifier.before_showing = crash
    with pytest.raises(CrashError):
        bench.service.look()
    bench.notifier.before_showing = lambda: None
    bench.restart()
    assert bench.keys_at(MORNING + MINUTE) == []
    assert bench.keys_at(MORNING + DAY) == ["task:t0"]


def test_a_moment_is_remembered_before_it_is_shown(bench: Bench) -> None:
    bench.tasks(1)
    remembered: list[int] = []
    bench.notifier.before_showing = lambda: remembered.append(len(shown_since(bench.book, MORNING)))
    bench.service.look()
    assert remembered == [1]


def test_two_processes_share_what_is_due(bench: Bench) -> None:
    """The other one looks between this one's reading and its writing."""
    bench.tasks(2)
    with Book.open(bench.book.path, bench.clock.now_utc) as book:
        other = Bench(book, bench.clock, FakeNotifier())
        bench.notifier.before_showing = lambda: bool(other.service.look())
        bench.service.look()
    assert [notice.key for notice in bench.notifier.sent] == ["task:t0"]
    assert [notice.key for notice in other.notifier.sent] == ["task:t1"]


def test_a_digest_leaves_out_what_another_process_has_raised(bench: Bench) -> None:
    bench.tasks(1)
    with Book.open(bench.book.path, bench.clock.now_utc) as book:
        other = Bench(book, bench.clock, FakeNotifier())
        other.service.look()
        bench.tasks(5)
    bench.service.look()
    assert [(notice.key, notice.title) for notice in bench.notifier.sent] == [(DIGEST, "4 to do today")]


def test_without_actions_none_are_offered(bench: Bench) -> None:
    bench.tasks(1)
    bench.service.look(with_actions=False)
    assert [notice.actions for notice in bench.notifier.sent] == [()]
