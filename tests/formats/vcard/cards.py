"""Shorthand for cards in tests."""

from refdesk.domain.person import Person
from refdesk.formats.incoming import Incoming
from refdesk.formats.vcard.reader import read_vcards


def card(*lines: str, version: str = "3.0") -> bytes:
    """One card of these lines, in UTF-8 with CRLF."""
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""]).encode()


def read_one(*lines: str, version: str = "3.0") -> Incoming:
    """What is read of one card of these lines."""
    reading = read_vcards(card(*lines, version=version))
    assert not reading.unread
    (incoming,) = reading.people
    return incoming


def person_of(*lines: str, version: str = "3.0") -> Person:
    """The person of one card of these lines."""
    return read_one(*lines, version=version).person
