"""Taking in RefDesk JSON: a whole book or a part of one, all or nothing by file."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from refdesk.domain.person import Person
from refdesk.domain.records import (
    Ask,
    Entry,
    Later,
    Note,
    Partner,
    Profile,
    Project,
    Referral,
    Story,
    Task,
)
from refdesk.formats.refdesk_json.checks import broken, dangling
from refdesk.formats.refdesk_json.reader import JsonItem, JsonReading, merge
from refdesk.formats.refdesk_json.text import JsonProblem, RefusedJsonError
from refdesk.services.desk import Desk
from refdesk.services.imports.progress import Progress
from refdesk.services.imports.report import Report
from refdesk.storage.facts import me_of, policy_of, setting_of
from refdesk.storage.photos import keep_photo, keep_photo_file
from refdesk.storage.records import get, present_ids, referred_asks
from refdesk.storage.tables import Record
from refdesk.storage.trash import deleted_before
from refdesk.storage.writing import Writing

LISTS: dict[str, type[Record]] = {
    "profiles": Profile,
    "people": Person,
    "timeline": Entry,
    "asks": Ask,
    "referrals": Referral,
    "notes": Note,
    "tasks": Task,
    "later": Later,
    "partners": Partner,
    "projects": Project,
    "stories": Story,
}
"""The lists of the form, in its order, with what they hold."""

NUL = "\0"
"""Where SQLite ends a text that it reads from JSON; no id may hold it."""


@dataclass(slots=True)
class RecordsImport:
    """The records of one file on their way into the book, inside the import's act."""

    desk: Desk
    act: Writing
    report: Report
    progress: Progress

    def check(self, file: str, reading: JsonReading) -> None:
        """Refuse a file that breaks a rule or points nowhere, before anything of it is written.

        Raises:
            RefusedJsonError: with every place and reason.
        """
        present = {name: self._present(name, reading.items(name)) for name in LISTS}
        pointers = dangling(
            reading, lambda name, id_: NUL not in id_ and bool(present_ids(self.desk.book, LISTS[name], [id_]))
        )
        nameless = [
            JsonProblem(item.place, "An id cannot hold the character NUL.")
            for name in LISTS
            for item in reading.items(name)
            if NUL in item.id
        ]
        faults = broken(
            reading,
            self.desk.today,
            lambda name, id_: get(self.desk.book, LISTS[name], id_) if id_ in present[name] else None,
            referred_asks(self.desk.book),
        )
        if problems := [*nameless, *pointers.problems, *faults]:
            raise RefusedJsonError(problems)
        gone = frozenset(deleted_before(self.desk.book, date.max))
        in_trash = [
            f"{item.place}: {item.record.name} is in the trash, and stays there."
            for item in reading.people
            if item.id in gone
        ]
        self.report.warnings.extend(f"{file}: {each}" for each in (*reading.warnings, *pointers.warnings, *in_trash))

    def take(self, reading: JsonReading, folder: Path) -> None:
        """Write the records: those with an id that the book has are updated. ``folder`` holds photos by name."""
        book = self.desk.book
        self.progress.expect(sum(len(reading.items(name)) for name in LISTS))
        if reading.me:
            self.act.put(setting_of(merge(me_of(book), reading.me)))
        if reading.policy:
            self.act.put(setting_of(merge(policy_of(book), reading.policy)))
        for name in LISTS:
            self._take_list(name, reading.items(name), folder)

    def _take_list(self, name: str, items: Sequence[JsonItem[Any]], folder: Path) -> None:
        present = self._present(name, items)
        new = [self._new(item.record, folder) for item in items if item.id not in present]
        self.act.put_new(new)
        self.report.created += len(new)
        if name == "people":
            self.report.created_ids.extend(person.id for person in new)
        for item in items:
            if item.id in present:
                changed = self.act.put(self._ready(merge(self.act.get(LISTS[name], item.id), item), folder))
                self.report.count("updated" if changed else "unchanged")
                self.progress.step()

    def _new(self, record: Any, folder: Path) -> Any:
        ready = self._ready(record, folder)
        self.progress.step()
        return ready

    def _ready(self, record: Any, folder: Path) -> Any:
        """A record as it is kept: a photo in its store, an entry of a later day as a plan."""
        if isinstance(record, Entry):
            return replace(record, planned=True) if record.on > self.desk.today and not record.planned else record
        if isinstance(record, Person) and record.photo:
            return keep_photo_file(self.desk.book, keep_photo(self.desk.book, record), folder)
        return record

    def _present(self, name: str, items: Sequence[JsonItem[Any]]) -> frozenset[str]:
        """Which of these the book has already."""
        return present_ids(self.desk.book, LISTS[name], [item.id for item in items])
