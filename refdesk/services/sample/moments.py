"""What the adviser noted when something counted: help, thanks, results, stories, offers and complaints."""

from refdesk.domain.words import Mark, Satisfaction

MARKED: dict[Mark, tuple[str, ...]] = {
    "gave": (
        "Put {first} in touch with {need}.",
        "Sent {first} somebody who knows all about {topic}.",
        "Recommended {first} to two neighbours on the quay.",
        "Read the draft contract over the weekend and marked three places.",
        "Shared {first}'s post with the founders' circle.",
        "Brought a book on {topic}; it was out of print.",
        "Drove over and helped to sort the papers for the bank.",
        "Wrote a few lines for {first}'s website.",
        "Introduced {first} to the editor for the piece on family firms.",
        "Found {first} a speaker for the staff day.",
        "Passed on a grant that may help with {topic}.",
        "Spent an evening on the figures, no charge.",
    ),
    "received": (
        "{first} wrote a kind recommendation, unasked.",
        "{first} lent me the meeting room for the seminar.",
        "{first} explained how they handle {topic}. Saved me a week.",
        "{first} told a table of twelve about my work.",
        "{first} gave me two tickets for the opening night.",
        "{first} looked over my lease and found the catch.",
        "{first} put my leaflet on the counter.",
        "{first} had me as a guest on the panel.",
    ),
    "explained": (
        "Said in two sentences what I do, and for whom. {first} repeated it almost word for word.",
        "{first} asked what exactly I do. Owners, handing over, no heir in sight: that stuck.",
        "Explained who I help best: owners around sixty, firms with five to fifty people.",
        "Drew the three years of a handover for {first}. Now it is clear what I am for.",
        "{first} explained my work to a colleague, and got it right.",
        "Told {first} what a good client looks like, and what one does not.",
        "Sent {first} the one-page version of what I do, then talked it through.",
    ),
    "story": (
        "Told {first} how it went at the {client}. Went quiet, then asked three questions.",
        "The {client} came up. {first} knows somebody in just that place.",
        "Told the story of the {client} over lunch.",
        "{first} wanted an example, so I told about the {client}.",
    ),
    "expectation": (
        "Mentioned in passing that nearly all my clients come by word of mouth, if I have earned it.",
        "{first} asked how I find clients. Said: through people who were glad of the work.",
        "Said that I live by recommendations and would have to deserve theirs too.",
    ),
    "offered_help": (
        "{first} asked: what can I do for you? Meant it.",
        "{first} offered to speak to people I would like to meet.",
        "On the doorstep {first} said: tell me whom you want to know.",
        "{first} would gladly put in a word, if I say where.",
        "“You looked after us. How can I help you?” Wrote it down as said.",
    ),
    "repayment_offer": (
        "{first} said they owed me one. Told them I was glad to help, and left it there.",
        "{first} wanted to return the favour at once. No need.",
    ),
}

DELIVERED: tuple[str, ...] = (
    "Signed the handover plan.",
    "The valuation is done and explained.",
    "Share sale completed.",
    "The shareholders' agreement is signed.",
    "Three-year plan handed over.",
    "The pension part is settled.",
    "The family charter is agreed, all five signed.",
    "Sale to the managers went through.",
)

FELT: dict[Satisfaction, tuple[str, ...]] = {
    "delighted": (
        "{first} hugged me in the car park.",
        "{first}: “I sleep again.”",
        "{first} said it was simpler than feared, and opened a bottle.",
        "{first} gave it ten out of ten.",
        "{first} rang twice to say thank you.",
    ),
    "satisfied": (
        "{first} is content; would have liked it a month sooner.",
        "{first} found it solid and fair.",
        "{first} is glad that it is done.",
        "{first} was pleased, in few words.",
    ),
    "mixed": (
        "{first} likes the result, not the weeks of waiting.",
        "{first} was only half pleased: two points had to be done again.",
        "{first} expected more on the tax side.",
    ),
    "unhappy": (
        "{first} is not happy, and I understand why.",
        "{first} had expected something else. We need to talk.",
        "{first} feels left alone with the last part.",
    ),
}

COMPLAINTS: tuple[str, ...] = (
    "{first} rang, annoyed: the report came two weeks late.",
    "{first} found a wrong figure in the plan and had already shown it to the bank.",
    "{first} had to ask three times for the same paper.",
    "{first} heard of the change from the accountant, not from me.",
)

PUT_RIGHT: tuple[str, ...] = (
    "Apologised in person, redid the part at my cost. {first} accepted.",
    "Went over the corrected plan together. {first} is at ease again.",
)

GIFTS: tuple[tuple[str, float], ...] = (
    ("A bottle of port after the signing.", 28.0),
    ("Two theatre tickets, for the long evenings.", 64.0),
    ("A hamper from the market.", 45.0),
    ("The big atlas of the Severn.", 38.5),
    ("Flowers for the opening.", 32.0),
)
"""Presents, each with what it cost in pounds."""

CHECK_INS: tuple[str, ...] = (
    "Asked how the work has held up.",
    "A year on: looked at what became of the plan.",
    "Went back to see how it runs.",
)
