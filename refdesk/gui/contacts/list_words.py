"""What a row of the list of contacts says."""

from collections.abc import Callable
from datetime import date

from refdesk.domain.daywords import days_ago
from refdesk.gui.widgets.rows import Row
from refdesk.storage.people_list import ListedPerson

_ROOM = 23
"""How many letters of a second line have room in a list of the usual width."""


def row_of(person: ListedPerson, today: date) -> Row:
    """The row of one person; its id is their number in the list."""
    role = role_words(person.title, person.org)
    second = role if len(role) <= _ROOM else person.title or person.org
    gone = "Died" if person.died else "Archived" if person.archived else ""
    second = gone or second
    talk = person.last_talk
    spoken = f"Last spoke {days_ago(talk, today)}" if talk and talk <= today else "Not spoken with yet"
    return Row(
        id=str(person.pk),
        title=person.name,
        second=second,
        avatar=person.name,
        right=short_ago(talk, today),
        accessible=". ".join(filter(None, (person.name, second, spoken))) + ".",
    )


def role_words(title: str, org: str) -> str:
    """What somebody does and for whom: "Owner, Wieczorek Joinery"."""
    return ", ".join(filter(None, (title, org)))


def short_ago(day: date | None, today: date) -> str:
    """How long ago a day was, for a narrow column: "9 d", "7 wk", "7 mo", "3 y"; "–" for never."""
    if day is None or day > today:
        return "–"
    days = (today - day).days
    if days == 0:
        return "today"
    steps: tuple[tuple[int, Callable[[int], str]], ...] = (
        (14, lambda n: f"{n} d"),
        (91, lambda n: f"{n // 7} wk"),
        (730, lambda n: f"{(24 * n + 365) // 730} mo"),
    )
    return next((words(days) for limit, words in steps if days < limit), f"{(2 * days + 365) // 730} y")
