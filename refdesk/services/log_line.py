"""Logging from one typed line: the people in it, the entry, the tags, and the task that follows, as one act."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from refdesk.domain.daywords import short_day
from refdesk.domain.errors import RefusedError, UnclearPersonError
from refdesk.domain.obligations import days_after
from refdesk.domain.person import Person
from refdesk.domain.records import Entry, Referral, Task
from refdesk.domain.words import Mark
from refdesk.formats.log_line.hints import Hint
from refdesk.formats.log_line.line import LogLine
from refdesk.services.desk import Desk
from refdesk.services.log_preview import OF_ONE_PERSON, Draft, Named, agreed_introductions, preview
from refdesk.services.rhythm import keep_rhythm
from refdesk.services.timeline import names_of, put_entry
from refdesk.storage.writing import Changes, Writing, new_id

PROMISE_DAYS = 7
"""When something promised without a day falls due."""


@dataclass(frozen=True, slots=True)
class Logged:
    """What a line came to: the entry, the task that follows (or None), whom it made, what changed, and its title."""

    entry: Entry
    task: Task | None
    created: tuple[str, ...]
    changes: Changes
    title: str

    def words(self, today: date) -> str:
        """What the user is told: "Logged coffee with Ana Ruiz. Next: Tue 2 Dec."."""
        return f"{self.title} Next: {short_day(self.task.due, today)}." if self.task else self.title


def log_line(desk: Desk, text: str, now: time, *, create_people: bool = False) -> Logged:
    """Log what a line says happened (see `formats.log_line` for its form).

    People it does not know are made when ``create_people`` says so.

    Raises:
        UnclearPersonError: a name means nobody, or several.
        RefusedError: it names nobody, or breaks a rule of the method.
    """
    return log_draft(desk, Draft(text=text), now, create_people=create_people)


def log_draft(desk: Desk, draft: Draft, now: time, *, create_people: bool = True) -> Logged:
    """Log a line with what the user answered about it, as one act.

    What is said of several people and can only be of one is written as a second entry, a milestone with ``whose`` it
    is, so that their talk is not counted twice. A guess agreed to becomes a mark or a referral.

    Raises:
        UnclearPersonError: a name means several people, or nobody and ``create_people`` is off.
        RefusedError: it names nobody, or breaks a rule of the method.
    """
    with desk.act("Logged.") as act:
        read = preview(desk, draft, now)
        line = read.line
        if not read.people:
            raise RefusedError("With whom? Name at least one person, such as “Coffee with Ana”.")
        if not draft.text.strip():
            raise RefusedError("Say what happened, such as “Coffee yesterday”.")
        for named in (*read.people, *read.mentioned):
            if len(named.candidates) > 1 or not (named.candidates or create_people):
                raise UnclearPersonError(named.text, named.candidates)
        ids, made = _everybody(desk, act, (*read.people, *read.mentioned))
        people = [ids[named.key] for named in read.people]
        _tag(desk, act, people, line.tags)
        whose = ids.get(draft.whose, "") if read.asks_whose else ""
        entry = _put_entries(desk, act, _with_offer(_entry(line, people), draft), whose)
        keep_rhythm(desk, act, entry)
        task = _task(desk, line, people)
        if task is not None:
            act.put(desk.checked(task))
        for hint in agreed_introductions(line, draft):
            _put_referral(desk, act, hint, entry, [ids[named.key] for named in read.named_in(hint)])
        title = f"{'Planned' if entry.planned else 'Logged'} {line.word or line.kind} with {names_of(desk, people)}."
        act.retitle(title)
    return Logged(entry, task, tuple(made), act.changes, title)


def _everybody(desk: Desk, act: Writing, people: Sequence[Named]) -> tuple[dict[str, str], list[str]]:
    """The id of each of these by their key, and the ids of those who were made for it."""
    ids: dict[str, str] = {}
    made: list[Person] = []
    for named in people:
        if named.key not in ids:
            ids[named.key] = named.candidates[0][0] if named.candidates else new_id()
            if not named.candidates:
                made.append(Person(id=ids[named.key], name=named.text, added_on=desk.today, sorted=True))
    act.put_new(made)
    return ids, [person.id for person in made]


def _put_entries(desk: Desk, act: Writing, entry: Entry, whose: str) -> Entry:
    """Write the entry; what is of one person alone stands on a milestone of theirs."""
    if not whose:
        return put_entry(desk, act, entry)
    alone = tuple(mark for mark in entry.marks if mark in OF_ONE_PERSON)
    shared = tuple(mark for mark in entry.marks if mark not in OF_ONE_PERSON)
    theirs = replace(entry, kind="milestone", direction=None, people=(whose,), marks=alone, line="")
    put_entry(desk, act, theirs)
    return put_entry(desk, act, replace(entry, marks=shared, satisfaction=None))


def _with_offer(entry: Entry, draft: Draft) -> Entry:
    """The entry with the offer of help that the user confirmed: a sincere one, or one made in return."""
    offers: tuple[Mark, ...] = ()
    if "repayment_offer" in draft.agreed:
        offers = ("repayment_offer",)
    elif "help_offered" in draft.agreed:
        offers = ("offered_help",)
    return replace(entry, marks=(*entry.marks, *offers))


def _put_referral(desk: Desk, act: Writing, hint: Hint, entry: Entry, named: Sequence[str]) -> None:
    """Write the introduction that the user confirmed, made on the entry's day.

    Received: they introduced the user to the one named. Given: the user introduced the first named, or whom the
    entry is with, to the last.
    """
    made = Referral(id=new_id(), level="introduction", state="made", made_on=entry.on)
    first = entry.people[0]
    if hint.guess == "introduction_received":
        made = replace(made, champion=first, prospect=named[0])
    else:
        made = replace(made, direction="given", to=named[-1], prospect=named[0] if len(named) > 1 else first)
    act.put(desk.checked(made))


def _entry(line: LogLine, people: Sequence[str]) -> Entry:
    return Entry(
        id="",
        on=line.on,
        at=line.at,
        kind=line.kind,
        direction=line.direction,
        people=tuple(people),
        summary=line.summary,
        line=line.line,
        place=line.place,
        marks=line.marks,
        satisfaction=line.satisfaction,
        planned=line.planned,
    )


def _task(desk: Desk, line: LogLine, people: Sequence[str]) -> Task | None:
    """The follow-up, called by what was promised where something was."""
    if line.follow_up is None and not line.promise:
        return None
    title = line.promise[:1].upper() + line.promise[1:] or f"Follow up with {desk.person(people[0]).name}"
    due = line.follow_up or days_after(line.on, PROMISE_DAYS)
    return Task(id=new_id(), kind="follow_up", title=title, person=people[0], due=due, at=line.follow_up_at)


def _tag(desk: Desk, act: Writing, people: Sequence[str], tags: Sequence[str]) -> None:
    for id_ in people if tags else ():
        person = desk.person(id_)
        known = {tag.casefold() for tag in person.tags}
        act.put(replace(person, tags=(*person.tags, *(tag for tag in tags if tag.casefold() not in known))))
