"""The people who refer: each open referral with its champion, a line of clients that led to clients, and asks."""

from dataclasses import replace
from datetime import timedelta

from refdesk.domain.records import Ask
from refdesk.domain.words import AskState
from refdesk.services.sample.bonds import live
from refdesk.services.sample.draft import Draft
from refdesk.services.sample.inner import client_sketch, ready, warm_bond
from refdesk.services.sample.people import Character, Sketch
from refdesk.services.sample.referrals import Journey, finished, prepared_ask, receive
from refdesk.services.sample.trades import OWNERS
from refdesk.services.sample.wishes import ASKED_IN_VAIN, ASKED_STILL_OPEN

THANK_FIRST = Journey(state="agreed", asked=1, confirm=-6)
CONFIRMATION_LATE = Journey(state="agreed", asked=13, confirm=4, thanked=(1,))
CONFIRMATION_AHEAD = Journey(state="agreed", asked=5, confirm=-3, level="recommendation", thanked=(1,))
INTRODUCED_YESTERDAY = Journey(state="made", asked=12, made=1, thanked=(1,))
FOLLOW_UP_DUE = Journey(state="made", asked=16, made=2, thanked=(1,))
NOT_CALLED_YET = Journey(state="made", asked=20, made=9, level="recommendation", thanked=(1,))
OUT_OF_THE_BLUE = Journey(state="made", made=3, level="recommendation", thanked=(1,))
SECOND_THANKS_LATE = Journey(state="followed_up", asked=19, made=9, followed=3, thanked=(1,))
IN_TALKS = Journey(state="followed_up", asked=45, made=38, followed=35, told=(12,), thanked=(1, 2))
STATUS_DUE = Journey(state="followed_up", asked=110, made=104, followed=100, told=(66, 32), thanked=(1, 2))
NOTE_DUE = Journey(state="won", asked=70, made=64, followed=60, outcome=2, thanked=(1, 2), note="to_write")
NOTE_WRITTEN = Journey(state="won", asked=75, made=70, followed=66, outcome=4, thanked=(1, 2), note="written")
CLOSING_WORD_DUE = Journey(state="lost", asked=58, made=50, followed=47, outcome=1, thanked=(1, 2))
SKIPPED_THANKS = Journey(state="not_a_fit", asked=99, made=90, followed=85, outcome=40, thanked=(1, 3), skipped=2)
LAPSED = Journey(state="lapsed", asked=80, thanked=(1,))
THANKED_BY_CALL = Journey(
    state="won", asked=150, made=143, followed=140, outcome=100, thank_by="call", thanked=(1, 2, 3)
)

_COMFORTABLE: dict[AskState, bool] = {"later": True, "declined": False}
"""Whether they were at ease with the words, by what became of the ask; of others it is not known yet."""


def champion(draft: Draft, favours: int = 2, *, quiet: bool = False) -> Character:
    """A delighted client who refers, and for whom the adviser did so many favours besides the work.

    With a ``quiet`` one there was no other talk for three months.
    """
    chance = draft.chance
    character = draft.meet(replace(client_sketch(draft), trust="high"))
    gave = tuple(chance.between(20, 330) for _ in range(favours))
    bond = replace(warm_bond(draft), gave=gave, received=(), delivered=((chance.between(120, 340), "delighted"),))
    if quiet:
        draft.change(character, cadence_days=60)
        bond = replace(bond, told=(chance.between(160, 300),), expected=(), last=chance.between(100, 130))
    live(draft, character, bond)
    if not quiet:
        draft.regulars.append(character)
    return character


def lead(draft: Draft, journey: Journey) -> None:
    """A champion and the person whom they refer; with whom all was settled long ago there is little talk."""
    referring = champion(draft, quiet=journey in (SKIPPED_THANKS, THANKED_BY_CALL))
    prospect = receive(draft, referring, journey)
    if journey.state == "agreed":
        draft.change(referring, could_introduce=(prospect.id,))


def lineage(draft: Draft) -> None:
    """Six people: a champion, whom they led to, and whom those led to in their turn."""
    span = draft.span
    elder = champion(draft, favours=4)
    heir = receive(draft, elder, finished(span * 9 // 10, "won"))
    receive(draft, elder, finished(span * 6 // 10, "lost"))
    draft.change(heir, trust="high")
    grandchild = receive(draft, heir, finished(span // 2, "won"))
    receive(draft, heir, finished(max(120, span * 3 // 10), "not_a_fit", "recommendation"))
    receive(draft, grandchild, replace(IN_TALKS, asked=60, made=50, followed=48, told=(18,)))


def led_long_ago(draft: Draft) -> None:
    """A champion of some time ago and the client they led to."""
    begun = draft.chance.between(130, max(130, draft.span - 20))
    receive(draft, champion(draft), finished(begun, draft.chance.pick(("won", "won", "lost"))))


def planned_ask(draft: Draft) -> None:
    """Somebody ready, a person they know, and a lunch in two days at which to ask."""
    person, target = ready(draft), _stranger(draft)
    draft.change(person, could_introduce=(target.id,))
    on = draft.chance.workday(-2)
    ask = replace(prepared_ask(draft, person, target), state="planned", occasion_on=on, comfortable=None)
    draft.asks.append(replace(ask, confirm_by=on + timedelta(days=8)))
    summary = f"Lunch, to ask about {target.name}"
    draft.write(on, "meeting", [person], summary, line=f"lunch with {person.first}", place="Tide & Table", planned=True)


def drafted_ask(draft: Draft) -> None:
    """Somebody ready, and an ask for a kind of person that is still on paper."""
    ask = Ask(
        id=draft.chance.id(),
        person=ready(draft).id,
        target_profile=draft.profiles[0].id,
        level="recommendation",
        why_glad="It is easier to hand over with three years' time than with three months'.",
        action="Mention me when the talk turns to handing over.",
        words="If you ever think about who takes over: I know somebody who did it well for us.",
    )
    draft.asks.append(ask)


def open_ask(draft: Draft, state: AskState, asked: int, later: int | None = None, *, quiet: bool = False) -> None:
    """Somebody who was asked so many days ago and has not agreed; ``later`` is the day to come back to it."""
    person, target = champion(draft, quiet=quiet), _stranger(draft)
    on = draft.past(person, asked)
    templates = ASKED_IN_VAIN if state == "declined" else ASKED_STILL_OPEN
    draft.write(on, "meeting", [person], draft.sentence(person, templates, target=target.name))
    ask = replace(
        prepared_ask(draft, person, target),
        state=state,
        comfortable=_COMFORTABLE.get(state),
        occasion_on=on,
        asked_on=on,
        answered_on=None if state == "asked" else on,
        later_until=None if later is None else draft.chance.day(later),
    )
    draft.asks.append(ask)


def overridden_ask(draft: Draft) -> None:
    """Somebody asked although they were not ready, with the reason that the adviser typed."""
    open_ask(draft, "declined", 120, quiet=True)
    why = "They brought it up themselves over dinner, and the target leaves for Canada next week."
    draft.asks[-1] = replace(draft.asks[-1], override_why=why)


def _stranger(draft: Draft) -> Character:
    """An owner the adviser knows of and has not met."""
    target = draft.meet(Sketch(roles=("prospect",), trades=OWNERS, added=draft.chance.between(20, 90)))
    draft.unmet.append(target)
    return target
