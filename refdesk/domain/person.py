"""Somebody in the book, and what is kept of them (`docs/interchange.md`, ``people[]``).

A ``PartialDate`` is ``"1980-04-05"`` or, without a year, ``"--04-05"``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from refdesk.domain.words import Role, Trust

PartialDate = str


@dataclass(frozen=True, slots=True)
class ContactPoint:
    """An e-mail address, a telephone number or a web address, with the owner's word for it."""

    value: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A postal address, in the parts that vCard and the CSV exports share."""

    street: str = ""
    city: str = ""
    region: str = ""
    postcode: str = ""
    country: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class NamedDate:
    """A day of somebody's own, such as a wedding anniversary."""

    name: str
    on: PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Somebody in a person's life: free text in ``name`` or somebody of the book in ``person``."""

    name: str = ""
    person: str = ""
    how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What one import last said of a person, so that the next one writes only what changed there.

    ``source`` names the kind of file ("linkedin", "vcard", …), ``key`` the record in it, and ``wrote``
    maps a person's field to the plain JSON value which that record gave it.
    """

    source: str
    key: str
    wrote: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody in the book. ``photo`` is a file name or a data URL, ``extra`` verbatim vCard lines."""

    id: str
    name: str
    given: str = ""
    family: str = ""
    org: str = ""
    title: str = ""
    roles: tuple[Role, ...] = ()
    emails: tuple[ContactPoint, ...] = ()
    phones: tuple[ContactPoint, ...] = ()
    urls: tuple[ContactPoint, ...] = ()
    addresses: tuple[Address, ...] = ()
    birthday: PartialDate = ""
    dates: tuple[NamedDate, ...] = ()
    related: tuple[Related, ...] = ()
    tags: tuple[str, ...] = ()
    about: str = ""
    met: str = ""
    pronouns: str = ""
    photo: str = ""
    trust: Trust = "unknown"
    cadence_days: int | None = None
    known_since: date | None = None
    do_not_ask: bool = False
    do_not_ask_why: str = ""
    knows: tuple[str, ...] = ()
    could_introduce: tuple[str, ...] = ()
    introduced_by: str = ""
    added_on: date | None = None
    sorted: bool = False
    archived: bool = False
    died_on: date | None = None
    uid: str = ""
    sources: tuple[Source, ...] = ()
    extra: tuple[str, ...] = ()

    @property
    def first_name(self) -> str:
        """What to call them in a sentence: the given name, else the first word of the name."""
        return self.given or self.name.partition(" ")[0] or self.name
