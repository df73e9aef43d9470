"""Who led to whom: at any depth, everybody once, and no circle without end."""

import pytest

from refdesk.domain.records import Referral
from refdesk.services.chains import Link, came_by, led_from
from refdesk.services.desk import Desk
from tests.storage.desks import add, ago


def refer(desk: Desk, *pairs: str, made: bool = True) -> None:
    """Each pair is two letters: who referred, and whom; the first pair is the oldest."""
    with desk.act("Referred.") as act:
        for number, pair in enumerate(pairs):
            champion, prospect = pair[0], pair[1]
            on = ago(100 - number)
            state = Referral(
                id=str(number),
                champion=champion,
                prospect=prospect,
                state="made" if made else "agreed",
                agreed_on=on,
                made_on=on if made else None,
            )
            act.put(state)


@pytest.fixture(autouse=True)
def people(desk: Desk) -> None:
    for name in "abcdef":
        add(desk, f"{name} {name.upper()}")


def told(links: tuple[Link, ...]) -> str:
    return " ".join(f"{link.id}({told(link.led)})" if link.led else link.id for link in links)


@pytest.mark.parametrize(
    ("pairs", "chain"),
    [
        ((), ""),
        (("ab", "ac"), "b c"),
        (("ab", "bc", "cd", "de", "ef"), "b(c(d(e(f))))"),
        (("ab", "ba"), "b"),
        (("ab", "bc", "ca", "cb"), "b(c)"),
        (("bd", "ab", "ac", "cd"), "b(d) c"),
        (("ab", "bd", "ad"), "b d"),
        (("ab", "ab"), "b"),
    ],
)
def test_a_chain_holds_everybody_once(desk: Desk, pairs: tuple[str, ...], chain: str) -> None:
    refer(desk, *pairs)
    assert told(led_from(desk, "a")) == chain


def test_a_chain_counts_all_behind(desk: Desk) -> None:
    refer(desk, "ab", "bc", "bd", "ae")
    assert [link.count for link in led_from(desk, "a")] == [2, 0]


def test_what_was_only_agreed_led_to_nobody(desk: Desk) -> None:
    refer(desk, "ab", made=False)
    assert led_from(desk, "a") == ()
    assert came_by(desk, "b") == ()


@pytest.mark.parametrize(
    ("pairs", "names"),
    [
        ((), ()),
        (("ab", "bc", "cd"), ("c C", "b B", "a A")),
        (("dc", "cd"), ("c C",)),
        (("ad", "bd"), ("a A",)),
    ],
)
def test_who_somebody_came_by_is_told_back_to_the_first(
    desk: Desk, pairs: tuple[str, ...], names: tuple[str, ...]
) -> None:
    refer(desk, *pairs)
    assert came_by(desk, "d") == names
