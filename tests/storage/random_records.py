"""Random records that obey the method, for books made from a seed: what one draws, any machine draws again."""

from dataclasses import replace
from datetime import date, time, timedelta
from random import Random
from typing import TypeVar

from refdesk.domain.person import ContactPoint, Person, Related
from refdesk.domain.policy import Policy
from refdesk.domain.records import (
    Ask,
    Entry,
    Later,
    Note,
    Partner,
    Profile,
    Project,
    ProjectPerson,
    Referral,
    Story,
    Task,
    Thanks,
)
from refdesk.domain.words import KINDS, MARKS, ROLES, SATISFACTIONS

T = TypeVar("T")
NAMES = ("Ana Ruiz", "ana ruiz", "Bo Li", "Søren Ørsted", "Łukasz Żak", "王伟", "Zoë O'Neill", "Dele Adé")
TAGS = ("dentists", " Law ", "Straße", "boats")
AGES = (0, 1, 2, 3, 6, 7, 8, 14, 29, 30, 31, 60, 61, 89, 90, 91, 120, 180, 181, 365, 366, 500)
LONE_MARKS = ("delivered", "complaint")


class Records:
    """Draws records for a book on a day, pointing to people ``p0`` to ``pN`` that the caller has written."""

    def __init__(self, random: Random, today: date) -> None:
        self.random = random
        self.today = today
        self._count = 0

    def new_id(self, kind: str) -> str:
        """An id that nothing else drawn here has."""
        self._count += 1
        return f"{kind}{self._count}"

    def ago(self) -> date:
        """A day on which something may have happened."""
        return self.today - timedelta(days=self.random.choice((self.random.choice(AGES), self.random.randint(0, 700))))

    def deadline(self) -> date:
        """Any day, past or to come."""
        return self.today + timedelta(days=self.random.randint(-100, 200))

    def rarely(self, value: T) -> T | None:
        """This in one case of ten, else nothing."""
        return value if self.random.random() < 0.1 else None

    def some(self, among: tuple[T, ...], most: int) -> tuple[T, ...]:
        """At most so many of these, in random order."""
        return tuple(self.random.sample(among, min(len(among), self.random.randint(0, most))))

    def person(self, known: tuple[str, ...], id_: str = "") -> Person:
        """Somebody who may know some of those that are there."""
        pick = self.random.choice
        return Person(
            id=id_ or self.new_id("p"),
            name=pick(NAMES),
            org=pick(("", "Harbour Bank")),
            roles=self.some(ROLES, 2),
            emails=(ContactPoint("ana@example.org"),) * pick((0, 1)),
            tags=self.some(TAGS, 1),
            related=tuple(Related(person=other, how="friend") for other in self.some(known, 1)),
            trust=pick(("unknown", "growing", "high", "high", "low")),
            cadence_days=pick((None, None, 1, 7, 30, 91, 365)),
            known_since=pick((None, self.ago())),
            do_not_ask=bool(self.rarely(True)),
            knows=self.some(TAGS, 2),
            could_introduce=self.some(known, 3),
            introduced_by=pick(("", *known)),
            added_on=self.ago(),
            sorted=pick((True, False)),
            archived=bool(self.rarely(True)),
            died_on=self.rarely(self.ago()),
        )

    def entry(self, people: tuple[str, ...]) -> Entry:
        """Something that happened with one to three of them, or is planned."""
        pick = self.random.choice
        who = tuple(self.random.sample(people, min(len(people), pick((1, 1, 1, 2, 3)))))
        planned = bool(self.rarely(True))
        marks = self.some(MARKS if len(who) == 1 else tuple(mark for mark in MARKS if mark not in LONE_MARKS), 2)
        return Entry(
            id=self.new_id("e"),
            on=self.deadline() if planned else self.ago(),
            at=pick((None, None, time(9, 30), time(14, 0))),
            kind=pick(KINDS),
            direction=pick((None, None, "both", "in", "out")),
            people=who,
            summary=pick(("", "about the Straße", "lunch at the harbour")),
            marks=marks,
            satisfaction=pick((None, *SATISFACTIONS)) if len(who) == 1 else None,
            resolved_on=self.ago() if "complaint" in marks and pick((True, False)) else None,
            planned=planned,
            approximate=pick((True, False)),
        )

    def ask(self, people: tuple[str, ...]) -> Ask:
        """An ask at any state but agreed, which needs its referral: see `agreed`."""
        pick = self.random.choice
        state = pick(("draft", "planned", "asked", "declined", "later"))
        return Ask(
            id=self.new_id("a"),
            person=pick(people),
            target_person=pick(("", *people)),
            state=state,
            asked_on=self.ago() if state not in ("draft", "planned") else None,
            later_until=self.deadline() if state == "later" else None,
        )

    def agreed(self, people: tuple[str, ...]) -> tuple[Ask, Referral]:
        """An ask that was agreed to, with the referral that came of it."""
        ask = replace(self.ask(people), state="agreed", asked_on=self.ago(), later_until=None)
        return ask, replace(self.referral(people), direction="received", champion=ask.person, to="", ask=ask.id)

    def referral(self, people: tuple[str, ...]) -> Referral:
        """A referral received or given, with the dates that its state needs."""
        pick = self.random.choice
        state = pick(("agreed", "made", "followed_up", "won", "lost", "not_a_fit", "lapsed"))
        open_ = state in ("agreed", "lapsed")
        direction = pick(("received", "received", "given"))
        return Referral(
            id=self.new_id("r"),
            direction=direction,
            champion=pick(people) if direction == "received" or self.rarely(True) else "",
            to=pick(people) if direction == "given" or self.rarely(True) else "",
            prospect=pick(("", *people)),
            state=state,
            agreed_on=self.ago() if open_ else pick((None, self.ago())),
            confirm_by=pick((None, self.deadline())),
            made_on=None if open_ else self.ago(),
            followed_up_on=self.ago() if state == "followed_up" else None,
            told_on=(self.ago(),) * pick((0, 1)),
            outcome_on=self.ago() if state in ("won", "lost", "not_a_fit") else None,
            thank_by=pick(("letter", "call")),
            thanks=tuple(Thanks(step=step, done_on=self.ago()) for step in self.some((1, 2, 3), 3)),
        )

    def profile(self) -> Profile:
        """Who a good referral is."""
        pick = self.random.choice
        return Profile(id=self.new_id("profile"), name="Owners", tags=self.some(TAGS, 2), active=pick((True, False)))

    def policy(self) -> Policy:
        """Other numbers than the method's."""
        count = self.random.randint
        return Policy(
            dormant_after=count(0, 200),
            acquainted_after=count(0, 40),
            settle_days=count(0, 10),
            warm_within=count(0, 250),
            owe_limit=count(0, 3),
            explained_within=count(0, 400),
            ask_cooldown=count(0, 120),
            repay_pause=count(0, 5),
            offer_valid=count(0, 100),
        )

    def round(self, people: tuple[str, ...]) -> tuple[ProjectPerson, ...]:
        """A few of them as a project's people."""
        return tuple(ProjectPerson(person=person) for person in self.some(people, 3))

    def rest(self, people: tuple[str, ...], referral: str = "") -> tuple[object, ...]:
        """One of each kind that no verdict looks at, though a note says that something is recorded."""
        person = self.random.choice(people)
        task = Task(id=self.new_id("t"), title="Send the plan", person=person, due=self.deadline())
        note = Note(id=self.new_id("n"), person=person, referral=referral, text="Dear friend")
        return (
            task,
            note,
            Later(key=f"task:{task.id}", until=self.deadline()),
            Later(key=f"note:{note.id}", until=self.deadline()),
            Partner(id=self.new_id("partner"), person=person, next_on=self.deadline()),
            Project(id=self.new_id("project"), name="Spring", people=self.round(people)),
            Story(id=self.new_id("s"), client=person, problem="late", result="on time"),
        )
