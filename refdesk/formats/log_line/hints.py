"""What a typed line lets one guess: a referral, an introduction given, an offer of help. Only ever offered."""

import re
from dataclasses import dataclass
from typing import Literal

from refdesk.formats.log_line.names import name_at

Guess = Literal["introduction_received", "introduction_given", "help_offered"]

_NOT_ME = r"(?:him|her|them)"
_RECEIVED = re.compile(r"(?<!\bI )\bintroduced me to (?=\w)", re.IGNORECASE)
_GIVEN = re.compile(
    r"(?:(?:^|[.;,:!?\n\x1f]) ?|\bI(?:['’]ve| have)? )introduced (?!me\b|us\b)(?P<who>\w[^\n.;:!?]{0,60}?) to (?=\w)",
    re.IGNORECASE,
)
_OFFERED = re.compile(
    r"(?<!\bI )(?<!\bI've )\boffered (?:to (?:help|introduce|recommend|refer)\b|(?:(?:her|his|their) )?help\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Hint:
    """Something the line seems to tell, the people it names, and the words that say so."""

    guess: Guess
    people: tuple[str, ...]
    words: str


def read_hints(text: str) -> tuple[Hint, ...]:
    """The guesses that a line allows, at most one of each."""
    hints = []
    if received := _RECEIVED.search(text):
        hints.append(_hint("introduction_received", text, received, ()))
    if given := _GIVEN.search(text):
        who = "" if re.fullmatch(_NOT_ME, given["who"], re.IGNORECASE) else given["who"]
        hints.append(_hint("introduction_given", text, given, (who,) if who else ()))
    if offered := _OFFERED.search(text):
        hints.append(Hint("help_offered", (), offered[0]))
    return tuple(hints)


def _hint(guess: Guess, text: str, match: re.Match[str], people: tuple[str, ...]) -> Hint:
    """The hint of an introduction, whose last name begins where the match ends."""
    name = name_at(text, match.end())
    named = (*people, name) if name else people
    return Hint(guess, named, f"{match[0]}{name}".strip(" .;,:!?\n\x1f"))
