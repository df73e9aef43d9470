"""Giving back: the partners with whom names are swapped each month, and the referrals that the adviser gave."""

from dataclasses import dataclass
from datetime import date

from refdesk.domain.records import Consents, Partner, Promise, Referral
from refdesk.domain.words import Level, ReferralState
from refdesk.services.sample.bonds import first_meeting, give, mark, tell
from refdesk.services.sample.draft import Draft
from refdesk.services.sample.people import Character, Sketch
from refdesk.services.sample.professions import ADVISERS
from refdesk.services.sample.referrals import finished, receive

_YEAR = 365
_LED_TO: tuple[ReferralState, ...] = ("won", "won", "lost", "not_a_fit")

SWAPS: tuple[str, ...] = (
    "Monthly swap. Two names each way; {first} looks for {need}.",
    "Monthly swap. Went through both lists; one clear match.",
    "Monthly swap. Talked about {topic} and forgot the time.",
    "Monthly swap. {first} brought a name, I brought two.",
    "Monthly swap. No names this time, but a good plan for the next.",
    "Monthly swap. Compared who we each want to meet; updated mine.",
    "Monthly swap. {first} had promised two calls and made both.",
    "Monthly swap. Half an hour only, three names all the same.",
    "Monthly swap. Honest words about the last name: it was too early.",
    "Monthly swap. Shared worry: {topic}.",
)


def partner(draft: Draft, gave: int, received: int, next_in: int | None, *, paused: bool = False) -> Character:
    """A referral partner with a monthly meeting, and so many clients whom they sent."""
    chance = draft.chance
    sketch = Sketch(
        roles=("partner", "colleague"),
        trades=ADVISERS,
        trust="high",
        circles="fitting",
        known=chance.between(2 * _YEAR, 6 * _YEAR),
        added=draft.span,
        cadence=30,
        address=True,
    )
    character = draft.meet(sketch)
    last = 95 if paused else chance.between(8, 22)
    for ago in range(last, draft.span - 5, 30):
        swap = draft.sentence(character, SWAPS)
        draft.write(draft.past(character, ago), "meeting", [character], swap)
    tell(draft, character, chance.between(110, 300))
    for _ in range(gave):
        give(draft, character, chance.between(20, 340))
    for _ in range(received):
        receive(draft, character, finished(chance.between(120, draft.span - 10), chance.pick(_LED_TO)))
    _keep_partner(draft, character, next_in, paused=paused)
    draft.regulars.append(character)
    return character


def one_sided_partner(draft: Draft) -> None:
    """A partnership that rests: much given and little received."""
    character = partner(draft, gave=5, received=0, next_in=None, paused=True)
    mark(draft, character, 200, "note", "received")


def budding_partner(draft: Draft) -> None:
    """Somebody in a neighbouring field, met twice, with whom a partnership begins."""
    known = draft.chance.between(40, 55)
    sketch = Sketch(
        roles=("colleague",), trades=ADVISERS, trust="growing", circles="fitting", known=known, added=known, cadence=30
    )
    character = draft.meet(sketch)
    first_meeting(draft, character, known)
    tell(draft, character, 12)
    _keep_partner(draft, character, 7, paused=False)


def _keep_partner(draft: Draft, character: Character, next_in: int | None, *, paused: bool) -> None:
    """The partner's record; a meeting with a date is planned on the timeline."""
    chance = draft.chance
    next_on = None if next_in is None else chance.workday(-next_in)
    promised = (
        Promise(by="me", what="The checklist for handovers", on=chance.day(20), done_on=chance.day(12)),
        Promise(by="them", what="Two owners who think of selling", on=chance.day(20)),
        Promise(by="me", what="Two names from the makers' circle", on=chance.day(8)),
    )
    record = Partner(
        id=chance.id(),
        person=character.id,
        since=chance.day(min(character.known, draft.span) - 30),
        next_on=next_on,
        paused=paused,
        seeks=chance.pick(character.trade.needs),
        promised=() if paused else promised,
    )
    draft.partners.append(record)
    if next_on:
        plan = "Monthly swap: two names to offer, one to ask for"
        draft.write(next_on, "meeting", [character], plan, place="The Lantern Café", planned=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gift:
    """A referral that the adviser gives, its days counted back from today."""

    state: ReferralState
    agreed: int | None = None
    made: int | None = None
    followed: int | None = None
    told: tuple[int, ...] = ()
    outcome: int | None = None
    level: Level = "introduction"


GIVEN: tuple[Gift, ...] = (
    Gift(state="agreed", agreed=3),
    Gift(state="made", agreed=20, made=16),
    Gift(state="made", agreed=9, made=6, level="recommendation"),
    Gift(state="followed_up", agreed=50, made=45, followed=40, told=(30,)),
    Gift(state="won", made=140, followed=130, outcome=95, told=(95,)),
    Gift(state="lost", agreed=125, made=120, outcome=80),
    Gift(state="won", agreed=210, made=205, outcome=170, told=(200,)),
    Gift(state="not_a_fit", made=180, outcome=160, level="recommendation"),
    Gift(state="lapsed", agreed=70),
    Gift(state="won", agreed=300, made=290, outcome=240),
    Gift(state="won", made=330, outcome=300, level="recommendation"),
)


def give_referrals(draft: Draft) -> None:
    """What the adviser passed on: to partners and regulars, people who are regulars themselves."""
    partners = {record.person for record in draft.partners if not record.paused}
    receivers = [one for one in draft.regulars if one.id in partners] + draft.regulars[::3]
    known = [one for one in draft.regulars if one.id not in partners]
    for index, gift in enumerate(GIVEN):
        to = receivers[index % len(receivers)]
        others = [one for one in known if one.id != to.id]
        if others:
            draft.referrals.append(_given(draft, to, draft.chance.pick(others), gift))


def _given(draft: Draft, to: Character, prospect: Character, gift: Gift) -> Referral:
    """The record of one; both sides were asked first, before it was made."""
    chance = draft.chance

    def on(ago: int | None) -> date | None:
        return None if ago is None else chance.workday(ago)

    agreed_on, made_on = on(gift.agreed), on(gift.made)
    value = 100.0 * chance.between(10, 90) if gift.state == "won" else None
    asked_both = agreed_on or (made_on and chance.workday((gift.made or 0) + 4))
    return Referral(
        id=chance.id(),
        direction="given",
        to=to.id,
        prospect=prospect.id,
        level=gift.level,
        state=gift.state,
        agreed_on=agreed_on,
        made_on=made_on,
        followed_up_on=on(gift.followed),
        told_on=tuple(chance.workday(ago) for ago in gift.told),
        outcome_on=on(gift.outcome),
        consents=Consents(to=asked_both, prospect=made_on and asked_both),
        value=value,
        currency="GBP" if value else "",
    )
