"""The first ten: a few answers about somebody well known become records to reckon with (`docs/method.md` section 3)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import Literal

from refdesk.domain.person import Person
from refdesk.domain.records import Entry
from refdesk.domain.rules import normalise_tag
from refdesk.domain.words import Satisfaction

LastTalk = Literal["week", "month", "quarter", "longer"]

_TALKED_DAYS_AGO: dict[LastTalk, int] = {"week": 3, "month": 14, "quarter": 60, "longer": 200}
_SOME_DAYS_AGO = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstTenAnswers:
    """The four answers about one person, each of which may be skipped.

    ``glad``: how they feel about the work; ``last_talk``: when the two last really talked; ``explained``: whether
    they have heard what the user does and for whom; ``knows``: tags of the worlds they move in.
    """

    glad: Satisfaction | None = None
    last_talk: LastTalk | None = None
    explained: bool = False
    knows: tuple[str, ...] = ()


def first_ten_records(
    person: Person, answers: FirstTenAnswers, today: date, new_id: Callable[[], str]
) -> tuple[Person, tuple[Entry, ...]]:
    """The person as picked and answered about, and the entries that the answers make, in the order of the questions.

    The days of the entries are guesses and say so (``approximate``). Skipping every question leaves the person
    as sorted as before.
    """
    entries = tuple(_entries(person, answers, today, new_id))
    tags = _new_tags(person.knows, answers.knows)
    answered = bool(entries or any(map(normalise_tag, answers.knows)))
    picked = replace(
        person,
        knows=person.knows + tags,
        known_since=person.known_since or _a_year_before(today),
        sorted=person.sorted or answered,
    )
    return picked, entries


def _entries(person: Person, answers: FirstTenAnswers, today: date, new_id: Callable[[], str]) -> Iterator[Entry]:
    entry = partial(Entry, on=today - timedelta(days=_SOME_DAYS_AGO), people=(person.id,), approximate=True)
    if answers.glad:
        yield entry(id=new_id(), kind="milestone", marks=("delivered",), satisfaction=answers.glad)
    if answers.last_talk:
        talked_on = today - timedelta(days=_TALKED_DAYS_AGO[answers.last_talk])
        yield entry(id=new_id(), on=talked_on, kind="call", direction="both")
    if answers.explained:
        yield entry(id=new_id(), kind="note", marks=("explained",))


def _new_tags(known: tuple[str, ...], answered: tuple[str, ...]) -> tuple[str, ...]:
    """The tags that the person does not have yet in any spelling, each once and trimmed."""
    had = {"", *map(normalise_tag, known)}
    new: dict[str, str] = {}
    for tag in answered:
        new.setdefault(normalise_tag(tag), tag.strip())
    return tuple(tag for compared, tag in new.items() if compared not in had)


def _a_year_before(day: date) -> date:
    """The same day a year earlier; 28 February for the 29th."""
    return day.replace(year=day.year - 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year - 1)
