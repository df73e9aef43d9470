"""What a line would log as it is being typed: its parts, whom its names mean, and what has to be asked first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from typing import Literal

from refdesk.domain.words import Mark
from refdesk.formats.log_line.hints import Guess, Hint
from refdesk.formats.log_line.line import LogLine, parse_log_line
from refdesk.services.desk import Desk
from refdesk.storage import search
from refdesk.storage.agenda import names_of

OF_ONE_PERSON: tuple[Mark, ...] = ("delivered", "complaint")
"""What is recorded with one person alone, as a satisfaction is (`docs/method.md` section 1, "mark")."""

Agreed = Guess | Literal["repayment_offer"]
"""What the user said yes to: a guess that the line allows, or that the help offered was only meant in return."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A line that is being typed, with what the user answered about it.

    ``people`` are the ids of whom it is about without naming them, who leave where ``gives_way`` says so and the line
    names somebody; ``chosen`` (name as typed, id) for names that
    several have, ``whose`` the key of whom a delivery, a complaint or a satisfaction is of, ``agreed`` the guesses
    that are true.
    """

    text: str
    people: tuple[str, ...] = ()
    gives_way: bool = False
    chosen: tuple[tuple[str, str], ...] = ()
    whose: str = ""
    agreed: tuple[Agreed, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """A name of the line, and whom it means as (id, name): one, several, or nobody whom the book knows."""

    text: str
    candidates: tuple[tuple[str, str], ...]

    @property
    def key(self) -> str:
        """The id of whom it means, or the name as typed; for several the name too."""
        return self.candidates[0][0] if len(self.candidates) == 1 else self.text

    @property
    def shown(self) -> str:
        """The full name where it is known."""
        return self.candidates[0][1] if len(self.candidates) == 1 else self.text


@dataclass(frozen=True, slots=True)
class Preview:
    """A draft understood: ``people`` are those of the entry, ``mentioned`` those of the guesses agreed to."""

    line: LogLine
    people: tuple[Named, ...]
    mentioned: tuple[Named, ...]

    @property
    def unclear(self) -> Named | None:
        """The first name that several have."""
        return next((named for named in (*self.people, *self.mentioned) if len(named.candidates) > 1), None)

    def named_in(self, hint: Hint) -> list[Named]:
        """Whom an introduction agreed to names, in its order."""
        by_text = {named.text: named for named in self.mentioned}
        return [by_text[name] for name in hint.people]

    @property
    def asks_whose(self) -> bool:
        """Whether something is said of several people that can only be of one."""
        single = self.line.satisfaction is not None or any(mark in OF_ONE_PERSON for mark in self.line.marks)
        return single and len(self.people) > 1


def _read(desk: Desk, draft: Draft, now: time) -> tuple[LogLine, tuple[str, ...]]:
    """The line, and the ids of whom it is about without naming them.

    Where somebody is meant anyway only a sure name is one; a whole head that the book knows is sure as well, if whom
    the window happened to show may give way to it.
    """
    free = parse_log_line(draft.text, desk.today, now)
    if not draft.people:
        return free, ()
    line = parse_log_line(draft.text, desk.today, now, implied=True)
    if draft.gives_way and line.names:
        return line, ()
    if draft.gives_way and free.names and all(_named(desk, draft, name).candidates for name in free.names):
        return free, ()
    return line, draft.people


def preview(desk: Desk, draft: Draft, now: time) -> Preview:
    """Understand a draft and look its people up; nothing is written."""
    line, unnamed = _read(desk, draft, now.replace(second=0, microsecond=0))
    known = names_of(desk.book, unnamed)
    implied = [Named(known[id_][0], ((id_, known[id_][0]),)) for id_ in unnamed if id_ in known]
    people = {named.key: named for named in (*implied, *(_named(desk, draft, name) for name in line.names))}
    names = dict.fromkeys(name for hint in agreed_introductions(line, draft) for name in hint.people)
    return Preview(line, tuple(people.values()), tuple(_named(desk, draft, name) for name in names))


def agreed_introductions(line: LogLine, draft: Draft) -> Sequence[Hint]:
    """The line's introductions that the user said yes to, each naming somebody."""
    return [hint for hint in line.hints if hint.people and hint.guess in draft.agreed]


def _named(desk: Desk, draft: Draft, name: str) -> Named:
    """Whom a name means: who was chosen for it, or who is spoken of already, before all who have it."""
    found = [(person.id, person.name) for person in search.named(desk.book, name)]
    chosen = dict(draft.chosen).get(name)
    for one in found:
        if one[0] == chosen or one[0] in draft.people:
            return Named(name, (one,))
    return Named(name, tuple(found))
