"""Log what happened from one line, such as "Coffee with Ana Ruiz yesterday: promised the intro #follow-up 2w"."""

import argparse
from typing import Any

from refdesk.cli.context import Context
from refdesk.cli.words import DONE
from refdesk.formats.refdesk_json.encode import record_to_plain
from refdesk.services.log_line import Logged, log_line
from refdesk.services.timeline import names_of


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("text", nargs="+", metavar="TEXT", help="[kind] with NAME[, NAME] [when][: text] [>when] …")
    parser.add_argument("--new", action="store_true", help="make people whom the book does not know")


def run(context: Context, asked: argparse.Namespace) -> int:
    """Do it."""
    with context.desk() as desk:
        logged = log_line(desk, " ".join(asked.text), context.clock.now_local().time(), create_people=asked.new)
        text = _told(logged, names_of(desk, logged.entry.people))
    context.show(_plain(logged), text)
    return DONE


def _plain(logged: Logged) -> dict[str, Any]:
    return {
        "entry": record_to_plain(logged.entry),
        "task": record_to_plain(logged.task) if logged.task else None,
        "created": list(logged.created),
    }


def _told(logged: Logged, names: str) -> str:
    entry = logged.entry
    planned = "Planned" if entry.planned else "Logged"
    follow = f" Next: {logged.task.title}, {logged.task.due}." if logged.task else ""
    return f"{planned} {entry.kind} with {names} on {entry.on}.{follow}"
