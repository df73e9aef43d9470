"""How a person's readiness is written as JSON (`docs/interchange.md`, ``ready``)."""

from typing import Any

from refdesk.cli.words import iso
from refdesk.services.ready import Readiness


def plain_readiness(person: Readiness) -> dict[str, Any]:
    """The record that ``ready`` and ``why`` share."""
    standing, verdict, step = person.standing, person.standing.verdict, person.next_step
    return {
        "id": standing.id,
        "name": standing.name,
        "state": verdict.state,
        "score": verdict.score,
        "level": verdict.level,
        "next_step": {"gate": step.gate, "text": step.text} if step else None,
        "until": iso(verdict.until),
        "valid_until": iso(verdict.valid_until),
    }
