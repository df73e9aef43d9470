"""A line as a row: when it is due in the fewest words, its icon, and what a screen reader says."""

from dataclasses import replace
from datetime import datetime

import pytest

from refdesk.domain.records import Entry, Note
from refdesk.gui.today.rows import entries_of, icon_of, more_row, row_of, space_does, spoken, when
from refdesk.gui.widgets.days import short_day
from refdesk.gui.widgets.marks import Ring, Tone
from refdesk.gui.widgets.rows import SectionHead
from refdesk.services.daily import Day, Line
from refdesk.services.today import Due, Proposed
from tests.storage.desks import TODAY, ago

DUE = Due(
    key="referral:r:thank_you:1", kind="thank_you", person="ana", name="Ana Ruiz", title="Thank Ana Ruiz",
    due=TODAY, why="Agreed.", referral="r", step=1, reason="thank_you_1",
)  # fmt: skip
THANKS = Line(
    id=DUE.key, section="thanks", about="thank_you_1", person="ana", name="Ana Ruiz", title="Thank Ana Ruiz",
    why="Agreed to put in a word.", due=DUE, way="call",
)  # fmt: skip
READY = Line(
    id="ready:bo", section="ready", about="ready", person="bo", name="Bo Berg", title="Prepare to ask Bo Berg",
    why="All five gates met.", proposed=Proposed("ready", "bo", "Prepare to ask Bo Berg", ""),
)  # fmt: skip
LUNCH = Entry(id="e", on=ago(-2), kind="meeting", people=("bo",), planned=True, line="Lunch with Bo")


def late(days: int) -> Line:
    return replace(THANKS, due=replace(DUE, due=ago(days)))


@pytest.mark.parametrize(
    ("line", "words", "tone"),
    [
        (THANKS, "Today", Tone.NEUTRAL),
        (late(1), "1 day late", Tone.BAD),
        (late(30), "30 days late", Tone.BAD),
        (late(31), "since 18 Oct", Tone.BAD),
        (late(400), "since 14 Oct 2025", Tone.BAD),
        (late(-1), "Tomorrow", Tone.NEUTRAL),
        (late(-2), "Fri", Tone.NEUTRAL),
        (late(-7), "25 Nov", Tone.NEUTRAL),
        (replace(THANKS, due=replace(DUE, later=datetime(2026, 11, 18, 15, 0))), "15:00", Tone.NEUTRAL),
        (replace(THANKS, due=replace(DUE, due=ago(2), later=datetime(2026, 11, 17, 15, 0))), "2 days late", Tone.BAD),
        (READY, "This week", Tone.NEUTRAL),
        (replace(READY, plan=LUNCH), "Fri", Tone.NEUTRAL),
        (replace(READY, about="sort", section="sort"), "", Tone.NEUTRAL),
    ],
)
def test_when_it_is_due(line: Line, words: str, tone: Tone) -> None:
    assert when(line, TODAY) == (words, tone)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (THANKS, "Thank Ana Ruiz. Agreed to put in a word. Due today. First of three thank-yous."),
        (late(1), "Thank Ana Ruiz. Agreed to put in a word. 1 day late. First of three thank-yous."),
        (late(31), "Thank Ana Ruiz. Agreed to put in a word. Since 18 Oct. First of three thank-yous."),
        (READY, "Prepare to ask Bo Berg. All five gates met. This week."),
        (replace(READY, title="Did it?", about="sort"), "Did it? All five gates met."),
    ],
)
def test_what_a_screen_reader_says(line: Line, words: str) -> None:
    assert spoken(line, TODAY) == words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (THANKS, "Space marks it done"),
        (READY, "Space prepares the ask"),
        (replace(READY, about="sort"), "Space begins"),
        (replace(READY, about="reconnect"), "Space logs a call today"),
        (replace(THANKS, section="checks"), "Space says that it happened, N that it has not yet"),
    ],
)
def test_what_space_does(line: Line, words: str) -> None:
    assert space_does(line) == words


@pytest.mark.parametrize(
    ("line", "icon"),
    [
        (THANKS, "phone"),
        (replace(THANKS, way="letter"), "pen-line"),
        (replace(THANKS, due=replace(DUE, note=Note(id="n", person="ana"))), "pen-line"),
        (replace(THANKS, due=replace(DUE, note=Note(id="n", person="ana", state="written"))), "mailbox"),
        (READY, "messages-square"),
        (replace(READY, plan=LUNCH), "utensils"),
        (replace(THANKS, way=None, about="task"), "flag"),
        (replace(THANKS, way=None, about="congratulation"), "circle-dot"),
    ],
)
def test_how_it_is_usually_done(line: Line, icon: str) -> None:
    assert icon_of(line) == icon


def test_a_row_fills_its_ring_and_leaves_its_icon_out_where_it_is_narrow() -> None:
    row = row_of(THANKS, TODAY, settled=True, with_icon=False)
    assert (row.ring, row.icon, row.avatar, row.second) == (Ring.DONE, "", "Ana Ruiz", "Agreed to put in a word.")


def day(*lines: Line, waiting: int = 0) -> Day:
    return Day(day=TODAY, lines=lines, done=0, waiting=waiting, has_people=True)


def test_empty_sections_are_left_out() -> None:
    heads = [entry.title for entry in entries_of(day(THANKS, READY)) if isinstance(entry, SectionHead)]
    assert heads == ["Thank-yous due", "Ready to ask"]
    assert entries_of(day(READY, waiting=5))[-1] == "more"
    assert entries_of(day(waiting=5)) == ()


def test_who_waits_is_counted() -> None:
    row = more_row(5)
    assert (row.title, row.second, row.accessible) == ("5 more can wait.", "Show them", "5 more can wait. Show them")


def test_a_day_of_another_year_bears_it() -> None:
    assert short_day(ago(365), TODAY) == "18 Nov 2025"
