"""What of somebody's timeline is worth a mention in a note to them, in a few words each."""

import re
from collections.abc import Iterable

from refdesk.domain.records import Entry, Note
from refdesk.services.desk import Desk
from refdesk.storage.person_timeline import entries_of

MOST, LOOKED_AT, MOST_WORDS = 4, 30, 6
"""How many phrases there are at most, among how many of the last entries they are looked for, and how long one is."""

_ENDS = re.compile(r"[.;!?\n]+(?:\s|$)|\s[–-]\s")
_TOPIC = re.compile(r"(?:\babout|:)\s+(\S.*)", re.IGNORECASE)
_PAUSE = re.compile(r",\s")


def mentions(desk: Desk, person: str, before: Iterable[Note]) -> tuple[str, ...]:
    """Phrases from what happened with a person since the last of the notes ``before`` was posted, the latest first."""
    posted = [note.posted_on for note in before if note.posted_on]
    last = max(posted, default=None)
    found: dict[str, str] = {}
    for entry in entries_of(desk.book, person, LOOKED_AT).entries:
        if (last is None or entry.on > last) and _can_be_told(entry, desk):
            words = phrase(entry.summary)
            found.setdefault(words.casefold(), words)
    return tuple(words for words in found.values() if words)[:MOST]


def phrase(summary: str) -> str:
    """A few words of a summary: what was spoken "about" where it says so, else how it begins; "" for nothing."""
    clauses = [clause.strip() for clause in _ENDS.split(summary) if clause.strip()]
    topics = [topic[1] for clause in clauses if (topic := _TOPIC.search(clause))]
    chosen = next((part for text in (*topics, *clauses) if (part := _short(text))), "")
    return chosen or " ".join(summary.split()[:MOST_WORDS]).strip(" ,;:.–-")


def _short(text: str) -> str:
    """The text up to its first pause; "" where that is more than a few words, or none."""
    part = _PAUSE.split(text)[0].strip(" ,;:.–-")
    return part if len(part.split()) <= MOST_WORDS else ""


def _can_be_told(entry: Entry, desk: Desk) -> bool:
    """Whether it happened with them: not a plan, a letter, a trouble, or something that was noted about them."""
    if entry.planned or entry.on > desk.today or entry.kind == "letter" or "complaint" in entry.marks:
        return False
    return entry.kind != "note" or "gave" in entry.marks
