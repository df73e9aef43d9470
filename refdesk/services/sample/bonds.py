"""How a relationship went: the everyday talk and the moments that count, written onto the timeline."""

from collections.abc import Sequence
from dataclasses import dataclass

from refdesk.domain.records import Entry
from refdesk.domain.words import Kind, Mark, Satisfaction
from refdesk.services.sample.draft import Draft
from refdesk.services.sample.moments import CHECK_INS, COMPLAINTS, DELIVERED, FELT, GIFTS, MARKED, PUT_RIGHT
from refdesk.services.sample.people import Character
from refdesk.services.sample.talk import AMONG_FRIENDS, EVERYDAY, FIRST_MEETINGS, MESSAGES_IN, MESSAGES_OUT

_TALKS: tuple[Kind, ...] = ("meeting",) * 5 + ("call",) * 5 + ("video",) * 2 + ("message",) * 2
_FACE_TO_FACE: tuple[Kind, ...] = ("meeting", "meeting", "video", "call")
_BETWEEN: tuple[Kind, ...] = ("message",) * 5 + ("letter", "milestone", "note")
_SILENT_SHARE = 0.3
_STORY_SHARE = 0.35
_GIFT_SHARE = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """What happened between the adviser and somebody, in days before today.

    ``every`` is the usual gap between two conversations and ``last`` the day of the latest; the others name the
    days on which something was told, given, received, delivered (with how they felt), offered or promised.
    """

    every: int
    last: int
    told: tuple[int, ...] = ()
    gave: tuple[int, ...] = ()
    received: tuple[int, ...] = ()
    delivered: tuple[tuple[int, Satisfaction | None], ...] = ()
    asked_after: tuple[tuple[int, Satisfaction], ...] = ()
    expected: tuple[int, ...] = ()
    offered: tuple[int, ...] = ()
    declined_return: tuple[int, ...] = ()


def live(draft: Draft, character: Character, bond: Bond) -> None:
    """Write a bond onto the timeline."""
    for ago, feeling in bond.delivered:
        deliver(draft, character, ago, feeling)
    for ago, felt in bond.asked_after:
        summary = f"{draft.sentence(character, CHECK_INS)} {draft.sentence(character, FELT[felt])}"
        draft.write(draft.past(character, ago), "meeting", [character], summary, satisfaction=felt)
    for ago in bond.told:
        tell(draft, character, ago)
    for ago in bond.gave:
        give(draft, character, ago)
    for ago in bond.received:
        mark(draft, character, ago, "note", "received")
    for ago in bond.expected:
        mark(draft, character, ago, "meeting", "expectation")
    for ago in bond.offered:
        mark(draft, character, ago, "meeting", "offered_help")
    for ago in bond.declined_return:
        mark(draft, character, ago, "call", "repayment_offer")
    oldest = min(character.known, draft.span) - draft.chance.between(3, bond.every)
    keep_talking(draft, character, oldest, bond.last, bond.every)


def keep_talking(draft: Draft, character: Character, oldest: int, last: int, every: int) -> None:
    """Conversations from ``oldest`` to ``last`` days ago, with the small things between them."""
    chance = draft.chance
    ago = oldest
    while ago > last + every // 2:
        talk(draft, character, ago, _TALKS)
        if chance.maybe(_SILENT_SHARE):
            between(draft, character, ago - chance.between(2, every // 2 + 2))
        ago -= chance.between(every * 7 // 10, every * 13 // 10)
    talk(draft, character, last, _FACE_TO_FACE)


def talk(draft: Draft, character: Character, ago: int, kinds: Sequence[Kind]) -> None:
    """One everyday conversation."""
    kind = draft.chance.pick(kinds)
    on = draft.past(character, ago)
    if kind == "message":
        draft.write(on, kind, [character], draft.sentence(character, MESSAGES_IN), direction="in")
    else:
        everyday = AMONG_FRIENDS if character.private else EVERYDAY
        draft.write(on, kind, [character], draft.sentence(character, everyday[kind]))


def between(draft: Draft, character: Character, ago: int) -> None:
    """Something that is no conversation: a message or a card to them, some news, a remark."""
    kind = draft.chance.pick(_BETWEEN)
    templates = MESSAGES_OUT if kind == "message" else EVERYDAY[kind]
    draft.write(draft.past(character, ago), kind, [character], draft.sentence(character, templates))


def first_meeting(draft: Draft, character: Character, ago: int) -> None:
    """The day the two met, face to face."""
    on = draft.past(character, ago)
    draft.write(on, "meeting", [character], draft.sentence(character, FIRST_MEETINGS))


def mark(draft: Draft, character: Character, ago: int, kind: Kind, marked: Mark) -> Entry:
    """An entry of this kind that carries one mark."""
    summary = draft.sentence(character, MARKED[marked])
    return draft.write(draft.past(character, ago), kind, [character], summary, marks=(marked,))


def tell(draft: Draft, character: Character, ago: int) -> None:
    """They hear what the adviser does: plainly, or by the story of a client who lets it be told."""
    told = [story for story in draft.stories if story.consent and story.client != character.id]
    if not told or not draft.chance.maybe(_STORY_SHARE):
        mark(draft, character, ago, "meeting", "explained")
        return
    story = draft.chance.pick(told)
    summary = draft.sentence(character, MARKED["story"], client=story.client_type)
    on = draft.past(character, ago)
    draft.write(on, "meeting", [character], summary, marks=("story",), story=story.id)


def give(draft: Draft, character: Character, ago: int) -> None:
    """The adviser helps, or now and then brings a present."""
    if not draft.chance.maybe(_GIFT_SHARE):
        mark(draft, character, ago, "note", "gave")
        return
    present, value = draft.chance.deal(GIFTS)
    on = draft.past(character, ago)
    draft.write(on, "note", [character], present, marks=("gave",), value=value, currency="GBP")


def deliver(draft: Draft, character: Character, ago: int, feeling: Satisfaction | None) -> Entry:
    """Work handed over; ``feeling`` None where nobody asked how they feel about it."""
    felt = f" {draft.sentence(character, FELT[feeling])}" if feeling else ""
    summary = draft.sentence(character, DELIVERED) + felt
    on = draft.past(character, ago)
    return draft.write(on, "meeting", [character], summary, marks=("delivered",), satisfaction=feeling)


def complain(draft: Draft, character: Character, ago: int, resolved: int | None) -> None:
    """Something went wrong; where it was put right, so many days ago, they said how they felt then."""
    resolved_on = None if resolved is None else draft.past(character, resolved)
    summary = draft.sentence(character, COMPLAINTS)
    on = draft.past(character, ago)
    draft.write(on, "call", [character], summary, direction="in", marks=("complaint",), resolved_on=resolved_on)
    if resolved_on:
        summary = draft.sentence(character, PUT_RIGHT)
        draft.write(resolved_on, "meeting", [character], summary, satisfaction="satisfied")
