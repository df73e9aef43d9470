"""What each column of one CSV file means: by its layout, or as the user maps it (`docs/interchange.md`, ``--map``)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from refdesk.formats.csv.layouts import Layout
from refdesk.formats.csv.names import SUGGESTIONS, fold_name, numbered_field
from refdesk.formats.incoming import UnreadableFileError

FIELDS = (
    "name",
    "given",
    "middle",
    "family",
    "prefix",
    "suffix",
    "nickname",
    "org",
    "department",
    "title",
    "role",
    "email",
    "phone",
    "url",
    "street",
    "city",
    "region",
    "postcode",
    "country",
    "birthday",
    "birth_year",
    "birth_month",
    "birth_day",
    "date",
    "related",
    "tags",
    "knows",
    "about",
    "met",
    "known_since",
    "referred_by",
    "ignore",
)
"""What a user may map a column to; each may carry a label after a colon, as in ``phone:Work``."""

DATE_FIELDS = frozenset(("birthday", "date", "known_since", "added_on", "died_on"))


@dataclass(frozen=True, slots=True)
class Slot:
    """One column of the file: where it stands, its name there, and the field that it fills.

    Slots of one ``group`` belong together, such as a label and its value, or the parts of an address.
    """

    index: int
    column: str
    field: str
    label: str = ""
    group: str = ""


def lay_out(header: Sequence[str], layout: Layout, mapping: Mapping[str, str]) -> tuple[Slot, ...]:
    """The slots of a header's columns in their order; ``mapping`` (column → field) overrides the layout.

    Raises `UnreadableFileError` where the mapping names a column or a field that there is not.
    """
    wanted = {fold_name(column): spec for column, spec in mapping.items()}
    names = [fold_name(name) or f"column {index}" for index, name in enumerate(header, 1)]
    for column, spec in mapping.items():
        if fold_name(column) not in names:
            raise UnreadableFileError(f"This file has no column “{column}”; its columns are {list_names(header)}.")
        if spec.partition(":")[0] not in FIELDS:
            raise UnreadableFileError(f"There is no field “{spec}”; the fields are {', '.join(FIELDS)}.")
    return tuple(
        _slot(index, column, wanted.get(name), layout, name)
        for index, (column, name) in enumerate(zip(header, names, strict=True))
    )


def _slot(index: int, column: str, mapped: str | None, layout: Layout, name: str) -> Slot:
    group = ""
    spec = mapped or layout.columns.get(name)
    if spec is None and layout.numbered:
        spec, group = numbered_field(name)
    field, _, label = (spec or "other").partition(":")
    return Slot(index, column.strip() or f"Column {index + 1}", field, label, group or label)


def suggest(column: str) -> str:
    """The field that a column of an unknown file most likely fills, to be proposed to the user; "" for no idea."""
    name = fold_name(column.replace("_", " "))
    return next((field for field, names in SUGGESTIONS.items() if name in names), "")


def list_names(header: Sequence[str]) -> str:
    """The names of the columns for a sentence, the first thirty of them."""
    names = [f"“{shorten(name)}”" for name in header if name.strip()]
    more = f" and {len(names) - 30} more" if len(names) > 30 else ""
    return ", ".join(names[:30]) + more


def shorten(text: str) -> str:
    """A cell's text as a sentence can hold it: one line of at most 60 characters."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:59] + "…"
