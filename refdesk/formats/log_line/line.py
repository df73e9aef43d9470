"""One typed line to an entry: what happened, with whom, when, what was promised, and what comes next.

``[kind] with NAME[, NAME…] [when][: text] [!promise] [#follow-up WHEN | >WHEN] [#tag] [+toggle] [!satisfaction]``,
in any order except that the text follows the colon. Reading never fails: what is not understood stays text.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from refdesk.domain.words import MARKS, Direction, Kind, Mark, Satisfaction
from refdesk.formats.log_line.hints import Hint, read_hints
from refdesk.formats.log_line.names import read_head, take_mentions
from refdesk.formats.log_line.tokens import (
    GAP,
    distinct,
    one_blank,
    take_follow_up,
    take_marks,
    take_promise,
    take_satisfaction,
    take_tags,
)
from refdesk.formats.text_dates import find_day, find_time

_COLON = re.compile(r"[\n：]|:(?!//)(?:(?<![0-9]:)|(?![0-9]{2}))")
"""What parts the head from the text: a colon that is neither in a time nor in a web address, or a new line."""

_HELPING = frozenset(("gift", "favour", "favor"))


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """What a line was understood to say; nothing in it has been looked up.

    ``line`` is the text as typed, ``word`` the word that gave the kind ("coffee"; empty: none did, and ``kind``
    is note). ``names`` are the people as typed. ``on`` and ``at`` are when it happened, now where the line does
    not say; ``planned`` that this lies ahead. ``promise`` is a task's title, ``follow_up`` and ``follow_up_at``
    its day and time. ``hints`` are to be confirmed by the user before anything is made of them.
    """

    line: str
    word: str
    kind: Kind
    direction: Direction | None
    names: tuple[str, ...]
    on: date
    at: time | None
    planned: bool
    place: str
    summary: str
    marks: tuple[Mark, ...]
    satisfaction: Satisfaction | None
    promise: str
    follow_up: date | None
    follow_up_at: time | None
    tags: tuple[str, ...]
    hints: tuple[Hint, ...]


def parse_log_line(
    text: str, today: date, now: time | None, *, known_tags: Iterable[str] = (), implied: bool = False
) -> LogLine:
    """Read a line as it was typed on ``today`` at ``now``; tags are spelt like the known ones.

    ``implied`` says that it is known whom the line is about, so that its names are of others.
    """
    rest = one_blank(text.replace(GAP, " "))
    marks, rest = take_marks(rest)
    satisfaction, rest = take_satisfaction(rest)
    follow_up, follow_up_at, rest = take_follow_up(rest, today)
    tags, rest = take_tags(rest, known_tags)
    rest = one_blank(rest)
    hints = read_hints(rest)
    promise, rest = take_promise(rest)
    colon = _COLON.search(rest)
    on, at, planned, before = _take_when(rest[: colon.start()] if colon else rest, today, now)
    head = read_head(before, alone=colon is None, implied=implied)
    mentioned, after = take_mentions(rest[colon.end() :] if colon else "")
    helped = {*marks, "gave"} if head.word in _HELPING else set(marks)
    return LogLine(
        line=text,
        word=head.word,
        kind=head.kind,
        direction="in" if head.incoming else None,
        names=distinct([*head.names, *mentioned]),
        on=on,
        at=at,
        planned=planned,
        place=head.place,
        summary=_tidy(" ".join([*head.rest, after])),
        marks=tuple(mark for mark in MARKS if mark in helped),
        satisfaction=satisfaction,
        promise=promise,
        follow_up=follow_up,
        follow_up_at=follow_up_at,
        tags=tags,
        hints=hints,
    )


def _take_when(head: str, today: date, now: time | None) -> tuple[date, time | None, bool, str]:
    """Day, time and whether they lie ahead, with the head without them; without either it is now."""
    hour = find_time(head)
    if hour:
        head = f"{head[: hour.start]}{GAP}{head[hour.end :]}"
    day = find_day(head, today)
    if day:
        head = f"{head[: day.start]}{GAP}{head[day.end :]}"
    if not day and not hour:
        return today, now, False, head
    on, at = day.value if day else today, hour.value if hour else None
    ahead = on > today or (on == today and at is not None and now is not None and at > now)
    return on, at, ahead, head


def _tidy(text: str) -> str:
    """The text without the gaps that the marked parts left, its lines kept."""
    lines = re.sub(rf"{GAP}(?=[.,;!?])", "", one_blank(text)).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines).strip()
