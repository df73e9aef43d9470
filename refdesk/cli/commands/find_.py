"""Find people and entries: the beginnings of words, and parts of words from three letters."""

import argparse

from refdesk.cli.context import Context
from refdesk.cli.words import DONE, columns, whole_number
from refdesk.services.finding import MANY, find


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("text", nargs="+", metavar="TEXT")
    parser.add_argument("--limit", type=whole_number(1), default=MANY, metavar="N", help="at most so many of each kind")


def run(context: Context, asked: argparse.Namespace) -> int:
    """Do it."""
    text = " ".join(asked.text)
    with context.desk() as desk:
        found = find(desk, text, asked.limit)
    plain = {
        "people": [{"id": person.id, "name": person.name, "why": person.why} for person in found.people],
        "entries": [{"id": entry.id, "on": entry.on.isoformat(), "text": entry.text} for entry in found.entries],
    }
    people = columns([(f"  {person.name}", person.id, person.why) for person in found.people])
    entries = columns([(f"  {entry.on}", entry.id, entry.text) for entry in found.entries])
    parts = [f"{head}\n{rows}" for head, rows in (("People", people), ("Timeline", entries)) if rows]
    context.show(plain, "\n\n".join(parts) or f"Nothing matches “{text}”.")
    return DONE
