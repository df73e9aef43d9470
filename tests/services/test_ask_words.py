"""The words of an ask: they read well whatever is known, and are themselves good asks."""

import re
from dataclasses import fields
from itertools import product
from typing import get_args

import pytest

from refdesk.domain.person import Person
from refdesk.domain.records import Me, Profile
from refdesk.domain.wording_check import check_wording, leaves_room
from refdesk.domain.words import Level
from refdesk.services.wording.ask_templates import ASKING, WRITING
from refdesk.services.wording.ask_words import AskKnown, ask_known, asking_words, writing_words
from refdesk.services.wording.words import BAR, fields_of
from tests.services.test_wording import EMPTY_CLAUSE, PRONOUN

VALUES = {
    "first": "Tomasz",
    "new": "Piotr Zieliński",
    "new_first": "Piotr",
    "why": "Piotr turns sixty next year",
    "who": "an owner in food, who is thinking of stepping back",
    "wants": "leave well",
    "me": "Inês Duarte",
    "me_first": "Inês",
    "known_by": "Inês has looked after me, and I was glad of it",
    "contact": "ines@example.com",
}
NAMES = tuple(field.name for field in fields(AskKnown))
LEVELS: tuple[Level, ...] = get_args(Level)
ALL = AskKnown(**VALUES)


def combinations() -> list[AskKnown]:
    return [
        AskKnown(**{name: VALUES[name] if known else "" for name, known in zip(NAMES, which, strict=True)})
        for which in product((True, False), repeat=len(NAMES))
    ]


def all_words(known: AskKnown) -> list[tuple[str, ...]]:
    said = [asking_words(level, known, with_profile=profile) for level in LEVELS for profile in (True, False)]
    return said + [writing_words(level, known) for level in LEVELS]


def test_every_field_is_tried() -> None:
    assert set(VALUES) == set(NAMES)


def test_every_combination_reads_well_and_has_another_wording() -> None:
    for known in combinations():
        for wordings in all_words(known):
            assert len(wordings) == 2
            for words in wordings:
                assert not re.search(r"[{}|]|  ", words), words
                assert not EMPTY_CLAUSE.search(words), words
                assert re.fullmatch(r"[A-Z].*[.?]", words), words
                assert all(sentence[0].isupper() for sentence in re.split(r"(?<=[.?]) ", words)), words
                assert not PRONOUN.search(words), words


def test_every_wording_passes_the_wording_check_and_asking_leaves_room() -> None:
    for known in combinations():
        for wordings in all_words(known):
            assert [check_wording(words) for words in wordings] == [(), ()]
        for level, profile in product(LEVELS, (True, False)):
            assert all(map(leaves_room, asking_words(level, known, with_profile=profile)))


def test_every_last_resort_comes_last() -> None:
    templates = [*ASKING.values(), *WRITING.values()]
    for sentence in (sentence for each in templates for words in each for sentence in words):
        *preferred, _ = sentence.split(BAR)
        assert all(fields_of(alternative) for alternative in preferred)


def test_an_introduction_to_somebody() -> None:
    assert asking_words("introduction", ALL, with_profile=False)[0] == (
        "Tomasz, may I ask you something specific? I’d like to meet Piotr Zieliński. Piotr turns sixty next year. "
        "Would you be comfortable introducing us? If it doesn’t feel right, please just say."
    )
    assert writing_words("introduction", ALL)[0] == (
        "Piotr, I’d like you to meet Inês Duarte. Inês has looked after me, and I was glad of it. I think half an hour "
        "together would be well spent. I’ve copied Inês, so that you can find a time."
    )


def test_a_recommendation_to_a_profile() -> None:
    assert asking_words("recommendation", ALL, with_profile=True)[0] == (
        "Tomasz, if you ever meet an owner in food, who is thinking of stepping back, I’d be glad if you mentioned my "
        "name. Piotr turns sixty next year. I’d like to help them leave well. Only if you think I’ve earned it."
    )


CLIENT = Person(id="t", name="Tomasz Wieczorek", roles=("past_client",))
ME = Me(name="Inês Duarte", email="ines@example.com")


def test_only_a_client_says_that_they_were_looked_after() -> None:
    assert ask_known(CLIENT, ME, None, None, "").known_by.startswith("Inês has looked after me")
    assert ask_known(Person(id="f", name="Eva"), ME, None, None, "").known_by == ""
    assert ask_known(CLIENT, Me(), None, None, "").known_by == ""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("turns 60 next year, and has no plan.", "Turns 60 next year, and has no plan"),
        ("  two\nlines  ", "Two lines"),
        ("Why not?!", "Why not"),
        ("{new}", "{new}"),
        ("", ""),
    ],
)
def test_why_is_a_sentence(typed: str, said: str) -> None:
    assert ask_known(CLIENT, ME, None, None, typed).why == said


def test_a_profile_gives_who_and_what_for() -> None:
    profile = Profile(id="p", name="Owners", role="an owner", industry="food", wants="leave well")
    known = ask_known(CLIENT, ME, None, profile, "")
    assert (known.who, known.wants, known.new) == ("an owner in food", "leave well", "")
