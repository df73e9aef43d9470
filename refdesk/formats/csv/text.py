"""The bytes of a CSV file to text, whatever program and system wrote them."""

import re

from refdesk.formats.incoming import UnreadableFileError

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
"""Byte order marks and the encoding that each of them announces."""

_OTHER_FORMATS = (
    (b"PK\x03\x04", "This is a ZIP file or an Excel workbook, not a CSV file: unpack it, or save it as CSV."),
    (b"\xd0\xcf\x11\xe0", "This is an old Excel workbook, not a CSV file: save it as CSV."),
    (b"%PDF", "This is a PDF, not a CSV file."),
)

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f]")
_LONE_BYTE = re.compile(r"[\udc80-\udcff]")
_JAPANESE_WORD = re.compile(r"[\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e]{2,}")


def decode_csv(data: bytes) -> str:
    """The text of a file in UTF-8, UTF-16, Windows-1252 or Shift-JIS, without its byte order mark.

    A damaged byte costs that byte alone. Raises `UnreadableFileError` where the file is no text.
    """
    for start, why in _OTHER_FORMATS:
        if data.startswith(start):
            raise UnreadableFileError(why)
    text = _decode(data).removeprefix("\ufeff")
    if len(_CONTROL.findall(text)) > len(text) // 100:
        raise UnreadableFileError("This is not a text file, so it cannot be read as CSV.")
    return text


def _decode(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_utf8(data) if encoding == "utf-8" else data.decode(encoding, "replace")
    sample = data[:4096]
    zeros = sample.count(0)
    if zeros > len(sample) // 4:  # Latin letters in UTF-16 have a zero beside each: after it when the low byte is first
        return data.decode("utf-16-le" if sample[1::2].count(0) > zeros // 2 else "utf-16-be", "replace")
    return _decode_utf8(data)


def _decode_utf8(data: bytes) -> str:
    """UTF-8 where the bytes above ASCII mostly are UTF-8, with the stray ones as Windows means them."""
    text = data.decode("utf-8", "surrogateescape")
    if text.isascii():
        return text
    stray = len(_LONE_BYTE.findall(text))
    if not stray:
        return text
    if len(data) - len(text) > stray:  # more bytes than characters: what well-formed sequences saved
        return _LONE_BYTE.sub(lambda found: _windows_letter(found[0]), text)
    return _decode_legacy(data)


def _decode_legacy(data: bytes) -> str:
    """Shift-JIS where it makes words of two or more Japanese characters of most bytes, else Windows-1252.

    A lone accented letter or curly apostrophe and the ASCII letter after it make a Japanese character too, but
    seldom two in a row.
    """
    try:
        japanese = data.decode("cp932")
    except UnicodeDecodeError:
        japanese = ""
    in_words = sum(len(word) for word in _JAPANESE_WORD.findall(japanese))
    foreign = sum(not char.isascii() for char in japanese)
    if in_words > foreign - in_words:
        return japanese
    return data.decode("cp1252", "replace")


def _windows_letter(escaped: str) -> str:
    return bytes([ord(escaped) - 0xDC00]).decode("cp1252", "replace")
