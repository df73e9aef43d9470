"""The notes desk: notes to be written by hand, written, posted (`docs/method.md` section 6)."""

from dataclasses import dataclass, replace

from refdesk.domain.obligations import thank_you_step
from refdesk.domain.records import Entry, Later, Note, Referral, Thanks
from refdesk.services.addresses import address_of
from refdesk.services.desk import Desk
from refdesk.services.owed_letters import find_note
from refdesk.services.timeline import put_entry
from refdesk.storage.writing import Changes, Writing, new_id


@dataclass(frozen=True, slots=True)
class Queued:
    """A note that was queued; ``needs_address`` asks for the postal address now, not on the day."""

    id: str
    needs_address: bool
    changes: Changes


def queue_note(desk: Desk, note: Note) -> Queued:
    """Put a note to be written by hand on the desk."""
    person = desk.person(note.person)
    if note.referral:
        desk.find(Referral, note.referral)
    queued = desk.checked(replace(note, id=note.id or new_id(), state="to_write"))
    with desk.act(f"A note to {person.name} put on the desk.") as act:
        act.put(queued)
    return Queued(queued.id, address_of(person) is None, act.changes)


def mark_written(desk: Desk, id_: str, text: str = "") -> Changes:
    """A note, or a letter that is owed, was written: with this wording, where one is given, else with its own.

    A second time changes nothing.
    """
    with desk.act("Note marked as written.") as act:
        note = find_note(desk, id_)
        act.retitle(f"Note to {desk.person(note.person).name} marked as written.")
        if note.state == "to_write":
            act.put(replace(note, text=text or note.text, state="written", written_on=desk.today))
    return act.changes


def mark_posted(desk: Desk, id_: str, text: str = "") -> Changes:
    """A note was posted: a letter on the timeline, and the thank-you it belongs to is settled. Once only.

    It keeps the wording that is given, else its own.
    """
    with desk.act("Note marked as posted.") as act:
        note = find_note(desk, id_)
        act.retitle(f"Note to {desk.person(note.person).name} marked as posted.")
        if note.state != "posted":
            posted = replace(note, text=text or note.text, state="posted", posted_on=desk.today)
            act.put(replace(posted, written_on=note.written_on or desk.today))
            letter = Entry(id="", on=desk.today, kind="letter", people=(note.person,), summary=_summary(note))
            put_entry(desk, act, letter)
            _settle(desk, act, note)
            act.delete(Later, f"note:{id_}")
    return act.changes


def _summary(note: Note) -> str:
    about = {"birthday": "for their birthday", "congratulation": "to congratulate", "condolence": "of condolence"}
    words = "to say thank you" if note.occasion.startswith("thank_you") else about.get(note.occasion, "")
    return f"A note by hand {words}".rstrip()


def _settle(desk: Desk, act: Writing, note: Note) -> None:
    """Posting the note that is a referral's thank-you writes that thank-you's entry."""
    referral: Referral | None = act.get(Referral, note.referral) if note.referral else None
    step = thank_you_step(note, referral)
    if referral is None or step is None or any(thanks.step == step for thanks in referral.thanks):
        return
    thanks = Thanks(step=step, done_on=desk.today, by="letter")
    act.put(desk.checked(replace(referral, thanks=(*referral.thanks, thanks))))
    act.delete(Later, f"referral:{referral.id}:thank_you:{step}")
