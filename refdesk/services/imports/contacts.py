"""Taking in the people of an address book: vCards, or one of the CSV forms."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from refdesk.domain.identity import match_keys, name_key
from refdesk.domain.person import Person, Source
from refdesk.domain.words import Role, Trust
from refdesk.formats.incoming import Incoming, Reading
from refdesk.formats.vcard.values import STAND_IN
from refdesk.services.desk import Desk
from refdesk.services.imports.matching import CERTAIN, OURS, Matcher, copied_keys
from refdesk.services.imports.merging import (
    BY_CONTENT,
    base_of,
    kept_from,
    merge,
    remember,
    same_but_for_sources,
    what_is_said,
)
from refdesk.services.imports.progress import Progress
from refdesk.services.imports.report import Lookalike, Outcome, Problem, Report
from refdesk.storage.codec import dump_json
from refdesk.storage.photos import keep_photo
from refdesk.storage.writing import Writing, new_id

_OWN = (*CERTAIN, OURS)
"""What the keys begin with by which a record of a file is the same in any other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForAll:
    """What the user says of everybody in an import."""

    roles: tuple[Role, ...] = ()
    tags: tuple[str, ...] = ()
    cadence_days: int | None = None
    trust: Trust = "unknown"

    def given_to(self, person: Person) -> Person:
        """The person with these: lists united, and single facts only where there is none yet."""
        if self == ForAll():
            return person
        known = {tag.casefold() for tag in person.tags}
        return replace(
            person,
            roles=(*person.roles, *(role for role in self.roles if role not in person.roles)),
            tags=(*person.tags, *(tag for tag in self.tags if tag.casefold() not in known)),
            cadence_days=person.cadence_days or self.cadence_days,
            trust=self.trust if person.trust == "unknown" else person.trust,
        )


@dataclass(slots=True)
class _Record:
    """One incoming record, the key and the words by which the next import will know it again, and what became of it."""

    incoming: Incoming
    person: Person
    source: Source
    keys: tuple[str, ...]
    outcome: Outcome = "unchanged"
    maybe: tuple[Person, ...] = ()

    @property
    def source_key(self) -> str:
        """Under what an earlier import of this source left it."""
        return f"{self.source.source}/{self.source.key}"


@dataclass(slots=True)
class ContactsImport:
    """The people of address books on their way into the book, inside the import's act.

    ``given_cadence`` are the ids of those who have their cadence from what is said of everybody.
    """

    desk: Desk
    act: Writing
    report: Report
    for_all: ForAll
    progress: Progress
    given_cadence: list[str] = field(default_factory=list)
    _said: dict[tuple[str, str], list[dict[str, Any]]] = field(default_factory=dict)
    _copied: dict[str, frozenset[str]] = field(default_factory=dict)
    _new: dict[str, Person] = field(default_factory=dict)
    _keys: frozenset[str] = frozenset()
    _referred: list[tuple[str, _Record]] = field(default_factory=list)

    def take(self, books: Sequence[tuple[str, Reading]]) -> None:
        """Take in everybody of these files, each with its name; what is wrong with a record never costs another one."""
        self.progress.expect(sum(len(reading.people) for _, reading in books))
        read = [(file, reading, list(self._records(reading))) for file, reading in books]
        self._keys = frozenset(record.source.key for *_, records in read for record in records)
        for source in {reading.source for _, reading in books}:
            came = (record for *_, records in read for record in records if record.source.source == source)
            self._copied[source] = copied_keys((record.person.name, record.keys) for record in came)
        for file, reading, records in read:
            self._take_book(reading.source, records)
            self._tell(file, reading, records)

    def _take_book(self, source: str, records: Sequence[_Record]) -> None:
        self.act.finish()  # so that whoever another file of this import has brought is found
        keys = {key for record in records for key in (*record.keys, record.source_key)}
        matcher = Matcher.of(self.desk.book, keys, self._copied[source])
        self._new, self._referred = {}, []
        for record in records:
            self._take_one(record, matcher)
            self.progress.step()
        self._introduce(matcher)
        self.act.put_new(list(self._new.values()))
        self.report.created_ids.extend(self._new)

    def _records(self, reading: Reading) -> Iterator[_Record]:
        """The records with their keys: the source's own, the UID, else a digest of what they say."""
        here: dict[tuple[str, str], list[dict[str, Any]]] = {}
        for incoming in reading.people:
            person = keep_photo(self.desk.book, incoming.person)
            said = what_is_said(person)
            keys = list(match_keys(person))
            own = incoming.key or person.uid
            key = own or BY_CONTENT + hashlib.sha256(dump_json(said).encode()).hexdigest()[:16]
            if own.startswith(STAND_IN):
                keys.append(OURS + own.removeprefix(STAND_IN))
            if own and any(each.startswith(_OWN) for each in keys):
                keys.append(f"{reading.source}/{own}")
                key = _numbered(key, said, self._said.setdefault((reading.source, key), []), alike=True)
            else:
                key = _numbered(key, said, here.setdefault((reading.source, key), []), alike=False)
            source = Source(source=reading.source, key=key, wrote=said)
            yield _Record(incoming, person, source, tuple(keys))

    def _take_one(self, record: _Record, matcher: Matcher) -> None:
        match = matcher.match(record.person, record.keys, record.source_key)
        if match.person is None:
            record.outcome, record.maybe = "created", match.maybe
            added_on = record.person.added_on or self.desk.today
            new = replace(record.person, id=new_id(), added_on=added_on, sources=(record.source,))
            person = self._put(self._for_all(new), new=True)
        else:
            person = self._update(record, match.person)
        matcher.claim(record.person, record.keys, person)
        if record.incoming.referred_by:
            self._referred.append((person.id, record))

    def _update(self, record: _Record, ours: Person) -> Person:
        base = base_of(ours, record.source, self._keys)
        merged = self._for_all(merge(ours, record.person, base.wrote if base else {}))
        person = remember(merged, kept_from(base, record.source), base)
        if person == ours:
            return ours
        if not same_but_for_sources(person, ours):
            record.outcome = "updated"
        return self._put(person)

    def _for_all(self, person: Person) -> Person:
        given = self.for_all.given_to(person)
        if given.cadence_days != person.cadence_days:
            self.given_cadence.append(given.id)
        return given

    def _put(self, person: Person, *, new: bool = False) -> Person:
        """Write somebody; whoever is new is written with all the others who are."""
        if new or person.id in self._new:
            self._new[person.id] = person
        else:
            self.act.put(person)
        return person

    def _introduce(self, matcher: Matcher) -> None:
        """Turn "Referred By" into who introduced them, where it names one person of the book or of this file.

        Whom the source has named before is not written again, so that who was taken out by the user stays out.
        """
        if not self._referred:
            return
        names = {f"name:{name_key(record.incoming.referred_by)}" for _, record in self._referred}
        known = Matcher.of(self.desk.book, names)
        for id_, record in self._referred:
            name = record.incoming.referred_by
            people = {each.id for each in (*known.named(name), *matcher.named(name)) if each.id != id_}
            person = matcher.people[id_]
            source = next(each for each in person.sources if each.key == record.source.key)
            before = source.wrote.get("introduced_by", "")
            if len(people) != 1 or before in people:
                continue
            (introducer,) = people
            told = replace(source, wrote={**source.wrote, "introduced_by": introducer})
            introduced = remember(person, told, source)
            if person.introduced_by in ("", before):
                introduced = replace(introduced, introduced_by=introducer)
                record.outcome = "updated" if record.outcome == "unchanged" else record.outcome
            matcher.people[id_] = self._put(introduced)

    def _tell(self, file: str, reading: Reading, records: Sequence[_Record]) -> None:
        """Report what became of every record, and what is wrong with any, in the order of the file."""
        self.report.warnings.extend(f"{file}: {warning}" for warning in reading.warnings)
        found = [Problem(file, unread.line, unread.record, unread.why, "skipped") for unread in reading.unread]
        for _ in found:
            self.report.count("skipped")
        for record in records:
            self.report.count(record.outcome)
            label = f"{record.incoming.record} ({record.person.name})"
            if record.maybe:
                names = ", ".join(dict.fromkeys(map(_called, record.maybe)))
                why = f"May be the same as {names}."
                found.append(Lookalike(file, record.incoming.line, label, why, record.outcome))
            found.extend(Problem(file, flaw.line, label, flaw.why, record.outcome) for flaw in record.incoming.flaws)
        self.report.problems.extend(sorted(found, key=lambda problem: problem.line or 0))


def _numbered(key: str, said: dict[str, Any], before: list[dict[str, Any]], *, alike: bool) -> str:
    """The key, with a number from the second record on that has it; ``alike`` lets those who say the same share one.

    Two cards of one UID or profile are one person's; two without any that say the same may be two namesakes'.
    """
    if not (alike and said in before):
        before.append(said)
    number = before.index(said) + 1 if alike else len(before)
    return key if number == 1 else f"{key} #{number}"


def _called(person: Person) -> str:
    return f"{person.name} ({person.org})" if person.org else person.name
