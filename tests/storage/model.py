"""A book as plain dictionaries: what every act of a user should come to, written without a database."""

from collections.abc import Callable, Collection
from copy import copy
from dataclasses import dataclass, field, fields, replace
from datetime import date, timedelta

from refdesk.domain.person import Person
from refdesk.domain.proposals import spread
from refdesk.domain.records import Entry, Later, Note, Task
from refdesk.storage.book import Book
from refdesk.storage.records import each
from refdesk.storage.writing import KEPT_ACTS

A_MONTH = timedelta(days=30)


@dataclass(slots=True)
class State:
    """All that a book holds at one time, in order of entry; ``deleted`` and ``first_due`` are of people."""

    people: dict[str, Person] = field(default_factory=dict)
    deleted: dict[str, date] = field(default_factory=dict)
    first_due: dict[str, date] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    tasks: dict[str, Task] = field(default_factory=dict)
    later: dict[str, Later] = field(default_factory=dict)
    notes: dict[str, Note] = field(default_factory=dict)

    def copy(self) -> "State":
        """The same state, to be changed apart from this one."""
        return State(*(copy(getattr(self, part.name)) for part in fields(self)))

    def present(self) -> list[str]:
        """Whoever is not in the trash."""
        return [id_ for id_ in self.people if id_ not in self.deleted]

    def spoken_with(self, today: date) -> set[str]:
        """Whoever had a conversation by this day."""
        talks = (entry for entry in self.entries.values() if entry.is_conversation and not entry.planned)
        return {id_ for entry in talks if entry.on <= today for id_ in entry.people}

    def give_cadence(self, ids: Collection[str], days: int, today: date) -> None:
        """One rhythm for several people, spread over it where nobody has spoken with them yet."""
        for id_ in ids:
            self.people[id_] = replace(self.people[id_], cadence_days=days)
        new = [self.people[id_] for id_ in ids if id_ not in self.spoken_with(today)]
        self.first_due |= {due.person: due.on for due in spread(new, days, today)}

    def erase(self, before: date) -> int:
        """Forget whoever went to the trash before a day, and what speaks of them alone."""
        gone = {id_ for id_, day in self.deleted.items() if day < before}
        left = {
            id_: replace(entry, people=tuple(who for who in entry.people if who not in gone))
            for id_, entry in self.entries.items()
        }
        forgotten = {f"note:{id_}" for id_, note in self.notes.items() if note.person in gone}
        forgotten |= {f"task:{id_}" for id_, task in self.tasks.items() if task.person in gone}
        self.entries = {id_: entry for id_, entry in left.items() if entry.people}
        self.notes = {id_: note for id_, note in self.notes.items() if note.person not in gone}
        self.tasks = {id_: task for id_, task in self.tasks.items() if task.person not in gone}
        self.later = {key: later for key, later in self.later.items() if key not in forgotten}
        self.people = {id_: _without(person, gone) for id_, person in self.people.items() if id_ not in gone}
        self.deleted = {id_: day for id_, day in self.deleted.items() if id_ not in gone}
        self.first_due = {id_: day for id_, day in self.first_due.items() if id_ not in gone}
        return len(gone)


def _without(person: Person, gone: Collection[str]) -> Person:
    return replace(
        person,
        could_introduce=tuple(id_ for id_ in person.could_introduce if id_ not in gone),
        introduced_by="" if person.introduced_by in gone else person.introduced_by,
        related=tuple(related for related in person.related if related.person not in gone),
    )


class Model:
    """A state with its undo and redo."""

    def __init__(self) -> None:
        self.state = State()
        self.done: list[State] = []
        self.undone: list[State] = []

    def act(self, change: Callable[[State], object]) -> bool:
        """One act of the user; whether it changed anything."""
        after = self.state.copy()
        change(after)
        if after == self.state:
            return False
        self.done = [*self.done, self.state][-KEPT_ACTS:]
        self.undone.clear()
        self.state = after
        return True

    def undo(self) -> bool:
        """Take the last act back; False when there is none."""
        return self._move(self.done, self.undone)

    def redo(self) -> bool:
        """Do the act again that was undone last; False when there is none."""
        return self._move(self.undone, self.done)

    def forget_history(self) -> None:
        """From here on nothing can be undone."""
        self.done.clear()
        self.undone.clear()

    def _move(self, source: list[State], target: list[State]) -> bool:
        if not source:
            return False
        target.append(self.state)
        self.state = source.pop()
        return True


def read(book: Book) -> State:
    """What a real book holds, as a state."""
    columns = book.rows("SELECT id, deleted_on, first_due FROM person")
    return State(
        people={person.id: person for person in each(book, Person)},
        deleted={id_: date.fromisoformat(day) for id_, day, _ in columns if day},
        first_due={id_: date.fromisoformat(day) for id_, _, day in columns if day},
        entries={entry.id: entry for entry in each(book, Entry)},
        tasks={task.id: task for task in each(book, Task)},
        later={later.key: later for later in each(book, Later)},
        notes={note.id: note for note in each(book, Note)},
    )


def in_order(state: State) -> list[list[str]]:
    """The order of entry of what is listed."""
    return [list(part) for part in (state.people, state.entries, state.tasks, state.later, state.notes)]
