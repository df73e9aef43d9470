"""What the one next step does: a complaint settled, a talk noted, a reminder set, an answer to an ask recorded."""

from dataclasses import replace
from datetime import date

from refdesk.domain.daywords import day_name
from refdesk.domain.errors import RefusedError
from refdesk.domain.records import Ask, Entry, Referral, Task
from refdesk.services.desk import Desk
from refdesk.services.ready_card import REMINDER
from refdesk.services.tasks import add_task
from refdesk.services.timeline import names_of, put_entry
from refdesk.storage.writing import Changes, new_id


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


def agreed_to(desk: Desk, ask: str) -> Changes:
    """They said yes: the ask is agreed to and its referral opened, for which the first thank-you is due at once.

    Raises:
        RefusedError: they would not be comfortable saying it, or the ask is not waiting for an answer.
    """
    found = desk.find(Ask, ask)
    with desk.act(f"{desk.person(found.person).name} agreed.") as act:
        _check_open(found)
        act.put(desk.checked(replace(found, state="agreed", answered_on=desk.today)))
        referral = Referral(
            id=new_id(),
            champion=found.person,
            prospect=found.target_person,
            ask=found.id,
            level=found.level,
            agreed_on=desk.today,
            confirm_by=found.confirm_by,
        )
        act.put(desk.checked(referral))
    return act.changes


def declined(desk: Desk, ask: str) -> Changes:
    """They said no, and that is fine: nothing more to do."""
    found = desk.find(Ask, ask)
    with desk.act(f"{desk.person(found.person).name}: not this time.") as act:
        _check_open(found)
        act.put(desk.checked(replace(found, state="declined", answered_on=desk.today)))
    return act.changes


def answered_later(desk: Desk, ask: str, until: date) -> Changes:
    """They said later: the ask rests until that day."""
    found = desk.find(Ask, ask)
    with desk.act(f"{desk.person(found.person).name} to be asked again {day_name(until, desk.today)}.") as act:
        _check_open(found)
        act.put(desk.checked(replace(found, state="later", answered_on=desk.today, later_until=until)))
    return act.changes


def _check_open(ask: Ask) -> None:
    if ask.state != "asked":
        raise RefusedError("This ask has its answer already.")
