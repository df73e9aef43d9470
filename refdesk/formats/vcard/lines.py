"""The text of a vCard file cut into cards, and each card into its properties."""

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from refdesk.formats.incoming import Flaw
from refdesk.formats.vcard.head import Head, cut_line, parse_head
from refdesk.formats.vcard.text import Charsets, shown

_AGENT = 0
"""The number of a card that is no contact."""

_MOST_FLAWS = 100
"""After so many flaws of one card its stray lines are not named one by one."""

_LINE_END = re.compile(r"\n(?![ \t])")
_FOLD = re.compile(r"\n[ \t]?")
_SOFT_BREAK = re.compile(r"=[ \t]*\n+[ \t]?")
_SOFT_BREAK_21 = re.compile(r"=[ \t]*\n+")
_BASE64_LINE = re.compile(r"[A-Za-z0-9+/=\s]*", re.ASCII)
_CARD_MARK = re.compile(r"\s*(?:BEGIN|END)\s*:\s*VCARD", re.IGNORECASE)
_LITERAL_BACKSLASH = re.compile(r"\\(?![;,:])")


@dataclass(slots=True)
class Property:
    """One property; ``value`` is raw and still folded, ``more`` are lines that its encoding continues on."""

    line: int
    head: Head
    value: str
    more: list[str] | None = None

    @property
    def size(self) -> int:
        """How many characters its value has in the file."""
        return len(self.value) + sum(map(len, self.more or ()))


@dataclass(slots=True)
class Card:
    """One card of a file: ``number`` counts them in the order of their BEGIN lines, from 1.

    ``grouped``: some property has a group. ``agent_after`` is how many properties stand before an AGENT whose
    card should follow, -1 where none should.
    """

    number: int
    line: int
    grouped: bool = False
    properties: list[Property] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)
    agent_after: int = -1
    is_whole: bool = False

    def version(self) -> str:
        """The version that the card says it has, which may stand on any of its lines; else empty."""
        return next((prop.value.strip() for prop in self.properties if prop.head.name == "VERSION"), "")


class Cutter:
    """Sorts the lines of one file, one after the other, into the cards they belong to.

    A BEGIN inside an open card begins another one, the end of the file closes all: a lost END costs nothing.
    ``outside`` counts the lines that stand outside any card, ``count`` the cards.
    """

    __slots__ = ("charsets", "closed", "count", "heads", "known", "open", "outside", "ready", "tail")

    def __init__(self, charsets: Charsets) -> None:
        self.charsets = charsets
        self.count = 0
        self.outside = 0
        self.open: list[Card] = []
        self.closed: list[Card] = []
        self.tail: Property | None = None
        """The property whose encoding may go on in the next line."""
        self.heads: dict[str, Head | None] = {}
        """Every head of this file; cards repeat the same few."""
        self.known: dict[str, Head] = {}
        """Heads in this file that need no other care than to be looked up: nearly all of them."""
        self.ready: list[Property] | None = None
        """Where a property with a known head goes, None where a line needs a closer look."""

    def cut(self, text: str) -> Iterator[Card]:
        """The cards of the file, each as soon as it is closed."""
        is_folded = "\n " in text or "\n\t" in text
        known = self.known
        number = 1
        for raw in _LINE_END.split(text) if is_folded else text.split("\n"):
            head_text, colon, value = raw.partition(":")
            head = known.get(head_text)
            if head is not None and colon and self.ready is not None:
                self.ready.append(Property(number, head, value))
            else:
                self._take(number, raw)
                if self.closed:
                    yield from self.closed
                    self.closed.clear()
            number += 1 + raw.count("\n") if is_folded else 1
        yield from (card for card in self.open if card.number != _AGENT)

    def _take(self, number: int, raw: str) -> None:
        if self.tail is not None and self._continues(self.tail, raw):
            return
        self.tail = None
        text, colon, value = cut_line(raw)
        if not (self.charsets.is_unicode or text.isascii()):
            text = self.charsets.repair(text)
        if text not in self.heads:
            self.heads[text] = parse_head(text)
        head = self.heads[text] if colon else None
        if head is None:
            self._stray(number, raw)
        elif head.name in ("BEGIN", "END"):
            self._mark(number, head.name, value)
        elif not self.open:
            self.outside += 1
        elif head.name == "AGENT":
            self._agent(number, value)
        else:
            self._property(number, head, text, value)
        self.ready = self.open[-1].properties if self.open and self.tail is None else None

    def _property(self, number: int, head: Head, text: str, value: str) -> None:
        card = self.open[-1]
        prop = Property(number, head, value)
        card.properties.append(prop)
        if head.encoding:
            self.tail = prop
        elif head.group:
            card.grouped = True
        elif '"' not in text:
            self.known[text] = head

    def _stray(self, number: int, raw: str) -> None:
        if not raw or raw.isspace():
            return
        if self.open:
            text = raw[:80] if self.charsets.is_unicode else self.charsets.repair(raw[:80])
            flaws = self.open[-1].flaws
            if len(flaws) < _MOST_FLAWS:
                flaws.append(Flaw(number, f"“{shown(text)}” is no line of a vCard and was left out."))
            elif len(flaws) == _MOST_FLAWS:
                flaws.append(Flaw(number, "More lines that are none of a vCard were left out."))
        else:
            self.outside += 1

    def _mark(self, number: int, name: str, value: str) -> None:
        what, _, rest = value.partition("\n")
        if what.strip().upper() != "VCARD":
            return
        if name == "BEGIN":
            is_agent = bool(self.open) and self.open[-1].agent_after == len(self.open[-1].properties)
            if is_agent:
                self.open[-1].agent_after = -1
            self.count += not is_agent
            self.open.append(Card(_AGENT if is_agent else self.count, number))
        elif self.open:
            card = self.open.pop()
            card.is_whole = not self.open
            self.closed += [card] if card.number != _AGENT else []
        # A card that is indented as a whole looks like one folded line.
        for offset, line in enumerate(rest.split("\n") if rest else (), 1):
            self._take(number + offset, line.lstrip())

    def _agent(self, number: int, value: str) -> None:
        """An agent is somebody else: their card is neither this person nor a contact of its own."""
        card = self.open[-1]
        card.flaws.append(Flaw(number, "The card's agent was left out."))
        first_line = value.strip().upper()
        if not first_line:
            card.agent_after = len(card.properties)
        elif first_line == "BEGIN:VCARD":
            self.open.append(Card(_AGENT, number))

    def _continues(self, prop: Property, raw: str) -> bool:
        """Whether a line without a fold continues an encoded value; if so it is taken."""
        if prop.head.encoding == "base64":
            goes_on = _BASE64_LINE.fullmatch(raw) is not None
        else:
            last = prop.more[-1] if prop.more else prop.value
            goes_on = last.rstrip(" \t").endswith("=") and not _CARD_MARK.match(raw)
        if goes_on and raw and not raw.isspace():
            prop.more = prop.more or []
            prop.more.append(raw)
        return goes_on


def settled(prop: Property, version: str, charsets: Charsets) -> str:
    """A property's value as text, unfolded, its transfer encoding and character set undone.

    Base64 stays base64, without white space. vCard 2.1 folds only where a blank is, and keeps it; later
    versions drop one (RFC 6350 section 3.2).
    """
    head, value = prop.head, prop.value
    if prop.more:
        value = "\n".join((value, *prop.more))
    is_21 = version.startswith("2")
    if head.encoding == "quoted-printable":
        return _unquoted_printable(value, head.charset, charsets, is_21=is_21)
    if head.encoding == "base64":
        value = "".join(value.split())
    else:
        value = value.replace("\n", "") if is_21 else _FOLD.sub("", value)
    # A file that is Unicode throughout has been converted, whatever its cards still declare.
    is_foreign = bool(head.charset) if value.isascii() else not charsets.is_unicode
    return charsets.repair(value, head.charset) if is_foreign else value


def _unquoted_printable(value: str, charset: str, charsets: Charsets, *, is_21: bool) -> str:
    value = (_SOFT_BREAK_21 if is_21 else _SOFT_BREAK).sub("", value)
    value = value.replace("\n", "") if is_21 else _FOLD.sub("", value)
    raw = binascii.a2b_qp(value.encode("utf-8", "surrogateescape"))
    text = charsets.decode(raw, charset)
    # Line ends are encoded here, so 2.1 has no other escape than that of a separator.
    return _LITERAL_BACKSLASH.sub(r"\\\\", text) if is_21 else text
