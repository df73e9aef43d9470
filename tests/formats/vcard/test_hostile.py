"""Damaged and malicious files: nothing raises, nothing takes long, and what is read can be stored and written."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refdesk.formats.vcard.reader import read_vcards
from refdesk.formats.vcard.writer import write_vcards
from tests.formats.corpus import vcard_files

SEEDS = [path.read_bytes() for path in vcard_files()]
PIECES = [
    *(
        b"\r\n",
        b"\n",
        b"\r",
        b" ",
        b"\t",
        b":",
        b";",
        b"=",
        b"=\r\n",
        b'"',
        b"\\",
        b",",
        b"\0",
        b"\xc3",
        b"\xed\xa0\x80",
    ),
    *(b"BEGIN:VCARD\r\n", b"END:VCARD\r\n", b"VERSION:2.1\r\n", b"AGENT:\r\n", b"BDAY:", b"item1.", b"N:", b"FN:"),
    *(b"ENCODING=QUOTED-PRINTABLE", b";BASE64", b";TYPE=", b"^n", b"=ED=A0=80", b"=00", b"data:image/png;base64,"),
    *(b";CHARSET=" + name for name in (b"utf-16", b"utf-7", b"iso-2022-jp", b"gb18030", b"hz", b"idna")),
    *(b"\xff\xfe", b"\xef\xbb\xbf", b"\x1b$B"),
]
MUTATIONS = 2_000


def mutated(seed: bytes, rng: random.Random) -> bytes:
    """A file with a few bytes changed, cut, doubled, or taken from another file."""
    data = bytearray(seed)
    for _ in range(rng.randint(1, 10)):
        at, other = rng.randrange(len(data) + 1), rng.choice(SEEDS)
        start = rng.randrange(len(other))
        match rng.randrange(5):
            case 0:
                data[at : at + 1] = bytes([rng.randrange(256)])
            case 1:
                data[at:at] = rng.choice(PIECES)
            case 2:
                del data[at : at + rng.randrange(40)]
            case 3:
                data[at:at] = other[start : start + rng.randrange(300)]
            case _:
                del data[max(at, 1) :]
    return bytes(data)


def survives(data: bytes) -> None:
    reading = read_vcards(data)
    repr(reading).encode()  # every text can be stored: no half characters
    people = [incoming.person for incoming in reading.people]
    for version in ("3.0", "4.0"):
        again = read_vcards(write_vcards(people, version))
        assert [incoming.person for incoming in again.people] == people
        assert not again.unread


def campaign(seed: int, count: int) -> None:
    rng = random.Random(seed)
    for _ in range(count):
        survives(mutated(rng.choice(SEEDS), rng))


def test_two_thousand_damaged_files() -> None:
    campaign(seed=2026, count=MUTATIONS)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(10))
def test_fifty_thousand_damaged_files(seed: int) -> None:
    campaign(seed, 5_000)


@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    survives(data)


@given(
    st.binary(max_size=200),
    st.sampled_from(["FN", "N", "TEL;CHARSET=gbk", "NOTE;QUOTED-PRINTABLE", "PHOTO;BASE64", "BDAY"]),
)
def test_any_value(value: bytes, head: str) -> None:
    survives(b"BEGIN:VCARD\n" + head.encode() + b":" + value + b"\nTEL:1\nEND:VCARD\n")


def one_card(*lines: bytes) -> bytes:
    return b"\r\n".join([b"BEGIN:VCARD", b"VERSION:3.0", b"FN:A", *lines, b"END:VCARD", b""])


BASE64 = b"QUJD" * 18
BOMBS: dict[str, Callable[[], bytes]] = {
    "one line of 1 MB": lambda: one_card(b"NOTE:" + b"x" * 1_000_000),
    "1 MB without a colon": lambda: one_card(b"x" * 1_000_000),
    "1 MB of quotes": lambda: one_card(b'TEL;X="' + b'"' * 1_000_000 + b":1"),
    "1 MB of backslashes": lambda: one_card(b"N:" + b"\\" * 1_000_000),
    "500,000 name parts": lambda: one_card(b"N:" + b"a\\;;" * 250_000),
    "500,000 address parts": lambda: one_card(b"ADR:;;" + b"ab" * 250_000 + b"b;" * 250_000),
    "300,000 parameters": lambda: one_card(b"TEL" + b"".join(b";A%d=1" % i for i in range(300_000)) + b":1"),
    "200,000 types": lambda: one_card(b"TEL" + b"".join(b";T%d" % i for i in range(200_000)) + b":1"),
    "100,000 heads": lambda: one_card(*(b"X-A%d:1" % i for i in range(100_000))),
    "30,000 groups": lambda: one_card(*(b"g%d.TEL:1\r\ng%d.X-ABLabel:x" % (i, i) for i in range(30_000))),
    "50,000 nested agents": lambda: b"BEGIN:VCARD\r\nAGENT:\r\n" * 50_000,
    "100,000 soft breaks": lambda: one_card(b"NOTE;QUOTED-PRINTABLE:" + b"abc=\r\n" * 100_000),
    "a soft break and 300,000 empty lines": lambda: one_card(b"NOTE;QUOTED-PRINTABLE:a=" + b"\r\n" * 300_000 + b"b"),
    "1 MB of equals signs": lambda: one_card(b"NOTE;QUOTED-PRINTABLE:" + b"= " * 500_000),
    "300,000 folds": lambda: one_card(b"NOTE:x" + b"\r\n y" * 300_000),
    "a picture of 20 MB": lambda: one_card(b"PHOTO;ENCODING=b:" + b"\r\n ".join([BASE64] * 280_000)),
    "an unfolded picture of 20 MB": lambda: one_card(b"PHOTO;BASE64:", *[BASE64] * 280_000, b""),
    "1 MB of foreign bytes": lambda: one_card(b"NOTE:" + b"\xff" * 1_000_000),
    "50,000 lines of foreign bytes": lambda: one_card(*[b"NOTE\xff:\xff"] * 50_000),
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_a_bomb_goes_off_quietly(bomb: Callable[[], bytes]) -> None:
    reading = read_vcards(bomb())
    assert len(reading.people) + len(reading.unread) == 1


def test_a_hundred_thousand_nested_cards() -> None:
    data = b"BEGIN:VCARD\r\n" * 100_000 + b"FN:A\r\n" + b"END:VCARD\r\n" * 100_000
    reading = read_vcards(data)
    assert [incoming.record for incoming in reading.people] == ["card 1", "card 100000"]
    assert [unread.line for unread in reading.unread] == list(range(2, 100_000))
