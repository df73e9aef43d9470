"""The inner circle: people who are ready to be asked, one step short of it, on hold, or not to be asked at all.

Each function brings one person into the book. What they are to show is named by the gates and states of
`docs/method.md` section 2; all days are counted back from today and keep clear of the policy's limits.
"""

from dataclasses import replace

from refdesk.domain.first_ten import FirstTenAnswers, first_ten_records
from refdesk.domain.words import Role
from refdesk.services.sample.bonds import Bond, complain, deliver, give, live
from refdesk.services.sample.draft import Draft
from refdesk.services.sample.people import FITTING_TAGS, Character, Circles, Sketch
from refdesk.services.sample.professions import ADVISERS, OTHERS
from refdesk.services.sample.trades import OWNERS

_YEAR = 365

_NEVER_ASK = (
    "We sing in the same choir and agreed to keep business out of it.",
    "Asked me once never to be asked.",
    "Went through a bankruptcy. A friend, nothing else.",
)


def client_sketch(draft: Draft, circles: Circles = "fitting", *roles: Role) -> Sketch:
    """A client of some years who trusts the adviser."""
    chance = draft.chance
    return Sketch(
        roles=roles or ("client",),
        trades=OWNERS,
        trust=chance.pick(("high", "high", "growing")),
        circles=circles,
        known=chance.between(_YEAR + 40, 9 * _YEAR),
        added=draft.span,
        cadence=chance.pick((45, 60, 60, 90, None)),
        address=True,
    )


def warm_bond(draft: Draft) -> Bond:
    """All that makes somebody ready to be asked, for anybody with a cadence of 45 days or more, or none."""
    chance = draft.chance
    return Bond(
        every=chance.pick((25, 40, 60, 75, 90, 110)),
        last=chance.between(5, 30),
        told=(chance.between(40, 300),),
        gave=tuple(chance.between(15, 330) for _ in range(chance.between(1, 3))),
        received=(chance.between(60, 330),) if chance.maybe(0.3) else (),
        delivered=((chance.between(60, 340), chance.pick(("delighted", "delighted", "satisfied"))),),
        expected=(chance.between(60, 300),) if chance.maybe(0.25) else (),
    )


def at_any_day(character: Character) -> Character:
    """The same person, whom something may happen with at a weekend too: for what must lie on one certain day."""
    return replace(character, private=True)


def ready(draft: Draft) -> Character:
    """A client who may be asked today."""
    character = draft.meet(client_sketch(draft))
    live(draft, character, warm_bond(draft))
    draft.ready.append(character)
    draft.regulars.append(character)
    return character


def ready_with_offer(draft: Draft) -> Character:
    """A client who may be asked today and has offered to help."""
    character = draft.meet(client_sketch(draft))
    live(draft, character, replace(warm_bond(draft), offered=(draft.chance.between(8, 40),)))
    draft.ready.append(character)
    draft.regulars.append(character)
    return character


def picked_among_the_first_ten(draft: Draft) -> Character:
    """Somebody of the latest import whom the adviser has just answered the four questions about."""
    chance = draft.chance
    character = draft.meet(Sketch(roles=("past_client",), trades=OWNERS, trust="growing", added=2, sorted=False))
    answers = FirstTenAnswers(
        glad=chance.pick(("delighted", "satisfied")), last_talk="month", explained=True, knows=(FITTING_TAGS[0],)
    )
    person, entries = first_ten_records(draft.people[character.id], answers, chance.today, chance.id)
    draft.people[character.id] = person
    draft.timeline.extend(entries)
    return character


def not_told_lately(draft: Draft) -> Character:
    """One step away: everything but Understanding, which some had long ago."""
    character = draft.meet(client_sketch(draft))
    long_ago = (_YEAR + 60,) if draft.span > _YEAR + 90 and character.known > _YEAR + 90 else ()
    live(draft, character, replace(warm_bond(draft), told=long_ago))
    draft.regulars.append(character)
    return character


def helped_me_more(draft: Draft) -> Character:
    """One step away: they have helped the adviser three times and had one thing back."""
    chance = draft.chance
    sketch = replace(client_sketch(draft, "fitting", "friend", "colleague"), trades=OTHERS, trust="high")
    character = draft.meet(sketch)
    received = tuple(chance.between(20, 320) for _ in range(3))
    live(draft, character, replace(warm_bond(draft), delivered=(), gave=(chance.between(30, 300),), received=received))
    return character


def whose_world_is_elsewhere(draft: Draft) -> Character:
    """One step away: everything but Opportunity."""
    character = draft.meet(client_sketch(draft, draft.chance.pick(("elsewhere", "elsewhere", "unknown"))))
    live(draft, character, warm_bond(draft))
    draft.regulars.append(character)
    return character


def to_catch_up_with(draft: Draft) -> Character:
    """One step away: the last conversation is a little too long ago."""
    chance = draft.chance
    character = draft.meet(replace(client_sketch(draft), cadence=chance.pick((60, None))))
    bond = warm_bond(draft)
    earlier = replace(
        bond,
        every=40,
        last=chance.between(100, 150),
        told=(chance.between(160, 320),),
        delivered=((chance.between(160, 330), "delighted"),),
        expected=(),
    )
    live(draft, character, earlier)
    return character


def half_pleased(draft: Draft) -> Character:
    """One step away: the latest work left mixed feelings."""
    character = draft.meet(client_sketch(draft))
    live(draft, character, replace(warm_bond(draft), delivered=((draft.chance.between(30, 90), "mixed"),)))
    return character


def never_asked_how(draft: Draft) -> Character:
    """One step away: work was delivered, and nobody asked how they feel about it."""
    character = draft.meet(client_sketch(draft))
    live(draft, character, replace(warm_bond(draft), delivered=((draft.chance.between(30, 120), None),)))
    return character


def helped_yesterday(draft: Draft) -> Character:
    """On hold: asking now would make yesterday's help a trade."""
    character = draft.meet(client_sketch(draft))
    live(draft, character, replace(warm_bond(draft), declined_return=(35,)))
    give(draft, at_any_day(character), 1)
    return character


def delivered_yesterday(draft: Draft) -> Character:
    """On hold: the work was handed over yesterday."""
    character = draft.meet(client_sketch(draft))
    live(draft, character, warm_bond(draft))
    deliver(draft, at_any_day(character), 1, "delighted")
    draft.regulars.append(character)
    return character


def forgave(draft: Draft) -> Character:
    """Something went wrong, was put right, and all is well again."""
    character = draft.meet(client_sketch(draft))
    live(draft, character, warm_bond(draft))
    complain(draft, character, 55, resolved=48)
    draft.regulars.append(character)
    return character


def complaining(draft: Draft) -> Character:
    """Not to be asked: something went wrong and is still open."""
    character = draft.meet(client_sketch(draft))
    live(draft, character, warm_bond(draft))
    complain(draft, character, 6, resolved=None)
    return character


def unhappy(draft: Draft) -> Character:
    """Not to be asked: the work disappointed."""
    chance = draft.chance
    character = draft.meet(replace(client_sketch(draft), trust="low"))
    live(draft, character, replace(warm_bond(draft), delivered=((chance.between(20, 60), "unhappy"),)))
    return character


def never_to_be_asked(draft: Draft) -> Character:
    """Not to be asked: the adviser decided so."""
    chance = draft.chance
    sketch = replace(client_sketch(draft, "fitting", "friend"), trades=ADVISERS, trust="high", known=12 * _YEAR)
    character = draft.meet(sketch)
    draft.change(character, do_not_ask=True, do_not_ask_why=chance.deal(_NEVER_ASK))
    live(draft, character, Bond(every=40, last=chance.between(5, 30), gave=(80,), received=(120,)))
    return character
