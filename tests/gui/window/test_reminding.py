"""Reminders in the window's event loop: they beat, tell, pause, and hand what takes long to the worker."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from refdesk.domain.records import Task
from refdesk.gui.theme.theme import Theme
from refdesk.gui.view import Tools
from refdesk.gui.window.reminding import Reminding
from refdesk.services.desk import Desk
from refdesk.services.tasks import add_task
from refdesk.storage.records import get
from tests.gui.views import NOON, FixedClock, tools_for
from tests.reminders.fakes import FakeNotifier

HOUR = timedelta(hours=1)


@dataclass(slots=True)
class Bench:
    """Reminding over a book with one task due, and what it told."""

    tools: Tools
    wall: FixedClock
    notifier: FakeNotifier
    reminding: Reminding
    heard: list[tuple[str, object]] = field(default_factory=list)

    def listen(self) -> None:
        for name in ("opened", "answered", "day_begun", "backed_up", "failed"):
            getattr(self.reminding, name).connect(self._hearer(name))

    def of(self, name: str) -> list[object]:
        return [what for who, what in self.heard if who == name]

    def _hearer(self, name: str) -> Callable[[object], None]:
        return lambda what: self.heard.append((name, what))


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    """What an answer comes through."""
    reading, writing = os.pipe()
    yield reading, writing
    os.close(reading)
    os.close(writing)


@pytest.fixture
def bench(theme: Theme, tmp_path: Path, pipe: tuple[int, int]) -> Iterator[Bench]:
    wall, notifier = FixedClock(), FakeNotifier()
    with tools_for(theme, tmp_path / "book.refdesk", wall) as (tools, _):
        add_task(tools.session.desk(), Task(id="t", title="Call Ana", due=NOON.date()))

        def desk_on(day: date) -> Desk:
            return Desk(tools.session.book, day, as_kept=True)

        reminding = Reminding(desk_on, notifier, lambda: pipe[0], wall, tools.worker, tools.preferences)
        made = Bench(tools, wall, notifier, reminding)
        made.listen()
        yield made
        reminding.stop()


def titles(bench: Bench) -> list[str]:
    return [notice.title for notice in bench.notifier.sent]


def test_started_it_raises_what_is_due_begins_the_day_and_backs_up(bench: Bench, qtbot: QtBot) -> None:
    bench.reminding.start()
    qtbot.waitUntil(lambda: bool(bench.of("backed_up")))
    assert titles(bench) == ["Something to do"]
    assert bench.of("day_begun") == [NOON.date()]
    assert bench.of("failed") == []


def test_names_are_shown_only_where_they_are_allowed(bench: Bench) -> None:
    bench.tools.preferences.names_allowed = True
    bench.reminding.beat()
    assert titles(bench) == ["Call Ana"]


def test_an_answer_is_taken_as_soon_as_it_comes(bench: Bench, pipe: tuple[int, int], qtbot: QtBot) -> None:
    bench.reminding.beat()
    bench.notifier.incoming.append(("task:t", "done"))
    os.write(pipe[1], b"!")
    qtbot.waitUntil(lambda: bool(bench.of("answered")))
    os.read(pipe[0], 1)
    task = get(bench.tools.session.book, Task, "t")
    assert task is not None
    assert task.done_on == NOON.date()


def test_open_is_passed_on(bench: Bench) -> None:
    bench.reminding.beat()
    bench.notifier.incoming.append(("task:t", "open"))
    bench.reminding.beat()
    assert bench.of("opened") == ["task:t"]


def test_paused_it_raises_nothing_until_the_pause_is_over(bench: Bench) -> None:
    bench.reminding.pause(NOON + HOUR)
    bench.reminding.beat()
    assert titles(bench) == []
    assert bench.reminding.paused_until() == NOON + HOUR
    bench.wall.at += HOUR
    assert bench.reminding.paused_until() is None
    bench.reminding.beat()
    assert titles(bench) == ["Something to do"]


def test_paused_it_still_takes_answers(bench: Bench) -> None:
    bench.reminding.beat()
    bench.reminding.pause(NOON + HOUR)
    bench.notifier.incoming.append(("task:t", "done"))
    bench.reminding.beat()
    assert len(bench.of("answered")) == 1


def test_resumed_it_looks_at_once(bench: Bench, qtbot: QtBot) -> None:
    bench.reminding.pause(NOON + HOUR)
    bench.reminding.beat()
    bench.reminding.resume()
    qtbot.waitUntil(lambda: titles(bench) == ["Something to do"])


@pytest.mark.parametrize("junk", ["", "soon", "2026-11-18T13:00:00+00:00", "2026-13-01"])
def test_a_pause_that_means_nothing_is_none(bench: Bench, junk: str) -> None:
    bench.tools.preferences.keep_text("reminders/paused_until", junk)
    assert bench.reminding.paused_until() is None


def test_a_pause_ends_with_its_moment(bench: Bench) -> None:
    bench.reminding.pause(datetime.combine(NOON.date(), NOON.time()))
    assert bench.reminding.paused_until() is None
