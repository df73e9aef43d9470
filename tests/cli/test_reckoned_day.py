"""--today: the day to reckon with, and what is recorded gets it; a command that only reads rewrites nothing."""

import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from refdesk.desktop import clock
from tests.attack.program import refdesk
from tests.cli.conftest import Run
from tests.services.books import card

READING = [
    ("ready",), ("ready", "--all"), ("ready", "--state", "hold"), ("why", "ana r"), ("today",), ("find", "ana"),
    ("imports",), ("check",), ("export", "--format", "json", "--out", "-"),
]  # fmt: skip
DAYS = [date(2020, 1, 1), date(2026, 11, 17), date(2026, 11, 18), date(2027, 5, 1), date(2090, 12, 31)]


def rows(path: Path) -> list[str]:
    """The whole book as SQL, the search index's own tables too."""
    database = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        return list(database.iterdump())
    finally:
        database.close()


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_a_command_that_only_reads_rewrites_nothing(run: Run, path: Path, arguments: tuple[str, ...]) -> None:
    before = rows(path)
    for day in DAYS:
        assert refdesk(*arguments, book=path, day=day).code == 0
    assert rows(path) == before


def ready(path: Path, day: date | None) -> dict[str, str]:
    """Everybody's state on that day."""
    people: list[dict[str, Any]] = refdesk("ready", "--all", "--json", book=path, day=day).json()["people"]
    return {person["id"]: person["state"] for person in people}


def test_the_day_decides_who_is_ready(run: Run, path: Path) -> None:
    states = {day: ready(path, day)["ana"] for day in DAYS}
    assert states[date(2026, 11, 18)] == "ready"
    assert states[date(2027, 5, 1)] == "reconnect"
    assert states[date(2020, 1, 1)] == "nurture"
    assert refdesk("ready", "--json", book=path, day=DAYS[0]).json()["today"] == "2020-01-01"


def test_without_a_day_the_clocks_is_reckoned_and_kept(run: Run, path: Path) -> None:
    now = clock.now_local().date()
    assert refdesk("ready", "--json", book=path).json()["today"] == now.isoformat()
    kept = [row for row in rows(path) if row.startswith('INSERT INTO "readiness"')]
    assert len(kept) == 7
    assert ready(path, None) == ready(path, now)


def test_today_lists_by_the_day(run: Run, path: Path) -> None:
    keys = {
        day: [task["key"] for task in refdesk("today", "--json", book=path, day=day).json()["tasks"]] for day in DAYS
    }
    assert keys[date(2020, 1, 1)] == []
    assert keys[date(2026, 11, 17)] == ["referral:r:thank_you:1", "referral:r:follow_up"]
    assert keys[date(2026, 11, 18)] == ["referral:r:thank_you:1", "referral:r:follow_up", "task:t"]


def test_what_is_recorded_gets_the_day(empty: Run, path: Path, tmp_path: Path) -> None:
    file = tmp_path / "phone.vcf"
    file.write_text(card("Ann Lee"))
    day = date(2024, 2, 29)
    imported = refdesk("import", file, "--json", book=path, day=day).json()["import"]
    assert refdesk("log", "Call with Ann Lee", "--json", book=path, day=day).json()["entry"]["on"][:10] == "2024-02-29"
    exported = refdesk("export", "--format", "json", "--out", "-", book=path, day=day).json()
    assert exported["people"][0]["added_on"] == "2024-02-29"
    refdesk("undo", book=path, day=day)
    refdesk("undo", imported, book=path, day=date(2024, 3, 1))
    assert refdesk("imports", "--json", book=path, day=day).json()["imports"][0]["undone_on"] == "2024-03-01"


def test_a_book_written_on_a_later_day_is_right_on_an_earlier_one(run: Run, path: Path) -> None:
    refdesk("log", "Call with Cy Young", book=path, day=date(2027, 6, 1))
    assert ready(path, date(2026, 11, 18))["cy"] == "reconnect"
    assert ready(path, date(2027, 6, 1))["cy"] == "nurture"
    assert refdesk("check", book=path, day=date(2026, 11, 18)).code == 0
