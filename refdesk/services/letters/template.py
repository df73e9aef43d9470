"""What a letter is made of: paragraphs that stand or give way with what is known, and the words before the name."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Reason = Literal[
    "thank_you_1",
    "thank_you_1_made",
    "thank_you_2",
    "thank_you_3",
    "closing",
    "closing_not_a_fit",
    "birthday",
    "congratulation",
    "condolence",
    "nice_to_meet",
    "other",
]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: it stands where all it ``needs`` is known, and gives way where ``instead_of`` is known."""

    text: str
    needs: tuple[str, ...] = ()
    instead_of: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """A letter in its tones: the paragraphs between greeting and name, and the words before the name."""

    paragraphs: Mapping[str, tuple[Paragraph, ...]]
    closes: Mapping[str, str]


def about(known: str, unknown: str) -> tuple[Paragraph, Paragraph]:
    """A paragraph that names whom it is about, and the one in its place where nobody is known."""
    return Paragraph(known, ("new",)), Paragraph(unknown, instead_of="new")


def plain(*texts: str) -> tuple[Paragraph, ...]:
    """Paragraphs that always stand."""
    return tuple(map(Paragraph, texts))
