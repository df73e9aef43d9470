"""The timeline: what happened with people, logged, corrected, deleted."""

from collections.abc import Sequence
from dataclasses import fields, replace

from refdesk.domain.errors import RefusedError
from refdesk.domain.person import Person
from refdesk.domain.records import Entry, Task
from refdesk.services.desk import Desk
from refdesk.services.rhythm import keep_rhythm
from refdesk.storage.writing import Changes, Writing, new_id


def log_entry(desk: Desk, entry: Entry, follow_up: Task | None = None) -> tuple[Entry, Changes]:
    """Log an entry, with the task that follows from it if any, as one act.

    An entry without an id gets one; one that lies after today is a plan (`docs/method.md` section 2).
    """
    with desk.act(f"Logged {entry.kind} with {names_of(desk, entry.people)}.") as act:
        logged = put_entry(desk, act, entry)
        keep_rhythm(desk, act, logged)
        if follow_up is not None:
            if follow_up.person:
                desk.person(follow_up.person)
            act.put(desk.checked(replace(follow_up, id=follow_up.id or new_id())))
    return logged, act.changes


def edit_entry(desk: Desk, entry: Entry) -> Changes:
    """Write an entry anew."""
    desk.find(Entry, entry.id)
    with desk.act(f"Entry with {names_of(desk, entry.people)} changed.") as act:
        put_entry(desk, act, entry)
    return act.changes


def revise_entry(desk: Desk, shown: Entry, wanted: Entry) -> Changes:
    """Write what the user changed of an entry between ``shown`` and ``wanted``, onto the entry as it stands now.

    What another window or process changed of it meanwhile stays.
    """
    with desk.act("Entry changed.") as act:
        stands = desk.find(Entry, shown.id)
        changed = {f.name: getattr(wanted, f.name) for f in fields(Entry)}
        changed = {name: value for name, value in changed.items() if value != getattr(shown, name)}
        entry = put_entry(desk, act, replace(stands, **changed))
        act.retitle(f"Entry with {names_of(desk, entry.people)} changed.")
    return act.changes


def delete_entry(desk: Desk, id_: str) -> Changes:
    """Take an entry off the timeline."""
    entry = desk.find(Entry, id_)
    with desk.act(f"Entry with {names_of(desk, entry.people)} deleted.") as act:
        act.delete(Entry, id_)
    return act.changes


def put_entry(desk: Desk, act: Writing, entry: Entry) -> Entry:
    """Write one entry as part of an act; gives it as it was written.

    Nobody in the trash comes to an entry, but who is on it stays.
    """
    before: Entry | None = act.get(Entry, entry.id)
    for id_ in entry.people:
        if before is None or id_ not in before.people:
            desk.person(id_)
    ready = replace(
        entry,
        id=entry.id or new_id(),
        people=tuple(dict.fromkeys(entry.people)),
        planned=entry.planned or entry.on > desk.today,
        direction=entry.direction if entry.effective_direction else None,
    )
    act.put(desk.checked(ready))
    return ready


def names_of(desk: Desk, people: Sequence[str]) -> str:
    """People's names in a sentence: "Ana Ruiz, Bo Li and 3 others"."""
    people = list(dict.fromkeys(people))
    names = [desk.find(Person, id_).name for id_ in people[:3]]
    if not names:
        raise RefusedError("An entry has at least one person.")
    if len(people) > 3:
        return f"{', '.join(names[:2])} and {len(people) - 2} others"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
