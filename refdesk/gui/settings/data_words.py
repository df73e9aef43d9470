"""Backups, imports and sizes in words."""

from datetime import date, datetime, timedelta

from refdesk.domain.daywords import day_name
from refdesk.storage.tables import Batch

KILO = 1000


def moment_words(at: datetime, offset: timedelta, today: date) -> str:
    """An instant (UTC) as the wall tells it: "Today at 08:02", "14 November at 17:30"."""
    local = at.replace(tzinfo=None) + offset
    words = day_name(local.date(), today)
    return f"{words[0].upper()}{words[1:]} at {local:%H:%M}"


def import_words(batch: Batch, offset: timedelta, today: date) -> tuple[str, str]:
    """An import's files, and what became of it."""
    parts = [f"{batch.created} added"]
    parts += [f"{batch.updated} updated"] if batch.updated else []
    parts += [f"{batch.skipped} skipped"] if batch.skipped else []
    undone = f" Taken back {_on(batch.undone_on, today)}." if batch.undone_on else ""
    return ", ".join(batch.files), f"{moment_words(batch.at, offset, today)}: {', '.join(parts)}.{undone}"


def size_words(length: int) -> str:
    """A number of bytes as people say it: "812 bytes", "1.2 MB"."""
    if length < KILO:
        return f"{length} bytes"
    kilobytes = length / KILO
    return f"{kilobytes:.0f} kB" if kilobytes < KILO else f"{kilobytes / KILO:.1f} MB"


def _on(day: date, today: date) -> str:
    name = day_name(day, today)
    return name if day == today else f"on {name}"
