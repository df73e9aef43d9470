"""What Ready to ask says: gates, second lines of rows, what decides a gate, and the terms of the order."""

from datetime import date

from refdesk.domain.daywords import day_name, days_ago, short_day
from refdesk.domain.digest import dormant_days, warm_days
from refdesk.domain.person import Person
from refdesk.domain.policy import Policy
from refdesk.domain.reasons import APPROXIMATE
from refdesk.domain.records import Entry
from refdesk.domain.verdict import GateResult, ScoreTerms
from refdesk.domain.words import Gate, Level, Role, State
from refdesk.gui.widgets.marks import Pip
from refdesk.services.ready_list import ReadyRow

GATE_TITLES: dict[Gate, str] = {
    "results": "Results delivered",
    "relationship": "Relationship is warm",
    "understanding": "Understands what you do",
    "opportunity": "Has the opportunity",
    "giving": "Giving is in balance",
    "timing": "Timing",
}
STATE_TITLES: dict[State, str] = {
    "ready": "Ready now",
    "almost": "One step away",
    "hold": "On hold",
    "reconnect": "Reconnect first",
    "nurture": "Not yet",
    "do_not_ask": "Don’t ask",
}
ROLES: dict[Role, str] = {
    "client": "Client",
    "past_client": "Past client",
    "prospect": "Prospect",
    "partner": "Partner",
    "colleague": "Colleague",
    "vendor": "Vendor",
    "friend": "Friend",
    "relative": "Relative",
    "other": "Contact",
}

_IN_SHORT: dict[str, str] = {
    "complaint": "Something went wrong. Put it right first",
    "unhappy": "Wasn’t happy. Put it right first",
    "mixed": "Only half pleased. Put it right first",
    "complaint_settled": "Ask how they feel about the work now",
    "client_unrated": "Ask how the work went",
    "prospect": "Hasn’t bought yet. Earn the right first",
    "unproven": "Show them your work",
    "trust_low": "Earn their trust first",
    "no_conversation": "You haven’t talked yet",
    "just_met": "You’ve only met once. Give it time",
    "no_meeting": "Plan a meeting or a call",
    "dormant": "Last spoke {when}. Reconnect first",
    "reconnected": "Back in touch. Give something first",
    "settling": "Back in touch. Give it a few days",
    "cooling": "Last spoke {when}. Catch up first",
    "owing": "Give something first: you’re {n} behind",
    "nothing_given": "Give something first",
    "told_long_ago": "Explain again who you help",
    "referred_long_ago": "Explain again who you help",
    "untold": "Explain who you help, in one sentence",
    "no_fitting_tag": "Find out who else they know",
    "world_unknown": "Find out who they know",
    "thank_you_agreed": "Say thank you before it happens",
    "thank_you_made": "Say thank you for the referral",
    "thank_you_lapsed": "Say thank you all the same",
    "thank_you_2": "Say thank you, and how it went",
    "thank_you_3": "Say thank you for a new client",
    "closing_word": "Say thank you anyway",
    "ask_open": "Asked {when}. Wait for an answer",
    "ask_agreed": "Agreed {when}. Wait for it to happen",
    "ask_later": "Said later. On hold until {until}",
    "asked_lately": "Asked {when}. On hold until {until}",
    "helped_lately": "You helped {when}. On hold until {until}",
    "delivered_lately": "You delivered {when}. On hold until {until}",
    "do_not_ask": "You chose never to ask",
    "died": "Has died",
}
"""A gate that is not met as the second line of a row, where the name stands above it already."""

_DECIDES: dict[Gate, str] = {
    "results": "The last you noted of how {first} feels about the work decides. Without it, a referral they made to "
    "you, or high trust where they are no client.",
    "relationship": "A conversation within {warm} days keeps it warm; after {dormant} days without one it is time to "
    "reconnect first. A message without an answer is none.",
    "understanding": "Having told {first} what you do, or a story, within {explained} days decides, or a referral they "
    "made in that time.",
    "opportunity": "Somebody whom {first} could introduce and who is no client yet, or a world {first} moves in that "
    "one of your profiles looks for.",
    "giving": "What you gave and what you received are counted. You give first, and never fall {owe} behind.",
}

_LEVELS: dict[Level, str] = {
    "recommendation": "Ask for a recommendation: {first} mentions you, and they call.",
    "introduction": "Ask for an introduction: {first} brings the two of you together.",
}


def pip_of(result: GateResult) -> Pip:
    """A gate's mark: a tick, a half, a hollow ring."""
    if result.verdict == "met":
        return Pip.MET
    return Pip.BEGUN if result.begun else Pip.OPEN


def gate_note(gate: Gate, result: GateResult) -> str:
    """A gate in a few words: "Relationship is warm: not yet"."""
    standing = {Pip.MET: "met", Pip.BEGUN: "partly", Pip.OPEN: "not yet"}[pip_of(result)]
    return f"{GATE_TITLES[gate]}: {standing}"


def second_line(row: ReadyRow, today: date) -> str:
    """What a row says below the name: the next step, or why now is a good moment."""
    verdict = row.readiness.standing.verdict
    if row.put_off:
        return f"Put off until {day_name(row.put_off, today)}"
    if verdict.next_gate:
        return _in_short(verdict.gate(verdict.next_gate), today)
    if row.plan:
        return f"{occasion(row.plan)} {_on(brief_day(row.plan.on, today))}"
    offered = verdict.timing.reason
    if offered.code == "offered" and offered.on:
        return f"Offered to help {on_day(offered.on, today)}"
    spoke = verdict.relationship.reason
    return (
        f"Last spoke {days_ago(spoke.on, today, spoke.other == APPROXIMATE)}" if spoke.on else "All five gates are met"
    )


def occasion(plan: Entry) -> str:
    """What is planned, in a word or two: "Lunch"; a sentence that the user typed is cut at its first comma."""
    said = plan.summary or plan.line.partition(" with ")[0]
    words = said.partition(",")[0].partition(":")[0].strip().rstrip(".")
    return words[:1].upper() + words[1:] if words else plan.kind.capitalize()


def on_day(day: date, today: date) -> str:
    """A day behind an act: "today", "tomorrow", "on Thursday", "on 6 November"."""
    return _on(day_name(day, today))


def brief_day(day: date, today: date) -> str:
    """A day where there is little room: "today", "Thursday", "26 Nov", "4 Feb 2027"."""
    is_near = 0 <= (day - today).days < 7
    return day_name(day, today) if is_near else short_day(day, today).partition(" ")[2]


def _on(day: str) -> str:
    return day if day in ("today", "tomorrow") else f"on {day}"


def work_line(person: Person) -> str:
    """What somebody does: "Owner, Wieczorek Joinery"."""
    return ", ".join(filter(None, (person.title, person.org)))


def role_line(person: Person, today: date) -> str:
    """Who somebody is: "Owner, Wieczorek Joinery · Client since 2021"."""
    roles = ", ".join(ROLES[role] for role in person.roles)
    since = f"since {person.known_since.year}" if person.known_since and person.known_since <= today else ""
    known = f"{roles} {since}" if roles else since and f"Known {since}"
    return " · ".join(filter(None, (work_line(person), known.strip())))


def what_decides(gate: Gate, person: Person, policy: Policy) -> str:
    """The rule of a gate in a sentence, with the numbers that hold for this person."""
    return _DECIDES[gate].format(
        first=person.first_name,
        warm=warm_days(person, policy),
        dormant=dormant_days(person, policy),
        explained=policy.explained_within,
        owe=policy.owe_limit,
    )


def what_to_ask(level: Level, first: str) -> str:
    """Which of the two may be asked for, and what it means."""
    return _LEVELS[level].format(first=first)


def order_terms(terms: ScoreTerms) -> str:
    """Why somebody stands where they stand in their group: every term that counts, in points."""
    said = (
        ("trust", terms.trust),
        ("how they feel about the work", terms.satisfaction),
        ("how lately you spoke", terms.recency),
        ("an offer of help", terms.offer),
        ("referrals they made", terms.referrals),
        ("people they could introduce", terms.could_introduce),
    )
    counted = ", ".join(f"{words} {points}" for words, points in said if points)
    if not counted:
        return "Nothing counts for a higher place in the list yet."
    return f"Place in the list: {terms.total} of 100 points, for {counted}."


def _in_short(result: GateResult, today: date) -> str:
    reason = result.reason
    if reason.code == "do_not_ask" and reason.number:
        return "Say thank you all the same"
    template = _IN_SHORT[reason.code]
    if "{until}" in template and result.until is None:
        template = template.partition(". ")[0]
    return template.format(
        when=days_ago(reason.on, today, reason.other == APPROXIMATE) if reason.on and reason.on <= today else "",
        until=brief_day(result.until, today) if result.until else "",
        n=reason.number,
    )
