"""The values of vCard properties: escapes, components, dates and pictures (RFC 6350 sections 3.4, 4 and 6)."""

import re
from datetime import date

from refdesk.formats.vcard.head import Head

STAND_IN = "refdesk-"
"""How the UID of a card begins that `writer` wrote for somebody without one."""

_ESCAPE = re.compile(r"\\([\\,;:\"nN])")
_TIME = r"(?:T.*| [0-9]{1,2}:.*|Z|[-+][0-9:]+)?"
_DATE = re.compile(rf"(?:([0-9]{{4}})-?|--)([0-9]{{2}})-?([0-9]{{2}}){_TIME}")
_LOOSE_DATE = re.compile(rf"([0-9]{{4}})([-/.])([0-9]{{1,2}})\2([0-9]{{1,2}}){_TIME}")
_DATA_URL = re.compile(r"data:(?:([\w.+-]+/[\w.+-]+))?[^,]{0,200};base64,(.*)", re.DOTALL | re.IGNORECASE)
_BASE64 = re.compile(r"[A-Za-z0-9+/]*")
_MEDIA_TYPE = re.compile(r"[a-z0-9][a-z0-9.+-]*(?:/[a-z0-9][a-z0-9.+-]*)?")

_NO_YEAR = ("1604", "0000")
"""Years that stand for none: Apple's, whose vCard 3.0 knows no date without a year, and LDAP's."""

_LEAP_YEAR = 2000

_MEDIA_OF_PROPERTY = {"PHOTO": "image", "LOGO": "image", "SOUND": "audio"}
_MAGIC = (("/9j/", "image/jpeg"), ("iVBOR", "image/png"), ("R0lGOD", "image/gif"), ("UklGR", "image/webp"))
"""How base64 of an image begins."""


def unescape(text: str) -> str:
    """The text that an escaped value stands for."""
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda match: "\n" if match[1] in "nN" else match[1], text)


def escape(text: str) -> str:
    """Text as a value or as one component of a value; line ends become LF."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace(",", "\\,").replace(";", "\\;")


def split_escaped(value: str, separator: str = ";") -> list[str]:
    """The parts of a value between separators, unescaped and trimmed."""
    if "\\" not in value:
        return [part.strip() for part in value.split(separator)]
    parts, start = [], 0
    for match in re.finditer(rf"\\.|{separator}", value, re.DOTALL):
        if match[0] == separator:
            parts.append(value[start : match.start()])
            start = match.end()
    parts.append(value[start:])
    return [unescape(part).strip() for part in parts]


def partial_date(text: str, omitted_year: str = "") -> str:
    """A date as ``1980-04-05`` or ``--04-05``; its time of day is dropped. Empty: the text is no date."""
    text = text.strip()
    match = _DATE.fullmatch(text)
    if match:
        year, month, day = match.groups()
    elif match := _LOOSE_DATE.fullmatch(text):
        year, _, month, day = match.groups()
    else:
        return ""
    has_year = year is not None and year not in _NO_YEAR and year != omitted_year
    try:
        on = date(int(year) if has_year else _LEAP_YEAR, int(month), int(day))
    except ValueError:
        return ""
    return on.isoformat() if has_year else f"-{on.isoformat()[4:]}"


def data_url(head: Head, value: str) -> str:
    """The binary value of a property as a data URL in base64. Empty: it is no such value, or a broken one.

    Raises ValueError where the value is meant to be base64 and is not.
    """
    inline = _DATA_URL.fullmatch(unescape(value)) if value[:5].lower() == "data:" else None
    if inline:
        media_type, base64 = inline[1] or "", "".join(inline[2].split())
    elif "://" in value[:32]:
        return ""
    elif head.encoding == "base64" or value.startswith(tuple(start for start, _ in _MAGIC)):
        media_type, base64 = _media_type(head), value
    else:
        return ""
    media_type = media_type.lower() or next((media for start, media in _MAGIC if base64.startswith(start)), "")
    media_type = "image/jpeg" if media_type == "image/jpg" else media_type or "application/octet-stream"
    return f"data:{media_type};base64,{_whole(base64)}"


def _media_type(head: Head) -> str:
    found = head.param("MEDIATYPE").lower()
    if found:
        return found
    kind = _MEDIA_OF_PROPERTY.get(head.name)
    for type_ in map(str.lower, head.types):
        if kind and type_ not in ("home", "work", "pref") and _MEDIA_TYPE.fullmatch(type_):
            return type_ if "/" in type_ else f"{kind}/{'jpeg' if type_ == 'jpg' else type_}"
    return ""


def _whole(base64: str) -> str:
    """Base64 with its padding, so that a file which was cut short still gives its picture."""
    base64 = base64.rstrip("=")
    if len(base64) < 2 or not _BASE64.fullmatch(base64):
        raise ValueError("this is not base64")
    base64 = base64[:-1] if len(base64) % 4 == 1 else base64
    return base64 + "=" * (-len(base64) % 4)
