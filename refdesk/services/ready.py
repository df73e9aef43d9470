"""Who may be asked today, why, and what to do first with the others (`docs/method.md` section 2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from refdesk.domain.sentences import gate_sentence, next_step_text
from refdesk.domain.words import GATES, STATES, Gate, State
from refdesk.services.desk import Desk
from refdesk.storage import agenda, readiness
from refdesk.storage.book import Book
from refdesk.storage.readiness import Standing


@dataclass(frozen=True, slots=True)
class NextStep:
    """The one thing to do first with somebody: the gate that it opens, and a sentence."""

    gate: Gate
    text: str


@dataclass(frozen=True, slots=True)
class Readiness:
    """How somebody stands today, with their next step (None when they are ready)."""

    standing: Standing
    next_step: NextStep | None


@dataclass(frozen=True, slots=True)
class ReadyList:
    """People in the method's order, and how many more there are to sort who are not among them."""

    people: tuple[Readiness, ...]
    to_sort: int


def ready(
    desk: Desk, states: Sequence[State] = ("ready",), *, with_unsorted: bool = False, limit: int | None = None
) -> ReadyList:
    """Whoever stands at one of these states today, in the method's order.

    Imported people who were not sorted and about whom nothing is recorded are only counted, unless
    ``with_unsorted`` asks for them one by one. Nothing is written.
    """
    found = readiness.standings(
        desk.book, states, desk.today, with_unsorted=with_unsorted, limit=limit, as_kept=desk.as_kept
    )
    people = tuple(Readiness(standing, next_step(desk.book, standing, desk.today)) for standing in found)
    return ReadyList(people, 0 if with_unsorted else readiness.count_to_sort(desk.book))


def everybody(desk: Desk, *, limit: int | None = None) -> ReadyList:
    """Everybody in the lists, in the method's order."""
    return ready(desk, STATES, with_unsorted=True, limit=limit)


def why(desk: Desk, id_: str) -> tuple[Readiness, dict[Gate, str]]:
    """How somebody stands today, reckoned afresh, with the sentence of each gate's evidence.

    Archived people and those who died, whom no list shows, are answered for too.
    """
    desk.person(id_)
    standing = readiness.reckoned(desk.book, readiness.places_of(desk.book, [id_]), desk.today)[0]
    sentences = {
        gate: gate_sentence(
            standing.verdict.gate(gate), gate, desk.today, standing.first_name, lambda other: name_of(desk.book, other)
        )
        for gate in GATES
    }
    return Readiness(standing, next_step(desk.book, standing, desk.today)), sentences


def next_step(book: Book, standing: Standing, today: date) -> NextStep | None:
    """The one thing to do first with somebody; None when they are ready."""
    verdict = standing.verdict
    text = next_step_text(verdict, today, standing.first_name, lambda other: name_of(book, other))
    return NextStep(verdict.next_gate, text) if verdict.next_gate and text else None


def name_of(book: Book, id_: str) -> str:
    """Somebody's name, "somebody" when they are in the trash."""
    return agenda.names_of(book, [id_]).get(id_, ("somebody", ""))[0]
