"""The sample book while it is being written: who is in it so far, and what has been noted of them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

from refdesk.domain.person import Person
from refdesk.domain.records import Ask, Entry, Later, Note, Partner, Profile, Project, Referral, Story, Task
from refdesk.domain.words import Kind
from refdesk.services.sample.chance import Chance
from refdesk.services.sample.people import Character, People, Sketch
from refdesk.services.sample.talk import MEETING_PLACES, TYPED_WORDS

_REDRAWS = 8


class Draft:
    """Collects the records of the sample. ``span`` is the number of days that the book has been kept.

    ``ready``, ``regulars``, ``unmet``, ``quiet`` and ``newcomers`` name people by what later chapters may do with
    them: who was meant to be ready to be asked, who is seen often, who is known of only, who has long not been
    spoken with, and who was met just now.
    """

    def __init__(self, chance: Chance, span: int) -> None:
        self.chance = chance
        self.span = span
        self.people: dict[str, Person] = {}
        self.profiles: tuple[Profile, ...] = ()
        self.timeline: list[Entry] = []
        self.asks: list[Ask] = []
        self.referrals: list[Referral] = []
        self.notes: list[Note] = []
        self.tasks: list[Task] = []
        self.later: list[Later] = []
        self.partners: list[Partner] = []
        self.projects: list[Project] = []
        self.stories: list[Story] = []
        self.ready: list[Character] = []
        self.regulars: list[Character] = []
        self.unmet: list[Character] = []
        self.quiet: list[Character] = []
        self.newcomers: list[Character] = []
        self._people = People(chance)
        self._busy: set[tuple[str, date]] = set()
        self._said: set[tuple[str, str]] = set()

    def meet(self, sketch: Sketch) -> Character:
        """A new person in the book."""
        person, character = self._people.draw(sketch)
        self.people[person.id] = person
        return character

    def change(self, character: Character, **fields: Any) -> None:
        """Set fields of somebody's record."""
        self.people[character.id] = replace(self.people[character.id], **fields)

    def sentence(
        self, character: Character, templates: Sequence[str], *, others: Sequence[Character] = (), **words: str
    ) -> str:
        """One of the templates, filled for this person, and if it can be one never noted of them or the others."""
        about = [character.id, *(other.id for other in others)]
        for _ in range(_REDRAWS):
            text = self.chance.deal(templates).format(
                first=character.first,
                topic=self.chance.pick(character.trade.topics),
                need=self.chance.pick(character.trade.needs),
                **words,
            )
            if not any((id_, text) in self._said for id_ in about):
                break
        self._said.update((id_, text) for id_ in about)
        return text

    def past(self, character: Character, ago: int) -> date:
        """A day about so many days ago that suits an entry: a working day except among friends, and a free one."""
        day = self.chance.day(ago) if character.private else self.chance.workday(ago)
        while (character.id, day) in self._busy:
            day -= timedelta(days=1)
        return day

    def write(self, on: date, kind: Kind, people: Sequence[Character], summary: str, **fields: Any) -> Entry:
        """Put an entry on the timeline. Some have their time, some the line that was typed, meetings a place."""
        self._busy.update((character.id, on) for character in people)
        entry = Entry(
            id=self.chance.id(),
            on=on,
            at=fields.pop("at", self._time(kind)),
            kind=kind,
            people=tuple(character.id for character in people),
            summary=summary,
            line=fields.pop("line", self._line(kind, people, summary)),
            place=fields.pop("place", self._place(kind, people)),
            **fields,
        )
        self.timeline.append(entry)
        return entry

    def _time(self, kind: Kind) -> time | None:
        timed = kind in ("meeting", "video", "call", "event") and self.chance.maybe(0.4)
        return self.chance.hour() if timed else None

    def _place(self, kind: Kind, people: Sequence[Character]) -> str:
        if kind != "meeting" or any(character.private for character in people):
            return ""
        return self.chance.pick(MEETING_PLACES)

    def _line(self, kind: Kind, people: Sequence[Character], summary: str) -> str:
        """What was typed to log it, for every other entry that begins with a word of the quick-add line."""
        if kind not in TYPED_WORDS or self.chance.maybe(0.5):
            return ""
        names = ", ".join(character.first for character in people)
        return f"{self.chance.pick(TYPED_WORDS[kind])} with {names}: {summary}"
