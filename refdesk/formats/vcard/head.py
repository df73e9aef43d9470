"""What stands before the colon of a vCard property: its name, group and parameters (RFC 6350 section 3.3)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from refdesk.formats.vcard.labels import label_of

Encoding = Literal["", "base64", "quoted-printable"]

_ENCODINGS: dict[str, Encoding] = {
    "B": "base64",
    "BASE64": "base64",
    "Q": "quoted-printable",
    "QUOTED-PRINTABLE": "quoted-printable",
    "7BIT": "",
    "8BIT": "",
}
_CARETS = {"^n": "\n", "^^": "^", "^'": '"'}

_FULL_NAME = re.compile(r"(?:([A-Za-z0-9_.-]*)\.)?([A-Za-z0-9][A-Za-z0-9_-]*)")
_FOLD = re.compile(r"\n[ \t]?")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before a property's colon.

    ``name`` is in capitals, ``group`` in small letters. ``types`` are the values of TYPE as written,
    ``params`` all parameters but TYPE, ENCODING and CHARSET. ``verbatim`` is the head as a vCard 3.0 or
    4.0 has it: without ENCODING and CHARSET, and no type without its ``TYPE=``. ``coded``: one of these two
    tells how to decode the value.
    """

    name: str
    group: str
    types: tuple[str, ...]
    params: tuple[tuple[str, str], ...]
    encoding: Encoding
    charset: str
    verbatim: str
    label: str
    coded: bool

    def param(self, name: str) -> str:
        """The first value of a parameter, empty where it is absent."""
        return next((value for key, value in self.params if key == name), "")


def unquoted(text: str, separator: str) -> Iterator[int]:
    """Where a separator stands outside double quotes."""
    quoted = False
    for match in re.finditer(f'["{separator}]', text):
        if match[0] == '"':
            quoted = not quoted
        elif not quoted:
            yield match.start()


def cut_line(line: str) -> tuple[str, str, str]:
    """A content line's head, its colon (empty: there is none) and its value."""
    head, colon, value = line.partition(":")
    if '"' in head:
        at = next(unquoted(line, ":"), len(head))
        head, colon, value = line[:at], line[at : at + 1], line[at + 1 :]
    return head, colon, value


def _split(text: str, separator: str) -> list[str]:
    if '"' not in text:
        return text.split(separator)
    parts, start = [], 0
    for at in unquoted(text, separator):
        parts.append(text[start:at])
        start = at + 1
    return [*parts, text[start:]]


def _param_value(text: str) -> str:
    text = text.strip().replace('\\"', "").replace('"', "")
    return re.sub(r"\^[n^']", lambda match: _CARETS[match[0]], text) if "^" in text else text  # RFC 6868


@dataclass(slots=True)
class _Parameters:
    """The parameters of one head, as they are found; ``kept`` are the parts of its ``verbatim``."""

    kept: list[str]
    types: list[str] = field(default_factory=list)
    others: list[tuple[str, str]] = field(default_factory=list)
    encoding: Encoding = ""
    charset: str = ""

    def take(self, segment: str) -> None:
        key, equals, value = segment.partition("=")
        key = key.strip().upper()
        if not equals and key in _ENCODINGS:
            self.encoding = _ENCODINGS[key]
        elif key == "ENCODING":
            self.encoding = _ENCODINGS.get(_param_value(value).upper(), "")
        elif key == "CHARSET":
            self.charset = _param_value(value)
        elif not equals or key == "TYPE":
            self.types += _types(value if equals else segment)
            self.kept += [segment] if equals else [f"TYPE={segment.strip()}"] if segment.strip() else []
        else:
            self.others.append((key, _param_value(value)))
            self.kept.append(segment)


def parse_head(text: str) -> Head | None:
    """The head of a content line, or None where the text is no property name with parameters."""
    full_name, *segments = _split(_FOLD.sub("", text), ";")
    names = _FULL_NAME.fullmatch(full_name.strip())
    if not names:
        return None
    # What is kept must be a line that other readers take: they know no other letters in names.
    group, name = (re.sub("[_.]", "-", found or "") for found in names.groups())
    parameters = _Parameters([f"{group}.{name}" if group else name])
    for segment in segments:
        parameters.take(segment)
    return Head(
        name=name.upper(),
        group=group.lower(),
        types=tuple(parameters.types),
        params=tuple(parameters.others),
        encoding=parameters.encoding,
        charset=parameters.charset,
        verbatim=";".join(parameters.kept),
        label=label_of(parameters.types),
        coded=bool(parameters.encoding or parameters.charset),
    )


def _types(text: str) -> list[str]:
    # Some write TYPE=HOME,TYPE=VOICE.
    found = (re.sub(r"^TYPE=", "", part.strip(), flags=re.IGNORECASE) for part in _param_value(text).split(","))
    return [type_ for type_ in found if type_]
