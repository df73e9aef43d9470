"""The contacts as their view shows them: the list, the head of one person's page, and their timeline."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from refdesk.domain.person import Person
from refdesk.services.desk import Desk
from refdesk.services.timeline_steps import ask_steps, note_steps, referral_steps
from refdesk.services.timeline_words import Happening, entry_happening
from refdesk.storage import agenda, people_list, person_timeline, photos
from refdesk.storage.people_list import ListedPerson
from refdesk.storage.person_timeline import Position

Order = Literal["name", "last_spoke", "readiness"]

PAGE = 50
"""How many entries of a timeline are read at once."""

_STATES = {
    "ready": "Ready now",
    "almost": "One step away",
    "hold": "On hold",
    "reconnect": "Reconnect first",
    "nurture": "Not yet",
    "do_not_ask": "Don’t ask",
}


@dataclass(frozen=True, slots=True)
class PeopleGroup:
    """People of the list under one title, each by the number by which `contact_rows` knows them."""

    title: str
    people: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """The head of somebody's page; ``photo`` is a picture file's bytes, or None."""

    person: Person
    photo: bytes | None


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """A piece of somebody's timeline, newest first, and where the next one goes on; None at the end."""

    happenings: tuple[Happening, ...]
    next: Position | None


def list_contacts(desk: Desk, order: Order, text: str = "", *, archived: bool = False) -> tuple[PeopleGroup, ...]:
    """The list of contacts, or of those whom ``text`` finds; ``archived`` adds who is archived or has died."""
    book = desk.book
    gone = people_list.unlisted(book)
    if text.strip():
        hidden = frozenset() if archived else frozenset(gone)
        named, elsewhere = people_list.matching(book, text)
        groups = [("Found by name", named), ("Found elsewhere", elsewhere)]
        groups = [(title, [pk for pk in pks if pk not in hidden]) for title, pks in groups]
    else:
        groups = _ordered(desk, order)
        if archived:
            groups.append(("Archived", gone))
    return tuple(PeopleGroup(title, tuple(pks)) for title, pks in groups if pks)


def _ordered(desk: Desk, order: Order) -> list[tuple[str, list[int]]]:
    if order == "last_spoke":
        return [("Most recent first", people_list.by_last_talk(desk.book))]
    if order == "readiness":
        return [(_STATES[state], pks) for state, pks in people_list.by_readiness(desk.book)]
    groups: list[tuple[str, list[int]]] = []
    for letter, pks in people_list.by_name(desk.book):
        title = letter.upper() if letter.isalpha() else "#"
        if groups and groups[-1][0] == title:
            groups[-1][1].extend(pks)
        else:
            groups.append((title, pks))
    return groups


def contact_rows(desk: Desk, people: Sequence[int]) -> list[ListedPerson]:
    """What the list shows of these people, in any order."""
    return people_list.rows(desk.book, people)


def contact(desk: Desk, id_: str) -> Contact:
    """The head of somebody's page.

    Raises:
        RefusedError: nobody has this id, or they are in the trash.
    """
    person = desk.person(id_)
    return Contact(person, photos.photo_data(desk.book, person.photo) if person.photo else None)


def timeline(
    desk: Desk, person: Person, after: Position | None = None, *, least: int = PAGE, until_entry: str = ""
) -> TimelinePage:
    """The next ``least`` entries of somebody's timeline, or as many as reach to ``until_entry`` where that is theirs.

    Steps of referrals, asks and notes stand among the entries by their day, above those of the same day: they came of
    what was talked about.
    """
    book = desk.book
    place = person_timeline.place_of_entry(book, person.id, until_entry) if until_entry else 0
    page = person_timeline.entries_of(book, person.id, max(least, place), after)
    steps = _steps(desk, person.id)
    if after is not None:
        steps = [step for step in steps if step.on.isoformat() < after.on]
    if page.next is not None:
        steps = [step for step in steps if step.on.isoformat() >= page.next.on]
    others = {id_ for entry in page.entries for id_ in entry.people if id_ != person.id}
    names = agenda.names_of(book, others)
    shown = [
        entry_happening(entry, person.first_name, [names[id_][0] for id_ in entry.people if id_ in names])
        for entry in page.entries
    ]
    merged = sorted([*steps, *shown], key=lambda happening: happening.on, reverse=True)
    return TimelinePage(tuple(merged), page.next)


def _steps(desk: Desk, person: str) -> list[Happening]:
    """All steps on somebody's timeline: of one day, the later step first."""
    book = desk.book
    asks, referrals = person_timeline.asks_of(book, person), person_timeline.referrals_of(book, person)
    ids = {id_ for ask in asks for id_ in (ask.person, ask.target_person)}
    ids |= {id_ for referral in referrals for id_ in (referral.champion, referral.to, referral.prospect)}
    names = agenda.names_of(book, ids - {""})

    def name_of(id_: str) -> str:
        return names[id_][0] if id_ in names else ""

    steps = [step for ask in asks for step in ask_steps(ask, person, name_of)]
    steps += [step for referral in referrals for step in referral_steps(referral, person, name_of)]
    steps += [step for note in person_timeline.unlogged_notes_of(book, person) for step in note_steps(note)]
    return steps[::-1]
