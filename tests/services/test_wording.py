"""Words to start from: they read well whatever is known, and there is always another."""

import re
from dataclasses import fields
from itertools import product

import pytest

from refdesk.domain.words import STATES
from refdesk.services.wording.templates import TEMPLATES
from refdesk.services.wording.why import WHY_NOW, why_now
from refdesk.services.wording.words import BAR, Known, fields_of, wordings

VALUES = {
    "first": "Ana",
    "new_first": "Dele",
    "champion": "Aisha Rahman",
    "business": "owners of family firms, who are thinking of stepping back",
}
NAMES = tuple(field.name for field in fields(Known))
COMBINATIONS = [
    Known(**{name: VALUES[name] if known else "" for name, known in zip(NAMES, which, strict=True)})
    for which in product((True, False), repeat=len(NAMES))
]
EMPTY_CLAUSE = re.compile(r"\s[.,:;?]|[,:;][.,:;?]|^[,.;:?]")
PRONOUN = re.compile(r"\b(?:he|him|his|she|her|hers|himself|herself)\b", re.IGNORECASE)
PRESSURE = re.compile(r"\b(?:anyone|anybody|who do you know|all your friends|spread the word)\b", re.IGNORECASE)


def test_every_value_is_tried() -> None:
    assert set(VALUES) == set(NAMES)
    assert len(COMBINATIONS) == 2 ** len(NAMES)


@pytest.mark.parametrize("about", sorted(TEMPLATES))
@pytest.mark.parametrize("known", COMBINATIONS)
def test_every_wording_reads_well_whatever_is_known(about: str, known: Known) -> None:
    for words in wordings(about, known):
        assert words == words.strip()
        assert "  " not in words
        assert not re.search(r"[{}|]", words)
        assert not EMPTY_CLAUSE.search(words)
        assert re.fullmatch(r"[A-Z].*[.?]", words)
        assert all(sentence[0].isupper() for sentence in re.split(r"(?<=[.?]) ", words))


@pytest.mark.parametrize("about", sorted(TEMPLATES))
def test_there_is_always_another_wording(about: str) -> None:
    assert all(len(wordings(about, known)) >= 2 for known in COMBINATIONS)


@pytest.mark.parametrize("about", sorted(TEMPLATES))
def test_nobodys_pronoun_is_assumed_and_nobody_is_cornered(about: str) -> None:
    for words in wordings(about, COMBINATIONS[0]):
        assert not PRONOUN.search(words)
        assert not PRESSURE.search(words)


def test_what_is_known_is_said() -> None:
    first, *_ = wordings("thank_you_1", Known(first="Ana", new_first="Dele"))
    assert first == (
        "Ana, thank you for offering to speak to Dele. I know you’re vouching for me and I don’t take that lightly. "
        "I’ll look after Dele, and I’ll tell you how we get on."
    )


def test_a_sentence_without_a_last_resort_is_left_out() -> None:
    known = Known(first="Ana", new_first="Dele")
    assert wordings("closing_word_not_a_fit", known)[0].endswith("I’m glad we met.")


@pytest.mark.parametrize("name", ["{new_first}", "Ana|Bo", "J. R.", "Ana\n Ruiz", "%s"])
def test_a_name_is_only_a_name(name: str) -> None:
    shown = " ".join(name.split()).rstrip(".")
    assert wordings("reconnect", Known(first=name))[0].startswith(f"{shown}, it’s been too long.")


def test_nothing_is_said_where_there_is_nothing_to_say() -> None:
    assert wordings("ready", COMBINATIONS[0]) == ()


def test_every_last_resort_comes_last() -> None:
    """An alternative after one that needs nothing would never be said."""
    for sentence in (sentence for template in TEMPLATES.values() for words in template for sentence in words):
        *preferred, _ = sentence.split(BAR)
        assert all(fields_of(alternative) for alternative in preferred)


@pytest.mark.parametrize("about", sorted(WHY_NOW))
@pytest.mark.parametrize("first", ["Ana", ""])
def test_why_now_is_a_sentence_or_nothing(about: str, first: str) -> None:
    words = why_now(about, first)
    assert not re.search(r"[{}]|  ", words)
    assert not PRONOUN.search(words)
    assert words == "" or words.endswith(".")


def test_a_state_has_no_advice_of_its_own() -> None:
    assert [state for state in STATES if state not in ("ready", "reconnect") and why_now(state, "Ana")] == []
