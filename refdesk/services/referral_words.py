"""What a referral says in its row and in its eight steps: what is next, what was done, what is still to come."""

from refdesk.domain.obligation import Obligation
from refdesk.domain.records import Ask, Referral, Thanks
from refdesk.domain.words import ReferralState, ThankBy

ENDED: dict[ReferralState, str] = {
    "won": "Became a client",
    "lost": "Not this time",
    "not_a_fit": "Not a fit",
    "lapsed": "It never happened",
}
_ENDED_GIVEN: dict[ReferralState, str] = {
    "won": "They work together",
    "lost": "It came to nothing",
    "not_a_fit": "It wasn’t a fit",
    "lapsed": "It never happened",
}
_NEXT = {
    "thank_you_1": "First thank-you to {first}",
    "thank_you_2": "Second thank-you to {first}",
    "thank_you_3": "Became a client. Thank {first}",
    "confirm": "Check with {first}",
    "in_touch": "Ask {first} if they’ve talked",
    "status": "Tell {first} how it stands",
    "did_it_help": "Ask {first} if it helped",
}
_ASKS = {
    "planned": "Ask {first}",
    "asked": "No answer yet. Mention it once",
    "later": "Ask {first} again, if it’s time",
}
_WAYS: dict[ThankBy, str] = {
    "letter": "By handwritten note.",
    "call": "By phone.",
    "message": "In a message.",
    "meeting": "In person.",
}


def next_words(referral: Referral, owed: Obligation | None, first: str, new_first: str) -> str:
    """What is next for a referral; ``first`` is what to call who refers, or who receives what is given."""
    if owed is None:
        return _nothing_owed(referral, first, new_first)
    if owed.reason == "follow_up":
        return f"Call {new_first or first}"
    if owed.reason == "closing_word":
        return f"{ended_words(referral)}. Thank {first}"
    if owed.reason == "thank_you_3" and owed.kind == "note":
        return f"Became a client. Write to {first}"
    return _NEXT[owed.reason].format(first=first)


def next_of_ask(ask: Ask, first: str) -> str:
    """What is next for an ask that waits."""
    return _ASKS[ask.state].format(first=first)


def ended_words(referral: Referral) -> str:
    """How a referral ended; empty while it has not."""
    return (_ENDED_GIVEN if referral.direction == "given" else ENDED).get(referral.state, "")


def thanked_words(thanks: Thanks) -> str:
    """How a thank-you was said, or why it was skipped."""
    if thanks.skipped_on:
        return f"Skipped: {thanks.why}"
    return _WAYS[thanks.by] if thanks.by else ""


def _nothing_owed(referral: Referral, first: str, new_first: str) -> str:
    ended = ended_words(referral)
    if referral.direction == "given":
        if referral.state == "agreed":
            return consent_words(referral, first, new_first)
        return ended or "Said how it went"
    if ended and referral.state != "lapsed":
        return f"{ended}. All thanks given"
    return ended


def consent_words(referral: Referral, first: str, new_first: str) -> str:
    """Whom to ask before a referral given is made: both have to be glad to be introduced."""
    lacking = [
        name for name, day in ((first, referral.consents.to), (new_first, referral.consents.prospect)) if not day
    ]
    if len(lacking) == 2:
        return "Ask both first"
    return f"Ask {lacking[0] or 'them'} first" if lacking else "Bring them together"
