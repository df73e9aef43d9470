"""A verdict in words: why each gate stands as it does, and the one thing to do first.

A kept verdict holds reasons without today's date; the sentences are made when somebody reads them. They speak
of people by their first name or as "they", and follow `docs/method.md` section 2.
"""

from collections.abc import Callable
from datetime import date

from refdesk.domain.daywords import day_name, days_ago
from refdesk.domain.reasons import APPROXIMATE
from refdesk.domain.verdict import GateResult, Reason, Verdict
from refdesk.domain.words import Gate

NameOf = Callable[[str], str]
"""Gives the name of another person by their id."""

_NOBODY_KNOWN = "somebody new"

SENTENCES: dict[Gate, dict[str, str]] = {
    "results": {
        "complaint": "Something went wrong for {first} {when} and isn't put right yet.",
        "unhappy": "{first} wasn't happy with the work {when}. Put it right first.",
        "mixed": "{first} was only half pleased with the work {when}. Put it right first.",
        "satisfied": "{first} was satisfied with the work {when}.",
        "delighted": "{first} was delighted with the work {when}.",
        "complaint_settled": "What went wrong {when} is settled. You haven't noted how {first} feels about it since.",
        "client_unrated": "You haven't noted how {first} feels about the work.",
        "champion": "{first} made a referral to you {when}.",
        "prospect": "{first} hasn't bought from you yet. Earn the right first.",
        "trusted": "{first} trusts you and your work.",
        "unproven": "{first} may not know your work yet. Show them some.",
    },
    "relationship": {
        "trust_low": "{first} doesn't trust you much yet. Earn their trust first.",
        "no_conversation": "You haven't talked with {first} yet.",
        "just_met": "Too soon. You've been in touch once, {when}.",
        "no_meeting": "Too soon. You haven't had a meeting or a call with {first} yet.",
        "dormant": "Last spoke {when}. Reconnect first.",
        "reconnected": "Back in touch {when}, after a long silence. Give {first} something of value first.",
        "settling": "Back in touch {when}, after a long silence. Give it a few more days.",
        "cooling": "Last spoke {when}. Catch up first.",
        "warm": "Last spoke {when}.",
    },
    "giving": {
        "owing": "{first} has given {n} more than you gave back. Give before you ask.",
        "nothing_given": "Nothing given so far. Give {first} something first.",
        "given_more": "You've given {n} more than you received.",
        "given_even": "You've given as much as you received.",
        "given_less": "You've received {n} more than you gave. That's still in balance.",
    },
    "understanding": {
        "told": "You told {first} what you do {when}.",
        "referred": "{first} made a referral to you {when}, so they know who you help.",
        "told_long_ago": "You last told {first} what you do {when}. Tell it again in plain words.",
        "referred_long_ago": "{first} last made a referral to you {when}. Tell them again who you help.",
        "untold": "{first} may not know who you help. Tell one story in plain words.",
    },
    "opportunity": {
        "could_introduce": "{first} could introduce you to {who}.",
        "could_introduce_several": "{first} could introduce you to {who} and {n} more.",
        "fitting_tag": "{first} moves among people you'd like to meet: {other}.",
        "no_fitting_tag": "Nobody in {first}'s world fits your profile. A different profile may.",
        "world_unknown": "Who does {first} meet that you'd like to?",
    },
    "timing": {
        "do_not_ask": "You chose never to ask {first}.",
        "died": "{first} has died.",
        "thank_you_agreed": "{first} agreed to put in a word with {who}. Say thank you before it happens.",
        "thank_you_made": "{first} put in a word with {who}. Say thank you.",
        "thank_you_lapsed": "{first} was willing to put in a word with {who}. Say thank you all the same.",
        "thank_you_2": "You followed up with {who}. Thank {first} and say how it went.",
        "thank_you_3": "{who} became a client. The third thank-you to {first} is due.",
        "closing_word": "It didn't work out with {who}. Thank {first} anyway.",
        "ask_open": "You asked {when} and {first} hasn't answered. Give it time.",
        "ask_agreed": "{first} agreed {when} to put in a word with {who}. Wait until it has happened.",
        "ask_later": "{first} said later.",
        "asked_lately": "You asked {when}. Give it time.",
        "helped_lately": "You helped {first} {when}. If they offer something back, say you were glad to help.",
        "delivered_lately": "You delivered to {first} {when}. Tell the story to someone else instead.",
        "offered": "{first} offered to help {when}. A good moment to be specific.",
        "clear": "Nothing speaks against asking now.",
    },
}
"""The sentence of every reason, by gate and code. ``{when}`` tells how long ago, ``{who}`` names somebody else."""

NEXT_STEPS: dict[str, str] = {
    "complaint": "Put right what went wrong for {first}.",
    "unhappy": "Put it right with {first}.",
    "mixed": "Put it right with {first}.",
    "complaint_settled": "Ask {first} how they feel about the work now.",
    "client_unrated": "Ask {first} how the work went.",
    "prospect": "Show {first} what you can do before you ask for anything.",
    "unproven": "Show {first} your work.",
    "trust_low": "Earn {first}'s trust.",
    "no_conversation": "Talk with {first}.",
    "just_met": "Plan a second meeting with {first}.",
    "no_meeting": "Plan a meeting or a call with {first}.",
    "dormant": "Reconnect with {first}, just to say hello.",
    "reconnected": "Give {first} something of value.",
    "settling": "Let a few days pass before you ask {first}.",
    "cooling": "Catch up with {first}.",
    "owing": "Give {first} something before you ask.",
    "nothing_given": "Give {first} something first.",
    "told_long_ago": "Tell {first} again what you do and for whom.",
    "referred_long_ago": "Tell {first} again what you do and for whom.",
    "untold": "Tell {first} what you do and for whom.",
    "no_fitting_tag": "Find out who else {first} knows.",
    "world_unknown": "Find out who {first} knows.",
    "do_not_ask": "Don't ask {first}: that was your choice.",
    "died": "Ask for nothing: {first} has died.",
    "thank_you_agreed": "Thank {first} first, before it happens.",
    "thank_you_made": "Thank {first} first, for putting in a word with {who}.",
    "thank_you_lapsed": "Thank {first} first, though it came to nothing with {who}.",
    "thank_you_2": "Thank {first} first, and say how it went with {who}.",
    "thank_you_3": "Thank {first} first: {who} became a client.",
    "closing_word": "Thank {first} first, though it didn't work out with {who}.",
    "ask_open": "Wait for {first}'s answer.",
    "ask_agreed": "Wait until {first} has put in a word with {who}.",
}
"""The next step of every reason for which a gate is not met; the holds that pass by themselves have a day instead."""


def gate_sentence(result: GateResult, gate: Gate, today: date, first_name: str, name_of: NameOf) -> str:
    """Why the gate stands so, as a person would say it on ``today``; a hold with a day ends with that day."""
    sentence = _fill(SENTENCES[gate][result.reason.code], result.reason, today, first_name, name_of)
    if result.until is None:
        return sentence
    return f"{sentence} On hold until {day_name(result.until, today)}."


def next_step_text(verdict: Verdict, today: date, first_name: str, name_of: NameOf) -> str | None:
    """The one thing to do first with this person, in a sentence; None when they are ready.

    A thank-you that is due comes before everything else, also where they are never to be asked.
    """
    if verdict.next_gate is None:
        return None
    result = verdict.gate(verdict.next_gate)
    reason = result.reason
    if reason.code == "do_not_ask" and reason.number:
        template = "Thank {first} first."
    elif reason.code in NEXT_STEPS:
        template = NEXT_STEPS[reason.code]
    elif result.until:
        template = "Wait until {until}, then ask {first}."
    else:
        template = "Give it time before you ask {first}."
    until = day_name(result.until, today) if result.until else ""
    return _fill(template, reason, today, first_name, name_of, until)


def _fill(template: str, reason: Reason, today: date, first_name: str, name_of: NameOf, until: str = "") -> str:
    """The template with what the reason knows; it begins with a capital whoever stands first."""
    when = days_ago(reason.on, today, reason.other == APPROXIMATE) if reason.on and "{when}" in template else ""
    who = name_of(reason.other) if reason.other and "{who}" in template else _NOBODY_KNOWN
    text = template.format(first=first_name, when=when, who=who, n=reason.number, other=reason.other, until=until)
    return text[:1].upper() + text[1:]
