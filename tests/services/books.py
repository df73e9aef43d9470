"""Desks over fresh books, and other programs' files to import into them."""

import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from refdesk.domain.person import Person
from refdesk.services.desk import Desk
from refdesk.services.imports.report import Report
from refdesk.services.imports.run import import_files
from refdesk.storage.book import Book
from refdesk.storage.records import each
from tests.storage.desks import TODAY, now, text_of

LINKEDIN = ("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On")
GOOGLE = ("First Name", "Last Name", "E-mail 1 - Value", "Phone 1 - Value", "Organization Name", "Labels")
OUTLOOK = ("First Name", "Last Name", "Company", "Job Title", "E-mail Address", "Business Phone", "Referred By")


@cache
def _empty_book() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "book.refdesk"
        Book.open(path, now).close()
        return path.read_bytes()


@contextmanager
def fresh_desk() -> Iterator[Desk]:
    """A desk over an empty book in a folder of its own; quick enough for a property's every example."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "book.refdesk"
        path.write_bytes(_empty_book())
        with Book.open(path, now) as book:
            yield Desk(book, TODAY)


def card(name: str, *lines: str) -> str:
    """One vCard 3.0 with this FN and these further lines; an empty name leaves FN out."""
    return "\n".join(filter(None, ("BEGIN:VCARD", "VERSION:3.0", name and f"FN:{name}", *lines, "END:VCARD")))


def vcf(desk: Desk, *cards: str, name: str = "phone.vcf") -> Path:
    """A vCard file of these cards, beside the desk's book."""
    return put(desk, name, "\n".join(cards) + "\n")


def table(desk: Desk, header: Sequence[str], *rows: Sequence[str], name: str = "people.csv") -> Path:
    """A CSV file of these rows, beside the desk's book; rows may be shorter than the header."""
    text = io.StringIO()
    csv.writer(text).writerows([header, *((*row, *[""] * (len(header) - len(row))) for row in rows)])
    return put(desk, name, text.getvalue())


def put(desk: Desk, name: str, content: str | bytes) -> Path:
    """A file beside the desk's book."""
    path = desk.book.path.parent / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def bring_in(desk: Desk, *paths: Path, **options: Any) -> Report:
    """Import files; whatever they hold, the report's numbers add up."""
    report = import_files(desk, paths, **options)
    assert_adds_up(report)
    return report


def assert_adds_up(report: Report) -> None:
    """A report's numbers and its problems belong together."""
    counts = {name: getattr(report, name) for name in ("created", "updated", "unchanged", "skipped")}
    assert report.read == sum(counts.values())
    assert min(counts.values()) >= 0
    for problem in report.problems:
        assert counts[problem.outcome] > 0
        assert problem.why.endswith(".")
    assert sum(problem.outcome == "skipped" for problem in report.problems) == report.skipped
    assert counts["created"] >= len(report.created_ids)


def assert_no_change(desk: Desk, *paths: Path, **options: Any) -> None:
    """Importing these files now changes nothing, and says so."""
    before = text_of(desk)
    report = bring_in(desk, *paths, **options)
    assert (report.created, report.updated, report.id) == (0, 0, None)
    assert text_of(desk) == before


def people(desk: Desk) -> list[Person]:
    """Everybody in the book, in order of entry."""
    return list(each(desk.book, Person))


def names(desk: Desk) -> list[str]:
    """Everybody's name, in order of entry."""
    return [person.name for person in people(desk)]


def only(desk: Desk) -> Person:
    """The one person of the book."""
    (person,) = people(desk)
    return person
