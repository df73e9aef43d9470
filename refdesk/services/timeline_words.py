"""How what happened reads on a timeline: what kind of thing it was, a title, and the marks beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from refdesk.domain.folding import words
from refdesk.domain.records import Entry
from refdesk.domain.words import Kind, Mark, Satisfaction

Weight = Literal["neutral", "accent", "good", "warn", "bad"]
Sign = Literal[
    "meeting", "coffee", "meal", "video", "call", "message", "email", "letter", "event", "milestone", "note", "gift",
    "asked", "promised", "given", "received", "followed_up", "told", "won", "ended", "thanked",
]  # fmt: skip
"""What is shown by an icon."""


@dataclass(frozen=True, slots=True)
class Label:
    """A word or two beside a title, and how they weigh."""

    words: str
    weight: Weight = "neutral"


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One thing on a timeline; ``entry`` is what it shows, None for a step of a referral, an ask or a note."""

    key: str
    on: date
    sign: Sign
    title: str
    text: str = ""
    labels: tuple[Label, ...] = ()
    at: time | None = None
    approximate: bool = False
    entry: Entry | None = None


_WORDS: dict[str, tuple[Sign, str]] = {
    "coffee": ("coffee", "Coffee"),
    "lunch": ("meal", "Lunch"),
    "dinner": ("meal", "Dinner"),
    "breakfast": ("meal", "Breakfast"),
    "email": ("email", "Email"),
    "gift": ("gift", "Gift"),
    "favour": ("gift", "Favour"),
    "favor": ("gift", "Favour"),
}
"""Words of a logged line that say more than the kind that they stand for."""

_KINDS: dict[Kind, tuple[Sign, str]] = {
    "meeting": ("meeting", "Meeting"),
    "video": ("video", "Video call"),
    "call": ("call", "Call"),
    "message": ("message", "Message"),
    "letter": ("letter", "Handwritten note"),
    "event": ("event", "Event"),
    "milestone": ("milestone", "Milestone"),
    "note": ("note", "Note"),
}
_MARKS: dict[Mark, Label] = {
    "gave": Label("Given"),
    "received": Label("Received", "accent"),
    "explained": Label("Told what you do"),
    "story": Label("Told a story"),
    "expectation": Label("Said you live by referrals"),
    "offered_help": Label("Offered to help", "accent"),
    "repayment_offer": Label("Offered in return"),
    "delivered": Label("Delivered", "good"),
    "complaint": Label("Complaint", "bad"),
}
_FEELINGS: dict[Satisfaction, Label] = {
    "delighted": Label("Delighted", "good"),
    "satisfied": Label("Satisfied", "good"),
    "mixed": Label("Mixed", "warn"),
    "unhappy": Label("Unhappy", "bad"),
}
_RESOLVED = Label("Complaint, put right")


def entry_happening(entry: Entry, first_name: str, others: Sequence[str]) -> Happening:
    """An entry on the timeline of somebody of this first name; ``others`` are the names of who else was there."""
    sign, what = _sign(entry)
    return Happening(
        key=f"entry:{entry.id}",
        on=entry.on,
        at=entry.at,
        sign=sign,
        title=f"{_directed(entry, what, first_name)}{_with(others)}{f', {entry.place}' if entry.place else ''}",
        text=entry.summary,
        labels=_labels(entry),
        approximate=entry.approximate,
        entry=entry,
    )


def entry_words(entry: Entry) -> tuple[Sign, str, tuple[Label, ...]]:
    """What an entry is shown by where its people are shown beside it: its sign, what it was, and its labels."""
    sign, what = _sign(entry)
    return sign, what, _labels(entry)


def _sign(entry: Entry) -> tuple[Sign, str]:
    """What the head of the logged line called it, where that agrees with the kind it has now, or the kind itself."""
    head = entry.line.partition(":")[0]
    said = next((_WORDS[word] for word in words(head) if word in _WORDS), None)
    agrees = {"meeting": ("coffee", "meal"), "message": ("email",), "note": ("gift",)}
    if said is not None and said[0] in agrees.get(entry.kind, ()):
        return said
    return _KINDS[entry.kind]


def _directed(entry: Entry, what: str, first_name: str) -> str:
    direction = entry.effective_direction
    if direction == "in":
        return f"{what} from {first_name}"
    if direction == "out":
        return f"{what} posted" if entry.kind == "letter" and not entry.planned else f"{what} to {first_name}"
    return what


def _with(others: Sequence[str]) -> str:
    if len(others) > 3:
        others = (*others[:2], f"{len(others) - 2} others")
    return f" with {' and '.join(filter(None, (', '.join(others[:-1]), others[-1])))}" if others else ""


def _labels(entry: Entry) -> tuple[Label, ...]:
    labels = [Label("Planned", "accent")] if entry.planned else []
    labels += [_RESOLVED if mark == "complaint" and entry.resolved_on else _MARKS[mark] for mark in entry.marks]
    if entry.satisfaction:
        labels.append(_FEELINGS[entry.satisfaction])
    return tuple(labels)
