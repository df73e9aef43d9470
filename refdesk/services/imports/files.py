"""Which kind of file is this, and how is it read."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from refdesk.formats.incoming import Reading, UnreadableFileError
from refdesk.formats.json_reader import JsonReading

Format = Literal["auto", "vcard", "csv", "json"]

LARGEST_MB = 50
"""Address books beyond this are refused: a phone's whole book with photographs has a tenth of it."""


def read_file(path: Path, format_: Format, mapping: Mapping[str, str] | None = None) -> Reading | JsonReading:
    """Read a file of people or a book in RefDesk JSON.

    Raises:
        UnreadableFileError: the file is missing, too large, or of no kind that is known; one sentence.
    """
    data = _bytes_of(path, format_)
    if format_ == "auto":
        format_ = kind_of(path.name, data)
    if format_ == "json":
        from refdesk.formats.json_reader import read_json

        return read_json(data)
    if len(data) > LARGEST_MB * 1_000_000:
        raise UnreadableFileError(f"The file has {len(data) // 1_000_000} MB; at most {LARGEST_MB} can be read.")
    if format_ == "vcard":
        from refdesk.formats.vcard_reader import read_vcards

        return read_vcards(data)
    return _read_csv(data, mapping)


def kind_of(name: str, data: bytes) -> Format:
    """The kind of a file, from its content first and its name second."""
    start = data[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if b"BEGIN:VCARD" in start.upper() or name.lower().endswith((".vcf", ".vcard")):
        return "vcard"
    if start.startswith(b"{") or name.lower().endswith(".json"):
        return "json"
    return "csv"


def _read_csv(data: bytes, mapping: Mapping[str, str] | None) -> Reading:
    from refdesk.formats.csv_reader import read_csv

    reading = read_csv(data, mapping)
    if reading.need_mapping:
        names = ", ".join(f"“{column.name}”" for column in reading.columns[:8])
        more = " …" if len(reading.columns) > 8 else ""
        raise UnreadableFileError(
            f"These columns are of no program known here: {names}{more}. "
            'Say what they hold with --map "column=field", such as --map "Vorname=given".'
        )
    return reading


def _bytes_of(path: Path, format_: Format) -> bytes:
    try:
        if not path.is_file():
            raise UnreadableFileError("There is no such file." if not path.exists() else "This is not a file.")
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(
            f"The file can't be read: {(error.strerror or 'no reason given').lower()}."
        ) from error
