"""The records of a book as frozen dataclasses (`docs/interchange.md`); people have `domain.person`.

Field names, their order and their defaults are those of the JSON form. Days are local calendar dates,
times of day are wall-clock without a zone. Records hold what was written, unchecked: `domain.rules` says
whether they obey the method.
"""

from dataclasses import dataclass
from datetime import date, datetime, time

from refdesk.domain.person import Person
from refdesk.domain.policy import Policy
from refdesk.domain.words import (
    CONVERSING_KINDS,
    SILENT_KINDS,
    AskState,
    Consent,
    Direction,
    Kind,
    Level,
    Mark,
    NoteState,
    Occasion,
    PromiseBy,
    ReferralDirection,
    ReferralState,
    Satisfaction,
    Station,
    TaskKind,
    ThankBy,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Me:
    """The user: what goes under a note and into an introduction."""

    name: str = ""
    business: str = ""
    email: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Who a good referral is (A0, A4)."""

    id: str
    name: str
    industry: str = ""
    role: str = ""
    situation: str = ""
    wants: str = ""
    tags: tuple[str, ...] = ()
    active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of the timeline, with one or more people; ``on`` and ``at`` are one ``on`` in JSON.

    ``direction`` None means the kind's default; `effective_direction` resolves it.
    """

    id: str
    on: date
    at: time | None = None
    kind: Kind
    direction: Direction | None = None
    people: tuple[str, ...]
    summary: str = ""
    line: str = ""
    place: str = ""
    marks: tuple[Mark, ...] = ()
    satisfaction: Satisfaction | None = None
    resolved_on: date | None = None
    planned: bool = False
    approximate: bool = False
    story: str = ""
    value: float | None = None
    currency: str = ""

    @property
    def effective_direction(self) -> Direction | None:
        """The direction that counts (section 1, "direction"): None on milestone and note."""
        default = default_direction(self.kind)
        return None if default is None else self.direction or default

    @property
    def is_conversation(self) -> bool:
        """Whether two people talked (section 1): direction ``both`` or ``in``."""
        return self.effective_direction in ("both", "in")


def default_direction(kind: Kind) -> Direction | None:
    """The direction of an entry of this kind that does not say one (section 1)."""
    if kind in SILENT_KINDS:
        return None
    return "both" if kind in CONVERSING_KINDS else "out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One specific request to one person (section 4). ``comfortable`` None: not asked yet."""

    id: str
    person: str
    target_person: str = ""
    target_profile: str = ""
    level: Level | None = None
    why_glad: str = ""
    action: str = ""
    words: str = ""
    comfortable: bool | None = None
    occasion: str = ""
    occasion_on: date | None = None
    confirm_how: str = ""
    confirm_by: date | None = None
    state: AskState = "draft"
    asked_on: date | None = None
    answered_on: date | None = None
    later_until: date | None = None
    override_why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thanks:
    """One of a referral's three thank-yous: done, or skipped with a reason."""

    step: int
    done_on: date | None = None
    by: ThankBy | None = None
    skipped_on: date | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consents:
    """The days on which both sides of a given referral agreed to be introduced."""

    to: date | None = None
    prospect: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """A recommendation or an introduction, received or given (section 5)."""

    id: str
    direction: ReferralDirection = "received"
    champion: str = ""
    to: str = ""
    prospect: str = ""
    ask: str = ""
    level: Level | None = None
    state: ReferralState = "agreed"
    agreed_on: date | None = None
    confirm_by: date | None = None
    made_on: date | None = None
    followed_up_on: date | None = None
    told_on: tuple[date, ...] = ()
    outcome_on: date | None = None
    thank_by: ThankBy = "letter"
    thanks: tuple[Thanks, ...] = ()
    consents: Consents = Consents()
    value: float | None = None
    currency: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note to be written by hand and posted (section 6)."""

    id: str
    person: str
    occasion: Occasion = "thank_you_1"
    referral: str = ""
    text: str = ""
    state: NoteState = "to_write"
    due: date | None = None
    written_on: date | None = None
    posted_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something the user set themselves; ``rrule`` is an RFC 5545 recurrence rule."""

    id: str
    kind: TaskKind = "custom"
    title: str
    person: str = ""
    due: date
    at: time | None = None
    rrule: str = ""
    done_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """A task put off until a day or a moment, by its key (`docs/interchange.md`)."""

    key: str
    until: date | datetime
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """Something promised between partners."""

    by: PromiseBy
    what: str
    on: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """A referral partnership with its meeting rhythm (section 7)."""

    id: str
    person: str
    since: date | None = None
    every_days: int = 30
    next_on: date | None = None
    paused: bool = False
    seeks: str = ""
    promised: tuple[Promise, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectPerson:
    """Somebody in a round of referral building, and where they stand."""

    person: str
    station: Station = "reconnect"


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A small round of referral building (section 7)."""

    id: str
    name: str
    starts_on: date | None = None
    ends_on: date | None = None
    goal: str = ""
    profile: str = ""
    people: tuple[ProjectPerson, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A success story (section 7); who heard it stands on the timeline."""

    id: str
    client: str = ""
    client_type: str = ""
    problem: str = ""
    done: str = ""
    result: str = ""
    consent: Consent | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BookRecords:
    """A whole book, or a part of one, as plain records in order of entry."""

    me: Me = Me()
    policy: Policy = Policy()
    profiles: tuple[Profile, ...] = ()
    people: tuple[Person, ...] = ()
    timeline: tuple[Entry, ...] = ()
    asks: tuple[Ask, ...] = ()
    referrals: tuple[Referral, ...] = ()
    notes: tuple[Note, ...] = ()
    tasks: tuple[Task, ...] = ()
    later: tuple[Later, ...] = ()
    partners: tuple[Partner, ...] = ()
    projects: tuple[Project, ...] = ()
    stories: tuple[Story, ...] = ()
