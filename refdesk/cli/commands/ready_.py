"""List who is ready to be asked, or who stands at other states, in the method's order."""

import argparse

from refdesk.cli.context import Context
from refdesk.cli.standing import plain_readiness
from refdesk.cli.words import DONE, columns, whole_number
from refdesk.domain.words import STATES
from refdesk.services.ready import Readiness, everybody, ready

_NAMES = {
    "ready": "Ready now",
    "almost": "One step away",
    "hold": "On hold",
    "reconnect": "Reconnect first",
    "nurture": "Not yet",
    "do_not_ask": "Don't ask",
}


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("--state", action="append", choices=STATES, help="ready, when none is named")
    parser.add_argument("--all", action="store_true", help="everybody")
    parser.add_argument("--limit", type=whole_number(0), metavar="N", help="at most so many")


def run(context: Context, asked: argparse.Namespace) -> int:
    """Do it."""
    with context.desk(fresh=True) as desk:
        if asked.all:
            found = everybody(desk, limit=asked.limit)
        else:
            found = ready(desk, tuple(asked.state or ("ready",)), limit=asked.limit)
        day = desk.today.isoformat()
    people = [plain_readiness(person) for person in found.people]
    nobody = "Nobody is ready just yet. 'refdesk ready --state almost' lists who is one step away."
    text = "\n".join(filter(None, (_told(found.people), _to_sort(found.to_sort))))
    context.show({"today": day, "people": people, "to_sort": found.to_sort}, text or nobody)
    return DONE


def _told(people: tuple[Readiness, ...]) -> str:
    parts = []
    for state in STATES:
        rows = [_row(person) for person in people if person.standing.verdict.state == state]
        if rows:
            parts.append(f"{_NAMES[state]}\n{columns(rows)}")
    return "\n\n".join(parts)


def _row(person: Readiness) -> tuple[str, str]:
    verdict = person.standing.verdict
    if person.next_step is not None:
        return f"  {person.standing.name}", person.next_step.text
    return f"  {person.standing.name}", f"All gates are met. Ask for {_an(verdict.level)}."


def _an(level: str) -> str:
    return f"an {level}" if level == "introduction" else f"a {level}"


def _to_sort(count: int) -> str:
    return "" if not count else f"{count} {'person' if count == 1 else 'people'} to sort."
