"""The notes desk's rows: what waits to be written or posted, what was posted lately, and the letters still owed."""

import json
from collections.abc import Iterable, Iterator
from datetime import date

from refdesk.domain.records import Note, Referral
from refdesk.storage.book import Book
from refdesk.storage.records import each
from refdesk.storage.tables import table_of

_OF_THOSE_HERE = "EXISTS (SELECT 1 FROM person WHERE person.id = note.person AND person.deleted_on IS NULL)"
"""One look-up for each note: a list of everybody would cost more than all notes."""


def waiting_notes(book: Book) -> Iterator[Note]:
    """The notes that are not posted, those to somebody in the trash apart."""
    return each(book, Note, f"state <> 'posted' AND {_OF_THOSE_HERE}")


def posted_notes(book: Book, since: date, limit: int) -> list[Note]:
    """The notes posted on this day or later, the latest first, those to somebody in the trash apart."""
    table = table_of(Note)
    rows = book.rows(
        f"SELECT {table.column_list} FROM note WHERE state = 'posted' AND posted_on >= ? AND {_OF_THOSE_HERE} "
        "ORDER BY posted_on DESC, pk DESC LIMIT ?",
        (since.isoformat(), limit),
    )
    return [table.codec.decode(row) for row in rows]


def notes_to(book: Book, person: str) -> Iterator[Note]:
    """All notes to somebody, in order of entry."""
    return each(book, Note, "person = ?", (person,))


def referrals_named(book: Book, notes: Iterable[Note]) -> dict[str, Referral]:
    """The referrals that these notes belong to, by id."""
    ids = json.dumps([note.referral for note in notes if note.referral])
    found = each(book, Referral, "id IN (SELECT value FROM json_each(?))", (ids,))
    return {referral.id: referral for referral in found}


def referrals_without_letter(book: Book) -> Iterator[Referral]:
    """The referrals won whose third thank-you is by hand and not settled, and that have no note for it yet."""
    return each(
        book,
        Referral,
        "direction = 'received' AND state = 'won' AND thank_by = 'letter' AND outcome_on IS NOT NULL "
        "AND EXISTS (SELECT 1 FROM person WHERE person.id = referral.champion AND person.deleted_on IS NULL) "
        "AND 3 NOT IN (SELECT value ->> 'step' FROM json_each(coalesce(thanks, '[]'))) "
        "AND NOT EXISTS (SELECT 1 FROM note WHERE note.referral = referral.id AND note.occasion = 'thank_you_3' "
        "AND note.person = referral.champion)",
    )


def referrals_from(book: Book, champion: str) -> Iterator[Referral]:
    """The referrals received from somebody, in order of entry."""
    return each(book, Referral, "direction = 'received' AND champion = ?", (champion,))
