"""Finding people and entries by what somebody types."""

from dataclasses import dataclass

from refdesk.services.desk import Desk
from refdesk.storage import search
from refdesk.storage.search import FoundEntry, FoundPerson

MANY = 20
"""How many of each kind are shown when nobody says."""


@dataclass(frozen=True, slots=True)
class Found:
    """People by how well they match, entries newest first."""

    people: tuple[FoundPerson, ...]
    entries: tuple[FoundEntry, ...]


def find(desk: Desk, text: str, limit: int = MANY) -> Found:
    """Whoever and whatever matches every word, blind to case and accents: beginnings, and parts from three letters."""
    return Found(tuple(search.find_people(desk.book, text, limit)), tuple(search.find_entries(desk.book, text, limit)))
