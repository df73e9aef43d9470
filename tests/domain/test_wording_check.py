"""The wording check tells what is wrong and lets good asks pass."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refdesk.domain.wording_check import WORDING_RULES, Finding, check_wording, leaves_room

WRONG = [
    ("general", "Please pass my name to anyone who needs my services.", "anyone"),
    ("general", "If you know anyone, tell me.", "you know anyone"),
    ("general", "if you ever happen to meet anybody, I'm here", "you ever happen to meet anybody"),
    ("general", "Could you spread the word?", "spread the word"),
    ("general", "Spread\nthe  word for me.", "Spread\nthe  word"),
    ("general", "Do you know anyone looking for an adviser?", "you know anyone"),
    ("general", "Do you know anyone in business who needs my help?", "you know anyone"),
    ("general", "Do you know anyone who is nice?", "you know anyone"),
    ("general", "Just send people my way.", "send people my way"),
    ("general", "I'm always looking for new clients.", "always looking for new clients"),
    ("general", "Would you pass my card around?", "pass my card around"),
    ("general", "Keep me in mind.", "Keep me in mind"),
    ("general", "Have you got any leads for me?", "got any leads for me"),
    ("general", "Introduce me to anybody at your club.", "Introduce me to anybody"),
    ("cornering", "Who do you know who could use an accountant?", "Who do you know"),
    ("cornering", "And who else do you know?", "who else do you know"),
    ("cornering", "Who can you introduce me to?", "Who can you introduce"),
    ("cornering", "You must know somebody.", "You must know somebody"),
    ("cornering", "Surely you could make one call.", "Surely you could"),
    ("cornering", "I won’t take no for an answer.", "won’t take no"),
    ("cornering", "Please don't say no.", "don't say no"),
    ("cornering", "After last year, you owe me.", "you owe me"),
    ("multi_level", "Please tell all your friends about me.", "tell all your friends"),
    ("multi_level", "Share this with everyone you know.", "Share this with everyone you know"),
    ("multi_level", "Forward it to as many people as you can.", "Forward it to as many people as"),
    ("multi_level", "Would you ask them to tell their friends?", "ask them to tell their friends"),
    ("multi_level", "Tell ten friends.", "Tell ten friends"),
    ("multi_level", "Email it to your whole network.", "Email it to your whole network"),
    ("name_and_number", "Could you give me Piotr's number?", "give me Piotr's number"),
    ("name_and_number", "Just send me a few names.", "send me a few names"),
    ("name_and_number", "All I need is a name and a phone number.", "a name and a phone number"),
    ("name_and_number", "May I have their contact details?", "May I have their contact details"),
    ("name_and_number", "What's Piotr's number?", "What's Piotr's number"),
    ("reward", "I'll pay you a commission for it.", "I'll pay you a commission"),
    ("reward", "There is a finder’s fee.", "finder’s fee"),
    ("reward", "I can offer £50 each time.", "I can offer £50"),
    ("reward", "You'll get a discount next year.", "You'll get a discount"),
    ("reward", "A bottle of wine for every client you bring.", "for every client you"),
    ("reward", "Lunch is on me in return for an introduction.", "in return for an introduction"),
    ("reward", "I'd make it worth your while.", "make it worth your while"),
]  # fmt: skip

RIGHT = [
    "Do you know anyone in logistics who is looking to win a new team over?",
    "Do you know anybody in food, who’s thinking of stepping back?",
    "Do you know anyone in the old town who wants to move closer to a school?",
    "Do you know anyone who runs a family firm and is thinking of handing it on?",
    "Do you know an owner in joinery who is turning sixty?",
    "Tomasz, may I ask you something specific? I'd like to meet Piotr Zieliński.",
    "Would you be comfortable introducing us? If it doesn't feel right, please just say.",
    "If you ever meet an owner of a family firm, I'd be glad if you mentioned my name.",
    "Only if you think I've earned it.",
    "Would you tell Piotr what we did together?",
    "Would you mention my name to Piotr when you see him on Thursday?",
    "Could you copy me on the email?",
    "Would you call Piotr while I'm here?",
    "I don't know anyone who listens as you do.",
    "I haven't told anyone about the sale.",
    "I wouldn't ask just anyone.",
    "You do this better than anyone that I know.",
    "I was glad to meet all your friends on Saturday.",
    "Everybody you know seems to like you.",
    "Send me an email once you have spoken.",
    "Give me a call when it suits you.",
    "May I give you my number for Piotr?",
    "May I have your number again?",
    "I advise without commission.",
    "My fee stays the same for Piotr.",
    "There is nothing in it for you but my thanks.",
    "Who told you about me?",
    "I know what I'm asking for, and a no is all right.",
    "Please say no if you'd rather not.",
    "Piotr must be thinking about who takes on the firm.",
    "I'd like to help them leave well.",
    "The word is that Piotr is moving.",
    "I think half an hour together would be worth your while.",
    "It's not for everyone, and that's fine.",
    "Thank you for thinking of me.",
    "",
]


@pytest.mark.parametrize(("rule", "words", "about"), WRONG)
def test_what_is_hard_to_answer_is_told(rule: str, words: str, about: str) -> None:
    found: dict[str, Finding] = {finding.rule: finding for finding in check_wording(words)}
    assert rule in found
    assert found[rule].about == about


@pytest.mark.parametrize("words", RIGHT)
def test_a_good_ask_passes(words: str) -> None:
    assert check_wording(words) == ()


def test_the_examples_are_many_and_half_of_them_innocent() -> None:
    assert len(WRONG) + len(RIGHT) >= 60
    assert {rule for rule, _, _ in WRONG} == set(WORDING_RULES) - {"no_target"}


def test_an_ask_without_a_target_is_told_so_first_of_what_is_missing() -> None:
    (finding,) = check_wording("Would you introduce us?", has_target=False)
    assert (finding.rule, finding.about) == ("no_target", "")
    assert finding.better == "Who would you like to meet? A name or a profile is enough."


def test_each_rule_is_told_once_in_the_rules_order() -> None:
    words = "I'll pay you. Who do you know? If you know anyone, spread the word."
    assert [finding.rule for finding in check_wording(words)] == ["general", "cornering", "reward"]


@given(st.text())
def test_whatever_is_typed_gives_words_that_stand_in_it(words: str) -> None:
    for finding in check_wording(words):
        assert finding.about
        assert finding.about in words


@pytest.mark.parametrize(
    ("words", "room"),
    [
        ("If it doesn’t feel right, please just say.", True),
        ("Would you be comfortable with that?", True),
        ("No rush at all.", True),
        ("Only if you think I've earned it.", True),
        ("Introduce us by Friday.", False),
        ("", False),
    ],
)
def test_room_to_say_no_is_heard(words: str, room: bool) -> None:
    assert leaves_room(words) is room
