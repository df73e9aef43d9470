"""Who a typed line is about: the part before the colon, once its day and its marked parts are out."""

import re
from dataclasses import dataclass, field
from typing import Final

from refdesk.domain.words import Kind
from refdesk.formats.log_line.tokens import GAP

KIND_WORDS: Final[dict[str, Kind]] = {
    "coffee": "meeting",
    "lunch": "meeting",
    "dinner": "meeting",
    "meeting": "meeting",
    "call": "call",
    "video": "video",
    "email": "message",
    "message": "message",
    "card": "letter",
    "letter": "letter",
    "event": "event",
    "note": "note",
    "gift": "note",
    "favour": "note",
    "favor": "note",
}
"""The words by which a line says what happened (`docs/method.md` section 1, "kind")."""

_LETTERS: Final = {"c": "call", "m": "meeting", "e": "email", "n": "note"}
_WORDS = "|".join(KIND_WORDS)
_FIRST = re.compile(rf"(?P<word>{_WORDS})(?![\w'’-])[\s,]*|(?P<letter>(?-i:[cmen]))(?:\s+|$)", re.IGNORECASE)
_INSIDE = re.compile(rf"(?<![\w'’-])(?:{_WORDS})(?![\w'’-])", re.IGNORECASE)
_SECOND = re.compile(rf"[\w'’-]+\s+(?P<word>{_WORDS})(?![\w'’-])", re.IGNORECASE)
_LAST = re.compile(rf"\s(?P<word>{_WORDS})$", re.IGNORECASE)
_WITH = re.compile(r"(?<!\S)(?:with|w/)\s+", re.IGNORECASE)
_TOWARDS = re.compile(r"(?:to|from|for|about)\s+", re.IGNORECASE)
_CAPITAL = re.compile(r"[^\W\d_a-z]")
_AT = re.compile(r"(?<!\S)at\s+", re.IGNORECASE)
_VERB = re.compile(r"\s(?=(?:introduced|offered|promised)\b)", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[,;](?!\s*(?:jr|sr|phd|md)\b)\s*|\s+(?:&|and)\s+", re.IGNORECASE)
_MENTION = re.compile(r"(?<!\S)@(?=\w)")
_WORD = re.compile(r"[^\s,;:!?()#+@]+")
_INITIAL_OR_TITLE = re.compile(r"(?:\w|dr|mr|ms|st|mrs|prof|jr|sr)\.", re.IGNORECASE)
_PARTICLES = frozenset(
    ("al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "la", "le", "van", "von", "y", "zu")
)
_PRONOUNS = frozenset(("i", "i've", "i’ve", "me", "we", "us", "he", "she", "they"))
_MOST_WORDS = 6
_MOST_LETTERS = 80
_AROUND = " \t,;–—-"


@dataclass(slots=True)
class Head:
    """What the part before the colon says; ``rest`` is what of it belongs to the text."""

    word: str = ""
    names: list[str] = field(default_factory=list)
    place: str = ""
    incoming: bool = False
    rest: list[str] = field(default_factory=list)

    @property
    def kind(self) -> Kind:
        """The kind that the word stands for; without one a private note, which claims no conversation."""
        return KIND_WORDS.get(self.word, "note")


def read_head(text: str, *, alone: bool, implied: bool = False) -> Head:
    """Read kind, names and place; ``alone`` says that no colon parts them from what happened.

    The names stand behind "with" where there is one, else in the first part that is not the kind. Where somebody is
    ``implied``, it takes a "with", or a "to" or "from" and a capital, to name anybody else.
    """
    head = Head()
    pieces = [piece.strip(_AROUND) for piece in _MENTION.sub(", ", text).split(GAP)]
    pieces = [piece for piece in pieces if piece]
    first = _FIRST.match(pieces[0]) if pieces else None
    if first:
        head.word = (first["word"] or _LETTERS[first["letter"]]).casefold()
        pieces[0] = pieces[0][first.end() :]
        pieces = [piece for piece in pieces if piece]
    naming = next((index for index, piece in enumerate(pieces) if _WITH.search(piece)), 0)
    for index, piece in enumerate(pieces):
        if index == naming:
            before, names = _part_others(piece, head) if implied else _part_names(piece, head)
            _add_before(before, head)
            _add_names(names, head, alone)
        else:
            _add_before(piece, head)
    return head


def _part_names(piece: str, head: Head) -> tuple[str, str]:
    """What stands before the names, and the names with all that follows."""
    towards = _TOWARDS.match(piece)
    if head.kind in ("message", "letter", "note") and head.word and towards:
        head.incoming = towards[0].casefold().startswith("from")
        return "", piece[towards.end() :]
    if partner := _WITH.search(piece):
        return piece[: partner.start()], piece[partner.end() :]
    if head.word:
        head.incoming = towards is not None and towards[0].casefold().startswith("from")
        return "", piece[towards.end() :] if towards else piece
    for inside in _INSIDE.finditer(piece):
        towards = _TOWARDS.match(piece, inside.end() + 1)
        if towards:
            head.incoming = towards[0].casefold().startswith("from")
            return piece[: inside.end()], piece[towards.end() :]
    if last := _LAST.search(piece):
        return last["word"], piece[: last.start()]
    return "", piece


def _part_others(piece: str, head: Head) -> tuple[str, str]:
    """The same for a line whose main person is known: what does not surely name others is left as text."""
    partner = _WITH.search(piece)
    if partner and (head.word or _CAPITAL.match(piece, partner.end())):
        return piece[: partner.start()], piece[partner.end() :]
    towards = _TOWARDS.match(piece)
    if head.word and towards and _CAPITAL.match(piece, towards.end()):
        head.incoming = towards[0].casefold().startswith("from")
        return "", piece[towards.end() :]
    soon = None if head.word else _SECOND.match(piece)
    head.word = soon["word"].casefold() if soon else head.word
    if _AT.match(piece):
        return piece, ""
    head.rest.append(piece)
    return "", ""


def _add_before(text: str, head: Head) -> None:
    """Take in a part of the head that holds no names: the kind, a place, or words that belong to the text."""
    inside = None if head.word else _INSIDE.search(text)
    if inside:
        head.word = inside[0].casefold()
        text = f"{text[: inside.start()]}{text[inside.end() :]}"
    text = text.strip(_AROUND)
    at = _AT.match(text)
    if at and not head.place:
        head.place = text[at.end() :]
    elif text:
        head.rest.append(text)


def _add_names(text: str, head: Head, alone: bool) -> None:
    """Take in names up to a place, a verb, a number or, in a head that is alone, a sentence."""
    verb = _VERB.search(text)
    if verb and text[: verb.start()].casefold() not in _PRONOUNS:
        head.rest.append(text[verb.end() :])
        text = text[: verb.start()]
    if at := _AT.search(text):
        head.place = head.place or text[at.end() :].strip(_AROUND)
        text = text[: at.start()]
    start = 0
    for between in [*_BETWEEN.finditer(text), None]:
        part = text[start : between.start() if between else len(text)]
        length = _length_of_name(part, alone)
        if name := _trim(part[:length]):
            head.names.append(name)
        elif length:
            head.rest.append(part)
        if length < len(part):
            head.rest.append(text[start + length :].strip(_AROUND))
            return
        start = between.end() if between else start


def _length_of_name(part: str, alone: bool) -> int:
    """How many letters of the part are a name."""
    words = list(re.finditer(r"\S+", part))
    if words and words[0][0].casefold() in _PRONOUNS:
        return 0
    sentence = alone and len(words) > 2 and words[0][0][0].isupper()
    for word in words[1:]:
        starts_text = sentence and word[0][0].islower() and word[0].casefold() not in _PARTICLES
        if starts_text or not (word[0][0].isalpha() or word[0][0] in "'’"):
            return word.start()
    return len(part) if len(words) <= _MOST_WORDS and len(part) <= _MOST_LETTERS else 0


_JOINING = frozenset(("with", "w/", "and", "to", "from"))
"""What joins names and is none, where a line breaks off."""


def _trim(name: str) -> str:
    """A name without the punctuation around it; empty where it is no name."""
    name = name.strip(' \t,;!?…"“”()')
    if not any(char.isalnum() for char in name) or name.casefold() in _JOINING:
        return ""
    return name.rstrip(".") if _ends_sentence(name.split()[-1]) else name


def _ends_sentence(word: str) -> bool:
    return word.endswith(".") and not _INITIAL_OR_TITLE.fullmatch(word)


def name_at(text: str, start: int) -> str:
    """The name that begins at ``start``: one word, or as many as go on in capitals, particles between them."""
    end = read = start
    for word in _WORD.finditer(text, start):
        capital = word[0][0].isupper()
        if word.start() > start:
            goes_on = text[read : word.start()] == " " and (capital or word[0].casefold() in _PARTICLES)
            if not goes_on:
                break
        read = word.end()
        end = read if capital or word.start() == start else end
        if not text[start].isupper() or _ends_sentence(word[0]):
            break
    return _trim(text[start:end])


def take_mentions(text: str) -> tuple[list[str], str]:
    """The names written as ``@name`` in a text, and the text without the signs."""
    names = [name_at(text, match.end()) for match in _MENTION.finditer(text)]
    return [name for name in names if name], _MENTION.sub("", text)
