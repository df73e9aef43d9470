"""What ties the sample together once everybody is in it: events with several people, plans, birthdays, kinships."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from refdesk.domain.person import Related
from refdesk.domain.records import Entry
from refdesk.services.sample.draft import Draft
from refdesk.services.sample.people import FITTING_TAGS, Character
from refdesk.services.sample.talk import EVENTS

_TABLE = 4
_HALLS = ("Old Ropewalk", "The Glasshouse", "Quayside Hall", "Saltpan Kitchen")
_EVENTS_A_YEAR = 9
_LEAP_DAY = "1984-02-29"
_INTRODUCED_SHARE = 0.3
_CONNECTOR_SHARE = 0.3


def tie_together(draft: Draft) -> None:
    """Everything that needs several people; a book of one or two simply gets less of it."""
    gather(draft)
    plan_ahead(draft)
    keep_birthdays(draft)
    link_people(draft)
    date_acquaintance(draft)


def gather(draft: Draft) -> None:
    """Breakfasts, parties and talks at which several regulars were met at once."""
    chance = draft.chance
    for _ in range(_EVENTS_A_YEAR * draft.span // 365):
        ago = chance.between(20, draft.span - 10)
        there = chance.some([one for one in draft.regulars if one.known > ago + 7], chance.between(2, _TABLE))
        if len(there) > 1:
            summary = draft.sentence(there[0], EVENTS, others=there[1:])
            draft.write(chance.workday(ago), "event", there, summary, place=chance.pick(_HALLS))


def plan_ahead(draft: Draft) -> None:
    """What is in the diary: a call, a breakfast with several, and a walk that was to be yesterday."""
    chance = draft.chance
    met = chance.some(draft.regulars, 2 + _TABLE)
    if not met:
        return
    walk = f"Walk along the harbour, to hear about {chance.pick(met[0].trade.topics)}"
    draft.write(chance.day(1), "meeting", met[:1], walk, place="Quayside", planned=True, at=None)
    for character in met[1:2]:
        call = f"Call about {chance.pick(character.trade.topics)}"
        draft.write(chance.workday(-3), "call", [character], call, planned=True)
    if met[2:]:
        table = "Breakfast with the makers' circle"
        draft.write(chance.workday(-6), "event", met[2:], table, place="Saltpan Kitchen", planned=True)


def keep_birthdays(draft: Draft) -> None:
    """Somebody was born on a leap day, and somebody among the regulars has their birthday today."""
    written_to = {note.person for note in draft.notes}
    free = [one for one in draft.regulars if one.id not in written_to]
    for character, birthday in zip(free, (_LEAP_DAY, _birthday(draft.chance.today)), strict=False):
        draft.change(character, birthday=birthday)


def _birthday(today: date) -> str:
    """Today's day of a year long ago; without a year where that year had no such day."""
    leap = (today.month, today.day) == (2, 29)
    return "--02-29" if leap else today.replace(year=today.year - 51).isoformat()


def link_people(draft: Draft) -> None:
    """Who could introduce whom, who came by whom, and who is whose kin or business partner."""
    chance = draft.chance
    for character in draft.regulars:
        person = draft.people[character.id]
        fitting = not set(FITTING_TAGS).isdisjoint(person.knows)
        if fitting and not person.could_introduce and chance.maybe(_CONNECTOR_SHARE):
            targets = chance.some(draft.unmet, chance.between(1, 3))
            draft.change(character, could_introduce=tuple(target.id for target in targets))
    for character in draft.quiet:
        elders = [one for one in draft.regulars[:20] if one.known > character.known]
        if elders and chance.maybe(_INTRODUCED_SHARE):
            draft.change(character, introduced_by=chance.pick(elders).id)
    for one, other in zip(draft.regulars[2::9], draft.regulars[5::9], strict=False):
        _relate(draft, one, other, chance.pick(("business partner", "cousin", "neighbour")))


def _relate(draft: Draft, one: Character, other: Character, how: str) -> None:
    """Each is noted with the other."""
    for mine, theirs in ((one, other), (other, one)):
        related = draft.people[mine.id].related
        draft.change(mine, related=(*related, Related(person=theirs.id, how=how)))


def date_acquaintance(draft: Draft) -> None:
    """Nobody was talked with before the two met: a conversation moved to a working day moves that day with it."""
    earliest: dict[str, date] = {}
    for entry in draft.timeline:
        for id_ in entry.people:
            earliest[id_] = min(entry.on, earliest.get(id_, entry.on))
    for id_, on in earliest.items():
        person = draft.people[id_]
        if person.known_since and on < person.known_since:
            draft.people[id_] = replace(person, known_since=on)


def without_echoes(timeline: Iterable[Entry]) -> Iterator[Entry]:
    """The entries in their order; one that says what the entry before it says, or its person's last, says nothing.

    Such an entry is one that was logged by a key, without a word.
    """
    last_of: dict[str, str] = {}
    before = ""
    for entry in timeline:
        echoes = entry.summary in (before, *(last_of.get(id_) for id_ in entry.people))
        before = entry.summary
        last_of.update(dict.fromkeys(entry.people, entry.summary))
        yield replace(entry, summary="", line="") if echoes else entry
