"""The list of contacts: who is in it, in which order, and the rows of a page of it.

People are named by their pk here, for the indexes that give the orders then give all there is to the list, and a
hundred thousand people are listed without one of them being read.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from refdesk.domain.folding import words
from refdesk.domain.words import STATES, State
from refdesk.storage.book import Book
from refdesk.storage.derived import within

_LISTED = "NOT IN (SELECT person FROM readiness WHERE listed = 0)"
"""Who is neither archived nor has died; whoever is in the trash has no text."""

_LAST = "\U0010ffff"
_MOST_TERMS = 20
_SHORT = 3
"""From how many letters on a word is looked for anywhere, and not only at the beginnings of names."""


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """One person as a row of the list shows them; ``last_talk`` is the day of the last conversation."""

    pk: int
    id: str
    name: str
    title: str
    org: str
    last_talk: date | None
    archived: bool
    died: bool


def by_name(book: Book) -> list[tuple[str, list[int]]]:
    """Everybody listed in the order of folded names, parted by the first letter; it is "" where a name has none."""
    pks = _pks(book, f"SELECT pk FROM person_text WHERE pk {_LISTED} ORDER BY name")
    groups: list[tuple[str, list[int]]] = []
    start = 0
    for letter, count in _letters(book, len(pks)):
        if count:
            groups.append((letter, pks[start : start + count]))
        start += count
    return groups


def by_last_talk(book: Book) -> list[int]:
    """Everybody listed, whom the user spoke with last first, those never spoken with at the end."""
    return _pks(book, "SELECT person FROM readiness WHERE listed = 1 ORDER BY last_talk DESC, name_key")


def by_readiness(book: Book) -> list[tuple[State, list[int]]]:
    """Everybody listed in the order of readiness, by state (`docs/method.md` section 2)."""
    groups = []
    for rank, state in enumerate(STATES):
        pks = _pks(
            book,
            f"SELECT person FROM readiness WHERE listed = 1 AND state = {rank} "
            "ORDER BY score DESC, known_from, name_key, id",
        )
        if pks:
            groups.append((state, pks))
    return groups


def unlisted(book: Book) -> list[int]:
    """Who is archived or has died, in the order of names."""
    return _pks(
        book,
        "SELECT t.pk FROM readiness r CROSS JOIN person_text t ON t.pk = r.person WHERE r.listed = 0 ORDER BY t.name",
    )


def matching(book: Book, text: str) -> tuple[list[int], list[int]]:
    """Who matches every word of what somebody types, by the words of the name; and who does elsewhere.

    Blind to case and accents. Words are matched at their beginnings; those of three letters or more, anywhere, and in
    everything that is known of somebody. Each in the order of names, archived people and the dead among them.
    """
    terms = list(dict.fromkeys(words(text)))[:_MOST_TERMS]
    if not terms:
        return [], []
    beginnings = " AND ".join(f'"{term}"*' for term in terms)
    named = _hits(book, f"name : ({beginnings})")
    if min(map(len, terms)) < _SHORT:
        return named, []
    inside = " AND ".join("(instr(t.name, ?) OR instr(t.rest, ?))" for _ in terms)
    anywhere = _hits(book, beginnings)
    parts = _part_hits(book, terms, inside)
    known = set(named)
    elsewhere = dict.fromkeys(pk for pk in (*anywhere, *parts) if pk not in known)
    return named, list(elsewhere)


def beginning_with(book: Book, text: str) -> frozenset[int]:
    """Whose name begins with this text, folded; where nobody's does, who has a word in it that begins so."""
    start = " ".join(words(text)) + (" " if text.endswith(" ") else "")
    if not start.strip():
        return frozenset()
    sql = "SELECT pk FROM person_text WHERE name >= ? AND name < ?"
    whole = book.rows(sql, (start, start + _LAST))
    terms = start.split()
    beginnings = " AND ".join((*(f'"{term}"' for term in terms[:-1]), f'"{terms[-1]}"*'))
    found = whole or book.rows("SELECT rowid FROM person_words WHERE person_words MATCH ?", (f"name : ({beginnings})",))
    return frozenset(pk for (pk,) in found)


def rows(book: Book, pks: Sequence[int]) -> list[ListedPerson]:
    """What the list shows of these people, in any order, without those in the trash."""
    found = book.rows(
        "SELECT p.pk, p.id, p.name, coalesce(p.title, ''), coalesce(p.org, ''), r.last_talk, p.archived, p.died_on "
        "FROM json_each(?) j CROSS JOIN person p ON p.pk = j.value LEFT JOIN readiness r ON r.person = p.pk "
        "WHERE p.deleted_on IS NULL",
        (within(pks),),
    )
    return [
        ListedPerson(pk, id_, name, title, org, talk and date.fromisoformat(talk), archived == 1, died is not None)
        for pk, id_, name, title, org, talk, archived, died in found
    ]


def id_at(book: Book, pk: int) -> str:
    """The id of the person of this pk; empty for nobody."""
    return str(book.value("SELECT id FROM person WHERE pk = ?", (pk,)) or "")


def pk_of(book: Book, id_: str) -> int | None:
    """The pk of the person of this id who is not in the trash."""
    found: int | None = book.value("SELECT pk FROM person WHERE id = ? AND deleted_on IS NULL", (id_,))
    return found


def _pks(book: Book, sql: str) -> list[int]:
    """The one column of a query, packed by SQLite, for a hundred thousand rows one by one take their time."""
    packed: list[int] = json.loads(book.value(f"WITH found(pk) AS ({sql}) SELECT json_group_array(pk) FROM found"))
    return packed


def _letters(book: Book, whole: int) -> Iterator[tuple[str, int]]:
    """The first letters of the listed names in their order, each with how many there are; ``whole`` in all."""
    counted: list[tuple[str, int]] = []
    name = book.value("SELECT min(name) FROM person_text WHERE name > ''")
    while name:
        letter, end = name[0], name[0] + _LAST
        sql = f"SELECT count(*) FROM person_text WHERE name >= ? AND name < ? AND pk {_LISTED}"
        counted.append((letter, int(book.value(sql, (letter, end)))))
        name = book.value("SELECT min(name) FROM person_text WHERE name >= ?", (end,))
    yield "", whole - sum(count for _, count in counted)
    yield from counted


def _hits(book: Book, query: str) -> list[int]:
    sql = (
        "SELECT t.pk FROM person_words w JOIN person_text t ON t.pk = w.rowid "
        "WHERE person_words MATCH ? ORDER BY t.name"
    )
    return [pk for (pk,) in book.rows(sql, (query,))]


def _part_hits(book: Book, terms: Sequence[str], inside: str) -> list[int]:
    """Who holds every term as a part of a word; trigrams find the candidates."""
    pieces = dict.fromkeys(f'"{term[at : at + 3]}"' for term in terms for at in range(min(len(term) - 2, _MOST_TERMS)))
    found = book.rows(
        "SELECT t.pk FROM person_parts f JOIN person_text t ON t.pk = f.rowid "
        f"WHERE person_parts MATCH ? AND {inside} ORDER BY t.name",
        (" AND ".join(pieces), *(term for term in terms for _ in (1, 2))),
    )
    return [pk for (pk,) in found]
