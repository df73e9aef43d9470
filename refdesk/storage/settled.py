"""The records that bear a day as the one on which something of theirs was settled."""

from collections.abc import Iterator
from datetime import date

from refdesk.domain.records import Ask, Later, Note, Partner, Referral, Task
from refdesk.storage.book import Book
from refdesk.storage.records import each


def referrals_moved_on(book: Book, day: date) -> Iterator[Referral]:
    """The referrals of which something is dated on this day: a step, an outcome, a word, a thank-you."""
    return each(
        book,
        Referral,
        "?1 IN (made_on, followed_up_on, outcome_on) OR instr(coalesce(told_on, '') || coalesce(thanks, ''), ?1) > 0",
        (day.isoformat(),),
    )


def tasks_done_on(book: Book, day: date) -> Iterator[Task]:
    """The user's own tasks that were done on this day."""
    return each(book, Task, "done_on = ?", (day.isoformat(),))


def notes_posted_on(book: Book, day: date) -> Iterator[Note]:
    """The handwritten notes that were posted on this day."""
    return each(book, Note, "posted_on = ?", (day.isoformat(),))


def asks_made_on(book: Book, day: date) -> Iterator[Ask]:
    """The asks that were put on this day."""
    return each(book, Ask, "asked_on = ?", (day.isoformat(),))


def partners_moved_past(book: Book, day: date) -> Iterator[Partner]:
    """The partners whose next meeting lies after this day."""
    return each(book, Partner, "next_on > ?", (day.isoformat(),))


def birthdays_put_off(book: Book, day: date) -> Iterator[Later]:
    """The birthdays that rest until after this day: wished, or put off."""
    return each(book, Later, "id LIKE 'person:%:birthday' AND substr(until, 1, 10) > ?", (day.isoformat(),))
