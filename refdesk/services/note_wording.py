"""The wording of notes by hand: a letter to begin with for every occasion, in three tones (`docs/method.md` 6)."""

from dataclasses import dataclass
from typing import Literal, get_args

from refdesk.domain.words import Occasion
from refdesk.services.letters.occasions import OCCASIONS
from refdesk.services.letters.template import Reason, Template
from refdesk.services.letters.thanks import THANKS

Tone = Literal["standard", "shorter", "warmer"]

TONES: tuple[Tone, ...] = get_args(Tone)

_TEMPLATES: dict[Reason, Template] = {**THANKS, **OCCASIONS}

A_FEW_LINES, ONE_SIDE = 40, 110
"""Up to how many words are a few lines, and one side of a card."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a letter may speak of; whatever is empty is not known and not spoken of.

    ``first`` is what its reader is called, ``new`` whom they referred, ``portrait`` who a good referral is, and
    ``me`` what it is signed with. ``reason`` is the occasion, or what stands in its place where a referral has gone
    another way: something already done, or an outcome that asks for a closing word.
    """

    reason: Reason
    first: str = ""
    new: str = ""
    portrait: str = ""
    me: str = ""


def reason_of(occasion: Occasion, *, made: bool = False, state: str = "") -> Reason:
    """Which letter an occasion asks for, by how its referral stands: whether it was ``made``, and its ``state``."""
    if occasion == "thank_you_1" and made:
        return "thank_you_1_made"
    if occasion == "thank_you_3" and state == "lost":
        return "closing"
    if occasion == "thank_you_3" and state == "not_a_fit":
        return "closing_not_a_fit"
    return occasion


def letter(facts: Facts, tone: Tone = "standard") -> str:
    """A whole letter: greeting, paragraphs and name, a blank line between each of them."""
    template = _TEMPLATES[facts.reason]
    about = {"new": facts.new.strip(), "portrait": facts.portrait.strip()}
    known = [each for each in template.paragraphs[tone] if all(about[name] for name in each.needs)]
    paragraphs = [each.text.format(**about) for each in known if not (each.instead_of and about[each.instead_of])]
    first, me = facts.first.strip(), facts.me.strip()
    close = template.closes[tone]
    return "\n\n".join((f"Dear {first}," if first else "Hello,", *paragraphs, f"{close},\n{me}" if me else close))


def tone_of(text: str, facts: Facts) -> Tone | None:
    """The tone whose letter this is to the word; None once somebody has made it their own."""
    return next((tone for tone in TONES if letter(facts, tone) == text), None)


def word_count(text: str) -> int:
    """How many words a text has."""
    return len(text.split())


def length_words(count: int) -> str:
    """How long a note of so many words is, in a sentence: "73 words, about one side of a card."."""
    words = "1 word" if count == 1 else f"{count} words"
    if count > ONE_SIDE:
        return f"{words}. Long for a card. Shorter?"
    return f"{words}, {'a few lines' if count <= A_FEW_LINES else 'about one side of a card'}."
