"""Why a row of Today matters now: a sentence or two of the method's own, after the row's reason."""

WHY_NOW: dict[str, str] = {
    "thank_you_1": "{first} is putting a good name behind yours. Thanking now, before it happens, is courteous and a "
    "gentle reminder.",
    "thank_you_2": "Whoever puts in a word wonders how it went. Tell {first} before they have to ask.",
    "thank_you_3": "The third thank-you is the one people remember. By hand it says the most.",
    "closing_word": "{first} took the same risk for you as if it had worked out.",
    "confirm": "You agreed on a way to know. A word of thanks asks without pressing.",
    "in_touch": "With a recommendation they call you. If they haven't, {first} can say whether you should.",
    "follow_up": "{first} is expecting to hear from you. A quick call honours whoever introduced you.",
    "status": "A word now and then shows {first} that a name lent to you is in good hands.",
    "did_it_help": "Asking shows that you meant it, and tells you what helps {first} most.",
    "did_you_ask": "Note it while you remember it. If it didn't come up, the ask simply waits.",
    "any_answer": "Mention it once, lightly, and leave room for a no.",
    "is_it_time": "Ask only if it still feels right. It can wait again.",
    "happened": "If it did, it counts as a conversation. If it didn't, nothing is lost.",
    "birthday": "",
    "partner_meeting": "Say what each of you promised, and who each of you would like to meet.",
    "note": "A note by hand is rare, so it's remembered.",
    "reconnect": "Ask for nothing. Offer something useful if you can, and let the conversation warm up first.",
    "keep_in_touch": "A short call keeps a good relationship good.",
    "ready": "Ask one person for one specific thing, face to face.",
    "sort": "A few answers about ten people are enough for RefDesk to suggest whom to thank, call or ask.",
}
"""By the reason that a row is owed, or by the kind of a proposal."""


def why_now(about: str, first: str) -> str:
    """What the method says to it; empty where it has nothing to add."""
    return WHY_NOW.get(about, "").format(first=first or "They")
