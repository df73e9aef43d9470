"""A new referral, received or given, with the people it names made where the book does not know them: one act."""

from dataclasses import dataclass, replace
from datetime import date

from refdesk.domain.errors import RefusedError
from refdesk.domain.person import Person
from refdesk.domain.records import Consents, Referral
from refdesk.domain.words import Level, ReferralDirection, Role
from refdesk.services.desk import Desk
from refdesk.services.people import put_person
from refdesk.storage.writing import Changes, Writing, new_id


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody of the book by id, or somebody new by name."""

    id: str = ""
    name: str = ""

    @property
    def is_nobody(self) -> bool:
        """Whether neither is given."""
        return not self.id and not self.name.strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewReferral:
    """The answers: ``other`` is who refers, of a referral received, or who receives the business, of one given.

    ``made`` says that it has happened already, as with one that nobody had asked for; else it is agreed. ``on`` is the
    day of either, ``confirm_by`` the day by which an agreed one is looked after, None for the method's own.
    ``consents`` are the days on which the two of one given were glad to be introduced.
    """

    direction: ReferralDirection = "received"
    prospect: Who
    other: Who
    level: Level | None
    made: bool = False
    on: date
    confirm_by: date | None = None
    consents: Consents = Consents()


@dataclass(frozen=True, slots=True)
class Added:
    """The referral's id, the ids of whom it made, and what changed."""

    id: str
    created: tuple[str, ...]
    changes: Changes


def add_referral(desk: Desk, new: NewReferral) -> Added:
    """Note a referral.

    Raises:
        RefusedError: one of the three answers is missing, both are one person, or it breaks a rule of the method.
    """
    made: list[str] = []
    with desk.act("Referral noted.") as act:
        referral = put_new_referral(desk, act, new, made)
        other = desk.person(referral.champion or referral.to)
        act.retitle(_title(new, desk.person(referral.prospect).name, other.name))
    return Added(referral.id, tuple(made), act.changes)


def put_new_referral(desk: Desk, act: Writing, new: NewReferral, made: list[str]) -> Referral:
    """Note a referral as part of an act, and the people whom only it names; ``made`` is given their ids.

    Raises:
        RefusedError: as `add_referral`.
    """
    _refuse_incomplete(new)
    given = new.direction == "given"
    other = _person(desk, act, new.other, made, Person(id="", name=""))
    seed = Person(id="", name="", introduced_by="" if given else other.id, roles=_roles(given))
    prospect = _person(desk, act, new.prospect, made, seed)
    if prospect.id == other.id:
        raise RefusedError("Nobody refers themselves. Name two people.")
    referral = Referral(
        id=new_id(),
        direction=new.direction,
        champion="" if given else other.id,
        to=other.id if given else "",
        prospect=prospect.id,
        level=new.level,
        state="made" if new.made else "agreed",
        agreed_on=None if new.made else new.on,
        made_on=new.on if new.made else None,
        confirm_by=None if new.made else new.confirm_by,
        consents=new.consents if given else Consents(),
    )
    act.put(desk.checked(referral))
    return referral


def _refuse_incomplete(new: NewReferral) -> None:
    if new.prospect.is_nobody:
        raise RefusedError("Who was referred? Name one person.")
    if new.other.is_nobody:
        raise RefusedError("By whom? Name one person." if new.direction == "received" else "To whom? Name one person.")
    if new.level is None:
        raise RefusedError("How? Choose a recommendation or an introduction.")


def _person(desk: Desk, act: Writing, who: Who, made: list[str], seed: Person) -> Person:
    """Somebody of the book, or somebody new who is otherwise like ``seed``."""
    if who.id:
        return desk.person(who.id)
    person = replace(seed, id=new_id(), name=who.name.strip(), added_on=desk.today, sorted=True)
    put_person(desk, act, person)
    made.append(person.id)
    return person


def _roles(given: bool) -> tuple[Role, ...]:
    return () if given else ("prospect",)


def _title(new: NewReferral, prospect: str, other: str) -> str:
    if new.direction == "given":
        return f"{prospect} to {other}: referral noted."
    return f"{prospect} from {other}: referral noted."
