"""Words around asks and referrals: why somebody would be glad of it, what to do and to say, and how it went."""

from refdesk.domain.words import ReferralState

WHY_GLAD: tuple[str, ...] = (
    "Turns 60 next year and has no plan for who takes on the firm.",
    "Bought out a brother last year and never had the firm valued.",
    "Two children in the business, and only one chair.",
    "Had an offer from a chain and does not know what it is worth.",
    "Wants to work three days a week and cannot see how.",
    "Lost a partner last year; the agreement is older than the firm.",
    "The works manager would buy, if somebody showed them how.",
    "Doctors said slow down. Nobody knows where the papers are.",
)

ACTIONS: tuple[str, ...] = (
    "Send {target} a short e-mail and copy me.",
    "Call {target} and say what we did together.",
    "Bring {target} along to the next breakfast.",
    "Mention me to {target} when you meet on Thursday.",
)

WORDS: tuple[str, ...] = (
    "{target}, meet Inês, who looked after us when it was our turn. Half an hour would be worth your while.",
    "When we planned the handover, Inês made it simple. I think you two should talk, {target}.",
    "{target}, you asked how we managed. This is who helped us.",
)

CONFIRMATIONS: tuple[str, ...] = ("copies me on the e-mail", "tells me", "sends a message once it is done")

OCCASIONS: tuple[str, ...] = ("Lunch at Tide & Table", "Coffee at The Lantern Café", "Yearly review", "A visit")

ASKED: tuple[str, ...] = (
    "Asked {first} for one thing: to bring {target} and me together. A clear yes.",
    "Asked about {target}, and said that no is fine. {first} had thought of it already.",
    "Showed {first} two sentences for {target}. Comfortable with both, will do it.",
    "Asked for {target} by name. {first} liked that it was one person.",
)

ASKED_STILL_OPEN: tuple[str, ...] = (
    "Asked about {target}. {first} wants to think about it.",
    "Asked {first} to mention me to {target}. No answer yet, no hurry.",
)

ASKED_IN_VAIN: tuple[str, ...] = ("Asked about {target}. {first} would rather not; all is well between us.",)

UNASKED: tuple[str, ...] = (
    "{first} rang: has told {target} about me, unasked.",
    "{first} mentioned that {target} will be in touch. I had not asked.",
)

FOLLOWED_UP: tuple[str, ...] = (
    "First talk, thanks to {champion}. {first} knows what hurts: {topic}.",
    "{champion} was right, we understood each other at once. About {topic}.",
    "Got in touch as {champion} suggested. {first} had been waiting for it.",
    "Met at the firm. {first} began with {topic} and ended with the real question.",
)

OUTCOMES: dict[ReferralState, tuple[str, ...]] = {
    "won": (
        "{first} wants to work with me. We start with the valuation.",
        "Signed the engagement. {first} said it was {champion}'s word that counted.",
        "{first} said yes before the biscuits came.",
    ),
    "lost": (
        "{first} stays with the present adviser. No hard feelings.",
        "{first} puts it off for some years. Said to call when it is time.",
    ),
    "not_a_fit": (
        "{first} needs a divorce lawyer rather than me. Gave two names.",
        "The firm is sold already; nothing left to hand over.",
    ),
}

SKIPPED: tuple[str, ...] = (
    "Said it in person at the open day; a call on top would have been too much.",
    "Was in hospital that week, sent flowers instead.",
)

NOTE_TEXTS: tuple[str, ...] = (
    "Dear {first},\n\nI wanted you to hear it from me first: {prospect} has asked me to look after the plans for the "
    "firm. It is exactly the kind of work I love, and it would not have happened without you.\n\nYou put your good "
    "name to mine. I will not forget it.\n\nWith warm thanks,\nInês",
    "Dear {first},\n\n{prospect} and I have begun to work together, and the first thing we spoke of was you. You said "
    "the right sentence at the right moment.\n\nI owe you a long lunch, and more than that, good work.\n\nYours,\nInês",
    "Dear {first},\n\nIt is done: {prospect} is in good hands, I hope, and knows whom to thank. So do I.\n\nSome "
    "people wish others well. You pick up the telephone.\n\nWith all my thanks,\nInês",
)
