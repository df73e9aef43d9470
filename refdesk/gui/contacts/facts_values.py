"""A person's facts in words: what each row of the facts pane says."""

from datetime import date

from refdesk.domain.person import Person
from refdesk.gui.contacts import facts_words as words
from refdesk.services.facts import About, Coming

METHOD_PARTS = (
    "roles",
    "trust",
    "known_since",
    "cadence_days",
    "knows",
    "could_introduce",
    "introduced_by",
    "do_not_ask",
)
"""What the method asks of a person, in the order of the pane; Died has a dialog of its own."""

LIFE_PARTS = ("birthday", "met", "about", "tags")

_UNKNOWN = {
    "roles": "Add a role",
    "trust": "Not sure yet",
    "known_since": "Add a year or a day",
    "cadence_days": "No rhythm",
    "knows": "Whom do they meet?",
    "could_introduce": "Add people",
    "introduced_by": "Add a person",
    "do_not_ask": "No, they may be asked",
    "birthday": "Add a day",
    "met": "Add how you met",
    "about": "Add a few words",
    "tags": "Add tags",
}


def value_of(about: About, part: str) -> str:
    """The words of one part; empty while it is not known."""
    person = about.person
    match part:
        case "roles":
            return ", ".join(words.ROLE_WORDS[role] for role in person.roles)
        case "trust":
            return "" if person.trust == "unknown" else words.TRUST_WORDS[person.trust]
        case "known_since":
            return words.day_text(person.known_since) if person.known_since else ""
        case "cadence_days":
            return words.capital(words.rhythm_text(person.cadence_days))
        case "could_introduce":
            return ", ".join(filter(None, map(about.name_of, person.could_introduce)))
        case "introduced_by":
            return about.name_of(person.introduced_by)
        case "do_not_ask":
            return never_text(person)
        case "birthday":
            return words.partial_text(person.birthday)
        case "knows" | "tags":
            return ", ".join(getattr(person, part))
        case _:
            return str(getattr(person, part))


def unknown_text(part: str) -> str:
    """What stands in the place of a part that is not known."""
    return _UNKNOWN[part]


def never_text(person: Person) -> str:
    """That somebody is never asked, and why."""
    if not person.do_not_ask:
        return ""
    return f"Never. {person.do_not_ask_why}".rstrip()


def ready_text(about: About, today: date) -> str:
    """How ready somebody is to be asked, and when they were asked last."""
    if about.asked_on is None or about.standing.verdict.state == "hold":
        return about.sentence
    return f"{about.sentence} Asked last {_asked(about.asked_on, today)}."


def coming_text(coming: Coming, today: date) -> str:
    """When and where something comes."""
    time = f"{coming.at:%H:%M}" if coming.at else ""
    late = "due " if coming.kind == "task" and coming.on < today else ""
    return ", ".join(filter(None, (words.capital(late + words.when_text(coming.on, today)), time, coming.place)))


def _asked(on: date, today: date) -> str:
    said = words.when_text(on, today)
    return said if said.endswith(("ago", "today", "yesterday")) else f"on {said}"
