"""What the composer says: the checks of a good ask, the action, the occasion."""

import pytest

from refdesk.domain.person import Person
from refdesk.domain.records import Ask, Profile
from refdesk.domain.words import Level
from refdesk.gui.composer.words import action_for, checks, occasion_parts, said_occasion

PIOTR = Person(id="p", name="Piotr Zieliński")
OWNERS = Profile(id="o", name="Owners", role="an owner", industry="food", situation="stepping back")
GOOD = Ask(id="a", person="t", target_person="p", occasion="Lunch", words="Piotr, meet Inês.")
SAYS = "Would you be comfortable introducing us?"


def failing(ask: Ask, says: str = SAYS, profile: Profile | None = None) -> list[str]:
    return [check.words for check in checks(ask, says, profile) if not check.holds]


def test_a_good_ask_holds_throughout() -> None:
    assert failing(GOOD) == []
    assert len(checks(GOOD, SAYS, None)) == 4


@pytest.mark.parametrize(
    ("ask", "says", "profile", "found"),
    [
        (Ask(id="a", person="t", occasion="Lunch"), SAYS, None, "One person, not “anyone who…”"),
        (
            Ask(id="a", person="t", target_profile="o"),
            SAYS,
            Profile(id="o", name="All", role="an owner"),
            "One person, not “anyone who…”",
        ),
        (Ask(id="a", person="t", target_person="p", occasion="Call"), SAYS, None, "Face to face"),
        (GOOD, "Introduce us.", None, "Leaves room to say no"),
        (
            Ask(id="a", person="t", target_person="p", words="Give me Piotr's number."),
            SAYS,
            None,
            "An action, not just a name and number",
        ),
        (Ask(id="a", person="t", target_person="p", why_glad="I'll pay you."), SAYS, None, "Thanks, not a reward"),
    ],
)
def test_what_does_not_hold_is_told(ask: Ask, says: str, profile: Profile | None, found: str) -> None:
    assert failing(ask, says, profile) == [found]
    assert all(
        check.more or check.words.startswith("Leaves") for check in checks(ask, says, profile) if not check.holds
    )


def test_a_specific_profile_is_as_good_as_a_name() -> None:
    assert failing(Ask(id="a", person="t", target_profile="o"), SAYS, OWNERS) == []


@pytest.mark.parametrize(
    ("level", "target", "profile", "action"),
    [
        ("introduction", PIOTR, None, "Bring Piotr and me together."),
        ("recommendation", PIOTR, None, "Mention me to Piotr."),
        (
            "introduction",
            None,
            OWNERS,
            "Bring me together with an owner in food, who is stepping back.",
        ),
        ("recommendation", None, Profile(id="o", name="Owners"), "Mention me when you meet Owners."),
        ("recommendation", None, None, ""),
    ],
)
def test_the_action(level: Level, target: Person | None, profile: Profile | None, action: str) -> None:
    assert action_for(level, target, profile) == action


@pytest.mark.parametrize(
    ("occasion", "parts"),
    [
        ("Lunch at Harbour House", ("Lunch", "Harbour House")),
        ("Lunch at the bar at noon", ("Lunch", "the bar at noon")),
        ("Lunch", ("Lunch", "")),
        ("Tea at home", ("Tea at home", "")),
        ("", ("Coffee", "")),
    ],
)
def test_an_occasion_comes_apart_as_it_was_put_together(occasion: str, parts: tuple[str, str]) -> None:
    assert occasion_parts(occasion) == parts
    assert said_occasion(*parts) == (occasion or "Coffee")
