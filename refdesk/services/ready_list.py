"""Ready to ask as a list for the screen: groups of ids by state, rows by the page, and "not now"."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from refdesk.domain.daywords import day_name
from refdesk.domain.obligations import days_after
from refdesk.domain.records import Entry, Later
from refdesk.domain.rules import normalise_tag
from refdesk.domain.words import STATES, Gate, State
from refdesk.services.desk import Desk
from refdesk.services.ready import Readiness, next_step
from refdesk.storage import ready_list
from refdesk.storage.about import tags_in_use
from refdesk.storage.glance import plans_with
from refdesk.storage.readiness import count_to_sort
from refdesk.storage.ready_list import Only
from refdesk.storage.writing import Changes, Writing

FIVE_GATES: tuple[Gate, ...] = ("results", "relationship", "understanding", "opportunity", "giving")
"""The gates about the relationship, in the order in which a screen shows them."""

NOT_NOW_DAYS = 14
"""For how long "not now" puts a proposal off."""

PLANS_AHEAD = timedelta(days=60)
"""How far ahead a plan with somebody is an occasion to ask them."""

_PROPOSALS = ("keep_in_touch", "reconnect")
"""The kinds in the keys by which what is proposed about somebody is put off; either puts off all of it."""


@dataclass(frozen=True, slots=True)
class Filter:
    """One way to keep the list to some: its words, and whom it means."""

    words: str
    only: Only


@dataclass(frozen=True, slots=True)
class Group:
    """Those who stand at one state: how many they are, and the ids of the first of them."""

    state: State
    count: int
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Groups:
    """The list in the method's order, without empty groups, and how many people wait to be sorted."""

    groups: tuple[Group, ...]
    to_sort: int


@dataclass(frozen=True, slots=True)
class ReadyRow:
    """What one row says: how somebody stands, what is planned with them, and until when they are put off."""

    readiness: Readiness
    plan: Entry | None = None
    put_off: date | None = None


ROLE_FILTERS: tuple[Filter, ...] = (
    Filter("All contacts", Only()),
    Filter("Clients", Only(roles=("client", "past_client"))),
    Filter("Partners", Only(roles=("partner",))),
)


def filters(desk: Desk) -> tuple[Filter, ...]:
    """All ways to keep the list to some: by role, then by every tag in use, in the order of the alphabet."""
    spellings: dict[str, list[str]] = {}
    for tag in tags_in_use(desk.book, "tags"):
        spellings.setdefault(normalise_tag(tag), []).append(tag)
    tags = (Filter(tags[0].strip(), Only(tags=tuple(tags))) for key, tags in sorted(spellings.items()) if key)
    return (*ROLE_FILTERS, *tags)


def groups(desk: Desk, only: Only, limits: Mapping[State, int]) -> Groups:
    """The list by kept verdicts: of each state at most so many ids, none where it has no limit, and how many there are.

    Kept to some, it belongs on the worker. Nothing is written.
    """
    counts = ready_list.counts(desk.book, only)
    found = []
    for state in STATES:
        count = counts.get(state, 0)
        limit = min(limits.get(state, 0), count)
        if count:
            found.append(Group(state, count, ready_list.ids_at(desk.book, state, only, limit) if limit else ()))
    return Groups(tuple(found), count_to_sort(desk.book) if only.is_everybody else 0)


def rows(desk: Desk, ids: Sequence[str]) -> tuple[ReadyRow, ...]:
    """What the rows of these people say, in no order, by kept verdicts."""
    standings = ready_list.standings_of(desk.book, ids)
    plans = next_plans(desk, ids)
    put_off = ready_list.put_off_until(desk.book, ids, desk.today, _PROPOSALS)
    return tuple(
        ReadyRow(
            Readiness(standing, next_step(desk.book, standing, desk.today)),
            plans.get(standing.id),
            put_off.get(standing.id),
        )
        for standing in standings
    )


def next_plans(desk: Desk, ids: Collection[str]) -> dict[str, Entry]:
    """What is planned next with these people, by id, from today to two months ahead."""
    ahead = min(PLANS_AHEAD, date.max - desk.today)
    found: dict[str, Entry] = {}
    for id_, entry in plans_with(desk.book, ids, desk.today, desk.today + ahead):
        found.setdefault(id_, entry)
    return found


def put_off_until(desk: Desk, id_: str) -> date | None:
    """Until when what is proposed about somebody is put off; None where it is not."""
    return ready_list.put_off_until(desk.book, [id_], desk.today, _PROPOSALS).get(id_)


def not_now(desk: Desk, id_: str) -> Changes:
    """Put off what is proposed about somebody for two weeks; how they stand stays as it is."""
    with desk.act("Put off.") as act:
        until = put_off_proposals(desk, act, id_)
        act.retitle(f"{desk.person(id_).name} put off until {day_name(until, desk.today)}.")
    return act.changes


def put_off_proposals(desk: Desk, act: Writing, id_: str) -> date:
    """Put off what is proposed about somebody for two weeks as part of an act; gives the day."""
    until = days_after(desk.today, NOT_NOW_DAYS)
    act.put(desk.checked(Later(key=f"person:{id_}:{_PROPOSALS[0]}", until=until)))
    return until


def again_now(desk: Desk, id_: str) -> Changes:
    """Propose somebody again who was put off."""
    with desk.act("No longer put off.") as act:
        act.retitle(f"{desk.person(id_).name} no longer put off.")
        for kind in _PROPOSALS:
            act.delete(Later, f"person:{id_}:{kind}")
    return act.changes
