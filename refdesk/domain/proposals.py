"""What a day proposes beyond what is owed: whom to ask, to reconnect and to keep in touch with (section 8).

"Section" means `docs/method.md`. Proposals are never late: whoever is left out today comes back tomorrow.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from refdesk.domain.obligations import days_after
from refdesk.domain.person import Person
from refdesk.domain.policy import Policy
from refdesk.domain.words import State

ProposalKind = Literal["sort", "ready", "reconnect", "keep_in_touch"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What the choice of proposals needs to know of one person.

    ``has_records`` is whether anything is recorded about them (an entry, an ask, a referral or a note).
    ``first_due`` is the day that `spread` gave them; it counts until they have been spoken with. Without it and
    without ``added_on`` there is no day to count a rhythm from, and none is kept.
    """

    id: str
    name: str
    state: State
    score: int = 0
    sorted: bool = False
    has_records: bool = False
    archived: bool = False
    died: bool = False
    cadence_days: int | None = None
    last_conversation: date | None = None
    added_on: date | None = None
    first_due: date | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """One proposal of the day; ``person`` is empty where it is to sort ten people."""

    kind: ProposalKind
    person: str = ""


@dataclass(frozen=True, slots=True)
class FirstDue:
    """The day on which somebody of a batch first falls due."""

    person: str
    on: date


def proposals(
    candidates: Iterable[Candidate], acted: Collection[str], today: date, policy: Policy
) -> tuple[Proposal, ...]:
    """The day's proposals in their order, nobody twice, at most ``people_per_day`` less those acted on (section 8).

    ``acted`` holds the ids of the people whose proposals were acted on today; they are not proposed again.
    The caller leaves out whoever is put off. "Sort ten people" counts as one of the proposals.
    """
    alive = [candidate for candidate in candidates if not (candidate.archived or candidate.died)]
    known = [candidate for candidate in alive if candidate.sorted or candidate.has_records]
    chosen = [Proposal("sort")] if len(known) < len(alive) else []
    taken = set(acted)
    for kind, person in _in_order(known, today):
        if person not in taken:
            taken.add(person)
            chosen.append(Proposal(kind, person))
    return tuple(chosen[: max(0, policy.people_per_day - len(acted))])


def _in_order(known: list[Candidate], today: date) -> Iterator[tuple[ProposalKind, str]]:
    """Everybody to be proposed, some of them more than once, whatever the limit."""
    best_first = sorted(known, key=lambda candidate: (-candidate.score, candidate.name.casefold(), candidate.id))
    yield from (("ready", candidate.id) for candidate in best_first if candidate.state == "ready")
    yield from (("reconnect", candidate.id) for candidate in best_first if candidate.state == "reconnect")
    due = [(late, candidate) for candidate in known if (late := lateness(candidate, today)) is not None]
    due.sort(key=lambda pair: (-pair[0], pair[1].name.casefold(), pair[1].id))
    yield from (("keep_in_touch", candidate.id) for _, candidate in due)


def lateness(candidate: Candidate, today: date) -> Fraction | None:
    """By how many of their rhythms a person is due to be kept in touch with; None where they are not due.

    A rhythm begins anew with any conversation; before the first one it runs from ``first_due``, or a rhythm
    after the day they were added. Only people who are sorted have a rhythm.
    """
    if not candidate.sorted or not candidate.cadence_days:
        return None
    if candidate.last_conversation is None and candidate.first_due:
        over = (today - candidate.first_due).days
    else:
        begun = candidate.last_conversation or candidate.added_on
        if begun is None:
            return None
        over = (today - begun).days - candidate.cadence_days
    return Fraction(over, candidate.cadence_days) if over >= 0 else None


def spread(batch: Collection[Person], cadence_days: int, given_on: date) -> tuple[FirstDue, ...]:
    """When each of a batch falls due first: evenly over the cadence that begins at ``given_on``, in name order.

    ``batch`` are the people given this cadence together and never spoken with; the last of them falls due when
    a person given it alone would. No two gaps between them differ by more than a day.
    """
    by_name = sorted(batch, key=lambda person: (person.name.casefold(), person.id))
    return tuple(
        FirstDue(person.id, days_after(given_on, place * cadence_days // len(batch)))
        for place, person in enumerate(by_name, start=1)
    )
