"""Who led to whom, to any depth and never in a circle, though people may have referred each other."""

from collections.abc import Iterator
from dataclasses import dataclass

from refdesk.services.desk import Desk
from refdesk.storage import referrals_list
from refdesk.storage.referrals_list import Led


@dataclass(frozen=True, slots=True)
class Link:
    """Somebody, and those they led to in turn."""

    id: str
    name: str
    led: tuple["Link", ...] = ()

    @property
    def count(self) -> int:
        """How many people stand behind them in the chain."""
        return sum(1 + link.count for link in self.led)


def led_from(desk: Desk, person: str) -> tuple[Link, ...]:
    """Those whom somebody led to by referrals received and made, each with whom they led to; everybody once.

    Whoever several people referred stands behind the one who did first.
    """
    steps: dict[str, list[Led]] = {}
    for step in referrals_list.led_from(desk.book, person):
        steps.setdefault(step.champion, []).append(step)
    seen = {person}
    # Level by level, so that somebody near is not taken for somebody far; then put together from the far end.
    levels: list[list[Led]] = []
    level = list(_new(steps.get(person, []), seen))
    while level:
        levels.append(level)
        level = list(_new((step for led in level for step in steps.get(led.prospect, [])), seen))
    links: dict[str, tuple[Link, ...]] = {}
    for level in reversed(levels):
        links = _behind(level, links)
    return links.get(person, ())


def came_by(desk: Desk, person: str) -> tuple[str, ...]:
    """The names of those by whom somebody came, the nearest first, back to who had nobody refer them."""
    first: dict[str, Led] = {}
    for step in referrals_list.led_to(desk.book, person):
        first.setdefault(step.prospect, step)
    names: list[str] = []
    seen = {person}
    while (by := first.get(person)) is not None and by.champion not in seen:
        names.append(by.champion_name)
        seen.add(by.champion)
        person = by.champion
    return tuple(names)


def _new(steps: Iterator[Led] | list[Led], seen: set[str]) -> Iterator[Led]:
    for step in steps:
        if step.prospect not in seen:
            seen.add(step.prospect)
            yield step


def _behind(level: list[Led], links: dict[str, tuple[Link, ...]]) -> dict[str, tuple[Link, ...]]:
    """Those of one level by who led to them, with those who stand behind each."""
    found: dict[str, tuple[Link, ...]] = {}
    for step in level:
        link = Link(step.prospect, step.prospect_name, links.get(step.prospect, ()))
        found[step.champion] = (*found.get(step.champion, ()), link)
    return found
