"""The first start: a list of names by which the book begins."""

from collections.abc import Iterable

from refdesk.domain.errors import RefusedError
from refdesk.domain.person import Person
from refdesk.services.desk import Desk
from refdesk.storage.writing import Changes, new_id

MOST_NAMES = 1_000
"""How many names are taken at once: who has more has them in a file."""

_LONGEST_NAME = 200
"""What is longer, in characters, is no name but a text that was pasted by mistake."""


def names_in(text: str) -> list[str]:
    """The names of a pasted list, one per line, each once; what marks the items of a list is no part of a name."""
    lines = (" ".join(line.strip().lstrip("-*•·").split()) for line in text.splitlines())
    unique: dict[str, str] = {}
    for name in filter(None, lines):
        unique.setdefault(name.casefold(), name)
    return list(unique.values())


def add_names(desk: Desk, names: Iterable[str]) -> tuple[tuple[str, ...], Changes]:
    """Add people of whom only the name is known, as one act: their ids, and what changed. They wait to be sorted.

    Raises:
        RefusedError: there is no name, there are too many, or one is as long as a text.
    """
    people = [Person(id=new_id(), name=name, added_on=desk.today) for name in names]
    if not people:
        raise RefusedError("Write a name first, one on each line.")
    if len(people) > MOST_NAMES:
        raise RefusedError(f"These are {len(people):,} names; at most {MOST_NAMES:,} are added at once.")
    if any(len(person.name) > _LONGEST_NAME for person in people):
        raise RefusedError("One of these lines is too long to be a name.")
    with desk.act(f"{len(people)} people added." if len(people) > 1 else f"{people[0].name} added.") as act:
        act.put_new(people)
    return tuple(person.id for person in people), act.changes
