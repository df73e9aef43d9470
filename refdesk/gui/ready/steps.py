"""The next step with somebody: what the verdict says, and what its buttons do (`docs/method.md` section 2)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from refdesk.domain.daywords import day_name
from refdesk.domain.obligations import days_after
from refdesk.domain.verdict import GateResult
from refdesk.domain.words import Gate, Mark
from refdesk.gui.navigation import LogRequest, Place
from refdesk.gui.ready.words import occasion, on_day
from refdesk.gui.widgets.marks import Tone
from refdesk.services.ready_card import ReadyCard


class Do(Enum):
    """What a button does at once."""

    RESOLVE = "resolve"
    SPOKE = "spoke"
    REMIND = "remind"
    CONFIRM = "confirm"
    ANSWER = "answer"
    AGAIN = "again"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Act:
    """Something done at once, to the record of this id, or on this day."""

    do: Do
    id: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A button: its words, and where it goes, what it logs, or what it does."""

    words: str
    to: Place | LogRequest | Act


@dataclass(frozen=True, slots=True)
class Advice:
    """The verdict as the band shows it: title, reason, and one step or two, the main one first."""

    tone: Tone
    icon: str
    title: str
    text: str
    steps: tuple[Step, ...] = ()


def advice(card: ReadyCard, today: date) -> Advice:
    """What to do with somebody today, first of all."""
    verdict = card.readiness.standing.verdict
    step = card.readiness.next_step
    if step is None:
        return _ready(card, today)
    gate = step.gate
    steps = timing_steps(card) if gate == "timing" else gate_steps(card, gate)
    reason = card.timing_sentence if gate == "timing" else card.gate(gate).sentence
    if verdict.state == "do_not_ask":
        why = card.person.do_not_ask_why if verdict.timing.reason.code == "do_not_ask" else ""
        return Advice(Tone.BAD, "hand", "Don’t ask.", " ".join(filter(None, (reason, why))), steps)
    if verdict.state == "hold":
        until = verdict.until
        title = f"On hold until {day_name(until, today)}." if until else f"On hold. {step.text}"
        return Advice(Tone.WARN, "clock", title, reason.partition(" On hold until")[0], steps)
    opening = "One step away." if verdict.state == "almost" else "Not yet."
    return Advice(Tone.WARN, "clock", f"{opening} {step.text}", reason, steps)


def gate_steps(card: ReadyCard, gate: Gate) -> tuple[Step, ...]:
    """What opens one of the five gates about the relationship; nothing where it is met."""
    result = card.gate(gate).result
    if result.verdict == "met":
        return ()
    return _OPENS[gate](card, result)


def timing_steps(card: ReadyCard) -> tuple[Step, ...]:
    """What a hold waits for; nothing where it only takes a while and a reminder is set already."""
    result, person = card.timing, card.person.id
    code = result.reason.code
    if code == "do_not_ask" and not result.reason.number:
        return (Step("Change this", Place("contacts", person, "do_not_ask")),)
    if code in ("do_not_ask", "died"):
        return (Step("Say thank you", Place("today")),)
    if code in _THANK_YOUS:
        key = f"referral:{result.evidence[0]}:thank_you:{result.reason.number}"
        return (Step("Say thank you", Place("today", key)),)
    if code == "ask_open":
        return (Step("Record the answer", Act(Do.ANSWER, result.evidence[0])),)
    if code == "ask_agreed":
        return (Step("It has happened", Act(Do.CONFIRM, result.evidence[-1])),)
    return _reminding(card, result.until)


def plan_meeting(name: str, person: str) -> LogRequest:
    """The log line that begins as a plan to meet somebody of this name; a day ahead, or it would be no plan."""
    return LogRequest((person,), f"Meeting with {name} next week")


_THANK_YOUS = frozenset(
    ("thank_you_agreed", "thank_you_made", "thank_you_lapsed", "thank_you_2", "thank_you_3", "closing_word")
)


def _ready(card: ReadyCard, today: date) -> Advice:
    level = "An introduction" if card.readiness.standing.verdict.level == "introduction" else "A recommendation"
    steps: tuple[Step, ...] = (Step("Prepare the ask", Act(Do.ASK)),)
    if card.plan:
        text = f"{occasion(card.plan)} {on_day(card.plan.on, today)} is a natural moment."
        steps = (*steps, Step("Open the plan", Place("timeline", card.plan.id)))
    elif card.timing.reason.code == "offered":
        text = card.timing_sentence
    else:
        text = f"{level} is a fair thing to ask for, face to face."
    if card.put_off:
        text = f"You put this off until {day_name(card.put_off, today)}."
        steps = (*steps, Step("Bring back", Act(Do.AGAIN)))
    return Advice(Tone.GOOD, "circle-check", "Ready. All five gates are met.", text, steps)


def _results(card: ReadyCard, result: GateResult) -> tuple[Step, ...]:
    code = result.reason.code
    put_right = Step("Plan how", plan_meeting(card.person.name, card.person.id))
    if code == "complaint":
        return Step("Mark it resolved", Act(Do.RESOLVE, result.evidence[-1])), put_right
    if code in ("unhappy", "mixed"):
        return put_right, _logs(card, "Log how it is now", "delivered")
    words = "Add a result" if code in ("prospect", "unproven") else "Log how it went"
    return (_logs(card, words, "delivered"),)


def _relationship(card: ReadyCard, result: GateResult) -> tuple[Step, ...]:
    code, person = result.reason.code, card.person
    if code == "reconnected":
        return (_logs(card, "Log what you gave", "gave"),)
    if code == "settling" and result.reason.on:
        return _reminding(card, days_after(result.reason.on, card.policy.settle_days))
    words = {"just_met": "Plan a second meeting", "no_meeting": "Plan a meeting", "no_conversation": "Plan a meeting"}
    steps = (Step(words.get(code, "Plan a catch-up"), plan_meeting(person.name, person.id)),)
    if code == "trust_low":
        return (*steps, Step("Change trust", Place("contacts", person.id, "trust")))
    return (*steps, Step("Spoke today", Act(Do.SPOKE)))


def _understanding(card: ReadyCard, result: GateResult) -> tuple[Step, ...]:
    return (_logs(card, "Log that you told them", "explained"),)


def _opportunity(card: ReadyCard, result: GateResult) -> tuple[Step, ...]:
    tell = Step("Say who they know", Place("contacts", card.person.id, "knows"))
    if result.reason.code == "no_fitting_tag":
        return tell, Step("Review profile", Place("profile"))
    return (tell,)


def _giving(card: ReadyCard, result: GateResult) -> tuple[Step, ...]:
    return (_logs(card, "Log what you gave", "gave"),)


def _logs(card: ReadyCard, words: str, mark: Mark) -> Step:
    return Step(words, LogRequest((card.person.id,), marks=(mark,)))


def _reminding(card: ReadyCard, on: date | None) -> tuple[Step, ...]:
    """Nothing where no day is known, or a reminder is set for it already."""
    return () if on is None or on in card.reminders else (Step("Remind me then", Act(Do.REMIND, on=on)),)


_OPENS: dict[Gate, Callable[[ReadyCard, GateResult], tuple[Step, ...]]] = {
    "results": _results,
    "relationship": _relationship,
    "understanding": _understanding,
    "opportunity": _opportunity,
    "giving": _giving,
}
