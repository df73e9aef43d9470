"""Logging from one typed line: the people in it, the entry, the tags, and the task that follows, as one act."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time

from refdesk.domain.errors import RefusedError, UnclearPersonError
from refdesk.domain.obligations import days_after
from refdesk.domain.person import Person
from refdesk.domain.records import Entry, Task
from refdesk.formats.log_line import LogLine, parse_log_line
from refdesk.services.desk import Desk
from refdesk.services.people import resolve
from refdesk.services.timeline import put_entry
from refdesk.storage.writing import Changes, Writing, new_id

_PROMISE_DAYS = 7
"""When something promised without a day falls due."""


@dataclass(frozen=True, slots=True)
class Logged:
    """What a line came to: the entry, the task that follows (or None), whom it made, and what changed."""

    entry: Entry
    task: Task | None
    created: tuple[str, ...]
    changes: Changes


def log_line(desk: Desk, text: str, now: time, *, create_people: bool = False) -> Logged:
    """Log what a line says happened (see `formats.log_line` for its form).

    People it does not know are made when ``create_people`` says so.

    Raises:
        UnclearPersonError: a name means nobody, or several.
        RefusedError: it names nobody, or breaks a rule of the method.
    """
    line = parse_log_line(text, desk.today, now.replace(second=0, microsecond=0))
    if not line.names:
        raise RefusedError("With whom? Name at least one person, such as “Coffee with Ana”.")
    known, unknown = _whom(desk, line.names, create_people=create_people)
    with desk.act(f"Logged {line.word or line.kind} with {' and '.join(line.names)}.") as act:
        made = [Person(id=new_id(), name=name, added_on=desk.today, sorted=True) for name in unknown]
        act.put_new(made)
        people = (*known, *(person.id for person in made))
        _tag(desk, act, people, line.tags)
        entry = put_entry(desk, act, _entry(line, people))
        task = _task(desk, line, people)
        if task is not None:
            act.put(desk.checked(task))
    return Logged(entry, task, tuple(person.id for person in made), act.changes)


def _whom(desk: Desk, names: Sequence[str], *, create_people: bool) -> tuple[list[str], list[str]]:
    """The ids of those whom the book knows, and the names of those to be made."""
    known: list[str] = []
    unknown: list[str] = []
    for name in names:
        try:
            known.append(resolve(desk, name))
        except UnclearPersonError as error:
            if error.candidates or not create_people:
                raise
            unknown.append(name)
    return known, unknown


def _entry(line: LogLine, people: Sequence[str]) -> Entry:
    return Entry(
        id="",
        on=line.on,
        at=line.at,
        kind=line.kind,
        direction=line.direction,
        people=tuple(people),
        summary=line.summary,
        line=line.line,
        place=line.place,
        marks=line.marks,
        satisfaction=line.satisfaction,
        planned=line.planned,
    )


def _task(desk: Desk, line: LogLine, people: Sequence[str]) -> Task | None:
    """The follow-up, called by what was promised where something was."""
    if line.follow_up is None and not line.promise:
        return None
    title = line.promise[:1].upper() + line.promise[1:] or f"Follow up with {desk.person(people[0]).name}"
    due = line.follow_up or days_after(line.on, _PROMISE_DAYS)
    return Task(id=new_id(), kind="follow_up", title=title, person=people[0], due=due, at=line.follow_up_at)


def _tag(desk: Desk, act: Writing, people: Sequence[str], tags: Sequence[str]) -> None:
    for id_ in people if tags else ():
        person = desk.person(id_)
        known = {tag.casefold() for tag in person.tags}
        act.put(replace(person, tags=(*person.tags, *(tag for tag in tags if tag.casefold() not in known))))
