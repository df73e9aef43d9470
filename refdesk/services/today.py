"""Today: what is owed by a day, each with its reason, and apart from it what is proposed (`docs/method.md` 5, 8)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from refdesk.domain import obligations as owing
from refdesk.domain.asof import as_of, ask_as_of, note_as_of, task_as_of
from refdesk.domain.birthdays import birthday_on
from refdesk.domain.horizon import Horizon
from refdesk.domain.obligation import Obligation
from refdesk.domain.policy import Policy
from refdesk.domain.proposals import Candidate, Proposal, proposals
from refdesk.domain.records import Ask, Later, Note, Referral
from refdesk.domain.sentences import gate_sentence
from refdesk.domain.words import State, TaskKind
from refdesk.services import today_words as words
from refdesk.services.desk import Desk
from refdesk.storage import agenda, readiness
from refdesk.storage.glance import count_proposable
from refdesk.storage.records import each, get

MANY_WAITING = 1_000
"""Beyond this it does not matter how many more could be proposed: they are not counted."""


@dataclass(frozen=True, slots=True)
class Due:
    """One row of what is owed; ``referral`` and ``step`` say which thank-you, "" and None where it is none.

    ``at`` is its own time of day, ``later`` until when its reminder was put off (None: it was not), ``reason`` names
    the row of the method's table that owes it, and ``note`` is the note on the desk that settles it.
    """

    key: str
    kind: TaskKind
    person: str
    name: str
    title: str
    due: date
    why: str
    referral: str = ""
    step: int | None = None
    reason: str = ""
    at: time | None = None
    later: date | datetime | None = None
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class Proposed:
    """One row of what is proposed; ``person`` is empty where it is to sort ten people."""

    kind: str
    person: str
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class Today:
    """A day's list: what is owed, earliest due first, and what is proposed; ``waiting`` is how many more could be."""

    day: date
    tasks: tuple[Due, ...]
    proposals: tuple[Proposed, ...]
    waiting: int = 0


def today(desk: Desk, more: int = 0) -> Today:
    """What is due today or earlier, not done and not put off past today, and what is proposed.

    ``more`` people are proposed beyond those of a day.
    """
    found = _Reader(desk)
    return Today(desk.today, found.due_today(), *_proposed(desk, found, more))


def due_today(desk: Desk) -> tuple[Due, ...]:
    """The rows of `today` that are owed, without reckoning what is proposed."""
    return _Reader(desk).due_today()


def owed(desk: Desk, key: str) -> Due | None:
    """The row of this key as it is owed now, even one put off; None when it is settled or not there."""
    return next((due for due in _Reader(desk).everything() if due.key == key and (not due.person or due.name)), None)


class _Reader:
    """Reads what is owed from the book, each kind with its words."""

    def __init__(self, desk: Desk) -> None:
        """Of one book, on one day."""
        self.book = desk.book
        self.day = desk.today
        self.horizon = Horizon(desk.today)
        self.policy: Policy = desk.policy
        self.put_off = agenda.put_off_past(desk.book, desk.today)
        self._later = {later.key: later.until for later in each(desk.book, Later)}
        self._names: dict[str, tuple[str, str]] = {}

    def due_today(self) -> tuple[Due, ...]:
        """What is due and not put off past today, in the order of the list, each key once."""
        found = [due for due in self.everything() if due.due <= self.day and due.key not in self.put_off]
        found.sort(key=lambda due: (due.due, due.kind, due.name.casefold(), due.key))
        unique = {due.key: due for due in reversed(found)}
        return tuple(due for due in found if unique[due.key] is due and (not due.person or due.name))

    def name_of(self, id_: str) -> str:
        """Somebody's name; "" of nobody and of somebody in the trash."""
        if id_ not in self._names:
            self._names[id_] = agenda.names_of(self.book, [id_]).get(id_, ("", ""))
        return self._names[id_][0]

    def first_of(self, id_: str) -> str:
        """What to call somebody in a sentence."""
        name = self.name_of(id_)
        return self._names[id_][1] or name.partition(" ")[0]

    def everything(self) -> Iterator[Due]:
        """All that is owed, whenever it falls due."""
        yield from self._notes()
        yield from self._referrals()
        for recorded in agenda.open_asks(self.book, self.day):
            ask = ask_as_of(recorded, self.horizon)
            for owed in owing.ask_obligations(ask, self.policy):
                yield self._due(owed, words.ask_words(owed, ask, self.day, self.name_of, self.first_of))
        for entry in agenda.plans_past(self.book, self.day):
            here = replace(entry, people=tuple(filter(self.name_of, entry.people)))
            if here.people and (plan := owing.entry_obligation(here)):
                yield self._due(plan, words.entry_words(here, self.day, self.name_of))
        for task in agenda.open_tasks(self.book, self.day):
            if own := owing.task_obligation(task_as_of(task, self.horizon)):
                yield replace(self._due(own, words.task_words(task, self.name_of)), at=task.at)
        yield from self._birthdays()
        yield from self._partners()

    def _notes(self) -> Iterator[Due]:
        """The notes to write and to post. One that belongs to a thank-you is that thank-you's task."""
        for recorded in agenda.unposted_notes(self.book, self.day):
            note = note_as_of(recorded, self.horizon)
            named: Referral | None = get(self.book, Referral, note.referral) if note.referral else None
            referral = as_of(named, self.horizon) if named else None
            if named and not referral:
                continue  # where the referral had not begun, nor had its note
            if owed := owing.note_obligation(note, referral, self.policy):
                yield replace(self._due(owed, words.note_words(note, self.name_of)), note=note)

    def _referrals(self) -> Iterator[Due]:
        for recorded in agenda.open_referrals(self.book, self.day):
            referral = as_of(recorded, self.horizon)
            if referral is None:
                continue
            ask: Ask | None = get(self.book, Ask, referral.ask) if referral.ask and not referral.level else None
            known = replace(referral, level=ask.level) if ask else referral
            if not self.name_of(known.prospect):
                known = replace(known, prospect="")  # of somebody in the trash: the champion is asked instead
            for owed in owing.obligations(known, self.policy):
                yield self._due(owed, words.referral_words(owed, known, self.day, self.name_of, self.first_of))

    def _birthdays(self) -> Iterator[Due]:
        for id_, birthday in agenda.birthdays_around(self.book, self.day):
            for year in {max(self.day.year - 1, 1), self.day.year}:
                on = birthday_on(birthday, year)
                if on and agenda.birthday_is_near(on, self.day):
                    key = f"person:{id_}:birthday"
                    owed = Obligation(key=key, kind="birthday", person=id_, due=on, reason="birthday")
                    title = (
                        f"{self.name_of(id_)} has a birthday"
                        if on == self.day
                        else f"{self.name_of(id_)} had a birthday"
                    )
                    yield self._due(owed, (title, "A word from you is welcome, and asks for nothing."))

    def _partners(self) -> Iterator[Due]:
        for partner in agenda.partners_to_meet(self.book, self.day):
            if partner.next_on:
                owed = Obligation(
                    key=f"partner:{partner.id}:partner_meeting",
                    kind="partner_meeting",
                    person=partner.person,
                    due=partner.next_on,
                    reason="partner_meeting",
                )
                seeks = f"They look for {partner.seeks}." if partner.seeks else "Swap a name or two, and keep it even."
                yield self._due(owed, (f"Meet {self.name_of(partner.person)}", seeks))

    def _due(self, owed: Obligation, title_and_why: tuple[str, str]) -> Due:
        title, why = title_and_why
        return Due(
            key=owed.key,
            kind=owed.kind,
            person=owed.person,
            name=self.name_of(owed.person) if owed.person else "",
            title=title,
            due=owed.due,
            why=why,
            referral=owed.referral,
            step=owed.step,
            reason=owed.reason,
            later=self._later.get(owed.key),
        )


_PROPOSED: tuple[State, ...] = ("ready", "reconnect")
_PROPOSED_AS = {"ready": "Prepare to ask", "reconnect": "Reconnect with", "keep_in_touch": "Keep in touch with"}


def _proposed(desk: Desk, reader: _Reader, more: int) -> tuple[tuple[Proposed, ...], int]:
    """What is proposed today, and how many had to wait. Only as many candidates are read as there can be proposals."""
    book, day = desk.book, desk.today
    policy = replace(reader.policy, people_per_day=reader.policy.people_per_day + more)
    acted = agenda.acted_on(book, day)
    away = {person for person, kind in map(_person_and_kind, reader.put_off) if person and kind != "birthday"}
    # After a day's number of people, nobody else is proposed.
    enough = policy.people_per_day + len(acted) + len(away) if len(acted) < policy.people_per_day else 0
    known = {s.id: s for state in _PROPOSED for s in _best(desk, state, enough)}
    enough += len(known)  # whom it is also time to keep in touch with
    found = {id_: _candidate(standing) for id_, standing in known.items()}
    for id_, name, cadence, due in readiness.keep_in_touch_due(book, day, enough):
        candidate = found.get(id_) or Candidate(id=id_, name=name, state="nurture")
        found[id_] = replace(candidate, sorted=True, cadence_days=cadence, first_due=due)
    to_sort = readiness.count_to_sort(book)
    unsorted = [Candidate(id="", name="", state="nurture")] if to_sort else []
    here = [candidate for id_, candidate in found.items() if id_ not in away]
    chosen = proposals([*unsorted, *here], acted, day, policy)
    full = len(chosen) >= policy.people_per_day - len(acted)
    shown = {proposal.person for proposal in chosen}
    waiting = count_proposable(book, day, acted | away | shown, MANY_WAITING) if full else 0
    return tuple(_proposal(proposal, reader, known, found, to_sort) for proposal in chosen), waiting


def _person_and_kind(key: str) -> tuple[str, str]:
    """Whom a key of the form ``person:ID:KIND`` speaks of, and of what; of nobody in any other form."""
    whom, _, kind = key.rpartition(":")
    return (whom.removeprefix("person:"), kind) if whom.startswith("person:") else ("", "")


def _best(desk: Desk, state: State, enough: int) -> list[readiness.Standing]:
    """The first so many of a state in the order of proposals."""
    return readiness.standings(
        desk.book, (state,), desk.today, with_unsorted=False, limit=enough, as_kept=desk.as_kept, by_name=True
    )


def _candidate(standing: readiness.Standing) -> Candidate:
    return Candidate(
        id=standing.id,
        name=standing.name,
        state=standing.verdict.state,
        score=standing.verdict.score,
        has_records=True,
    )


def _proposal(
    proposal: Proposal,
    reader: _Reader,
    known: Mapping[str, readiness.Standing],
    found: Mapping[str, Candidate],
    to_sort: int,
) -> Proposed:
    if proposal.kind == "sort":
        waiting = "1 person" if to_sort == 1 else f"{to_sort} people"
        return Proposed("sort", "", "Sort ten people", f"{waiting} to sort.")
    if proposal.kind == "keep_in_touch":
        why = f"You like to speak every {found[proposal.person].cadence_days} days."
    elif proposal.kind == "reconnect":
        standing = known[proposal.person]
        relationship = standing.verdict.relationship
        why = gate_sentence(relationship, "relationship", reader.day, standing.first_name, reader.name_of)
    else:
        why = "All gates are met."
    return Proposed(proposal.kind, proposal.person, f"{_PROPOSED_AS[proposal.kind]} {found[proposal.person].name}", why)
