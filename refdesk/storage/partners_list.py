"""The partnerships and what keeps their meetings in rhythm: who is due, what is planned, who has no date."""

import json
from collections.abc import Collection, Iterator
from datetime import date

from refdesk.domain.records import Entry, Partner
from refdesk.storage.book import Book
from refdesk.storage.records import each

FACE_TO_FACE = ("meeting", "video")
"""The kinds of entry in which partners meet."""

_AT = "pk IN (SELECT l.entry FROM entry_person l JOIN person p ON p.pk = l.person WHERE p.id = ?)"


def partnerships(book: Book) -> list[Partner]:
    """All of them, paused ones too, with whoever is not in the trash, in order of entry."""
    return list(each(book, Partner, "person IN (SELECT id FROM person WHERE deleted_on IS NULL)"))


def partners_due(book: Book, people: Collection[str], day: date) -> Iterator[Partner]:
    """The partnerships with these people whose meeting was due by this day, unless they are paused."""
    those = "person IN (SELECT value FROM json_each(?)) AND paused = 0 AND next_on <= ?"
    return each(book, Partner, those, (json.dumps(list(people)), day.isoformat()))


def plan_on(book: Book, person: str, day: date) -> Entry | None:
    """The meeting that is planned with this person alone on this day; None where there is none."""
    plans = each(book, Entry, f'planned = 1 AND "on" = ? AND {_AT}', (day.isoformat(), person))
    return next((plan for plan in plans if plan.kind in FACE_TO_FACE and plan.people == (person,)), None)


def without_date(book: Book, today: date) -> int:
    """With how many partners there is neither a date for the next meeting nor was there a meeting this month."""
    return int(
        book.value(
            "SELECT count(*) FROM partner a JOIN person p ON p.id = a.person "
            "WHERE a.paused = 0 AND a.next_on IS NULL AND p.deleted_on IS NULL AND NOT EXISTS ("
            "SELECT 1 FROM entry_person l JOIN entry e ON e.pk = l.entry WHERE l.person = p.pk AND e.planned = 0 "
            "AND e.\"on\" BETWEEN ? AND ? AND e.kind IN ('meeting', 'video'))",
            (today.replace(day=1).isoformat(), today.isoformat()),
        )
    )
