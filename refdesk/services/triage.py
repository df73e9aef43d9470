"""The first ten: whom to begin with among people who just came in, and how those stand who were answered about.

The answers themselves are recorded by `refdesk.services.first_ten` (`docs/method.md` section 3).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from refdesk.domain.person import Person
from refdesk.services.desk import Desk
from refdesk.services.ready import Readiness, next_step
from refdesk.storage import readiness, search, triage
from refdesk.storage import undo as journal
from refdesk.storage.matching import people_by_id

TEN = 10
"""How many are picked at most."""

MOST_SHOWN = 300
"""How many are offered at once; a name typed narrows them down."""

_COUNTS = ("Nobody", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


@dataclass(frozen=True, slots=True)
class Candidates:
    """The ids of people to be sorted, the likeliest first, and how many there are in the book in all."""

    ids: tuple[str, ...]
    to_sort: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the people stand who were answered about, each group in the method's order."""

    ready: tuple[Readiness, ...]
    almost: tuple[Readiness, ...]
    others: tuple[Readiness, ...]

    @property
    def sentence(self) -> str:
        """The outcome in one sentence, such as "Two people look ready, three are one step away."."""
        ready, almost = len(self.ready), len(self.almost)
        if not almost:
            return f"{_people_look(ready)}." if ready else "Nobody looks ready yet, and each has a next step."
        return f"{_people_look(ready)}, {_count(almost).lower()} {'is' if almost == 1 else 'are'} one step away."


def candidates(desk: Desk, text: str = "") -> Candidates:
    """Whom to pick from: those whose names or facts match ``text``, or the likeliest where there is none."""
    if text.strip():
        found = [person.id for person in search.find_people(desk.book, text, MOST_SHOWN)]
        ids = triage.still_to_sort(desk.book, found)
    else:
        ids = triage.likely_people(desk.book, MOST_SHOWN)
    return Candidates(tuple(ids), readiness.count_to_sort(desk.book))


def count_to_sort(desk: Desk) -> int:
    """How many people wait for their first answers."""
    return readiness.count_to_sort(desk.book)


def still_to_sort(desk: Desk, ids: Sequence[str]) -> tuple[str, ...]:
    """Those of the people once picked who were not answered about yet."""
    return tuple(triage.still_to_sort(desk.book, ids))


def people(desk: Desk, ids: Sequence[str]) -> list[Person]:
    """The people of these ids, in this order; whoever has gone is left out."""
    found = people_by_id(desk.book, ids)
    return [found[id_] for id_ in ids if id_ in found]


def outcome(desk: Desk, ids: Sequence[str]) -> Outcome:
    """How these people stand today, reckoned afresh."""
    standings = readiness.reckoned(desk.book, readiness.places_of(desk.book, ids), desk.today)
    found = [
        Readiness(standing, next_step(desk.book, standing, desk.today))
        for standing in sorted(standings, key=lambda standing: standing.order)
        if standing.listed
    ]
    by_state = {
        state: tuple(each for each in found if each.standing.verdict.state == state) for state in ("ready", "almost")
    }
    others = tuple(each for each in found if each.standing.verdict.state not in by_state)
    return Outcome(by_state["ready"], by_state["almost"], others)


def is_newest(desk: Desk, act: int) -> bool:
    """Whether this act is the one that an undo would take back."""
    newest = journal.last_done(desk.book)
    return newest is not None and newest.id == act


def _people_look(count: int) -> str:
    """How many look ready, such as "One person looks ready"."""
    if count == 0:
        return "Nobody looks ready yet"
    return f"{_count(count)} {'person looks' if count == 1 else 'people look'} ready"


def _count(count: int) -> str:
    return _COUNTS[count] if count < len(_COUNTS) else str(count)
