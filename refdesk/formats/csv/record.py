"""One row of a CSV file, its filled cells gathered by field; what has no home becomes a vCard line, word for word."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from refdesk.domain.folding import words
from refdesk.domain.person import Address, ContactPoint, PartialDate
from refdesk.formats.csv.columns import Slot, shorten
from refdesk.formats.csv.dates import DateOrder, is_no_day, parse_day
from refdesk.formats.csv.guard import unguard, unguard_start
from refdesk.formats.csv.layouts import Layout
from refdesk.formats.csv.table import Row
from refdesk.formats.incoming import Flaw
from refdesk.formats.vcard.values import escape

_JOINT = ":::"
"""What stands between the values of one cell in Google's files and in ours."""

LIST_MARKS = re.compile(r":::|[;,\n]")
"""What stands between the words of a list in anybody else's."""

_BETWEEN_EMAILS = re.compile(r"[,;\s]+")
_DEFAULT = "* "
"""Google's mark of a default address or number, and of a group that the system keeps."""

ADDRESS_FIELDS = ("street", "city", "region", "postcode", "country", "formatted")
_PARAMETER_ESCAPES = str.maketrans({"^": "^^", '"': "^'", "\n": "^n"})


@dataclass(frozen=True, slots=True)
class Plan:
    """How the rows of one file are read; ``orders`` gives the order of days by a column's index."""

    layout: Layout
    slots: tuple[Slot, ...]
    orders: Mapping[int, DateOrder]


def vcard_line(name: str, text: str, column: str = "") -> str:
    """A vCard property without folding, its column as a parameter (RFC 6868)."""
    parameter = f';X-COLUMN="{column.translate(_PARAMETER_ESCAPES)}"' if column else ""
    return f"{name}{parameter}:{escape(text)}"


class Record:
    """The filled cells of one row by field: whoever reads a field takes it away, `leftovers` tells what remains.

    ``extra`` and ``flaws`` grow while it is read.
    """

    def __init__(self, row: Row, plan: Plan) -> None:
        self.line = row.line
        self.extra: list[str] = []
        self.flaws: list[Flaw] = []
        self._plan = plan
        self._own = plan.layout.name == "refdesk"
        found: dict[str, list[tuple[str, Slot]]] = {}
        tidy = unguard if self._own else _tidy
        for cell, slot in zip(row.cells, plan.slots, strict=False):  # rows may be shorter or longer than the header
            if cell and (text := tidy(cell)):
                if slot.field in found:
                    found[slot.field].append((text, slot))
                else:
                    found[slot.field] = [(text, slot)]
        self._found = found
        labels = self._found.pop("label", ())
        self._labels = {slot.group: text if self._own else _without_mark(text) for text, slot in labels}
        if len(row.cells) > len(plan.slots):
            self._keep_surplus(row.cells[len(plan.slots) :])

    def one(self, field: str) -> str:
        """The text of a field that holds one; what other columns hold of it is kept as extra."""
        found = self._found.pop(field, None)
        if not found:
            return ""
        for text, slot in found[1:]:
            self.keep(text, slot)
        return found[0][0]

    def texts(self, field: str) -> list[str]:
        """The texts of a field that several columns may fill."""
        return [text for text, _ in self._found.pop(field, ())]

    def values(self, field: str) -> Iterator[tuple[str, str]]:
        """Every value of a field with its label."""
        for text, slot in self._found.pop(field, ()):
            label = self._label(slot)
            for value in self._split(text):
                if value:
                    yield value, label

    def points(self, field: str) -> tuple[ContactPoint, ...]:
        """The addresses or numbers of a field."""
        found = self._found.pop(field, None)
        if not found:
            return ()
        return tuple(
            [
                ContactPoint(value, self._label(slot))
                for text, slot in found
                for value in (self._split_emails(text) if field == "email" else self._split(text))
                if value
            ]
        )

    def words(self, field: str) -> tuple[str, ...]:
        """The words of a list such as tags, without the groups that a system keeps for itself, each once."""
        found = [text for text, _ in self._found.pop(field, ())]
        joined = self._plan.layout.numbered
        parts = (part.strip() for text in found for part in (text.split(_JOINT) if joined else LIST_MARKS.split(text)))
        return tuple(dict.fromkeys(part for part in parts if part and (self._own or not part.startswith(_DEFAULT))))

    def addresses(self) -> tuple[Address, ...]:
        """The postal addresses in the order of their columns; a formatted one only where it says what no part does."""
        cells = [(slot, field, text) for field in ADDRESS_FIELDS for text, slot in self._found.pop(field, ())]
        places: dict[tuple[str, int], dict[str, list[str]]] = {}
        labels: dict[str, str] = {}
        for slot, field, text in sorted(cells, key=lambda cell: cell[0].index):
            labels[slot.group] = self._label(slot)
            for count, value in enumerate(self._split(text)):
                if value:
                    places.setdefault((slot.group, count), {}).setdefault(field, []).append(value)
        return tuple(_address(parts, labels[group]) for (group, _), parts in places.items())

    def day(self, field: str, *, century_from: int = 1930, with_year: bool = False) -> PartialDate:
        """The day of a field that holds one, else ""; a text that is no day becomes a flaw and is kept as extra."""
        found = self._found.pop(field, None)
        if not found:
            return ""
        for text, slot in found[1:]:
            self.keep(text, slot)
        text, slot = found[0]
        if is_no_day(text):
            return ""
        day = parse_day(text, self._plan.orders.get(slot.index, "dmy"), century_from)
        if day and not (with_year and day.startswith("--")):
            return day
        self.refuse(text, slot, "is no date")
        return ""

    def days(self, field: str) -> Iterator[tuple[str, PartialDate]]:
        """Every day of a field with its label."""
        for text, slot in self._found.pop(field, ()):
            for value in self._split(text):
                if day := parse_day(value, self._plan.orders.get(slot.index, "dmy")):
                    yield self._label(slot), day
                elif not is_no_day(value):
                    self.refuse(value, slot, "is no date")

    def peek(self, field: str) -> str:
        """The first text of a field, which stays to be read."""
        return self._found[field][0][0] if field in self._found else ""

    def take(self, field: str) -> list[tuple[str, Slot]]:
        """The cells of a field as they are."""
        return self._found.pop(field, [])

    def leftovers(self) -> Iterator[tuple[str, Slot]]:
        """The cells of all fields that nobody has read."""
        for cells in self._found.values():
            yield from cells
        self._found = {}

    def keep(self, text: str, slot: Slot) -> None:
        """Keep a text without a home under its column's name, or under its own label where it has one."""
        self.extra.append(vcard_line("X-REFDESK-CSV", text, self._labels.get(slot.group) or slot.column))

    def refuse(self, text: str, slot: Slot, why: str) -> None:
        """Note that a text is not what its column promises, and keep it."""
        self.flaws.append(Flaw(self.line, f"“{shorten(text)}” in {shorten(slot.column)} {why}; it was kept as text."))
        self.keep(text, slot)

    def _label(self, slot: Slot) -> str:
        return self._labels.get(slot.group, slot.label)

    def _split(self, text: str) -> Sequence[str]:
        """The values of a cell; in our own files each has a cell of its own."""
        return [text] if self._own or _JOINT not in text else [value.strip() for value in text.split(_JOINT)]

    def _split_emails(self, text: str) -> Sequence[str]:
        """The addresses of a cell, which some programs put a comma or a semicolon between."""
        if not self._own and text.count("@") > 1:
            addresses = _BETWEEN_EMAILS.split(text)
            if all("@" in address for address in addresses):
                return addresses
        return self._split(text)

    def _keep_surplus(self, cells: Sequence[str]) -> None:
        """Keep what stands beyond the last column: an exporter's trailing comma is nothing, anything else a flaw."""
        if surplus := [text for cell in cells if (text := cell.strip())]:
            self.flaws.append(
                Flaw(self.line, "The row has more cells than the header has columns; they were kept as text.")
            )
            self.extra.append(vcard_line("X-REFDESK-CSV", "; ".join(surplus), "More cells"))


def _tidy(cell: str) -> str:
    """A cell of somebody else's file: trimmed, its line ends as ours, its letters composed (NFC)."""
    text = cell.strip()
    if text[:1] == "'":
        text = unguard_start(text).strip()
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _without_mark(label: str) -> str:
    """A label without Google's mark of the default, which may be all there is."""
    return label[1:].lstrip() if label == _DEFAULT.strip() or label.startswith(_DEFAULT) else label


def _address(parts: Mapping[str, Sequence[str]], label: str) -> Address:
    def part(field: str) -> str:
        return "\n".join(parts.get(field, ()))

    structured = words(" ".join(map(part, parts.keys() - {"formatted"})))
    whole = "" if set(words(part("formatted"))) <= set(structured) else part("formatted")
    return Address(
        street=part("street") or whole,
        city=part("city"),
        region=part("region"),
        postcode=part("postcode"),
        country=part("country"),
        label=label,
    )
