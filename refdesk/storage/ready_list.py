"""The list of who is ready, for a screen: counts and ids by state from kept verdicts, and rows by the page."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from refdesk.domain.records import Entry, Later
from refdesk.domain.verdict import Verdict
from refdesk.domain.words import STATES, Role, State
from refdesk.storage.book import Book
from refdesk.storage.codec import plain_decoder
from refdesk.storage.readiness import Standing
from refdesk.storage.records import each
from refdesk.storage.tables import table_of

_LATELY = 1_000
"""Among how many of the last entries gifts are looked for, so that the size of the book does not matter."""

_decode_verdict = plain_decoder(Verdict)


@dataclass(frozen=True, slots=True)
class Only:
    """Whom the list is kept to: those with one of these roles or one of these spellings of a tag; both empty: all."""

    roles: tuple[Role, ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def is_everybody(self) -> bool:
        """Whether nobody is left out."""
        return not self.roles and not self.tags

    @property
    def words(self) -> str:
        """The roles or tags as the JSON that the statements compare with."""
        return json.dumps(list(self.roles or self.tags), ensure_ascii=False)


def counts(book: Book, only: Only) -> dict[State, int]:
    """How many of them stand at each state; whoever is still to be sorted is left out.

    Of everybody this takes milliseconds however large the book: the index alone is read. Kept to some it may take a
    quarter of a second in a book of 100,000.
    """
    if not only.is_everybody:
        rows = book.rows(
            "SELECT r.state, count(*) FROM readiness r WHERE r.listed = 1 AND r.to_sort = 0 "
            f"AND {_of_those(only)} GROUP BY r.state",
            {"words": only.words},
        )
        return {STATES[rank]: count for rank, count in rows}
    rows = book.rows("SELECT state, count(*) FROM readiness WHERE listed = 1 GROUP BY state")
    found = {STATES[rank]: count for rank, count in rows}
    # With whoever is to be sorted nobody has talked yet, and nothing was given: two gates are open, so they stand at
    # nurture, or at do_not_ask by choice. Their own states need not be looked up one by one.
    to_sort = int(book.value("SELECT count(*) FROM readiness WHERE to_sort = 1"))
    never = STATES.index("do_not_ask")
    sql = "SELECT count(*) FROM readiness WHERE listed = 1 AND state = ? AND to_sort = 1"
    not_asked = int(book.value(sql, (never,)))
    found["do_not_ask"] = found.get("do_not_ask", 0) - not_asked
    found["nurture"] = found.get("nurture", 0) - (to_sort - not_asked)
    return found


def ids_at(book: Book, state: State, only: Only, limit: int) -> tuple[str, ...]:
    """The ids of the first of them at a state, in the list's order, without those still to be sorted."""
    condition = "" if only.is_everybody else f"AND {_of_those(only)}"
    rows = book.rows(
        "SELECT r.id FROM readiness r WHERE r.listed = 1 AND r.state = :state AND r.to_sort = 0 "
        f"{condition} ORDER BY r.score DESC, r.known_from, r.name_key, r.id LIMIT :limit",
        {"state": STATES.index(state), "words": only.words, "limit": limit},
    )
    return tuple(id_ for (id_,) in rows)


def standings_of(book: Book, ids: Collection[str]) -> list[Standing]:
    """How these people stand by their kept verdicts, in no order; without those whom the book has no more."""
    rows = book.rows(
        "SELECT r.person, r.id, p.name, p.given, r.listed, r.to_sort, r.verdict FROM readiness r "
        "JOIN person p ON p.pk = r.person WHERE r.id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    return [
        Standing(
            pk=pk,
            id=id_,
            name=name,
            first_name=given or name.partition(" ")[0] or name,
            listed=listed == 1,
            to_sort=to_sort == 1,
            verdict=_decode_verdict(json.loads(verdict)),
        )
        for pk, id_, name, given, listed, to_sort, verdict in rows
    ]


def put_off_until(book: Book, ids: Collection[str], day: date, kinds: Collection[str]) -> dict[str, date]:
    """Until when the proposals of these kinds to these people are put off, by id; only days after ``day``."""
    keys = {f"person:{id_}:{kind}": id_ for id_ in ids for kind in kinds}
    laters: list[Later] = list(
        each(
            book,
            Later,
            "substr(until, 1, 10) > ? AND id IN (SELECT value FROM json_each(?))",
            (day.isoformat(), json.dumps(list(keys))),
        )
    )
    found: dict[str, date] = {}
    for later in laters:
        until = date(later.until.year, later.until.month, later.until.day)  # a moment counts as its day
        found[keys[later.key]] = max(until, found.get(keys[later.key], until))
    return found


def entries_of(book: Book, ids: Collection[str]) -> list[Entry]:
    """These entries, newest first."""
    entries: list[Entry] = list(each(book, Entry, "id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),)))
    return sorted(entries, key=lambda entry: entry.on, reverse=True)


def gifts(book: Book, day: date, *, without: str) -> list[Entry]:
    """Entries by which the user lately helped anybody but this person, with words to say how; newest first."""
    table = table_of(Entry)
    rows = book.rows(
        f"SELECT {table.columns_of('e')} FROM "
        '(SELECT * FROM entry WHERE "on" <= :day ORDER BY "on" DESC, at DESC LIMIT :looked_at) e '
        "WHERE e.planned = 0 AND e.summary IS NOT NULL "
        "AND EXISTS (SELECT 1 FROM json_each(e.marks) m WHERE m.value = 'gave') "
        "AND NOT EXISTS (SELECT 1 FROM json_each(e.people) p WHERE p.value = :without)",
        {"day": day.isoformat(), "looked_at": _LATELY, "without": without},
    )
    return [table.codec.decode(row) for row in rows]


def _of_those(only: Only) -> str:
    """The condition that keeps the row ``r`` to some, by the parameter ``words``."""
    column = "roles" if only.roles else "tags"
    return (
        f"r.person IN (SELECT p.pk FROM person p, json_each(p.{column}) j "
        "WHERE j.value IN (SELECT value FROM json_each(:words)))"
    )
