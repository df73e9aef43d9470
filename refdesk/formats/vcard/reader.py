"""Reads vCard files of any version and of any program, and loses nothing that is in them."""

from typing import Final

from refdesk.formats.incoming import Incoming, Reading, Unread
from refdesk.formats.vcard.draft import Draft
from refdesk.formats.vcard.lines import Card, Cutter, settled
from refdesk.formats.vcard.properties import READERS, keep, label_text
from refdesk.formats.vcard.text import Charsets, decode_file

LARGEST_CARD: Final = 10_000_000
"""No card is larger, in characters, whatever picture comes on top."""

MOST_PROPERTIES: Final = 10_000
"""No card has more."""


def read_vcards(data: bytes, default_charset: str = "cp1252") -> Reading:
    """The people of a vCard file, 2.1 to 4.0, whatever its bytes (RFC 2426, RFC 6350).

    ``default_charset`` decodes text that is neither in its declared character set nor in UTF-8. Never
    raises: a property that cannot be understood is kept in its person's ``extra`` and named in the flaws.
    Only a broken card that says nothing, or one beyond all bounds, is in ``unread``; one that names nobody, and a
    group, come in with a flaw that says so, for nothing of a file is thrown away unasked.
    """
    reading = Reading("vcard")
    text, charsets = decode_file(data, default_charset)
    cutter = Cutter(charsets)
    for card in cutter.cut(text):
        read = _beyond_bounds(card) or _draft(card, charsets).finished()
        if isinstance(read, Incoming):
            reading.people.append(read)
        else:
            reading.unread.append(read)
    # A card inside another one is closed first; the file's order is that of the BEGIN lines.
    reading.people.sort(key=lambda incoming: incoming.line)
    reading.unread.sort(key=lambda unread: unread.line)
    _warn(reading, charsets, cutter)
    return reading


def _beyond_bounds(card: Card) -> Unread | None:
    """Why a card is not read at all."""
    why = ""
    if len(card.properties) > MOST_PROPERTIES:
        why = f"The card has more than {MOST_PROPERTIES:,} properties."
    elif sum(prop.size for prop in card.properties if prop.head.name != "PHOTO") > LARGEST_CARD:
        why = f"The card is larger than {LARGEST_CARD // 1_000_000} MB."
    return Unread(card.line, f"card {card.number}", why) if why else None


def _draft(card: Card, charsets: Charsets) -> Draft:
    draft = Draft(card)
    if card.grouped:
        draft.labels = _labels(card, charsets)
    version: str | None = None
    is_unicode = charsets.is_unicode
    for prop in card.properties:
        head, value = prop.head, prop.value
        if head.coded or "\n" in value or not (is_unicode or value.isascii()):
            version = card.version() if version is None else version
            value = settled(prop, version, charsets)
        if value and not value.isspace():
            READERS.get(head.name, keep)(draft, prop, value)
    return draft


def _labels(card: Card, charsets: Charsets) -> dict[str, str]:
    """The X-ABLabel texts by group; they may stand before or after what they name."""
    version = card.version()
    found = {
        prop.head.group: label_text(settled(prop, version, charsets))
        for prop in card.properties
        if prop.head.name == "X-ABLABEL" and prop.head.group
    }
    return {group: text for group, text in found.items() if text}


def _warn(reading: Reading, charsets: Charsets, cutter: Cutter) -> None:
    if not cutter.count:
        reading.warnings.append("There is no vCard in this file.")
        return
    if cutter.outside:
        lines = "line outside the cards was" if cutter.outside == 1 else "lines outside the cards were"
        reading.warnings.append(f"{cutter.outside} {lines} left out.")
    if not charsets.is_unicode:
        charset = charsets.other or charsets.default
        reading.warnings.append(f"The file is not in UTF-8; text that declares nothing else was read as {charset}.")
