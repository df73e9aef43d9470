"""The heartbeat: it looks as time goes by, settles after a jump, and begins each day with a backup."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from refdesk.domain.errors import BookError
from refdesk.domain.records import Task
from refdesk.reminders.service import BEAT, SETTLING, ReminderService
from refdesk.services.desk import Desk
from refdesk.storage import readiness
from refdesk.storage.backup import verify
from refdesk.storage.book import Book
from tests.reminders.conftest import Bench
from tests.reminders.fakes import MORNING, FakeClock, FakeListener, FakeNotifier

DAY = timedelta(days=1)


def backups(bench: Bench) -> list[Path]:
    return sorted(bench.book.path.with_name("book-backups").iterdir())


def test_what_falls_due_as_time_goes_by_is_raised_within_a_beat(bench: Bench) -> None:
    bench.tasks(1, at=time(9, 0))
    beats = [bench.beat() for _ in range(64)]
    assert sum(beats) == 1
    assert beats.index(1) == 59


def test_it_says_when_it_wants_to_be_called_again(bench: Bench) -> None:
    assert bench.service.heartbeat() == BEAT
    bench.clock.now += BEAT
    assert bench.service.heartbeat() == BEAT


@pytest.mark.parametrize("jump", [timedelta(minutes=10), DAY, timedelta(seconds=-2), -DAY])
def test_a_jump_of_the_clock_settles_first(bench: Bench, jump: timedelta) -> None:
    bench.clock.now = MORNING + 8 * timedelta(hours=1)
    bench.service.heartbeat()
    bench.tasks(1, due=date(2026, 11, 2))
    bench.clock.now += jump
    assert bench.service.heartbeat() == SETTLING
    assert bench.notifier.sent == []
    assert bench.beat(SETTLING) == 1


def test_what_came_due_asleep_is_raised_together_once(bench: Bench) -> None:
    for number in range(5):
        bench.put(Task(id=f"t{number}", title=f"Task {number}", due=MORNING.date(), at=time(10 + number, 0)))
    bench.service.heartbeat()
    assert bench.beat(timedelta(hours=8)) == 0
    assert bench.beat(SETTLING) == 1
    assert [notice.title for notice in bench.notifier.sent] == ["5 to do today"]
    assert bench.beat() == 0


def test_a_clock_that_never_rests_is_looked_at_all_the_same(bench: Bench) -> None:
    bench.service.heartbeat()
    bench.tasks(1)
    assert [bench.beat(timedelta(minutes=5)) for _ in range(4)] == [0, 1, 0, 0]


def test_the_book_is_read_again_only_when_it_has_changed(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    readings: list[Desk] = []
    bench.tasks(1, at=time(12, 0))
    monkeypatch.setattr("refdesk.reminders.service.due_today", lambda desk: readings.append(desk) or [])
    for _ in range(10):
        bench.beat()
    assert len(readings) == 1
    bench.tasks(2)
    bench.beat()
    bench.beat()
    assert len(readings) == 2
    bench.clock.now += DAY
    bench.beat()
    bench.beat()
    assert len(readings) == 3


def test_a_change_from_another_process_is_seen(bench: Bench) -> None:
    bench.service.heartbeat()
    with Book.open(bench.book.path, bench.clock.now_utc) as book:
        Bench(book, bench.clock).tasks(1)
    assert bench.beat() == 1


def test_a_notifier_that_does_not_work_is_not_asked_at_every_beat(bench: Bench) -> None:
    bench.tasks(1)
    bench.notifier.works = False
    for _ in range(20):
        bench.beat()
    assert bench.notifier.tries == 2
    bench.notifier.works = True
    assert sum(bench.beat() for _ in range(11)) == 1


def test_the_first_beat_of_a_day_makes_a_backup(bench: Bench) -> None:
    for _ in range(3):
        bench.beat()
    (made,) = backups(bench)
    verify(made)
    assert bench.listener.of("backed_up") == [bench.clock.now_utc() - 2 * BEAT]


def test_one_backup_a_day_is_enough_across_restarts(bench: Bench) -> None:
    bench.beat()
    bench.restart()
    bench.beat(timedelta(hours=1))
    assert len(backups(bench)) == 1
    bench.clock.now += DAY
    bench.restart()
    bench.beat()
    assert len(backups(bench)) == 2


@pytest.mark.parametrize("ahead", [timedelta(hours=13), timedelta(hours=-11)])
def test_the_day_of_a_backup_is_the_wall_clocks(bench: Bench, ahead: timedelta) -> None:
    bench.clock.ahead = ahead
    for hour in (0, 8, 16, 23):
        bench.clock.now = datetime.combine(MORNING.date(), time(hour, 59))
        bench.restart()
        bench.service.heartbeat()
    assert len(backups(bench)) == 1
    bench.clock.now = datetime.combine(MORNING.date() + DAY, time(0, 1))
    bench.restart()
    bench.service.heartbeat()
    assert len(backups(bench)) == 2


def test_a_new_day_is_told_once_with_the_book_up_to_date(bench: Bench) -> None:
    bench.beat()
    bench.clock.now += DAY
    bench.beat()
    bench.beat()
    bench.beat()
    today = bench.clock.now.date()
    assert bench.listener.of("new_day") == [today - DAY, today]
    assert readiness.stale_people(bench.book, today) == []


def test_what_takes_long_goes_to_the_worker(bench: Bench) -> None:
    given: list[object] = []
    service = ReminderService(bench.desk_on, bench.notifier, bench.clock, worker=given.append)
    service.heartbeat()
    assert len(given) == 1
    assert not bench.book.path.with_name("book-backups").exists()


def test_a_backup_that_fails_is_told_and_stops_no_reminder(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(desk: Desk) -> None:
        raise BookError(f"The backup of {desk.today} can't be written: no space left.")

    monkeypatch.setattr("refdesk.reminders.service.back_up", fail)
    bench.tasks(1)
    assert bench.beat(timedelta(0)) == 1
    assert bench.beat() == 0
    assert bench.listener.of("failed") == ["The backup of 2026-11-18 can't be written: no space left."]


def test_a_book_that_is_busy_is_told_and_looked_at_again(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.beat()
    bench.tasks(1)
    monkeypatch.setattr("refdesk.storage.book._BUSY_SECONDS", 0.05)
    with (
        Book.open(bench.book.path, bench.clock.now_utc) as quick,
        Book.open(bench.book.path, bench.clock.now_utc) as other,
    ):
        busy = Bench(quick, bench.clock, FakeNotifier(), FakeListener())
        busy.service.heartbeat()  # the day is begun already
        bench.tasks(2, at=time(8, 31))
        with other.transaction():
            busy.beat()
        assert "is busy" in str(busy.listener.of("failed"))
        assert busy.beat(timedelta(minutes=1)) == 2


def test_a_book_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    clock, listener = FakeClock(), FakeListener()
    with Book.open(tmp_path / "book.refdesk", clock.now_utc) as book:
        Bench(book, clock).put(Task(id="t", title="Call", due=MORNING.date()))
        book.read_only = True
        service = ReminderService(lambda day: Desk(book, day), FakeNotifier(), clock, listener=listener)
        assert service.heartbeat() == BEAT
    assert "read-only" in str(listener.of("failed"))
