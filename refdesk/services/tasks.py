"""Tasks that the user sets, and the putting off of anything that is due."""

from dataclasses import replace
from datetime import date, datetime, time

from refdesk.domain.errors import RefusedError
from refdesk.domain.records import Later, Task
from refdesk.domain.recurrence import advance
from refdesk.services.desk import Desk
from refdesk.storage.writing import Changes, new_id


def add_task(desk: Desk, task: Task) -> tuple[str, Changes]:
    """Add a task: its id, and what changed."""
    if not task.title.strip():
        raise RefusedError("A task needs a title.")
    added = desk.checked(replace(task, id=task.id or new_id()))
    if added.person:
        desk.person(added.person)
    with desk.act(f"Task “{task.title}” added.") as act:
        act.put(added)
    return added.id, act.changes


def finish_task(desk: Desk, id_: str) -> Changes:
    """Mark a task done: one that recurs moves to its next occurrence. A second time changes nothing."""
    with desk.act("Task marked as done.") as act:
        task = desk.find(Task, id_)
        act.retitle(f"“{task.title}” marked as done.")
        if task.done_on is None:
            act.put(advance(task, desk.today))
            act.delete(Later, f"task:{id_}")
    return act.changes


def move_task(desk: Desk, id_: str, due: date, at: time | None = None) -> Changes:
    """Give a task another day, and a time of day or none."""
    with desk.act("Task moved.") as act:
        task = desk.find(Task, id_)
        act.retitle(f"“{task.title}” moved.")
        act.put(replace(task, due=due, at=at))
        act.delete(Later, f"task:{id_}")
    return act.changes


def delete_task(desk: Desk, id_: str) -> Changes:
    """Take a task of the user's own away."""
    task = desk.find(Task, id_)
    with desk.act(f"“{task.title}” deleted.") as act:
        act.delete(Task, id_)
        act.delete(Later, f"task:{id_}")
    return act.changes


def snooze(desk: Desk, key: str, until: date | datetime, why: str = "") -> Changes:
    """Put anything due off until a day or a moment, by its key; neither its due day nor Timing changes."""
    later = desk.checked(Later(key=key, until=until, why=why))
    day = until.date() if isinstance(until, datetime) else until
    if day < desk.today or (day == desk.today and not isinstance(until, datetime)):
        raise RefusedError("A task is put off until a later day.")
    with desk.act("Put off.") as act:
        act.put(later)
    return act.changes
