"""Whether the day or the month stands first in a file's numeric days, decided by column, never by cell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from refdesk.formats.csv.columns import DATE_FIELDS, Slot, shorten
from refdesk.formats.csv.dates import DateOrder, column_order, in_words, is_ambiguous, parse_day
from refdesk.formats.csv.layouts import Layout
from refdesk.formats.csv.table import Row


@dataclass(frozen=True, slots=True)
class DateOrders:
    """The order by a column's index, that of the file as a whole, and a sentence for each column that is a guess.

    ``doubtful`` is a day of the file that shows the doubt, as it is written there; empty where there is none.
    """

    by_index: Mapping[int, DateOrder]
    overall: DateOrder
    warnings: tuple[str, ...] = ()
    doubtful: str = ""


def decide_orders(rows: Sequence[Row], slots: Sequence[Slot], layout: Layout, answer: DateOrder | None) -> DateOrders:
    """The order of days in each column: by its own clear days, else by other columns', else by the user's ``answer``.

    Without any of these a day is read with the month first in Outlook's files, whose English column names mostly
    come from American machines, and with the day first elsewhere.
    """
    texts = {
        slot: {text for row in rows if slot.index < len(row.cells) and (text := row.cells[slot.index])}
        for slot in slots
        if slot.field in DATE_FIELDS
    }
    found = {slot: order for slot, cells in texts.items() if (order := column_order(cells))}
    clear: set[DateOrder] = set(found.values()) - {"ambiguous"}
    known = clear.pop() if len(clear) == 1 else None
    guess: DateOrder = answer or known or ("mdy" if layout.name == "outlook" else "dmy")
    warnings: list[str] = []
    example = ""
    for slot, order in found.items():
        doubtful = sorted(filter(is_ambiguous, texts[slot])) if order == "ambiguous" else []
        if doubtful and not (answer or known):
            warnings.append(_warning(slot.column, doubtful[0], guess))
            example = example or doubtful[0].strip()
    overall: DateOrder = "ambiguous" if warnings else guess if found else "ymd"
    by_index = {slot.index: guess if order == "ambiguous" else order for slot, order in found.items()}
    return DateOrders(by_index, overall, tuple(warnings), example)


def _warning(column: str, text: str, order: DateOrder) -> str:
    as_read, otherwise = parse_day(text, order), parse_day(text, "dmy" if order == "mdy" else "mdy")
    doubt = f"; it could also be {in_words(otherwise)}" if otherwise else ""
    return f"“{text.strip()}” in {shorten(column)} was read as {in_words(as_read) if as_read else 'no day'}{doubt}."
