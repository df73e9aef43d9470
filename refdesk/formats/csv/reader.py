"""A CSV address book to people: LinkedIn, Google, Outlook, Thunderbird, our own, or any other that the user maps."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from refdesk.formats.csv.columns import Slot, lay_out, list_names, suggest
from refdesk.formats.csv.date_orders import decide_orders
from refdesk.formats.csv.dates import DateOrder
from refdesk.formats.csv.layouts import Layout, LayoutName, recognise
from refdesk.formats.csv.names import fold_name
from refdesk.formats.csv.people import read_people
from refdesk.formats.csv.record import Plan
from refdesk.formats.csv.table import Row, Table, find_table, guess_table, split_lines
from refdesk.formats.csv.text import decode_csv
from refdesk.formats.incoming import Incoming, Reading, UnreadableFileError

_UNKNOWN = Layout("unknown", "csv")
_MAPPED = Layout("mapped", "csv")
_PREVIEWED = 1_000
"""How many rows are searched for the first values of a column."""

_NOTE_LENGTH = 60
"""What is longer than that, in characters, and stands alone in its row is no name."""

_LONGEST_ADDRESS = 254
"""No e-mail address has more characters (RFC 5321); longer texts are never searched."""

_LETTER = re.compile(r"[^\W\d_]")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_LIKE_PHONE = re.compile(r"(?:\d[\s./()-]{0,3}){6}")


@dataclass(frozen=True, slots=True)
class Column:
    """A column for the preview: its name, its first three values, and the field that it fills.

    Where ``need_mapping`` says that the user must choose, ``field`` is only a proposal, and "" where there is none.
    """

    name: str
    values: tuple[str, ...]
    field: str


@dataclass(slots=True)
class CsvReading(Reading):
    """What reading a CSV file gave, and what a preview needs: every row of the file is in people or in unread.

    ``need_mapping``: no program is known to write these columns, so nobody was read and the user must map them.
    ``date_order`` is how days in numbers were read; ``ambiguous``: it was a guess, which a warning names, and
    ``doubtful_day`` is one of those days as the file writes it.
    """

    layout: LayoutName = "unknown"
    columns: tuple[Column, ...] = ()
    need_mapping: bool = False
    date_order: DateOrder = "ymd"
    doubtful_day: str = ""


def read_csv(
    data: bytes, mapping: Mapping[str, str] | None = None, *, date_order: DateOrder | None = None
) -> CsvReading:
    """Read a CSV file in any encoding, with any usual delimiter, its header wherever it stands.

    ``mapping`` says which field a column fills (`columns.FIELDS`), for an unknown file or over a known layout;
    ``date_order`` is the user's answer where days such as 03/04/1980 could be read both ways.
    Raises `UnreadableFileError` where the file is no text, holds no contact data at all, or lacks a mapped column.
    """
    table, layout = _find_table(split_lines(decode_csv(data)), mapping or {})
    if layout.name == "unknown":
        return _ask(table)
    slots = lay_out(table.header.cells, layout, mapping or {})
    if layout.name == "linkedin":
        table = _without_note(table)
    orders = decide_orders(table.rows, slots, layout, date_order)
    reading = CsvReading(
        source=layout.source,
        unread=list(table.broken),
        warnings=list(orders.warnings) if table.rows else ["The file has a header but no rows."],
        layout=layout.name,
        columns=tuple(Column(slot.column, _first_values(table.rows, slot.index), _spec(slot)) for slot in slots),
        date_order=orders.overall,
        doubtful_day=orders.doubtful,
    )
    plan = Plan(layout, slots, orders.by_index)
    for found in read_people(table.rows, plan):
        if isinstance(found, Incoming):
            reading.people.append(found)
        else:
            reading.unread.append(found)
    reading.unread.sort(key=lambda unread: unread.line)
    return reading


def _find_table(lines: Sequence[str], mapping: Mapping[str, str]) -> tuple[Table, Layout]:
    """The table with the mapped columns, else one of a known layout, else the first; and the layout it is read by."""
    wanted = {fold_name(column) for column in mapping}
    if wanted and (table := find_table(lines, lambda header: wanted <= set(map(fold_name, header)))):
        return table, recognise(table.header.cells) or _MAPPED
    table = find_table(lines, lambda header: recognise(header) is not None)
    if table and (known := recognise(table.header.cells)):
        return table, known
    table = guess_table(lines)
    if table and _is_data(table.header.cells):
        names = [f"Column {number}" for number in range(1, len(table.header.cells) + 1)]
        table = Table(Row(0, 0, names), [table.header, *table.rows], table.broken)
    if not table or not any(_could_be_contact(cell) for row in table.rows for cell in row.cells):
        raise UnreadableFileError("This file holds no contact data: no name, no e-mail address and no phone number.")
    return table, _MAPPED if mapping else _UNKNOWN


def _could_be_contact(cell: str) -> bool:
    return bool(_LETTER.search(cell) or _LIKE_PHONE.search(cell))


def _is_data(header: Sequence[str]) -> bool:
    """Whether a first row is no header but somebody's data: it holds an address or a number, or nothing but digits."""
    cells = [cell for cell in map(str.strip, header) if cell]
    if not any(map(_LETTER.search, cells)):
        return True
    return any((len(cell) <= _LONGEST_ADDRESS and _EMAIL.fullmatch(cell)) or _LIKE_PHONE.search(cell) for cell in cells)


def _without_note(table: Table) -> Table:
    """The table without the note that LinkedIn sometimes puts between the header and the first row."""
    width = len(table.header.cells)
    first = next((at for at, row in enumerate(table.rows) if not _is_note(row.cells, width)), len(table.rows))
    return Table(table.header, table.rows[first:], table.broken) if first else table


def _is_note(cells: Sequence[str], width: int) -> bool:
    text = "".join(cells).strip()
    if len(cells) < width and len(text) > _NOTE_LENGTH:
        return True
    return bool(cells[0].strip()) and cells[0].strip() == text and (text.endswith(":") or len(text) > _NOTE_LENGTH)


def _ask(table: Table) -> CsvReading:
    """Nobody read, and what the user needs to say which column is which: nothing is ever guessed silently."""
    columns = tuple(
        Column(name.strip() or f"Column {index + 1}", _first_values(table.rows, index), suggest(name))
        for index, name in enumerate(table.header.cells)
    )
    return CsvReading(
        source="csv",
        unread=list(table.broken),
        warnings=[f"No known program writes these columns; say which is which: {list_names(table.header.cells)}."],
        columns=columns,
        need_mapping=True,
    )


def _first_values(rows: Sequence[Row], index: int) -> tuple[str, ...]:
    cells = (row.cells[index].strip() for row in rows[:_PREVIEWED] if index < len(row.cells))
    return tuple(islice(filter(None, cells), 3))


def _spec(slot: Slot) -> str:
    return f"{slot.field}:{slot.label}" if slot.label else slot.field
