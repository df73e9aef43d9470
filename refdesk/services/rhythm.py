"""The rhythm of partners: a meeting that took place, however it was logged, moves the next one (section 7)."""

from dataclasses import replace
from datetime import date

from refdesk.domain.obligations import days_after
from refdesk.domain.records import Entry, Later, Partner
from refdesk.services.desk import Desk
from refdesk.storage.partners_list import FACE_TO_FACE, partners_due
from refdesk.storage.writing import Writing


def keep_rhythm(desk: Desk, act: Writing, entry: Entry) -> None:
    """After a meeting was written as part of an act: a partner's that was due by its day is met.

    The next one comes ``every_days`` after the meeting. One that was held before it was due moves nothing by itself:
    it may have been about something else.
    """
    if entry.planned or entry.kind not in FACE_TO_FACE:
        return
    for partner in list(partners_due(act.book, entry.people, entry.on)):
        set_next(desk, act, partner, days_after(entry.on, partner.every_days))


def set_next(desk: Desk, act: Writing, partner: Partner, on: date | None) -> None:
    """Write when partners meet next, as part of an act; that the meeting was put off is forgotten."""
    act.put(desk.checked(replace(partner, next_on=on)))
    act.delete(Later, f"partner:{partner.id}:partner_meeting")
