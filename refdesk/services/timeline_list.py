"""The whole timeline as it is shown: each entry with its words and its people, by the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from refdesk.domain.daywords import MONTHS
from refdesk.domain.records import Entry
from refdesk.domain.words import WEEKDAYS
from refdesk.services.desk import Desk
from refdesk.services.timeline_words import Label, Sign, entry_words
from refdesk.storage import timeline_list
from refdesk.storage.agenda import names_of
from refdesk.storage.timeline_list import EntryFilter, Place

PAGE = 100
SHOWN_PEOPLE = 4
FAR = 1_000
"""How far down an entry may stand and still be gone to with all that is newer above it."""

Period = Literal["all", "ahead", "week", "month", "quarter", "year"]
PERIODS: Final[tuple[tuple[Period, str], ...]] = (
    ("all", "Any time"),
    ("ahead", "Still ahead"),
    ("week", "Last 7 days"),
    ("month", "Last 30 days"),
    ("quarter", "Last 90 days"),
    ("year", "Last 365 days"),
)
_DAYS: Final[dict[Period, int]] = {"week": 7, "month": 30, "quarter": 90, "year": 365}


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An entry of the timeline: ``lead`` are the words before its people, who are (id, name), at most four."""

    entry: Entry
    sign: Sign
    lead: str
    people: tuple[tuple[str, str], ...]
    others: int
    labels: tuple[Label, ...]

    @property
    def title(self) -> str:
        """All of it in words: "Coffee with Ana Ruiz and 2 others"."""
        names = ", ".join(name for _, name in self.people)
        return f"{self.lead} {names}{f' and {self.others} others' if self.others else ''}".strip()


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """Some entries, perhaps none, and where to go on; ``after`` None when there are no more."""

    entries: tuple[Listed, ...]
    after: Place | None


def page(desk: Desk, wanted: EntryFilter, after: Place | None = None, *, least: int = PAGE) -> TimelinePage:
    """The next entries that the filter admits, newest first."""
    found = timeline_list.entries_page(desk.book, wanted, least, after)
    ids = {id_ for entry in found.entries for id_ in entry.people}
    known = names_of(desk.book, ids)
    names = {id_: name for id_, (name, _) in known.items()}
    return TimelinePage(tuple(_listed(entry, names) for entry in found.entries), found.after)


def reach(desk: Desk, entry: str) -> tuple[EntryFilter, int] | None:
    """How to show an entry: by which filter, and how many entries from its top; None when it is not there.

    One that is far down is shown with what is as old as itself or older.
    """
    place = timeline_list.place_of(desk.book, entry)
    if place is None:
        return None
    newer = timeline_list.count_newer(desk.book, place, FAR)
    if newer < FAR:
        return EntryFilter(), newer + PAGE
    return EntryFilter(until=date.fromisoformat(place.on)), FAR


def span_of(period: Period, today: date) -> tuple[date | None, date | None]:
    """The first and the last day of a period; None for no bound."""
    if period == "ahead":
        return today, None
    days = _DAYS.get(period)
    return (today - timedelta(days=days - 1), today) if days else (None, None)


def day_title(day: date, today: date) -> str:
    """A day as a head: "Yesterday, Monday 17 November"; the year stands with a day of another year."""
    near = {0: "Today, ", -1: "Yesterday, ", 1: "Tomorrow, "}.get((day - today).days, "")
    year = "" if day.year == today.year else f" {day.year}"
    return f"{near}{WEEKDAYS[day.weekday()].capitalize()} {day.day} {MONTHS[day.month - 1]}{year}"


def _listed(entry: Entry, names: dict[str, str]) -> Listed:
    sign, what, labels = entry_words(entry)
    people = [(id_, names[id_]) for id_ in dict.fromkeys(entry.people) if id_ in names]
    return Listed(
        entry=entry,
        sign=sign,
        lead=f"{what} {_joining(entry)}",
        people=tuple(people[:SHOWN_PEOPLE] if len(people) <= SHOWN_PEOPLE else people[: SHOWN_PEOPLE - 1]),
        others=0 if len(people) <= SHOWN_PEOPLE else len(people) - SHOWN_PEOPLE + 1,
        labels=labels,
    )


def _joining(entry: Entry) -> str:
    """The word between what happened and with whom."""
    if entry.kind in ("note", "milestone"):
        return "on"
    return {"both": "with", "in": "from", "out": "to"}[entry.effective_direction or "both"]


def is_empty(desk: Desk) -> bool:
    """Whether nothing was ever logged."""
    return not timeline_list.has_entries(desk.book)


def by_day(entries: Sequence[Listed], before: date | None) -> list[date | Listed]:
    """The entries with each day before its first; ``before`` is the day of what stands above them."""
    rows: list[date | Listed] = []
    for listed in entries:
        if listed.entry.on != before:
            before = listed.entry.on
            rows.append(before)
        rows.append(listed)
    return rows
