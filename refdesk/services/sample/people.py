"""Makes an invented person: name, trade, ways to reach them, and what the adviser jotted down about them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from refdesk.domain.person import Address, ContactPoint, NamedDate, Person, Related
from refdesk.domain.words import Role, Trust
from refdesk.services.sample.chance import Chance
from refdesk.services.sample.names import Name, Namer, plain
from refdesk.services.sample.places import Directory, address
from refdesk.services.sample.portraits import (
    ANNIVERSARIES,
    HOME,
    LEISURE,
    LEISURE_WORLDS,
    MANNER,
    MET,
    RELATIONS,
    TAGS,
)
from refdesk.services.sample.trades import Trade

FITTING_TAGS: tuple[str, ...] = ("family firms", "manufacturing", "building trades")
"""The worlds of the adviser's active profile."""

_MAY_LIVE_FAR: frozenset[Role] = frozenset(("friend", "relative", "other", "past_client"))
_FAR_SHARE = 0.5
"""How many of those who may live far away do."""

Circles = Literal["fitting", "elsewhere", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """What is decided about a person before they are drawn.

    ``known`` is for how many days the two have known each other (None: they have not met). ``circles`` says
    whether they move where the active profile looks. ``added`` is how many days ago they came into the book,
    ``address`` whether they live near and are certain to have their postal address noted.
    """

    roles: tuple[Role, ...]
    trades: Sequence[Trade]
    trust: Trust = "unknown"
    circles: Circles = "unknown"
    known: int | None = None
    added: int
    cadence: int | None = None
    sorted: bool = True
    introduced_by: str = ""
    met: str = ""
    address: bool = False


@dataclass(frozen=True, slots=True)
class Character:
    """Somebody of the sample as its stories need them. ``known`` is the Sketch's, 0 where they have not met."""

    id: str
    name: str
    first: str
    trade: Trade
    known: int
    private: bool


class People:
    """Draws people, each with their own name, e-mail address and telephone number."""

    def __init__(self, chance: Chance) -> None:
        self._chance = chance
        self._namer = Namer(chance)
        self._directory = Directory(chance)
        self._slugs: dict[str, int] = {}

    def draw(self, sketch: Sketch) -> tuple[Person, Character]:
        """A person after the sketch, and the character that stories know them by."""
        chance = self._chance
        name = self._namer.name()
        trade = chance.deal(sketch.trades)
        since = None if sketch.known is None else chance.day(sketch.known)
        post, phones = self._reached(sketch)
        org = chance.pick(trade.firms).format(family=name.latin_family or name.latin_given)
        slug = self._slug(name)
        close = sketch.sorted and since is not None
        person = Person(
            id=chance.id(),
            name=self._with_title(name, trade),
            given=name.given,
            family=name.family,
            org=org,
            title=chance.pick(trade.titles),
            roles=sketch.roles,
            emails=self._emails(slug),
            phones=phones,
            urls=self._urls(slug),
            addresses=post,
            birthday=self._birthday() if close and chance.maybe(0.55) else "",
            dates=self._dates() if close and chance.maybe(0.15) else (),
            related=self._related(name) if close and chance.maybe(0.3) else (),
            tags=tuple(chance.some(TAGS, chance.between(0, 2))) if close else (),
            about=self._about() if close else "",
            met=sketch.met or (self._met(since) if since and sketch.sorted else ""),
            pronouns=self._pronouns(name),
            trust=sketch.trust,
            cadence_days=sketch.cadence,
            known_since=since,
            knows=self._knows(trade, sketch.circles),
            introduced_by=sketch.introduced_by,
            added_on=chance.day(sketch.added),
            sorted=sketch.sorted,
        )
        private = not {"friend", "relative"}.isdisjoint(sketch.roles)
        return person, Character(person.id, person.name, person.first_name, trade, sketch.known or 0, private)

    def _with_title(self, name: Name, trade: Trade) -> str:
        learned = trade.name in ("dentistry", "veterinary care", "medicine", "academic work")
        return f"Dr. {name.shown}" if learned and self._chance.maybe(0.5) else name.shown

    def _reached(self, sketch: Sketch) -> tuple[tuple[Address, ...], tuple[ContactPoint, ...]]:
        """The postal address and the telephone, one or the other unknown of many people."""
        chance = self._chance
        known = 0.75 if sketch.sorted else 0.0
        noted = sketch.address or chance.maybe(known)
        movable = noted and not sketch.address and not _MAY_LIVE_FAR.isdisjoint(sketch.roles)
        post, place = address(chance, far=movable and chance.maybe(_FAR_SHARE))
        phones = self._directory.number(place) if chance.maybe(known) else ()
        return ((post,) if noted else ()), phones

    def _slug(self, name: Name) -> str:
        """The name as addresses have it, with a number where somebody else has it too."""
        slug = ".".join(filter(None, (plain(name.latin_given), plain(name.latin_family))))
        self._slugs[slug] = self._slugs.get(slug, 0) + 1
        return slug if self._slugs[slug] == 1 else f"{slug}{self._slugs[slug]}"

    def _emails(self, slug: str) -> tuple[ContactPoint, ...]:
        """None for one in six, two for a few, always at a domain that is kept for examples (RFC 2606)."""
        count = 0 if self._chance.maybe(0.16) else 1 + self._chance.maybe(0.15)
        domains = self._chance.some(("example.org", "example.com", "example.net"), count)
        return tuple(
            ContactPoint(f"{slug}@{domain}", label) for domain, label in zip(domains, ("work", "home"), strict=False)
        )

    def _urls(self, slug: str) -> tuple[ContactPoint, ...]:
        return (ContactPoint(f"https://www.example.com/{slug}", "work"),) if self._chance.maybe(0.2) else ()

    def _birthday(self) -> str:
        """Somebody of 25 to 80 years; the year is known of two in three."""
        day = self._chance.day(self._chance.between(25 * 365, 80 * 365))
        return day.isoformat() if self._chance.maybe(0.66) else f"-{day:-%m-%d}"

    def _dates(self) -> tuple[NamedDate, ...]:
        day = self._chance.day(self._chance.between(3 * 365, 40 * 365))
        return (NamedDate(self._chance.pick(ANNIVERSARIES), day.isoformat()),)

    def _related(self, name: Name) -> tuple[Related, ...]:
        return (Related(name=self._namer.relative(name), how=self._chance.pick(RELATIONS)),)

    def _about(self) -> str:
        """One to three sentences, or nothing yet."""
        pools = self._chance.some((HOME, LEISURE, MANNER), self._chance.pick((0, 1, 1, 2, 2, 3)))
        return " ".join(self._chance.deal(pool) for pool in pools)

    def _met(self, since: date) -> str:
        return self._chance.deal(MET).format(year=since.year) if self._chance.maybe(0.7) else ""

    def _pronouns(self, name: Name) -> str:
        if self._chance.maybe(0.9):
            return ""
        return "they/them" if self._chance.maybe(0.15) else name.pronouns

    def _knows(self, trade: Trade, circles: Circles) -> tuple[str, ...]:
        """The worlds a person moves in: with one of the active profile, or certainly without any."""
        if circles == "unknown":
            return ()
        chance = self._chance
        own = [world for world in trade.worlds if world not in FITTING_TAGS]
        others = own + chance.some(LEISURE_WORLDS, chance.between(0 if own else 1, 2))
        fitting = [world for world in trade.worlds if world in FITTING_TAGS] or [chance.pick(FITTING_TAGS)]
        return tuple(dict.fromkeys((fitting if circles == "fitting" else []) + others))
