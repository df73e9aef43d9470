"""What the one next step does: a complaint settled, a talk noted, a reminder set."""

from dataclasses import replace
from datetime import date

from refdesk.domain.records import Entry, Task
from refdesk.services.desk import Desk
from refdesk.services.ready_card import REMINDER
from refdesk.services.tasks import add_task
from refdesk.services.timeline import names_of, put_entry
from refdesk.storage.writing import Changes


def resolve_complaint(desk: Desk, entry: str) -> Changes:
    """What went wrong was put right today. A second time changes nothing."""
    found = desk.find(Entry, entry)
    with desk.act(f"What went wrong with {names_of(desk, found.people)} marked as resolved.") as act:
        if "complaint" in found.marks and found.resolved_on is None:
            put_entry(desk, act, replace(found, resolved_on=desk.today))
    return act.changes


def spoke_today(desk: Desk, person: str) -> Changes:
    """The two spoke today: a call on the timeline."""
    with desk.act(f"Call with {desk.person(person).name} logged.") as act:
        put_entry(desk, act, Entry(id="", on=desk.today, kind="call", people=(person,)))
    return act.changes


def remind_then(desk: Desk, person: str, on: date) -> Changes:
    """A task on the day on which a hold ends."""
    task = Task(id="", kind="check", title=REMINDER.format(name=desk.person(person).name), person=person, due=on)
    return add_task(desk, task)[1]
