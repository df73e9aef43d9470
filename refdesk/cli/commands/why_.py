"""Say why somebody may or may not be asked: every gate with its evidence, and the score's terms."""

import argparse
from dataclasses import asdict
from typing import Any

from refdesk.cli.context import Context
from refdesk.cli.standing import plain_readiness
from refdesk.cli.words import DONE, columns, iso
from refdesk.domain.words import Gate
from refdesk.services.people import resolve
from refdesk.services.ready import Readiness, why

_VERDICTS = {"met": "met", "not_yet": "not yet", "blocked": "blocked"}


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("person", metavar="PERSON", help="an id, a name or an address, or the beginnings of a name")


def run(context: Context, asked: argparse.Namespace) -> int:
    """Do it."""
    with context.desk() as desk:
        person, sentences = why(desk, resolve(desk, asked.person))
    context.show(_plain(person, sentences), _told(person, sentences))
    return DONE


def _plain(person: Readiness, sentences: dict[Gate, str]) -> dict[str, Any]:
    verdict = person.standing.verdict
    gates = {
        gate: {
            "verdict": result.verdict,
            "begun": result.begun,
            "why": sentences[gate],
            "evidence": list(result.evidence),
            "until": iso(result.until),
        }
        for gate, result in verdict.gates()
    }
    return {**plain_readiness(person), "gates": gates, "score_terms": asdict(verdict.terms)}


def _told(person: Readiness, sentences: dict[Gate, str]) -> str:
    verdict = person.standing.verdict
    rows = [
        (f"  {gate.capitalize()}", _VERDICTS[result.verdict] + (" (begun)" if result.begun else ""), sentences[gate])
        for gate, result in verdict.gates()
    ]
    state = verdict.state.replace("_", " ")
    step = f"\nNext: {person.next_step.text}" if person.next_step else ""
    return f"{person.standing.name}: {state}, {verdict.score} points\n{columns(rows)}{step}"
