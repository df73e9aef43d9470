"""People and the whole book out: as RefDesk JSON, as vCards, as CSV."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

from refdesk.domain.errors import KnownError
from refdesk.domain.person import Person
from refdesk.domain.records import (
    Ask,
    BookRecords,
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
from refdesk.services.desk import Desk
from refdesk.services.ready import name_of
from refdesk.storage.facts import me_of, policy_of
from refdesk.storage.files import belongs_to, may_be_replaced, partial_beside, sync_folder
from refdesk.storage.photos import with_photo_inline
from refdesk.storage.records import each

ExportFormat = Literal["json", "vcard", "csv"]


def export_bytes(desk: Desk, format_: ExportFormat) -> bytes:
    """The book in one of the forms, in UTF-8: everything as JSON, the people as vCards or CSV, without the trash.

    CSV begins with a byte order mark, without which Excel takes "Zoë" for "ZoÃ«".
    """
    if format_ == "json":
        from refdesk.formats.refdesk_json.writer import write_json

        return write_json(book_records(desk)).encode()
    people = list(_people(desk))
    if format_ == "vcard":
        from refdesk.formats.vcard.writer import write_vcards

        return write_vcards(people)
    from refdesk.formats.csv.writer import write_csv

    return write_csv(people, lambda id_: name_of(desk.book, id_)).encode("utf-8-sig")


def book_records(desk: Desk) -> BookRecords:
    """The whole book as records in order of entry, without the trash and what speaks only of it."""
    book = desk.book
    people = tuple(_people(desk))
    ids = frozenset(person.id for person in people)
    referrals = tuple(filter(None, (_referral_among(referral, ids) for referral in each(book, Referral))))
    referred = {referral.ask for referral in referrals}
    # One that was agreed to is nothing without its referral.
    asks = {a.id: a for a in each(book, Ask) if a.person in ids and (a.state != "agreed" or a.id in referred)}
    kept = frozenset(referral.id for referral in referrals)
    return BookRecords(
        me=me_of(book),
        policy=policy_of(book),
        profiles=tuple(each(book, Profile)),
        people=tuple(_among(person, ids) for person in people),
        timeline=tuple(_entries(desk, ids)),
        asks=tuple(replace(a, target_person=a.target_person if a.target_person in ids else "") for a in asks.values()),
        referrals=tuple(replace(r, ask=r.ask if r.ask in asks else "") for r in referrals),
        notes=tuple(
            replace(note, referral=note.referral if note.referral in kept else "")
            for note in each(book, Note)
            if note.person in ids
        ),
        tasks=tuple(task for task in each(book, Task) if not task.person or task.person in ids),
        later=tuple(each(book, Later)),
        partners=tuple(partner for partner in each(book, Partner) if partner.person in ids),
        projects=tuple(
            replace(project, people=tuple(one for one in project.people if one.person in ids))
            for project in each(book, Project)
        ),
        stories=tuple(replace(s, client=s.client if s.client in ids else "") for s in each(book, Story)),
    )


def export_to(desk: Desk, format_: ExportFormat, path: Path) -> int:
    """Write the book in one of the forms to a file, in place of what stands there; gives its length in bytes.

    Raises:
        KnownError: it cannot be written, or is the open book itself.
    """
    if belongs_to(desk.book.path, path):
        raise KnownError(f"{path} is the book itself; an export needs a place of its own.")
    data = export_bytes(desk, format_)
    write_out(path, data)
    return len(data)


def write_out(path: Path, data: bytes) -> None:
    """Write a file beside its place and move it there whole: readable by its user alone, following no link.

    Raises:
        KnownError: it cannot be written; what stood there stays.
    """
    partial = partial_beside(path)
    try:
        if not may_be_replaced(path):
            raise KnownError(f"{path} is {'a folder' if path.is_dir() else 'no file'}.")
        descriptor = os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0), 0o600)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            partial.replace(path)
            sync_folder(path.parent)
        finally:
            partial.unlink(missing_ok=True)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "its name cannot be used"
        raise KnownError(f"{path} can't be written: {reason.lower()}.") from error


def _people(desk: Desk) -> Iterator[Person]:
    for person in each(desk.book, Person, "deleted_on IS NULL"):
        yield with_photo_inline(desk.book, person)


def _among(person: Person, ids: frozenset[str]) -> Person:
    """The person without pointers to anybody in the trash."""
    return replace(
        person,
        introduced_by=person.introduced_by if person.introduced_by in ids else "",
        could_introduce=tuple(id_ for id_ in person.could_introduce if id_ in ids),
        related=tuple(related for related in person.related if not related.person or related.person in ids),
    )


def _referral_among(referral: Referral, ids: frozenset[str]) -> Referral | None:
    """The referral without pointers to anybody in the trash; None where whom it hangs on is there.

    That is what emptying the trash leaves of it (``storage.trash``).
    """
    if (referral.to if referral.direction == "given" else referral.champion) not in ids:
        return None
    champion, to, prospect = (id_ if id_ in ids else "" for id_ in (referral.champion, referral.to, referral.prospect))
    return replace(referral, champion=champion, to=to, prospect=prospect)


def _entries(desk: Desk, ids: frozenset[str]) -> Iterator[Entry]:
    for entry in each(desk.book, Entry):
        left = tuple(id_ for id_ in entry.people if id_ in ids)
        if left:
            yield entry if left == entry.people else replace(entry, people=left)
