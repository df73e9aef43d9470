"""The worker: what it gives arrives in the window's thread, what fails is told, and a cancelled job changes nothing."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from refdesk.domain.errors import RefusedError
from refdesk.domain.person import Person
from refdesk.gui.theme.theme import Theme
from refdesk.gui.view import Tools
from refdesk.gui.worker import UNFINISHED, Job
from refdesk.services.counts import is_empty
from refdesk.services.desk import Desk
from refdesk.services.people import add_person
from tests.gui.views import tools_for


@dataclass(slots=True)
class Heard:
    """What a job told, and in which thread."""

    found: list[object] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    steps: list[tuple[int, int]] = field(default_factory=list)
    threads: set[int] = field(default_factory=set)

    def done(self, found: object) -> None:
        self.found.append(found)
        self.threads.add(threading.get_ident())

    def fail(self, why: str) -> None:
        self.failed.append(why)
        self.threads.add(threading.get_ident())

    def step(self, done: int, whole: int) -> None:
        self.steps.append((done, whole))
        self.threads.add(threading.get_ident())


@pytest.fixture
def tools(theme: Theme, tmp_path: Path) -> Iterator[Tools]:
    with tools_for(theme, tmp_path / "book.refdesk") as (tools, _):
        yield tools


def test_what_a_job_gives_and_tells_arrives_in_the_windows_thread(tools: Tools, qtbot: QtBot) -> None:
    heard = Heard()
    worked_in: list[int] = []

    def work(desk: Desk, job: Job[str]) -> str:
        worked_in.append(threading.get_ident())
        job.progress(1, 2)
        return add_person(desk, Person(id="", name="Ana Ruiz"))[0]

    tools.worker.run(work, heard.done, heard.fail, heard.step)
    qtbot.waitUntil(lambda: bool(heard.found))
    assert not is_empty(tools.session.desk())
    assert heard.steps == [(1, 2)]
    assert heard.threads == {threading.get_ident()}
    assert worked_in != [threading.get_ident()]


def test_why_a_job_failed_is_told(tools: Tools, qtbot: QtBot) -> None:
    heard = Heard()

    def work(desk: Desk, job: Job[None]) -> None:
        raise RefusedError("It can't be done.")

    tools.worker.run(work, heard.done, heard.fail)
    assert tools.worker.is_busy
    qtbot.waitUntil(lambda: not tools.worker.is_busy)
    assert (heard.found, heard.failed) == ([], ["It can't be done."])


def test_an_error_of_ours_is_raised_in_the_windows_thread_and_the_next_job_is_done(tools: Tools, qtbot: QtBot) -> None:
    heard = Heard()

    def work(desk: Desk, job: Job[None]) -> None:
        raise ZeroDivisionError

    with qtbot.capture_exceptions() as raised:
        tools.worker.run(work, heard.done, heard.fail)
        qtbot.waitUntil(lambda: not tools.worker.is_busy)
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]
    assert heard.failed == [UNFINISHED]
    tools.worker.run(lambda desk, job: "done", heard.done, heard.fail)
    qtbot.waitUntil(lambda: heard.found == ["done"])


def test_a_cancelled_job_rolls_back_what_it_wrote(tools: Tools, qtbot: QtBot) -> None:
    heard, written, go_on = Heard(), threading.Event(), threading.Event()

    def work(desk: Desk, job: Job[None]) -> None:
        with desk.act("Many people added.") as act:
            act.put(Person(id="ana", name="Ana Ruiz"))
            written.set()
            assert go_on.wait(10)
            job.progress(1, 2)

    job = tools.worker.run(work, heard.done, heard.fail)
    assert written.wait(10)
    job.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: bool(heard.failed))
    assert heard.failed == ["It was cancelled. Nothing has changed."]
    assert is_empty(tools.session.desk())


def test_stopping_cancels_what_runs_and_drops_what_waits(tools: Tools) -> None:
    heard, running = Heard(), threading.Event()

    def work(desk: Desk, job: Job[None]) -> None:
        running.set()
        while True:
            job.progress(0, 1)

    tools.worker.run(work, heard.done, heard.fail)
    tools.worker.run(work, heard.done, heard.fail)
    assert running.wait(10)
    tools.worker.stop()
    assert heard.found == []
