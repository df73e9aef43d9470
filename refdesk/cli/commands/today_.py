"""List what is due today or earlier, and apart from it what is proposed."""

import argparse
from datetime import date
from typing import Any

from refdesk.cli.context import Context
from refdesk.cli.words import DONE, columns
from refdesk.services.today import Due, Today, today


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes: nothing."""


def run(context: Context, asked: argparse.Namespace) -> int:
    """Do it."""
    with context.desk(fresh=True) as desk:
        found = today(desk)
    context.show(_plain(found), _told(found))
    return DONE


def _plain(found: Today) -> dict[str, Any]:
    return {
        "today": found.day.isoformat(),
        "tasks": [
            {
                "key": due.key,
                "kind": due.kind,
                "person": due.person or None,
                "title": due.title,
                "due": due.due.isoformat(),
                "why": due.why,
                "referral": due.referral or None,
                "step": due.step,
            }
            for due in found.tasks
        ],
        "proposals": [
            {"kind": row.kind, "person": row.person or None, "title": row.title, "why": row.why}
            for row in found.proposals
        ],
    }


def _told(found: Today) -> str:
    parts = []
    if found.tasks:
        parts.append("Due\n" + columns([(f"  {due.title}", _when(due, found.day), due.why) for due in found.tasks]))
    if found.proposals:
        parts.append("Proposed\n" + columns([(f"  {row.title}", row.why) for row in found.proposals]))
    return "\n\n".join(parts) or "Nothing is due today."


def _when(due: Due, day: date) -> str:
    late = (day - due.due).days
    if late == 0:
        return "today"
    return "1 day late" if late == 1 else f"{late} days late"
