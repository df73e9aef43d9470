"""Why a note is on the desk, in words: the short form in its row, the whole story on its sheet."""

from datetime import date

from refdesk.domain.birthdays import birthday_on
from refdesk.domain.daywords import day_name
from refdesk.domain.person import Person
from refdesk.domain.records import Note, Referral
from refdesk.domain.words import Occasion

OCCASION_WORDS: dict[Occasion, str] = {
    "thank_you_1": "First thank-you",
    "thank_you_2": "Second thank-you",
    "thank_you_3": "Third thank-you",
    "birthday": "Birthday",
    "congratulation": "Congratulations",
    "condolence": "Condolence",
    "nice_to_meet": "Good to have met",
    "other": "A note by hand",
}

_OWN_REASONS: dict[Occasion, str] = {
    "thank_you_1": "To say thank you, before anything else has happened.",
    "thank_you_2": "To say thank you, with a word on how it stands.",
    "thank_you_3": "To say thank you by hand.",
    "birthday": "For {first}'s birthday.",
    "congratulation": "To congratulate {first}.",
    "condolence": "A word of condolence for {first}.",
    "nice_to_meet": "You met {first}. It was good to meet.",
    "other": "A note by hand, because you thought of {first}.",
}


def about_words(note: Note, referral: Referral | None, new: str) -> str:
    """What a note is about, for its row: "Third thank-you, for Bronwyn"; ``new`` is who was referred."""
    closing = note.occasion == "thank_you_3" and referral is not None and referral.state in ("lost", "not_a_fit")
    words = "A closing word" if closing else OCCASION_WORDS[note.occasion]
    return f"{words}, for {new}" if new and note.occasion.startswith("thank_you") else words


def why_words(note: Note, referral: Referral | None, person: Person, new: str, today: date) -> str:
    """Why a note is to be written, in two or three sentences; ``new`` is the full name of who was referred."""
    if referral is None or not note.occasion.startswith("thank_you"):
        return _own_reason(note, person, today)
    thanks = (
        "the closing word of thanks" if _is_closing(referral, note) else f"the {OCCASION_WORDS[note.occasion].lower()}"
    )
    return f"{_story(referral, note, person.first_name, new, today)} This is {thanks}."


def _own_reason(note: Note, person: Person, today: date) -> str:
    birthday = birthday_on(person.birthday, today.year) if person.birthday else None
    if note.occasion == "birthday" and birthday:
        verb = "is" if birthday >= today else "was"
        return f"{person.first_name}'s birthday {verb} {_on(birthday, today)}."
    return _OWN_REASONS[note.occasion].format(first=person.first_name)


def _story(referral: Referral, note: Note, first: str, new: str, today: date) -> str:
    """What has happened between the two, up to what the note is for."""
    about = new or "somebody"
    made = f"{first} introduced you." if referral.level == "introduction" else f"{first} put in a word for you."
    if note.occasion == "thank_you_1":
        if referral.agreed_on:
            return f"{first} agreed {_on(referral.agreed_on, today)} to put in a word with {about}."
        return f"{first} put in a word with {about}."
    if note.occasion == "thank_you_2":
        when = f" {_on(referral.followed_up_on, today)}" if referral.followed_up_on else ""
        return f"You followed up with {about}{when}. {made}"
    when = f" {_on(referral.outcome_on, today)}" if referral.outcome_on else ""
    if referral.state == "lost":
        return f"It didn't work out with {about}. {made}"
    if referral.state == "not_a_fit":
        return f"{about[0].upper()}{about[1:]} wasn't the right fit. {made}"
    return f"{about[0].upper()}{about[1:]} became a client{when}. {made}"


def _is_closing(referral: Referral, note: Note) -> bool:
    return note.occasion == "thank_you_3" and referral.state in ("lost", "not_a_fit")


def _on(day: date, today: date) -> str:
    """A day in a sentence: "today", "tomorrow", "on Thursday", "on 12 November"."""
    name = day_name(day, today)
    return name if name in ("today", "tomorrow") else f"on {name}"
