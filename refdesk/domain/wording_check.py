"""The wording check: what in an ask makes it hard to answer, why, and a better form (`docs/method.md` section 4).

It never blocks: it tells. The rules read the words as they stand, in English, without regard to case, to curly or
straight apostrophes or to how the lines break.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

WordingRule = Literal["general", "cornering", "multi_level", "name_and_number", "no_target", "reward"]

WORDING_RULES: tuple[WordingRule, ...] = get_args(WordingRule)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: by which rule, why it matters, the words it is about (empty: what is missing), what to do."""

    rule: WordingRule
    why: str
    about: str
    better: str


def check_wording(words: str, *, has_target: bool = True) -> tuple[Finding, ...]:
    """What could be said better in these words, in the order of `WORDING_RULES`, each rule once.

    ``has_target`` says whether the ask has a named person or a profile, which the words need not repeat.
    """
    text = words.translate(_STRAIGHT)
    found = {"no_target": ""} if not has_target else {}
    for rule, spans in (("general", _general(text)), *((rule, _matches(rule, text)) for rule in _PATTERNS)):
        span = next(spans, None)
        if span is not None:
            found[rule] = words[slice(*span)]
    return tuple(Finding(rule, _WHY[rule], found[rule], _BETTER[rule]) for rule in WORDING_RULES if rule in found)


def leaves_room(words: str) -> bool:
    """Whether the words make a no as easy as a yes (A1)."""
    return _ROOM.search(words.translate(_STRAIGHT)) is not None


Span = tuple[int, int]

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})  # one letter for one, so that places stay the same

_WHY: dict[WordingRule, str] = {
    "general": "A request about everybody brings nobody to mind.",
    "cornering": "This puts people on the spot, and they feel cornered.",
    "multi_level": "Asking people to pass it on to everybody spends their good name.",
    "name_and_number": "A name and a number leave you to call a stranger. What helps is a word from a friend.",
    "no_target": "Without a person or a profile there is nobody to think of.",
    "reward": "A reward makes a trade of it. People refer because they trust you.",
}
_BETTER: dict[WordingRule, str] = {
    "general": "Try one name, or a job and a moment: “Do you know an owner in food who is thinking of stepping back?”",
    "cornering": "Name one person, and leave room: “Would you be comfortable introducing us? If not, please just say.”",
    "multi_level": "Ask for one person: “Would you mention me to Piotr?”",
    "name_and_number": "Ask for an action: “Would you tell Piotr about me, and copy me on the email?”",
    "no_target": "Who would you like to meet? A name or a profile is enough.",
    "reward": "Leave it out, and say thank you afterwards, by hand.",
}


def _pattern(*alternatives: str) -> re.Pattern[str]:
    """One pattern of several; a space in it stands for any white space, so that a line may break anywhere."""
    return re.compile("|".join(alternatives).replace(" ", r"\s+"), re.IGNORECASE)


_FEW_WORDS = r"(?: [\w'-]+){0,3}"
_A_CLAUSE = r"[^.?!]{0,80}?"

_ANYONE = _pattern(
    rf"\byou{_FEW_WORDS} (?:know|know of|meet|hear of|come across|think of|run into|bump into) any(?:one|body)\b",
    r"\b(?:introduce|mention|recommend|refer) me to any(?:one|body)\b",
    r"\bany(?:one|body)(?= (?:who|that|looking for|in need|needing|interested|with a need)\b)",
)
"""A request about anybody, up to that word: general, unless a field and a goal follow."""

_NO_REQUEST = _pattern(r"(?:n't|\bnot|\bnever|\bthan|\bwithout|\bunlike)(?: \w+){0,2}\s*$")
"""What stands before “anyone” where it is no request: “I don't know anyone who …”."""

_FIELD_AND_GOAL = _pattern(
    r"^ (?:in|at|from|among|within) [^.?!]*?,? "
    r"(?:who|that)(?:'s| is| has| wants| would like|'d like| hopes| plans| needs| means) "
    r"(?!my\b|our\b|me\b|us\b|help\b|someone\b|somebody\b)\w",
    r"^ (?:who|that) (?:runs|owns|manages|leads|works|chairs|farms|teaches) [^.?!]*?,? (?:who|and)"
    r"(?:'s| is| has| wants| would like|'d like| hopes| plans| needs| means) "
    r"(?!my\b|our\b|me\b|us\b|help\b|someone\b|somebody\b)\w",
)
"""As in A4's own “do you know anyone in … who is looking to achieve …”."""

_VAGUE = _pattern(
    r"\bspread the word\b",
    r"\b(?:send|steer|point) (?:people|everyone|everybody|business|work|clients|customers|some \w+) (?:my|our) way\b",
    r"\b(?:always|still) looking for (?:new |more )?(?:clients|customers|business|referrals|work)\b",
    r"\bpass (?:on |around |along |round )?my (?:name|card|cards) (?:on|around|along|round)\b",
    r"\bkeep (?:me|us) in mind\b",
    r"\b(?:got|have|know of) any (?:referrals|leads|clients|names) for (?:me|us)\b",
    r"\bwho(?:ever)? (?:needs|could use|might need|may need) (?:my|our) (?:services|help|work|business)\b",
)
_PATTERNS: dict[WordingRule, re.Pattern[str]] = {
    "cornering": _pattern(
        r"\bwho (?:else )?do you know\b",
        r"\bwho (?:else )?(?:can|could) you (?:introduce|recommend|refer|send|think of)\b",
        r"\byou must (?:surely )?know (?:someone|somebody|a few|lots|plenty|a lot|people)\b",
        r"\bsurely you (?:can|could|know|must)\b",
        r"\b(?:won't|will not|can't) take no\b",
        r"\b(?:don't|do not|you can't) say no\b",
        r"\byou owe me\b",
    ),
    "multi_level": _pattern(
        rf"\b(?:tell|ask|send|forward|share|e-?mail|mention|introduce|invite|pass|recommend|refer|talk|speak|write)\b"
        rf"{_A_CLAUSE}\b(?:all (?:of )?your (?:friends|contacts|clients|colleagues|customers|neighbours|people|family)"
        rf"|every(?:one|body) you (?:know|meet|work with)|your (?:whole|entire) (?:network|family|address book|team)"
        rf"|(?:their|your) friends(?:'| and their) friends|as many people as)\b",
        rf"\b(?:tell|ask)\b{_A_CLAUSE}\bto (?:tell|ask) their (?:friends|clients|contacts|colleagues)\b",
        r"\b(?:tell|ask|bring me) (?:five|ten|twenty|\d+) (?:friends|people|others|colleagues)\b",
    ),
    "name_and_number": _pattern(
        r"\b(?:give|send|text|get|let|pass|hand|e-?mail) (?:me|us)(?: have)?(?: (?!your\b|my\b)[\w'-]+){0,3} "
        r"(?:names?|numbers?|contact details|details|e-?mail address|contacts)\b",
        r"\b(?:may|can|could) I (?:have|get)(?: (?!your\b|my\b)[\w'-]+){0,3} "
        r"(?:names?|numbers?|contact details|details|e-?mail address|contacts)\b",
        r"\ba name and (?:a )?(?:phone |telephone |mobile )?number\b",
        r"\bwhat(?:'s| is) (?:their|his|her|\w+'s) (?:phone |mobile )?(?:number|e-?mail address)\b",
    ),
    "reward": _pattern(
        rf"\b(?:I'll|I will|I'd|I would|I can|I could|we'll|we will|we can|you'll get|you get){_A_CLAUSE}"
        rf"(?:\bcommission|\bfee\b|\bcash\b|\bvouchers?\b|\bdiscount|\bgift cards?\b|\breward|\bbonus\b|\ba cut\b"
        rf"|\bper cent\b|%|\bmoney off\b|[£$€]\d+)",
        r"\b(?:finder's|referral|introduction) fee\b",
        r"\b(?:pay|reward|compensate) you\b",
        r"\bfor (?:every|each) (?:referral|introduction|recommendation|new client|client|customer|lead) you\b",
        r"\bin (?:return|exchange) for (?:an?|each|every|any|your|the) (?:referral|introduction|recommendation)\b",
        r"\bmake it worth your while\b",
    ),
}

_ROOM = _pattern(
    r"\bplease (?:just )?say\b",
    r"\bjust say\b",
    r"\b(?:if|unless) (?:it|that|this) (?:feels?|doesn't|does not|seems?|isn't|is not|suits?)\b",
    r"\bif (?:not|you'd rather not|you would rather not|you're not comfortable|you don't want to)\b",
    r"\bonly if\b",
    r"\bcomfortable\b",
    r"\bno (?:hurry|rush|pressure|hard feelings|need)\b",
    r"\b(?:fine|all right|okay|ok) (?:if not|either way|too)\b",
    r"\bfeel free\b",
    r"\ba no is\b",
)


def _matches(rule: WordingRule, text: str) -> Iterator[Span]:
    return (match.span() for match in _PATTERNS[rule].finditer(text))


def _general(text: str) -> Iterator[Span]:
    """Vague requests, and those about anybody that say neither the field nor the goal."""
    for match in _ANYONE.finditer(text):
        if not _NO_REQUEST.search(text[: match.start()]) and not _FIELD_AND_GOAL.search(text[match.end() :]):
            yield match.span()
    yield from (match.span() for match in _VAGUE.finditer(text))
