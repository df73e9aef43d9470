"""What an entry is called and which icon it has: by the word that the user typed, or else by its kind."""

import re
from typing import Final

from refdesk.domain.words import Kind, Mark, Satisfaction
from refdesk.formats.log_names import KIND_WORDS
from refdesk.gui.widgets.marks import Tone

ICONS: Final[dict[str, str]] = {
    "coffee": "coffee",
    "lunch": "utensils",
    "dinner": "utensils",
    "meeting": "users",
    "call": "phone",
    "video": "video",
    "email": "mail",
    "message": "message-circle",
    "card": "mailbox",
    "letter": "mailbox",
    "event": "calendar",
    "gift": "gift",
    "favour": "gift",
    "favor": "gift",
    "note": "sticky-note",
    "milestone": "circle-check",
}

MARK_WORDS: Final[dict[Mark, tuple[str, Tone]]] = {
    "gave": ("You helped", Tone.ACCENT),
    "received": ("They helped", Tone.ACCENT),
    "explained": ("Told what you do", Tone.NEUTRAL),
    "story": ("Told a story", Tone.NEUTRAL),
    "expectation": ("Said you live by referrals", Tone.NEUTRAL),
    "offered_help": ("Offered to help", Tone.GOOD),
    "repayment_offer": ("Offered in return", Tone.NEUTRAL),
    "delivered": ("Delivered", Tone.GOOD),
    "complaint": ("Complaint", Tone.BAD),
}
"""What a mark says on a chip."""

SATISFACTION_TONES: Final[dict[Satisfaction, Tone]] = {
    "delighted": Tone.GOOD,
    "satisfied": Tone.GOOD,
    "mixed": Tone.WARN,
    "unhappy": Tone.BAD,
}

_WORD = re.compile(rf"(?<![\w'’-])(?:{'|'.join(KIND_WORDS)})(?![\w'’-])", re.IGNORECASE)


def word_of(kind: Kind, line: str) -> str:
    """The word by which the line said that it was of this kind, such as "coffee"; the kind itself where none did."""
    said = (match[0].casefold() for match in _WORD.finditer(line))
    return next((word for word in said if KIND_WORDS[word] == kind), kind)


def title_of(word: str) -> str:
    """The word as a title: "Coffee", "Video call"."""
    return "Video call" if word == "video" else word.capitalize()
