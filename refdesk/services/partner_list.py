"""What is shown of partners: how each stands with the user, month by month, and the agenda of the next swap."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from refdesk.domain.digest import digest
from refdesk.domain.ledger import Balance, Month, by_month
from refdesk.domain.records import Partner, Profile, Promise, Task
from refdesk.services.desk import Desk
from refdesk.services.ledger import Ledger, ledger_of
from refdesk.storage import about
from refdesk.storage.agenda import names_of
from refdesk.storage.facts import Dossier, dossiers
from refdesk.storage.partners_list import FACE_TO_FACE, partnerships
from refdesk.storage.readiness import Assessor, places_of
from refdesk.storage.records import each

Group = Literal["month", "growing", "paused"]
Kind = Literal["offer", "ask", "promised"]

GROUPS: tuple[Group, ...] = ("month", "growing", "paused")
MONTHS = 12
MOST_ASKED = 2
"""How many of those whom a partner could introduce stand on the agenda by themselves."""

PREFIXES: dict[Kind, str] = {"offer": "Offer: ", "ask": "Ask: ", "promised": "Promised: "}
"""How a line of the agenda begins. A name to be offered or asked for is kept so among what was promised."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerLine:
    """One partnership as it stands today.

    ``group`` is ``growing`` until Relationship and Understanding are both met and trust is not low. ``meetings`` are
    the days on which the two met, in order; ``gave`` and ``received`` count what was swapped on the last of them.
    """

    partner: Partner
    name: str
    first_name: str
    org: str
    photo: str
    may_ask: bool
    group: Group
    meetings: tuple[date, ...]
    gave: int
    received: int
    ledger: Ledger

    @property
    def balance(self) -> Balance:
        """How given and received balance."""
        return self.ledger.balance

    def lacks_date(self, today: date) -> bool:
        """Whether there is neither a date for the next meeting nor was there one this month."""
        met = bool(self.meetings) and self.meetings[-1] >= today.replace(day=1)
        return not self.partner.paused and self.partner.next_on is None and not met


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaLine:
    """One line of the agenda; ``record`` is what is done or dropped with it, None where it only proposes something."""

    kind: Kind
    what: str
    why: str
    due: date | None = None
    record: Promise | Task | None = None

    @property
    def title(self) -> str:
        """The line as it is read: "Offer: Noor Rashid"."""
        return f"{PREFIXES[self.kind]}{self.what}"


@dataclass(frozen=True, slots=True)
class PartnerSheet:
    """All that is shown of one partnership: where it stands, the last twelve months, and the agenda."""

    line: PartnerLine
    months: tuple[Month, ...]
    agenda: tuple[AgendaLine, ...]


def partner_list(desk: Desk) -> tuple[PartnerLine, ...]:
    """Everybody with whom names are swapped, by group, those who meet soonest first, then by name."""
    by_person = {partner.person: partner for partner in partnerships(desk.book)}
    assessor = Assessor(desk.book, desk.today)
    found = dossiers(desk.book, places_of(desk.book, by_person))
    lines = [_line(desk, assessor, dossier, by_person[dossier.person.id]) for dossier in found]
    return tuple(
        sorted(
            lines,
            key=lambda line: (
                GROUPS.index(line.group),
                line.partner.next_on or date.max,
                line.name.casefold(),
                line.partner.id,
            ),
        )
    )


def partner_sheet(desk: Desk, line: PartnerLine) -> PartnerSheet:
    """The months and the agenda of one of the list."""
    return PartnerSheet(line, by_month(line.ledger.lines, desk.today, MONTHS), tuple(_agenda(desk, line)))


def _line(desk: Desk, assessor: Assessor, dossier: Dossier, partner: Partner) -> PartnerLine:
    person = dossier.person
    verdict = assessor.verdict(dossier)
    counts = digest(dossier.facts(assessor.active_tags), assessor.policy, desk.today)
    ledger = ledger_of(desk, counts)
    meetings = tuple(entry.on for entry in counts.conversations if entry.kind in FACE_TO_FACE)
    last = [line.side for line in ledger.lines if meetings and line.on == meetings[-1]]
    knows_well = verdict.relationship.verdict == verdict.understanding.verdict == "met" and person.trust != "low"
    return PartnerLine(
        partner=partner,
        name=person.name,
        first_name=person.first_name,
        org=person.org,
        photo=person.photo,
        may_ask=not (person.do_not_ask or person.died_on),
        group="paused" if partner.paused else "month" if knows_well else "growing",
        meetings=meetings,
        gave=last.count("gave"),
        received=last.count("received"),
        ledger=ledger,
    )


def _agenda(desk: Desk, line: PartnerLine) -> Iterator[AgendaLine]:
    """Offers first, then what to ask for, then what was promised; nobody at Don't ask is asked for anything."""
    lines = [*_kept(line), *_proposed(desk, line), *_tasks(desk, line)]
    for kind in PREFIXES:
        yield from (one for one in lines if one.kind == kind and (kind != "ask" or line.may_ask))


def _kept(line: PartnerLine) -> Iterator[AgendaLine]:
    """What stands among the promises and is not done."""
    for made in line.partner.promised:
        if made.done_on is None:
            kind = _kind_of(made)
            by = "you" if made.by == "me" else line.first_name
            why = f"By {by}." if kind == "promised" else f"For {line.first_name}." if kind == "offer" else "For you."
            yield AgendaLine(kind=kind, what=made.what.removeprefix(PREFIXES[kind]), why=why, record=made)


def _kind_of(made: Promise) -> Kind:
    if made.by == "me" and made.what.startswith(PREFIXES["offer"]):
        return "offer"
    return "ask" if made.by == "them" and made.what.startswith(PREFIXES["ask"]) else "promised"


def _proposed(desk: Desk, line: PartnerLine) -> Iterator[AgendaLine]:
    """What follows from what the book knows: whom they look for, whom they could introduce, who fits the user."""
    first = line.first_name
    if line.partner.seeks:
        yield AgendaLine(kind="offer", what=f"a name for {first}", why=f"{first} looks for {line.partner.seeks}.")
    could = desk.person(line.partner.person).could_introduce[:MOST_ASKED]
    names = names_of(desk.book, could)
    for name in (names[id_][0] for id_ in could if id_ in names):
        yield AgendaLine(kind="ask", what=name, why=f"{first} could introduce you.")
    for profile in list(each(desk.book, Profile, "active = 1"))[:1]:
        who = profile.role or profile.name
        about_them = profile.situation or profile.wants or profile.name
        yield AgendaLine(kind="ask", what=who, why=f"{about_them[:1].upper()}{about_them[1:]}.")


def _tasks(desk: Desk, line: PartnerLine) -> Iterator[AgendaLine]:
    """The user's own tasks with them: a promise that has a day."""
    for task in about.open_tasks_of(desk.book, line.partner.person):
        yield AgendaLine(kind="promised", what=task.title, why="By you.", due=task.due, record=task)
