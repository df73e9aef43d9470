"""Which kind of file is this, may it be read, and how."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from refdesk.formats.csv.dates import DateOrder
from refdesk.formats.csv.reader import CsvReading, read_csv
from refdesk.formats.incoming import MOST_RECORDS, Reading, UnreadableFileError
from refdesk.formats.refdesk_json.reader import JsonReading

Format = Literal["auto", "vcard", "csv", "json"]

LARGEST_MB = 50
"""Address books beyond this are refused: a phone's whole book with photographs has a tenth of it."""

LARGEST_JSON_MB = 500
"""Books beyond this are refused: one of 100,000 people with a million entries has less."""

MOST_LINES = 2_000_000
"""Address books of more lines are refused: with 100,000 people that is 20 for each."""

_START = 4096
"""How many bytes tell the kind of a file."""

_CARD = re.compile(rb"^[ \t]*BEGIN[ \t]*:[ \t]*VCARD", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class HowRead:
    """What the user says of one CSV file: the fields that its columns fill, and what stands first in its days."""

    mapping: Mapping[str, str] = field(default_factory=dict)
    date_order: DateOrder | None = None


def read_file(path: Path, format_: Format, how: HowRead | None = None) -> Reading | JsonReading:
    """Read a file of people or a book in RefDesk JSON, a CSV file as the user says.

    Raises:
        UnreadableFileError: the file is missing, too large, or of no kind that is known, or nobody can know what its
            columns hold; one sentence.
    """
    reading = look_into(path, format_, how)
    if isinstance(reading, CsvReading) and reading.need_mapping:
        raise UnreadableFileError(_what_to_map([column.name for column in reading.columns]))
    return reading


def look_into(path: Path, format_: Format, how: HowRead | None = None) -> Reading | JsonReading:
    """The same for a preview: a CSV file that nobody can read yet says so by ``need_mapping``.

    Raises:
        UnreadableFileError: as `read_file`, but for the columns.
    """
    data, kind = _bytes_of(path, format_)
    if kind == "json":
        from refdesk.formats.refdesk_json.reader import read_json

        return read_json(data)
    lines = data.count(b"\n") + data.count(b"\r") - data.count(b"\r\n")
    if lines > MOST_LINES:
        raise UnreadableFileError(f"The file has {lines:,} lines; at most {MOST_LINES:,} can be read.")
    if kind == "vcard":
        return _read_vcards(data)
    how = how or HowRead()
    return read_csv(data, how.mapping, date_order=how.date_order)


def kind_of(name: str, data: bytes) -> Format:
    """The kind of a file: by how it begins, else by its name, else by whether a card begins anywhere near its start.

    A card inside something else, such as a note of a book in RefDesk JSON, does not make it one.
    """
    start = data[:_START].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    ending = name.lower().rpartition(".")[2]
    if _CARD.match(start) or ending in ("vcf", "vcard"):
        return "vcard"
    if start.startswith(b"{") or ending == "json":
        return "json"
    return "vcard" if ending != "csv" and _CARD.search(start) else "csv"


def _read_vcards(data: bytes) -> Reading:
    from refdesk.formats.vcard.reader import read_vcards

    cards = data.replace(b"\0", b"").upper().count(b"BEGIN:VCARD")  # in UTF-16 every other byte is nought
    if cards > MOST_RECORDS:
        raise UnreadableFileError(f"The file has {cards:,} cards; at most {MOST_RECORDS:,} can be read from one file.")
    return read_vcards(data)


def _what_to_map(columns: Sequence[str]) -> str:
    names = ", ".join(f"“{name}”" for name in columns[:8])
    more = " …" if len(columns) > 8 else ""
    return (
        f"These columns are of no program known here: {names}{more}. "
        'Say what they hold with --map "column=field", such as --map "Vorname=given".'
    )


def _bytes_of(path: Path, format_: Format) -> tuple[bytes, Format]:
    """The file's bytes and its kind; one that is too large is refused by its size, before it is read."""
    try:
        if not path.is_file():
            raise UnreadableFileError("There is no such file." if not path.exists() else "This is not a file.")
        with path.open("rb") as file:
            start = file.read(_START)
            kind = kind_of(path.name, start) if format_ == "auto" else format_
            largest = LARGEST_JSON_MB if kind == "json" else LARGEST_MB
            size = path.stat().st_size
            # A file may grow while it is read.
            data = start + file.read(largest * 1_000_000 - len(start) + 1) if size <= largest * 1_000_000 else b""
    except OSError as error:
        raise UnreadableFileError(
            f"The file can't be read: {(error.strerror or 'no reason given').lower()}."
        ) from error
    if max(size, len(data)) > largest * 1_000_000:
        megabytes = max(size, len(data)) // 1_000_000
        raise UnreadableFileError(f"The file has {megabytes:,} MB; at most {largest} can be read.")
    return data, kind
