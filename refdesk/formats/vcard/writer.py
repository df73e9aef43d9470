"""Writes people as vCard 3.0 (RFC 2426) or 4.0 (RFC 6350), so that `reader` gives the same people back."""

import re
from collections.abc import Iterable, Mapping
from typing import Literal

from refdesk.domain.person import Address, PartialDate, Person, Related
from refdesk.formats.vcard.head import Head, cut_line, parse_head
from refdesk.formats.vcard.labels import label_of, types_of
from refdesk.formats.vcard.values import STAND_IN, escape, split_escaped

Version = Literal["3.0", "4.0"]

_WIDTH = 75
"""Octets of a line without its line end (RFC 6350 section 3.2)."""

_RELATIONS = frozenset(
    (
        "contact",
        "acquaintance",
        "friend",
        "met",
        "co-worker",
        "colleague",
        "co-resident",
        "neighbor",
        "child",
        "parent",
        "sibling",
        "spouse",
        "kin",
        "muse",
        "crush",
        "date",
        "sweetheart",
        "me",
        "agent",
        "emergency",
    )
)
"""The relations that RFC 6350 section 6.6.6 knows."""

_SYSTEM_LABELS = frozenset(("Anniversary", "Spouse", "Child", "Mother", "Father", "Parent", "Friend", "Partner"))
"""Labels that Apple and Google know by their mark, and show in the reader's language."""

_BASE64_IMAGE = re.compile(r"data:image/([a-z0-9.+-]+);base64,(.*)", re.DOTALL)
_NOT_EXTRA = frozenset(("BEGIN", "END", "VERSION"))


def write_vcards(people: Iterable[Person], version: Version = "4.0") -> bytes:
    """People as one vCard file in UTF-8 with CRLF, one card each, in their order.

    Every field goes in that a vCard has a property for; roles, trust and the rest of the method stay out,
    and so does a photo that is a file name. Who has no ``uid`` gets `export_uid`. ``extra`` lines are
    written as they are.
    """
    people = list(people)
    names = {person.id: person.name for person in people}
    return "".join(_CardWriter(person, version, names).card() for person in people).encode("utf-8", "replace")


def export_uid(person: Person) -> str:
    """The UID that a person's card carries: their own, else a stand-in of their id; empty without either.

    Other programs need one to know the card again; our reader takes a stand-in for the record's key.
    """
    return person.uid or (f"{STAND_IN}{person.id}" if person.id else "")


def fold(line: str) -> str:
    """A content line folded to at most 75 octets a line, never inside a character, with its last CRLF."""
    if line.isascii() and len(line) <= _WIDTH:
        return f"{line}\r\n"
    raw = line.encode("utf-8", "replace")
    pieces, start, room = [], 0, _WIDTH
    while len(raw) - start > room:
        end = start + room
        while raw[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(raw[start:end])
        start, room = end, _WIDTH - 1
    return b"\r\n ".join([*pieces, raw[start:]]).decode() + "\r\n"


class _CardWriter:
    """Writes one person; ``names`` are those of everybody in the file, for relations among them."""

    def __init__(self, person: Person, version: Version, names: Mapping[str, str]) -> None:
        self.person = person
        self.is_4 = version == "4.0"
        self.names = names
        self.lines = ["BEGIN:VCARD", f"VERSION:{version}", f"FN:{escape(person.name)}"]
        self.extra = list(person.extra)
        self.items = 0
        self.groups = {head.group for head, _ in map(_parsed, person.extra) if head}

    def card(self) -> str:
        person = self.person
        self._name_parts()
        self._organisation()
        for email in person.emails:
            self._labelled("EMAIL", escape(email.value), email.label, () if self.is_4 else ("internet",))
        for phone in person.phones:
            self._labelled("TEL", escape(phone.value), phone.label)
        for address in person.addresses:
            self._address(address)
        for url in person.urls:
            self._labelled("URL", _escape_uri(url.value), url.label)
        self._dates()
        for related in person.related:
            self._related(related)
        self._texts()
        self._photo()
        self.lines += filter(None, map(_extra_line, self.extra))
        self.lines.append("END:VCARD")
        return "".join(map(fold, self.lines))

    def _name_parts(self) -> None:
        """N, with the prefix and the rest that the card once had as long as the name is still that one."""
        name = [self.person.family, self.person.given]
        line = f"N:{';'.join(map(escape, name))};;;"
        if self.extra:
            head, value = _parsed(self.extra[0])
            if head and head.name == "N":
                kept = self.extra.pop(0)
                line = kept if split_escaped(value)[:2] == name else line
        self.lines.append(line)

    def _organisation(self) -> None:
        """ORG, with the units that the card once had as long as the organisation is still that one."""
        org, line = self.person.org, f"ORG:{escape(self.person.org)}"
        if self.extra:
            head, value = _parsed(self.extra[0])
            units = split_escaped(value)
            if head and head.name == "ORG" and units[0] == org and any(units[1:]):
                line = self.extra.pop(0)
                org = value
        if org:
            self.lines.append(line)
        self._text("TITLE", self.person.title)

    def _labelled(self, name: str, value: str, label: str, types: tuple[str, ...] = ()) -> None:
        """A property with its label: as TYPE where the standard has one, else by Apple's X-ABLabel."""
        standard = types_of(label, phone=name == "TEL")
        types += standard
        head = f"{name};TYPE={','.join(types)}" if types else name
        self._grouped(f"{head}:{value}", "" if label_of(standard) == label else label)

    def _grouped(self, line: str, label: str) -> None:
        if not label:
            self.lines.append(line)
            return
        self.items += 1
        while f"item{self.items}" in self.groups:
            self.items += 1
        label = f"_$!<{label}>!$_" if label in _SYSTEM_LABELS else label
        self.lines += [f"item{self.items}.{line}", f"item{self.items}.X-ABLabel:{escape(label)}"]

    def _text(self, name: str, text: str) -> None:
        if text:
            self.lines.append(f"{name}:{escape(text)}")

    def _address(self, address: Address) -> None:
        parts = ("", "", address.street, address.city, address.region, address.postcode, address.country)
        if any(parts):
            self._labelled("ADR", ";".join(map(escape, parts)), address.label)

    def _dates(self) -> None:
        person = self.person
        if person.birthday:
            self.lines.append(f"BDAY{self._date(person.birthday)}")
        if person.died_on:
            self.lines.append(f"DEATHDATE{self._date(person.died_on.isoformat())}")
        has_anniversary = False
        for named in person.dates:
            if self.is_4 and named.name == "Anniversary" and not has_anniversary:
                has_anniversary = True
                self.lines.append(f"ANNIVERSARY{self._date(named.on)}")
            else:
                self._grouped(f"X-ABDATE{self._date(named.on)}", named.name)

    def _date(self, on: PartialDate) -> str:
        """What follows a date property's name. vCard 3.0 cannot leave out the year; Apple's 1604 stands in."""
        has_year = not on.startswith("--")
        if self.is_4:
            return f":{on.replace('-', '')}" if has_year else f":--{on[2:].replace('-', '')}"
        return f":{on}" if has_year else f";X-APPLE-OMIT-YEAR=1604:1604{on[1:]}"

    def _related(self, related: Related) -> None:
        name, how = escape(related.name or self.names.get(related.person, "")), related.how
        if not name:
            return
        if not self.is_4:
            self._grouped(f"X-ABRELATEDNAMES:{name}", how)
        elif how in _RELATIONS:
            self.lines.append(f"RELATED;TYPE={how};VALUE=text:{name}")
        else:
            self._grouped(f"RELATED;VALUE=text:{name}", how)

    def _texts(self) -> None:
        person = self.person
        if person.tags:
            self.lines.append(f"CATEGORIES:{','.join(map(escape, person.tags))}")
        self._text("NOTE", person.about)
        self._text("PRONOUNS", person.pronouns)
        self._text("UID", export_uid(person))

    def _photo(self) -> None:
        photo = self.person.photo
        if not photo.startswith("data:"):
            return
        image = None if self.is_4 else _BASE64_IMAGE.fullmatch(photo)
        if image:
            self.lines.append(f"PHOTO;ENCODING=b;TYPE={image[1].upper()}:{image[2]}")
        else:
            self.lines.append(f"PHOTO;VALUE=uri:{photo}")


def _parsed(line: str) -> tuple[Head | None, str]:
    text, colon, value = cut_line(line)
    return (parse_head(text) if colon else None), value


def _extra_line(line: str) -> str:
    """A kept line, or empty where it would not be a property of the card."""
    head, _ = _parsed(line)
    if head is None or head.name in _NOT_EXTRA:
        return ""
    return line.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def _escape_uri(text: str) -> str:
    # A URI's commas and semicolons are its own (RFC 6350 section 4.2).
    return text.replace("\\", "\\\\").replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
