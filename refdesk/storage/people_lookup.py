"""Candidates for what somebody types into the palette: people spoken with lately, and those whom the index gives."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from refdesk.domain.folding import words
from refdesk.storage.book import Book

LATELY = 300
"""How many of those spoken with last are always looked at."""

CANDIDATES = 200
"""How many of the newest the index gives."""


@dataclass(frozen=True, slots=True)
class LookedUp:
    """Somebody as the palette shows them; ``last_talk`` is an ISO day, "" for never."""

    id: str
    name: str
    given: str
    title: str
    org: str
    do_not_ask: bool
    last_talk: str


_COLUMNS = (
    "p.id, p.name, coalesce(p.given, ''), coalesce(p.title, ''), coalesce(p.org, ''), p.do_not_ask, "
    "coalesce(r.last_talk, '')"
)


def spoken_with_lately(book: Book, limit: int = LATELY) -> list[LookedUp]:
    """Whom the user spoke with last, the latest first."""
    return _people(
        book,
        f"SELECT {_COLUMNS} FROM readiness r CROSS JOIN person p ON p.pk = r.person "
        "WHERE r.listed = 1 AND r.last_talk IS NOT NULL ORDER BY r.last_talk DESC, r.name_key LIMIT ?",
        (limit,),
    )


def with_words_beginning(book: Book, beginnings: Sequence[str]) -> list[LookedUp]:
    """The newest people whose names have words with all of these beginnings."""
    terms = [term for beginning in beginnings for term in words(beginning)]
    if not terms:
        return []
    query = f"name : ({' AND '.join([f'{chr(34)}{term}{chr(34)}*' for term in terms])})"
    sql = "SELECT rowid FROM person_words WHERE person_words MATCH ? ORDER BY rowid DESC LIMIT ?"
    return _by_pk(book, [pk for (pk,) in book.rows(sql, (query, CANDIDATES))])


def by_ids(book: Book, ids: Sequence[str]) -> list[LookedUp]:
    """These people, in this order, without those who are gone."""
    found = _people(
        book,
        f"SELECT {_COLUMNS} FROM person p JOIN readiness r ON r.person = p.pk "
        "WHERE p.id IN (SELECT value FROM json_each(?)) AND p.deleted_on IS NULL",
        (json.dumps(list(ids)),),
    )
    return sorted(found, key=lambda one: list(ids).index(one.id))


def _by_pk(book: Book, pks: Sequence[int]) -> list[LookedUp]:
    return _people(
        book,
        f"SELECT {_COLUMNS} FROM json_each(?) j CROSS JOIN person p ON p.pk = j.value "
        "CROSS JOIN readiness r ON r.person = p.pk WHERE p.deleted_on IS NULL",
        (json.dumps(list(pks)),),
    )


def _people(book: Book, sql: str, parameters: Sequence[Any]) -> list[LookedUp]:
    return [
        LookedUp(id_, name, given, title, org, bool(do_not_ask), last_talk)
        for id_, name, given, title, org, do_not_ask, last_talk in book.rows(sql, parameters)
    ]
