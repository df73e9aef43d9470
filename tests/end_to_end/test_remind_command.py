"""`refdesk remind`: one look from the command line, with a real bus, without a server, without even a bus."""

import json
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from refdesk.cli import main as cli
from refdesk.domain.records import Task
from refdesk.services.desk import Desk
from refdesk.services.tasks import add_task
from refdesk.storage.book import Book
from tests.end_to_end.bus import FakeServer

MORNING = datetime(2026, 11, 18, 9, 0)


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A book in which one task is due, at nine on a working day."""
    clock = SimpleNamespace(now_utc=lambda: MORNING.replace(tzinfo=UTC), now_local=lambda: MORNING)
    monkeypatch.setattr(cli, "clock", clock)
    path = tmp_path / "book.refdesk"
    with Book.open(path, clock.now_utc) as opened:
        add_task(Desk(opened, MORNING.date()), Task(id="t", title="Call Ana Ruiz", due=MORNING.date()))
    return path


def remind(book: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    """What the command prints; it always succeeds."""
    assert cli.main(["--book", str(book), "remind", "--json", *arguments]) == 0
    notices: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["notices"]
    return notices


def test_what_is_due_is_shown_once_without_buttons_or_names(
    book: Path, server: FakeServer, capsys: pytest.CaptureFixture[str]
) -> None:
    expected = {"key": "task:t", "title": "Something to do", "body": "Due today.", "shown": True}
    assert remind(book, capsys) == [expected]
    shown = server.next()
    assert (shown.title, shown.body, shown.actions) == ("Something to do", "Due today.", ())
    assert remind(book, capsys) == []
    assert server.shown.empty()


def test_names_are_shown_when_asked_for(book: Path, server: FakeServer, capsys: pytest.CaptureFixture[str]) -> None:
    remind(book, capsys, "--names")
    assert server.next().title == "Call Ana Ruiz"


@pytest.mark.usefixtures("bus")
def test_without_a_server_it_says_what_it_would_show_and_keeps_it_for_later(
    book: Path, bus: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert [(notice["key"], notice["shown"]) for notice in remind(book, capsys)] == [("task:t", False)]
    late = FakeServer(bus, "actions")
    assert [notice["shown"] for notice in remind(book, capsys)] == [True]
    late.stop()


def test_without_a_bus_it_does_not_fail_either(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--book", str(book), "remind"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Something to do\n  Due today.\nNothing here can show notifications")


def test_where_nothing_is_due_it_says_so(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--book", str(book), "--today", "2026-11-17", "remind"]) == 0
    assert capsys.readouterr().out == "There is nothing new to remind you of.\n"


def test_the_day_can_be_chosen(book: Path, server: FakeServer, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--book", str(book), "--today", "2026-11-19", "remind"]) == 0
    assert server.next().body == "1 day late."
