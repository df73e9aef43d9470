"""What the import has the worker do: plain functions that see the book and the job, and nothing of the window."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from refdesk.gui.worker import Job
from refdesk.services.desk import Desk
from refdesk.services.imports.contacts import ForAll
from refdesk.services.imports.files import HowRead
from refdesk.services.imports.preview import Preview, preview_file
from refdesk.services.imports.report import Report
from refdesk.services.imports.run import TakenBack, import_files, undo_import


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be imported: the files, how each is read, and what is true of everybody in them."""

    files: tuple[Path, ...]
    how: Mapping[Path, HowRead]
    for_all: ForAll


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What a second look at the files has found; without a report where the user has to say more first."""

    previews: tuple[Preview, ...]
    report: Report | None


def look(files: Sequence[Path]) -> Callable[[Desk, Job[tuple[Preview, ...]]], tuple[Preview, ...]]:
    """Look into files."""

    def work(_desk: Desk, job: Job[tuple[Preview, ...]]) -> tuple[Preview, ...]:
        return tuple(_each(files, {}, job.progress))

    return work


def rehearse(order: Order) -> Callable[[Desk, Job[Rehearsal]], Rehearsal]:
    """Import for show, unless the files are not to be understood yet."""

    def work(desk: Desk, job: Job[Rehearsal]) -> Rehearsal:
        previews = tuple(_each(order.how, order.how, job.progress))
        if any(preview.why or preview.date_question for preview in previews):
            return Rehearsal(previews, None)
        report = import_files(
            desk, order.files, how=order.how, for_all=order.for_all, dry_run=True, progress=job.progress
        )
        return Rehearsal(previews, report)

    return work


def bring_in(order: Order) -> Callable[[Desk, Job[Report]], Report]:
    """Import."""

    def work(desk: Desk, job: Job[Report]) -> Report:
        return import_files(desk, order.files, how=order.how, for_all=order.for_all, progress=job.progress)

    return work


def take_back(import_: str) -> Callable[[Desk, Job[TakenBack]], TakenBack]:
    """Take an import back."""

    def work(desk: Desk, job: Job[TakenBack]) -> TakenBack:
        return undo_import(desk, import_, job.progress)

    return work


def _each(
    files: Iterable[Path], how: Mapping[Path, HowRead], progress: Callable[[int, int], None]
) -> Iterator[Preview]:
    for path in files:
        progress(0, 0)
        yield preview_file(path, how.get(path))
