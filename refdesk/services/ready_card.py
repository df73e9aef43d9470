"""One person's readiness in full: every gate with its evidence, whom they could introduce, what to bring them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from refdesk.domain.person import Person
from refdesk.domain.policy import Policy
from refdesk.domain.records import Entry, Profile, Referral
from refdesk.domain.rules import normalise_tag
from refdesk.domain.verdict import GateResult
from refdesk.domain.words import Gate
from refdesk.services.desk import Desk
from refdesk.services.ready import Readiness, name_of, why
from refdesk.services.ready_list import FIVE_GATES, next_plans, put_off_until
from refdesk.storage import ready_list
from refdesk.storage.about import open_tasks_of
from refdesk.storage.facts import active_tags_of
from refdesk.storage.matching import people_by_id
from refdesk.storage.records import each, get

REMINDER = "Is it time to ask {name}?"
"""The title of the task that "Remind me then" adds."""

MOST_TARGETS, MOST_IDEAS = 2, 2


@dataclass(frozen=True, slots=True)
class Evidence:
    """A record by which a gate was decided; ``on`` is its day, ``id`` what a click opens (empty: nothing to open)."""

    kind: Literal["entry", "referral", "person"]
    id: str
    words: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class GateCard:
    """One gate: how it stands, why in a sentence, and the records that decided it, newest first."""

    gate: Gate
    result: GateResult
    sentence: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Idea:
    """Something to bring: a title, and what it was or could be."""

    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyCard:
    """All that is shown of one person, reckoned afresh.

    ``gates`` are the five about the relationship; Timing has its result and its sentence. ``targets`` are people whom
    they could introduce, the best fit first, ``profile`` the active one that fits the worlds they move in.
    ``reminders`` are the days for which a reminder to ask them is set already.
    """

    person: Person
    readiness: Readiness
    policy: Policy
    gates: tuple[GateCard, ...]
    timing: GateResult
    timing_sentence: str
    plan: Entry | None = None
    put_off: date | None = None
    targets: tuple[Person, ...] = ()
    profile: Profile | None = None
    ideas: tuple[Idea, ...] = ()
    reminders: tuple[date, ...] = ()

    @property
    def met(self) -> int:
        """How many of the five gates are met."""
        return sum(gate.result.verdict == "met" for gate in self.gates)

    def gate(self, gate: Gate) -> GateCard:
        """One of the five by its name."""
        return next(card for card in self.gates if card.gate == gate)


def ready_card(desk: Desk, id_: str) -> ReadyCard:
    """Everything that is shown of somebody.

    Raises:
        RefusedError: nobody has this id, or they are in the trash.
    """
    person = desk.person(id_)
    readiness, sentences = why(desk, id_)
    verdict = readiness.standing.verdict
    gates = tuple(
        GateCard(gate, verdict.gate(gate), sentences[gate], _evidence(desk, verdict.gate(gate), gate))
        for gate in FIVE_GATES
    )
    return ReadyCard(
        person=person,
        readiness=readiness,
        policy=desk.policy,
        gates=gates,
        timing=verdict.timing,
        timing_sentence=sentences["timing"],
        plan=next_plans(desk, [id_]).get(id_),
        put_off=put_off_until(desk, id_),
        targets=_targets(desk, verdict.opportunity),
        profile=_profile(desk, person),
        ideas=_ideas(desk, person, verdict.giving),
        reminders=_reminders(desk, person),
    )


def _evidence(desk: Desk, result: GateResult, gate: Gate) -> tuple[Evidence, ...]:
    """The records behind a gate: people for Opportunity, entries and referrals for the others."""
    if gate == "opportunity":
        return tuple(Evidence("person", other.id, other.name) for other in _in_order(desk, result.evidence))
    entries = ready_list.entries_of(desk.book, result.evidence)
    found = [Evidence("entry", entry.id, _told(entry), entry.on) for entry in entries]
    known = {entry.id for entry in entries}
    for id_ in result.evidence:
        referral: Referral | None = None if id_ in known else get(desk.book, Referral, id_)
        if referral:
            found.append(_of_referral(desk, referral))
    return tuple(sorted(found, key=lambda one: one.on or date.min, reverse=True))


def _told(entry: Entry) -> str:
    """An entry in a line: what was said of it, else what it was."""
    return entry.summary or entry.line or entry.kind.capitalize()


def _of_referral(desk: Desk, referral: Referral) -> Evidence:
    new = name_of(desk.book, referral.prospect) if referral.prospect else "somebody"
    words = f"You referred {new} to them" if referral.direction == "given" else f"They referred {new} to you"
    # The timeline knows no referrals; whoever was referred has a page that tells of it.
    return Evidence("referral", referral.prospect, words, referral.made_on or referral.agreed_on)


def _in_order(desk: Desk, ids: Sequence[str]) -> list[Person]:
    people = people_by_id(desk.book, ids)
    return [people[id_] for id_ in ids if id_ in people]


def _targets(desk: Desk, opportunity: GateResult) -> tuple[Person, ...]:
    """Whom they could introduce, of those who count: who shares most tags with a profile comes first."""
    wanted = active_tags_of(desk.book)
    known = _in_order(desk, opportunity.evidence)
    best_first = sorted(known, key=lambda other: -len(wanted & _tags((*other.tags, *other.knows))))
    return tuple(best_first[:MOST_TARGETS])


def _profile(desk: Desk, person: Person) -> Profile | None:
    """The active profile that shares most tags with the worlds in which they move; None where none shares any."""
    world = _tags(person.knows)
    fits: list[Profile] = [p for p in each(desk.book, Profile, "active = 1") if world & _tags(p.tags)]
    return max(fits, key=lambda profile: len(world & _tags(profile.tags)), default=None)


def _tags(tags: Collection[str]) -> set[str]:
    return {normalise_tag(tag) for tag in tags}


def _ideas(desk: Desk, person: Person, giving: GateResult) -> tuple[Idea, ...]:
    """What they were glad of before, what somebody else was glad of, and an introduction, which always helps (A4)."""
    before = [e for e in ready_list.entries_of(desk.book, giving.evidence) if "gave" in e.marks and e.summary]
    others = ready_list.gifts(desk.book, desk.today, without=person.id)
    found = [Idea(f"{person.first_name} was glad of", entry.summary) for entry in before[:1]]
    found += [Idea("Others were glad of", entry.summary) for entry in others[:1]]
    found.append(Idea("An introduction", f"Who among your people would {person.first_name} like to meet?"))
    found.append(Idea("Something to read", f"An article or a tip about what {person.first_name} does."))
    return tuple(found[:MOST_IDEAS])


def _reminders(desk: Desk, person: Person) -> tuple[date, ...]:
    title = REMINDER.format(name=person.name)
    return tuple(task.due for task in open_tasks_of(desk.book, person.id) if task.title == title)
