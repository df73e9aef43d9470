"""Kept readiness: each person's last verdict, and the queries that stand on it (`docs/architecture.md`).

A kept verdict holds from the day it was reckoned on to its ``reasons_until``, in the era it was reckoned in; outside
that span it is stale, and reading reckons it again in memory. Only writing puts it back.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any

from refdesk.domain.obligations import days_after
from refdesk.domain.person import Person
from refdesk.domain.policy import Policy
from refdesk.domain.readiness import assess, order_key
from refdesk.domain.verdict import Verdict
from refdesk.domain.words import STATES, State
from refdesk.storage.book import Book
from refdesk.storage.codec import dump_json, plain_decoder, to_plain
from refdesk.storage.derived import chunks, within
from refdesk.storage.facts import Dossier, active_tags_of, dossiers, policy_of

_NEVER = "9999-12-31"
_ERA = "(SELECT number FROM era)"
STALE = (  # joined by OR, SQLite would go through everybody
    "SELECT person FROM readiness WHERE reasons_until < :day "
    "UNION SELECT person FROM readiness WHERE reckoned_on > :day "
    f"UNION SELECT person FROM readiness WHERE era < {_ERA}"
)
_decode_verdict = plain_decoder(Verdict)


@dataclass(frozen=True, slots=True)
class Standing:
    """One person as the list of readiness shows them."""

    pk: int
    id: str
    name: str
    first_name: str
    listed: bool
    to_sort: bool
    verdict: Verdict

    @property
    def order(self) -> tuple[Any, ...]:
        """The list's order."""
        return order_key(self.verdict, self.name, self.id)

    @property
    def order_by_name(self) -> tuple[Any, ...]:
        """The order of proposals: state, score, name, id (`docs/method.md` section 8)."""
        state, score, _, *rest = self.order
        return state, score, *rest


class Assessor:
    """Assesses people of one book on one day, reckoning alike blank people only once."""

    def __init__(self, book: Book, today: date) -> None:
        """Read the era, the policy and the active profiles once."""
        self.today = today
        self.era: int = book.value("SELECT number FROM era")
        self.policy: Policy = policy_of(book)
        self.active_tags = active_tags_of(book)
        self._blank: dict[tuple[Any, ...], Verdict] = {}
        self._encoded: dict[int, str] = {}

    def verdict(self, dossier: Dossier) -> Verdict:
        """The verdict on one person today.

        Of people about whom nothing is recorded, an address book may hold thousands that the rules cannot tell
        apart: only these facts of theirs are looked at before the first conversation.
        """
        if dossier.has_records or dossier.acquaintances:
            return assess(dossier.facts(self.active_tags), self.today, self.policy)
        person = dossier.person
        alike = (person.roles, person.trust, person.cadence_days, person.do_not_ask, person.died_on, person.knows)
        if alike not in self._blank:
            self._blank[alike] = assess(dossier.facts(self.active_tags), self.today, self.policy)
        return self._blank[alike]

    def encoded(self, verdict: Verdict) -> str:
        """A verdict as the book keeps it; the shared ones of blank people are encoded once."""
        key = id(verdict)
        if key in self._encoded:
            return self._encoded[key]
        text = dump_json(to_plain(verdict))
        if any(verdict is shared for shared in self._blank.values()):
            self._encoded[key] = text
        return text

    def standing(self, dossier: Dossier) -> Standing:
        """How one person stands today."""
        person = dossier.person
        gone = dossier.deleted or person.archived or bool(person.died_on and person.died_on <= self.today)
        return Standing(
            pk=dossier.pk,
            id=person.id,
            name=person.name,
            first_name=person.first_name,
            listed=not gone,
            to_sort=not (gone or person.died_on or person.sorted or dossier.has_records),
            verdict=self.verdict(dossier),
        )


def reassess(book: Book, pks: Iterable[int], assessor: Assessor, newcomers: Mapping[int, Person] | None = None) -> None:
    """Reckon these people again and keep what was found; ``newcomers`` are at hand. Inside a transaction."""
    for chunk in chunks(sorted(pks)):
        rows = [row_of(dossier, assessor) for dossier in dossiers(book, chunk, newcomers)]
        marks = ", ".join("?" for _ in range(15))
        book.execute_many(f"INSERT OR REPLACE INTO readiness VALUES ({marks})", rows)


def expire_all(book: Book) -> None:
    """Begin a new era, as after a change of policy or profile: every kept verdict is stale. Inside a transaction."""
    book.execute("UPDATE era SET number = number + 1")


def stale_people(book: Book, today: date) -> list[int]:
    """Who has to be reckoned again today."""
    return [pk for (pk,) in book.rows(STALE, {"day": today.isoformat()})]


def standings(
    book: Book,
    states: Sequence[State],
    today: date,
    *,
    with_unsorted: bool,
    limit: int | None = None,
    as_kept: bool = False,
    by_name: bool = False,
) -> list[Standing]:
    """Who stands at one of these states today, in the list's order, at most ``limit``; nothing is written.

    ``as_kept`` takes even verdicts that no longer hold as they are. ``by_name`` gives the order of proposals.
    """
    day = None if as_kept else today
    fresh = _kept(book, states, day, with_unsorted=with_unsorted, limit=limit, by_name=by_name)
    if as_kept:
        return fresh
    again = [
        standing
        for standing in reckoned(book, stale_people(book, today), today)
        if standing.listed and standing.verdict.state in states and (with_unsorted or not standing.to_sort)
    ]
    if not again:
        return fresh
    order = attrgetter("order_by_name" if by_name else "order")
    return sorted([*fresh, *again], key=order)[:limit]


def reckoned(book: Book, pks: Collection[int], today: date) -> list[Standing]:
    """How these people stand today, reckoned afresh; nothing is written."""
    assessor = Assessor(book, today)
    return [assessor.standing(dossier) for chunk in chunks(sorted(pks)) for dossier in dossiers(book, chunk)]


def count_to_sort(book: Book) -> int:
    """How many people came in with an import, were not sorted yet, and have nothing recorded."""
    return int(book.value("SELECT count(*) FROM readiness WHERE to_sort = 1"))


def count_at(book: Book, state: State) -> int:
    """How many in the lists stand at a state by their kept verdicts, those to be reckoned again among them."""
    sql = "SELECT count(*) FROM readiness WHERE listed = 1 AND state = ?"
    return int(book.value(sql, (STATES.index(state),)))


def has_people(book: Book) -> bool:
    """Whether anybody is in the book, those put aside or in the trash among them."""
    return bool(book.value("SELECT EXISTS (SELECT 1 FROM person)"))


def keep_in_touch_due(book: Book, today: date, limit: int | None = None) -> list[tuple[str, str, int, date]]:
    """Sorted people whose rhythm is due, at most ``limit``: (id, name, cadence in days, when to be spoken with).

    Those come first who are late by most of their rhythms, among equals by name.
    """
    rows = book.rows(
        "SELECT p.id, p.name, p.cadence_days, r.keep_due FROM readiness r JOIN person p ON p.pk = r.person "
        "WHERE r.keep_due <= :day AND r.listed = 1 "
        "ORDER BY (julianday(:day) - julianday(r.keep_due)) / p.cadence_days DESC, r.name_key, r.id LIMIT :limit",
        {"day": today.isoformat(), "limit": -1 if limit is None else limit},
    )
    return [(id_, name, cadence, date.fromisoformat(due)) for id_, name, cadence, due in rows]


def _kept(
    book: Book,
    states: Sequence[State],
    today: date | None,
    *,
    with_unsorted: bool,
    limit: int | None,
    by_name: bool,
) -> list[Standing]:
    """By kept verdicts: those that hold on a day, or all of them."""
    sorted_only = "" if with_unsorted else "AND r.to_sort = 0"
    holding = f"AND r.reasons_until >= :day AND r.reckoned_on <= :day AND r.era = {_ERA}" if today else ""
    known = "" if by_name else "r.known_from, "
    found: list[Standing] = []
    # One state at a time, so that the index gives the order and a limit stops early.
    for rank in sorted(STATES.index(state) for state in set(states)):
        rows = book.rows(
            "SELECT r.person, r.id, p.name, p.given, r.to_sort, r.verdict FROM readiness r "
            "JOIN person p ON p.pk = r.person "
            f"WHERE r.listed = 1 AND r.state = :rank {sorted_only} {holding} "
            f"ORDER BY r.score DESC, {known}r.name_key, r.id LIMIT :limit",
            {
                "rank": rank,
                "day": today.isoformat() if today else "",
                "limit": -1 if limit is None else limit - len(found),
            },
        )
        for pk, id_, name, given, to_sort, verdict in rows:
            first = given or name.partition(" ")[0] or name
            found.append(Standing(pk, id_, name, first, True, to_sort == 1, _decode_verdict(json.loads(verdict))))
        if limit is not None and len(found) >= limit:
            break
    return found


def row_of(dossier: Dossier, assessor: Assessor) -> tuple[Any, ...]:
    """The row of the readiness table that keeps how somebody stands."""
    standing, today = assessor.standing(dossier), assessor.today
    verdict = standing.verdict
    last_talk = max(
        (e.on for e in dossier.entries if e.is_conversation and not e.planned and e.on <= today), default=None
    )
    return (
        dossier.pk,
        standing.id,
        standing.name.casefold(),
        int(standing.listed),
        int(standing.to_sort),
        STATES.index(verdict.state),
        verdict.score,
        verdict.known_from.isoformat() if verdict.known_from else _NEVER,
        last_talk.isoformat() if last_talk else None,
        _keep_due(dossier, last_talk),
        verdict.reckoned_on.isoformat(),
        verdict.valid_until.isoformat() if verdict.valid_until else None,
        verdict.reasons_until.isoformat() if verdict.reasons_until else _NEVER,
        assessor.encoded(verdict),
        assessor.era,
    )


def _keep_due(dossier: Dossier, last_talk: date | None) -> str | None:
    """When somebody with a rhythm falls due to be spoken with (`docs/method.md` section 8, Proposals)."""
    person = dossier.person
    if person.cadence_days is None or not person.sorted:
        return None
    if last_talk is None and dossier.first_due:
        return dossier.first_due
    start = last_talk or person.added_on
    return days_after(start, person.cadence_days).isoformat() if start else None


def whom_it_concerns(book: Book, ids: Collection[str]) -> list[int]:
    """The pks of these people and of whoever could introduce one of them."""
    pks = set(places_of(book, ids))
    naming = book.rows(
        "SELECT person FROM introduction WHERE other IN (SELECT value FROM json_each(?))", (within(sorted(pks)),)
    )
    return sorted(pks.union(pk for (pk,) in naming))


def places_of(book: Book, ids: Collection[str]) -> list[int]:
    """The pks of these people."""
    sql = "SELECT pk FROM person WHERE id IN (SELECT value FROM json_each(?))"
    return [pk for (pk,) in book.rows(sql, (json.dumps(list(ids)),))]


def never_spoken_with(book: Book, ids: Collection[str]) -> frozenset[str]:
    """Those of these people with whom no conversation is recorded."""
    sql = "SELECT id FROM readiness WHERE last_talk IS NULL AND id IN (SELECT value FROM json_each(?))"
    return frozenset(id_ for (id_,) in book.rows(sql, (json.dumps(list(ids)),)))
