"""Taking in the people of an address book: vCards, or one of the CSV forms."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from refdesk.domain.identity import match_keys, name_key
from refdesk.domain.person import Person, Source
from refdesk.domain.words import Role, Trust
from refdesk.formats.incoming import Incoming, Reading
from refdesk.services.desk import Desk
from refdesk.services.imports.matching import Match, Matcher
from refdesk.services.imports.merging import base_of, merge, remember, same_but_for_sources, what_is_said
from refdesk.services.imports.report import Outcome, Problem, Report
from refdesk.storage.codec import dump_json
from refdesk.storage.photos import keep_photo
from refdesk.storage.writing import Writing, new_id


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
    """One incoming record with the key and the words by which the next import will know it again."""

    file: str
    incoming: Incoming
    person: Person
    source: Source
    keys: tuple[str, ...]

    @property
    def source_key(self) -> str:
        """Under what an earlier import of this source left it."""
        return f"{self.source.source}/{self.source.key}"


@dataclass(slots=True)
class ContactsImport:
    """The people of one file on their way into the book, inside the import's act."""

    desk: Desk
    act: Writing
    report: Report
    for_all: ForAll
    _new: dict[str, Person] = field(default_factory=dict)
    _keys: frozenset[str] = frozenset()
    _referred: list[tuple[str, str]] = field(default_factory=list)

    def take(self, file: str, reading: Reading) -> None:
        """Take in everybody of one file; what is wrong with a record never costs another one."""
        self.report.warnings.extend(f"{file}: {warning}" for warning in reading.warnings)
        for unread in reading.unread:
            self._skipped(file, unread.line, unread.record, unread.why)
        records = list(self._records(file, reading))
        matcher = Matcher.of(self.desk.book, {key for record in records for key in (*record.keys, record.source_key)})
        self._new, self._referred = {}, []
        self._keys = frozenset(record.source.key for record in records)
        for record in records:
            self._take_one(record, matcher)
        self._introduce(records, matcher)
        self.act.put_new(list(self._new.values()))
        self.report.created_ids.extend(self._new)

    def _records(self, file: str, reading: Reading) -> Iterator[_Record]:
        """The records with their keys: the source's own, the UID, else a digest of what they say.

        Records that say the very same are told apart by their order, so that two bare namesakes stay two.
        """
        seen: dict[str, int] = {}
        for incoming in reading.people:
            person = keep_photo(self.desk.book, incoming.person)
            said = what_is_said(person)
            key = incoming.key or person.uid
            if not key:
                digest = hashlib.sha256(dump_json(said).encode()).hexdigest()[:16]
                seen[digest] = seen.get(digest, 0) + 1
                key = f"{digest}.{seen[digest]}"
            source = Source(source=reading.source, key=key, wrote=said)
            yield _Record(file, incoming, person, source, tuple(match_keys(person)))

    def _take_one(self, record: _Record, matcher: Matcher) -> None:
        match = matcher.match(record.person, record.keys, record.source_key)
        outcome: Outcome
        if match.person is None:
            outcome, person = "created", self._create(record, match)
        else:
            outcome, person = self._update(record, match.person)
        matcher.claim(record.person, record.keys, person)
        self.report.count(outcome)
        if record.incoming.referred_by:
            self._referred.append((person.id, record.incoming.referred_by))
        for flaw in record.incoming.flaws:
            self._problem(record, flaw.line, flaw.why, outcome)

    def _create(self, record: _Record, match: Match) -> Person:
        person = replace(record.person, id=new_id(), added_on=self.desk.today, sources=(record.source,))
        person = self._new[person.id] = self.for_all.given_to(person)
        if match.maybe:
            names = ", ".join(dict.fromkeys(_called(other) for other in match.maybe))
            self._problem(record, record.incoming.line, f"May be the same as {names}.", "created")
        return person

    def _update(self, record: _Record, ours: Person) -> tuple[Outcome, Person]:
        base = base_of(ours, record.source.source, record.source.key, self._keys)
        merged = self.for_all.given_to(merge(ours, record.person, base.wrote if base else {}))
        person = remember(merged, record.source, base)
        if person == ours:
            return "unchanged", ours
        if ours.id in self._new:
            self._new[ours.id] = person
        else:
            self.act.put(person)
        return ("unchanged" if same_but_for_sources(person, ours) else "updated"), person

    def _introduce(self, records: Sequence[_Record], matcher: Matcher) -> None:
        """Turn "Referred By" into who introduced them, where it names one person of the book or of this file."""
        if not self._referred:
            return
        known = Matcher.of(self.desk.book, {f"name:{name_key(name)}" for _, name in self._referred})
        for id_, name in self._referred:
            people = {each.id: each for each in (*known.named(name), *matcher.named(name)) if each.id != id_}
            person = matcher.people[id_]
            if len(people) != 1 or person.introduced_by:
                continue
            introduced = replace(person, introduced_by=next(iter(people)))
            if id_ in self._new:
                self._new[id_] = introduced
            else:
                self.act.put(introduced)

    def _problem(self, record: _Record, line: int, why: str, outcome: Outcome) -> None:
        label = f"{record.incoming.record} ({record.person.name})"
        self.report.problems.append(Problem(record.file, line, label, why, outcome))

    def _skipped(self, file: str, line: int, record: str, why: str) -> None:
        self.report.count("skipped")
        self.report.problems.append(Problem(file, line, record, why, "skipped"))


def _called(person: Person) -> str:
    return f"{person.name} ({person.org})" if person.org else person.name
