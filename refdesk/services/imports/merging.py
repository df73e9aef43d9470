"""What a source says of a person, and how that joins what the book knows: three ways, so the user's word stands.

For each field there is what the source said when it was last read (the base), what it says now, and what the book
has. Only what changed in the source is written, only where the user has not written something else, and lists are
united.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import fields, replace
from typing import Any

from refdesk.domain.folding import fold
from refdesk.domain.identity import email_key
from refdesk.domain.person import Person, Source
from refdesk.domain.profile_address import normalise_profile
from refdesk.storage.codec import plain_decoder, to_plain

BY_CONTENT = "~"
"""What the key of a record begins with that has no key of its own: a digest of what it says."""

_SINGLE = (
    "name", "given", "family", "org", "title", "birthday", "about", "met", "pronouns", "photo", "trust",
    "cadence_days", "known_since", "do_not_ask", "do_not_ask_why", "died_on", "uid",
)  # fmt: skip
_BLANK = {part.name: part.default for part in fields(Person)}
_SAME: dict[str, Callable[[Any], object]] = {
    "emails": lambda point: email_key(point.value),
    "phones": lambda point: "".join([c for c in point.value if c.isdecimal() or c == "+"]) or point.value,
    "urls": lambda point: normalise_profile(point.value) or point.value.strip().casefold().rstrip("/"),
    "addresses": lambda address: fold(
        " ".join([address.street, address.city, address.postcode]).strip() or f"{address.region} {address.country}"
    ),
    "dates": lambda named: (named.name.casefold(), named.on),
    "related": lambda related: (related.name.casefold(), related.how.casefold()),
    "tags": lambda tag: tag.strip().casefold(),
    "knows": lambda tag: tag.strip().casefold(),
    "roles": lambda role: role,
}
"""The lists that are united, each with what makes two of its items the same."""

_decode = plain_decoder(Person)


def what_is_said(person: Person) -> dict[str, Any]:
    """The plain values of the fields that a source fills, as ``Source.wrote`` keeps them."""
    said: dict[str, Any] = {}
    for name in (*_SINGLE, *_SAME, "extra"):
        if (value := getattr(person, name)) and value != _BLANK[name]:
            said[name] = to_plain(value)
    return said


def merge(ours: Person, theirs: Person, base: Mapping[str, Any]) -> Person:
    """The book's person with what the source newly says; ``base`` is what it said when last read, {} at first."""
    before = _decode({"id": "", "name": "", **base})
    changed: dict[str, Any] = {}
    for name in _SINGLE:
        mine, now, then = getattr(ours, name), getattr(theirs, name), getattr(before, name)
        if now != _BLANK[name] and now != then and mine in (_BLANK[name], then):
            changed[name] = now
    for name, same in _SAME.items():
        mine = getattr(ours, name)
        united = _united(mine, getattr(theirs, name), getattr(before, name), same)
        if len(united) > len(mine):
            changed[name] = united
    changed["extra"] = _replaced(ours.extra, theirs.extra, before.extra)
    return replace(ours, **changed)


def remember(person: Person, source: Source, base: Source | None) -> Person:
    """The person with what the source says now kept in the place of what it said before."""
    kept = [
        each for each in person.sources if each is not base and (each.source, each.key) != (source.source, source.key)
    ]
    if source in person.sources:
        return person
    return replace(person, sources=(*kept, source))


def kept_from(base: Source | None, source: Source) -> Source:
    """The record with what was found out from it before, which it does not say by itself: who introduced them."""
    if base is None or "introduced_by" not in base.wrote:
        return source
    return replace(source, wrote={**source.wrote, "introduced_by": base.wrote["introduced_by"]})


def base_of(person: Person, source: Source, incoming: Collection[str]) -> Source | None:
    """What this record said of the person when last read.

    A record without a key of its own has another key whenever it says something else. It is then the person's only
    one of the kind that does not come in any more: what does (``incoming``, keys) is another record.
    """
    from_there = [each for each in person.sources if each.source == source.source]
    exact = [each for each in from_there if each.key == source.key]
    if exact or not source.key.startswith(BY_CONTENT):
        return exact[0] if exact else None
    changed = [each for each in from_there if each.key.startswith(BY_CONTENT) and each.key not in incoming]
    return changed[0] if len(changed) == 1 else None


def same_but_for_sources(one: Person, other: Person) -> bool:
    """Whether two states of a person say the same to the user."""
    return all(getattr(one, f.name) == getattr(other, f.name) for f in fields(Person) if f.name != "sources")


def _united(
    mine: tuple[Any, ...], now: Iterable[Any], then: Iterable[Any], same: Callable[[Any], object]
) -> tuple[Any, ...]:
    """Mine and what the source has added; what the user took out since the source last said it stays out."""
    known = {same(item) for item in (*mine, *then)}
    added = []
    for item in now:
        if (key := same(item)) not in known:
            known.add(key)
            added.append(item)
    return (*mine, *added)


def _replaced(mine: tuple[str, ...], now: tuple[str, ...], then: tuple[str, ...]) -> tuple[str, ...]:
    """Foreign properties: those the source has dropped go, those it has added come."""
    kept = [line for line in mine if line in now or line not in then]
    return (*kept, *(line for line in now if line not in then and line not in kept))
