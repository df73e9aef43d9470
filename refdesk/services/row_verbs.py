"""A row's own verbs: what can be answered to something owed, in Today by Space and from its reminder alike."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Literal

from refdesk.domain.records import Later
from refdesk.domain.words import ThankBy
from refdesk.services import asking, following
from refdesk.services.desk import Desk
from refdesk.services.notes import mark_posted, mark_written
from refdesk.services.tasks import finish_task, snooze
from refdesk.services.today import Due, owed
from refdesk.storage.agenda import birthday_is_near
from refdesk.storage.writing import Changes

Verb = Literal["done", "happened", "not_yet"]

CHECKS = frozenset(("confirm", "in_touch", "did_it_help", "did_you_ask", "happened"))
"""The reasons of rows that ask whether something happened: they have two verbs (`docs/method.md` section 8)."""

OPEN_QUESTIONS = frozenset(("any_answer", "is_it_time"))
"""The reasons of checks that yes alone does not settle: what was answered is for the user to say in the window."""

_LABELS: dict[str, str] = {
    "thank_you_1": "Thanked",
    "thank_you_2": "Thanked",
    "thank_you_3": "Thanked",
    "closing_word": "Thanked",
    "follow_up": "Called",
    "status": "Told",
    "birthday": "Wished",
    "partner_meeting": "Met",
}


def verbs_of(due: Due) -> tuple[tuple[Verb, str], ...]:
    """The verbs of a row, each with its label; the first is what Space does."""
    if due.reason in CHECKS:
        return ("happened", "It happened"), ("not_yet", "Not yet")
    if due.reason in OPEN_QUESTIONS:
        return (("not_yet", "Not yet"),)
    if due.note:
        return (("done", "Posted" if due.note.state == "written" else "Written"),)
    return (("done", _LABELS.get(due.reason, "Done")),)


def answer(desk: Desk, due: Due, verb: Verb) -> Changes:
    """Do what a verb says to a row as it was shown; one that has been settled or has moved on since stays as it is.

    Raises:
        RefusedError: the method refuses it.
    """
    if verb not in dict(verbs_of(due)) or not is_still_owed(desk, due):
        return Changes()
    if verb == "not_yet":
        return _not_yet(desk, due)
    if due.note is not None:
        return (mark_posted if due.note.state == "written" else mark_written)(desk, due.note.id)
    return _ACTS[due.reason](desk, due)


def thank(desk: Desk, due: Due, by: ThankBy) -> Changes:
    """Thank as the row says, this way; a row that has been settled or has moved on since stays as it is."""
    if due.step is None or not is_still_owed(desk, due):
        return Changes()
    return following.settle_thank_you(desk, due.referral, due.step, by)


def put_off(desk: Desk, dues: Sequence[Due], until: date | datetime) -> Changes:
    """Put rows off together, as one act, those left alone that have been settled or have moved on since."""
    keys = [due.key for due in dues if is_still_owed(desk, due)]
    if len(keys) == 1:
        return snooze(desk, keys[0], until)
    with desk.act(f"{len(keys)} put off.") as act:
        for key in keys:
            act.put(desk.checked(Later(key=key, until=until)))
    return act.changes


def is_still_owed(desk: Desk, due: Due) -> bool:
    """Whether a row is owed just as it was shown; its key alone may by now be the next occurrence's or step's."""
    now = owed(desk, due.key)
    return now is not None and _stage(now) == _stage(due)


def _stage(due: Due) -> tuple[object, ...]:
    return due.due, due.reason, due.note and (due.note.id, due.note.state)


def _not_yet(desk: Desk, due: Due) -> Changes:
    if due.reason == "confirm":
        return following.not_yet(desk, due.referral)
    return snooze(desk, due.key, following.ask_again_on(desk))


def _finish(desk: Desk, due: Due) -> Changes:
    return finish_task(desk, _id(due))


def _thank(desk: Desk, due: Due) -> Changes:
    return following.settle_thank_you(desk, due.referral, due.step or 1)


def _wish(desk: Desk, due: Due) -> Changes:
    until = next(day for ahead in range(366) if not birthday_is_near(due.due, day := due.due + timedelta(days=ahead)))
    return following.wished(desk, due.person, until)


def _id(due: Due) -> str:
    """The id in a key: what stands between its kind and its last word, and may hold colons itself."""
    _, _, rest = due.key.partition(":")
    return rest if due.reason == "task" else rest.rpartition(":")[0]


_ACTS: dict[str, Callable[[Desk, Due], Changes]] = {
    "task": _finish,
    "thank_you_1": _thank,
    "thank_you_2": _thank,
    "thank_you_3": _thank,
    "closing_word": _thank,
    "follow_up": lambda desk, due: following.followed_up(desk, due.referral),
    "status": lambda desk, due: following.told_status(desk, due.referral),
    "confirm": lambda desk, due: following.confirm_made(desk, due.referral),
    "in_touch": lambda desk, due: following.followed_up(desk, due.referral),
    "did_it_help": lambda desk, due: following.helped(desk, due.referral),
    "did_you_ask": lambda desk, due: asking.asked(desk, _id(due)),
    "happened": lambda desk, due: following.entry_happened(desk, _id(due)),
    "birthday": _wish,
    "partner_meeting": lambda desk, due: following.met_partner(desk, _id(due)),
}
"""What settles a row, by the reason that it is owed; a note's own row is settled by its note."""
