"""How what is owed reads as a row of Today: a title that starts the act, and why."""

from collections.abc import Callable
from datetime import date

from refdesk.domain.daywords import day_name, days_ago
from refdesk.domain.obligation import Obligation
from refdesk.domain.records import Ask, Entry, Note, Referral, Task

_OCCASIONS = {
    "thank_you_1": "To say thank you.",
    "thank_you_2": "To say thank you, with a word how it stands.",
    "thank_you_3": "To say thank you by hand.",
    "birthday": "For their birthday.",
    "congratulation": "To congratulate.",
    "condolence": "A word of condolence.",
    "nice_to_meet": "It was good to meet.",
    "other": "A note by hand.",
}

_REFERRAL_TITLES = {
    "thank_you_1": "Thank {name}",
    "thank_you_2": "Thank {name}",
    "thank_you_3": "Thank {name}",
    "closing_word": "Thank {name}",
    "confirm": "Check with {name}",
    "in_touch": "Check with {name}",
    "follow_up": "Call {name}",
    "status": "Tell {name} how it stands",
    "did_it_help": "Ask {name} whether it helped",
}
_REFERRAL_WHYS = {
    "thank_you_1": "{first} agreed to put in a word with {new}. Say thank you before it happens.",
    "thank_you_1_made": "{first} put in a word with {new}. Say thank you.",
    "thank_you_2": "You followed up with {new} {followed}. Say thank you and how it went.",
    "thank_you_3": "{new} became a client. Third thank-you.",
    "thank_you_3_letter": "{new} became a client. Third thank-you, by hand.",
    "closing_word": "It didn't work out with {new}. Thank {first} anyway.",
    "closing_word_not_a_fit": "{new} wasn't the right fit. Thank {first}, and say again who you help most.",
    "confirm": "{first} was going to put in a word with {new}. Has it happened?",
    "in_touch": "{first} told {new} about you. Have they been in touch?",
    "follow_up": "{champion} introduced you {made}. Call within two days.",
    "follow_up_late": "{champion} introduced you {made}.",
    "status": "{first} hasn't heard for a while how it stands with {new}.",
    "did_it_help": "You referred {new} to {first} {made}. Did it help?",
}

NameOf = Callable[[str], str]


def referral_words(
    owed: Obligation, referral: Referral, today: date, name_of: NameOf, first_of: NameOf
) -> tuple[str, str]:
    """Title and reason of something owed for a referral."""
    reason = owed.reason
    if reason == "thank_you_1" and referral.made_on and not referral.agreed_on:
        reason = "thank_you_1_made"
    elif reason == "thank_you_3" and owed.kind == "note":
        reason = "thank_you_3_letter"
    elif reason == "closing_word" and referral.state == "not_a_fit":
        reason = "closing_word_not_a_fit"
    elif reason == "follow_up" and owed.due < today:
        reason = "follow_up_late"
    why = _REFERRAL_WHYS[reason].format(
        first=first_of(owed.person),
        new=name_of(referral.prospect) or "somebody",
        champion=name_of(referral.champion) or "Somebody",
        made=_when(referral.made_on, today),
        followed=_when(referral.followed_up_on, today),
    )
    return _REFERRAL_TITLES[owed.reason].format(name=name_of(owed.person)), why


def ask_words(owed: Obligation, ask: Ask, today: date, name_of: NameOf, first_of: NameOf) -> tuple[str, str]:
    """Title and reason of a check on an ask."""
    name, first = name_of(ask.person), first_of(ask.person)
    about = name_of(ask.target_person)
    target = f" about {about}" if about else ""
    if owed.reason == "did_you_ask":
        return f"Did you ask {name}?", f"You planned to ask {first}{target} {day_name(owed.due, today)}."
    if owed.reason == "any_answer":
        return f"Any answer from {name}?", f"You asked {first}{target} {_when(ask.asked_on, today)}."
    return f"Is it time to ask {name} again?", f"You put the question off until {day_name(owed.due, today)}."


def entry_words(entry: Entry, today: date, name_of: NameOf) -> tuple[str, str]:
    """Title and reason of asking whether something planned took place."""
    what = entry.summary.rstrip(".") or entry.kind.capitalize()
    return f"{name_of(entry.people[0])}: did it take place?", f"{what}, planned for {day_name(entry.on, today)}."


def note_words(note: Note, name_of: NameOf) -> tuple[str, str]:
    """Title and reason of a note to write or to post."""
    verb = "Post the note to" if note.state == "written" else "Write to"
    return f"{verb} {name_of(note.person)}", _OCCASIONS[note.occasion]


def task_words(task: Task, name_of: NameOf) -> tuple[str, str]:
    """Title and reason of a task that the user set."""
    about = f"With {name_of(task.person)}. " if task.person and name_of(task.person) not in task.title else ""
    return task.title, f"{about}You set this yourself."


def _when(day: date | None, today: date) -> str:
    if day is None:
        return "lately"
    return days_ago(day, today) if day <= today else f"on {day_name(day, today)}"
