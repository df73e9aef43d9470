"""Every letter reads well, whatever is known of its reader, of whom it is about, and of who signs it."""

import re
from itertools import product
from typing import get_args

import pytest

from refdesk.domain.words import Occasion
from refdesk.services.letters.template import Reason
from refdesk.services.note_wording import (
    TONES,
    Facts,
    Tone,
    length_words,
    letter,
    reason_of,
    tone_of,
    word_count,
)

REASONS: tuple[Reason, ...] = get_args(Reason)
KNOWN = tuple(product(("", "Mateus"), ("", "Bronwyn"), ("", "an owner of a family firm"), ("", "Inês")))
PRONOUNS = re.compile(r"\b(he|she|him|her|his|hers|himself|herself)\b", re.IGNORECASE)


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("reason", REASONS)
def test_every_letter_reads_well_with_whatever_is_missing(reason: Reason, tone: Tone) -> None:
    for first, new, portrait, me in KNOWN:
        text = letter(Facts(reason=reason, first=first, new=new, portrait=portrait, me=me), tone)
        assert not re.search(r" {2}| [,.:;?!]|[,.:;]{2}|\{|\}|\n{3}| \n|\n ", text), text
        assert text == text.strip()
        assert not PRONOUNS.search(text)
        greeting, *paragraphs, end = text.split("\n\n")
        assert greeting == (f"Dear {first}," if first else "Hello,")
        assert paragraphs
        assert all(paragraph[0].isupper() and paragraph[-1] in ".!?" for paragraph in paragraphs)
        assert end.endswith(f",\n{me}") if me else end[-1].isalpha()
        assert word_count(text) <= 110


@pytest.mark.parametrize("reason", REASONS)
def test_the_three_tones_differ_and_shorter_is_shorter(reason: Reason) -> None:
    facts = Facts(reason=reason, first="Mateus", new="Bronwyn", portrait="an owner", me="Inês")
    letters = {tone: letter(facts, tone) for tone in TONES}
    assert len(set(letters.values())) == 3
    assert word_count(letters["shorter"]) < word_count(letters["standard"]) < word_count(letters["warmer"])
    assert [tone_of(text, facts) for text in letters.values()] == list(TONES)
    assert tone_of(f"{letters['standard']} PS: see you soon.", facts) is None


@pytest.mark.parametrize("reason", ["thank_you_1", "thank_you_1_made", "thank_you_2", "thank_you_3", "closing"])
def test_a_letter_of_thanks_names_whom_it_is_about_where_that_is_known(reason: Reason) -> None:
    for tone in TONES:
        assert "Bronwyn" in letter(Facts(reason=reason, new=" Bronwyn "), tone)
        assert "  " not in letter(Facts(reason=reason, new=" Bronwyn "), tone)


def test_not_a_fit_says_again_who_a_good_referral_is() -> None:
    text = letter(Facts(reason="closing_not_a_fit", portrait="an owner in food"))
    assert "think of an owner in food." in text
    assert "think of" not in letter(Facts(reason="closing_not_a_fit"))


def test_a_name_with_braces_stays_as_it_is() -> None:
    assert letter(Facts(reason="thank_you_3", first="{me}", new="{x}", me="{0}")).startswith("Dear {me},")


@pytest.mark.parametrize(
    ("occasion", "made", "state", "reason"),
    [
        ("thank_you_1", False, "agreed", "thank_you_1"),
        ("thank_you_1", True, "made", "thank_you_1_made"),
        ("thank_you_3", True, "won", "thank_you_3"),
        ("thank_you_3", True, "lost", "closing"),
        ("thank_you_3", True, "not_a_fit", "closing_not_a_fit"),
        ("birthday", False, "", "birthday"),
    ],
)
def test_a_referral_that_went_another_way_asks_for_another_letter(
    occasion: Occasion, made: bool, state: str, reason: Reason
) -> None:
    assert reason_of(occasion, made=made, state=state) == reason


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 words, a few lines."),
        (1, "1 word, a few lines."),
        (73, "73 words, about one side of a card."),
        (110, "110 words, about one side of a card."),
        (111, "111 words. Long for a card. Shorter?"),
    ],
)
def test_the_length_is_said_in_words(count: int, words: str) -> None:
    assert length_words(count) == words
