"""Writes the sample book: a cast of people, their stories one after the other, and what ties them together."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, time
from functools import partial

from refdesk.domain.records import BookRecords
from refdesk.services.sample import champions, exchange, inner, outer
from refdesk.services.sample.chance import Chance
from refdesk.services.sample.desk import fill_desk
from refdesk.services.sample.draft import Draft
from refdesk.services.sample.finish import tie_together, without_echoes
from refdesk.services.sample.opening import ME, profiles, storied_client
from refdesk.services.sample.referrals import Journey

_YEAR = 365


@dataclass(frozen=True, slots=True)
class Scene:
    """A story of so many people, told by a function that brings them all into the book."""

    size: int
    play: Callable[[Draft], object]


def _one(*plays: Callable[[Draft], object]) -> tuple[Scene, ...]:
    """Scenes of one person each."""
    return tuple(Scene(1, play) for play in plays)


def _leads(*journeys: Journey) -> tuple[Scene, ...]:
    """Scenes of a champion and the person they refer."""
    return tuple(Scene(2, partial(champions.lead, journey=journey)) for journey in journeys)


_FIRST: tuple[Scene, ...] = (
    *_one(storied_client, inner.ready, inner.not_told_lately, outer.dormant),
    *_leads(champions.THANK_FIRST),
    Scene(2, champions.planned_ask),
    *_one(inner.ready_with_offer, outer.prospect, outer.friend, storied_client, outer.fresh_import, outer.just_met),
    *_leads(champions.NOTE_DUE, champions.FOLLOW_UP_DUE, champions.CONFIRMATION_LATE),
    Scene(2, partial(exchange.partner, gave=4, received=1, next_in=9)),
    *_one(inner.complaining, inner.helped_me_more, inner.to_catch_up_with, outer.colleague, outer.supplier),
    *_one(storied_client, inner.helped_yesterday, inner.half_pleased, outer.dormant, outer.relative),
)
"""Enough of everything for a small book."""

_THEN: tuple[Scene, ...] = (
    *_leads(champions.SECOND_THANKS_LATE, champions.CLOSING_WORD_DUE, champions.STATUS_DUE, champions.IN_TALKS),
    Scene(6, champions.lineage),
    Scene(2, partial(champions.open_ask, state="asked", asked=20)),
    Scene(2, partial(champions.open_ask, state="later", asked=40, later=-18)),
    *_one(storied_client, inner.whose_world_is_elsewhere, inner.never_asked_how, inner.forgave),
    Scene(3, partial(exchange.partner, gave=3, received=2, next_in=None)),
    *_one(exchange.one_sided_partner, exchange.budding_partner, inner.never_to_be_asked, inner.unhappy),
    *_one(inner.picked_among_the_first_ten, champions.drafted_ask, inner.delivered_yesterday),
    *_leads(champions.INTRODUCED_YESTERDAY, champions.NOT_CALLED_YET, champions.OUT_OF_THE_BLUE),
    *_one(outer.reconnected, outer.late_client, outer.archived, outer.distrustful, outer.offered_help),
    *_leads(champions.NOTE_WRITTEN, champions.CONFIRMATION_AHEAD, champions.LAPSED, champions.SKIPPED_THANKS),
    Scene(2, partial(champions.open_ask, state="asked", asked=5)),
    Scene(2, partial(champions.open_ask, state="later", asked=120, later=1)),
    Scene(2, partial(champions.open_ask, state="declined", asked=45)),
    Scene(2, champions.overridden_ask),
    *_leads(champions.THANKED_BY_CALL),
    *_one(inner.not_told_lately, inner.whose_world_is_elsewhere, inner.to_catch_up_with, inner.helped_me_more),
    *_one(outer.reconnected, outer.archived),
    *_one(*(outer.dormant,) * 9, *(outer.fresh_import,) * 6, *(outer.friend,) * 3, *(outer.supplier,) * 3),
    *_one(*(outer.colleague,) * 3, *(outer.prospect,) * 5, *(outer.steady_client,) * 4, *(outer.acquaintance,) * 10),
)
"""The rest of a book of about a hundred and fifty people."""

_WIDE: tuple[Scene, ...] = (
    *_one(*(outer.acquaintance,) * 8, *(outer.dormant,) * 5, *(outer.fresh_import,) * 5, *(outer.prospect,) * 3),
    *_one(*(outer.steady_client,) * 4, *(outer.friend,) * 2, outer.colleague, outer.supplier, outer.relative),
    *_one(inner.ready, inner.not_told_lately, outer.just_met, outer.archived),
    Scene(2, champions.led_long_ago),
)
"""Who else there is in a larger book, by how common they are."""


def sample_book(*, today: date, people: int = 150, years: int = 2, seed: int = 1) -> BookRecords:
    """An invented adviser's book as it stands on ``today``, kept for so many ``years``.

    The same arguments give the same records, ids included. ``people`` may be anything from 0, which gives an
    empty book, to many thousands. Raises ValueError for fewer than 0 people or 1 year.
    """
    if people < 0 or years < 1:
        raise ValueError("A sample book has 0 people or more and 1 year or more.")
    if not people:
        return BookRecords()
    chance = Chance(seed, today)
    draft = Draft(chance, years * _YEAR)
    draft.profiles = profiles(chance)
    for scene in _cast(chance, people):
        scene.play(draft)
    if draft.regulars:
        exchange.give_referrals(draft)
        fill_desk(draft)
    tie_together(draft)
    return _bound(draft)


def _cast(chance: Chance, people: int) -> Iterator[Scene]:
    """The scenes for so many people: the first ones in their order, then whoever else there is."""
    left = people
    for scene in _FIRST + _THEN:
        if scene.size <= left:
            left -= scene.size
            yield scene
    while left:
        scene = chance.deal(_WIDE)
        if scene.size <= left:
            left -= scene.size
            yield scene


def _bound(draft: Draft) -> BookRecords:
    """The finished book: people as they were added, the timeline as it went."""
    timeline = sorted(draft.timeline, key=lambda entry: (entry.on, entry.at or time.min))
    return BookRecords(
        me=ME,
        profiles=draft.profiles,
        people=tuple(sorted(draft.people.values(), key=lambda person: person.added_on or draft.chance.today)),
        timeline=tuple(without_echoes(timeline)),
        asks=tuple(draft.asks),
        referrals=tuple(draft.referrals),
        notes=tuple(draft.notes),
        tasks=tuple(draft.tasks),
        later=tuple(draft.later),
        partners=tuple(draft.partners),
        projects=tuple(draft.projects),
        stories=tuple(draft.stories),
    )
