"""Doing an import: files in, one transaction, a report; the list of imports; and taking one back."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from refdesk.domain.errors import RefusedError
from refdesk.formats.bulk import collector_paused
from refdesk.formats.incoming import Reading, UnreadableFileError
from refdesk.formats.refdesk_json.reader import JsonReading
from refdesk.formats.refdesk_json.text import RefusedJsonError
from refdesk.services.desk import Desk
from refdesk.services.imports.contacts import ContactsImport, ForAll
from refdesk.services.imports.files import Format, HowRead, read_file
from refdesk.services.imports.progress import Progress
from refdesk.services.imports.records import RecordsImport
from refdesk.services.imports.report import Problem, Report
from refdesk.services.people import put_first_due
from refdesk.storage import undo as journal
from refdesk.storage.readiness import never_spoken_with
from refdesk.storage.records import each, get
from refdesk.storage.tables import Batch
from refdesk.storage.writing import Changes, Writing, new_id


class _RehearsedError(Exception):
    """Raised to roll a dry run back."""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """An import that was undone: its sentence, who stays because they were touched since, and what changed."""

    id: str
    gone: int
    stay: tuple[str, ...]
    changes: Changes


def import_files(
    desk: Desk,
    paths: Sequence[Path],
    *,
    format_: Format = "auto",
    mapping: Mapping[str, str] | None = None,
    how: Mapping[Path, HowRead] | None = None,
    for_all: ForAll | None = None,
    dry_run: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Import files as one act (`docs/interchange.md`, ``import``). A file that cannot be read costs no other one.

    RefDesk JSON comes in first, then address books. ``mapping`` gives the columns of every CSV file their fields,
    ``how`` those of one. ``dry_run`` reports and writes nothing. ``progress`` is told how far it is (`Progress`).
    """
    report, told = Report(), Progress(progress or _tell_nobody)
    hows = [(path, (how or {}).get(path, HowRead(mapping or {}))) for path in paths]
    with collector_paused():
        readings = list(_read_all(hows, format_, report, told))
        try:
            with desk.act("Import.", is_import=True) as act:
                contacts = ContactsImport(desk, act, report, for_all or ForAll(), told)
                for path, reading in readings:
                    if isinstance(reading, JsonReading):
                        _take_records(contacts, path, reading)
                contacts.take([(_name_of(path), reading) for path, reading in readings if isinstance(reading, Reading)])
                if dry_run:
                    raise _RehearsedError
                if act.changed:
                    _spread(contacts)
                    _finish(desk, act, report, [_name_of(path) for path in paths])
        except _RehearsedError:
            report.created_ids.clear()
    return report


def imports(desk: Desk) -> list[Batch]:
    """The imports so far, in their order."""
    return list(each(desk.book, Batch))


def undo_import(desk: Desk, id_: str, progress: Callable[[int, int], None] | None = None) -> TakenBack:
    """Take back an import, however long ago: whoever nobody has touched since goes, the others stay.

    ``progress`` is told now and then how many rows are done, and of how many; what it raises leaves all as it was.

    Raises:
        RefusedError: there is no such import, or it was taken back already.
    """
    batch: Batch | None = get(desk.book, Batch, id_)
    if batch is None:
        raise RefusedError(f"There is no import with the id {id_}.")
    if batch.undone_on:
        raise RefusedError("This import has been taken back already.")
    with desk.act(f"Import of {', '.join(batch.files)} taken back.") as act:
        stay = journal.take_back_untouched(desk.book, act, batch.wrote, progress or _tell_nobody)
        act.put(replace(batch, undone_on=desk.today))
    return TakenBack(id_, len(act.changed.get("person", ())), tuple(stay), act.changes)


def _tell_nobody(_done: int, _whole: int) -> None:
    """Nobody waits for this import."""


def _read_all(
    hows: Sequence[tuple[Path, HowRead]], format_: Format, report: Report, told: Progress
) -> Iterator[tuple[Path, Reading | JsonReading]]:
    for path, how in hows:
        told.begin_file()
        try:
            yield path, read_file(path, format_, how)
        except UnreadableFileError as error:
            _refuse(path, error, report)


def _take_records(contacts: ContactsImport, path: Path, reading: JsonReading) -> None:
    records = RecordsImport(contacts.desk, contacts.act, contacts.report, contacts.progress)
    try:
        records.check(_name_of(path), reading)
    except RefusedJsonError as error:
        _refuse(path, error, contacts.report)
    else:
        records.take(reading, path.parent)


def _name_of(path: Path) -> str:
    """A file's name as text, whatever its bytes."""
    return os.fsencode(path.name).decode(errors="replace")


def _refuse(path: Path, error: UnreadableFileError, report: Report) -> None:
    """A file of which nothing is taken in: one problem for each of its reasons, one record skipped for each."""
    report.failed = True
    places = error.problems if isinstance(error, RefusedJsonError) else ()
    for place, why in [(each_.place, each_.why) for each_ in places] or [("", str(error))]:
        report.count("skipped")
        report.problems.append(Problem(_name_of(path), None, place, why, "skipped"))


def _spread(contacts: ContactsImport) -> None:
    """Let those who were given a rhythm, and were never spoken with, fall due one after the other."""
    if (days := contacts.for_all.cadence_days) and (ids := contacts.given_cadence):
        new = set(ids) & set(contacts.report.created_ids)
        never = new | never_spoken_with(contacts.desk.book, ids)
        put_first_due(contacts.desk, contacts.act, never, days)


def _finish(desk: Desk, act: Writing, report: Report, files: Sequence[str]) -> None:
    report.id = new_id()
    act.put(
        Batch(
            id=report.id,
            at=desk.book.now(),
            files=tuple(files),
            read=report.read,
            created=report.created,
            updated=report.updated,
            unchanged=report.unchanged,
            skipped=report.skipped,
            wrote=act.act,
        )
    )
    act.retitle(f"Import of {', '.join(files)}: {report.sentence()}")
