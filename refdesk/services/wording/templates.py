"""The templates, by what is due: each a few sentences, each sentence with its alternatives in order of preference.

``{first}`` is whom the words go to, ``{new_first}`` the person they brought, both by first name,
``{champion}`` who brought the two together, ``{business}`` whom the user helps, as in their profile. A bar parts a
sentence from the one that is said where a field of it is not known; a sentence without such a last resort is left
out. Nobody's pronoun is assumed, and every wording leaves room to say no (A1).
"""

Sentences = tuple[str, ...]

TEMPLATES: dict[str, tuple[Sentences, ...]] = {
    "thank_you_1": (
        (
            "{first}, thank you for offering to speak to {new_first}.|{first}, thank you for offering to put in a word "
            "for me.|Thank you for offering to put in a word for me.",
            "I know you’re vouching for me and I don’t take that lightly.",
            "I’ll look after {new_first}, and I’ll tell you how we get on.|I’ll tell you how we get on.",
        ),
        (
            "{first}, it means a lot that you’d put my name forward to {new_first}.|{first}, it means a lot that you’d "
            "put my name forward.|It means a lot that you’d put my name forward.",
            "Thank you, whatever comes of it.",
        ),
        (
            "Thank you, {first}, for thinking of me.|Thank you for thinking of me.",
            "You’re lending me your good name with {new_first}, and I’ll take care of it.|You’re lending me your good "
            "name, and I’ll take care of it.",
        ),
    ),
    "thank_you_1_made": (
        (
            "{first}, thank you for telling {new_first} about me.|{first}, thank you for telling somebody about me."
            "|Thank you for telling somebody about me.",
            "You didn’t have to, and it means a lot.",
            "I’ll look after {new_first}, and I’ll tell you how we get on.|I’ll tell you how we get on.",
        ),
        (
            "{first}, I hear you put in a good word for me.|I hear you put in a good word for me.",
            "Thank you. I’ll do my best to deserve it.",
        ),
    ),
    "thank_you_2": (
        (
            "{first}, {new_first} and I have talked.|{first}, we have talked now.|We have talked now.",
            "It went well, and it’s thanks to you.",
            "I’ll let you know what comes of it.",
        ),
        (
            "{first}, thank you again for bringing {new_first} and me together.|{first}, thank you again for bringing "
            "us together.|Thank you again for bringing us together.",
            "We had a good conversation, and whatever comes of it, I’m glad we met.",
        ),
    ),
    "thank_you_3": (
        (
            "{first}, {new_first} and I are going to work together.|{first}, we are going to work together."
            "|We are going to work together.",
            "That began with you, and I won’t forget it.",
            "Thank you.",
        ),
        (
            "{first}, good news: {new_first} has become a client.|{first}, good news: it came to something."
            "|Good news: it came to something.",
            "Thank you for trusting me with somebody you know.",
            "If there’s ever something I can do for you, please ask.",
        ),
    ),
    "closing_word": (
        (
            "{first}, it didn’t come to anything with {new_first} this time, and that’s all right.|{first}, it didn’t "
            "come to anything this time, and that’s all right.|It didn’t come to anything this time, and that’s all "
            "right.",
            "Thank you for putting in a word for me. I’m glad we met.",
        ),
        (
            "{first}, I wanted you to hear it from me: {new_first} has decided otherwise.|{first}, I wanted you to "
            "hear it from me: it won’t come to anything this time.|I wanted you to hear it from me: it won’t come to "
            "anything this time.",
            "I’m as grateful for your trust as if it had worked out.",
        ),
    ),
    "closing_word_not_a_fit": (
        (
            "{first}, thank you for putting {new_first} and me together.|{first}, thank you for putting us together."
            "|Thank you for putting us together.",
            "It wasn’t the right fit this time, and I’m glad we met.",
            "The people I help most are {business}.",
        ),
        (
            "{first}, {new_first} and I agreed that we aren’t the right fit.|{first}, it turned out that we aren’t the "
            "right fit.|It turned out that we aren’t the right fit.",
            "Thank you all the same for thinking of me.",
            "Where I can be of most use is with {business}.",
        ),
    ),
    "confirm": (
        (
            "{first}, just a thank-you again for offering to speak to {new_first}.|{first}, just a thank-you again for "
            "offering to put in a word.|Just a thank-you again for offering to put in a word.",
            "No rush.",
        ),
        (
            "{first}, has there been a chance to talk with {new_first}?|{first}, has there been a chance to put in "
            "that word?|Has there been a chance to put in that word?",
            "No hurry at all, and if it no longer feels right, please just say.",
        ),
    ),
    "in_touch": (
        (
            "{first}, thank you again for telling {new_first} about me.|{first}, thank you again for telling somebody "
            "about me.|Thank you again for telling somebody about me.",
            "I haven’t heard anything yet, and there’s no rush.",
            "Would you rather I got in touch, or shall I wait?",
        ),
        (
            "{first}, do you happen to know whether {new_first} is still thinking it over?|{first}, do you happen to "
            "know whether it’s still being thought over?|Do you happen to know whether it’s still being thought over?",
            "Either way is fine with me.",
        ),
    ),
    "follow_up": (
        (
            "{first}, {champion} was kind enough to introduce us.|{first}, it’s good to be introduced."
            "|It’s good to be introduced.",
            "I’d like to hear what you’re working on, and see whether I can be of any use.",
            "Would this week or next suit you better?",
        ),
        (
            "{first}, {champion} thought that you and I should talk.|{first}, I was told that you and I should talk."
            "|I was told that you and I should talk.",
            "Would twenty minutes be all right, at a time that suits you?",
            "If not, please just say.",
        ),
    ),
    "status": (
        (
            "{first}, a word on how it stands with {new_first}.|{first}, a word on how it stands."
            "|A word on how it stands.",
            "We’re still talking, and I’ll tell you when there’s news.",
            "Thank you again for bringing us together.",
        ),
        (
            "{first}, you haven’t heard from me for a while about {new_first}.|{first}, you haven’t heard from me for "
            "a while.|You haven’t heard from me for a while.",
            "It takes its time, and it’s in good hands.",
        ),
    ),
    "did_it_help": (
        (
            "{first}, how did it go with {new_first}?|{first}, how did it go?|How did it go?",
            "If it wasn’t what you needed, tell me, and I’ll think again.",
        ),
        (
            "{first}, I’ve been wondering whether {new_first} could help.|{first}, I’ve been wondering whether it "
            "helped.|I’ve been wondering whether it helped.",
        ),
    ),
    "consent": (
        (
            "{first}, I know somebody you might like to meet: {new_first}.|{first}, I know somebody you might like to "
            "meet.|I know somebody you might like to meet.",
            "Shall I put you in touch?",
            "If it’s not the moment, just say.",
        ),
        (
            "{first}, would it be all right if I introduced you to {new_first}?|{first}, would it be all right if I "
            "introduced you to somebody?|Would it be all right if I introduced you to somebody?",
            "I think you could be of use to each other, and there’s no rush.",
        ),
    ),
    "introduce": (
        (
            "{first}, meet {new_first}.|{first}, here is somebody I’d like you to meet.|Here is somebody I’d like you "
            "to meet.",
            "{new_first}, meet {first}.",
            "You both said that you’d be glad to talk, so I leave it to the two of you.",
        ),
        (
            "{first} and {new_first}, as promised, here you are together.|As promised, here you are together.",
            "I’m glad to know you both, and I hope that you can be of use to each other.",
        ),
    ),
    "any_answer": (
        (
            "{first}, no rush about what I asked you lately.|No rush about what I asked you lately.",
            "If it doesn’t feel right, please just say, and nothing changes between us.",
        ),
        (
            "{first}, have you had a chance to think about {new_first}?|{first}, have you had a chance to think it "
            "over?|Have you had a chance to think it over?",
            "A no is as good an answer as a yes.",
        ),
    ),
    "birthday": (
        (
            "Happy birthday, {first}.|Happy birthday.",
            "I hope you have a lovely day, and a good year ahead.",
        ),
        (
            "{first}, all the best for your birthday.|All the best for your birthday.",
            "I’m glad to know you.",
        ),
    ),
    "partner_meeting": (
        (
            "{first}, shall we have our regular chat this week?|Shall we have our regular chat this week?",
            "I have a name or two in mind for you, and I’d like to hear whom you’d like to meet.",
        ),
        ("{first}, it’s time for our next coffee.|It’s time for our next coffee.", "Which day suits you?"),
    ),
    "reconnect": (
        (
            "{first}, it’s been too long.|It’s been too long.",
            "How are you, and what are you busy with these days?",
            "There’s nothing I need. I’d just like to hear how you are.",
        ),
        (
            "{first}, you came to mind today, so I thought I’d say hello.|You came to mind today, so I thought I’d say "
            "hello.",
            "How have things been?",
        ),
    ),
    "keep_in_touch": (
        (
            "{first}, how are things?|How are things?",
            "We haven’t talked for a bit, and I’d like to catch up.",
        ),
        (
            "{first}, would you have time for a coffee or a call in the next week or two?|Would you have time for a "
            "coffee or a call in the next week or two?",
            "It would be good to catch up.",
        ),
    ),
    "congratulation": (
        ("{first}, congratulations.|Congratulations.", "It’s well deserved, and I’m very happy for you."),
        (
            "{first}, what good news.|What good news.",
            "I wanted to be among those who say well done.",
        ),
    ),
    "condolence": (
        (
            "{first}, I’m so sorry to hear of your loss.|I’m so sorry to hear of your loss.",
            "You’re in my thoughts. There’s no need to answer.",
        ),
        (
            "Dear {first}, there are no right words, so only this: I’m thinking of you.|There are no right words, so "
            "only this: I’m thinking of you.",
        ),
    ),
    "nice_to_meet": (
        (
            "{first}, it was good to meet you.|It was good to meet you.",
            "I enjoyed our conversation, and I hope that it won’t be the last.",
        ),
        ("{first}, thank you for your time.|Thank you for your time.", "I’m glad that we met."),
    ),
    "other": (
        (
            "{first}, I’ve been thinking of you.|I’ve been thinking of you.",
            "I hope all is well with you, and that we see each other soon.",
        ),
        ("{first}, a few lines by hand, just because.|A few lines by hand, just because.", "I hope you’re well."),
    ),
}
"""Two or three wordings of each; the first is the one that is offered first."""
