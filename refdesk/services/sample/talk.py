"""What the adviser noted of everyday conversations: sentences by kind, filled from the other person's trade.

``{first}`` is the person, ``{topic}`` something of their trade, ``{need}`` somebody or something they look for.
"""

from refdesk.domain.words import Kind

MEETINGS: tuple[str, ...] = (
    "Talked about {topic}. {first} has thought it through better than last time.",
    "{first} showed me round. Mostly about {topic}.",
    "Long talk about {topic}, then about the children.",
    "Went over the year. {first} is tired, and still pleased with how it turned out.",
    "{first} is looking for {need}. Said I would keep my ears open.",
    "Caught up properly. The worry of the moment: {topic}.",
    "{first} asked what I would do about {topic}. Listened more than I talked.",
    "Good hour. Drew the family tree of the firm on a napkin.",
    "We argued about {topic}, cheerfully.",
    "{first} brought the accounts, unasked. Better than expected.",
    "Spoke about holidays, then about {topic}.",
    "{first} wants to do something about {topic} before the year is out.",
    "Met the second in command. Knows everything about {topic}.",
    "Sat outside. {first} is proud of the team, and a little worried about {topic}.",
    "Reviewed the plan for the year. Two points open, one of them {topic}.",
    "{first} was late, apologised, and then told me all about {topic}.",
)

VIDEOS: tuple[str, ...] = (
    "Shared the draft on screen. {first} wants to sleep on it.",
    "Quick review of the numbers; {topic} takes more time than planned.",
    "{first} from the kitchen table, dog included. About {topic}.",
    "Went through the open points. Next: {topic}.",
    "Half an hour on {topic}. Sound was poor, mood was good.",
    "{first} had the partner on the call as well. Both asked about {topic}.",
    "Looked at the calendar together and moved two dates.",
)

CALLS: tuple[str, ...] = (
    "Short call about {topic}.",
    "{first} rang back. Still looking for {need}.",
    "Checked in. All well, busy with {topic}.",
    "Called to say well done. {first} had not told anybody yet.",
    "Ten minutes from the car, about {topic}.",
    "{first} wanted a second opinion on {topic}.",
    "Asked how it went last week. Better than feared.",
    "Fixed a date for next month. {first} mentioned {topic}.",
    "{first} had read the article I sent and disagreed with half of it.",
    "Caught {first} between two appointments. Will ring again about {topic}.",
    "Talked about nothing in particular, and a little about {topic}.",
    "Wished {first} luck with {topic}.",
    "{first} was quiet today. Did not press.",
)

MESSAGES_OUT: tuple[str, ...] = (
    "Sent the minutes and the next date.",
    "Sent {first} the report that came up last time.",
    "Asked how things are going with {topic}.",
    "Congratulated {first} on the piece in the paper.",
    "Sent two dates for a coffee.",
    "Forwarded an article that bears on {topic}.",
)

MESSAGES_IN: tuple[str, ...] = (
    "{first} sent pictures, with three lines about {topic}.",
    "{first} asks whether Thursday still stands.",
    "{first} wrote about {topic}. Answer by phone.",
    "Thanks from {first} for last week, and a question about {topic}.",
    "{first} forwarded an invitation to the open day.",
    "A long message from {first}, late at night, about {topic}.",
)

EVENTS: tuple[str, ...] = (
    "Chamber breakfast. Two tables on family firms, good questions.",
    "Party at the harbour. Everybody stayed too long.",
    "Round table on late payment. Lively.",
    "Talk at the library on handing over a firm; stayed for a drink.",
    "Charity quiz. Came fourth, laughed a lot.",
    "Makers' market. Walked the stalls together.",
    "Concert in the old warehouse.",
    "Awards night of the West Country founders. Nobody we knew won.",
    "Opening of the new studios on the quay.",
    "Founders' dinner. Sat between a brewer and a bishop.",
    "Panel on selling to your own staff. The room was full.",
    "Walk for the lifeboat, eight miles, two of them in the rain.",
    "Open day at the college. Good talks by the coffee machine.",
    "Book evening on firms that last two hundred years.",
    "Open house at the boatyard, with the smell of larch.",
    "Breakfast of the makers' circle. Everybody brought one question.",
    "Seminar on the new inheritance rules. Sober faces, good coffee.",
    "Fair at the exhibition hall. Sore feet, six cards.",
    "Tour of the brewery, and what follows a tour of a brewery.",
)

LETTERS: tuple[str, ...] = (
    "A card for the new premises.",
    "Wrote to say how much I enjoyed the visit.",
    "A card, with a line about the last visit.",
    "A note after a hard week.",
    "A card from the Azores.",
)

MILESTONES: tuple[str, ...] = (
    "Moved into the new premises.",
    "Ten years in business this week.",
    "In the local paper, with a picture.",
    "Took on the twentieth member of staff.",
    "The youngest has started at university.",
    "Won the regional award.",
    "Became a grandparent.",
    "Bought out the last of the cousins.",
)

NOTES: tuple[str, ...] = (
    "Prefers a call to an e-mail, never before ten.",
    "Decides slowly and then does not look back.",
    "Ask about the garden next time.",
    "Do not mention the brother.",
    "Better with pictures than with tables.",
    "Takes the firm home every evening. Suggest a walk, not a meeting.",
    "Would make a good mentor for somebody younger.",
    "Keeps every promise, however small. Do the same.",
)

EVERYDAY: dict[Kind, tuple[str, ...]] = {
    "meeting": MEETINGS,
    "video": VIDEOS,
    "call": CALLS,
    "event": EVENTS,
    "letter": LETTERS,
    "milestone": MILESTONES,
    "note": NOTES,
}

VISITS: tuple[str, ...] = (
    "Supper at {first}'s. The work came up once: {topic}.",
    "Walked the coast path from Clevedon, talked all the way.",
    "{first} cooked. We stayed until midnight.",
    "Helped to move the piano. Laughed about {topic}.",
    "Birthday tea with far too many cakes.",
    "Went to the match; lost, as usual.",
    "Long breakfast. {first} told me about {topic}.",
    "Sat in the garden and solved the world.",
    "Met on the market with the children.",
    "{first} came round with soup when I had the flu.",
    "Cinema, then a beer. {first} thinks about {topic}.",
    "Sunday lunch with everybody.",
)

CHATS: tuple[str, ...] = (
    "Rang for an hour about everything.",
    "{first} needed somebody to listen. About {topic}, mostly.",
    "Quick call about the weekend.",
    "Caught up, laughed, promised to meet.",
    "{first} called from the train.",
    "Asked how the week was: {topic}, and the cat.",
    "Sorted out the holiday together.",
    "{first} wanted to know what I make of {topic}.",
)

AMONG_FRIENDS: dict[Kind, tuple[str, ...]] = EVERYDAY | {"meeting": VISITS, "call": CHATS, "video": CHATS}

TYPED_WORDS: dict[Kind, tuple[str, ...]] = {
    "meeting": ("coffee", "lunch", "coffee", "dinner", "meeting"),
    "video": ("video",),
    "call": ("call",),
    "message": ("message", "email"),
    "letter": ("card",),
    "note": ("note",),
}
"""The words with which a quickly typed line begins; the word decides the picture beside it."""

MEETING_PLACES: tuple[str, ...] = (
    "The Lantern Café",
    "Tide & Table",
    "Millstone Bakery",
    "The Glasshouse",
    "Old Ropewalk",
    "at theirs",
    "my office",
    "Saltpan Kitchen",
    "",
    "",
)

FIRST_MEETINGS: tuple[str, ...] = (
    "First proper talk. Curious about the work, careful with figures.",
    "Met for the first time. Knows half of the people I know.",
    "Introduced ourselves. {first} is busy with {topic}.",
    "Got talking over the buffet, about {topic}.",
    "First coffee. {first} asked good questions and answered mine.",
    "{first} walked me through the firm. Lots about {topic}.",
)
