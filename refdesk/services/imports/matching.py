"""Whether an incoming record is somebody whom the book knows: strictly, for a wrong merge cannot be seen.

In this order: the UID, or the record that an earlier import of that source wrote; the id and name in our own exports;
the address of their profile; an e-mail address with a compatible name; the same telephone number and name. A name
alone, or an office's address, is nobody. A file knows its people: two of its records that say themselves that they are
two stay two.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from refdesk.domain.identity import compatible_names, match_keys, name_key
from refdesk.domain.person import Person
from refdesk.storage.book import Book
from refdesk.storage.matching import people_by_id, people_by_key

CERTAIN = ("uid:", "url:")
"""The keys that nobody shares with anybody else, unless a program copied a card."""

OURS = "id:"
"""The key of a record that we have written: the id of the person in the book that it came from."""

_MANY = 30
"""What more people share tells none of them from the others: there only those of the very name are looked at."""

_SEVERAL = 4
"""How many are named whom somebody may be."""


@dataclass(frozen=True, slots=True)
class Match:
    """Who a record is (None: nobody yet), how that is known, and whom else it may be."""

    person: Person | None
    how: str = ""
    maybe: tuple[Person, ...] = ()


@dataclass(slots=True)
class Matcher:
    """The book as an import sees it: everybody who shares a key with an incoming record, and whoever came since.

    ``_incoming`` are the keys of all records of the file; ``_copied`` those `CERTAIN` ones of them that this source
    gives to people of different names.
    """

    people: dict[str, Person]
    _by_key: dict[str, dict[str, None]]
    _incoming: Collection[str]
    _copied: Collection[str]
    _claimed: dict[str, Person] = field(default_factory=dict)

    @classmethod
    def of(cls, book: Book, keys: Collection[str], copied: Collection[str] = ()) -> "Matcher":
        """Read whoever in the book has any of the match keys of what comes in."""
        by_key = {key: dict.fromkeys(ids) for key, ids in people_by_key(book, keys).items()}
        by_key.update((key, {key.removeprefix(OURS): None}) for key in keys if key.startswith(OURS))
        people = people_by_id(book, {id_ for ids in by_key.values() for id_ in ids})
        return cls(people, by_key, keys, copied)

    def match(self, record: Person, keys: Sequence[str], source_key: str) -> Match:
        """Who this record with these match keys is; ``source_key`` is what an earlier import of its source left."""
        copied = any(key in self._copied for key in keys)
        keys = [key for key in keys if key in self._by_key]
        if not keys and source_key not in self._by_key:
            return Match(None)
        by_uid = self._having([source_key, *keys], source_key.partition("/")[0] + "/", "uid:")
        if found := self._known(record, by_uid, source_key, copied=copied):
            return Match(found, "same UID, or imported before")
        if found := _one(one for one in self._having(keys, OURS) if _is_called(one, record.name)):
            return Match(found, "our own record")
        if found := self._known(record, self._having(keys, "url:"), source_key, copied=copied):
            return Match(found, "same profile")
        by_email = self._by_email(record, keys)
        if found := _one(self._not_another(record, by_email)):
            return Match(found, "same e-mail address")
        if found := _one(self._not_another(record, self._by_phone(record, keys))):
            return Match(found, "same telephone number and name")
        maybe = {person.id: person for person in (*self._having(keys, "name:", *CERTAIN), *by_email)}
        return Match(None, maybe=tuple(islice(maybe.values(), _SEVERAL)))

    def claim(self, record: Person, keys: Sequence[str], person: Person) -> None:
        """Note that this record is this person, as they now stand, so that later records find them."""
        self._claimed.setdefault(person.id, record)
        self.people[person.id] = person
        for key in keys:
            self._by_key.setdefault(key, {})[person.id] = None

    def named(self, name: str) -> list[Person]:
        """Everybody of this very name."""
        return self._having([f"name:{name_key(name)}"], "name:") if name_key(name) else []

    def _having(self, keys: Sequence[str], *prefixes: str) -> list[Person]:
        """Everybody who has one of those keys that begin so."""
        ids: dict[str, None] = {}
        for key in keys:
            if key.startswith(prefixes):
                sharing = self._by_key.get(key, {})
                ids.update(sharing if len(sharing) <= _MANY else self._namesakes(keys, sharing))
        return [self.people[id_] for id_ in ids if id_ in self.people]

    def _namesakes(self, keys: Sequence[str], sharing: dict[str, None]) -> dict[str, None]:
        """Those of many people who are called like the record with these keys, and no more than can be told apart."""
        named = self._by_key.get(next((key for key in keys if key.startswith("name:")), ""), {})
        return dict.fromkeys(islice((id_ for id_ in named if id_ in sharing), _MANY))

    def _known(self, record: Person, people: list[Person], source_key: str, *, copied: bool) -> Person | None:
        """The one of these who is meant: the only one, or the one who is called so, or who came as this record.

        Where a program has ``copied`` a UID to cards of other names, only who is called so is meant.
        """
        called = [one for one in people if _is_called(one, record.name)]
        meant = called if copied else people
        came = [one for one in meant if _came_as(one, source_key)]
        return _one(meant) or _one(called) or _one(came) or _first(came, source_key, record.name)

    def _by_email(self, record: Person, keys: Sequence[str]) -> list[Person]:
        compatible = [one for one in self._having(keys, "email:") if compatible_names(record.name, one.name)]
        return [one for one in compatible if name_key(one.name) == name_key(record.name)] or compatible

    def _by_phone(self, record: Person, keys: Sequence[str]) -> list[Person]:
        having = [one for one in self._having(keys, "phone:") if name_key(one.name) == name_key(record.name)]
        return [one for one in having if compatible_names(record.name, one.name)]

    def _not_another(self, record: Person, found: Iterable[Person]) -> Iterator[Person]:
        """Leave out who another record of this file is by a UID or a profile of its own."""
        for person in found:
            known = {key for key in match_keys(person) if key in self._incoming}
            if person.id in self._claimed:
                known.update(match_keys(self._claimed[person.id]))
            if not _contradict(known, set(match_keys(record))):
                yield person


def copied_keys(records: Iterable[tuple[str, Sequence[str]]]) -> frozenset[str]:
    """The `CERTAIN` keys that records of different names have, each record a name with its keys."""
    names: dict[str, list[str]] = {}
    copied: set[str] = set()
    for name, keys in records:
        for key in keys:
            if key.startswith(CERTAIN) and key not in copied:
                known = names.setdefault(key, [])
                if not all(compatible_names(name, other) for other in known):
                    copied.add(key)
                elif name not in known:
                    known.append(name)
    return frozenset(copied)


def _one(found: Iterable[Person]) -> Person | None:
    people = list(found)
    return people[0] if len(people) == 1 else None


def _first(came: Iterable[Person], source_key: str, name: str) -> Person | None:
    """The first who came as this record and under this very name, so that nobody comes a third time."""
    return next((one for one in came if _came_as(one, source_key, name)), None)


def _came_as(person: Person, source_key: str, name: str | None = None) -> bool:
    """Whether somebody came as this record of a source, under this name where one is given."""
    came = (source for source in person.sources if f"{source.source}/{source.key}" == source_key)
    return any(name is None or source.wrote.get("name") == name for source in came)


def _is_called(person: Person, name: str) -> bool:
    """Whether somebody is called so, or some source calls them so."""
    called = (person.name, *(source.wrote.get("name", "") for source in person.sources))
    return any(each and compatible_names(each, name) for each in called)


def _contradict(one: Collection[str], other: Collection[str]) -> bool:
    """Whether the keys of two say that they are two people."""
    for prefix in CERTAIN:
        mine, theirs = ({key for key in keys if key.startswith(prefix)} for keys in (one, other))
        if mine and theirs and not mine & theirs:
            return True
    return False
