"""The wider circle: old clients gone quiet, new faces, friends, suppliers, and people only just imported."""

from collections.abc import Sequence
from dataclasses import replace

from refdesk.domain.words import Role, Satisfaction, Trust
from refdesk.services.sample.bonds import Bond, first_meeting, keep_talking, live, mark, talk, tell
from refdesk.services.sample.draft import Draft
from refdesk.services.sample.inner import warm_bond
from refdesk.services.sample.people import Character, Circles, Sketch
from refdesk.services.sample.professions import ADVISERS, OTHERS, SUPPLIERS
from refdesk.services.sample.trades import OWNERS, Trade

_YEAR = 365
_DORMANT_FROM = 195
_CIRCLES: tuple[Circles, ...] = ("elsewhere", "elsewhere", "unknown", "fitting")
_GLAD: tuple[Satisfaction, ...] = ("delighted", "satisfied")
_FELT: tuple[Satisfaction, ...] = ("delighted", "satisfied", "mixed")
_KIN_TRADES: tuple[Trade, ...] = OTHERS + SUPPLIERS


def _somebody(draft: Draft, roles: tuple[Role, ...], trades: Sequence[Trade], trust: Trust, known: int) -> Sketch:
    """Somebody known for so many days; who was met within the time of the book came into it that day."""
    return Sketch(
        roles=roles,
        trades=trades,
        trust=trust,
        circles=draft.chance.pick(_CIRCLES),
        known=known,
        added=min(known, draft.span),
    )


def dormant(draft: Draft) -> Character:
    """A client of earlier days, not spoken with for more than half a year."""
    chance = draft.chance
    sketch = _somebody(draft, ("past_client",), OWNERS, chance.pick(("high", "growing")), chance.between(700, 4000))
    character = draft.meet(replace(sketch, cadence=chance.pick((60, 90, None)), circles="fitting"))
    last = chance.between(_DORMANT_FROM, max(_DORMANT_FROM, draft.span - 40))
    delivered = (min(last + 30, draft.span), chance.pick(_GLAD))
    live(draft, character, Bond(every=70, last=last, delivered=(delivered,), gave=(last + 10,)))
    draft.quiet.append(character)
    return character


def reconnected(draft: Draft) -> Character:
    """Spoken with again some days ago, for the first time in most of a year."""
    chance = draft.chance
    sketch = _somebody(draft, ("client",), OWNERS, "growing", chance.between(800, 3000))
    character = draft.meet(replace(sketch, cadence=90, circles="fitting"))
    apart = chance.between(250, 300)
    live(draft, character, Bond(every=60, last=apart, delivered=((apart + 20, "satisfied"),)))
    back = chance.between(2, 5)
    talk(draft, character, back, ("call", "meeting"))
    tell(draft, character, back)
    return character


def prospect(draft: Draft) -> Character:
    """An owner who may become a client: a few talks so far."""
    chance = draft.chance
    known = chance.between(60, 330)
    sketch = _somebody(draft, ("prospect",), OWNERS, chance.pick(("growing", "unknown", "low")), known)
    character = draft.meet(replace(sketch, cadence=chance.pick((30, 45, None))))
    first_meeting(draft, character, known)
    keep_talking(draft, character, known - 20, chance.between(8, 50), 45)
    if chance.maybe(0.5):
        tell(draft, character, chance.between(20, known - 10))
    return character


def just_met(draft: Draft) -> Character:
    """Met once, a week or three ago."""
    chance = draft.chance
    known = chance.between(6, 24)
    trades = chance.pick((OWNERS, ADVISERS, OTHERS))
    character = draft.meet(replace(_somebody(draft, ("other",), trades, "unknown", known), address=True))
    first_meeting(draft, character, known)
    draft.newcomers.append(character)
    return character


def acquaintance(draft: Draft) -> Character:
    """Somebody seen two or three times in all."""
    chance = draft.chance
    known = chance.between(150, 2500)
    trades = chance.pick((OWNERS, ADVISERS, OTHERS))
    character = draft.meet(_somebody(draft, ("other",), trades, chance.pick(("unknown", "growing")), known))
    for ago in sorted(chance.between(15, min(known, draft.span)) for _ in range(chance.between(1, 3))):
        talk(draft, character, ago, ("meeting", "call", "event", "message"))
    return character


def colleague(draft: Draft) -> Character:
    """A fellow adviser, met a few times a year."""
    chance = draft.chance
    sketch = _somebody(draft, ("colleague",), ADVISERS, chance.pick(("growing", "high")), chance.between(500, 4000))
    character = draft.meet(replace(sketch, cadence=chance.pick((90, 120, None))))
    last = chance.between(10, 120)
    received = (chance.between(30, 300),) if chance.maybe(0.6) else ()
    told = (chance.between(last, 340),) if chance.maybe(0.6) else ()
    live(draft, character, Bond(every=85, last=last, told=told, received=received))
    draft.regulars.append(character)
    return character


def supplier(draft: Draft) -> Character:
    """Somebody who works for the adviser."""
    chance = draft.chance
    character = draft.meet(_somebody(draft, ("vendor",), SUPPLIERS, "growing", chance.between(300, 2500)))
    received = (chance.between(30, 300),) if chance.maybe(0.5) else ()
    live(draft, character, Bond(every=100, last=chance.between(8, 150), received=received))
    return character


def friend(draft: Draft) -> Character:
    """A friend whose trade has little to do with the adviser's."""
    chance = draft.chance
    sketch = _somebody(draft, ("friend",), OTHERS, "high", chance.between(1500, 9000))
    character = draft.meet(replace(sketch, cadence=chance.pick((30, 45, 60, None))))
    bond = warm_bond(draft)
    told = bond.told if chance.maybe(0.5) else ()
    live(draft, character, replace(bond, every=chance.between(25, 60), told=told, delivered=(), expected=()))
    draft.regulars.append(character)
    return character


def relative(draft: Draft) -> Character:
    """One of the family."""
    chance = draft.chance
    sketch = _somebody(draft, ("relative",), _KIN_TRADES, "high", chance.between(7000, 12000))
    character = draft.meet(replace(sketch, cadence=chance.pick((14, 30))))
    live(draft, character, Bond(every=chance.between(20, 40), last=chance.between(3, 25)))
    return character


def steady_client(draft: Draft) -> Character:
    """A client looked after now and then, with whatever came of it."""
    chance = draft.chance
    sketch = _somebody(draft, ("client",), OWNERS, chance.pick(("high", "growing")), chance.between(500, 3500))
    character = draft.meet(replace(sketch, cadence=chance.pick((60, 90, 120)), address=True))
    bond = warm_bond(draft)
    asked_after = ((chance.between(20, 200), chance.pick(_FELT)),)
    returned = (chance.between(40, 300),) if chance.maybe(0.3) else ()
    told = bond.told if chance.maybe(0.5) else ()
    last = chance.between(5, 140)
    bond = replace(bond, every=80, last=last, told=told, asked_after=asked_after, declined_return=returned)
    live(draft, character, bond)
    return character


def distrustful(draft: Draft) -> Character:
    """Somebody who does not trust the adviser yet, and says so."""
    chance = draft.chance
    character = draft.meet(_somebody(draft, ("prospect",), OWNERS, "low", chance.between(200, 600)))
    live(draft, character, Bond(every=60, last=chance.between(10, 60), gave=(40,)))
    return character


def fresh_import(draft: Draft) -> Character:
    """A name from the address file of the day before yesterday, not sorted yet."""
    chance = draft.chance
    known = chance.between(200, 4000) if chance.maybe(0.6) else None
    trades = chance.pick((OWNERS, ADVISERS, OTHERS, SUPPLIERS))
    return draft.meet(Sketch(roles=(), trades=trades, known=known, added=2, sorted=False))


def archived(draft: Draft) -> Character:
    """Somebody out of sight: moved away, or out of business."""
    chance = draft.chance
    sketch = _somebody(draft, ("past_client",), OWNERS, "growing", chance.between(900, 3000))
    character = draft.meet(sketch)
    live(draft, character, Bond(every=90, last=chance.between(250, draft.span)))
    draft.change(character, archived=True, about="Sold the firm and moved to the Algarve.")
    return character


def late_client(draft: Draft) -> Character:
    """A client who died in the course of the book."""
    died = draft.chance.between(150, 220)
    character = draft.meet(_somebody(draft, ("client",), OWNERS, "high", 3000))
    live(draft, character, Bond(every=50, last=died + 25, delivered=((died + 60, "delighted"),), gave=(died + 90,)))
    draft.change(character, died_on=draft.chance.day(died), about="A gentleman of the old school. Sorely missed.")
    return character


def offered_help(draft: Draft) -> Character:
    """An acquaintance who offered help out of the blue."""
    character = acquaintance(draft)
    mark(draft, character, draft.chance.between(5, 30), "call", "offered_help")
    return character
