"""The notes desk as it is looked at and worked on: its three heaps, one note's sheet, and what is done with a note."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from refdesk.domain.errors import RefusedError
from refdesk.domain.folding import words
from refdesk.domain.obligation import Obligation
from refdesk.domain.obligations import note_obligation, obligations, thank_you_step
from refdesk.domain.person import Person
from refdesk.domain.records import Later, Note, Referral
from refdesk.domain.words import NoteState, Occasion
from refdesk.services.desk import Desk
from refdesk.services.note_mentions import mentions
from refdesk.services.note_reasons import about_words, why_words
from refdesk.services.note_wording import Facts, reason_of
from refdesk.services.notes import Queued, queue_note
from refdesk.services.owed_letters import find_note, letter_id, owed_letters
from refdesk.services.profiles import portrait, profiles
from refdesk.storage import notes
from refdesk.storage.agenda import names_of
from refdesk.storage.facts import me_of
from refdesk.storage.records import each, get
from refdesk.storage.writing import Changes, Writing

LATELY_DAYS, MOST_POSTED, MOST_EARLIER = 60, 20, 3
"""For how many days a posted note stays on the desk, at most how many, and how many earlier ones a sheet recalls."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskNote:
    """One note in its heap: to whom, what about, and ``day``: when it is due, or was posted.

    ``later`` is the day until which it was put off, None where it was not.
    """

    id: str
    person: str
    name: str
    about: str
    state: NoteState
    day: date | None
    later: date | None = None


@dataclass(frozen=True, slots=True)
class NotesDesk:
    """The three heaps: what is due first comes first, what was posted last comes first."""

    to_write: tuple[DeskNote, ...]
    written: tuple[DeskNote, ...]
    posted: tuple[DeskNote, ...]

    @property
    def everything(self) -> tuple[DeskNote, ...]:
        """All of them, heap by heap."""
        return (*self.to_write, *self.written, *self.posted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """A note that was posted to the same person before: what about, when, and its words, "" where none are kept."""

    about: str
    posted_on: date
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One note with all that is shown beside it.

    ``facts`` are those that its suggested wording may speak of, ``mentions`` phrases from the timeline for it.
    """

    note: Note
    person: Person
    due: date | None
    why: str
    facts: Facts
    earlier: tuple[Earlier, ...]
    mentions: tuple[str, ...] = ()


def notes_desk(desk: Desk) -> NotesDesk:
    """Every note that waits, the letters that are owed among them, and those posted lately."""
    waiting = [*notes.waiting_notes(desk.book), *owed_letters(desk)]
    posted = notes.posted_notes(desk.book, _days_before(desk.today, LATELY_DAYS), MOST_POSTED)
    referrals = notes.referrals_named(desk.book, (*waiting, *posted))
    ids = {note.person for note in (*waiting, *posted)} | {referral.prospect for referral in referrals.values()}
    names = names_of(desk.book, ids)
    put_off = {later.key: later.until for later in each(desk.book, Later)}

    def shown(note: Note) -> DeskNote:
        referral = referrals.get(note.referral)
        owed = note_obligation(note, referral, desk.policy)
        return DeskNote(
            id=note.id,
            person=note.person,
            name=names[note.person][0],
            about=about_words(note, referral, _first_of(names.get(referral.prospect if referral else ""))),
            state=note.state,
            day=note.posted_on or (owed.due if owed else note.due),
            later=_after(put_off.get(owed.key) if owed else None, desk.today),
        )

    rows = sorted(map(shown, waiting), key=lambda row: (row.day or date.max, row.name.casefold(), row.id))
    return NotesDesk(
        tuple(row for row in rows if row.state == "to_write"),
        tuple(row for row in rows if row.state == "written"),
        tuple(map(shown, posted)),
    )


def sheet(desk: Desk, id_: str) -> Sheet:
    """One note of the desk.

    Raises:
        RefusedError: it is not there any more.
    """
    note = find_note(desk, id_)
    person = desk.person(note.person)
    referral: Referral | None = get(desk.book, Referral, note.referral) if note.referral else None
    new = names_of(desk.book, [referral.prospect]).get(referral.prospect) if referral else None
    made = bool(referral and referral.made_on and not referral.agreed_on)
    owed = note_obligation(note, referral, desk.policy)
    before = [one for one in notes.notes_to(desk.book, note.person) if one.id != note.id]
    return Sheet(
        note=note,
        person=person,
        due=owed.due if owed else note.due,
        why=why_words(note, referral, person, new[0] if new else "", desk.today),
        facts=Facts(
            reason=reason_of(note.occasion, made=made, state=referral.state if referral else ""),
            first=person.first_name,
            new=_first_of(new),
            portrait=next((portrait(profile) for profile in profiles(desk) if profile.active), ""),
            me=me_of(desk.book).name,
        ),
        earlier=tuple(_earlier(before)),
        mentions=mentions(desk, note.person, before),
    )


def same_words(text: str, earlier: Iterable[Earlier]) -> Earlier | None:
    """The earlier note that says the same, but for case, spaces and stops; the latest of several."""
    said = words(text)
    return next((one for one in earlier if said and words(one.text) == said), None)


def reword(desk: Desk, id_: str, text: str) -> Changes:
    """Write a note's words; the same words change nothing."""
    with _act_on(desk, id_, "Wording of the note to {} changed.") as (act, note):
        if text != note.text:
            act.put(replace(note, text=text))
    return act.changes


def put_off_note(desk: Desk, id_: str, until: date) -> Changes:
    """Put a note off until a later day; one without a due day is due then."""
    if until <= desk.today:
        raise RefusedError("A note is put off until a later day.")
    with _act_on(desk, id_, "Note to {} put off.") as (act, note):
        owed = _owed(desk, note)
        if owed:
            act.put(desk.checked(Later(key=owed.key, until=until)))
        else:
            act.put(replace(note, due=until))
    return act.changes


def delete_note(desk: Desk, id_: str) -> Changes:
    """Take a note off the desk. A letter of thanks that is owed stays owed, and so does its place on the desk.

    Raises:
        RefusedError: nobody has begun it yet, so that there is nothing to delete.
    """
    if get(desk.book, Note, id_) is None:
        find_note(desk, id_)
        raise RefusedError("This letter of thanks is owed. It leaves the desk when it is posted, or settled in Today.")
    with _act_on(desk, id_, "Note to {} deleted.") as (act, _):
        act.delete(Note, id_)
        act.delete(Later, f"note:{id_}")
    return act.changes


def new_note(desk: Desk, person: str, occasion: Occasion, due: date | None) -> Queued:
    """Put a note on the desk; one of thanks belongs to the referral that owes that very thank-you, if any does.

    Raises:
        RefusedError: a note for that thank-you lies there already.
    """
    note = Note(id="", person=person, occasion=occasion, due=due)
    referral = _referral_that_owes(desk, note)
    if referral is None:
        return queue_note(desk, note)
    linked = replace(note, referral=referral.id)
    twins = [one for one in notes.notes_to(desk.book, person) if one.state != "posted"]
    if any((one.referral, one.occasion) == (referral.id, occasion) for one in twins):
        raise RefusedError("A note for this thank-you lies on the desk already.")
    id_ = letter_id(referral) if occasion == "thank_you_3" else ""
    return queue_note(desk, replace(linked, id="" if get(desk.book, Note, id_) else id_))


def _referral_that_owes(desk: Desk, note: Note) -> Referral | None:
    """The referral, first agreed first, that owes the thank-you which a new note is for; None for any other note."""
    for referral in notes.referrals_from(desk.book, note.person):
        step = thank_you_step(replace(note, referral=referral.id), referral)
        if step and any(owed.step == step for owed in obligations(referral, desk.policy)):
            return referral
    return None


@contextmanager
def _act_on(desk: Desk, id_: str, title: str) -> Iterator[tuple[Writing, Note]]:
    """One act on a note as it stands now; ``title`` takes the name of whom it goes to."""
    with desk.act(title) as act:
        note = find_note(desk, id_)
        act.retitle(title.format(desk.person(note.person).name))
        yield act, note


def _owed(desk: Desk, note: Note) -> Obligation | None:
    """The task that a note is, with the key by which it is put off; None for one without a due day."""
    referral: Referral | None = get(desk.book, Referral, note.referral) if note.referral else None
    return note_obligation(note, referral, desk.policy)


def _earlier(before: Iterable[Note]) -> list[Earlier]:
    """What was posted to the same person before, the latest first."""
    posted = [
        Earlier(about=about_words(note, None, ""), posted_on=note.posted_on, text=note.text)
        for note in before
        if note.posted_on
    ]
    return sorted(posted, key=lambda one: one.posted_on, reverse=True)[:MOST_EARLIER]


def _first_of(names: tuple[str, str] | None) -> str:
    """What to call somebody of whom (name, given name) is known; "" for nobody."""
    return (names[1] or names[0].partition(" ")[0]) if names else ""


def _after(until: date | datetime | None, today: date) -> date | None:
    """The day until which something is put off, while that lies ahead."""
    day = until.date() if isinstance(until, datetime) else until
    return day if day and day > today else None


def _days_before(day: date, days: int) -> date:
    return day - timedelta(days=min(days, (day - date.min).days))
