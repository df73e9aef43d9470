"""The words of reminders: one notice of a row, or one of many, with names only where the user allows them.

`docs/method.md` section 8. A lock screen shows a notice to anybody, so by default it says what kind of thing is due
and of nobody whom.
"""

from collections.abc import Sequence
from datetime import date

from refdesk.domain.daywords import day_name
from refdesk.reminders.ports import Notice
from refdesk.services.row_verbs import verbs_of
from refdesk.services.today import Due

DIGEST = "digest"
"""The key of a notice that stands for several rows."""

HOUR, MORNING, OPEN = "hour", "morning", "open"
"""The answers that every notice offers besides its row's own verbs."""

_SNOOZE_AND_OPEN = ((HOUR, "In an hour"), (MORNING, "Tomorrow morning"), (OPEN, "Open"))

_DISCREET = {
    "thank_you_1": "Someone to thank",
    "thank_you_2": "Someone to thank",
    "thank_you_3": "Someone to thank",
    "closing_word": "Someone to thank",
    "follow_up": "Someone to call",
    "status": "Someone to tell how it stands",
    "confirm": "Someone to check with",
    "in_touch": "Someone to check with",
    "did_it_help": "Someone to check with",
    "did_you_ask": "Did you ask?",
    "any_answer": "Any answer yet?",
    "is_it_time": "Is it time to ask again?",
    "happened": "Did it take place?",
    "birthday": "Someone to wish a happy birthday",
    "partner_meeting": "A partner to meet",
}
_DISCREET_TASKS = {
    "follow_up": "Something to follow up",
    "thank_you": "Someone to thank",
    "note": "A note to write",
    "check": "Something to check",
    "status": "Someone to tell how it stands",
    "reconnect": "Someone to reconnect with",
    "keep_in_touch": "Someone to keep in touch with",
    "partner_meeting": "A partner to meet",
    "birthday": "Someone to wish a happy birthday",
    "custom": "Something to do",
}


def notice_of(due: Due, today: date, *, names: bool) -> Notice:
    """The notice of one row, with its own verbs, two ways to put it off, and Open."""
    title, body = (due.title, due.why) if names else (_discreet(due), _lateness(due, today))
    return Notice(due.key, title, body, (*verbs_of(due), *_SNOOZE_AND_OPEN))


def digest_of(dues: Sequence[Due], *, names: bool) -> Notice:
    """One notice for several rows, which names the first of them."""
    first = dues[0].title if names else _discreet(dues[0])
    actions = ((OPEN, "Open Today"), (HOUR, "In an hour"), (MORNING, "Tomorrow morning"))
    return Notice(DIGEST, f"{len(dues)} to do today", f"First: {first}", actions)


def _discreet(due: Due) -> str:
    """What is due, without a name or a word that the user wrote."""
    if due.note:
        return "A note to post" if due.note.state == "written" else "A note to write"
    return _DISCREET_TASKS[due.kind] if due.reason == "task" else _DISCREET[due.reason]


def _lateness(due: Due, today: date) -> str:
    late = (today - due.due).days
    if late <= 0:
        return "Due today."
    if late > 30:
        return f"Due since {day_name(due.due, today)}."
    return "1 day late." if late == 1 else f"{late} days late."
