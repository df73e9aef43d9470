"""The bytes of a vCard file as text, whatever character set they are in."""

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_FAMILIES = re.compile(
    r"(?:us-?)?ascii|utf-?(?:8|16|32)(?:-?[bl]e)?"
    r"|(?:iso|latin|windows|cp|ibm|mac|koi8|euc|gb|big5|ms|hz|tis|s(?:hift)?[-_]?jis)[\w-]*",
    re.IGNORECASE | re.ASCII,
)
"""Character sets of text. Python's other codecs (idna, zip, unicode_escape) have no business in a card."""

_SUPERSETS = {"shift_jis": "cp932", "gb2312": "gb18030", "euc_kr": "cp949", "iso8859-1": "cp1252"}
"""What programs write when they claim the narrower set."""

_DECLARED = re.compile(rb"CHARSET=\"?([\w-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Charsets:
    """How the text of one file is decoded; no decoding fails.

    ``is_unicode``: the file as a whole is valid Unicode. ``other`` is the first character set besides
    UTF-8 that a property of the file declares (empty: none), ``default`` the last resort.
    """

    is_unicode: bool
    other: str
    default: str

    def decode(self, raw: bytes, declared: str = "") -> str:
        """Bytes as text: as declared, else UTF-8, else the file's other set, else the default."""
        for charset in (codec(declared), "utf-8", self.other):
            if charset:
                try:
                    return clean(raw.decode(charset))
                except UnicodeError:
                    continue
        return clean(raw.decode(self.default, "replace"))

    def repair(self, text: str, declared: str = "") -> str:
        """Text of `decode_file` whose bytes are not UTF-8, or are declared to be something else."""
        return self.decode(text.encode("utf-8", "surrogateescape"), declared)


def codec(name: str) -> str:
    """The codec to decode a declared character set with, or empty where there is none."""
    name = name.lower().removeprefix("x-")
    if not _FAMILIES.fullmatch(name):
        return ""
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return ""
    return _SUPERSETS.get(found, found)


def clean(text: str) -> str:
    """Text with LF for every line end and without NUL, which no text holds."""
    if "\r" in text:
        # CR CR LF is what a file becomes that was twice converted to Windows line ends.
        text = re.sub(r"\r+\n", "\n", text) if "\r\r\n" in text else text.replace("\r\n", "\n")
        text = text.replace("\r", "\n")
    return text.replace("\0", "") if "\0" in text else text


def shown(text: str) -> str:
    """A piece of a card as a message may show it: one short line that every screen can print."""
    text = " ".join(text[:80].split())
    text = text if len(text) <= 40 else f"{text[:39]}…"
    return text if text.isprintable() else ascii(text)[1:-1]


def decode_file(data: bytes, default: str) -> tuple[str, Charsets]:
    """A whole file as text with LF line ends, and how to decode what is not Unicode in it.

    Bytes that are not UTF-8 become lone surrogates, which keep them: `Charsets.repair` turns them into
    text property by property, after unfolding, because a fold may stand inside a character (RFC 6350
    section 3.2).
    """
    charset = _encoding(data)
    if charset:
        text = data.decode(charset, "replace").removeprefix("\ufeff")
        return _clean_file(text), Charsets(True, "", default)
    try:
        return _clean_file(data.decode("utf-8")), Charsets(True, "", default)
    except UnicodeDecodeError:
        other = _first_other(match[1].decode("ascii", "replace") for match in _DECLARED.finditer(data))
        return _clean_file(data.decode("utf-8", "surrogateescape")), Charsets(False, other, default)


def _encoding(data: bytes) -> str:
    """The encoding that a byte order mark gives, or the NULs of UTF-16; else empty."""
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return charset
    if len(data) >= 4 and data[1] == data[3] == 0:
        return "utf-16-le"
    if len(data) >= 4 and data[0] == data[2] == 0:
        return "utf-16-be"
    return ""


def _first_other(declared: Iterable[str]) -> str:
    return next((found for found in map(codec, declared) if found not in ("", "utf-8", "ascii")), "")


def _clean_file(text: str) -> str:
    # A byte order mark in front of a later line: files with one each were put together.
    return clean(text).replace("\n\ufeff", "\n")
