"""An address as the post of its country wants it on an envelope, by the table in ``resources/postal/``."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from refdesk.domain.folding import words
from refdesk.domain.person import Address
from refdesk.services.resources import resource

_PART = re.compile(r"\{(\w+)\}")
_BETWEEN = " ,-/"
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_AS_THEY_ARE = ("{street}", "{city}, {region} {postcode}")


@dataclass(frozen=True, slots=True)
class Layout:
    """How one country's post wants an address; ``own`` is for one in the country's own script, if that differs."""

    code: str
    names: tuple[str, ...]
    lines: tuple[str, ...]
    own: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What the country is called in English."""
        return self.names[0]


def envelope(name: str, address: Address, home: str = "") -> tuple[str, ...]:
    """The lines of an envelope. ``home`` is the ISO code of the country where it is posted, "" where that is not known.

    The country stands last, in capitals, unless it is ``home``'s; an address without a country lies in ``home``. One
    in a country that is not in the table keeps its parts as they are.
    """
    found = country_of(address.country) if address.country.strip() else _layouts().get(home)
    lines = _chosen(found, address)
    parts = {"name": name, "street": address.street, "city": address.city}
    parts |= {"region": address.region, "postcode": address.postcode}
    if not address.city.strip() and "{region}" not in "".join(lines).lower():
        parts["city"] = address.region  # the only word for where it is
    if not any("{name}" in line for line in lines):
        lines = ("{name}", *lines)
    filled = [text for line in lines for text in _fill(line, parts).splitlines()]
    return tuple(text.strip() for text in filled if text.strip()) + _last(found, address, home)


def country_of(text: str) -> Layout | None:
    """The country that a text names, in English, in its own language or by its code; None for one not in the table."""
    return _by_name().get(_key(text))


def countries() -> tuple[tuple[str, str], ...]:
    """Every country of the table as (ISO code, English name), by name."""
    return tuple(sorted(((one.code, one.name) for one in _layouts().values()), key=lambda pair: pair[1]))


def _chosen(found: Layout | None, address: Address) -> Sequence[str]:
    if found is None:
        return _AS_THEY_ARE
    is_own = bool(found.own) and bool(_EAST_ASIAN.search(address.street + address.city))
    return found.own if is_own else found.lines


def _last(found: Layout | None, address: Address, home: str) -> tuple[str, ...]:
    if found is None:
        return (address.country.strip(),) if address.country.strip() else ()
    return () if found.code == home else (found.name.upper(),)


def _fill(line: str, parts: dict[str, str]) -> str:
    """One line with those of its parts that are known, and between any two of them what the line has there."""
    pieces = _PART.split(line)
    text = ""
    for before, part in zip(pieces[::2], pieces[1::2], strict=False):
        value = parts[part.lower()].strip()
        if value:
            is_between = not before.strip(_BETWEEN)
            text += ("" if is_between and not text else before) + (value.upper() if part.isupper() else value)
    return text + pieces[-1] if text else ""


def _key(text: str) -> str:
    return "".join(words(text))


@cache
def _layouts() -> dict[str, Layout]:
    table = tomllib.loads(resource("postal/layouts.toml").read_text(encoding="utf-8"))
    return {code: Layout(code, **{key: tuple(lines) for key, lines in each.items()}) for code, each in table.items()}


@cache
def _by_name() -> dict[str, Layout]:
    named = {_key(name): layout for layout in _layouts().values() for name in layout.names}
    return {code.lower(): layout for code, layout in _layouts().items()} | named
