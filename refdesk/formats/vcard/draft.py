"""A person in the making: what the properties of one card have given so far."""

from dataclasses import dataclass, field
from datetime import date

from refdesk.domain.person import Address, ContactPoint, NamedDate, Person, Related
from refdesk.formats.incoming import Flaw, Incoming, Unread
from refdesk.formats.vcard.lines import Card, Property


@dataclass(slots=True)
class Draft:
    """Collects one card's properties; `properties` fills it and `finished` makes the person.

    ``name_parts`` are N's family, given, additional, prefix and suffix; ``name_line`` and ``org_line`` the
    whole line of N or ORG where it says more than a person's fields hold. ``key`` is our stand-in for a UID,
    ``labels`` are the texts of the card's X-ABLabel by group.
    """

    card: Card
    labels: dict[str, str] = field(default_factory=dict)
    kind: str = ""
    name: str = ""
    name_parts: list[str] = field(default_factory=list)
    name_line: str = ""
    nickname: str = ""
    org: str = ""
    org_line: str = ""
    title: str = ""
    emails: list[ContactPoint] = field(default_factory=list)
    phones: list[ContactPoint] = field(default_factory=list)
    urls: list[ContactPoint] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)
    birthday: str = ""
    dates: list[NamedDate] = field(default_factory=list)
    related: list[Related] = field(default_factory=list)
    tags: dict[str, str] = field(default_factory=dict)
    about: list[str] = field(default_factory=list)
    pronouns: str = ""
    photo: str = ""
    died_on: date | None = None
    uid: str = ""
    key: str = ""
    extra: list[str] = field(default_factory=list)
    label_lines: list[tuple[int, str]] = field(default_factory=list)
    used_groups: set[str] = field(default_factory=set)
    kept_groups: set[str] = field(default_factory=set)

    def label(self, prop: Property) -> str:
        """What the owner calls a property: its group's X-ABLabel, else its TYPE."""
        group = prop.head.group
        if group and group in self.labels:
            self.used_groups.add(group)
            return self.labels[group]
        return prop.head.label

    def keep(self, prop: Property, value: str) -> None:
        """Keep a property that has no other home, as an unfolded line of vCard 3.0 and 4.0."""
        self.extra.append(line_of(prop, value))
        if prop.head.group:
            self.kept_groups.add(prop.head.group)

    def keep_label(self, prop: Property, value: str) -> None:
        """Keep an X-ABLabel for now: `finished` leaves it out if it has become a label."""
        self.label_lines.append((len(self.extra), prop.head.group))
        self.extra.append(line_of(prop, value))

    def flaw(self, prop: Property, why: str) -> None:
        """Note one sentence about a property that could not be understood."""
        self.card.flaws.append(Flaw(prop.line, why))

    def finished(self) -> Incoming | Unread:
        """The person whom the card describes; only a broken card that says nothing is nobody."""
        record, line = f"card {self.card.number}", self.card.line
        name = self._display_name()
        if not name:
            if self._is_empty() and not self.card.is_whole:
                why = next((flaw.why for flaw in self.card.flaws), "The card is empty.")
                return Unread(line, record, why)
            self.card.flaws.append(Flaw(line, "The card names nobody."))
        if self.kind == "group":
            self.card.flaws.append(Flaw(line, "This is a group of contacts, not a person."))
        flaws = tuple(sorted(self.card.flaws, key=lambda flaw: flaw.line)) if self.card.flaws else ()
        person = self._person(name or f"No name ({record})")
        return Incoming(person=person, line=line, record=record, key=self.key, flaws=flaws)

    def _person(self, name: str) -> Person:
        return Person(
            id="",
            name=name,
            given=self.name_parts[1] if len(self.name_parts) > 1 else "",
            family=self.name_parts[0] if self.name_parts else "",
            org=self.org,
            title=self.title,
            emails=tuple(self.emails),
            phones=tuple(self.phones),
            urls=tuple(self.urls),
            addresses=tuple(self.addresses),
            birthday=self.birthday,
            dates=tuple(self.dates),
            related=tuple(self.related),
            tags=tuple(self.tags.values()),
            about="\n\n".join(self.about),
            pronouns=self.pronouns,
            photo=self.photo,
            died_on=self.died_on,
            uid=self.uid,
            extra=self._extra(),
        )

    def _display_name(self) -> str:
        if self.name:
            return self.name
        family, given, additional, prefix, suffix = (self.name_parts + [""] * 5)[:5]
        spoken = " ".join(filter(None, (prefix, given, additional, family, suffix)))
        contacts = (point.value for point in (*self.emails[:1], *self.phones[:1]))
        return spoken or self.nickname or self.org or next(contacts, "")

    def _is_empty(self) -> bool:
        lists = (self.urls, self.addresses, self.dates, self.related, self.tags, self.about, self.extra)
        texts = (self.title, self.birthday, self.pronouns, self.photo, self.died_on, self.uid)
        return not (any(lists) or any(texts))

    def _extra(self) -> tuple[str, ...]:
        """The kept lines; N and ORG first, where the writer puts them, so that a copy reads as the original."""
        if not (self.extra or self.name_line or self.org_line):
            return ()
        spoken = self.used_groups - self.kept_groups
        dropped = {at for at, group in self.label_lines if group in spoken}
        kept = (line for at, line in enumerate(self.extra) if at not in dropped)
        return (*filter(None, (self.name_line, self.org_line)), *kept)


def line_of(prop: Property, value: str) -> str:
    """A property as one unfolded content line."""
    return f"{prop.head.verbatim}:{value}".replace("\n", "\\n")
