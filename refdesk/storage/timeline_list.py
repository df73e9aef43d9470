"""The whole timeline by the page, newest first: as it is, or only what a filter admits.

Entries are walked backwards by their day, some at a time, so that no page costs more than a frame, however rare what
is looked for. Only words that few entries hold are looked up in the index first.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from refdesk.domain.folding import words
from refdesk.domain.records import Entry
from refdesk.domain.words import Kind
from refdesk.storage import search
from refdesk.storage.book import Book
from refdesk.storage.derived import within
from refdesk.storage.tables import table_of

FEW = 2_000
"""Up to how many hits a text is looked up by the index."""

WALKED = 1_000
"""How many entries one page looks at, where it does not look at the hits of an index."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryFilter:
    """What is shown: all that is not set goes. ``person`` is an id, ``text`` what somebody typed."""

    kind: Kind | None = None
    person: str = ""
    since: date | None = None
    until: date | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """An entry's place in the order: its day and its pk, the newest first."""

    on: str
    pk: int


@dataclass(frozen=True, slots=True)
class EntriesPage:
    """Some entries, perhaps none, and where the walk goes on; ``after`` None at the end of it."""

    entries: tuple[Entry, ...]
    after: Place | None


def entries_page(book: Book, wanted: EntryFilter, limit: int, after: Place | None = None) -> EntriesPage:
    """The next entries that the filter admits, at most ``limit``; those of nobody but the trash are left out."""
    if wanted.person:
        return _of_few(book, wanted, _OF_PERSON, wanted.person, limit, after)
    hits = search.entry_hits(book, wanted.text, FEW) if words(wanted.text) else None
    if hits is not None:
        return _of_few(book, replace(wanted, text=""), _OF_HITS, within(hits), limit, after)
    return _walked(book, wanted, limit, after)


def place_of(book: Book, entry: str) -> Place | None:
    """Where an entry stands; None when it is not there."""
    rows = book.rows('SELECT "on", pk FROM entry WHERE id = ?', (entry,))
    return Place(*rows[0]) if rows else None


def count_newer(book: Book, place: Place, most: int) -> int:
    """How many entries stand before this place, counted up to ``most``."""
    sql = 'SELECT count(*) FROM (SELECT 1 FROM entry WHERE ("on", pk) > (?, ?) AND "on" >= ? LIMIT ?)'
    return int(book.value(sql, (place.on, place.pk, place.on, most)))


def has_entries(book: Book) -> bool:
    """Whether anything was ever logged."""
    return book.value("SELECT 1 FROM entry LIMIT 1") is not None


_OF_PERSON = (
    "person p CROSS JOIN entry_person l ON l.person = p.pk AND p.id = ? CROSS JOIN entry e ON e.pk = l.entry "
    "LEFT JOIN entry_text t ON t.pk = e.pk"
)
_OF_HITS = "json_each(?) j CROSS JOIN entry e ON e.pk = j.value"


def _of_few(book: Book, wanted: EntryFilter, source: str, whose: str, limit: int, after: Place | None) -> EntriesPage:
    """A page of the entries of one person, or of those that an index found."""
    span, span_values = _span(wanted, after, "e.")
    conditions, values = _conditions(wanted)
    rows = _read(book, source, [*span, *conditions], [whose, *span_values, *values], limit)
    return _page(rows, limit, None)


def _walked(book: Book, wanted: EntryFilter, limit: int, after: Place | None) -> EntriesPage:
    """A page of what the next entries backwards hold."""
    span, span_values = _span(wanted, after)
    walk = f'SELECT "on", pk FROM entry WHERE {" AND ".join(span)} ORDER BY "on" DESC, pk DESC LIMIT {WALKED}'
    ends = book.rows(f'SELECT "on", pk FROM ({walk}) LIMIT 1 OFFSET {WALKED - 1}', span_values)
    conditions, values = _conditions(wanted)
    texts = "CROSS JOIN entry_text t ON t.pk = w.pk" if words(wanted.text) else ""
    source = f"({walk}) w {texts} CROSS JOIN entry e ON e.pk = w.pk"
    rows = _read(book, source, conditions, [*span_values, *values], limit)
    return _page(rows, limit, Place(*ends[0]) if ends else None)


def _span(wanted: EntryFilter, after: Place | None, alias: str = "") -> tuple[list[str], list[Any]]:
    """The stretch of days that is walked."""
    span: list[str] = ["1"]
    values: list[Any] = []
    if after is not None:
        span.append(f'{alias}"on" <= ? AND ({alias}"on", {alias}pk) < (?, ?)')
        values += [after.on, after.on, after.pk]
    if wanted.since is not None:
        span.append(f'{alias}"on" >= ?')
        values.append(wanted.since.isoformat())
    if wanted.until is not None:
        span.append(f'{alias}"on" <= ?')
        values.append(wanted.until.isoformat())
    return span, values


_OF_SOMEBODY = (
    "EXISTS (SELECT 1 FROM entry_person x JOIN person y ON y.pk = x.person "
    "WHERE x.entry = e.pk AND y.deleted_on IS NULL)"
)


def _conditions(wanted: EntryFilter) -> tuple[list[str], list[Any]]:
    """What an entry ``e`` has to be, and with its folded text ``t`` what it has to say."""
    found: list[str] = []
    values: list[Any] = []
    if wanted.kind is not None:
        found.append("e.kind = ?")
        values.append(wanted.kind)
    for term in words(wanted.text):
        # A short word is looked for at the beginnings of words, as the index does.
        found.append("instr(t.text, ?)" if len(term) > 2 else "instr(' ' || t.text, ?)")
        values.append(term if len(term) > 2 else f" {term}")
    found.append(_OF_SOMEBODY)
    return found, values


def _read(book: Book, source: str, conditions: Sequence[str], values: Sequence[Any], limit: int) -> list[Any]:
    table = table_of(Entry)
    return book.rows(
        f'SELECT {table.columns_of("e")}, e."on", e.pk FROM {source} WHERE {" AND ".join(conditions)} '
        'ORDER BY e."on" DESC, e.pk DESC LIMIT ?',
        (*values, limit + 1),
    )


def _page(rows: Sequence[Any], limit: int, walked_to: Place | None) -> EntriesPage:
    """The rows as a page, which goes on behind its last one, or else where the walk stopped."""
    table = table_of(Entry)
    after = Place(*rows[limit - 1][-2:]) if len(rows) > limit else walked_to
    return EntriesPage(tuple(table.codec.decode(row) for row in rows[:limit]), after)
