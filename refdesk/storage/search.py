"""Finding people and entries by what somebody types: prefixes of words, and parts of words from three letters."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from refdesk.domain.folding import joined_words, words
from refdesk.domain.identity import email_key, name_key
from refdesk.storage.book import Book
from refdesk.storage.derived import name_text

_CANDIDATES = 200
"""How many hits of one kind are ranked: enough to put the best first without reading a tenth of a large book."""


_MOST_TERMS = 20
"""How many words, and how many trigrams of a word, are asked of an index; what is found is compared as a whole."""


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Somebody found, and what of them matched: "name", or the words around the hit."""

    id: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class FoundEntry:
    """An entry found."""

    id: str
    on: date
    text: str


def find_people(book: Book, text: str, limit: int) -> list[FoundPerson]:
    """Whoever matches every word of the text, by name first; case and accents do not matter.

    Words are matched at their beginnings; where that finds too few, words of three letters or more anywhere.
    """
    return next((found for terms in _readings(text) if (found := _people_with(book, terms, limit))), [])


def find_entries(book: Book, text: str, limit: int) -> list[FoundEntry]:
    """The entries that match every word of the text, newest first, without those of nobody but the trash."""
    return next((found for terms in _readings(text) if (found := _entries_with(book, terms, limit))), [])


def _people_with(book: Book, terms: list[str], limit: int) -> list[FoundPerson]:
    by_name = _hits(book, "person_words", _prefixes(terms, "name"))
    pks = dict.fromkeys(by_name)
    if len(pks) < limit:
        pks.update(dict.fromkeys(_hits(book, "person_words", _prefixes(terms))))
    if len(pks) < limit and (parts := _parts(terms)):
        where = " AND ".join("(instr(t.name, ?) OR instr(t.rest, ?))" for _ in terms)
        pks.update(dict.fromkeys(_part_hits(book, "person", parts, where, [term for term in terms for _ in (1, 2)])))
    ranked = sorted(_people(book, pks, terms), key=lambda row: row[0])
    return [found for _, found in ranked[:limit]]


def _entries_with(book: Book, terms: list[str], limit: int) -> list[FoundEntry]:
    if all(len(term) < 2 for term in terms):
        return []
    # Whole words first: SQLite gathers every hit of a beginning before it gives one, but streams those of a word.
    pks = dict.fromkeys(_hits(book, "entry_words", " AND ".join(f'"{term}"' for term in terms)))
    if len(pks) < limit:
        pks.update(dict.fromkeys(_hits(book, "entry_words", _prefixes(terms))))
    if len(pks) < limit and (parts := _parts(terms)):
        where = " AND ".join("instr(t.text, ?)" for _ in terms)
        pks.update(dict.fromkeys(_part_hits(book, "entry", parts, where, terms)))
    # The hits come first, whatever the planner thinks of walking all days backwards.
    rows = book.rows(
        "SELECT e.id, e.\"on\", coalesce(e.summary, e.line, '') FROM json_each(?) j "
        "CROSS JOIN entry e ON e.pk = j.value WHERE EXISTS (SELECT 1 FROM entry_person l JOIN person p "
        "ON p.pk = l.person WHERE l.entry = e.pk AND p.deleted_on IS NULL) "
        'ORDER BY e."on" DESC, e.pk DESC LIMIT ?',
        (str(list(pks)), limit),
    )
    return [FoundEntry(id_, date.fromisoformat(on), summary) for id_, on, summary in rows]


def entry_hits(book: Book, text: str, most: int) -> list[int] | None:
    """The pks of all entries that match every word of the text; None where they are more than ``most``.

    A single letter matches too much to be looked up: None too.
    """
    for terms in _readings(text):
        hits = _few_entries_with(book, terms, most)
        if hits is None or hits:
            return hits
    return []


def _few_entries_with(book: Book, terms: list[str], most: int) -> list[int] | None:
    if all(len(term) < 2 for term in terms):
        return None
    pks: dict[int, None] = {}
    for query in (" AND ".join(f'"{term}"' for term in terms), _prefixes(terms)):
        if len(pks) <= most:
            sql = "SELECT rowid FROM entry_words WHERE entry_words MATCH ? LIMIT ?"
            pks.update(dict.fromkeys(pk for (pk,) in book.rows(sql, (query, most + 1))))
    if len(pks) <= most and (parts := _parts(terms)):
        sql = (
            "SELECT t.pk FROM entry_parts f JOIN entry_text t ON t.pk = f.rowid "
            f"WHERE entry_parts MATCH ? AND {' AND '.join('instr(t.text, ?)' for _ in terms)} LIMIT ?"
        )
        pks.update(dict.fromkeys(pk for (pk,) in book.rows(sql, (parts, *terms, most + 1))))
    return list(pks) if len(pks) <= most else None


def _readings(text: str) -> Iterator[list[str]]:
    """The words to look for: joined where an apostrophe divides them, and where that finds nothing, divided there.

    Of a whole page that somebody pasted, the first ones are enough.
    """
    joined, divided = (list(dict.fromkeys(found))[:_MOST_TERMS] for found in (joined_words(text), words(text)))
    if joined:
        yield joined
    if divided != joined:
        yield divided


def _prefixes(terms: Iterable[str], column: str | None = None) -> str:
    query = " AND ".join(f'"{term}"*' for term in terms)
    return f"{column} : ({query})" if column else query


def _parts(terms: Iterable[str]) -> str:
    """Trigrams that a text holding all these words has; "" when a word is too short to have any."""
    pieces: list[str] = []
    for term in terms:
        if len(term) < 3:
            return ""
        pieces.extend(f'"{term[start : start + 3]}"' for start in range(min(len(term) - 2, _MOST_TERMS)))
    return " AND ".join(dict.fromkeys(pieces))


def _hits(book: Book, index: str, query: str) -> list[int]:
    """The newest hits of a full-text query, unranked: ranking would read them all."""
    sql = f"SELECT rowid FROM {index} WHERE {index} MATCH ? ORDER BY rowid DESC LIMIT ?"
    return [pk for (pk,) in book.rows(sql, (query, _CANDIDATES))]


def _part_hits(book: Book, kind: str, query: str, where: str, terms: list[str]) -> list[int]:
    """The hits of a trigram query that hold every term itself, not just its trigrams."""
    sql = (
        f"SELECT t.pk FROM {kind}_parts f JOIN {kind}_text t ON t.pk = f.rowid "
        f"WHERE {kind}_parts MATCH ? AND {where} ORDER BY f.rowid DESC LIMIT ?"
    )
    return [pk for (pk,) in book.rows(sql, (query, *terms, _CANDIDATES))]


def _people(book: Book, pks: Iterable[int], terms: list[str]) -> list[tuple[tuple[Any, ...], FoundPerson]]:
    rows = book.rows(
        "SELECT p.id, p.name, t.name, t.rest FROM person p JOIN person_text t ON t.pk = p.pk "
        "WHERE p.pk IN (SELECT value FROM json_each(?))",
        (str(list(pks)),),
    )
    found: list[tuple[tuple[Any, ...], FoundPerson]] = []
    for id_, name, folded, rest in rows:
        starts = f" {folded}"
        by_name = all(f" {term}" in starts for term in terms)
        inside = all(term in folded for term in terms)
        order = (not by_name, not inside, not folded.startswith(terms[0]), folded, id_)
        found.append((order, FoundPerson(id_, name, "name" if inside else _around(rest, terms))))
    return found


def _around(text: str, terms: list[str]) -> str:
    """The few words around the first term in a folded text."""
    at = min((position for term in terms if (position := text.find(term)) >= 0), default=0)
    start = text.rfind(" ", 0, max(at - 20, 0)) + 1 if at > 20 else 0
    end = text.find(" ", at + 40)
    return text[start : end if end >= 0 else None].strip()


def named(book: Book, text: str, limit: int = 20) -> list[FoundPerson]:
    """Who is meant by a PERSON of the command line: the first of these that matches anybody.

    An id; a whole name or address; the beginnings of words of a name. Case and accents do not matter, and nobody
    in the trash is meant.
    """
    exact = book.rows("SELECT id, name FROM person WHERE id = ? AND deleted_on IS NULL", (text.strip(),))
    if exact:
        return [FoundPerson(id_, name, "id") for id_, name in exact]
    whole = book.rows(
        "SELECT p.id, p.name FROM person_key k JOIN person p ON p.pk = k.person JOIN person_text t ON t.pk = p.pk "
        "WHERE (k.value = ? AND t.name = ?) OR k.value = ? GROUP BY p.pk ORDER BY p.name, p.id LIMIT ?",
        (f"name:{name_key(text)}", name_text(text), f"email:{email_key(text)}", limit),
    )
    if whole:
        return [FoundPerson(id_, name, "name") for id_, name in whole]
    for terms in _readings(text):
        if pks := _hits(book, "person_words", _prefixes(terms, "name")):
            return [found for _, found in sorted(_people(book, pks, terms), key=lambda row: row[0])[:limit]]
    return []
