"""Which icon an entry has and what it is called: by the word that the user typed, or else by its kind."""

from typing import Final

ICONS: Final[dict[str, str]] = {
    "coffee": "coffee",
    "lunch": "utensils",
    "dinner": "utensils",
    "meal": "utensils",
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


def title_of(word: str) -> str:
    """The word as a title: "Coffee", "Video call"."""
    return "Video call" if word == "video" else word.capitalize()
