"""Names for invented people: from many traditions, no two the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from refdesk.domain.folding import fold
from refdesk.services.sample.chance import Chance
from refdesk.services.sample.traditions import Tradition
from refdesk.services.sample.traditions_europe import EUROPE
from refdesk.services.sample.traditions_world import WORLD

TRADITIONS: tuple[Tradition, ...] = EUROPE + WORLD

_HOME = 4
"""The first traditions of the list are those of the adviser's own country, and as frequent as these many others."""
_BAG: tuple[Tradition, ...] = TRADITIONS + TRADITIONS[:_HOME] * 4

_ATTEMPTS = 24
_ATTEMPTS_AT_ONE_LENGTH = 8

_NATIVE_SHARE = 0.5
"""How many of those whose name has its own script write it in that script."""


_CERTAIN: tuple[tuple[str, str, str], ...] = (
    ("Scandinavian", "Søren", "Lindqvist"),
    ("Polish", "Łukasz", "Święcicki"),
    ("Turkish", "Elif", "Yıldız"),
    ("German", "Jürgen", "Großmann"),
    ("Icelandic", "Þórdís", "Þórðardóttir"),
)
"""Tradition, given and family name of people with letters that lists and searches often get wrong."""
_CERTAIN_SHARE = 0.15


@dataclass(frozen=True, slots=True)
class Name:
    """What somebody is called: as shown, in parts, and in plain ASCII for an e-mail address and a firm's sign."""

    shown: str
    given: str
    family: str
    latin_given: str
    latin_family: str
    pronouns: str
    tradition: str


def plain(text: str) -> str:
    """The text in lower-case ASCII letters and digits, everything else left out: ``van 't Hof`` → ``vanthof``."""
    return "".join(letter for letter in fold(text) if letter.isascii() and letter.isalnum())


class Namer:
    """Gives each person a name that nobody in the book has."""

    def __init__(self, chance: Chance) -> None:
        self._chance = chance
        self._taken: set[str] = set()
        self._certain = list(_CERTAIN)

    def name(self) -> Name:
        """The next name. Where a tradition's short names run out, people have a second given and family name."""
        if self._certain and self._chance.maybe(_CERTAIN_SHARE):
            name = _certain_name(*self._certain.pop())
            if self._is_new(name):
                return name
        while True:
            tradition = self._chance.deal(_BAG)
            for attempt in range(_ATTEMPTS):
                longer = attempt // _ATTEMPTS_AT_ONE_LENGTH
                name = self._draw(tradition, givens=1 + min(longer, 1), families=1 + longer // 2)
                if self._is_new(name):
                    return name

    def _is_new(self, name: Name) -> bool:
        """Whether nobody was called so, which is no longer so afterwards."""
        new = fold(name.shown) not in self._taken
        self._taken.add(fold(name.shown))
        return new

    def relative(self, name: Name) -> str:
        """A given name for somebody's partner, child or sibling: another one of the same tradition."""
        tradition = next(one for one in TRADITIONS if one.name == name.tradition)
        others = [given for given in map(_latin, tradition.women + tradition.men) if given != name.latin_given]
        return self._chance.pick(others)

    def _draw(self, tradition: Tradition, givens: int, families: int) -> Name:
        """A name of this tradition with so many given and family names, perhaps one that is taken."""
        woman = self._chance.maybe(0.5)
        given = self._chance.some(tradition.women if woman else tradition.men, givens)
        family = self._chance.some((woman and tradition.women_family) or tradition.family, families)
        native = self._chance.maybe(_NATIVE_SHARE) and "=" in given[0]
        return _spelt(tradition, given, family, woman=woman, native=native)


def _spelt(tradition: Tradition, given: Sequence[str], family: Sequence[str], *, woman: bool, native: bool) -> Name:
    """The name as its tradition writes it, in its own script or in Latin letters."""
    written = _native if native else _latin
    given_name = " ".join(map(written, given))
    family_name = "-".join(map(written, family))
    joined = native and tradition.joined
    parts = [given_name, family_name]
    if joined or tradition.family_first:
        parts.reverse()
    return Name(
        shown=("" if joined else " ").join(filter(None, parts)),
        given=given_name,
        family=family_name,
        latin_given=" ".join(map(_latin, given)),
        latin_family="-".join(map(_latin, family)),
        pronouns="she/her" if woman else "he/him",
        tradition=tradition.name,
    )


def _certain_name(tradition_name: str, given: str, family: str) -> Name:
    """One of the names that no book goes without."""
    tradition = next(one for one in TRADITIONS if one.name == tradition_name)
    return _spelt(tradition, (given,), (family,), woman=given in tradition.women, native=False)


def _native(written: str) -> str:
    """The name in its own script."""
    return written.partition("=")[0]


def _latin(written: str) -> str:
    """The name in Latin letters."""
    return written.rpartition("=")[2]
