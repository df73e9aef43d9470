"""The referrals as rows under the heads of their stages: words for the columns, and what a screen reader says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from refdesk.domain.words import ReferralState
from refdesk.gui.widgets.days import day_words, due_words
from refdesk.gui.widgets.list_model import Entry
from refdesk.gui.widgets.marks import Heart, Tone
from refdesk.gui.widgets.rows import Row, SectionHead
from refdesk.services.referral_words import ENDED
from refdesk.services.referrals_list import STAGES, OpenReferrals, ReferralLine, Stage

STAGE_WORDS: dict[Stage, str] = {
    "asked": "Asked",
    "agreed": "Agreed",
    "made": "Introduced",
    "followed_up": "Followed up",
    "outcome": "Outcome",
}
_ORDINALS = ("First", "second", "third")
_STANDS = {"given": "given", "due": "due today", "late": "late", "later": "later"}
_MONTH_WORDS = "finished this month"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralRow(Row):
    """A row with what is next in a column of its own."""

    next: str = ""


def entries(found: OpenReferrals, only: Stage | None) -> list[Entry]:
    """The rows that stand open under their stages, or those of one stage."""
    shown: list[Entry] = []
    for stage in STAGES:
        keys = [line.key for line in found.lines if line.stage == stage and only in (None, stage)]
        if keys:
            shown += [SectionHead(STAGE_WORDS[stage], len(keys)), *keys]
    return shown


def ended_entries(found: Sequence[tuple[str, ReferralState]]) -> list[Entry]:
    """The rows at their end under how they ended, the latest first in each."""
    shown: list[Entry] = []
    for state, words in ENDED.items():
        keys = [key for key, ended in found if ended == state]
        if keys:
            shown += [SectionHead(words, len(keys)), *keys]
    return shown


def row(line: ReferralLine, today: date) -> ReferralRow:
    """One referral as its row."""
    right, tone = when(line, today)
    source = f"{'to' if line.given else 'from'} {line.other}"
    stage = STAGE_WORDS[line.stage].lower()
    spoken = f"{line.new} {source}. Stage {stage}. {_spoken_thanks(line)} Next: {line.next}. {right}".strip()
    return ReferralRow(
        id=line.key,
        title=line.new,
        second=source,
        avatar=line.new,
        right=right,
        tone=tone,
        hearts=tuple(Heart(stands) for stands in line.thanked),
        next=line.next,
        accessible=spoken if spoken.endswith(".") else f"{spoken}.",
        description="" if line.is_settled else "Space takes the next step",
    )


def when(line: ReferralLine, today: date) -> tuple[str, Tone]:
    """When what is next is due, in the fewest words: "Today", "4 days late", "Done"."""
    if line.is_settled:
        return "Done", Tone.GOOD
    if line.later:
        return f"until {day_words(line.later, today)}", Tone.NEUTRAL
    if line.due is None:
        return "", Tone.NEUTRAL
    return due_words(line.due, today)


def summary(found: OpenReferrals) -> str:
    """The line under the title: "7 open, 2 finished this month."."""
    finished = f", {found.finished} {_MONTH_WORDS}" if found.finished else ""
    return f"{found.open} open{finished}."


def _spoken_thanks(line: ReferralLine) -> str:
    told = [f"{which} {_STANDS[stands]}" for which, stands in zip(_ORDINALS, line.thanked, strict=False)]
    return f"Thank-yous: {', '.join(told).lower()}." if told else ""
