"""Undo and redo of the user's acts, across views, commands and restarts."""

from dataclasses import dataclass

from refdesk.domain.errors import RefusedError
from refdesk.services.desk import Desk
from refdesk.storage import undo as journal
from refdesk.storage.writing import Changes


@dataclass(frozen=True, slots=True)
class Reverted:
    """An act that was undone or done again, by its title, and what that changed."""

    title: str
    changes: Changes


def undo(desk: Desk) -> Reverted:
    """Take back the last act.

    Raises:
        RefusedError: there is none, or what it wrote has been changed since.
    """
    act = journal.last_done(desk.book)
    if act is None:
        raise RefusedError("There is nothing to undo.")
    with desk.reverting(act.id) as reverting:
        journal.take_back(desk.book, reverting, act)
    return Reverted(act.title, reverting.changes)


def redo(desk: Desk) -> Reverted:
    """Do the act that was undone last again.

    Raises:
        RefusedError: there is none, or a record has been changed since.
    """
    act = journal.first_undone(desk.book)
    if act is None:
        raise RefusedError("There is nothing to do again.")
    with desk.reverting(act.id) as reverting:
        journal.do_again(desk.book, reverting, act)
    return Reverted(act.title, reverting.changes)


def title_of(desk: Desk, act: int) -> str:
    """What an act is called in the history: a sentence; empty when it has been dropped."""
    return journal.title_of(desk.book, act)
