"""The notes desk's list: three heaps under their heads, each note with its day."""

from collections.abc import Iterator, Sequence
from datetime import date

from refdesk.gui.widgets.days import day_words, due_words, short_day
from refdesk.gui.widgets.list_model import Entry
from refdesk.gui.widgets.marks import Tone
from refdesk.gui.widgets.rows import Row, SectionHead
from refdesk.services.notes_desk import DeskNote, NotesDesk

_DESCRIPTIONS = {"to_write": "Space marks it written", "written": "Space marks it posted", "posted": ""}


def entries(heaps: NotesDesk) -> list[Entry]:
    """The ids of the notes under the heads of their heaps; an empty heap has none."""
    return [
        *_heap("To write", heaps.to_write),
        *_heap("Written, to post", heaps.written),
        *_heap("Posted lately", heaps.posted),
    ]


def row(note: DeskNote, today: date) -> Row:
    """One note as its row."""
    right, tone = when(note, today)
    spoken = f"{note.name}. {note.about}. {_spoken_day(note, right)}".strip()
    return Row(
        id=note.id,
        title=note.name,
        second=note.about,
        avatar=note.name,
        right=right,
        tone=tone,
        accessible=spoken,
        description=_DESCRIPTIONS[note.state],
    )


def when(note: DeskNote, today: date) -> tuple[str, Tone]:
    """The day of a note in the fewest words, and whether it is late; one that was put off is not."""
    if note.state == "posted" or note.day is None:
        return (short_day(note.day, today) if note.day else ""), Tone.NEUTRAL
    if note.later:
        return f"until {day_words(note.later, today)}", Tone.NEUTRAL
    return due_words(note.day, today)


def summary(heaps: NotesDesk) -> str:
    """The line under the title: "A note by hand is rare, so it's remembered. 4 to write, 1 to post."."""
    counts = ((len(heaps.to_write), "to write"), (len(heaps.written), "to post"))
    waiting = ", ".join(f"{count} {words}" for count, words in counts if count)
    return f"A note by hand is rare, so it's remembered. {waiting}{'.' if waiting else ''}".strip()


def _heap(title: str, heap: Sequence[DeskNote]) -> Iterator[Entry]:
    if heap:
        yield SectionHead(title, len(heap))
        yield from (note.id for note in heap)


def _spoken_day(note: DeskNote, right: str) -> str:
    if not right:
        return ""
    if note.state == "posted":
        return f"Posted {right}."
    return f"Put off {right}." if note.later else f"{right}." if "late" in right else f"Due {right}."
