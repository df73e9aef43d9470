"""Letters that a referral owes and nobody has begun: they lie on the notes desk as if somebody had put them there.

A referral won owes its third thank-you by hand (`docs/method.md` section 5). Its letter is no record until something
is done with it; from then on it is a note under the same id.
"""

from collections.abc import Iterator

from refdesk.domain.errors import RefusedError
from refdesk.domain.obligations import note_obligation
from refdesk.domain.records import Note, Referral
from refdesk.services.desk import Desk
from refdesk.storage import notes
from refdesk.storage.records import get


def owed_letters(desk: Desk) -> Iterator[Note]:
    """Every letter that is owed and has no note yet."""
    for referral in notes.referrals_without_letter(desk.book):
        letter = Note(id=letter_id(referral), person=referral.champion, occasion="thank_you_3", referral=referral.id)
        if note_obligation(letter, referral, desk.policy):
            yield letter


def letter_id(referral: Referral) -> str:
    """The id under which a referral's third thank-you lies on the desk until a note of the user's is there."""
    return f"{referral.id}.letter"


def find_note(desk: Desk, id_: str) -> Note:
    """The note of this id, or the owed letter.

    Raises:
        RefusedError: there is neither.
    """
    found: Note | None = get(desk.book, Note, id_)
    if found is None:
        found = next((letter for letter in owed_letters(desk) if letter.id == id_), None)
    if found is None:
        raise RefusedError("This note is no longer on the desk.")
    return found
