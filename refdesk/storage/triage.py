"""Whoever came into the book and was not sorted yet, those first whom the user most likely knows well."""

import json
from collections.abc import Sequence

from refdesk.storage.book import Book

_LIKELY = (
    "r.score DESC, p.roles IS NULL, "
    "(p.phones IS NULL) + (p.emails IS NULL) + (p.birthday IS NULL) + (p.addresses IS NULL), "
    "p.known_since IS NULL, p.known_since, r.name_key, r.id"
)
"""By what tells who stands close before anything is recorded: the trust and the roles that an import was given,
then how much of their card the user cared to fill in, then how long they have been known."""


def likely_people(book: Book, limit: int) -> list[str]:
    """The ids of people to be sorted, the likeliest first."""
    rows = book.rows(
        f"SELECT r.id FROM readiness r JOIN person p ON p.pk = r.person WHERE r.to_sort = 1 ORDER BY {_LIKELY} LIMIT ?",
        (limit,),
    )
    return [id_ for (id_,) in rows]


def still_to_sort(book: Book, ids: Sequence[str]) -> list[str]:
    """Those of these people who are to be sorted, in the order given."""
    sql = "SELECT id FROM readiness WHERE to_sort = 1 AND id IN (SELECT value FROM json_each(?))"
    found = {id_ for (id_,) in book.rows(sql, (json.dumps(list(ids)),))}
    return [id_ for id_ in ids if id_ in found]
