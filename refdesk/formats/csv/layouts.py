"""The CSV address books that are recognised by their column names, wherever these stand (`docs/interchange.md`)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from refdesk.formats.csv.names import (
    GOOGLE_NEW_COLUMNS,
    GOOGLE_OLD_COLUMNS,
    LINKEDIN_COLUMNS,
    OUTLOOK_COLUMNS,
    REFDESK_COLUMNS,
    THUNDERBIRD_COLUMNS,
    fold_name,
)

LayoutName = Literal["refdesk", "linkedin", "google-old", "google-new", "outlook", "thunderbird", "mapped", "unknown"]
SourceName = Literal["linkedin", "google", "outlook", "thunderbird", "csv"]


@dataclass(frozen=True, slots=True)
class Layout:
    """One program's way to write an address book.

    It is recognised where each of ``signs`` names a column of the file. ``columns`` maps folded names to fields.
    ``numbered`` is Google's way: columns such as ``E-mail 2 - Value``, and several values of one cell joined by
    `` ::: ``.
    """

    name: LayoutName
    source: SourceName
    signs: tuple[frozenset[str], ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    numbered: bool = False


def recognise(header: Sequence[str]) -> Layout | None:
    """The layout that a header belongs to; None where no program is known to write it."""
    names = {fold_name(name) for name in header}
    return next((layout for layout in LAYOUTS if all(not names.isdisjoint(sign) for sign in layout.signs)), None)


def _sign(*names: str) -> frozenset[str]:
    return frozenset(names)


_FIRST_OR_LAST_NAME = _sign("first name", "last name")

LAYOUTS: tuple[Layout, ...] = (
    Layout(
        "refdesk",
        "csv",
        (_sign("name"), _sign("known since"), _sign("roles"), _sign("trust")),
        REFDESK_COLUMNS,
        numbered=True,
    ),
    Layout(
        "linkedin",
        "linkedin",
        (
            _sign("connected on", "verbunden am", "date de connexion"),
            _sign("first name", "last name", "vorname", "nachname", "prénom", "nom"),
        ),
        LINKEDIN_COLUMNS,
    ),
    Layout(
        "google-old",
        "google",
        (
            _sign("given name", "family name"),
            _sign("group membership", "yomi name", "e-mail 1 - type", "phone 1 - type"),
        ),
        GOOGLE_OLD_COLUMNS,
        numbered=True,
    ),
    Layout(
        "google-new",
        "google",
        (
            _FIRST_OR_LAST_NAME,
            _sign("organization name", "file as", "e-mail 1 - value", "phone 1 - value", "phonetic first name"),
        ),
        GOOGLE_NEW_COLUMNS,
        numbered=True,
    ),
    Layout(
        "thunderbird",
        "thunderbird",
        (
            _sign("primary email"),
            _sign("first name", "last name", "display name"),
            _sign("secondary email", "screen name", "work phone", "mobile number", "nickname"),
        ),
        THUNDERBIRD_COLUMNS,
    ),
    Layout(
        "outlook",
        "outlook",
        (
            _FIRST_OR_LAST_NAME,
            _sign("e-mail address", "e-mail 2 address", "business phone", "business street", "home street"),
        ),
        OUTLOOK_COLUMNS,
    ),
)
"""In the order in which they are tried: one whose signs another's files may carry too comes before it."""
