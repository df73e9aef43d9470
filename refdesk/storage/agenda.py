"""What may be owed by a day, fetched by the indexes that keep open things apart from settled ones.

Where an earlier day is reckoned, what was settled after it was still open: it is fetched too.
"""

import json
from collections.abc import Collection, Iterator
from datetime import date, timedelta

from refdesk.domain.records import Ask, Entry, Later, Note, Partner, Referral, Task
from refdesk.storage.book import Book
from refdesk.storage.records import each

_BELATED_DAYS = 3
"""For how many days after a birthday it can still be wished, so that a weekend does not hide it."""


def open_tasks(book: Book, day: date) -> Iterator[Task]:
    """The user's own tasks due by this day and not done by then."""
    return each(book, Task, "due <= ?1 AND (done_on IS NULL OR done_on > ?1)", (day.isoformat(),))


def open_referrals(book: Book, day: date) -> Iterator[Referral]:
    """The referrals that may owe anything: not at an end by this day, or a thank-you was not settled by then.

    One that lapsed owes its first thank-you alone.
    """
    return each(
        book,
        Referral,
        "state IN ('agreed', 'made', 'followed_up') OR outcome_on > ?1 OR (direction = 'received' "
        "AND CASE state WHEN 'lapsed' THEN 1 ELSE 3 END > (SELECT count(DISTINCT value ->> 'step') "
        "FROM json_each(coalesce(thanks, '[]')) WHERE (state <> 'lapsed' OR value ->> 'step' = 1) "
        "AND coalesce(value ->> 'done_on', value ->> 'skipped_on') <= ?1))",
        (day.isoformat(),),
    )


def open_asks(book: Book, day: date) -> Iterator[Ask]:
    """The asks that are waiting for their day or for an answer."""
    return each(book, Ask, "state IN ('planned', 'asked', 'later') OR asked_on > ?", (day.isoformat(),))


def plans_past(book: Book, day: date) -> Iterator[Entry]:
    """The planned entries whose day is over."""
    # The few plans first, by their index: in order of entry SQLite would rather walk a whole timeline.
    plans = 'pk IN (SELECT pk FROM entry WHERE planned = 1 AND "on" < ?)'
    return each(book, Entry, plans, (day.isoformat(),))


def unposted_notes(book: Book, day: date) -> Iterator[Note]:
    """The handwritten notes that are not in the post by this day."""
    return each(book, Note, "state <> 'posted' OR posted_on > ?", (day.isoformat(),))


def notes_to_write(book: Book) -> int:
    """How many notes wait to be written, those to somebody in the trash apart."""
    return int(
        book.value(
            "SELECT count(*) FROM note n JOIN person p ON p.id = n.person "
            "WHERE n.state = 'to_write' AND p.deleted_on IS NULL"
        )
    )


def partners_to_meet(book: Book, day: date) -> Iterator[Partner]:
    """The partners whose meeting is due by this day."""
    return each(book, Partner, "paused = 0 AND next_on <= ?", (day.isoformat(),))


def put_off_past(book: Book, day: date) -> frozenset[str]:
    """The keys of what was put off to a day after this one."""
    return frozenset(later.key for later in each(book, Later, "substr(until, 1, 10) > ?", (day.isoformat(),)))


def birthdays_around(book: Book, day: date) -> list[tuple[str, str]]:
    """Whose birthday is, or was in the last days: (id, birthday), of people who are sorted or known of."""
    belated = min(_BELATED_DAYS, (day - date.min).days)
    days = {(day - timedelta(days=ago)).strftime("%m-%d") for ago in range(belated + 1)}
    # Who was born on 29 February has their birthday on another day of most years.
    wanted = [*days, "02-29"] if days & {"02-28", "03-01"} else [*days]
    return book.rows(
        "SELECT p.id, p.birthday FROM person p JOIN readiness r ON r.person = p.pk "
        "WHERE p.birthday IS NOT NULL AND substr(p.birthday, -5) IN (SELECT value FROM json_each(?)) "
        "AND r.listed = 1 AND r.to_sort = 0",
        (json.dumps(wanted),),
    )


def birthday_is_near(on: date, day: date) -> bool:
    """Whether a birthday on that day is to be wished today."""
    return timedelta(0) <= day - on <= timedelta(days=_BELATED_DAYS)


def names_of(book: Book, ids: Collection[str]) -> dict[str, tuple[str, str]]:
    """(name, given name) by id of whoever of these is not in the trash."""
    rows = book.rows(
        "SELECT id, name, coalesce(given, '') FROM person "
        "WHERE id IN (SELECT value FROM json_each(?)) AND deleted_on IS NULL",
        (json.dumps(list(ids)),),
    )
    return {id_: (name, given) for id_, name, given in rows}


def acted_on(book: Book, day: date) -> frozenset[str]:
    """The people with whom something was done on this day: a conversation or a touch, or an ask."""
    rows = book.rows(
        "SELECT p.id FROM entry e JOIN entry_person l ON l.entry = e.pk JOIN person p ON p.pk = l.person "
        "WHERE e.\"on\" = :day AND e.planned = 0 AND e.kind NOT IN ('milestone', 'note') "
        "UNION SELECT person FROM ask WHERE asked_on = :day",
        {"day": day.isoformat()},
    )
    return frozenset(id_ for (id_,) in rows)
