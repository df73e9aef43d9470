"""Address books garbled at random: a book made of them is sound, comes back byte by byte, and stays when read again."""

import random
import re
from pathlib import Path

import pytest

from tests.attack.program import refdesk

CORPUS = Path(__file__).parents[1] / "data" / "corpus"
FILES = sorted(
    path for kind in ("vcard", "csv") for path in (CORPUS / kind).rglob("*.*") if path.stat().st_size < 100_000
)
TOKENS = (
    b"\r\n", b"\n", b"\r", b"\0", b"\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xe2\x80\xae", b"\xf0\x9f\x98\x80",
    b'"', b'""', b",", b";", b":", b"=", b"=\r\n", b"=0D=0A", b"\\n", b"\\", b"\t", b" ", b"'", b" ::: ", b"\x1a",
    b"\x85", b"\xe2\x80\xa8", b"\x0b", b"\x0c", b"\x1c", b"BEGIN:VCARD\r\n", b"END:VCARD\r\n", b"VERSION:2.1\r\n",
    b"ENCODING=b:", b"ENCODING=QUOTED-PRINTABLE:", b"CHARSET=utf-16:", b"item1.", b"UID:x\r\n", b"AGENT:\r\n",
    b"N:;;;;\r\n", b"FN:\r\n", b"BDAY:0000-00-00\r\n", b"BDAY:99991231\r\n", b"PHOTO:data:,\r\n", b"KIND:group\r\n",
    b"DEATHDATE:2999-01-01\r\n",
)  # fmt: skip

CONTROLS = re.compile(rb"\\u00[01]")


def garbled(data: bytes, some: random.Random) -> bytes:
    """The bytes with some of them lost, doubled, moved, changed or broken up."""
    raw = bytearray(data)
    for _ in range(some.randrange(1, 12)):
        at, to = sorted(some.randrange(len(raw) + 1) for _ in "ab")
        to = min(to, at + some.choice((1, 2, 10, 200)))
        kind = some.randrange(6)
        if kind == 0:
            raw[at:at] = some.choice(TOKENS)
        elif kind == 1:
            del raw[at:to]
        elif kind == 2:
            raw[at:to] = bytes(some.randrange(256) for _ in range(to - at))
        elif kind == 3:
            raw[at:at] = raw[at:to] * some.choice((1, 2, 30))
        elif kind == 4:
            raw[at:to] = some.choice(TOKENS)
        else:
            raw = raw[:at] if some.random() < 0.2 else raw[at:] + raw[:at]
    return bytes(raw)


def bring_in(file: Path, book: Path) -> dict[str, int]:
    """Import a file; what the report counts adds up, whatever is in it."""
    ran = refdesk("import", "--json", file, book=book)
    assert (ran.code in (0, 1), ran.err) == (True, "")
    counts: dict[str, int] = {key: value for key, value in ran.json().items() if isinstance(value, int)}
    assert counts["read"] == sum(counts[key] for key in ("created", "updated", "unchanged", "skipped"))
    return counts


def export(book: Path, format_: str, out: Path) -> bytes:
    """The book in one of the forms, written to a file."""
    assert refdesk("export", "--format", format_, "--out", out, book=book).code == 0
    return out.read_bytes()


def assert_stands(seed: int, folder: Path) -> None:
    """One garbled file through the whole program and back."""
    some = random.Random(seed)
    original = some.choice(FILES)
    file, book = folder / original.name, folder / "first.refdesk"
    file.write_bytes(garbled(original.read_bytes(), some))
    created = bring_in(file, book)["created"]
    assert refdesk("check", book=book).code == 0
    again = bring_in(file, book)
    assert (again["created"], again["updated"]) == (0, 0)
    out, second = folder / "out.json", folder / "second.refdesk"
    whole = export(book, "json", out)
    bring_in(out, second)
    assert export(second, "json", folder / "back.json") == whole
    for format_, suffix in (("vcard", "vcf"), ("csv", "csv")):
        people = folder / f"people.{suffix}"
        export(book, format_, people)
        if created and not (format_ == "csv" and CONTROLS.search(whole)):  # full of them it is no text any more
            assert bring_in(people, folder / f"{format_}.refdesk")["skipped"] == 0
            assert (back := bring_in(people, book))["created"] == 0, back


@pytest.mark.parametrize("seed", range(30))
def test_a_garbled_file_goes_through_the_program_and_back(seed: int, tmp_path: Path) -> None:
    assert_stands(seed, tmp_path)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(1000, 4000))
def test_thousands_of_garbled_files_go_through_the_program_and_back(seed: int, tmp_path: Path) -> None:
    assert_stands(seed, tmp_path)
