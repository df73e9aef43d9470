"""What is recorded about people, read for an assessment: one person or a thousand at a time."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from refdesk.domain.facts import Acquaintance, Facts
from refdesk.domain.person import Person
from refdesk.domain.policy import Policy
from refdesk.domain.records import Ask, Entry, Me, Referral
from refdesk.storage.book import Book
from refdesk.storage.codec import dump_json, plain_decoder, to_plain
from refdesk.storage.derived import within
from refdesk.storage.tables import Setting, table_of


@dataclass(slots=True)
class Dossier:
    """One person's facts in the making, with what the book keeps of them besides."""

    pk: int
    person: Person
    deleted: bool
    first_due: str | None
    entries: list[Entry] = field(default_factory=list)
    asks: list[Ask] = field(default_factory=list)
    referrals: list[Referral] = field(default_factory=list)
    acquaintances: list[Acquaintance] = field(default_factory=list)
    has_notes: bool = False

    @property
    def has_records(self) -> bool:
        """Whether anything is recorded about them beyond who they are."""
        return bool(self.entries or self.asks or self.referrals or self.has_notes)

    def facts(self, active_tags: frozenset[str]) -> Facts:
        """The facts that an assessment may look at."""
        return Facts(
            person=self.person,
            entries=self.entries,
            asks=self.asks,
            referrals=self.referrals,
            acquaintances=self.acquaintances,
            active_tags=active_tags,
        )


def policy_of(book: Book) -> Policy:
    """The method's numbers as this book's user set them."""
    text = book.value("SELECT value FROM setting WHERE id = 'policy'")
    policy: Policy = Policy() if text is None else plain_decoder(Policy)(json.loads(text))
    return policy


def me_of(book: Book) -> Me:
    """The book's user."""
    text = book.value("SELECT value FROM setting WHERE id = 'me'")
    me: Me = Me() if text is None else plain_decoder(Me)(json.loads(text))
    return me


def setting_of(record: Me | Policy) -> Setting:
    """The row that keeps the user or the policy."""
    return Setting(id="me" if isinstance(record, Me) else "policy", value=dump_json(to_plain(record)))


def active_tags_of(book: Book) -> frozenset[str]:
    """The casefolded tags of all active profiles."""
    lists = book.rows("SELECT tags FROM profile WHERE active = 1 AND tags IS NOT NULL")
    return frozenset(tag.strip().casefold() for (tags,) in lists for tag in json.loads(tags))


def dossiers(book: Book, pks: Collection[int], newcomers: Mapping[int, Person] | None = None) -> list[Dossier]:
    """Everything recorded about these people, in order of entry; ``newcomers`` among them are at hand already."""
    known = newcomers or {}
    found = [bare_dossier(pk, known[pk]) for pk in pks if pk in known]
    found += _read_people(book, [pk for pk in pks if pk not in known])
    by_pk = {dossier.pk: dossier for dossier in found}
    those = (within(pks),)
    _add_entries(book, by_pk, those)
    _add_asks_and_referrals(book, {dossier.person.id: dossier for dossier in found}, those)
    _add_acquaintances(book, by_pk, those)
    return sorted(found, key=lambda dossier: dossier.pk)


def bare_dossier(pk: int, person: Person) -> Dossier:
    """The dossier of somebody about whom nothing is recorded yet."""
    return Dossier(pk, person, deleted=False, first_due=None)


def _read_people(book: Book, pks: Collection[int]) -> list[Dossier]:
    if not pks:
        return []
    person = table_of(Person)
    rows = book.rows(
        f"SELECT {person.column_list}, pk, deleted_on, first_due FROM person "
        "WHERE pk IN (SELECT value FROM json_each(?))",
        (within(pks),),
    )
    return [Dossier(row[-3], person.codec.decode(row), row[-2] is not None, row[-1]) for row in rows]


def _add_entries(book: Book, by_pk: dict[int, Dossier], those: tuple[Any, ...]) -> None:
    """Read each entry once, however many people were at it."""
    entry = table_of(Entry)
    people: dict[int, list[int]] = {}
    of_those = "person IN (SELECT value FROM json_each(?))"
    for pk, person in book.rows(f"SELECT entry, person FROM entry_person WHERE {of_those}", those):
        people.setdefault(pk, []).append(person)
    # An entry without a time comes before the others of its day: NULL sorts first.
    sql = (
        f"SELECT {entry.column_list}, pk FROM entry WHERE pk IN (SELECT entry FROM entry_person WHERE {of_those}) "
        'ORDER BY "on", at, pk'
    )
    for row in book.rows(sql, those):
        found: Entry = entry.codec.decode(row)
        for person in people[row[-1]]:
            by_pk[person].entries.append(found)


def _add_asks_and_referrals(book: Book, by_id: dict[str, Dossier], those: tuple[Any, ...]) -> None:
    ids = "(SELECT id FROM person WHERE pk IN (SELECT value FROM json_each(?)))"
    ask, referral = table_of(Ask), table_of(Referral)
    for row in book.rows(f"SELECT {ask.column_list} FROM ask WHERE person IN {ids} ORDER BY pk", those):
        found: Ask = ask.codec.decode(row)
        by_id[found.person].asks.append(found)
    sql = f'SELECT {referral.column_list} FROM referral WHERE champion IN {ids} OR "to" IN {ids} ORDER BY pk'
    for row in book.rows(sql, those * 2):
        made: Referral = referral.codec.decode(row)
        for id_ in {made.champion, made.to} & by_id.keys():
            by_id[id_].referrals.append(made)
    for (id_,) in book.rows(f"SELECT DISTINCT person FROM note WHERE person IN {ids}", those):
        by_id[id_].has_notes = True


def _add_acquaintances(book: Book, by_pk: dict[int, Dossier], those: tuple[Any, ...]) -> None:
    sql = (
        "SELECT i.person, o.id, o.roles FROM introduction i JOIN person o ON o.pk = i.other "
        "WHERE i.person IN (SELECT value FROM json_each(?)) AND o.deleted_on IS NULL AND o.archived = 0 ORDER BY o.pk"
    )
    for pk, id_, roles in book.rows(sql, those):
        by_pk[pk].acquaintances.append(Acquaintance(id_, tuple(json.loads(roles)) if roles else ()))
