"""Whether an incoming record is somebody whom the book knows: strictly, for a wrong merge cannot be seen.

In this order: the UID, or the record that an earlier import of that source wrote; the address of their profile; an
e-mail address with a compatible name; the same telephone number and name. A name alone, or an office's address, is
nobody. A file knows its people: two of its records that say themselves that they are two stay two.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from refdesk.domain.identity import compatible_names, match_keys, name_key
from refdesk.domain.person import Person
from refdesk.storage.book import Book
from refdesk.storage.matching import people_by_id, people_by_key

CERTAIN = ("uid:", "url:")
"""The keys that nobody shares with anybody else."""


@dataclass(frozen=True, slots=True)
class Match:
    """Who a record is (None: nobody yet), how that is known, and whom else it may be."""

    person: Person | None
    how: str = ""
    maybe: tuple[Person, ...] = ()


@dataclass(slots=True)
class Matcher:
    """The book as an import sees it: everybody who shares a key with an incoming record, and whoever came since.

    ``_incoming`` are the keys of all records of the file. ``_called`` is what those who came in already are called in
    this source, by id.
    """

    people: dict[str, Person]
    _by_key: dict[str, list[str]]
    _incoming: Collection[str]
    _called: dict[str, str]
    _claimed: dict[str, Person] = field(default_factory=dict)

    @classmethod
    def of(cls, book: Book, keys: Collection[str], called: dict[str, str] | None = None) -> "Matcher":
        """Read whoever in the book has any of the match keys of what comes in; ``called`` goes from file to file."""
        by_key = people_by_key(book, keys)
        people = people_by_id(book, {id_ for ids in by_key.values() for id_ in ids})
        return cls(people, by_key, keys, {} if called is None else called)

    def match(self, record: Person, keys: Sequence[str], source_key: str) -> Match:
        """Who this record with these match keys is; ``source_key`` is what an earlier import of its source left."""
        keys = [key for key in keys if key in self._by_key]
        if not keys and source_key not in self._by_key:
            return Match(None)
        before = [one for one in self._having([source_key, *keys], source_key, "uid:") if _came_as(one, source_key)]
        if found := self._known(record, [*self._having(keys, "uid:"), *before]) or _one(before):
            return Match(found, "same UID, or imported before")
        if found := self._known(record, self._having(keys, "url:")):
            return Match(found, "same profile")
        by_email = self._by_email(record, keys)
        if found := _one(self._not_another(record, by_email)):
            return Match(found, "same e-mail address")
        if found := _one(self._not_another(record, self._by_phone(record, keys))):
            return Match(found, "same telephone number and name")
        maybe = {person.id: person for person in (*self._having(keys, "name:", *CERTAIN), *by_email)}
        return Match(None, maybe=tuple(maybe.values()))

    def claim(self, record: Person, keys: Sequence[str], person: Person) -> None:
        """Note that this record is this person, as they now stand, so that later records find them."""
        self._claimed.setdefault(person.id, record)
        self._called.setdefault(person.id, record.name)
        self.people[person.id] = person
        for key in keys:
            ids = self._by_key.setdefault(key, [])
            if person.id not in ids:
                ids.append(person.id)

    def named(self, name: str) -> list[Person]:
        """Everybody of this very name."""
        return self._having([f"name:{name_key(name)}"], "name:") if name_key(name) else []

    def _having(self, keys: Iterable[str], *prefixes: str) -> list[Person]:
        """Everybody who has one of those keys that begin so."""
        ids = dict.fromkeys(id_ for key in keys if key.startswith(prefixes) for id_ in self._by_key.get(key, ()))
        return [self.people[id_] for id_ in ids if id_ in self.people]

    def _by_email(self, record: Person, keys: Sequence[str]) -> list[Person]:
        compatible = [one for one in self._having(keys, "email:") if compatible_names(record.name, one.name)]
        return [one for one in compatible if name_key(one.name) == name_key(record.name)] or compatible

    def _by_phone(self, record: Person, keys: Sequence[str]) -> list[Person]:
        having = [one for one in self._having(keys, "phone:") if name_key(one.name) == name_key(record.name)]
        return [one for one in having if compatible_names(record.name, one.name)]

    def _known(self, record: Person, found: Iterable[Person]) -> Person | None:
        """The one of these who may be meant, or the one of them who is called so.

        Not who another record of this import is, by another name: programs copy cards with their UID.
        """
        called = {one.id: self._called.get(one.id, "") for one in found}
        may = [self.people[id_] for id_, name in called.items() if compatible_names(record.name, name)]
        return _one(may) or _one(one for one in may if compatible_names(record.name, one.name))

    def _not_another(self, record: Person, found: Iterable[Person]) -> Iterator[Person]:
        """Leave out who another record of this file is by a UID or a profile of its own."""
        for person in found:
            known = {key for key in match_keys(person) if key in self._incoming}
            if person.id in self._claimed:
                known.update(match_keys(self._claimed[person.id]))
            if not _contradict(known, set(match_keys(record))):
                yield person


def _one(found: Iterable[Person]) -> Person | None:
    people = list(found)
    return people[0] if len(people) == 1 else None


def _came_as(person: Person, source_key: str) -> bool:
    return any(f"{source.source}/{source.key}" == source_key for source in person.sources)


def _contradict(one: Collection[str], other: Collection[str]) -> bool:
    """Whether the keys of two say that they are two people."""
    for prefix in CERTAIN:
        mine, theirs = ({key for key in keys if key.startswith(prefix)} for keys in (one, other))
        if mine and theirs and not mine & theirs:
            return True
    return False
