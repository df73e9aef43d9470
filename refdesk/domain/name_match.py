"""How well typed letters fit a name or a title: by the beginnings of its words, by initials, inside, or loosely."""

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from refdesk.domain.folding import fold

Span = tuple[int, int]
"""Where something that was typed stands in a text: its first letter, and the one after its last."""

_LEAST_INSIDE, _LEAST_LOOSE = 2, 3


class Fit(IntEnum):
    """The kinds of a fit, the best first."""

    BEGINNING = 0
    INITIALS = 1
    INSIDE = 2
    LOOSE = 3


@dataclass(frozen=True, slots=True)
class Match:
    """A fit, and where the typed letters stand in the text."""

    fit: Fit
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Folded:
    """A text folded letter by letter: ``source[i]`` is where the folded letter ``i`` came from."""

    text: str
    source: tuple[int, ...]
    starts: tuple[int, ...]

    def spans(self, places: list[int]) -> tuple[Span, ...]:
        """Folded places as spans of the text, those that touch joined."""
        spans: list[Span] = []
        for at in sorted({self.source[place] for place in places}):
            if spans and spans[-1][1] == at:
                spans[-1] = (spans[-1][0], at + 1)
            else:
                spans.append((at, at + 1))
        return tuple(spans)


@lru_cache(maxsize=2_048)
def match_name(typed: str, text: str) -> Match | None:
    """The best fit of what was typed to a text, blind to case and accents; None where it fits in no way."""
    terms = fold(typed).split()
    if not terms:
        return None
    folded = _fold(text)
    letters = "".join(terms)
    places = _at_beginnings(terms, folded)
    if places is not None:
        return Match(Fit.BEGINNING, folded.spans(places))
    places = _by_initials(letters, folded) if len(terms) == 1 else None
    if places is not None:
        return Match(Fit.INITIALS, folded.spans(places))
    places = _inside(terms, folded)
    if places is not None:
        return Match(Fit.INSIDE, folded.spans(places))
    places = _loosely(letters, folded)
    return Match(Fit.LOOSE, folded.spans(places)) if places is not None else None


@lru_cache(maxsize=8_192)
def _fold(text: str) -> _Folded:
    letters: list[str] = []
    source: list[int] = []
    starts: list[int] = []
    between = True
    for at, letter in enumerate(text):
        folded = fold(letter)
        if between and folded and folded[0].isalnum():
            starts.append(len(letters))
        between = not folded[:1].isalnum() and bool(folded)
        letters.extend(folded)
        source.extend([at] * len(folded))
    return _Folded("".join(letters), tuple(source), tuple(starts))


def _at_beginnings(terms: list[str], folded: _Folded) -> list[int] | None:
    """Each word typed begins a word of its own."""
    free = list(folded.starts)
    places: list[int] = []
    for term in sorted(terms, key=len, reverse=True):
        start = next((start for start in free if folded.text.startswith(term, start)), None)
        if start is None:
            return None
        free.remove(start)
        places.extend(range(start, start + len(term)))
    return places


def _by_initials(letters: str, folded: _Folded) -> list[int] | None:
    """The letters begin words in their order, the first of them the first word; "ar" is Ana Ruiz."""
    if len(letters) < 2 or not folded.starts or folded.text[folded.starts[0]] != letters[0]:
        return None
    places: list[int] = []
    rest = iter(folded.starts)
    for letter in letters:
        start = next((start for start in rest if folded.text[start] == letter), None)
        if start is None:
            return None
        places.append(start)
    return places


def _inside(terms: list[str], folded: _Folded) -> list[int] | None:
    """Each word typed stands somewhere."""
    places: list[int] = []
    for term in terms:
        at = folded.text.find(term) if len(term) >= _LEAST_INSIDE else -1
        if at < 0:
            return None
        places.extend(range(at, at + len(term)))
    return places


def _loosely(letters: str, folded: _Folded) -> list[int] | None:
    """The letters stand in their order, from the beginning of a word on, with others between them."""
    if len(letters) < _LEAST_LOOSE:
        return None
    for start in folded.starts:
        places: list[int] = []
        at = start - 1
        for letter in letters:
            at = folded.text.find(letter, at + 1)
            if at < 0 or (not places and at != start):
                break
            places.append(at)
        if len(places) == len(letters):
            return places
    return None
