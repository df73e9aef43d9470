"""The adviser's desk: notes to write by hand, own tasks, things put off, and one project."""

from datetime import date, datetime, time, timedelta

from refdesk.domain.records import Later, Note, Project, ProjectPerson, Task
from refdesk.domain.words import NoteState, Occasion, Station, TaskKind
from refdesk.services.sample.draft import Draft
from refdesk.services.sample.people import Character

FRIDAY = 4

_NOTE_TEXTS: dict[Occasion, str] = {
    "birthday": "Dear {first},\n\nMany happy returns. I hope the day has cake and no telephone.\n\nInês",
    "congratulation": "Dear {first},\n\nI read the news with a grin. Nobody has earned it more.\n\nInês",
    "condolence": "Dear {first},\n\nI am thinking of you. There is no need to answer.\n\nInês",
    "nice_to_meet": "Dear {first},\n\nIt was a pleasure to meet you. I am still thinking about your question.\n\nInês",
    "other": "Dear {first},\n\nThank you for the visit. I came home with mud on my shoes and three ideas.\n\nInês",
}

_LETTERS: dict[Occasion, str] = {
    "birthday": "A birthday card.",
    "congratulation": "Congratulated on the award, by hand.",
    "condolence": "A letter of condolence.",
    "nice_to_meet": "A note: good to have met.",
    "other": "A note of thanks for the visit.",
}

_NOTES: tuple[tuple[Occasion, NoteState, int], ...] = (
    ("congratulation", "to_write", 0),
    ("birthday", "written", -2),
    ("other", "written", -1),
    ("congratulation", "posted", 12),
    ("birthday", "posted", 47),
    ("condolence", "posted", 160),
    ("other", "posted", 33),
)
"""Occasion, state, and how many days ago the note was due."""

_TASKS: tuple[tuple[TaskKind, str, int], ...] = (
    ("follow_up", "Send {first} the pension guide", 0),
    ("custom", "Return {first}'s book on timber frames", 3),
    ("custom", "Find a speaker for {first}", -1),
    ("follow_up", "Ask {first} how the bank decided", -4),
    ("custom", "Renew the professional indemnity cover", -12),
    ("reconnect", "Ring {first}, just to say hello", -3),
)
"""Kind, title, and how many days ago the task was due."""

_DONE: tuple[tuple[str, int], ...] = (
    ("Post the seminar papers", 9),
    ("Book the room for the round table", 24),
    ("Order new cards", 70),
)
"""Own tasks that are done, and how many days ago."""


def fill_desk(draft: Draft) -> None:
    """Notes, tasks and what was put off, for people who are seen often; and the project of the season."""
    addressed = [one for one in draft.regulars if draft.people[one.id].addresses]
    for (occasion, state, ago), character in zip(_NOTES, draft.chance.some(addressed, len(_NOTES)), strict=False):
        _note(draft, character, occasion, state, ago)
    for character in draft.newcomers[:1]:
        _note(draft, character, "nice_to_meet", "to_write", -5)
    _tasks(draft)
    _recurring(draft)
    _put_off(draft)
    _project(draft)


def _note(draft: Draft, character: Character, occasion: Occasion, state: NoteState, ago: int) -> None:
    """A note of its own; a posted one leaves its letter on the timeline."""
    chance = draft.chance
    due = chance.workday(ago)
    posted_on = due if state == "posted" else None
    note = Note(
        id=chance.id(),
        person=character.id,
        occasion=occasion,
        text=_NOTE_TEXTS[occasion].format(first=character.first),
        state=state,
        due=due,
        written_on=None if state == "to_write" else min(due, chance.today),
        posted_on=posted_on,
    )
    draft.notes.append(note)
    if posted_on:
        draft.write(posted_on, "letter", [character], _LETTERS[occasion])
    if occasion == "birthday" and not posted_on:
        draft.change(character, birthday=f"-{chance.day(-4):-%m-%d}")


def _tasks(draft: Draft) -> None:
    """Tasks of the days around today, and some that are done."""
    chance = draft.chance
    for kind, title, ago in _TASKS:
        character = chance.pick((draft.quiet if kind == "reconnect" else None) or draft.regulars)
        due = chance.day(ago) if ago >= 0 else chance.workday(ago)
        person = character.id if "{first}" in title else ""
        task = Task(id=chance.id(), kind=kind, title=title.format(first=character.first), person=person, due=due)
        draft.tasks.append(task)
    for title, ago in _DONE:
        due = chance.workday(ago)
        draft.tasks.append(Task(id=chance.id(), title=title, due=due, done_on=due))


def _recurring(draft: Draft) -> None:
    """Tasks that come back: each week, each month, each year (RFC 5545 section 3.3.10)."""
    chance, today = draft.chance, draft.chance.today
    friday = today + timedelta(days=(FRIDAY - today.weekday()) % 7)
    first = (today.replace(day=28) + timedelta(days=4)).replace(day=1)
    rounds: tuple[tuple[str, date, time | None, str], ...] = (
        ("Two cards before the weekend", friday, time(16, 0), "FREQ=WEEKLY;BYDAY=FR"),
        ("Go through the partners' promises", first, None, "FREQ=MONTHLY;BYMONTHDAY=1"),
        ("Order cards and stamps", chance.workday(-40), None, "FREQ=YEARLY"),
    )
    for title, due, at, rrule in rounds:
        draft.tasks.append(Task(id=chance.id(), title=title, due=due, at=at, rrule=rrule))


def _put_off(draft: Draft) -> None:
    """A task until tomorrow morning, and words about a referral until next week."""
    chance = draft.chance
    tomorrow = datetime.combine(chance.day(-1), time(9, 0))
    task = Task(id=chance.id(), title="Tidy the guest list of the round table", due=chance.day(1))
    draft.tasks.append(task)
    draft.later.append(Later(key=f"task:{task.id}", until=tomorrow, why="The room is not confirmed yet."))
    standing = [referral for referral in draft.referrals if referral.state == "followed_up" and referral.champion]
    if standing:
        oldest = min(standing, key=lambda referral: referral.followed_up_on or chance.today)
        until = chance.workday(-5)
        draft.later.append(Later(key=f"referral:{oldest.id}:status", until=until, why="On holiday this week."))


def _project(draft: Draft) -> None:
    """A round of referral building with at most ten people, each where they stand."""
    chance = draft.chance
    stations: tuple[tuple[Station, list[Character]], ...] = (
        ("ask", draft.ready[:3]),
        ("reconnect", draft.quiet[:2]),
        ("give", draft.regulars[-2:]),
        ("thanked", draft.regulars[:1]),
        ("skipped", draft.quiet[2:3]),
    )
    placed: dict[str, Station] = {}
    for station, people in stations:
        for character in people:
            placed.setdefault(character.id, station)
    project = Project(
        id=chance.id(),
        name="Ten owners before the quarter ends",
        starts_on=chance.day(21),
        ends_on=chance.day(-40),
        goal="Speak with ten people who know owners around sixty; ask three of them.",
        profile=draft.profiles[0].id,
        people=tuple(ProjectPerson(person=person, station=station) for person, station in placed.items()),
    )
    draft.projects.append(project)
