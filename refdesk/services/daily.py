"""A day as Today shows it: its lines section by section, how far it has got, and what there is when nothing is left."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from refdesk.domain.daywords import day_name, days_ago
from refdesk.domain.obligations import days_after
from refdesk.domain.policy import Policy
from refdesk.domain.records import Entry, Referral
from refdesk.domain.words import ThankBy
from refdesk.services.desk import Desk
from refdesk.services.progress import settled_today
from refdesk.services.today import Due, Proposed, due_today, today
from refdesk.storage import glance
from refdesk.storage.agenda import names_of
from refdesk.storage.readiness import count_at
from refdesk.storage.records import get

SectionKey = Literal["thanks", "checks", "notes", "follow_ups", "sort", "ready", "reconnect"]

SECTIONS: tuple[SectionKey, ...] = ("thanks", "checks", "notes", "follow_ups", "sort", "ready", "reconnect")
"""The sections in the order of the list."""

PLANS_AHEAD = timedelta(days=6)
"""How far ahead a plan is worth a word: as far as it is named by its weekday."""

_PROPOSED_IN: dict[str, SectionKey] = {
    "sort": "sort",
    "ready": "ready",
    "reconnect": "reconnect",
    "keep_in_touch": "reconnect",
}
_SHORTER = (
    ("Say thank you before it happens.", "Thank them first."),
    ("Say thank you and how it went.", "Say how it went."),
    ("You followed up with ", "You talked with "),
)
_USUAL_WAY: dict[int, ThankBy] = {1: "call", 2: "message", 3: "call"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the day: something owed (``due``) or something proposed (``proposed``), never both.

    ``about`` is the reason it is owed or the kind of the proposal, ``way`` how a thank-you is usually said, and
    ``plan`` the next meeting with somebody who is ready to be asked.
    """

    id: str
    section: SectionKey
    about: str
    person: str
    name: str
    title: str
    why: str
    due: Due | None = None
    proposed: Proposed | None = None
    way: ThankBy | None = None
    plan: Entry | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """All lines in their order; ``done`` of what was due are settled, ``waiting`` people were not proposed.

    ``ahead`` says what comes next, where there is nothing left to do.
    """

    day: date
    lines: tuple[Line, ...]
    done: int
    waiting: int
    has_people: bool
    ahead: str = ""

    @property
    def owed(self) -> int:
        """How many lines are owed; proposals are not counted."""
        return sum(line.due is not None for line in self.lines)


def read_day(desk: Desk, more: int = 0) -> Day:
    """The day's lines; ``more`` people are proposed beyond those of a day."""
    found = today(desk, more)
    policy = desk.policy
    owed = sorted(found.tasks, key=lambda due: _order(due, desk.today, policy))
    lines = (*(_owed_line(desk, due) for due in owed), *_proposed_lines(desk, found.proposals))
    return Day(
        day=desk.today,
        lines=tuple(line for section in SECTIONS for line in lines if line.section == section),
        done=settled_today(desk),
        waiting=found.waiting,
        has_people=glance.has_people(desk.book),
        ahead="" if lines else _ahead(desk),
    )


def section_of(due: Due) -> SectionKey:
    """Where a row that is owed stands in the list."""
    if due.note is not None:
        return "notes"
    if due.step is not None or due.kind == "thank_you":
        return "thanks"
    if due.kind == "check" and due.reason != "happened":
        return "checks"
    return "notes" if due.kind == "note" else "follow_ups"


def urgency(due: Due, day: date, policy: Policy) -> float:
    """How urgent a row is: the days it is late, in intervals of its own kind."""
    interval = {
        "confirm": policy.confirm_within,
        "in_touch": policy.confirm_within,
        "follow_up": policy.follow_up_within,
        "status": policy.status_every,
        "did_it_help": policy.helped_check,
        "any_answer": policy.answer_within,
        "is_it_time": policy.answer_within,
    }.get(due.reason, policy.thank_within)
    return (day - due.due).days / max(interval, 1)


def _order(due: Due, day: date, policy: Policy) -> tuple[object, ...]:
    """Late ones first, then by urgency."""
    return due.due >= day, -urgency(due, day, policy), due.due, due.name.casefold(), due.key


def _owed_line(desk: Desk, due: Due) -> Line:
    return Line(
        id=due.key,
        section=section_of(due),
        about=due.note.occasion if due.reason == "note" and due.note else due.reason,
        person=due.person,
        name=due.name,
        title=due.title,
        why=_short(desk, due),
        due=due,
        way=_way(desk, due),
    )


def _short(desk: Desk, due: Due) -> str:
    """A reason that fits under a title which names the person and the act already."""
    name, given = names_of(desk.book, [due.person]).get(due.person, ("", ""))
    first = given or name.partition(" ")[0]
    short = due.why.removeprefix(f"{first} ") if first else due.why
    for long, brief in _SHORTER:
        short = short.replace(long, brief)
    if due.reason == "happened":
        short = f"{short.rpartition(', planned for ')[0]}."
    return short[:1].upper() + short[1:]


def _way(desk: Desk, due: Due) -> ThankBy | None:
    """How a thank-you is usually said: the third as its referral wants it."""
    if due.step is None:
        return None
    referral: Referral | None = get(desk.book, Referral, due.referral) if due.reason == "thank_you_3" else None
    return referral.thank_by if referral else _USUAL_WAY[due.step]


def _proposed_lines(desk: Desk, proposals: Sequence[Proposed]) -> list[Line]:
    people = [proposed.person for proposed in proposals if proposed.person]
    names = names_of(desk.book, people)
    talks = glance.last_talks(desk.book, people)
    ready = [proposed.person for proposed in proposals if proposed.kind == "ready"]
    first, last = _days_ahead(desk.today)
    plans = dict(reversed(glance.plans_with(desk.book, ready, first, last)))
    return [
        Line(
            id=f"{proposed.kind}:{proposed.person}",
            section=_PROPOSED_IN[proposed.kind],
            about=proposed.kind,
            person=proposed.person,
            name=names.get(proposed.person, ("", ""))[0],
            title=proposed.title,
            why=_why(proposed, talks.get(proposed.person), plans.get(proposed.person), desk),
            proposed=proposed,
            plan=plans.get(proposed.person),
        )
        for proposed in proposals
    ]


def _why(proposed: Proposed, talked: date | None, plan: Entry | None, desk: Desk) -> str:
    """The reason of a proposal, with the last conversation or the next meeting where it has one."""
    day = desk.today
    if proposed.kind == "ready" and plan:
        return f"All five gates met, and you have {plan_words(plan)} {_on(plan.on, day)}."
    if proposed.kind == "ready" and talked:
        return f"All five gates met. Last spoke {days_ago(talked, day)}."
    if proposed.kind == "reconnect" and talked:
        return f"Last spoke {days_ago(talked, day)}. Nothing to ask yet, just say hello."
    if proposed.kind == "keep_in_touch":
        since = f"Last spoke {days_ago(talked, day)}." if talked else "You haven't talked yet."
        return f"You like to speak {_rhythm(desk.person(proposed.person).cadence_days or 0)}. {since}"
    return proposed.why


def _rhythm(days: int) -> str:
    """How often two people speak: "every 8 weeks", "every 10 days"."""
    return f"every {days // 7} weeks" if days > 7 and days % 7 == 0 else f"every {days} days"


def plan_words(plan: Entry) -> str:
    """A planned entry within a sentence: "lunch", "a meeting"."""
    kinds = {"meeting": "a meeting", "video": "a video call", "call": "a call", "event": "an event"}
    return kinds.get(plan.kind, "a word")


def _ahead(desk: Desk) -> str:
    """What is due tomorrow, what is planned, and how many are ready, in a few sentences."""
    tomorrow = days_after(desk.today, 1)
    titles = [due.title[:1].lower() + due.title[1:] for due in due_today(replace(desk, today=tomorrow))]
    first, last = _days_ahead(tomorrow)
    for plan in glance.plans_between(desk.book, first, last)[:1]:
        names = names_of(desk.book, plan.people)
        if names:
            whom = " and ".join(name for name, _ in list(names.values())[:2])
            titles = [*titles[:2], f"{plan_words(plan)} with {whom} {_on(plan.on, desk.today)}"]
    sentences = [f"Tomorrow: {_joined(titles)}."] if titles else ["Nothing is due tomorrow."]
    ready = count_at(desk.book, "ready")
    if ready:
        sentences.append(
            "One person is ready when you are." if ready == 1 else f"{ready} people are ready when you are."
        )
    return " ".join(sentences)


def _joined(titles: Sequence[str], most: int = 3) -> str:
    """A few titles as one list: "call Bo, and lunch with Ana"; those beyond ``most`` are counted."""
    shown = list(titles[:most])
    if len(titles) > most:
        shown.append(f"{len(titles) - most} more")
    return ", and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


def _on(day: date, today: date) -> str:
    """When a plan is: "today", "tomorrow", "on Thursday"."""
    name = day_name(day, today)
    return name if name in ("today", "tomorrow") else f"on {name}"


def _days_ahead(day: date) -> tuple[date, date]:
    return day, days_after(day, PLANS_AHEAD.days)
