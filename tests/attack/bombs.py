"""Files made to hurt: each with the sentence, or the piece of one, that the program has for it."""

import base64
import json
from collections.abc import Callable
from typing import NamedTuple


class Bomb(NamedTuple):
    """A file's name, what makes its bytes, and what is said of it (empty: it comes in without a word)."""

    name: str
    make: Callable[[], bytes]
    says: str = ""


CARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Ruiz\r\n"
OLD_CARD = b"BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Ana Ruiz\r\nNOTE;ENCODING=QUOTED-PRINTABLE:"
END = b"END:VCARD\r\n"
LINKEDIN = b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ANA = b'{"id":"a","name":"Ana"}'


def card(*lines: bytes) -> bytes:
    """One card with these lines."""
    return CARD + b"".join(line + b"\r\n" for line in lines) + END


def book(people: bytes = ANA, more: bytes = b"") -> bytes:
    """A file of RefDesk JSON."""
    return b'{"refdesk":1,"people":[' + people + b"]" + more + b"}"


def crowd() -> bytes:
    """A thousand people at the same hundred events."""
    people = [{"id": f"p{number}", "name": "P"} for number in range(1_000)]
    event = {"on": "2026-01-01", "kind": "event", "people": [person["id"] for person in people]}
    timeline = [{"id": f"e{number}", **event} for number in range(100)]
    return json.dumps({"refdesk": 1, "people": people, "timeline": timeline}).encode()


QUICK = (
    Bomb("one line.vcf", lambda: CARD + b"NOTE:" + b"a" * 11_000_000 + END, "The card is larger than 10 MB."),
    Bomb("parameters.vcf", lambda: card(b"TEL" + b";TYPE=a" * 200_000 + b":+4930123456")),
    Bomb("types.vcf", lambda: card(b"TEL;TYPE=" + b"home," * 200_000 + b"x:+4930123456")),
    Bomb("open quote.vcf", lambda: card(b'TEL;TYPE="' + b"home;" * 500_000 + b":123456")),
    Bomb("properties.vcf", lambda: card(*[b"X-A:b"] * 10_001), "The card has more than 10,000 properties."),
    Bomb("nested.vcf", lambda: b"BEGIN:VCARD\r\n" * 20_000 + b"FN:Ana\r\n" + END * 20_000, "names nobody"),
    Bomb("open cards.vcf", lambda: b"BEGIN:VCARD\r\n" * 100_001, "100,001 cards; at most 100,000 can be read"),
    Bomb("soft breaks.vcf", lambda: OLD_CARD + b"=\r\n" * 100_000 + b"x\r\n" + END),
    Bomb("soft breaks and blanks.vcf", lambda: OLD_CARD + b"=\r\n" + b"\r\n" * 500_000 + b"x\r\n" + END),
    Bomb("folds.vcf", lambda: card(b"NOTE:" + b"\r\n a" * 500_000)),
    Bomb("backslashes.vcf", lambda: card(b"NOTE:" + b"\\" * 5_000_000)),
    Bomb("semicolons.vcf", lambda: card(b"ADR:" + b";" * 3_000_000)),
    Bomb("photo.vcf", lambda: card(b"PHOTO;ENCODING=b:" + base64.b64encode(bytes(10_000_001))), "larger than 10 MB"),
    Bomb("marks.vcf", lambda: card(b"NICKNAME:" + "e\u0301".encode() * 100_000)),
    Bomb("stray.vcf", lambda: card(*[b"garbage"] * 300_000), "More lines that are none of a vCard were left out."),
    Bomb("zip.vcf", lambda: b"PK\x03\x04" + bytes(range(256)) * 1_000, "There is no vCard in this file."),
    Bomb("noughts.vcf", lambda: bytes(5_000_000), "There is no vCard in this file."),
    Bomb("lines.vcf", lambda: b"\r" * 2_000_001, "2,000,001 lines; at most 2,000,000 can be read"),
    Bomb("lines.csv", lambda: LINKEDIN + b"\n" * 1_000_000, "a header but no rows"),
    Bomb(
        "columns.csv", lambda: b",".join(b"c%d" % n for n in range(10_000)) + b"\n" + b"v," * 10_000, "no program known"
    ),
    Bomb(
        "cell.csv", lambda: LINKEDIN + b'Ana,Ruiz,,,"' + b"x" * 9_000_000 + b'",,\n', "longer than 131,072 characters"
    ),
    Bomb("open.csv", lambda: LINKEDIN + b'Ana,Ruiz,,,"' + b"Bo,Li,,,,,\n" * 400_000, "more than 100,000 rows"),
    Bomb("quotes.csv", lambda: b'"' * 9_000_000, "no contact data"),
    Bomb("preamble.csv", lambda: b'Notes:\n"blah"\n' * 200_000, "more than 100,000 rows"),
    Bomb("noughts.csv", lambda: bytes(9_000_000), "not a text file"),
    Bomb("deep.json", lambda: book(more=b',"x":' + b"[" * 5_000 + b"]" * 5_000), "nested too deep"),
    Bomb("half.json", lambda: book(b'{"id":"a","name":"A\\ud800"}'), "half of a character"),
    Bomb("half key.json", lambda: book(b'{"id":"a","name":"A","\\ud800":1}'), "people[0].\\ud800: This key is unknown"),
    Bomb("number.json", lambda: book(b'{"id":"a","name":"A","cadence_days":' + b"9" * 5_000 + b"}"), "too long"),
    Bomb("infinite.json", lambda: book(b'{"id":"a","name":"A","cadence_days":1e999}'), "a whole number from 0"),
    Bomb("twice.json", lambda: book(b'{"id":"a","id":"b","name":"A"}'), "has the key “id” twice"),
    Bomb("many wrong.json", lambda: book(b",".join([b"1"] * 200_000)), "The rest of the file was not looked at."),
    Bomb(
        "many keys.json", lambda: b'{"refdesk":1,' + b",".join(b'"x%d":1' % n for n in range(99_999)) + b"}", "unknown"
    ),
    Bomb("crowd.json", crowd),
)
"""What takes the program no longer than a moment."""

HEAVY = (
    Bomb("lines.csv", lambda: b"\n" * 50_000_000, "50,000,000 lines; at most"),
    Bomb("rows.csv", lambda: LINKEDIN + b"A,B,,,C,D,01 Jan 2020\n" * 1_900_000, "more than 100,000 rows"),
    Bomb("cell.csv", lambda: LINKEDIN + b'Ana,Ruiz,,,"' + b"x" * 40_000_000 + b'",,\n', "longer than 131,072"),
    Bomb("parameters.vcf", lambda: card(b"TEL" + b";a" * 1_000_000 + b":+4930123456")),
    Bomb("nested.vcf", lambda: b"BEGIN:VCARD\r\n" * 100_000 + b"FN:Ana\r\n" + END * 100_000, "names nobody"),
    Bomb("photo.vcf", lambda: card(b"PHOTO;ENCODING=b:" + b"QUJD" * 12_000_000), "larger than 10 MB"),
    Bomb("base64.vcf", lambda: card(b"PHOTO;ENCODING=b:\r\n" + b"QUJDQUJD\r\n" * 1_900_000), "larger than 10 MB"),
    Bomb("note.vcf", lambda: card(b"NOTE:" + b"a,b;c\\n" * 1_300_000)),
    Bomb("one line.vcf", lambda: CARD + b"NOTE:" + b"a" * 49_000_000 + END, "The card is larger than 10 MB."),
    Bomb("stray.vcf", lambda: card(*[b"garbage"] * 1_900_000), "More lines that are none of a vCard"),
    Bomb("emails.vcf", lambda: card(*[b"EMAIL:a%d@example.org" % n for n in range(9_000)]) * 30),
)
"""What it needs seconds for."""
