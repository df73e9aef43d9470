"""One person's facts: what is shown of them on one page, and how the user changes them."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, time, timedelta
from typing import Literal

from refdesk.domain.birthdays import next_birthday
from refdesk.domain.digest import digest
from refdesk.domain.errors import RefusedError
from refdesk.domain.obligations import days_after
from refdesk.domain.person import Person
from refdesk.domain.sentences import gate_sentence
from refdesk.services.desk import Desk
from refdesk.services.ledger import Ledger, ledger_of
from refdesk.services.people import put_person
from refdesk.services.ready import name_of, next_step
from refdesk.storage import about, agenda, readiness, search
from refdesk.storage.facts import Dossier, dossiers
from refdesk.storage.readiness import Standing
from refdesk.storage.search import FoundPerson
from refdesk.storage.writing import Changes, new_id

BIRTHDAY_AHEAD = timedelta(days=30)
"""How long before a birthday it is worth a line."""

_OFFERED = 8
"""How many people a field offers while a name is typed."""


@dataclass(frozen=True, slots=True)
class Coming:
    """What comes next with somebody; ``id`` is the entry's, the task's or the partnership's, a person's birthday's."""

    kind: Literal["plan", "task", "partner", "birthday"]
    id: str
    on: date
    title: str
    at: time | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody who is named on the page: their id and their name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """All that the page shows of one person today.

    ``sentence`` says how ready they are to be asked. ``last_talk`` is the last conversation, ``keep_by`` the day by
    which the rhythm wants the next. ``named`` holds whoever the person's facts name by their id.
    """

    person: Person
    standing: Standing
    sentence: str
    coming: Coming | None = None
    asked_on: date | None = None
    last_talk: date | None = None
    keep_by: date | None = None
    ledger: Ledger
    seeks: str = ""
    named: tuple[Named, ...] = ()

    def name_of(self, id_: str) -> str:
        """The name of somebody whom the facts name; empty for who is in the trash."""
        return next((named.name for named in self.named if named.id == id_), "")


def about_person(desk: Desk, id_: str) -> About:
    """What is known of somebody today, reckoned afresh.

    Raises:
        RefusedError: nobody has this id, or they are in the trash.
    """
    dossier = dossier_of(desk, id_)
    person = dossier.person
    assessor = readiness.Assessor(desk.book, desk.today)
    counts = digest(dossier.facts(assessor.active_tags), assessor.policy, desk.today)
    standing = assessor.standing(dossier)
    last_talk = counts.conversations[-1].on if counts.conversations else None
    partner = about.partner_of(desk.book, id_)
    named = {person.introduced_by, *person.could_introduce, *(other.person for other in person.related)} - {""}
    return About(
        person=person,
        standing=standing,
        sentence=_sentence(desk, standing),
        coming=coming(desk, dossier),
        asked_on=counts.asks[-1].on if counts.asks else None,
        last_talk=last_talk,
        keep_by=_keep_by(dossier, last_talk),
        ledger=ledger_of(desk, counts),
        seeks=partner.seeks if partner else "",
        named=tuple(Named(other, name) for other, (name, _) in agenda.names_of(desk.book, named).items()),
    )


def dossier_of(desk: Desk, id_: str) -> Dossier:
    """Everything recorded about somebody.

    Raises:
        RefusedError: nobody has this id, or they are in the trash.
    """
    desk.person(id_)
    return dossiers(desk.book, readiness.places_of(desk.book, [id_]))[0]


def coming(desk: Desk, dossier: Dossier) -> Coming | None:
    """What comes first: a plan, a task of the user's, a meeting of partners, or a birthday that is near."""
    person = dossier.person
    found = [
        Coming("plan", entry.id, entry.on, entry.summary or entry.kind.capitalize(), entry.at, entry.place)
        for entry in dossier.entries
        if entry.planned and entry.on >= desk.today
    ]
    found += [
        Coming("task", task.id, task.due, task.title, task.at) for task in about.open_tasks_of(desk.book, person.id)
    ]
    partner = about.partner_of(desk.book, person.id)
    if partner and partner.next_on and not partner.paused:
        found.append(Coming("partner", partner.id, partner.next_on, "Partners’ meeting"))
    birthday = None if person.died_on else next_birthday(person.birthday, desk.today)
    if birthday and birthday - desk.today <= BIRTHDAY_AHEAD:
        found.append(Coming("birthday", person.id, birthday, "Birthday"))
    return min(found, key=lambda one: (one.on, one.at or time()), default=None)


def save_person(
    desk: Desk, before: Person | None, after: Person, newcomers: Sequence[Person] = ()
) -> tuple[str, Changes]:
    """Write what the user changed of somebody, or add them where ``before`` is None; gives their id.

    Only the fields in which ``after`` differs from ``before``, as it was shown, are written: the others stay as the
    book has them by now. ``newcomers`` are people named by ``after`` who are added with it, as one act.

    Raises:
        RefusedError: there is no name, or the method refuses a field.
    """
    title = f"{after.name} added." if before is None else f"{after.name} changed."
    with desk.act(title) as act:
        for newcomer in newcomers:
            put_person(desk, act, replace(newcomer, added_on=desk.today, sorted=True))
        if before is None:
            saved = replace(after, id=after.id or new_id(), added_on=after.added_on or desk.today, sorted=True)
            if act.get(Person, saved.id) is not None:
                raise RefusedError(f"Somebody has the id {saved.id} already.")
        else:
            saved = _with_changes(desk.person(before.id), before, after)
        put_person(desk, act, saved)
    return saved.id, act.changes


def never_ask(desk: Desk, id_: str, why: str = "") -> Changes:
    """Never ask somebody, for a reason or without; they can't reach an ask from anywhere after this."""
    with desk.act("Never asked.") as act:
        person = desk.person(id_)
        act.retitle(f"{person.name} will never be asked.")
        act.put(replace(person, do_not_ask=True, do_not_ask_why=why.strip()))
    return act.changes


def may_ask_again(desk: Desk, id_: str) -> Changes:
    """Take that choice back."""
    with desk.act("May be asked again.") as act:
        person = desk.person(id_)
        act.retitle(f"{person.name} may be asked again.")
        act.put(replace(person, do_not_ask=False, do_not_ask_why=""))
    return act.changes


def record_death(desk: Desk, id_: str, on: date | None) -> Changes:
    """Somebody has died, on a day up to today: asks, proposals and birthdays end with it; None takes it back."""
    if on is not None and on > desk.today:
        raise RefusedError("This day lies ahead.")
    with desk.act("Died.") as act:
        person = desk.person(id_)
        act.retitle(f"{person.name} has died." if on else f"{person.name} is alive.")
        act.put(replace(person, died_on=on))
    return act.changes


def people_like(desk: Desk, text: str) -> list[FoundPerson]:
    """The people whom a typed name may mean, the best first."""
    return search.find_people(desk.book, text, _OFFERED)


def _sentence(desk: Desk, standing: Standing) -> str:
    """How ready somebody is to be asked, in a sentence."""
    verdict = standing.verdict
    if verdict.state == "ready":
        return "All five gates met."
    if verdict.state == "hold":
        first = standing.first_name
        return gate_sentence(verdict.timing, "timing", desk.today, first, lambda other: name_of(desk.book, other))
    step = next_step(desk.book, standing, desk.today)
    return step.text if step else ""


def _keep_by(dossier: Dossier, last_talk: date | None) -> date | None:
    """By when the rhythm wants the next conversation (`docs/method.md` section 8, Proposals)."""
    person = dossier.person
    if person.cadence_days is None or person.died_on:
        return None
    if last_talk is None and dossier.first_due:
        return date.fromisoformat(dossier.first_due)
    start = last_talk or person.added_on
    return days_after(start, person.cadence_days) if start else None


def _with_changes(now: Person, before: Person, after: Person) -> Person:
    """The person as the book has them by now, with the fields that the user changed."""
    changed = {
        field.name: getattr(after, field.name)
        for field in fields(Person)
        if getattr(after, field.name) != getattr(before, field.name)
    }
    return replace(now, **changed)
