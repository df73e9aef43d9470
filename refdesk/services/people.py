"""People: who is in the book, put aside, thrown away, taken back; and who is meant by what somebody types."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from refdesk.domain.errors import RefusedError, UnclearPersonError
from refdesk.domain.obligations import days_after
from refdesk.domain.person import Person
from refdesk.domain.proposals import spread
from refdesk.services.desk import Desk
from refdesk.storage import readiness, search, trash
from refdesk.storage.matching import people_by_id
from refdesk.storage.photos import keep_photo
from refdesk.storage.records import present_ids
from refdesk.storage.writing import Changes, Writing, new_id

TRASH_DAYS = 30
"""How many days somebody deleted can still be taken back."""


@dataclass(frozen=True, slots=True)
class Deleted:
    """Somebody in the trash: since when, and the day on which they go for good."""

    id: str
    name: str
    on: date

    @property
    def goes_on(self) -> date:
        """The first day on which the trash is emptied of them."""
        return days_after(self.on, TRASH_DAYS + 1)


def resolve(desk: Desk, text: str) -> str:
    """The id of the one person who is meant by ``text`` (`docs/interchange.md`, PERSON).

    Raises:
        UnclearPersonError: nobody is meant, or several are.
    """
    found = search.named(desk.book, text)
    if len(found) != 1:
        raise UnclearPersonError(text, [(person.id, person.name) for person in found])
    return found[0].id


def add_person(desk: Desk, person: Person) -> tuple[str, Changes]:
    """Add somebody by hand: their new id, and what changed. Whoever is added by hand needs no sorting."""
    added = replace(person, id=person.id or new_id(), added_on=person.added_on or desk.today, sorted=True)
    with desk.act(f"{person.name} added.") as act:
        if act.get(Person, added.id) is not None:
            raise RefusedError(f"Somebody has the id {added.id} already.")
        act.put(_ready(desk, added))
    return added.id, act.changes


def edit_person(desk: Desk, person: Person) -> Changes:
    """Write all of a person's facts: who they are, trust, rhythm, whom they know, whether to ask them."""
    desk.person(person.id)
    with desk.act(f"{person.name} changed.") as act:
        act.put(_ready(desk, person))
    return act.changes


def archive_person(desk: Desk, id_: str) -> Changes:
    """Take somebody out of all lists, keeping everything."""
    return _set(desk, id_, "{} archived.", archived=True)


def unarchive_person(desk: Desk, id_: str) -> Changes:
    """Put somebody archived back into the lists."""
    return _set(desk, id_, "{} taken back from the archive.", archived=False)


def delete_person(desk: Desk, id_: str) -> Changes:
    """Throw somebody into the trash, from which they can be taken back for thirty days."""
    name = desk.person(id_).name
    with desk.act(f"{name} deleted.") as act:
        act.set_person_column("deleted_on", id_, desk.today.isoformat())
    return act.changes


def take_from_trash(desk: Desk, id_: str) -> Changes:
    """Take somebody back out of the trash."""
    person = desk.find(Person, id_)
    with desk.act(f"{person.name} taken back from the trash.") as act:
        act.set_person_column("deleted_on", id_, None)
    return act.changes


def deleted_people(desk: Desk) -> tuple[Deleted, ...]:
    """Who is in the trash, the latest first."""
    return tuple(Deleted(id_, name, on) for id_, name, on in trash.deleted(desk.book))


def empty_trash(desk: Desk) -> int:
    """Erase for good who has been in the trash for more than thirty days; gives how many. It cannot be undone."""
    gone = trash.deleted_before(desk.book, desk.today - timedelta(days=TRASH_DAYS))
    if gone:
        with desk.book.transaction():
            touched = trash.erase(desk.book, gone)
            places = readiness.places_of(desk.book, touched)
            readiness.reassess(desk.book, places, readiness.Assessor(desk.book, desk.today))
    return len(gone)


def give_cadence(desk: Desk, ids: Sequence[str], days: int) -> Changes:
    """Give people one rhythm as a batch; those never spoken with fall due spread evenly over it, in name order."""
    with desk.act(f"A rhythm of {days} days for {len(ids)} people.") as act:
        for id_ in ids:
            act.put(desk.checked(replace(desk.person(id_), cadence_days=days)))
        put_first_due(desk, act, readiness.never_spoken_with(desk.book, ids), days)
    return act.changes


def put_first_due(desk: Desk, act: Writing, ids: Collection[str], days: int) -> None:
    """Spread people who were given a rhythm as a batch, and never spoken with, evenly over it, as part of an act."""
    people = list(people_by_id(desk.book, ids).values())
    for due in spread(people, days, desk.today):
        act.set_person_column("first_due", due.person, due.on.isoformat())


def put_person(desk: Desk, act: Writing, person: Person) -> None:
    """Write one person as part of an act, once they obey the method and name nobody who is not there."""
    act.put(_ready(desk, person))


def _ready(desk: Desk, person: Person) -> Person:
    if not person.name.strip():
        raise RefusedError("A person needs a name.")
    named = {person.introduced_by, *person.could_introduce, *(related.person for related in person.related)} - {""}
    for id_ in sorted(named - present_ids(desk.book, Person, named)):
        raise RefusedError(f"Nobody in the book has the id {id_}.")
    return keep_photo(desk.book, desk.checked(person))


def _set(desk: Desk, id_: str, title: str, *, archived: bool) -> Changes:
    with desk.act(title) as act:
        person = desk.person(id_)
        act.retitle(title.format(person.name))
        act.put(replace(person, archived=archived))
    return act.changes
