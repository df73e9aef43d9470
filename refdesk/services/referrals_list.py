"""The referrals as they are looked at: those that stand open, by stage and with what is next; those at their end."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from refdesk.domain.asof import as_of, ask_as_of
from refdesk.domain.daywords import day_name
from refdesk.domain.horizon import Horizon
from refdesk.domain.obligation import Obligation
from refdesk.domain.obligations import ask_obligations, obligations
from refdesk.domain.records import Ask, Later, Referral
from refdesk.domain.words import ReferralState
from refdesk.services.desk import Desk
from refdesk.services.referral_words import next_of_ask, next_words
from refdesk.services.row_detail import Thanked, thanked
from refdesk.storage import agenda, referrals_list
from refdesk.storage.records import each

Stage = Literal["asked", "agreed", "made", "followed_up", "outcome"]

STAGES: tuple[Stage, ...] = ("asked", "agreed", "made", "followed_up", "outcome")
_NOUNS = {
    "confirm": ("confirmation", "Check"),
    "in_touch": ("check", "Check"),
    "did_it_help": ("question", "Ask"),
    "follow_up": ("call", "Call"),
    "status": ("word", "Tell them"),
}
_THANKS = ("thank-you", "Thank")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralLine:
    """One row: who comes, from whom or to whom, the thank-yous, and what is next.

    ``key`` is ``referral:ID`` or ``ask:ID``; ``other`` is who refers, or who receives what is given. ``due`` is the day
    of what is next, ``reason`` why it is owed and ``task`` the key by which it is put off (both empty where nothing is
    owed), ``later`` the day until which it was put off.
    """

    key: str
    stage: Stage
    state: str
    given: bool
    new: str
    new_id: str
    other: str
    other_first: str
    other_id: str
    thanked: tuple[Thanked, ...]
    next: str
    reason: str = ""
    task: str = ""
    due: date | None = None
    later: date | None = None

    @property
    def is_settled(self) -> bool:
        """Whether it is at its end with nothing owed any more."""
        return self.stage == "outcome" and not self.reason


@dataclass(frozen=True, slots=True)
class StageSum:
    """How many stand at a stage, and one line about them; ``late`` says that something there is."""

    count: int
    words: str = ""
    late: bool = False


@dataclass(frozen=True, slots=True)
class OpenReferrals:
    """Those that stand open, with those that ended this month or owe a thank-you still; and a sum for each stage.

    The lines stand in the order of the stages, and in each by what is due.
    """

    lines: tuple[ReferralLine, ...]
    stages: Mapping[Stage, StageSum]
    open: int
    finished: int


def open_referrals(desk: Desk) -> OpenReferrals:
    """All that stand open."""
    month = desk.today.replace(day=1)
    fetched = (*agenda.open_referrals(desk.book, desk.today), *referrals_list.ended_since(desk.book, month))
    found = {referral.id: referral for referral in fetched}
    horizon = Horizon(desk.today)
    asks = [ask_as_of(ask, horizon) for ask in agenda.open_asks(desk.book, desk.today)]
    reader = _Reader(desk, found.values(), asks)
    lines = [*reader.of_asks(asks), *reader.of_referrals(found.values())]
    kept = [line for line in lines if line.stage != "outcome" or line.reason or _ended_in(found, line, month)]
    kept.sort(key=lambda line: (STAGES.index(line.stage), line.due or date.max, line.new.casefold(), line.key))
    finished = sum(line.stage == "outcome" and _ended_in(found, line, month) for line in kept)
    stages = {stage: _sum(stage, [line for line in kept if line.stage == stage], desk.today) for stage in STAGES}
    standing = sum(line.stage != "outcome" for line in kept)
    return OpenReferrals(tuple(kept), stages, standing, finished)


def ended_referrals(desk: Desk) -> list[tuple[str, ReferralState]]:
    """(key, state) of all at their end, the latest first; `lines_of` gives their rows by the page."""
    return [(f"referral:{id_}", state) for id_, state in referrals_list.ended(desk.book)]


def lines_of(desk: Desk, keys: Collection[str]) -> list[ReferralLine]:
    """The rows of these referrals, in no order that matters."""
    found = list(referrals_list.referrals_of(desk.book, [key.partition(":")[2] for key in keys]))
    return list(_Reader(desk, found, ()).of_referrals(found))


def line_of_ask(desk: Desk, ask: Ask) -> ReferralLine | None:
    """The row of one ask; None where it is to somebody in the trash."""
    return next(_Reader(desk, (), [ask]).of_asks([ask]), None)


class _Reader:
    """Makes rows of records: names and what was put off are read once for all of them."""

    def __init__(self, desk: Desk, referrals: Iterable[Referral], asks: Iterable[Ask]) -> None:
        self._desk, self._policy, self._today = desk, desk.policy, desk.today
        ids = {id_ for one in referrals for id_ in (one.champion, one.to, one.prospect) if id_}
        ids |= {id_ for ask in asks for id_ in (ask.person, ask.target_person) if id_}
        self._names = agenda.names_of(desk.book, ids)
        self._put_off = {later.key: _day(later.until) for later in each(desk.book, Later)}
        self._levels = referrals_list.levels_of(desk.book, {one.ask for one in referrals if one.ask and not one.level})

    def of_referrals(self, referrals: Iterable[Referral]) -> Iterator[ReferralLine]:
        """The rows of referrals; without those of which the other is in the trash."""
        for recorded in referrals:
            known = as_of(recorded, Horizon(self._today))
            given = recorded.direction == "given"
            other = self._names.get(recorded.to if given else recorded.champion)
            if known is None or other is None:
                continue
            known = replace(known, level=known.level or self._levels.get(known.ask))
            new = self._names.get(known.prospect, ("", ""))
            owed = self._next(obligations(known if new[0] else replace(known, prospect=""), self._policy))
            yield ReferralLine(
                key=f"referral:{known.id}",
                stage=_stage(known.state),
                state=known.state,
                given=given,
                new=new[0] or "Somebody new",
                new_id=known.prospect if new[0] else "",
                other=other[0],
                other_first=_first(other),
                other_id=known.to if given else known.champion,
                thanked=thanked(known, self._policy, self._today),
                next=next_words(known, owed, _first(other), _first(new)),
                reason=owed.reason if owed else "",
                task=owed.key if owed else "",
                due=owed.due if owed else None,
                later=self._later(owed),
            )

    def of_asks(self, asks: Iterable[Ask]) -> Iterator[ReferralLine]:
        """The rows of asks that wait for their day or their answer; without those to somebody in the trash."""
        for ask in asks:
            other = self._names.get(ask.person)
            if other is None or ask.state not in ("planned", "asked", "later"):
                continue
            owed = self._next(ask_obligations(ask, self._policy))
            new = self._names.get(ask.target_person, ("", ""))
            yield ReferralLine(
                key=f"ask:{ask.id}",
                stage="asked",
                state=ask.state,
                given=False,
                new=new[0] or "Somebody new",
                new_id=ask.target_person if new[0] else "",
                other=other[0],
                other_first=_first(other),
                other_id=ask.person,
                thanked=("later", "later", "later"),
                next=next_of_ask(ask, _first(other)),
                reason=owed.reason if owed else "",
                task=owed.key if owed else "",
                due=owed.due if owed else None,
                later=self._later(owed),
            )

    def _next(self, owed: Iterable[Obligation]) -> Obligation | None:
        """What is due first; what was put off comes after all that was not."""
        return min(owed, key=lambda one: (self._later(one) is not None, one.due), default=None)

    def _later(self, owed: Obligation | None) -> date | None:
        until = self._put_off.get(owed.key) if owed else None
        return until if until and until > self._today else None


def _stage(state: ReferralState) -> Stage:
    if state == "agreed" or state == "made" or state == "followed_up":
        return state
    return "outcome"


def _ended_in(found: Mapping[str, Referral], line: ReferralLine, month: date) -> bool:
    ended_on = found[line.key.partition(":")[2]].outcome_on
    return ended_on is not None and ended_on >= month


def _sum(stage: Stage, lines: Collection[ReferralLine], today: date) -> StageSum:
    """A stage's one line: what is late there, else what comes next."""
    waiting = [line for line in lines if line.due and not line.later]
    if stage == "asked":
        return StageSum(len(lines), _quiet(waiting, today))
    late = [line.reason for line in waiting if line.due and line.due < today]
    if late:
        noun = _noun(late[0])[0]
        count = sum(_noun(reason)[0] == noun for reason in late)
        return StageSum(len(lines), f"{count} {noun}{'' if count == 1 else 's'} late", late=True)
    first = min(waiting, key=lambda line: line.due or date.max, default=None)
    if first is not None and first.due is not None:
        day = day_name(first.due, today)
        return StageSum(len(lines), f"{_noun(first.reason)[1]} {day if day == 'today' else f'by {day}'}")
    return StageSum(len(lines), "This month" if stage == "outcome" and lines else "")


def _quiet(waiting: Collection[ReferralLine], today: date) -> str:
    quiet = sum(line.reason == "any_answer" and line.due is not None and line.due <= today for line in waiting)
    planned = sum(line.state == "planned" for line in waiting)
    return f"{quiet} without an answer" if quiet else f"{planned} planned" if planned else ""


def _noun(reason: str) -> tuple[str, str]:
    return _NOUNS.get(reason, _THANKS)


def _first(names: tuple[str, str]) -> str:
    return names[1] or names[0].partition(" ")[0]


def _day(until: date | datetime) -> date:
    return until.date() if isinstance(until, datetime) else until
