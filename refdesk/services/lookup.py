"""Whom the palette offers: people in a fixed order for what was typed, and those spoken with lately for nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from refdesk.domain.folding import fold
from refdesk.domain.name_match import Fit, Match, Span, match_name
from refdesk.services.desk import Desk
from refdesk.storage import people_lookup, search
from refdesk.storage.people_lookup import LookedUp

_ELSEWHERE = len(Fit)
"""After all who fit by name come those found by their firm, an address or a note."""

_INITIALS = 3
"""Up to how many letters are taken for initials."""


@dataclass(frozen=True, slots=True)
class Offered:
    """Somebody to be chosen: ``context`` is their work.

    ``spans`` are the letters of the name that were typed, ``is_sure`` says that they stand there together.
    """

    id: str
    name: str
    first: str
    context: str
    may_be_asked: bool
    spans: tuple[Span, ...] = ()
    is_sure: bool = False


def look_up(desk: Desk, typed: str, limit: int) -> list[Offered]:
    """People for what was typed: beginnings of words, initials, inside, loosely; alike ones by the last talk."""
    found = {person.id: person for person in _candidates(desk, typed, limit)}

    def order(person: LookedUp) -> tuple[int, int, str, str]:
        match = match_name(typed, person.name)
        return match.fit if match else _ELSEWHERE, -_day_number(person.last_talk), fold(person.name), person.id

    best = sorted(found.values(), key=order)[:limit]
    return [_offered(person, match_name(typed, person.name)) for person in best]


def lately(desk: Desk, limit: int) -> list[Offered]:
    """Whom the user spoke with last."""
    return [_offered(person) for person in people_lookup.spoken_with_lately(desk.book, limit)]


def offered(desk: Desk, id_: str) -> Offered | None:
    """One person; None when they are gone."""
    return next((_offered(person) for person in people_lookup.by_ids(desk.book, [id_])), None)


def _candidates(desk: Desk, typed: str, limit: int) -> Iterable[LookedUp]:
    """Whoever can be among the best: of those spoken with lately all that fit, of all others whom an index gives."""
    book, terms = desk.book, fold(typed).split()
    found = [person for person in people_lookup.spoken_with_lately(book) if match_name(typed, person.name)]
    found += people_lookup.with_words_beginning(book, terms)
    if len(terms) == 1 and 1 < len(terms[0]) <= _INITIALS:
        found += people_lookup.with_words_beginning(book, list(terms[0]))
    if len({person.id for person in found}) < limit:
        others = [person.id for person in search.find_people(book, typed, limit)]
        found += people_lookup.by_ids(book, others)
    if len({person.id for person in found}) < limit and terms:
        newest = people_lookup.with_words_beginning(book, [terms[0][:1]])
        found += [person for person in newest if match_name(typed, person.name)]
    return found


def _offered(person: LookedUp, match: Match | None = None) -> Offered:
    first = person.given or person.name.partition(" ")[0] or person.name
    context = ", ".join(filter(None, (person.title, person.org)))
    found = Offered(person.id, person.name, first, context, not person.do_not_ask)
    return replace(found, spans=match.spans, is_sure=match.fit is not Fit.LOOSE) if match else found


def _day_number(day: str) -> int:
    """An ISO day as a number that grows with it; 0 for ""."""
    return int(day.replace("-", "") or 0)
