"""An error of ours is noted without what it says, told once in a while, and handed on to the hook that was there."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from refdesk.gui.window import unexpected
from refdesk.gui.window.unexpected import NOTED, TOLD, Unexpected
from tests.gui.views import FixedClock


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "errors.log"


def fail() -> None:
    try:
        raise KeyError("Ana Ruiz")
    except KeyError as error:
        raise ValueError("Ana Ruiz owes Bo Li a note") from error


def fail_in_a_slot(qtbot: QtBot, watcher: Unexpected, *, times: int = 1) -> list[str]:
    """What is told when a slot fails so often."""
    told: list[str] = []
    watcher.told.connect(told.append)
    with qtbot.capture_exceptions() as raised, watcher.watched():
        for _ in range(times):
            QTimer.singleShot(0, fail)
        qtbot.waitUntil(lambda: len(raised) == times and bool(told))
    return told


def test_it_is_noted_by_its_kinds_and_places_and_without_its_words(qtbot: QtBot, log: Path) -> None:
    assert fail_in_a_slot(qtbot, Unexpected(log, FixedClock().now_utc)) == [NOTED.format("errors.log")]
    noted = log.read_text()
    assert noted.startswith("2026-11-18T12:00:00+00:00 RefDesk ")
    for kind in ("ValueError", "KeyError"):
        assert f"\n{kind}\n  tests.gui.window.test_unexpected:" in noted
    assert " fail\n" in noted
    for private in ("Ana", "Bo", str(Path.home()), str(Path(__file__).parent)):
        assert private not in noted


def test_the_same_error_is_noted_and_told_once(qtbot: QtBot, log: Path) -> None:
    assert len(fail_in_a_slot(qtbot, Unexpected(log, FixedClock().now_utc), times=3)) == 1
    assert log.read_text().count("ValueError") == 1


def test_a_file_that_cannot_be_written_is_not_spoken_of(qtbot: QtBot, log: Path) -> None:
    log.mkdir()
    assert fail_in_a_slot(qtbot, Unexpected(log, FixedClock().now_utc)) == [TOLD]


def test_the_file_does_not_grow_for_ever(qtbot: QtBot, log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unexpected, "LARGEST", 10)
    log.write_text("of long ago")
    fail_in_a_slot(qtbot, Unexpected(log, FixedClock().now_utc))
    assert "of long ago" not in log.read_text()


def test_the_hook_that_was_there_is_put_back(log: Path) -> None:
    before = sys.excepthook
    with Unexpected(log, FixedClock().now_utc).watched():
        assert sys.excepthook is not before
    assert sys.excepthook is before
