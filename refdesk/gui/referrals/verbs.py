"""What can be done at the current step of a referral, by why it is owed: the first verb is what Space does."""

from dataclasses import dataclass

from refdesk.services.referral_detail import ReferralDetail
from refdesk.services.referral_words import ENDED


@dataclass(frozen=True, slots=True)
class Verb:
    """One button: its key, its words, and its icon."""

    key: str
    words: str
    icon: str = ""


THANKED = Verb("thanked", "Mark as thanked", "check")
OPEN_NOTE = Verb("note", "Open the note", "pen-line")
ANSWER = Verb("answer", "What came of it?", "messages-square")
OPEN_ASK = Verb("ask", "Open the ask")
HAPPENED = Verb("made", "It happened", "check")
NOT_YET = Verb("not_yet", "Not yet", "clock")
CALLED = Verb("followed_up", "Mark as called", "phone")
TALKED = Verb("followed_up", "We’ve talked", "check")
WAIT = Verb("wait", "Not yet", "clock")
TOLD = Verb("told", "Mark as told", "check")
ANSWERED = Verb("helped", "They’ve said", "check")
OUTCOMES = tuple(Verb(key, words) for key, words in ENDED.items())

_BY_REASON: dict[str, tuple[Verb, ...]] = {
    "thank_you_1": (THANKED,),
    "thank_you_2": (THANKED,),
    "thank_you_3": (THANKED,),
    "closing_word": (THANKED,),
    "confirm": (HAPPENED, NOT_YET),
    "follow_up": (CALLED,),
    "in_touch": (TALKED, WAIT),
    "status": (TOLD, *OUTCOMES[:3]),
    "did_it_help": (ANSWERED, WAIT),
    "did_you_ask": (ANSWER, OPEN_ASK),
    "any_answer": (ANSWER,),
    "is_it_time": (ANSWER, OPEN_ASK),
}


def verbs_of(found: ReferralDetail) -> tuple[Verb, ...]:
    """The verbs of the current step; none where nothing is left."""
    line, current = found.line, found.current
    if current is None:
        return ()
    if line.reason == "thank_you_3" and found.referral and found.referral.thank_by == "letter":
        return (OPEN_NOTE, THANKED)
    if line.reason:
        return _BY_REASON[line.reason]
    if found.referral is None:
        return (ANSWER, OPEN_ASK)
    if current.key == "consent_to":
        return (Verb("consent_to", f"{found.other.first_name} says yes", "check"),)
    if current.key == "consent_prospect":
        return (Verb("consent_prospect", f"{found.new.first_name if found.new else 'They'} says yes", "check"),)
    if current.key == "made":
        return (
            Verb("made", "Mark as introduced" if found.level == "introduction" else "Mark as recommended", "check"),
        )
    return OUTCOMES[:3] if current.key == "outcome" else ()
