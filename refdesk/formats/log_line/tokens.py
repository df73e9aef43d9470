"""The marked parts of a typed line: toggles, satisfaction, follow-up, tags and promises.

Each ``take`` function takes its parts out of the text and leaves a `GAP` where they stood, which is white space to
every pattern and still tells what stood together. Each ``put`` function types one into the line, as a button does.
"""

import re
from collections.abc import Iterable
from datetime import date, time
from typing import Final

from refdesk.domain.rules import normalise_tag
from refdesk.domain.words import MARKS, SATISFACTIONS, Mark, Satisfaction
from refdesk.formats.text_dates import find_time, read_due

GAP: Final = "\x1f"
_BLANKS = re.compile(r"[^\S\n]+")

_TOGGLES: Final[dict[str, Mark]] = {
    "gave": "gave",
    "got": "received",
    "told": "explained",
    "story": "story",
    "lives": "expectation",
    "done": "delivered",
    "complaint": "complaint",
}
_TOGGLE = re.compile(rf"(?<!\S)\+({'|'.join(_TOGGLES)})(?![\w'’-])", re.IGNORECASE)
_FEELINGS: Final[dict[str, Satisfaction]] = {word: word for word in SATISFACTIONS}
_SATISFACTION = re.compile(rf"(?<!\S)!({'|'.join(SATISFACTIONS)})(?![\w'’-])", re.IGNORECASE)
_FOLLOW_UP = re.compile(r"(?<!\S)(?:#(?:follow-?up|fu)(?:\s+|:\s*)(?:in\s+)?|>)(?=\w)", re.IGNORECASE)
_TAG = re.compile(r"(?<!\S)#(?!(?:follow-?up|fu)(?![\w-]))([^\W\d_][\w'’-]*)", re.IGNORECASE)
_STOP = re.compile(
    r"(?<!\bdr)(?<!\bmr)(?<!\bms)(?<!\bst)(?<!\bmrs)(?<!\bprof)\.(?!\S)|(?<!\w)#|(?<!\S)!(?=\w)|[\n\x1f]",
    re.IGNORECASE,
)
"""Where a promise ends: at a full stop that is not a title's, at a mark, at the end of its line."""

_MARKED_PROMISE = re.compile(r"(?<!\S)!(?=\w)")
_SPOKEN_PROMISE = re.compile(
    r"(?:(?:^|[.;,:!?\n\x1f]) ?|\b(?:and|also|I|I['’]ve|I have)\s+)"
    r"promised\s+(?!me\b|us\b)(?:to\s+|that\s+|I\s+would\s+|I['’](?:ll|d)\s+)*"
    r"|\bI(?:['’]ll|\s+will)\s+",
    re.IGNORECASE,
)


def one_blank(text: str) -> str:
    """The text with each run of blanks as a single one: a gap where there is one in it, else a space."""
    return _BLANKS.sub(lambda run: GAP if GAP in run[0] else " ", text)


def distinct(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts without those that repeat an earlier one in other letters of case."""
    found: dict[str, str] = {}
    for text in texts:
        found.setdefault(text.casefold(), text)
    return tuple(found.values())


def take_marks(text: str) -> tuple[tuple[Mark, ...], str]:
    """``+gave``, ``+got`` and the other toggles as marks, in the method's order."""
    said = {_TOGGLES[match[1].casefold()] for match in _TOGGLE.finditer(text)}
    return tuple(mark for mark in MARKS if mark in said), _TOGGLE.sub(GAP, text)


def take_satisfaction(text: str) -> tuple[Satisfaction | None, str]:
    """``!delighted`` to ``!unhappy``; of several the first counts."""
    said = _SATISFACTION.search(text)
    return _FEELINGS[said[1].casefold()] if said else None, _SATISFACTION.sub(GAP, text)


def take_follow_up(text: str, today: date) -> tuple[date | None, time | None, str]:
    """``#follow-up 2w``, ``#fu fri``, ``>3d``, ``>1 dec 9:30``: the day, and the time where one follows it."""
    for match in _FOLLOW_UP.finditer(text):
        due = read_due(text, match.end(), today)
        if due:
            at = find_time(text, due.end)
            if at is None or text[due.end : at.start].strip(" "):
                return due.value, None, f"{text[: match.start()]}{GAP}{text[due.end :]}"
            return due.value, at.value, f"{text[: match.start()]}{GAP}{text[at.end :]}"
    return None, None, text


def take_tags(text: str, known: Iterable[str]) -> tuple[tuple[str, ...], str]:
    """``#word``, spelt as a known tag where there is one; a hyphen also stands for a known tag's space."""
    spellings = {_tag_key(tag): tag for tag in known}
    tags = [spellings.get(_tag_key(match[1]), match[1]) for match in _TAG.finditer(text)]
    return distinct(tags), _TAG.sub(GAP, text)


def _tag_key(tag: str) -> str:
    return normalise_tag(tag).replace("-", " ")


def take_promise(text: str) -> tuple[str, str]:
    """What the user promised: each ``!text`` up to a full stop or ``#``, else "promised …" or "I'll …".

    A marked promise leaves the text, a spoken one stays in it as part of the sentence.
    """
    marked, kept, position = [], [], 0
    for match in _MARKED_PROMISE.finditer(text):
        end = _promise_end(text, match.end())
        marked.append(text[match.end() : end].strip())
        kept.append(text[position : match.start()])
        position = end + (text[end : end + 1] == ".")
    if marked:
        return "; ".join(marked), GAP.join([*kept, text[position:]])
    spoken = _SPOKEN_PROMISE.search(text)
    if not spoken:
        return "", text
    return text[spoken.end() : _promise_end(text, spoken.end())].strip(" ,;:"), text


def _promise_end(text: str, start: int) -> int:
    stop = _STOP.search(text, start)
    return stop.start() if stop else len(text)


def put_mark(text: str, mark: Mark, *, on: bool) -> str:
    """The line with this toggle typed at its end, or without it; nothing else of it changes."""
    word = next(word for word, meant in _TOGGLES.items() if meant == mark)
    kept = _without(text, _TOGGLE, word)
    return _with_end(kept, f"+{word}") if on else kept


def put_satisfaction(text: str, satisfaction: Satisfaction | None) -> str:
    """The line with this satisfaction typed at its end in place of any other; with none for None."""
    kept = text
    for word in SATISFACTIONS:
        kept = _without(kept, _SATISFACTION, word)
    return _with_end(kept, f"!{satisfaction}") if satisfaction else kept


def put_follow_up(text: str, span: str) -> str:
    """The line with a follow-up typed at its end, such as ``2w`` from today."""
    return _with_end(text, f"#follow-up {span}")


def _without(text: str, pattern: re.Pattern[str], word: str) -> str:
    """The text without the marks of this word, each gone with the blank before it."""
    for match in reversed(list(pattern.finditer(text))):
        if match[1].casefold() == word:
            start = match.start() - (text[: match.start()].endswith(" "))
            text = f"{text[:start]}{text[match.end() :]}"
    return text


def _with_end(text: str, token: str) -> str:
    return f"{text}{'' if not text or text[-1].isspace() else ' '}{token}"
