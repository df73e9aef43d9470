"""How a line of the day looks as a row of the list, and what a screen reader says of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from refdesk.gui.widgets.days import day_words, due_words, time_text
from refdesk.gui.widgets.entry_icons import kind_icon
from refdesk.gui.widgets.list_model import Entry
from refdesk.gui.widgets.marks import Ring, Tone
from refdesk.gui.widgets.rows import Row, SectionHead
from refdesk.services.daily import SECTIONS, Day, Line, SectionKey
from refdesk.services.today import MANY_WAITING

MORE = "more"
"""The id of the last row, behind which the others wait."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a section."""

    title: str
    icon: str


HEADINGS: dict[SectionKey, Heading] = {
    "thanks": Heading("Thank-yous due", "heart"),
    "checks": Heading("Confirmations to chase", "mail-question-mark"),
    "notes": Heading("Notes to write", "pen-line"),
    "follow_ups": Heading("Follow-ups", "reply"),
    "sort": Heading("People to sort", "users"),
    "ready": Heading("Ready to ask", "sprout"),
    "reconnect": Heading("Reconnect", "rotate-ccw"),
}

WAY_ICONS = {"call": "phone", "message": "mail", "meeting": "coffee", "letter": "pen-line"}
_ICONS = {
    "confirm": "message-circle",
    "in_touch": "message-circle",
    "did_it_help": "message-circle",
    "any_answer": "message-circle",
    "did_you_ask": "messages-square",
    "is_it_time": "messages-square",
    "happened": "calendar",
    "follow_up": "phone",
    "status": "mail",
    "birthday": "cake",
    "partner_meeting": "handshake",
    "task": "flag",
    "ready": "messages-square",
    "reconnect": "phone",
    "keep_in_touch": "phone",
    "sort": "",
}
_THANKS = {1: "First of three thank-yous.", 2: "Second of three thank-yous.", 3: "Third of three thank-yous."}


def entries_of(day: Day) -> tuple[Entry, ...]:
    """Heads and line ids in the order of the list, empty sections left out, and who waits at the end."""
    entries: list[Entry] = []
    for section in SECTIONS:
        ids = [line.id for line in day.lines if line.section == section]
        if ids:
            entries += [SectionHead(HEADINGS[section].title, len(ids), HEADINGS[section].icon), *ids]
    return (*entries, MORE) if day.waiting and entries else tuple(entries)


def row_of(line: Line, today: date, *, settled: bool = False, with_icon: bool = True) -> Row:
    """The row of a line; ``settled`` fills its ring until it leaves."""
    words, tone = when(line, today)
    return Row(
        id=line.id,
        title=line.title,
        second=line.why,
        avatar=line.name,
        ring=Ring.DONE if settled else Ring.OPEN,
        icon=icon_of(line) if with_icon else "",
        right=words,
        tone=tone,
        accessible=spoken(line, today),
        description=space_does(line),
    )


def more_row(waiting: int) -> Row:
    """The last row: how many people can wait."""
    words = f"{waiting} more can wait." if waiting < MANY_WAITING else f"{MANY_WAITING} and more can wait."
    return Row(
        id=MORE, title=words, second="Show them", accessible=f"{words} Show them", description="Space shows them"
    )


def icon_of(line: Line) -> str:
    """How it is usually done, as an icon."""
    if line.due and line.due.note:
        return "mailbox" if line.due.note.state == "written" else "pen-line"
    if line.way:
        return WAY_ICONS[line.way]
    return kind_icon(line.plan) if line.plan else _ICONS.get(line.about, "circle-dot")


def when(line: Line, today: date) -> tuple[str, Tone]:
    """When it is due, in the fewest words; a proposal is never late."""
    if line.due is None:
        if line.plan:
            return day_words(line.plan.on, today), Tone.NEUTRAL
        return ("" if line.about == "sort" else "This week"), Tone.NEUTRAL
    later = line.due.later
    if isinstance(later, datetime) and later.date() == today:
        return time_text(later.time()), Tone.NEUTRAL
    return due_words(line.due.due, today)


def spoken(line: Line, today: date) -> str:
    """The whole row as one text: whom, why, when, and which thank-you it is."""
    words, tone = when(line, today)
    due = "" if not words else f"{words}." if tone is Tone.BAD or line.due is None else f"Due {_lowered(words)}."
    title = line.title if line.title.endswith("?") else f"{line.title}."
    which = _THANKS.get(line.due.step or 0, "") if line.due else ""
    return " ".join(filter(None, (title, line.why, due[:1].upper() + due[1:], which)))


def space_does(line: Line) -> str:
    """What Space does to the row, for its description."""
    if line.about == "ready":
        return "Space prepares the ask"
    if line.about == "sort":
        return "Space begins"
    if line.proposed:
        return "Space logs a call today"
    if line.section == "checks" or line.about == "happened":
        return "Space says that it happened, N that it has not yet"
    return "Space marks it done"


def lines_by_id(lines: Sequence[Line]) -> dict[str, Line]:
    """The lines by their ids."""
    return {line.id: line for line in lines}


def _lowered(words: str) -> str:
    return words.lower() if words in ("Today", "Tomorrow") else words
