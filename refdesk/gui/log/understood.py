"""What was understood of a line, as chips; and the one thing that has to be asked about it, as a question."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import Final, Literal, get_args

from refdesk.domain.daywords import short_day
from refdesk.domain.obligations import days_after
from refdesk.formats.log_line.hints import Guess, Hint
from refdesk.formats.log_line.line import LogLine
from refdesk.gui.log.kinds import ICONS, title_of
from refdesk.gui.widgets.marks import Tone
from refdesk.services.log_line import PROMISE_DAYS
from refdesk.services.log_preview import Agreed, Draft, Named, Preview

Asked = Literal["which", "whose", "guess", "follow_up"]

SPANS: Final = (("1d", "Tomorrow", 1), ("1w", "In a week", 7), ("2w", "In two weeks", 14), ("4w", "In four weeks", 28))
"""The follow-ups that are offered: as typed, in words, in days."""


AGREED: Final[tuple[Agreed, ...]] = (*get_args(Guess), "repayment_offer")


@dataclass(frozen=True, slots=True)
class ChipWords:
    """One chip: its words, what its colour means, its icon; `person` is the id of somebody who can be left out."""

    words: str
    tone: Tone = Tone.NEUTRAL
    icon: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: its subject (a name or a guess), its words, and the answers as (key, words)."""

    asked: Asked
    subject: str
    words: str
    answers: tuple[tuple[str, str], ...]


def chips_of(read: Preview, draft: Draft, today: date, now: time) -> list[ChipWords]:
    """What was understood, in the order of a sentence: what, with whom, when, where, and what follows."""
    line = read.line
    word = line.word or line.kind
    chips = [ChipWords(title_of(word), icon=ICONS[word])] if draft.text.strip() else []
    chips += [_person_chip(named, draft) for named in (*read.people, *read.mentioned)]
    if draft.text.strip():
        chips.append(ChipWords(_when(line, today, now), icon="calendar"))
    if line.place:
        chips.append(ChipWords(line.place, icon="map-pin"))
    if line.promise:
        chips.append(ChipWords(f"Promise: {line.promise}", Tone.WARN, "flag"))
    follow = line.follow_up or (days_after(line.on, PROMISE_DAYS) if line.promise else None)
    if follow:
        at = f", {line.follow_up_at:%H:%M}" if line.follow_up_at else ""
        chips.append(ChipWords(f"Follow up {short_day(follow, today)}{at}", Tone.ACCENT, "bell"))
    return chips + [ChipWords(f"#{tag}", icon="tag") for tag in line.tags]


def question_of(read: Preview, draft: Draft, refused: Collection[Guess]) -> Question | None:
    """The first thing to ask: who is meant, whose it is, or whether a guess is true; None for nothing."""
    if (unclear := read.unclear) is not None:
        return Question("which", unclear.text, f"Which {unclear.text}?", unclear.candidates[:9])
    if read.asks_whose and draft.whose not in {named.key for named in read.people}:
        return Question("whose", "", "Whose?", tuple((named.key, named.shown) for named in read.people[:9]))
    for hint in read.line.hints:
        open_yet = hint.guess not in draft.agreed and hint.guess not in refused
        settled = hint.guess == "help_offered" and "repayment_offer" in draft.agreed
        if open_yet and not settled and read.people and not read.line.planned:
            return _guess(hint, read)
    return None


def follow_up_question(today: date) -> Question:
    """When to follow up."""
    answers = tuple((span, f"{words}, {short_day(today + timedelta(days), today)}") for span, words, days in SPANS)
    return Question("follow_up", "", "Follow up when?", answers)


def answered(draft: Draft, question: Question, key: str) -> Draft:
    """The draft with this answer; a guess that is refused changes nothing."""
    if question.asked == "which":
        kept = tuple(pair for pair in draft.chosen if pair[0] != question.subject)
        return replace(draft, chosen=(*kept, (question.subject, key)))
    if question.asked == "whose":
        return replace(draft, whose=key)
    return replace(draft, agreed=(*draft.agreed, *(each for each in AGREED if each == key)))


def _guess(hint: Hint, read: Preview) -> Question | None:
    first = read.people[0].shown.partition(" ")[0]
    if hint.guess == "help_offered":
        in_return = (("repayment_offer", "Yes, in return"),) if "gave" in read.line.marks else ()
        answers = (("help_offered", "Yes"), *in_return, ("", "No"))
        return Question("guess", hint.guess, f"Did {first} offer to help you?", answers)
    if not hint.people:
        return None
    if hint.guess == "introduction_received":
        words = f"Did {first} introduce you to {hint.people[0]}?"
    else:
        whom = hint.people[0] if len(hint.people) > 1 else first
        words = f"Did you introduce {whom} to {hint.people[-1]}?"
    return Question("guess", hint.guess, words, ((hint.guess, "Yes"), ("", "No")))


def _person_chip(named: Named, draft: Draft) -> ChipWords:
    if len(named.candidates) > 1:
        return ChipWords(f"Which {named.text}?", Tone.WARN, "circle-question-mark")
    if not named.candidates:
        return ChipWords(f"New person: {named.text}", Tone.WARN, "user-plus")
    leaves = named.key if named.key in draft.people else ""
    return ChipWords(named.shown, icon="user-check", person=leaves)


def _when(line: LogLine, today: date, now: time) -> str:
    """The day, with the time that the line says; what lies ahead is called a plan."""
    day = {0: "Today", 1: "Yesterday"}.get((today - line.on).days, short_day(line.on, today))
    if line.planned:
        day = f"Planned {short_day(line.on, today) if line.on != today else 'today'}"
    said = line.at is not None and (line.on, line.at) != (today, now.replace(second=0, microsecond=0))
    return f"{day}, {line.at:%H:%M}" if said else day
