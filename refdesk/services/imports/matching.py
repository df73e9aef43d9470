"""Whether an incoming record is somebody whom the book knows: strictly, for a wrong merge cannot be seen.

In this order: the UID; the address of their profile; the record that an earlier import of that source wrote; an
e-mail address with a compatible name; the same telephone number and name. A name alone, or an office's address, is
nobody.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from refdesk.domain.identity import compatible_names, match_keys, name_key
from refdesk.domain.person import Person
from refdesk.storage.book import Book
from refdesk.storage.matching import people_by_id, people_by_key


@dataclass(frozen=True, slots=True)
class Match:
    """Who a record is (None: nobody yet), how that is known, and who else it may be by name alone."""

    person: Person | None
    how: str = ""
    maybe: tuple[Person, ...] = ()


@dataclass(slots=True)
class Matcher:
    """The book as an import sees it: everybody who shares a key with an incoming record, and whoever came since."""

    people: dict[str, Person]
    _by_key: dict[str, list[str]]
    _claimed: dict[str, Person] = field(default_factory=dict)

    @classmethod
    def of(cls, book: Book, keys: Collection[str]) -> "Matcher":
        """Read whoever in the book has any of the match keys of what comes in."""
        by_key = people_by_key(book, keys)
        return cls(people_by_id(book, {id_ for ids in by_key.values() for id_ in ids}), by_key)

    def match(self, record: Person, keys: Sequence[str], source_key: str) -> Match:
        """Who this record with these match keys is; ``source_key`` is what an earlier import of its source left."""
        keys = [key for key in keys if key in self._by_key]
        if not keys and source_key not in self._by_key:
            return Match(None)
        for prefix, how in (("uid:", "same UID"), ("url:", "same profile")):
            if found := self._one(self._having(key for key in keys if key.startswith(prefix))):
                return Match(found, how)
        if found := self._one(self._having([source_key])):
            return Match(found, "imported before")
        if found := self._one(self._free(record, self._by_email(record, keys))):
            return Match(found, "same e-mail address")
        if found := self._one(self._free(record, self._by_phone(record, keys))):
            return Match(found, "same telephone number and name")
        return Match(None, maybe=tuple(self._having(key for key in keys if key.startswith("name:"))))

    def claim(self, record: Person, keys: Sequence[str], person: Person) -> None:
        """Note that this record is this person, as they now stand, so that later records find them."""
        self._claimed.setdefault(person.id, record)
        self.people[person.id] = person
        for key in keys:
            ids = self._by_key.setdefault(key, [])
            if person.id not in ids:
                ids.append(person.id)

    def named(self, name: str) -> list[Person]:
        """Everybody of this very name."""
        return [person for person in self._having([f"name:{name_key(name)}"]) if name_key(name)]

    def _having(self, keys: Iterable[str]) -> list[Person]:
        ids = dict.fromkeys(id_ for key in keys for id_ in self._by_key.get(key, ()))
        return [self.people[id_] for id_ in ids if id_ in self.people]

    def _by_email(self, record: Person, keys: Sequence[str]) -> list[Person]:
        having = self._having(key for key in keys if key.startswith("email:"))
        compatible = [person for person in having if compatible_names(record.name, person.name)]
        return [one for one in compatible if name_key(one.name) == name_key(record.name)] or compatible

    def _by_phone(self, record: Person, keys: Sequence[str]) -> list[Person]:
        having = self._having(key for key in keys if key.startswith("phone:"))
        return [person for person in having if name_key(person.name) == name_key(record.name)]

    def _free(self, record: Person, found: Iterable[Person]) -> Iterator[Person]:
        """Leave out who another record of this import is by a UID or a profile of its own: a file knows its people."""
        for person in found:
            other = self._claimed.get(person.id)
            if other is None or not _contradict(record, other):
                yield person

    def _one(self, found: Iterable[Person]) -> Person | None:
        people = list(found)
        return people[0] if len(people) == 1 else None


def _contradict(one: Person, other: Person) -> bool:
    """Whether two records of one import say themselves that they are two people."""
    for prefix in ("uid:", "url:"):
        mine, theirs = ({key for key in match_keys(each) if key.startswith(prefix)} for each in (one, other))
        if mine and theirs and not mine & theirs:
            return True
    return False
