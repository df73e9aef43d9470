"""Referrals received, from the ask to the last thank-you, with what the timeline says of them on the way."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from refdesk.domain.records import Ask, Note, Referral, Thanks
from refdesk.domain.words import Level, NoteState, ReferralState, ThankBy
from refdesk.services.sample.bonds import between, deliver, give, keep_talking, tell
from refdesk.services.sample.draft import Draft
from refdesk.services.sample.people import Character, Circles, Sketch
from refdesk.services.sample.trades import OWNERS
from refdesk.services.sample.wishes import (
    ACTIONS,
    ASKED,
    CONFIRMATIONS,
    FOLLOWED_UP,
    NOTE_TEXTS,
    OCCASIONS,
    OUTCOMES,
    SKIPPED,
    UNASKED,
    WHY_GLAD,
    WORDS,
)

_ONE_DAY = timedelta(days=1)
_SETTLED = 20
_CIRCLES: tuple[Circles, ...] = ("fitting", "elsewhere", "unknown")
_CLOSED: tuple[ReferralState, ...] = ("lost", "not_a_fit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """How far a received referral has come, its days counted back from today.

    ``asked`` None: nobody asked, it came by itself. ``confirm`` may lie ahead (negative). ``thanked`` and
    ``skipped`` name thank-yous 1 to 3, ``note`` where the handwritten note of the third stands.
    """

    state: ReferralState
    level: Level = "introduction"
    asked: int | None = None
    confirm: int | None = None
    made: int | None = None
    followed: int | None = None
    outcome: int | None = None
    told: tuple[int, ...] = ()
    thanked: tuple[int, ...] = ()
    skipped: int | None = None
    thank_by: ThankBy = "letter"
    note: NoteState | None = None


def finished(begun: int, state: ReferralState, level: Level = "introduction") -> Journey:
    """A referral asked for at least 100 days ago that came to its end, with every thank-you said."""
    if state == "lapsed":
        return Journey(state=state, level=level, asked=begun, thanked=(1,))
    return Journey(
        state=state,
        level=level,
        asked=begun,
        made=begun - 5,
        followed=begun - 8,
        outcome=begun - 45,
        thanked=(1, 2, 3),
        note="posted" if state == "won" else None,
    )


def receive(draft: Draft, champion: Character, journey: Journey) -> Character:
    """A new person comes by way of the champion; returns them, once their story so far is written."""
    prospect = draft.meet(_sketch(draft, journey, champion))
    ask = _ask(draft, champion, prospect, journey) if journey.asked is not None else None
    referral = _referral(draft, champion, prospect, journey, ask)
    draft.referrals.append(replace(referral, thanks=_thanks(draft, referral, journey)))
    if ask is None and referral.made_on:
        unasked = draft.sentence(champion, UNASKED, target=prospect.name)
        draft.write(referral.made_on, "call", [champion], unasked, direction="in")
    if journey.note:
        _write_note(draft, champion, prospect, referral, journey.note)
    _tell_prospect(draft, champion, prospect, referral, journey)
    if journey.followed is None:
        draft.unmet.append(prospect)
    return prospect


def _sketch(draft: Draft, journey: Journey, champion: Character) -> Sketch:
    """Whom the champion refers: unknown until the first talk, a client once won."""
    sketch = Sketch(roles=("prospect",), trades=OWNERS, added=journey.asked or journey.made or 0)
    if journey.state == "lapsed" or journey.made is None:
        return sketch
    sketch = replace(sketch, introduced_by=champion.id, met=f"Through {champion.name}", known=journey.followed)
    if journey.state == "won":
        circles = draft.chance.pick(_CIRCLES)
        return replace(sketch, roles=("client",), trust="growing", cadence=60, address=True, circles=circles)
    return replace(sketch, roles=("other",)) if journey.state in _CLOSED else sketch


def _ask(draft: Draft, champion: Character, prospect: Character, journey: Journey) -> Ask:
    """The ask that led to the referral, and the conversation in which it was made."""
    on = draft.past(champion, journey.asked or 0)
    draft.write(on, "meeting", [champion], draft.sentence(champion, ASKED, target=prospect.name))
    confirm_by = on + timedelta(days=7) if journey.confirm is None else draft.chance.day(journey.confirm)
    ask = prepared_ask(draft, champion, prospect)
    ask = replace(
        ask,
        level=journey.level,
        comfortable=True,
        occasion_on=on,
        confirm_by=confirm_by,
        state="agreed",
        asked_on=on,
        answered_on=on,
    )
    draft.asks.append(ask)
    return ask


def prepared_ask(draft: Draft, person: Character, target: Character) -> Ask:
    """An ask for a named person, thought through and not made yet; why they would be glad is noted of them too."""
    chance = draft.chance
    why_glad = chance.deal(WHY_GLAD)
    draft.change(target, about=why_glad)
    return Ask(
        id=chance.id(),
        person=person.id,
        target_person=target.id,
        level="introduction",
        why_glad=why_glad,
        action=chance.deal(ACTIONS).format(target=target.first),
        words=chance.deal(WORDS).format(target=target.first),
        occasion=chance.deal(OCCASIONS),
        confirm_how=f"{person.first} {chance.deal(CONFIRMATIONS)}",
    )


def _referral(draft: Draft, champion: Character, prospect: Character, journey: Journey, ask: Ask | None) -> Referral:
    """The record of the journey, without its thank-yous."""
    chance = draft.chance
    agreed_on = ask.answered_on if ask else None
    won = journey.state == "won"

    def after(earlier: date | None, ago: int | None) -> date | None:
        return None if ago is None else max(chance.workday(ago), earlier or date.min)

    made_on = after(agreed_on, journey.made)
    followed_up_on = after(made_on, journey.followed)
    return Referral(
        id=chance.id(),
        champion=champion.id,
        prospect=prospect.id,
        ask=ask.id if ask else "",
        level=journey.level,
        state=journey.state,
        agreed_on=agreed_on,
        confirm_by=ask.confirm_by if ask else None,
        made_on=made_on,
        followed_up_on=followed_up_on,
        told_on=tuple(chance.workday(ago) for ago in journey.told),
        outcome_on=after(followed_up_on, journey.outcome),
        thank_by=journey.thank_by,
        value=100.0 * chance.between(18, 140) if won else None,
        currency="GBP" if won else "",
    )


def _thanks(draft: Draft, referral: Referral, journey: Journey) -> tuple[Thanks, ...]:
    """The thank-yous said or skipped, each on the day it was due, or today where that lies ahead."""
    days = {
        1: referral.agreed_on or referral.made_on,
        2: referral.followed_up_on and referral.followed_up_on + _ONE_DAY,
        3: referral.outcome_on and referral.outcome_on + _ONE_DAY,
    }
    said_by: dict[int, ThankBy] = {1: "meeting", 2: "call", 3: "letter" if journey.note == "posted" else "call"}
    thanks = []
    for step, due in days.items():
        on = min(due or draft.chance.today, draft.chance.today)
        if step in journey.thanked:
            thanks.append(Thanks(step=step, done_on=on, by=said_by[step]))
        elif step == journey.skipped:
            thanks.append(Thanks(step=step, skipped_on=on, why=draft.chance.deal(SKIPPED)))
    return tuple(thanks)


def _write_note(draft: Draft, champion: Character, prospect: Character, referral: Referral, state: NoteState) -> None:
    """The note of the third thank-you; a posted one leaves its letter on the timeline."""
    due = (referral.outcome_on or draft.chance.today) + _ONE_DAY
    posted_on = min(due, draft.chance.today) if state == "posted" else None
    note = Note(
        id=draft.chance.id(),
        person=champion.id,
        occasion="thank_you_3",
        referral=referral.id,
        text=draft.chance.deal(NOTE_TEXTS).format(first=champion.first, prospect=prospect.name),
        state=state,
        due=due,
        written_on=None if state == "to_write" else min(due, draft.chance.today),
        posted_on=posted_on,
    )
    draft.notes.append(note)
    if posted_on:
        draft.write(posted_on, "letter", [champion], f"Third thank-you, for {prospect.name}.")


def _tell_prospect(
    draft: Draft, champion: Character, prospect: Character, referral: Referral, journey: Journey
) -> None:
    """What the timeline says of the new person: the first talk, what came of it, and the work since."""
    chance = draft.chance
    if not referral.followed_up_on or journey.followed is None:
        return
    first_talk = draft.sentence(prospect, FOLLOWED_UP, champion=champion.first)
    draft.write(referral.followed_up_on, "meeting", [prospect], first_talk)
    if referral.outcome_on:
        came_of_it = draft.sentence(prospect, OUTCOMES[journey.state], champion=champion.first)
        draft.write(referral.outcome_on, "meeting", [prospect], came_of_it)
    if journey.outcome is None and journey.followed > _SETTLED:
        keep_talking(draft, prospect, journey.followed - 9, 2, 14)
    if journey.state != "won" or not journey.outcome or journey.outcome < 50:
        return
    deliver(draft, prospect, journey.outcome - chance.between(25, 40), "delighted")
    if chance.maybe(0.5):
        tell(draft, prospect, journey.outcome - chance.between(5, 20))
    give(draft, prospect, chance.between(8, journey.outcome))
    between(draft, prospect, chance.between(8, journey.outcome))
    keep_talking(draft, prospect, journey.outcome - 45, chance.between(5, 45), 50)
