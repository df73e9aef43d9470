"""The rows of Ready to ask, from what the book says of people, and the rows that open more of the list."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from refdesk.domain.words import STATES, State
from refdesk.gui.ready.words import GATE_TITLES, STATE_TITLES, gate_note, pip_of, second_line
from refdesk.gui.widgets.list_model import Entry
from refdesk.gui.widgets.rows import Row, SectionHead
from refdesk.services.ready_list import FIVE_GATES, Groups, ReadyRow

# A space begins none of the ids that RefDesk gives.
TO_SORT = " to sort"
MORE = " more "
"""Begins the id of the row behind which the rest of a group lies; the group's state follows."""


def entries_of(found: Groups) -> list[Entry]:
    """The list: a head and its people for each group, then what shows the rest of it."""
    entries: list[Entry] = []
    for group in found.groups:
        entries.append(SectionHead(STATE_TITLES[group.state], group.count))
        entries += group.ids
        if len(group.ids) < group.count:
            entries.append(f"{MORE}{group.state}")
        if group.state == "nurture" and found.to_sort:
            entries.append(TO_SORT)
    if found.to_sort and not any(group.state == "nurture" for group in found.groups):
        place = _place_of_nurture(entries, found)
        entries[place:place] = [SectionHead(STATE_TITLES["nurture"], 0), TO_SORT]
    return entries


def _place_of_nurture(entries: Sequence[Entry], found: Groups) -> int:
    """Where Not yet would stand: before Don't ask, which alone comes after it."""
    has_last = bool(found.groups) and found.groups[-1].state == "do_not_ask"
    heads = [place for place, entry in enumerate(entries) if isinstance(entry, SectionHead)]
    return heads[-1] if has_last else len(entries)


def more_state(row_id: str) -> State | None:
    """The group whose rest a row opens; None for any other row."""
    wanted = row_id.removeprefix(MORE)
    return next((state for state in STATES if row_id != wanted and state == wanted), None)


def is_person(row_id: str) -> bool:
    """Whether a row stands for somebody, and not for a part of the list."""
    return bool(row_id) and not row_id.startswith(" ")


def person_row(found: ReadyRow, today: date) -> Row:
    """The row of one person."""
    standing = found.readiness.standing
    verdict = standing.verdict
    gates = [(gate, verdict.gate(gate)) for gate in FIVE_GATES]
    second = second_line(found, today)
    return Row(
        id=standing.id,
        title=standing.name,
        second=second,
        avatar=standing.name,
        pips=tuple(pip_of(result) for _, result in gates),
        pip_notes=tuple(gate_note(gate, result) for gate, result in gates),
        held=verdict.state == "do_not_ask",
        accessible=_spoken(found, second),
        description="Enter shows why",
    )


def part_rows(ids: Collection[str], found: Groups, closed: Collection[State]) -> list[Row]:
    """The rows of these ids that stand for a part of the list."""
    rest: Mapping[State, int] = {group.state: group.count - len(group.ids) for group in found.groups}
    rows = []
    for row_id in ids:
        state = more_state(row_id)
        if state:
            left = rest.get(state, 0)
            title = f"Show {_people(left)}" if state in closed else f"Show more, {left:,} left"
            rows.append(Row(id=row_id, title=title, accessible=f"{STATE_TITLES[state]}. {title}"))
        elif row_id == TO_SORT:
            title = f"{_people(found.to_sort)} to sort"
            second = "A few questions about each, ten at a time"
            rows.append(Row(id=row_id, title=title, second=second, accessible=f"{title}. {second}"))
    return rows


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count:,} people"


def _spoken(found: ReadyRow, second: str) -> str:
    """A row in one go: who, which state, how many gates, which are open, and what comes next."""
    standing = found.readiness.standing
    verdict = standing.verdict
    still_open = [GATE_TITLES[gate].lower() for gate in FIVE_GATES if verdict.gate(gate).verdict != "met"]
    parts = [
        f"{standing.name}, {STATE_TITLES[verdict.state].lower()}",
        f"{len(FIVE_GATES) - len(still_open)} of {len(FIVE_GATES)} gates met",
    ]
    if still_open:
        parts.append(f"Open: {', '.join(still_open)}")
    return f"{'. '.join(parts)}. {second}."
